package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// rounds is how often a changing folder is loaded and the loads are killed.
const rounds = 24

// A load of a folder whose files are renamed, cut short and replaced meanwhile is killed (SIGKILL) at a random instant, then two at
// once of the folder as it was left are: the store is sound after each round, and one load after the last change gives the graph of
// a store that saw none of them.
func TestChangingFolder(t *testing.T) {
	p := build(t)
	f := newFolder(t)
	url := "sqlite:" + filepath.Join(t.TempDir(), "changing.db")
	killed := 0
	for range rounds {
		load := p.try(url, f.dir)
		for until := time.Now().Add(f.instant()); time.Now().Before(until); {
			f.change(true)
			<-time.After(time.Duration(f.IntN(4)) * time.Millisecond)
		}
		killed += kill(load)
		f.mend(2)
		one, other := p.try(url, f.dir), p.try(url, f.dir)
		<-time.After(f.instant())
		killed += kill(one) + kill(other)
		p.must("verify", url, "0")
	}
	f.mend(1)
	p.must("try", url, f.dir)
	whole := "sqlite:" + filepath.Join(t.TempDir(), "whole.db")
	p.must("try", whole, f.dir)
	want := p.must("export", whole)
	if got := p.must("export", url); !bytes.Equal(got, want) {
		t.Errorf("the export after %d changes (%d bytes) is not that of the folder as it is (%d bytes)", f.changes, len(got), len(want))
	}
	fmt.Printf("crash: %d changes of %d files under %d loads, %d of them killed\n", f.changes, len(f.files), 3*rounds, killed)
	if killed < rounds || f.changes < 10*rounds {
		t.Errorf("%d kills and %d changes prove too little", killed, f.changes)
	}
}

// instant is a random time in which a load gets somewhere.
func (f *folder) instant() time.Duration {
	return time.Duration(20+f.IntN(400)) * time.Millisecond
}

// kill ends a load, and answers 1 where it hadn't ended by itself.
func kill(load *exec.Cmd) int {
	_ = load.Process.Kill() // it may have ended
	if err := load.Wait(); err != nil {
		return 1
	}
	return 0
}

// try starts a load of what can be read.
func (p program) try(url, dir string) *exec.Cmd {
	p.Helper()
	cmd := exec.CommandContext(p.Context(), p.path, "try", url, dir)
	if err := cmd.Start(); err != nil {
		p.Fatal(err)
	}
	return cmd
}

// folder is a folder of files that change: articles, one a file, and the two pages of an issue.
type folder struct {
	*testing.T
	*rand.Rand
	dir     string
	files   []*changing
	changes int
}

// changing is a file with the text that it had at first, and the one that it should have; cut tells that it hasn't.
type changing struct {
	name, whole, text string
	cut               bool
}

func newFolder(t *testing.T) *folder {
	t.Helper()
	f := &folder{T: t, Rand: rand.New(rand.NewPCG(20250226, 2)), dir: t.TempDir()}
	text, err := os.ReadFile(invent(t, 80))
	if err != nil {
		t.Fatal(err)
	}
	nr := 0
	for line := range strings.Lines(string(text)) {
		f.files = append(f.files, &changing{name: fmt.Sprintf("%03d.jsonl", nr), whole: line, text: line})
		nr++
	}
	for _, page := range []string{"hebi-20170216-p1.txt", "hebi-20170216-p2.txt"} {
		text, err := os.ReadFile(filepath.Join("../../testdata/pages/txt", page))
		if err != nil {
			t.Fatal(err)
		}
		f.files = append(f.files, &changing{name: page, whole: string(text), text: string(text)})
	}
	for _, c := range f.files {
		f.write(c.name, c.text)
	}
	return f
}

func (f *folder) write(name, text string) {
	f.Helper()
	if err := os.WriteFile(filepath.Join(f.dir, name), []byte(text), 0o600); err != nil {
		f.Fatal(err)
	}
}

// change does one thing to one file: gives it another name, where it may, cuts it short, or writes other words into it.
func (f *folder) change(names bool) {
	f.Helper()
	c := f.files[f.IntN(len(f.files))]
	switch page := strings.HasSuffix(c.name, ".txt"); {
	case names && !page && f.IntN(3) == 0: // a page's name says which it is
		name := fmt.Sprintf("%04d.jsonl", f.IntN(10_000))
		if _, err := os.Stat(filepath.Join(f.dir, name)); err == nil {
			return
		}
		if err := os.Rename(filepath.Join(f.dir, c.name), filepath.Join(f.dir, name)); err != nil {
			f.Fatal(err)
		}
		c.name = name
	case f.IntN(2) == 0:
		if err := os.Truncate(filepath.Join(f.dir, c.name), int64(len(c.text)/2+f.IntN(len(c.text)/2))); err != nil {
			f.Fatal(err)
		}
		c.cut = true
	default:
		c.text, c.cut = strings.Replace(c.whole, "。", fmt.Sprintf("。对此，%d家企业表示满意。", f.changes), 1), false
		f.write(c.name, c.text)
	}
	f.changes++
}

// mend writes one in n of the files anew that were cut short.
func (f *folder) mend(n int) {
	f.Helper()
	for _, c := range f.files {
		if c.cut && f.IntN(n) == 0 {
			f.write(c.name, c.text)
			c.cut = false
		}
	}
}
