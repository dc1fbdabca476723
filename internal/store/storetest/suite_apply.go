package storetest

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

var background = context.Background()

func testEmpty(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	if d := dump(t, s); d != "" {
		t.Errorf("an empty store dumps %s", d)
	}
	stats, err := s.Stats(background)
	if d := diff(kg.Stats{}, stats); err != nil || d != "" {
		t.Errorf("stats: %v, -want +got\n%s", err, d)
	}
	nodes, err := s.Nodes(background, []kg.ID{"p-0", "nonsense", "", "x'); DROP TABLE document; --"}, kg.When{})
	if d := diff([]kg.Node{nil, nil, nil, nil}, nodes); err != nil || d != "" {
		t.Errorf("nodes: %v, -want +got\n%s", err, d)
	}
	edges, err := s.Edges(background, []kg.ID{"p-0", "nonsense"}, kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 3}, Count: true})
	if d := diff([]kg.EdgePage{{}, {}}, edges); err != nil || d != "" {
		t.Errorf("edges: %v, -want +got\n%s", err, d)
	}
	if none, err := s.Edges(background, nil, kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 3}}); err != nil || len(none) != 0 {
		t.Errorf("edges of nothing: %v, %v", none, err)
	}
	if done, err := s.Apply(background); err != nil || done != (kg.Applied{}) {
		t.Errorf("apply nothing: %+v, %v", done, err)
	}
	sound(t, s)
}

func testApply(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(60)
	done := apply(t, s, docs...)
	claims := 0
	for _, d := range docs {
		claims += len(d.Claims)
	}
	if want := (kg.Applied{Documents: 60, Articles: 60, Claims: claims}); done != want {
		t.Errorf("applied %+v, want %+v", done, want)
	}
	m := NewModel()
	apply(t, m, docs...)
	same(t, m, s)
	sound(t, s)
	want, _ := m.Stats(background)
	got, err := s.Stats(background)
	if d := diff(want, got); err != nil || d != "" {
		t.Errorf("stats: %v, -want +got\n%s", err, d)
	}
	var sources []string
	err = s.Sources(background, kg.SourceQuery{}, func(id kg.ID, reader string, src kg.Source) error {
		sources = append(sources, string(id)+reader+src.Name+src.Text)
		return nil
	})
	if err != nil || len(sources) != 60 || !slices.IsSorted(sources) {
		t.Errorf("%d sources, %v", len(sources), err)
	}
	picked(t, m, s, docs)
}

// picked compares which documents a store picks with what the model does.
func picked(t *testing.T, m, s kg.Store, docs []*kg.Document) {
	t.Helper()
	for name, q := range map[string]kg.SourceQuery{
		"a day":   {Day: docs[0].Source.Date},
		"ids":     {IDs: []kg.ID{docs[7].ID, docs[3].ID, kg.MakeID("d", "none"), docs[7].ID}},
		"names":   {Names: []string{docs[5].Source.Name, docs[1].Source.Name, "none", docs[5].Source.Name}},
		"no day":  {Day: "1999-01-01"},
		"no id":   {IDs: []kg.ID{}},
		"no name": {Names: []string{"none"}},
	} {
		want, got := sources(t, m, q), sources(t, s, q)
		if d := diff(want, got); d != "" || len(got) == len(docs) || (len(got) == 0) != strings.HasPrefix(name, "no ") {
			t.Errorf("sources of %s: -want +got\n%s", name, d)
		}
	}
	two := kg.SourceQuery{Day: docs[0].Source.Date, IDs: []kg.ID{docs[0].ID}}
	if err := s.Sources(background, two, nil); !errors.Is(err, kg.ErrInvalid) {
		t.Errorf("sources by day and ids: %v", err)
	}
}

