// Package neotest lends tests the Neo4j server that BAOPU_TEST_NEO4J names, one test process at a time: the server has one
// database only, and every store that is opened here begins with an empty one.
package neotest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/store/neo4j"
)

// Variable is the environment variable that names the server: a URL that neo4j.Open takes. Everything in its database is
// deleted.
const Variable = "BAOPU_TEST_NEO4J"

// URL is the server's URL, and false where none is named: then t logs that nothing was tested, or fails where CI is set.
func URL(t testing.TB) (string, bool) {
	t.Helper()
	url := os.Getenv(Variable)
	if url != "" {
		return url, true
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s names no server: run make test, which starts one", Variable)
	}
	t.Logf("%s names no server: nothing was tested on Neo4j", Variable)
	return "", false
}

// Open empties the server's database and opens a store in it, closed at the end of t. The server is this process's alone
// until it ends.
func Open(t testing.TB, url string) *neo4j.Store {
	t.Helper()
	Empty(t, url)
	s, err := neo4j.Open(context.Background(), url)
	if err != nil {
		t.Fatalf("open the store in the server for tests: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

// Empty deletes all nodes and edges in the server's database. Constraints and indexes stay: making them anew costs seconds.
func Empty(t testing.TB, url string) {
	t.Helper()
	if _, err := alone(); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"MATCH ()-[x]->() CALL (x) { DELETE x } IN TRANSACTIONS OF 20000 ROWS",
		"MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
	} {
		Run(t, url, text, nil)
	}
}

// Run sends one statement outside of any store, and answers its rows.
func Run(t testing.TB, url, text string, p map[string]any) [][]any {
	t.Helper()
	ctx := context.Background()
	driver, err := Driver(url)
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	ses := driver.NewSession(ctx, bolt.SessionConfig{})
	defer ses.Close(ctx)
	res, err := ses.Run(ctx, text, p)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var out [][]any
	for res.Next(ctx) {
		out = append(out, res.Record().Values)
	}
	if err := res.Err(); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return out
}

// Driver connects to the server past the store.
func Driver(url string) (bolt.DriverWithContext, error) {
	scheme, rest, _ := strings.Cut(url, "://")
	login, host, _ := strings.Cut(rest, "@")
	user, password, _ := strings.Cut(login, ":")
	return bolt.NewDriverWithContext(scheme+"://"+host, bolt.BasicAuth(user, password, ""))
}

// alone waits until no other process uses the server for its tests, and keeps it until this one ends: the file is never
// closed.
var alone = sync.OnceValues(func() (*os.File, error) {
	name := sha256.Sum256([]byte(os.Getenv(Variable)))
	f, err := os.OpenFile(filepath.Join(os.TempDir(), fmt.Sprintf("baopu-test-neo4j-%x.lock", name[:6])), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock of the server for tests: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return nil, fmt.Errorf("lock of the server for tests: %w", err)
	}
	return f, nil
})
