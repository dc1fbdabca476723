package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

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
		{"lists that must be there", "{people(first: 100) {nodes {" + aliases(10, "articles {nodes {title text}}") + "}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"many small values", "{people(first: 100) {nodes {" + aliases(50, "articleCount") + "}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"names of types", "{people(first: 100) {nodes {" + aliases(150, "__typename") + "}}}", "the answer", graph.Limits{Answer: 100_000}},
		{"names of types in fragments", "{people(first: 100) {nodes {...f}}} fragment f on Person {... on Person {" + aliases(150, "__typename") + "}}", "the answer", graph.Limits{Answer: 100_000}},
		{"a text that isn't selected", "{articles {nodes {title}}}", "must be read", graph.Limits{Read: 2000}},
		{"a text that fits", "{articles {nodes {title}}}", "", graph.Limits{Read: 4000}},
		{"many rows", "{people(first: 100) {nodes {name posts {totalCount}}}}", "must be read", graph.Limits{Read: 40_000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := long(town(100))
			var log bytes.Buffer
			srv := serve(t, m, graph.Options{Limits: c.limits, Log: slog.New(slog.NewTextHandler(&log, nil))})
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
			if log.Len() > 0 {
				t.Errorf("logged %s", log.String())
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

// held is a store whose views last until they are let go.
type held struct {
	*memory
	entered chan struct{}
	let     chan struct{}
}

func (h held) View(ctx context.Context, fn func(kg.Reader) error) error {
	h.entered <- struct{}{}
	<-h.let
	return h.memory.View(ctx, fn)
}

// A query waits while as many others as may be are answered, and no longer than a query may take.
func TestQueriesWaitForEachOther(t *testing.T) {
	h := held{town(1), make(chan struct{}, 2), make(chan struct{})}
	srv := serve(t, h, graph.Options{Timeout: 50 * time.Millisecond, Limits: graph.Limits{Together: 1}})
	const question = `{"query": "{people {totalCount}}"}`
	first := make(chan string)
	go func() {
		_, _, answer := send(t, "POST", srv.URL, "application/json", "", question)
		first <- answer
	}()
	<-h.entered
	if _, _, answer := send(t, "POST", srv.URL, "application/json", "", question); !strings.Contains(answer, "QUERY_TIMEOUT") || len(h.entered) > 0 {
		t.Errorf("%s; the store was asked: %v", answer, len(h.entered) > 0)
	}
	close(h.let)
	<-first
	srv = serve(t, h, graph.Options{Limits: graph.Limits{Together: 1}})
	for range 3 { // each leaves its place to the next, one that fails too
		for _, q := range []string{question, `{"query": "{people {nodes {name @include(if: 7)}}}"}`, `{"query": "{a: __typename people(first: 0) {totalCount}}"}`} {
			if _, _, answer := send(t, "POST", srv.URL, "application/json", "", q); strings.Contains(answer, "QUERY_TIMEOUT") {
				t.Error(answer)
			}
			for len(h.entered) > 0 {
				<-h.entered
			}
		}
	}
}

// The errors of an answer count too: one that all of many objects share is told of each.
func TestErrorsAreBounded(t *testing.T) {
	srv := serve(t, edgeless{town(100)}, graph.Options{Limits: graph.Limits{Answer: 20_000}})
	for first, want := range map[int]string{20: "INTERNAL", 100: "ANSWER_TOO_LARGE"} {
		_, _, got := send(t, "POST", srv.URL, "application/json", "", fmt.Sprintf(`{"query": "{people(first: %d) {nodes {posts {nodes {id}}}}}"}`, first))
		if !strings.Contains(got, want) || len(got) > 20_000 {
			t.Errorf("%d: %d bytes %.200s, want %s", first, len(got), got, want)
		}
	}
}
