package store_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/examples"
	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// pair is two stores that hold the same.
type pair struct {
	*testing.T
	stores [2]kg.Store
}

func (p *pair) each(what string, do func(kg.Store) error) {
	p.Helper()
	for _, s := range p.stores {
		if err := do(s); err != nil {
			p.Fatalf("%s: %v", what, err)
		}
	}
}

// equal fails where the exports differ, and answers the first.
func (p *pair) equal(after string) string {
	p.Helper()
	var out [2]bytes.Buffer
	for i, s := range p.stores {
		if err := export.JSONL(context.Background(), &out[i], s); err != nil {
			p.Fatal(err)
		}
	}
	if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
		p.Fatalf("after %s the exports differ, -SQLite +Neo4j\n%s", after, cmp.Diff(strings.Split(out[0].String(), "\n"), strings.Split(out[1].String(), "\n")))
	}
	p.Logf("after %s: exports of %d bytes are equal", after, out[0].Len())
	return out[0].String()
}

// sound fails where a store's Verify finds something.
func (p *pair) sound() {
	p.Helper()
	p.each("verify", func(s kg.Store) error {
		wrong, err := s.Verify(context.Background())
		if len(wrong) > 0 {
			p.Errorf("%d faults, the first: %s", len(wrong), wrong[0])
		}
		return err
	})
}

func (p *pair) load(files []string) {
	p.Helper()
	p.each("load", func(s kg.Store) error {
		rep, err := loader.Load(context.Background(), s, files, loader.Options{})
		if err == nil && len(rep.Failed) > 0 {
			p.Fatalf("%s: %s", rep.Failed[0].Place, rep.Failed[0].Why)
		}
		return err
	})
}

func newPair(t *testing.T, url string) *pair {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return &pair{t, [2]kg.Store{s, neotest.Open(t, url)}}
}

// records are the gold's articles, each in a file of its own; BAOPU_GOLD names a folder with more of them.
func records(t *testing.T, change func(line string) string) []string {
	t.Helper()
	globs := []string{"../../testdata/gold/*.jsonl"}
	if dir := os.Getenv("BAOPU_GOLD"); dir != "" {
		globs = append(globs, filepath.Join(dir, "xw-dev.gold.jsonl"))
	}
	dir := t.TempDir()
	var out []string
	for _, g := range globs {
		names, err := filepath.Glob(g)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", g, len(names), err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(text)) {
				file := filepath.Join(dir, string(rune('a'+len(out)/26))+string(rune('a'+len(out)%26))+".jsonl")
				if err := os.WriteFile(file, []byte(change(line)), 0o600); err != nil {
					t.Fatal(err)
				}
				out = append(out, file)
			}
		}
	}
	return out
}

func unchanged(line string) string { return line }

// The same articles, replaced, removed and judged, are the same graph in both stores, byte for byte, in whatever order
// they were loaded, and the example questions have the same answers.
func TestStoresAreEqual(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	files := records(t, unchanged)
	p := newPair(t, url)
	p.load(files)
	first := p.equal("loading")
	p.load(files)
	if again := p.equal("loading again"); again != first {
		t.Error("loading again changed the graph")
	}
	p.sound()
	p.change(files)
	changed := p.equal("replacing, removing, judging and undoing")
	p.sound()

	reversed := slices.Clone(files)
	slices.Reverse(reversed)
	q := newPair(t, url)
	q.load(reversed)
	if backward := q.equal("loading in reverse order"); backward != first {
		t.Errorf("loaded in reverse order the graph differs: %s", cmp.Diff(strings.Split(first, "\n"), strings.Split(backward, "\n")))
	}
	q.change(files)
	if q.equal("the same changes") != changed {
		t.Error("the same changes made another graph")
	}
}

