package read

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
)

// TestArticleIsPure holds the promise that the same article reads the same, and that every step of the reading has run.
func TestArticleIsPure(t *testing.T) {
	a := &article.Article{
		PublicationPlace: "江西省宜春市", PublishedAt: "2024-06-12", Title: "上高县代表团来我市考察",
		Body: "6月11日，上高县代表团在我市考察。市委书记郑柏青会见代表团一行。郑柏青说：“欢迎大家。”",
	}
	first := Article(a)
	if diff := cmp.Diff(first, Article(a)); diff != "" {
		t.Error(diff)
	}
	switch {
	case len(first.Sentences) != 4:
		t.Errorf("%d sentences", len(first.Sentences))
	case len(first.People) != 1 || first.People[0].Name != "郑柏青":
		t.Errorf("people %v", first.People)
	case len(first.Events) == 0 || len(first.Utterances) == 0:
		t.Errorf("events %v, utterances %v", first.Events, first.Utterances)
	}
}

func TestArticleOfNothing(t *testing.T) {
	if r := Article(&article.Article{}); len(r.People)+len(r.Places)+len(r.Organizations)+len(r.Unresolved) != 0 {
		t.Errorf("read something out of nothing: %v", r)
	}
}
