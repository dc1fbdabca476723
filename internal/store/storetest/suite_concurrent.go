package storetest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// testOneView writes while a view is open: the view sees what was there when it began, or begins anew.
func testOneView(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(20)
	apply(t, s, docs[:5]...)
	calls := 0
	err := s.View(background, func(r kg.Reader) error {
		before, err := r.Stats(background)
		if err != nil {
			return err
		}
		if calls++; calls == 1 {
			apply(t, s, docs[5:]...)
		}
		after, err := r.Stats(background)
		if err != nil {
			return err
		}
		if d := diff(before, after); d != "" {
			t.Errorf("the view changed, -want +got\n%s", d)
		}
		page, err := r.List(background, kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 100}, Count: true})
		if err == nil && (len(page.Nodes) != before.Documents || page.Total != before.Documents) {
			t.Errorf("the view lists %d articles of %d", len(page.Nodes), before.Documents)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if stats, _ := s.Stats(background); stats.Documents != 20 {
		t.Errorf("after the view: %d documents", stats.Documents)
	}
	want := errors.New("the caller's own")
	if err := s.View(background, func(kg.Reader) error { return want }); !errors.Is(err, want) {
		t.Errorf("the caller's error came back as %v", err)
	}
}

// testManyViews opens a view within a view, as many as a server has at one time, and asks beside them all.
func testManyViews(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	apply(t, s, someDocuments(2)...)
	ctx, stop := context.WithTimeout(background, 20*time.Second)
	defer stop()
	var within func(left int) error
	within = func(left int) error {
		if left == 0 {
			_, err := s.Stats(ctx)
			return err
		}
		return s.View(ctx, func(r kg.Reader) error {
			if _, err := r.Stats(ctx); err != nil {
				return err
			}
			return within(left - 1)
		})
	}
	if err := within(kg.Views); err != nil {
		t.Errorf("%d views at a time, and a question beside them: %v", kg.Views, err)
	}
}

// testReadersBesideWriter reads from several goroutines while one writes: every answer is of one state.
func testReadersBesideWriter(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(60)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if err := s.View(background, oneState); err != nil {
					t.Errorf("view: %v", err)
					return
				}
			}
		})
	}
	for chunk := range slices.Chunk(docs, 6) {
		apply(t, s, chunk...)
	}
	close(done)
	wg.Wait()
	sound(t, s)
}

// oneState fails where the counts of a view and its lists don't agree.
func oneState(r kg.Reader) error {
	stats, err := r.Stats(background)
	if err != nil {
		return err
	}
	articles, err := r.List(background, kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 1000}, Count: true})
	if err != nil {
		return err
	}
	if len(articles.Nodes) != stats.Documents || articles.Total != stats.Documents || stats.Nodes[kg.ArticleKind] != stats.Documents {
		return errors.New("one view, two states")
	}
	ids := make([]kg.ID, len(articles.Nodes))
	for i, n := range articles.Nodes {
		ids[i] = n.NodeHead().ID
	}
	pages, err := r.Edges(background, ids, kg.EdgeQuery{Kind: kg.PublishedIn, Page: kg.Page{First: 1}, Count: true})
	for _, p := range pages {
		if len(p.Edges) != 1 || p.Total != 1 || p.Far[0] == nil {
			return errors.New("an article without its paper")
		}
	}
	return err
}

// testVerifyBesideWriter verifies while somebody writes: what is half written is no fault.
func testVerifyBesideWriter(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(60)
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(done)
		for chunk := range slices.Chunk(docs, 4) {
			if _, err := s.Apply(background, chunk...); err != nil {
				t.Errorf("apply: %v", err)
			}
		}
	})
	for writing := true; writing; {
		select {
		case <-done:
			writing = false
		default:
		}
		sound(t, s)
	}
	wg.Wait()
}

// testDumpBesideWriter writes while all is read: what is read is of the state of its beginning, the log too, or reading fails.
func testDumpBesideWriter(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(20)
	apply(t, s, docs[:5]...)
	person, err := s.List(background, kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 1}})
	if err != nil || len(person.Nodes) == 0 {
		t.Fatalf("nobody to judge: %v", err)
	}
	rename := func(name string) {
		if _, err := s.Judge(background, kg.Judgement{Verb: kg.JudgeRename, A: person.Nodes[0].NodeHead().ID, Name: name, By: "me"}); err != nil {
			t.Fatal(err)
		}
	}
	rename("甲")
	want, err := told(s, func() {})
	if err != nil || want[len(want)-1] != "甲" {
		t.Fatalf("the dump of a store at rest ends with %q: %v", want[len(want)-1], err)
	}
	for _, write := range []func(){func() { apply(t, s, docs[5:]...) }, func() { rename("乙") }} {
		got, err := told(s, sync.OnceFunc(write))
		if err == nil {
			if d := diff(want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		} else {
			wantWord(t, "dump", err, kg.ErrUnavailable)
		}
		if want, err = told(s, func() {}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(want); n < 2 || want[n-2] != "甲" || want[n-1] != "乙" {
		t.Errorf("the log is not told in order: %q", want)
	}
}

// told is what a dump tells, with the log as the names that it gives; meanwhile is called at every record.
func told(s kg.Store, meanwhile func()) (out []string, err error) {
	err = s.Dump(background, func(r kg.Record) error {
		switch meanwhile(); {
		case r.Node != nil:
			out = append(out, columns(kg.AllColumns(r.Node)))
		case r.Edge != nil:
			out = append(out, columns(kg.EdgeColumns(r.Edge)))
		default:
			out = append(out, r.Judgement.Name)
		}
		return nil
	})
	return out, err
}

// testTwoWriters lets several goroutines write at once: they take turns, and the graph is that of one.
func testTwoWriters(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(60)
	var wg sync.WaitGroup
	for chunk := range slices.Chunk(docs, 15) {
		wg.Go(func() {
			for part := range slices.Chunk(chunk, 5) {
				if _, err := s.Apply(background, part...); err != nil {
					t.Errorf("apply: %v", err)
				}
			}
		})
	}
	wg.Wait()
	m := NewModel()
	apply(t, m, docs...)
	same(t, m, s)
	sound(t, s)
}

func testChanges(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(6)
	apply(t, s, docs[0])
	apply(t, s, docs[0])
	apply(t, s, docs[1])
	if err := s.Remove(background, docs[0].ID); err != nil {
		t.Fatal(err)
	}
	j := judge(t, s, kg.Judgement{Verb: kg.JudgeRename, A: placeIn(docs[1]), Name: "x"})
	want := []kg.Change{{Seq: 1, Op: "apply", Subject: docs[0].ID}, {Seq: 2, Op: "apply", Subject: docs[1].ID}, {Seq: 3, Op: "remove", Subject: docs[0].ID}, {Seq: 4, Op: "judge", Subject: j.ID}}
	got, err := s.Changes(background, 0, 100)
	if d := diff(want, got); err != nil || d != "" {
		t.Errorf("%v, -want +got\n%s", err, d)
	}
	got, err = s.Changes(background, 2, 1)
	if d := diff(want[2:3], got); err != nil || d != "" {
		t.Errorf("after 2: %v, -want +got\n%s", err, d)
	}
	_, err = s.Changes(background, 0, 0)
	wantWord(t, "no limit", err, kg.ErrInvalid)
}
