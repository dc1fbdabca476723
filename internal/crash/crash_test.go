package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/baopu/baopu/internal/genre"
	"github.com/baopu/baopu/loader/article"
)

const (
	articles  = 720
	kills     = 60
	insideMin = 30
)

// A load of 720 articles is killed (SIGKILL) at 60 random instants and resumed each time: at each instant the store is
// sound and holds all that was said to be in, and in the end the graph is that of a load that nobody killed, byte for byte.
func TestKilledLoads(t *testing.T) {
	began := time.Now()
	p := build(t)
	file := invent(t, articles)
	whole := filepath.Join(t.TempDir(), "whole.db")
	p.must("load", "sqlite:"+whole, file, "20")
	path := filepath.Join(t.TempDir(), "killed.db")
	k := newKiller(p, file, "sqlite:"+path, kills)
	// A copy of the files as they were left is verified while the next load runs.
	var checks errgroup.Group
	checks.SetLimit(1)
	inside := 0
	for i := range kills {
		if k.kill(i) {
			inside++
		}
		left, applied := k.copyStore(path, i), strconv.Itoa(k.applied)
		checks.Go(func() error {
			if out, err := p.run("verify", "sqlite:"+left, applied); err != nil {
				return fmt.Errorf("after kill %d: %w: %s", i, err, out)
			}
			return removeStore(left)
		})
	}
	if err := checks.Wait(); err != nil {
		t.Fatal(err)
	}
	before := k.applied
	p.must("load", k.url, file, "20")
	p.must("verify", k.url, strconv.Itoa(articles))
	if want, got := p.must("export", "sqlite:"+whole), p.must("export", k.url); !bytes.Equal(got, want) {
		t.Errorf("the export of the resumed load (%d bytes) is not that of a whole one (%d bytes)", len(got), len(want))
	}
	fmt.Printf("crash: %d of %d kills fell inside a transaction; %d of %d documents were in before the last run; %s\n", inside, kills, before, articles, time.Since(began).Round(time.Second))
	if inside < insideMin {
		t.Errorf("%d kills inside a transaction prove too little, want %d", inside, insideMin)
	}
}

// program is the command crash, built without the race detector: what is killed should run as users run it.
type program struct {
	*testing.T
	path string
}

func build(t *testing.T) program {
	t.Helper()
	p := program{t, filepath.Join(t.TempDir(), "crash")}
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", p.path, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return p
}

func (p program) run(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(p.Context(), p.path, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return stderr.Bytes(), err
	}
	return stdout.Bytes(), nil
}

func (p program) must(args ...string) []byte {
	p.Helper()
	out, err := p.run(args...)
	if err != nil {
		p.Fatalf("crash %v: %v: %s", args, err, out)
	}
	return out
}

// invent writes the articles to a file, their first paragraphs only: what is tested is the writing, not the reading.
func invent(t *testing.T, n int) string {
	t.Helper()
	var text bytes.Buffer
	for a := range genre.Articles(1, n) {
		a.Body, _, _ = strings.Cut(a.Body, "\n")
		if err := article.Encode(&text, a); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// The files of a store that was not closed. The shared index (-shm) is made anew from the log, as after a power cut.
var storeFiles = [...]string{"", "-wal", "-journal"}

// copyStore copies the files as the killed load left them.
func (k *killer) copyStore(path string, nr int) string {
	k.Helper()
	to := fmt.Sprintf("%s.%d", path, nr)
	for _, suffix := range storeFiles {
		b, err := os.ReadFile(path + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = os.WriteFile(to+suffix, b, 0o644)
		}
		if err != nil {
			k.Fatal(err)
		}
	}
	return to
}

func removeStore(path string) error {
	for _, suffix := range append(storeFiles[:], "-shm") {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
