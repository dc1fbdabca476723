package loader_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/genre"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
)

// Text to facts, on one core: characters a second over the gold's articles.
func BenchmarkFacts(b *testing.B) {
	gold, err := os.ReadFile("../testdata/gold/cm-dev.gold.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	var list []*article.Article
	characters := 0
	for l := range article.Lines(bytes.NewReader(gold)) {
		if l.Err != nil {
			b.Fatal(l.Err)
		}
		list = append(list, l.Article)
		characters += len(l.Article.Text().Runes)
	}
	read.Article(list[0]) // the tables are decoded once
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, a := range list {
			facts.From(read.Article(a))
		}
	}
	b.ReportMetric(float64(characters)*float64(b.N)/b.Elapsed().Seconds(), "characters/s")
	b.ReportMetric(float64(len(list))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// The whole load: invented articles from a file into a new store, with all cores.
func BenchmarkLoad(b *testing.B) {
	const articles = 500
	var text bytes.Buffer
	if err := article.Encode(&text, slices.Collect(genre.Articles(3, articles))...); err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), "articles.jsonl")
	if err := os.WriteFile(file, text.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := store.Open(b.Context(), "sqlite:"+filepath.Join(b.TempDir(), "s.db"))
		if err != nil {
			b.Fatal(err)
		}
		rep, err := loader.Load(b.Context(), s, []string{file}, loader.Options{})
		if err != nil || len(rep.Failed) > 0 {
			b.Fatal(err, rep.Failed)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(articles*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
