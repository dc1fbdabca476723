package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/storetest"
)

// generated is a store of n generated articles.
func generated(t testing.TB, n int) kg.Store {
	t.Helper()
	s, err := store.Open(context.Background(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	docs := storetest.Generate(1, n)
	for len(docs) > 0 {
		k := min(len(docs), 50)
		if _, err := s.Apply(context.Background(), docs[:k]...); err != nil {
			t.Fatal(err)
		}
		docs = docs[k:]
	}
	return s
}

type idPage struct {
	Nodes      []struct{ ID string }
	TotalCount int
	PageInfo   struct {
		HasNextPage bool
		EndCursor   *string
	}
}

// Following the cursors lists every row once, as many as totalCount says.
func TestPagesListEverythingOnce(t *testing.T) {
	s := generated(t, 60)
	const query = `query($after: String) {people(first: 7, after: $after, orderBy: LAST_SEEN_DESC) {nodes {id} totalCount pageInfo {hasNextPage endCursor}}}`
	seen := map[string]bool{}
	var after *string
	for {
		raw, err := graph.Execute(context.Background(), s, query, map[string]any{"after": after}, "")
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ Data struct{ People idPage } }
		if err := json.Unmarshal(raw, &got); err != nil || len(got.Data.People.Nodes) == 0 {
			t.Fatalf("%v: %s", err, raw)
		}
		page := got.Data.People
		for _, n := range page.Nodes {
			if seen[n.ID] {
				t.Errorf("%s is listed twice", n.ID)
			}
			seen[n.ID] = true
		}
		after = page.PageInfo.EndCursor
		if !page.PageInfo.HasNextPage {
			if len(seen) != page.TotalCount {
				t.Errorf("%d listed, totalCount %d", len(seen), page.TotalCount)
			}
			return
		}
	}
}

// A query costs the store's statements for each relation field, whatever the number of parents.
func TestStatementsDontGrowWithParents(t *testing.T) {
	s := generated(t, 1200)
	var ids []any
	for after := ""; len(ids) < 1000; {
		page, err := s.List(context.Background(), kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 1000, After: after}})
		if err != nil || len(page.Nodes) == 0 {
			t.Fatal(len(ids), err)
		}
		for _, n := range page.Nodes {
			ids = append(ids, string(n.NodeHead().ID))
		}
		after = page.Info.End
	}
	var counts [2]int
	for i, n := range []int{1, 1000} {
		ctx, counter := store.CountStatements(context.Background())
		raw, err := graph.Execute(ctx, s, fiveRelations, map[string]any{"ids": ids[:n]}, "")
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Data   struct{ Nodes []struct{ Name string } }
			Errors []any
		}
		if err := json.Unmarshal(raw, &got); err != nil || len(got.Data.Nodes) != n || got.Errors != nil {
			t.Fatalf("%v %v: %.200s", err, got.Errors, raw)
		}
		counts[i] = counter.N()
		t.Logf("%d parents, five relation fields, one totalCount: %d statements, %d bytes of answer", n, counts[i], len(raw))
	}
	if counts[0] != counts[1] || counts[0] == 0 {
		t.Errorf("%d statements with one parent, %d with 1,000", counts[0], counts[1])
	}
}

func BenchmarkThreeLevels(b *testing.B) {
	const query = `{people(first: %d, orderBy: LAST_SEEN_DESC) {nodes {name posts(first: 5) {edges {status evidence(first: 1) {nodes {sentence}} node {title holders(first: 5) {edges {status node {name}}}}}}}}}`
	s := generated(b, 2000)
	for _, n := range []int{1, 20, 100} {
		b.Run(fmt.Sprintf("parents=%d", n), func(b *testing.B) {
			for b.Loop() {
				raw, err := graph.Execute(context.Background(), s, fmt.Sprintf(query, n), nil, "")
				if err != nil || len(raw) < 100*n {
					b.Fatal(err, string(raw))
				}
			}
		})
	}
}
