package kg_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func bearer(id kg.ID, scope string, first, last kg.Date, articles ...kg.ID) kg.Bearer {
	return kg.Bearer{Node: &kg.Person{Head: kg.Head{ID: id, Kind: kg.PersonKind, Name: "罗岚", FirstSeen: first, LastSeen: last}, Scope: scope}, Articles: articles}
}

func TestSuggestPersons(t *testing.T) {
	yi := bearer("p-1", "甲山省乙市", "2024-01-10", "2024-01-20", "a-1")
	for _, c := range []struct {
		name  string
		other kg.Bearer
		place string // "" not suggested
	}{
		{"the next city", bearer("p-2", "甲山省丙市", "2024-02-01", "2024-02-01"), "both in 甲山省"},
		{"a district", bearer("p-2", "甲山省乙市丁区", "2024-02-01", "2024-02-01"), "both in 甲山省乙市"},
		{"the province", bearer("p-2", "甲山省", "2024-02-01", "2024-02-01"), "both in 甲山省"},
		{"a month of which days are not known", bearer("p-2", "甲山省乙市", "2024-02", "2024-02"), "both in 甲山省乙市"},
		{"another province", bearer("p-2", "丁水省丙市", "2024-02-01", "2024-02-01"), ""},
		{"a name that begins alike", bearer("p-2", "甲山沟", "2024-02-01", "2024-02-01"), ""},
		{"the whole country", bearer("p-2", "中国", "2024-02-01", "2024-02-01"), ""},
		{"nowhere", bearer("p-2", "", "2024-02-01", "2024-02-01"), ""},
		{"a year and some days later", bearer("p-2", "甲山省丙市", "2025-01-22", "2025-01-22"), ""},
		{"the year after", bearer("p-2", "甲山省丙市", "2025", "2025"), "both in 甲山省"},
		{"never seen", bearer("p-2", "甲山省丙市", "", ""), ""},
		{"side by side", bearer("p-2", "甲山省丙市", "2024-02-01", "2024-02-01", "a-2", "a-1"), ""},
	} {
		got := kg.Suggest([]kg.Bearer{c.other, yi}, 2, nil)
		switch {
		case c.place == "" && len(got) > 0:
			t.Errorf("%s: %+v", c.name, got[0].Reasons)
		case c.place != "" && (len(got) != 1 || got[0].A != yi.Node || got[0].Reasons[1].Note != c.place || got[0].Bearers != 2):
			t.Errorf("%s: %+v", c.name, got)
		}
		if apart := map[kg.Pair]bool{{A: "p-1", B: "p-2"}: true}; len(kg.Suggest([]kg.Bearer{yi, c.other}, 2, apart)) > 0 {
			t.Errorf("%s: suggested though judged different", c.name)
		}
		if d := cmp.Diff(got, kg.Suggest([]kg.Bearer{yi, c.other}, 2, nil)); d != "" {
			t.Errorf("%s: in another order\n%s", c.name, d)
		}
	}
}

// The rarer the name, the higher the score.
func TestSuggestRareNames(t *testing.T) {
	a, b := bearer("p-1", "甲山省乙市", "2024-01-10", "2024-01-20"), bearer("p-2", "甲山省丙市", "2024-01-10", "2024-01-20")
	far := bearer("p-3", "丁水省丙市", "2020-01-10", "2020-01-20")
	rare, common := kg.Suggest([]kg.Bearer{a, b}, 2, nil), kg.Suggest([]kg.Bearer{a, b, far}, 3, nil)
	if len(rare) != 1 || len(common) != 1 || rare[0].Score <= common[0].Score {
		t.Errorf("two bearers: %+v, three: %+v", rare, common)
	}
}
