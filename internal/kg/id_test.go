package kg_test

import (
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func TestIDsStandInTheOrderOfTheirDays(t *testing.T) {
	days := []kg.Date{"", "1600-01-02", "1949-10-01", "2025-02-25", "2025-02-26", "2025-12-31", "2026-01-01", "4000-01-01"}
	for i := range days[1:] {
		early, late := kg.MakeIDOn("e", days[i], "乙"), kg.MakeIDOn("e", days[i+1], "甲")
		if early >= late || !early.Valid() || early.Prefix() != "e" {
			t.Errorf("%q has %s, %q has %s", days[i], early, days[i+1], late)
		}
	}
	for _, day := range []kg.Date{"2025", "2025-02", "0001-01-01", "2025-02-30"} {
		if got, want := kg.MakeIDOn("e", day, "甲"), kg.MakeIDOn("e", "", "甲"); got != want {
			t.Errorf("%q: %s, want %s as of no day", day, got, want)
		}
	}
}

func TestIDsStandBesideOthers(t *testing.T) {
	article := kg.MakeIDOn("a", "2025-02-26", "甲")
	beginning := func(id kg.ID) string { return strings.TrimPrefix(string(id), id.Prefix()+"-")[:6] }
	for what, id := range map[string]kg.ID{
		"figure":      kg.MakeIDBeside("s", article, "1"),
		"mention":     kg.FactID(kg.MentionsEntity, article, kg.MakeID("p", "乙"), ""),
		"authorship":  kg.FactID(kg.WroteArticle, kg.MakeID("p", "乙"), article, "reporter"),
		"publication": kg.FactID(kg.PublishedIn, article, kg.MakeID("np", "丙"), ""),
	} {
		if beginning(id) != beginning(article) || !id.Valid() {
			t.Errorf("%s has %s beside %s", what, id, article)
		}
	}
	if id := kg.FactID(kg.HoldsPost, "p-1", "t-1", ""); !id.Valid() || !strings.HasPrefix(string(id), "f-1") {
		t.Errorf("beside a short id: %s", id)
	}
	if kg.MakeIDBeside("s", article, "1") == kg.MakeIDBeside("s", article, "2") {
		t.Error("two things have one id")
	}
}
