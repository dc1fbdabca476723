// Package neotest lends tests the Neo4j server that BAOPU_TEST_NEO4J names, one test at a time, whatever process it runs in: the server
// has one database only, and every store that is opened here begins with an empty one.
package neotest

import (
	"context"
	"os"
	"strings"
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

// Open empties the server's database and opens a store in it, closed at the end of t.
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

// Empty deletes all nodes and edges in the server's database, which is t's alone until t ends. Constraints and indexes stay: making
// them anew costs seconds.
func Empty(t testing.TB, url string) {
	t.Helper()
	server.take(t)
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
