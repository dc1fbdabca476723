package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// doubling is n fragments that each name the next one twice: 2^n fields from n lines.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString("{stats {...f0}}")
	for i := range n {
		fmt.Fprintf(&b, " fragment f%d on Stats {a: documents ...f%d ...f%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment f%d on Stats {claims}", n)
	return b.String()
}

func TestGuard(t *testing.T) {
	for _, c := range []struct{ name, query, code string }{
		{"many tokens", "{" + strings.Repeat("stats {claims} ", 1000) + "}", "OPERATION_TOO_LARGE"},
		{"deep", "{" + strings.Repeat("nodes(ids: []) {... on Person {posts {nodes {holders {nodes {", 6) + "id" + strings.Repeat("}", 36) + "}", "OPERATION_TOO_LARGE"},
		{"many aliases", "{stats {" + aliases(201) + "}}", "OPERATION_TOO_LARGE"},
		{"fragments that double", doubling(40), "OPERATION_TOO_LARGE"},
		{"fragments in a circle", "{stats {...a}} fragment a on Stats {...b} fragment b on Stats {...a}", "GRAPHQL_VALIDATION_FAILED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			errs, _ := ask(t, town(1), c.query, nil)["errors"].([]any)
			if len(errs) == 0 || errs[0].(map[string]any)["extensions"].(map[string]any)["code"] != c.code {
				t.Errorf("want %s, got %v", c.code, errs)
			}
			if d := time.Since(start); d > 2*time.Second {
				t.Errorf("refused after %s only", d)
			}
		})
	}
}

func aliases(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: claims ", i)
	}
	return b.String()
}
