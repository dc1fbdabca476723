package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/loader"
)

// meetings is how often two loads meet over a folder that changes under them; on a server, which takes its time, fewer do.
const (
	meetings         = 12
	meetingsOnServer = 2
)

// Two loads are under way at once, one through one half of a folder and the other through the other, while files of both halves
// are cut short and written anew. Then each goes on with the half that the other has read, and has older texts in hand for. When
// both have ended, the graph is that of the folder as it is, byte for byte: no third load is needed.
func TestChangingFolderUnderTwoLoads(t *testing.T) {
	p := build(t)
	eachStore(t, func(t *testing.T, url string) {
		p := program{t, p.path}
		f := newFolder(t)
		more, left, meetings := 0, 0, meetings
		if !strings.HasPrefix(url, "sqlite:") {
			meetings = meetingsOnServer
		}
		for nr := range meetings {
			for range f.IntN(len(f.files)) {
				f.change(true)
			}
			f.mend(1)
			one, other := f.halves()
			a, b := p.startGated(f, url, one, other), p.startGated(f, url, other, one)
			f.changeWhile(a, b)
			f.mend(1) // no change is after this: each half is still to be read by one of the two
			if f.IntN(2) == 0 {
				a, b = b, a
			}
			a.open()
			<-time.After(f.instant() / 4)
			b.open()
			for _, l := range []*gated{a, b} {
				m, n := l.end()
				more, left = more+m, left+n
			}
			p.must("verify", url, "0")
			whole := "sqlite:" + filepath.Join(t.TempDir(), "whole.db")
			p.must("try", whole, f.dir)
			want := p.must("export", whole)
			if got := p.must("export", url); !bytes.Equal(got, want) {
				t.Fatalf("meeting %d: the export after %d changes (%d bytes) is not that of the folder as it is (%d bytes)", nr, f.changes, len(got), len(want))
			}
		}
		fmt.Printf("crash: two loads met %d times over %.6s… while %d files changed %d times; %d were read once more, of which %d were overtaken then too\n", meetings, url, len(f.files), f.changes, more, left)
		if more < meetings {
			t.Errorf("%d files that were overtaken prove too little", more)
		}
	})
}

// halves is the paths of a random half of the files, and of the others.
func (f *folder) halves() (one, other []string) {
	for i, k := range f.Perm(len(f.files)) {
		path := filepath.Join(f.dir, f.files[k].name)
		if i%2 == 0 {
			one = append(one, path)
		} else {
			other = append(other, path)
		}
	}
	return one, other
}

// changeWhile changes files until all loads wait at their gates, and some more.
func (f *folder) changeWhile(loads ...*gated) {
	f.Helper()
	for _, l := range loads {
		for waits := false; !waits; {
			f.change(false)
			select {
			case err := <-l.waits:
				if waits = true; err != nil {
					f.Fatal(err)
				}
			case <-time.After(time.Duration(f.IntN(4)) * time.Millisecond):
			}
		}
	}
	for range f.IntN(len(f.files)) {
		f.change(false)
	}
}

// gated is a load that waits in the middle.
type gated struct {
	program
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	stderr strings.Builder
	waits  chan error // when it has come to its gate
}

// startGated starts a load of paths, which waits between those before its gate and those behind it.
func (p program) startGated(f *folder, url string, before, behind []string) *gated {
	p.Helper()
	g := &gated{program: p, waits: make(chan error, 1)}
	args := append([]string{"gate", url, fmt.Sprint(1 + f.IntN(loader.MaxBatch))}, before...)
	g.cmd = exec.CommandContext(p.Context(), p.path, append(append(args, "-"), behind...)...)
	g.cmd.Stderr = &g.stderr
	stdout, err := g.cmd.StdoutPipe()
	if err == nil {
		g.stdin, err = g.cmd.StdinPipe()
	}
	if err == nil {
		err = g.cmd.Start()
	}
	if err != nil {
		p.Fatal(err)
	}
	g.stdout = bufio.NewReader(stdout)
	go func() {
		line, err := g.stdout.ReadString('\n')
		if err == nil && line != "G\n" {
			err = fmt.Errorf("a load that should wait says %q", line)
		}
		g.waits <- err
	}()
	return g
}

// open lets the load go on.
func (g *gated) open() {
	g.Helper()
	if _, err := io.WriteString(g.stdin, "go\n"); err != nil {
		g.Fatalf("%v: %s", err, g.stderr.String())
	}
}

// end waits until the load has ended, and answers how many files it read once more, and of how many it said that they were
// overtaken then too: by the other load, which has to see to them.
func (g *gated) end() (more, left int) {
	g.Helper()
	said, err := io.ReadAll(g.stdout)
	if waited := g.cmd.Wait(); err == nil {
		err = waited
	}
	if err == nil {
		_, err = fmt.Sscanf(string(said), "O %d %d", &more, &left)
	}
	if err != nil {
		g.Fatalf("a load with a gate: %v: %s", err, g.stderr.String())
	}
	return more, left
}
