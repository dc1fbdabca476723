package genre_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/genre"
	"github.com/baopu/baopu/loader/article"
)

func lines(t *testing.T, seed uint64, n int) string {
	t.Helper()
	var b bytes.Buffer
	if err := article.Encode(&b, slices.Collect(genre.Articles(seed, n))...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The same seed gives the same articles, a longer run begins with a shorter one, another seed gives others, and every
// article is one that can be read.
func TestArticles(t *testing.T) {
	all := lines(t, 1, 500)
	if all != lines(t, 1, 500) {
		t.Error("a seed gives two runs")
	}
	if short := lines(t, 1, 50); all[:len(short)] != short {
		t.Error("a longer run doesn't begin with the shorter")
	}
	if all == lines(t, 2, 500) {
		t.Error("two seeds give one run")
	}
	titles := map[string]bool{}
	for l := range article.Lines(bytes.NewReader([]byte(all))) {
		if l.Err != nil || l.Article.PublishedAt == "" || l.Article.PublicationPlace == "" {
			t.Errorf("line %d: %v %+v", l.Number, l.Err, l.Article)
		}
		titles[l.Article.Title] = true
	}
	if len(titles) != 500 {
		t.Errorf("%d titles of 500 articles", len(titles))
	}
}
