package loader_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/source"
)

// corpus is a page, an issue of two pages, the gold's articles and some invented ones, each in a file of its own.
func corpus(t *testing.T) []string {
	t.Helper()
	one, two := hebi(t)
	pages := []string{"../testdata/pages/txt/bayannur-20191106-p1.txt", one, two}
	gold, err := os.ReadFile("../testdata/gold/cm-dev.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := invented(t, 20)
	files := map[string]string{}
	lines := slices.Collect(strings.Lines(string(gold)))
	for i, line := range append(lines[:len(lines)/2], slices.Collect(strings.Lines(text))...) {
		files[filepath.Join("records", string(rune('a'+i/26))+string(rune('a'+i%26))+".jsonl")] = line
	}
	dir := write(t, files)
	records, err := filepath.Glob(filepath.Join(dir, "records", "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return append(pages, records...)
}

// graph is a store and what its export is.
type graph struct {
	*testing.T
	kg.Store
}

func newGraph(t *testing.T) graph {
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
	return graph{t, s}
}

func (g graph) load(o loader.Options, paths ...string) {
	g.Helper()
	rep, err := loader.Load(g.Context(), g.Store, paths, o)
	if err != nil || len(rep.Failed)+len(rep.Doubled) > 0 {
		g.Fatalf("%v %+v %+v", err, rep.Failed, rep.Doubled)
	}
}

func (g graph) export() string {
	g.Helper()
	var b bytes.Buffer
	if err := export.JSONL(g.Context(), &b, g.Store); err != nil {
		g.Fatal(err)
	}
	return b.String()
}

// want compares the export with another, and verifies the store.
func (g graph) want(want, how string) {
	g.Helper()
	if got := g.export(); got != want {
		g.Errorf("%s: another graph: %s", how, firstDifference(want, got))
	}
	faults, err := g.Verify(g.Context())
	if err != nil || len(faults) > 0 {
		g.Errorf("%s: %v %q", how, err, faults)
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\n-" + a[i] + "\n+" + b[i]
		}
	}
	return "one is longer"
}

// Loaded twice, in another order, in other groupings, replaced and put back, removed and loaded again, rebuilt: the same
// bytes.
func TestSameGraph(t *testing.T) {
	files := corpus(t)
	g := newGraph(t)
	g.load(loader.Options{}, files...)
	want := g.export()
	if strings.Count(want, "\n") < 1500 {
		t.Fatalf("%d lines only", strings.Count(want, "\n"))
	}
	g.load(loader.Options{Batch: 50, Workers: 1}, files...)
	g.want(want, "loaded twice")

	rng := rand.New(rand.NewPCG(1, 2))
	shuffled := slices.Clone(files)
	rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	other := newGraph(t)
	half := len(shuffled) / 2
	other.load(loader.Options{Batch: 7, Workers: 3}, shuffled[:half]...)
	other.load(loader.Options{Batch: 1}, shuffled[half:]...)
	other.want(want, "in another order and grouping")

	// The first page, and every fifth file, with other words under the same title; then as they were.
	changed := write(t, nil)
	var some, back []string
	for i, f := range files {
		if i%5 == 0 {
			back = append(back, f)
			some = append(some, rewrite(t, f, changed))
		}
	}
	other.load(loader.Options{}, some...)
	if other.export() == want {
		t.Error("other words give the same graph: the test proves nothing")
	}
	other.load(loader.Options{Batch: 3}, back...)
	other.want(want, "replaced and put back")

	other.removeHalf(rng)
	if other.export() == want {
		t.Error("half the documents give the same graph: the test proves nothing")
	}
	other.load(loader.Options{}, shuffled...)
	other.want(want, "removed and loaded again")

	fresh := newGraph(t)
	if _, err := loader.Rebuild(t.Context(), other.Store, fresh.Store, loader.Options{Batch: 11}); err != nil {
		t.Fatal(err)
	}
	fresh.want(want, "rebuilt")
}

// rewrite writes a file's text with some words of its bodies changed into dir, under its own name, and answers the copy's path.
func rewrite(t *testing.T, path, dir string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := source.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, filepath.Base(path))
	head, body, record := strings.Cut(text, `"body"`) // a record's title is part of what it is known by
	if !record {
		head, body = "", text
	}
	if record {
		head += `"body"`
	}
	text = head + strings.NewReplacer("市长", "副市长", "会议", "大会", "增长", "下降").Replace(body)
	if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return to
}

func (g graph) removeHalf(rng *rand.Rand) {
	g.Helper()
	var ids []kg.ID
	err := g.Sources(g.Context(), kg.SourceQuery{}, func(id kg.ID, _ string, _ kg.Source) error {
		if rng.IntN(2) == 0 {
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		g.Fatal(err)
	}
	if err := g.Remove(g.Context(), ids...); err != nil {
		g.Fatal(err)
	}
}

// rewriteFile gives a file another text.
func rewriteFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