func sources(t *testing.T, s kg.Store, q kg.SourceQuery) []kg.Source {
	t.Helper()
	var out []kg.Source
	err := s.Sources(background, q, func(_ kg.ID, _ string, src kg.Source) error {
		out = append(out, src)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return out
}

func testReapply(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(20)
	apply(t, s, docs...)
	before := dump(t, s)
	for range 2 {
		if done := apply(t, s, docs...); done != (kg.Applied{Unchanged: 20}) {
			t.Errorf("applied again: %+v", done)
		}
	}
	if dump(t, s) != before {
		t.Error("applied again, the graph is another")
	}
	if stats, _ := s.Stats(background); stats.Seq != 20 {
		t.Errorf("applied again, the change counter stands at %d", stats.Seq)
	}
	other := copyDocument(docs[3])
	other.Reader = "generator/2"
	if done := apply(t, s, other, docs[4]); done.Documents != 1 || done.Unchanged != 1 {
		t.Errorf("another reader: %+v", done)
	}
	if dump(t, s) != before {
		t.Error("the same claims of another reader make another graph")
	}
	sound(t, s)
}

func testReplace(t *testing.T, open func(*testing.T) kg.Store) {
	s, m := open(t), NewModel()
	w := smallWorld()
	for round := range 6 {
		var docs []*kg.Document
		for nr := range 8 {
			docs = append(docs, w.Document(rand.New(rand.NewPCG(uint64(round), uint64(nr))), nr))
		}
		apply(t, s, docs...)
		apply(t, m, docs...)
		same(t, m, s)
		sound(t, s)
	}
}

// What was read again from a store is written where the document still has that source, or not at all.
func testReadAgain(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(3)
	apply(t, s, docs...)
	again := copyDocument(docs[0])
	again.Was, again.Reader = docs[0].Source.Digest(), "generator/2"
	if done := apply(t, s, again); done.Documents != 1 {
		t.Errorf("read again: %+v", done)
	}
	apply(t, s, written(docs[0], "a newer text"))
	before := dump(t, s)
	_, err := s.Apply(background, docs[1], written(docs[2], "another"), again)
	wantWord(t, "another text by now", err, kg.ErrConflict)
	if err := s.Remove(background, docs[0].ID); err != nil {
		t.Fatal(err)
	}
	_, err = s.Apply(background, again)
	wantWord(t, "taken out by now", err, kg.ErrConflict)
	apply(t, s, written(docs[0], "a newer text"))
	if dump(t, s) != before {
		t.Error("something was written")
	}
	sound(t, s)
}

func testRemove(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(40)
	m := filled(t, s, docs)
	for chunk := range slices.Chunk(docs, 7) {
		var ids []kg.ID
		for _, d := range chunk {
			ids = append(ids, d.ID)
		}
		if err := errors.Join(s.Remove(background, ids...), m.Remove(background, ids...)); err != nil {
			t.Fatal(err)
		}
		same(t, m, s)
	}
	sound(t, s)
	if d := dump(t, s); d != "" {
		t.Errorf("all is removed, and this is left: %s", d)
	}
	wantWord(t, "remove again", s.Remove(background, docs[0].ID), kg.ErrNotFound)
}

func testOrder(t *testing.T, open func(*testing.T) kg.Store) {
	docs := someDocuments(45)
	var want string
	for i := range 4 {
		rng := rand.New(rand.NewPCG(uint64(i), 1))
		shuffled := slices.Clone(docs)
		rng.Shuffle(len(shuffled), func(a, b int) { shuffled[a], shuffled[b] = shuffled[b], shuffled[a] })
		s := open(t)
		for len(shuffled) > 0 {
			n := min(1+rng.IntN(9), len(shuffled))
			apply(t, s, shuffled[:n]...)
			shuffled = shuffled[n:]
		}
		got := dump(t, s)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("another order of documents makes another graph, -want +got\n%s", diff(want, got))
		}
	}
}

func testBadBatch(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(12)
	apply(t, s, docs[:4]...)
	before := dump(t, s)
	bad := copyDocument(docs[6])
	bad.Claims[0].From = "p-nobody"
	stolen := copyDocument(docs[7])
	stolen.Nodes = append(stolen.Nodes, docs[0].Nodes[0])
	for _, c := range []struct {
		name string
		docs []*kg.Document
		word error
	}{
		{"a claim of nobody", []*kg.Document{docs[5], bad, docs[8]}, kg.ErrInvalid},
		{"an article of another document", []*kg.Document{docs[5], stolen}, kg.ErrInvalid},
		{"twice", []*kg.Document{docs[5], docs[5]}, kg.ErrInvalid},
	} {
		_, err := s.Apply(background, c.docs...)
		wantWord(t, c.name, err, c.word)
		if dump(t, s) != before {
			t.Fatalf("%s: something was written", c.name)
		}
	}
	wantWord(t, "remove with an unknown one", s.Remove(background, docs[0].ID, "d-none"), kg.ErrNotFound)
	if dump(t, s) != before {
		t.Fatal("remove with an unknown one: something was written")
	}
	twin := copyDocument(docs[0])
	twin.ID = "d-twin"
	twin.Nodes[0].(*kg.Article).Document = twin.ID
	for _, n := range twin.Nodes {
		if r, ok := n.(*kg.Remainder); ok {
			r.Document = twin.ID
		}
	}
	_, err := s.Apply(background, docs[9], twin)
	wantWord(t, "an article that another document holds", err, kg.ErrConflict)
	if dump(t, s) != before {
		t.Fatal("an article that another document holds: something was written")
	}
	sound(t, s)
}

func testCancelled(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(60)
	apply(t, s, docs[:10]...)
	before := dump(t, s)
	ctx, cancel := context.WithCancel(background)
	cancel()
	_, err := s.Apply(ctx, docs[10:]...)
	wantWord(t, "apply", err, context.Canceled)
	wantWord(t, "remove", s.Remove(ctx, docs[0].ID), context.Canceled)
	_, err = s.List(ctx, kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 1}})
	wantWord(t, "list", err, context.Canceled)
	_, err = s.Judge(ctx, kg.Judgement{Verb: kg.JudgeRename, A: placeIn(docs[0]), Name: "x", By: "me"})
	wantWord(t, "judge", err, context.Canceled)
	wantWord(t, "view", s.View(ctx, func(kg.Reader) error { return nil }), context.Canceled)
	// Cancelled somewhere in the middle: all or nothing.
	for i := range 10 {
		ctx, cancel := context.WithCancel(background)
		go func() {
			for range i * 20000 {
				_ = ctx.Err()
			}
			cancel()
		}()
		_, err := s.Apply(ctx, docs[10:]...)
		cancel()
		if err == nil {
			break
		}
		wantWord(t, "apply", err, context.Canceled)
		if dump(t, s) != before {
			t.Fatal("a cancelled call left something behind")
		}
	}
	sound(t, s)
	apply(t, s, docs...)
	m := NewModel()
	apply(t, m, docs...)
	same(t, m, s)
}

func testClosed(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(2)
	apply(t, s, docs[0])
	var wg sync.WaitGroup
	for range 8 { // a signal and the end of a command may come together
		wg.Go(func() {
			if err := s.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
	wg.Wait()
	_, err := s.Apply(background, docs[1])
	wantWord(t, "apply", err, kg.ErrUnavailable)
	_, err = s.Nodes(background, []kg.ID{"p-1"}, kg.When{})
	wantWord(t, "nodes", err, kg.ErrUnavailable)
	wantWord(t, "view", s.View(background, func(kg.Reader) error { return nil }), kg.ErrUnavailable)
	_, err = s.Verify(background)
	wantWord(t, "verify", err, kg.ErrUnavailable)
}

// placeIn is a place that d names.
func placeIn(d *kg.Document) kg.ID {
	i := slices.IndexFunc(d.Nodes, func(n kg.Node) bool { return n.NodeHead().Kind == kg.PlaceKind })
	return d.Nodes[i].NodeHead().ID
}
