package score

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/reading"
)

// The reader must not be handed the answers: credits, dateline and topic stay behind.
func TestParseGoldHidesAnswers(t *testing.T) {
	g, err := ParseGold([]byte(`{"id":"a","publication":"报","publicationPlace":"甲市","publishedAt":"2024-01-02","title":"题","subtitle":"副题",` +
		`"body":"文","kind":"visit","bylines":[{"name":"乙","role":"reporter"}],"dateline":{"place":"丙"},"agency":"社","persons":[{"name":"丁"}]}` + "\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []*article.Article{{ID: "a", Publication: "报", PublicationPlace: "甲市", PublishedAt: "2024-01-02", Title: "题", Subtitle: "副题", Body: "文"}}
	if diff := cmp.Diff(want, g.Articles); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	if len(g.Facts) != 1 || len(g.Facts[0].Persons) != 1 || len(g.Facts[0].Bylines) != 1 {
		t.Errorf("facts: %+v", g.Facts)
	}
}

func TestParseGoldNamesBrokenLine(t *testing.T) {
	if _, err := ParseGold([]byte("{\"id\":\"a\"}\n{\"id\":")); err == nil {
		t.Error("no error")
	}
}

func TestReadKeepsOrder(t *testing.T) {
	g, err := ParseGold([]byte("{\"id\":\"b\"}\n{\"id\":\"a\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := g.Read(func(a *article.Article) *reading.Reading { return &reading.Reading{Article: a} })
	ids := func(list []facts.Facts) (out []string) {
		for _, f := range list {
			out = append(out, f.ID)
		}
		return out
	}
	if diff := cmp.Diff([]string{"b", "a"}, ids(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
