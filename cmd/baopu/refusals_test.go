package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
)

// refusal is a store that can't be had: its URL, and what the command says of it.
type refusal struct {
	name, url, says string
	once            bool // since a server shuts out whoever fails thrice
}

// Whatever is wrong with a store, reading and writing commands say it on one line, without a password, and end with 1.
func TestRefusedStores(t *testing.T) {
	page := filepath.Join(t.TempDir(), sample.Name)
	if err := os.WriteFile(page, []byte(sample.Page), 0o600); err != nil {
		t.Fatal(err)
	}
	refused := func(t *testing.T, r refusal) {
		t.Helper()
		commands := [][]string{{"load", "--publication", "x", "--date", "2025-02-26", page}, {"export"}, {"query", "-e", "{ stats { documents } }"}}
		if r.once {
			commands = commands[:1]
		}
		for _, command := range commands {
			var stdout, stderr bytes.Buffer
			code := run(t.Context(), append(command, "--store", r.url), nil, strings.NewReader(""), &stdout, &stderr)
			said := stderr.String()
			if code != exitFailed || stdout.Len() > 0 || strings.Count(said, "\n") != 1 || !strings.Contains(said, r.says) || strings.Contains(said, "secret") {
				t.Errorf("%s: exit code %d, want %d and %q on one line\n%s%s", command[0], code, exitFailed, r.says, stdout.String(), said)
			}
		}
	}
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	header := append([]byte("SQLite format 3\x00"), make([]byte, 496)...)
	if err := os.WriteFile(foreign, header, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, r := range []refusal{
		{"an unknown scheme", "postgres://u:secret@h/x", `no scheme "postgres"`, false},
		{"no server", "bolt://u:secret@127.0.0.1:1", "unavailable", false},
		{"another's file", "sqlite:" + foreign, "a database of another application", false},
	} {
		t.Run(r.name, func(t *testing.T) { refused(t, r) })
	}
	if left, err := os.ReadFile(foreign); err != nil || !bytes.Equal(left, header) {
		t.Errorf("another's file was changed: %v", err)
	}
	for _, r := range onServer(t) {
		t.Run(r.name, func(t *testing.T) { refused(t, r) })
	}
}

// onServer lists what a server may refuse, or be refused for. Its database holds somebody else's node.
func onServer(t *testing.T) []refusal {
	t.Helper()
	url, ok := neotest.URL(t)
	if !ok {
		return nil
	}
	neotest.Empty(t, url)
	neotest.Run(t, url, "CREATE (:Film {title: 'Metropolis'})", nil)
	t.Cleanup(func() {
		if rows := neotest.Run(t, url, "MATCH (n) RETURN labels(n), properties(n)", nil); len(rows) != 1 {
			t.Errorf("something was written: %v", rows)
		}
	})
	login := url[strings.Index(url, "://")+3 : strings.Index(url, "@")]
	old, through := neotest.NewProxy(t, url)
	old.Age()
	return []refusal{
		{"a wrong password", strings.Replace(url, login, "neo4j:secret-but-wrong", 1), "unauthorized", true},
		{"a server too old", through, "is the oldest that will do", false},
		{"another's database", url, "1 nodes that aren't baopu's", false},
	}
}
