package sqlite

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/statement"
)

// planned answers the steps that SQLite takes for the statements of a question.
func planned(t *testing.T, s *Store, ask func(context.Context) error) []string {
	t.Helper()
	ctx, counter := statement.Count(t.Context())
	if err := ask(ctx); err != nil {
		t.Fatal(err)
	}
	var steps []string
	err := s.read(t.Context(), func(r *reader) error {
		for _, text := range counter.Texts() {
			args := slices.Repeat([]any{""}, strings.Count(text, "?")-strings.Count(text, "?1")-strings.Count(text, "?2"))
			err := r.s.each(t.Context(), "EXPLAIN QUERY PLAN "+text, args, func(got *row) error {
				var id, parent, unused int
				var detail string
				err := got.scan(&id, &parent, &unused, &detail)
				steps = append(steps, detail)
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return steps
}

// called is the filter of posts that are called name, as a look-up has it.
func called(name string) kg.Filter {
	return kg.Filter{Or: []kg.Filter{
		{Field: "name", Op: kg.In, Values: []string{name}}, {Field: "key", Op: kg.In, Values: []string{name}}, {Field: "key", Op: kg.Prefix, Value: name + "@"},
	}}
}

// No question reads a table from end to end: it seeks by id, or walks an index in order.
func TestPlans(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ids, page := []kg.ID{"p-1", "l-1", "a-1"}, kg.Page{First: 5}
	place := kg.EdgeFilter{Kind: kg.HasJurisdiction, Node: kg.Filter{Field: "id", Op: kg.Eq, Value: "l-1"}}
	posted := kg.EdgeFilter{Kind: kg.HoldsPost, Node: kg.Filter{Some: &place}}
	ofDocuments := kg.Filter{Field: "document", Op: kg.In, Values: []string{"d-1", "d-2"}}
	list := func(q kg.NodeQuery) func(context.Context) error {
		return func(ctx context.Context) error { _, err := s.List(ctx, q); return err }
	}
	edgesOf := func(ids []kg.ID, q kg.EdgeQuery) func(context.Context) error {
		return func(ctx context.Context) error { _, err := s.Edges(ctx, ids, q); return err }
	}
	edges := func(q kg.EdgeQuery) func(context.Context) error { return edgesOf(ids, q) }
	for name, ask := range map[string]func(context.Context) error{
		"nodes":               func(ctx context.Context) error { _, err := s.Nodes(ctx, ids, kg.When{}); return err },
		"list":                list(kg.NodeQuery{Kind: kg.PersonKind, Page: page}),
		"list by name":        list(kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Field: "name", Op: kg.Eq, Value: "x"}, Page: page, Count: true}),
		"latest by name":      list(kg.NodeQuery{Kind: kg.PostKind, Where: called("x"), One: true}),
		"latest then":         list(kg.NodeQuery{Kind: kg.PostKind, Where: called("x"), When: kg.When{KnownAt: "2024-05-01"}, One: true}),
		"list of documents":   list(kg.NodeQuery{Kind: kg.ArticleKind, Where: ofDocuments, Order: "PUBLISHED", Reverse: true, Page: page}),
		"list of a place":     list(kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Some: &posted}, Page: page, Count: true}),
		"edges":               edges(kg.EdgeQuery{Kind: kg.HoldsPost, Page: page, Count: true}),
		"edges of one":        edgesOf(ids[:1], kg.EdgeQuery{Kind: kg.HoldsPost, Page: page, Count: true}),
		"edges with filters":  edges(kg.EdgeQuery{Kind: kg.HoldsPost, Page: page, MinConfidence: 500, When: kg.When{AsOf: "2024"}}),
		"edges of both times": edgesOf(ids[:1], kg.EdgeQuery{Kind: kg.HoldsPost, Page: page, When: kg.When{AsOf: "2024", KnownAt: "2024-05-01"}}),
		"edges of a day":      edges(kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Node: kg.Filter{Field: "start", Op: kg.Eq, Value: "2024-05-01"}, Page: page, Count: true}),
		"edges of many":       edges(kg.EdgeQuery{Kind: kg.MentionsEntity, Page: page}),
		"evidence": func(ctx context.Context) error {
			_, err := s.Evidence(ctx, ids, kg.EvidenceQuery{Page: page, Count: true})
			return err
		},
		"candidates": func(ctx context.Context) error {
			_, err := s.Candidates(ctx, kg.CandidateQuery{Kind: kg.EventKind, Page: page})
			return err
		},
		"sources of names": func(ctx context.Context) error {
			return s.Sources(ctx, kg.SourceQuery{Names: []string{"x"}}, func(kg.ID, string, kg.Source) error { return nil })
		},
		"stats":   func(ctx context.Context) error { _, err := s.Stats(ctx); return err },
		"changes": func(ctx context.Context) error { _, err := s.Changes(ctx, 0, 5); return err },
	} {
		t.Run(name, func(t *testing.T) {
			steps := planned(t, s, ask)
			for _, step := range steps {
				few := []string{"SCAN counter", "SCAN judgement", "SCAN s", "SCAN (subquery-1)", "SCAN CONSTANT ROW"} // s is a page, the others are a row each
				harmless := strings.Contains(step, "VIRTUAL TABLE") || strings.Contains(step, "INDEX") || slices.Contains(few, step)
				if strings.HasPrefix(step, "SCAN") && !harmless {
					t.Errorf("%s\nin %q", step, steps)
				}
			}
		})
	}
	from := kg.Filter{Field: "firstDate", Op: kg.Gte, Value: "2024-05-01"}
	for _, schema := range kg.EdgeKinds { // a timeline of a hub, from a day on
		q := kg.EdgeQuery{Kind: schema.Kind, Direction: kg.Inward, Edge: from, Order: schema.First().Name, Page: page}
		sought := "SEARCH a USING PRIMARY KEY (node=? AND slot=? AND sort>?)"
		if steps := planned(t, s, edgesOf(ids[:1], q)); !slices.Contains(steps, sought) || slices.Contains(steps, "USE TEMP B-TREE FOR ORDER BY") {
			t.Errorf("%s of a day are looked for among all of a node: %q", schema.Kind, steps)
		}
	}
	sought := "SEARCH n USING INDEX n_Article_document (document=?)" // not the articles in their order until some are found
	if steps := planned(t, s, list(kg.NodeQuery{Kind: kg.ArticleKind, Where: ofDocuments, Order: "PUBLISHED", Reverse: true, Page: page})); !slices.Contains(steps, sought) {
		t.Errorf("the articles of documents are looked for among all: %q", steps)
	}
	whole := func(step string) bool {
		return strings.HasPrefix(step, "SEARCH p USING PRIMARY KEY (subject=? AND (published,article,start,nr)")
	}
	if steps := planned(t, s, func(ctx context.Context) error {
		_, err := s.Evidence(ctx, ids[:1], kg.EvidenceQuery{Page: page})
		return err
	}); !slices.ContainsFunc(steps, whole) {
		t.Errorf("evidence of a fact isn't bounded by its key, thousands of claims may be read: %q", steps)
	}
	noted := planned(t, s, func(ctx context.Context) error { _, err := s.Noted(ctx, []string{"x"}); return err })
	if !slices.ContainsFunc(noted, func(step string) bool { return strings.Contains(step, "d USING COVERING INDEX") }) {
		t.Errorf("the sources of documents are looked for in their rows: %q", noted)
	}
	for _, step := range planned(t, s, list(kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Some: &posted}, Page: page})) {
		if strings.HasPrefix(step, "SCAN n ") {
			t.Errorf("people of a place are looked for among all people: %s", step)
		}
	}
}