// change replaces ten documents, removes ten, judges five times and undoes two of it.
func (p *pair) change(files []string) {
	p.Helper()
	longer := records(p.T, func(line string) string {
		return strings.Replace(line, `"body": "`, `"body": "市长张三陪同考察。`, 1)
	})
	p.load(longer[:10])
	p.equal("replacing ten")
	var ids []kg.ID
	p.each("sources", func(s kg.Store) error {
		ids = nil
		return s.Sources(context.Background(), kg.SourceQuery{}, func(id kg.ID, _ string, _ kg.Source) error {
			ids = append(ids, id)
			return nil
		})
	})
	p.each("remove", func(s kg.Store) error { return s.Remove(context.Background(), ids[len(ids)-10:]...) })
	p.equal("removing ten")
	for _, j := range p.judgements() {
		p.judge(j)
	}
	p.equal("judging five")
	log, err := p.stores[0].Judgements(context.Background())
	if err != nil {
		p.Fatal(err)
	}
	for _, j := range []kg.JudgementState{log[0], log[3]} {
		p.judge(kg.Judgement{Verb: kg.JudgeUndo, A: j.ID, By: "tester"})
	}
}

func (p *pair) judge(j kg.Judgement) {
	p.Helper()
	j.At = "2026-01-02T03:04:05Z"
	p.each("judge", func(s kg.Store) error {
		_, err := s.Judge(context.Background(), j)
		return err
	})
}

func (p *pair) judgements() []kg.Judgement {
	p.Helper()
	ctx, s := context.Background(), p.stores[0]
	people, err := s.List(ctx, kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 20}})
	if err != nil {
		p.Fatal(err)
	}
	id := func(i int) kg.ID { return people.Nodes[i].NodeHead().ID }
	posts, err := s.Edges(ctx, []kg.ID{id(4), id(5), id(6), id(7), id(8)}, kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 1}})
	if err != nil {
		p.Fatal(err)
	}
	var named, article kg.ID // somebody, and an article that names them
	for i := 9; i < len(people.Nodes) && named == ""; i++ {
		articles, err := s.Edges(ctx, []kg.ID{id(i)}, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: kg.Page{First: 1}})
		if err != nil {
			p.Fatal(err)
		}
		if len(articles[0].Far) > 0 {
			named, article = id(i), articles[0].Far[0].NodeHead().ID
		}
	}
	out := []kg.Judgement{
		{Verb: kg.JudgeSame, A: id(0), B: id(1), By: "tester", Why: "one person"},
		{Verb: kg.JudgeSame, A: id(1), B: id(2), By: "tester"},
		{Verb: kg.JudgeReassign, A: named, Articles: []kg.ID{article}, By: "tester"},
		{Verb: kg.JudgeRename, A: id(3), Name: "某某𠮷", By: "tester"},
	}
	for _, page := range posts {
		if len(page.Edges) > 0 {
			f := page.Edges[0].EdgeFact()
			return append(out, kg.Judgement{Verb: kg.JudgeRetract, Edge: &kg.EdgeKey{Kind: f.Kind, From: f.From, To: f.To}, By: "tester"})
		}
	}
	p.Fatal("nobody holds a post")
	return nil
}

// The example questions are answered with the same JSON.
func TestAnswersAreEqual(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	p := newPair(t, url)
	m, err := source.ParseManifest(sample.ManifestName, sample.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	said, _ := m.Of(sample.Name)
	page := document.Source{Name: sample.Name, Format: document.Page, Text: sample.Page, Said: said}
	p.each("load the sample", func(s kg.Store) error {
		_, err := loader.Sources(context.Background(), s, []document.Source{page}, loader.Options{})
		return err
	})
	p.load(records(t, unchanged))
	if len(examples.Queries()) < 10 {
		t.Fatalf("%d examples", len(examples.Queries()))
	}
	for _, q := range examples.Queries() {
		var answers [2]string
		for i, s := range p.stores {
			var variables map[string]any
			if q.Variables != "" {
				if err := json.Unmarshal([]byte(q.Variables), &variables); err != nil {
					t.Fatal(err)
				}
			}
			raw, err := graph.Execute(context.Background(), s, q.Text, variables, "")
			if err != nil {
				t.Fatal(err)
			}
			answers[i] = string(raw)
		}
		if d := cmp.Diff(answers[0], answers[1]); d != "" || !strings.HasPrefix(answers[0], `{"data":`) {
			t.Errorf("%s: -SQLite +Neo4j\n%s", q.Name, d)
		}
	}
}
