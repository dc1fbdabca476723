package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/store/neo4j/neotest"
)

// eachStore runs a test on an empty store of each kind.
func eachStore(t *testing.T, test func(t *testing.T, url string)) {
	t.Run("SQLite", func(t *testing.T) { test(t, "sqlite:"+filepath.Join(t.TempDir(), "store.db")) })
	t.Run("Neo4j", func(t *testing.T) {
		if url, ok := neotest.URL(t); ok {
			neotest.Empty(t, url)
			test(t, url)
		}
	})
}

const (
	shared    = 60 // articles that both loaders load
	unshared  = 30 // that one of them loads, and as many the other
	besides   = 3  // articles a transaction: many turns
	waitLimit = 30 * time.Second
)

// Two processes load into one store at once, what both load and what one of them does: they take turns, nobody waits for
// long, and the graph is that of one load, byte for byte.
func TestTwoLoadersAtOnce(t *testing.T) {
	p := build(t)
	all, both, first, second := folders(t)
	whole := "sqlite:" + filepath.Join(t.TempDir(), "whole.db")
	p.must("load", whole, all, "20")
	want := p.must("export", whole)
	eachStore(t, func(t *testing.T, url string) {
		p := program{t, p.path}
		begun := time.Now()
		turns := make(chan string, 4*(shared+2*unshared))
		a, b := p.startBeside("a", turns, url, both, first), p.startBeside("b", turns, url, both, second)
		a.ready()
		b.ready()
		a.begin()
		b.begin()
		a.end()
		b.end()
		close(turns)
		p.must("verify", url, fmt.Sprint(shared+2*unshared))
		if got := p.must("export", url); !bytes.Equal(got, want) {
			t.Errorf("the export after two loads at once (%d bytes) is not that of one load (%d bytes)", len(got), len(want))
		}
		longest, met := max(a.longest, b.longest), changes(turns)
		fmt.Printf("crash: two loaders at once into %.6s…: %d transactions waited, %s at most, the store went from one loader to the other %d times; %d transactions were tried again; %s\n",
			url, a.waits+b.waits, longest, met, a.retries+b.retries, time.Since(begun).Round(time.Second))
		if met < 3 {
			t.Error("the two loads did not meet: this proves nothing")
		}
		if longest > waitLimit {
			t.Errorf("a transaction waited for %s", longest)
		}
	})
}

// folders writes articles one a file: into a folder for both loaders and one for each.
func folders(t *testing.T) (all, both, first, second string) {
	t.Helper()
	text, err := os.ReadFile(invent(t, shared+2*unshared))
	if err != nil {
		t.Fatal(err)
	}
	all = t.TempDir()
	both, first, second = filepath.Join(all, "both"), filepath.Join(all, "first"), filepath.Join(all, "second")
	for _, dir := range []string{both, first, second} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for i, line := range slices.Collect(strings.Lines(string(text))) {
		dir := both
		switch {
		case i >= shared+unshared:
			dir = second
		case i >= shared:
			dir = first
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.jsonl", i)), []byte(line), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return all, both, first, second
}

// changes counts how often another loader than before had its turn.
func changes(turns <-chan string) (n int) {
	last := ""
	for name := range turns {
		if name != last && last != "" {
			n++
		}
		last = name
	}
	return n
}

// loading is a load beside another.
type loading struct {
	program
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stderr strings.Builder
	said   chan error // when all that it said is read

	waits, retries int
	longest        time.Duration
}

// startBeside starts a load that will begin when it is told to. It sends name for each of its transactions.
func (p program) startBeside(name string, turns chan<- string, url string, paths ...string) *loading {
	p.Helper()
	l := &loading{program: p, said: make(chan error, 1)}
	l.cmd = exec.CommandContext(p.Context(), p.path, append([]string{"beside", url, fmt.Sprint(besides)}, paths...)...)
	l.cmd.Stderr = &l.stderr
	stdout, err := l.cmd.StdoutPipe()
	if err == nil {
		l.stdin, err = l.cmd.StdinPipe()
	}
	if err == nil {
		err = l.cmd.Start()
	}
	if err != nil {
		p.Fatal(err)
	}
	go func() { l.said <- l.listen(stdout, func() { turns <- name }) }()
	return l
}

func (l *loading) listen(stdout io.Reader, turn func()) error {
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		switch line := lines.Text(); line[0] {
		case 'R':
			l.said <- nil
		case 'C':
			turn()
		case 'T':
			var ms int64
			if _, err := fmt.Sscanf(line, "T %d %d %d", &l.waits, &ms, &l.retries); err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
			l.longest = time.Duration(ms) * time.Millisecond
		}
	}
	return lines.Err()
}

// ready waits until the load could begin.
func (l *loading) ready() {
	l.Helper()
	if err := <-l.said; err != nil {
		l.Fatal(err)
	}
}

func (l *loading) begin() {
	l.Helper()
	if _, err := io.WriteString(l.stdin, "go\n"); err != nil {
		l.Fatalf("%v: %s", err, l.stderr.String())
	}
}

func (l *loading) end() {
	l.Helper()
	err := <-l.said
	if waited := l.cmd.Wait(); err == nil {
		err = waited
	}
	if err != nil {
		l.Fatalf("a load beside another: %v: %s", err, l.stderr.String())
	}
}
