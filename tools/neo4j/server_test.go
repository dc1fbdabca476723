package main

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPomNamesTheVersion(t *testing.T) {
	text, err := pom.ReadFile("pom.xml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "<neo4j.version>"+serverVersion+"</neo4j.version>") {
		t.Errorf("pom.xml names another version than %s", serverVersion)
	}
}

func TestHandshake(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer []byte
		ok     bool
	}{
		{"Bolt 5.8", []byte{0, 0, 8, 5}, true},
		{"no common version", []byte{0, 0, 0, 0}, false},
		{"HTTP", []byte("HTTP"), false},
		{"nothing", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			go func() {
				conn, err := l.Accept()
				if err != nil {
					return
				}
				_, _ = conn.Read(make([]byte, 20))
				_, _ = conn.Write(c.answer)
				_ = conn.Close()
			}()
			if err := handshake(context.Background(), l.Addr().(*net.TCPAddr).Port); (err == nil) != c.ok {
				t.Errorf("handshake: %v", err)
			}
		})
	}
}

// bare is a machine that has nothing: no engine, no Java.
func bare(t *testing.T) {
	t.Helper()
	t.Setenv("PATH", filepath.Join(t.TempDir(), "empty"))
	t.Setenv(variable, "")
	t.Setenv("CI", "")
}

func TestNoneToBeHad(t *testing.T) {
	bare(t)
	if err := checkJava(context.Background()); !errors.Is(err, errNone) {
		t.Errorf("checkJava: %v", err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for ci, want := range map[string]int{"": 0, "true": 1} {
		t.Setenv("CI", ci)
		var out, errs strings.Builder
		code := run(context.Background(), []string{"-dir", t.TempDir(), "run", "--", self, "-test.run=^$"}, &out, &errs)
		if code != want || !strings.Contains(errs.String(), "nothing was tested on Neo4j") {
			t.Errorf("CI=%q: exit code %d, want %d: %s", ci, code, want, errs.String())
		}
	}
}

func TestNamedServerIsUsed(t *testing.T) {
	bare(t)
	t.Setenv(variable, "bolt://somewhere:1")
	var out, errs strings.Builder
	if code := run(context.Background(), []string{"up"}, &out, &errs); code != 0 || strings.TrimSpace(out.String()) != "bolt://somewhere:1" {
		t.Errorf("exit code %d, %q %q", code, out.String(), errs.String())
	}
}

// A server that runs already is lent again: another one would take its place in the file, and nobody could stop the first.
func TestUpAgainLendsTheSameServer(t *testing.T) {
	bare(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = conn.Read(make([]byte, 20))
			_, _ = conn.Write([]byte{0, 0, 8, 5})
			_ = conn.Close()
		}
	}()
	file := filepath.Join(t.TempDir(), "running.json")
	s := &server{URL: "bolt://neo4j:x@here", Port: l.Addr().(*net.TCPAddr).Port}
	if err := s.remember(file); err != nil {
		t.Fatal(err)
	}
	up := func() (string, string) {
		var out, errs strings.Builder
		run(context.Background(), []string{"-dir", t.TempDir(), "-state", file, "up"}, &out, &errs)
		return strings.TrimSpace(out.String()), errs.String()
	}
	if url, said := up(); url != s.URL || said != "" {
		t.Errorf("while it runs: %q %q", url, said)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if url, said := up(); url != "" || !strings.Contains(said, "nothing was tested") {
		t.Errorf("when it runs no more: %q %q", url, said)
	}
}

func TestExitCodeIsTheCommands(t *testing.T) {
	t.Setenv(variable, "bolt://somewhere:1")
	var out, errs strings.Builder
	if code := run(context.Background(), []string{"run", "--", "/bin/sh", "-c", "exit 7"}, &out, &errs); code != 7 {
		t.Errorf("exit code %d, want 7: %s", code, errs.String())
	}
	if code := run(context.Background(), []string{"run", "fly"}, &out, &errs); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
}
