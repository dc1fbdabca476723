package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// An answer that is too large, or too large to be read, is refused as a whole, by one error of its own code.
func TestAnswersAreBounded(t *testing.T) {
	long := func(m *memory) *memory {
		m.nodes[articleID].(*kg.Article).Text = strings.Repeat("报", 1000)
		return m
	}
	aliases := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: %s ", i, field)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, query, says string
		limits            graph.Limits
	}{
		{"one text often", "{articles {nodes {" + aliases(50, "text") + "}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"one text less often", "{articles {nodes {" + aliases(30, "text") + "}}}", "", graph.Limits{Answer: 100_000}},
		{"one text of many", "{people(first: 50) {nodes {articles {nodes {text}}}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"many small values", "{people(first: 100) {nodes {" + aliases(50, "articleCount") + "}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"a text that isn't selected", "{articles {nodes {title}}}", "must be read", graph.Limits{Read: 2000}},
		{"a text that fits", "{articles {nodes {title}}}", "", graph.Limits{Read: 4000}},
		{"many rows", "{people(first: 100) {nodes {name posts {totalCount}}}}", "must be read", graph.Limits{Read: 40_000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := long(town(100))
			srv := serve(t, m, graph.Options{Limits: c.limits})
			body, err := json.Marshal(map[string]string{"query": c.query})
			if err != nil {
				t.Fatal(err)
			}
			status, _, got := send(t, "POST", srv.URL, "application/json", "application/graphql-response+json", string(body))
			if c.says == "" {
				if status != 200 || strings.Contains(got, "errors") {
					t.Errorf("%d %.300s", status, got)
				}
				return
			}
			if status != 400 || strings.Count(got, `"message"`) != 1 || !strings.Contains(got, c.says) || !strings.Contains(got, `"ANSWER_TOO_LARGE"`) || strings.Contains(got, `"data"`) {
				t.Errorf("%d %.300s", status, got)
			}
			if len(m.calls) > 1 && c.limits.Read > 0 {
				t.Errorf("the store was asked on: %v", m.calls)
			}
		})
	}
}

// What may have very many rows is asked for in pieces, and answered as a whole.
func TestManyRowsAreReadInPieces(t *testing.T) {
	m := town(150)
	var ids []string
	for id, node := range m.nodes {
		if node.NodeHead().Kind == kg.PersonKind {
			ids = append(ids, string(id))
		}
	}
	got := ask(t, m, `query($ids: [ID!]!) {nodes(ids: $ids) {... on Person {articles(first: 100) {nodes {title}}}}}`, map[string]any{"ids": ids})
	if n := strings.Count(fmt.Sprint(got), "报道"); n != 150 || strings.Join(m.calls, ", ") != "Nodes, Edges MENTIONS 1, Edges MENTIONS 1" {
		t.Errorf("%d titles, by %v", n, m.calls)
	}
}
