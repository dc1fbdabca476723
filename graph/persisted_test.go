package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/baopu/baopu/graph"
)

// A client sends the hash of a query first, then, told that it isn't known, the query with it, and from then on the hash alone.
func TestPersistedQueries(t *testing.T) {
	srv := serve(t, town(1), graph.Options{})
	const query = "{people {totalCount}}"
	sum := sha256.Sum256([]byte(query))
	hash := hex.EncodeToString(sum[:])
	ask := func(query, extensions string) string {
		_, _, answer := send(t, "GET", srv.URL+"?query="+url.QueryEscape(query)+"&extensions="+url.QueryEscape(extensions), "", "", "")
		return answer
	}
	extensions := func(version int, hash string) string {
		return fmt.Sprintf(`{"persistedQuery": {"version": %d, "sha256Hash": %q}}`, version, hash)
	}
	long := query + strings.Repeat(" ", 20<<10)
	longSum := sha256.Sum256([]byte(long))
	for _, step := range []struct{ name, query, extensions, says string }{
		{"not known yet", "", extensions(1, hash), "PERSISTED_QUERY_NOT_FOUND"},
		{"another query than its hash", "{stats {claims}}", extensions(1, hash), "BAD_USER_INPUT"},
		{"still not known", "", extensions(1, hash), "PERSISTED_QUERY_NOT_FOUND"},
		{"with its hash", query, extensions(1, hash), `"totalCount":1`},
		{"known", "", extensions(1, hash), `"totalCount":1`},
		{"another version", "", extensions(2, hash), "BAD_USER_INPUT"},
		{"no object", "", `{"persistedQuery": 7}`, "BAD_USER_INPUT"},
		{"a long one is answered", long, extensions(1, hex.EncodeToString(longSum[:])), `"totalCount":1`},
		{"and not kept", "", extensions(1, hex.EncodeToString(longSum[:])), "PERSISTED_QUERY_NOT_FOUND"},
	} {
		if answer := ask(step.query, step.extensions); !strings.Contains(answer, step.says) {
			t.Errorf("%s: %s, want %s", step.name, answer, step.says)
		}
	}
}
