package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/storetest"
)

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		url  string
		word error
	}{
		{"", kg.ErrInvalid},
		{"baopu.db", kg.ErrInvalid},
		{"sqlite:", kg.ErrInvalid},
		{"postgres://x", kg.ErrInvalid},
		{"sqlite:" + filepath.Join(t.TempDir(), "none", "x.db"), kg.ErrUnavailable},
	} {
		if s, err := store.Open(t.Context(), c.url); !errors.Is(err, c.word) {
			t.Errorf("%q: %v, %v, want %v", c.url, s, err, c.word)
		}
	}
}

func TestOpenMemoryLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s, err := store.Open(t.Context(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), storetest.Generate(1, 3)...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The promise of the contract, in statements: the number of parents and rows doesn't matter.
func TestStatements(t *testing.T) {
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "a b%c?d.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Apply(t.Context(), storetest.Generate(1, 30)...); err != nil {
		t.Fatal(err)
	}
	people, err := s.List(t.Context(), kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 40}})
	if err != nil {
		t.Fatal(err)
	}
	var ids []kg.ID
	for _, n := range people.Nodes {
		ids = append(ids, n.NodeHead().ID)
	}
	for _, c := range statementCases(ids) {
		ctx, counter := store.CountStatements(t.Context())
		if err := c.ask(ctx, s); err != nil || counter.N() != c.want {
			t.Errorf("%s: %d statements, want %d, %v\n%q", c.name, counter.N(), c.want, err, counter.Texts())
		}
	}
}

type statementCase struct {
	name string
	want int
	ask  func(context.Context, kg.Reader) error
}

func statementCases(ids []kg.ID) []statementCase {
	page := kg.Page{First: 5}
	edges := func(q kg.EdgeQuery) func(context.Context, kg.Reader) error {
		return func(ctx context.Context, r kg.Reader) error { _, err := r.Edges(ctx, ids, q); return err }
	}
	list := func(q kg.NodeQuery) func(context.Context, kg.Reader) error {
		return func(ctx context.Context, r kg.Reader) error { _, err := r.List(ctx, q); return err }
	}
	return []statementCase{
		{"nodes of one kind", 1, func(ctx context.Context, r kg.Reader) error { _, err := r.Nodes(ctx, ids, kg.When{}); return err }},
		{"list", 1, list(kg.NodeQuery{Kind: kg.PersonKind, Page: page})},
		{"list and count", 2, list(kg.NodeQuery{Kind: kg.PersonKind, Page: page, Count: true})},
		{"the latest", 1, list(kg.NodeQuery{Kind: kg.PersonKind, One: true})},
		{"count alone", 1, list(kg.NodeQuery{Kind: kg.PersonKind, Count: true})},
		{"edges", 1, edges(kg.EdgeQuery{Kind: kg.HoldsPost, Page: page})},
		{"edges and counts", 2, edges(kg.EdgeQuery{Kind: kg.HoldsPost, Page: page, Count: true})},
		{"edges to several kinds", 1, edges(kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: page})},
		{"evidence and counts", 2, func(ctx context.Context, r kg.Reader) error {
			_, err := r.Evidence(ctx, ids, kg.EvidenceQuery{Page: page, Count: true})
			return err
		}},
		{"group", 1, func(ctx context.Context, r kg.Reader) error {
			_, err := r.Group(ctx, kg.GroupQuery{Kind: kg.ArticleKind, By: "published", Cut: 7, Limit: 5})
			return err
		}},
		{"candidates", 3, func(ctx context.Context, r kg.Reader) error {
			_, err := r.Candidates(ctx, kg.CandidateQuery{Kind: kg.PersonKind, Page: kg.Page{First: 50}})
			return err
		}},
		{"stats", 1, func(ctx context.Context, r kg.Reader) error { _, err := r.Stats(ctx); return err }},
		{"changes", 1, func(ctx context.Context, r kg.Reader) error { _, err := r.Changes(ctx, 0, 5); return err }},
	}
}
