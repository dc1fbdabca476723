package post

import (
	"testing"

	"github.com/baopu/baopu/internal/zh/gazetteer"
)

func TestSplitLevel(t *testing.T) {
	for _, c := range []struct{ name, level, rest string }{
		{"市水利局", "市", "水利局"},
		{"我市水利局", "市", "水利局"},
		{"自治区水利厅", "自治区", "水利厅"},
		{"街道办事处", "街道", "办事处"},
		{"水利局", "", "水利局"},
	} {
		if level, rest := splitLevel(c.name); level != c.level || rest != c.rest {
			t.Errorf("splitLevel(%s) = %q, %q", c.name, level, rest)
		}
	}
}

func TestCommitteePost(t *testing.T) {
	g := gazetteer.Default()
	for _, c := range []struct{ text, organ, place, want string }{
		{"书记", "委", "江西省宜春市", "市委书记"},
		{"主席", "政协", "江西省宜春市上高县", "县政协主席"},
		{"书记", "委", "广西壮族自治区", "自治区党委书记"},
		{"书记", "", "江西省宜春市", "书记"},
	} {
		if got := committeePost(c.text, c.organ, g.ByPath(c.place)); got != c.want {
			t.Errorf("committeePost(%s, %s, %s) = %s, want %s", c.text, c.organ, c.place, got, c.want)
		}
	}
}

func TestTerm(t *testing.T) {
	for name, want := range map[string]bool{
		"第十四届委员会": true, "第九届人民代表大会常务委员会": true, "第十四届全国委员会": true, "委员会": false, "第十四次会议": false,
	} {
		if term.MatchString(name) != want {
			t.Errorf("%s is a committee for a term: %v", name, !want)
		}
	}
}

func TestWordUnit(t *testing.T) {
	for w, want := range map[string]unitKind{"和": uJoin, "兼": uAlso, "等": uEtc, "同志": uHonor, "时任": uStatus, "会见": uWord} {
		if kind, _ := wordUnit(w); kind != want {
			t.Errorf("%s is a unit of kind %d, want %d", w, kind, want)
		}
	}
}

// units are units side by side, as their kinds and texts say.
func units(of ...unit) []unit {
	at := 0
	for i := range of {
		of[i].start, of[i].end = at, at+len([]rune(of[i].text))
		at = of[i].end
	}
	return of
}

func TestCharged(t *testing.T) {
	word := func(w string) unit { return unit{text: w} }
	for _, c := range []struct {
		name string
		out  []unit
		want int
	}{
		{"behind a body", units(unit{kind: uBody, text: "市水利局"}, word("分管"), word("灌溉"), word("的")), 3},
		{"behind another post of theirs", units(unit{kind: uPost, text: "副书记"}, unit{kind: uPause, text: "、"}, word("分管"), word("灌溉"), word("的")), 3},
		{"behind nothing", units(word("分管"), word("灌溉"), word("的")), 0},
		{"of somebody", units(unit{kind: uBody, text: "市水利局"}, unit{kind: uName, text: "季云飞"}, word("的")), 0},
		{"no 的", units(unit{kind: uBody, text: "市水利局"}, word("分管"), word("灌溉")), 0},
	} {
		if got := charged(c.out); got != c.want {
			t.Errorf("%s: %d units, want %d", c.name, got, c.want)
		}
	}
}
