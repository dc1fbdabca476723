package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/store/neo4j/neotest"
)

var (
	loaderKills = flag.Int("loaderkills", 8, "times that a loader into a server is killed; make crash takes 50")
	serverKills = flag.Int("serverkills", 2, "times that the server is killed in mid-load; make crash takes 20")
)

// articlesFor are enough for every kill to fall into the load: a server that has just begun takes a minute for a few hundred.
func articlesFor(kills int) int { return min(120+20*kills, 600) }

// A load into a server is killed at random instants and resumed each time: the server rolls back what wasn't committed,
// and in the end the graph is that of a load into a file that nobody killed, byte for byte.
func TestKilledLoadsOnServer(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Empty(t, url)
	p, articles := build(t), articlesFor(*loaderKills)
	file := invent(t, articles)
	k := newKiller(p, file, url, *loaderKills)
	inside := 0
	for i := range *loaderKills {
		if k.kill(i) {
			inside++
		}
		p.must("verify", url, strconv.Itoa(k.applied))
	}
	before := k.applied
	p.must("load", url, file, "20")
	p.must("verify", url, strconv.Itoa(articles))
	p.sameAsFile(url, file)
	fmt.Printf("crash: %d of %d kills of the loader fell inside a transaction; %d of %d documents were in before the last run\n", inside, *loaderKills, before, articles)
}

// sameAsFile compares the export with that of a whole load into a file.
func (p program) sameAsFile(url, file string) {
	p.Helper()
	whole := "sqlite:" + filepath.Join(p.TempDir(), "whole.db")
	p.must("load", whole, file, "20")
	if want, got := p.must("export", whole), p.must("export", url); !bytes.Equal(got, want) {
		p.Errorf("the export from the server (%d bytes) is not that of a whole load into a file (%d bytes)", len(got), len(want))
	}
}

// lent is a server of the test's own, which it may kill.
type lent struct {
	*testing.T
	launcher, state string
}

func lend(t *testing.T) (lent, string) {
	t.Helper()
	dir := t.TempDir()
	l := lent{t, filepath.Join(dir, "launcher"), filepath.Join(dir, "running.json")}
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", l.launcher, "./neo4j")
	cmd.Dir = "../../tools"
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return l, strings.TrimSpace(l.do("up"))
}

func (l lent) do(what string) string {
	l.Helper()
	cmd := exec.Command(l.launcher, "-state", l.state, what)
	cmd.Env = append(os.Environ(), neotest.Variable+"=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		l.Fatalf("%s: %v: %s", what, err, stderr.String())
	}
	return stdout.String()
}

// The server is killed in mid-load and started again: the loader goes on by itself, or ends with an error of one line and
// goes on when it is started again. Nothing that it said to be in is lost, and nothing is there twice.
func TestKilledServer(t *testing.T) {
	if _, ok := neotest.URL(t); !ok {
		return
	}
	server, url := lend(t)
	defer server.do("down")
	p, articles := build(t), articlesFor(*serverKills)
	file := invent(t, articles)
	k := newKiller(p, file, url, *serverKills)
	resumed := 0
	var longest time.Duration
	for i := range *serverKills {
		paused, went := k.killServer(i, server)
		if went {
			resumed++
		}
		longest = max(longest, paused)
		p.must("verify", url, strconv.Itoa(k.applied))
	}
	p.must("load", url, file, "20")
	p.must("verify", url, strconv.Itoa(articles))
	p.sameAsFile(url, file)
	fmt.Printf("crash: of %d kills of the server the loader survived %d by itself, its longest pause %s\n", *serverKills, resumed, longest.Round(time.Second))
}

// killServer kills the server in mid-load and starts it again. It answers how long the load stood still, and whether it
// went on by itself; then the load is killed too.
func (k *killer) killServer(nr int, server lent) (time.Duration, bool) {
	k.Helper()
	k.resume()
	const batch = 5
	cmd := exec.CommandContext(k.Context(), k.path, "load", k.url, k.rest, strconv.Itoa(batch))
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		k.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		k.Fatal(err)
	}
	marks := bufio.NewReader(pipe)
	share := (k.of - 4*batch - k.applied) / (k.kills - nr)
	k.await(marks, "B", k.applied+1+k.IntN(max(share, 1)))
	<-time.After(time.Duration(k.Int64N(int64(k.span(batch))))) // the random instant
	server.do("kill")
	begun := time.Now()
	server.do("restart")
	went := k.goesOn(marks)
	paused := time.Since(begun)
	if went {
		if err := cmd.Process.Kill(); err != nil {
			k.Fatal(err)
		}
	}
	if rest, err := io.ReadAll(marks); err == nil {
		for line := range strings.Lines(string(rest)) {
			k.note(line)
		}
	}
	_ = cmd.Wait() // killed, or ended with what stderr says
	if said := strings.TrimSpace(stderr.String()); !went && (said == "" || strings.Contains(said, "\n")) {
		k.Errorf("the load ended without an error of one line: %q", said)
	}
	return paused, went
}

// goesOn says whether another transaction ends well.
func (k *killer) goesOn(marks *bufio.Reader) bool {
	for {
		line, err := marks.ReadString('\n')
		if err != nil {
			return false
		}
		if k.note(line) == "C" {
			return true
		}
	}
}
