package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func found(t *testing.T, s kg.Store, q kg.SearchQuery) []string {
	t.Helper()
	if q.Page.First == 0 {
		q.Page.First = 20
	}
	page, err := s.Search(background, q)
	if err != nil {
		t.Fatalf("search %q: %v", q.Text, err)
	}
	var out []string
	for _, h := range page.Hits {
		var marked []string
		runes := []rune(h.Snippet)
		for _, sp := range h.Spans {
			marked = append(marked, string(runes[sp.Start:sp.End]))
		}
		out = append(out, fmt.Sprintf("%d %s %s %s", h.Rank, h.Node.NodeHead().Name, h.Field, strings.Join(marked, ",")))
	}
	return out
}

// searchCases are what testSearch looks for, with rank, name, field and marked words of what it finds.
var searchCases = []struct {
	name, text string
	kinds      []kg.NodeKind
	want       []string
}{
	{"exact before prefix", "周金", only(kg.PersonKind), []string{"1 周金 name 周金", "2 周金星 name 周金"}},
	{"alias", "老周", only(kg.PersonKind), []string{"3 周金星 aliases 老周"}},
	{"inside a name", "金星", only(kg.PersonKind), []string{"5 周金星 name 金星"}},
	{"one character", "海", only(kg.PlaceKind), []string{"5 乌海市 name 海"}},
	{"last character", "市", only(kg.PlaceKind), []string{"5 乌海市 name 市"}},
	{"pinyin", "zhoujinxing", only(kg.PersonKind), []string{"4 周金星 name 周金星"}},
	{"pinyin with spaces", "Zhou Jin xing", only(kg.PersonKind), []string{"4 周金星 name 周金星"}},
	{"initials", "zjx", only(kg.PersonKind), []string{"4 周金星 name 周金星"}},
	{"traditional", "烏海", only(kg.PlaceKind), []string{"2 乌海市 name 乌海"}},
	{"traditional in the text", "乌海市的", only(kg.ArticleKind), []string{"6 其他 text 烏海市的"}},
	{"two words, title", "东城区 乌海", only(kg.ArticleKind), []string{"5 乌海市与东城区签约 name 乌海,东城区"}},
	{"two words, title and text", "东城区 国歌", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text 东城区"}},
	{"not next to each other", "周金休息", nil, nil},
	{"across a line", "签约周金", nil, nil},
	{"quotes", "“签字", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text “签字"}},
	{"beyond the BMP", "𠮷野", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text 𠮷野"}},
	{"one beyond the BMP", "𠮷", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text 𠮷"}},
	{"wildcards are plain", "a_b%c", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text a_b%c"}},
	{"an underscore is no wildcard", "a%b", nil, nil},
	{"backslash", `c\d`, only(kg.ArticleKind), []string{`6 乌海市与东城区签约 text c\d`}},
	{"single quote", "d'e", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text d'e"}},
	{"double quote", `e"f`, only(kg.ArticleKind), []string{`6 乌海市与东城区签约 text e"f`}},
	{"double quote of full width", `e＂f`, only(kg.ArticleKind), []string{`6 乌海市与东城区签约 text e"f`}},
	{"single quote of full width", "d＇e", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text d'e"}},
	{"marks of half width", "(行长)长", only(kg.ArticleKind), []string{"6 其他 text （行长）长"}},
	{"marks of full width", "（行长）长", only(kg.ArticleKind), []string{"6 其他 text （行长）长"}},
	{"a mark alone", ",", only(kg.ArticleKind), []string{"6 其他 text ，", "6 乌海市与东城区签约 text ，"}},
	{"full width", "5g+ai", only(kg.ArticleKind), []string{"6 乌海市与东城区签约 text 5G＋ＡＩ"}},
	{"operators", "周金星 OR 周金", nil, nil},
	{"more operators", `names:周 NEAR(a b) * "`, nil, nil},
	{"a star", "*", nil, nil},
	{"white space", " \n\t　", nil, nil},
	{"nothing", "", nil, nil},
	{"all kinds", "乌海市", nil, []string{"1 乌海市 name 乌海市", "2 乌海市与东城区签约 name 乌海市", "6 其他 text 烏海市"}},
	{"no such kind of hit", "周金", only(kg.EventKind), nil},
}

func only(k ...kg.NodeKind) []kg.NodeKind { return k }

func testSearch(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d := newDraft("乌海市与东城区签约", "2024-03-10", "乌海市与东城区签约\n周金星与周金出席“签字仪式”。国歌𠮷野家a_b%c\\d'e\"f响起，5G＋ＡＩ上云。")
	zhou := d.person("周金星", "乌海市")
	d.attr(zhou, "aliases", "老周", "周金星")
	d.person("周金", "乌海市")
	d.place("乌海市")
	e := newDraft("其他", "2024-03-11", "烏海市的周金星周末休息，（行长）长沙。")
	e.person("周金星", "乌海市")
	apply(t, s, d.doc, e.doc)
	for _, c := range searchCases {
		t.Run(c.name, func(t *testing.T) {
			if d := diff(c.want, found(t, s, kg.SearchQuery{Text: c.text, Kinds: c.kinds})); d != "" {
				t.Errorf("%q, -want +got\n%s", c.text, d)
			}
		})
	}
	if err := s.Remove(background, d.doc.ID); err != nil {
		t.Fatal(err)
	}
	if got := found(t, s, kg.SearchQuery{Text: "东城区"}); len(got) != 0 {
		t.Errorf("found in what was removed: %v", got)
	}
	if got := found(t, s, kg.SearchQuery{Text: "周金", Kinds: only(kg.PersonKind)}); len(got) != 1 {
		t.Errorf("found after a removal: %v", got)
	}
}

// testSearchPosts looks for posts by their titles and by the whole names of their jurisdictions.
func testSearchPosts(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d := newDraft("任职", "2024-03-10", "乌海市长、乌海市副市长出席。")
	for _, x := range []struct{ name, title string }{{"乌海市长", "市长"}, {"乌海市副市长", "副市长"}} {
		p := d.node(&kg.Post{Head: head(kg.PostKind, x.name), Place: "内蒙古自治区乌海市"}, x.name)
		d.attr(p, "title", x.title, x.title)
	}
	apply(t, s, d.doc)
	for q, want := range map[string][]string{
		"乌海市市长": {"3 乌海市长 name 乌海市市长"}, "乌海市长": {"1 乌海市长 name 乌海市长"}, "乌海市副市长": {"1 乌海市副市长 name 乌海市副市长"},
		"市长": {"3 乌海市长 title 市长", "5 乌海市副市长 name 市长"},
	} {
		if d := diff(want, found(t, s, kg.SearchQuery{Text: q, Kinds: only(kg.PostKind)})); d != "" {
			t.Errorf("%q, -want +got\n%s", q, d)
		}
	}
}

// testSearchNamesakes pages through people of one name: the one whom most articles name stands first, however long ago.
func testSearchNamesakes(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	for i, place := range []string{"有市", "有市", "乌有市", "又有市", "又有市", "又有市"} {
		d := newDraft(fmt.Sprint(i), kg.Date(fmt.Sprintf("2024-0%d-10", 1+i%3)), place+"壬癸出席。")
		d.person("壬癸", place)
		apply(t, s, d.doc)
	}
	var got []string
	q := kg.SearchQuery{Text: "壬癸", Kinds: only(kg.PersonKind), Page: kg.Page{First: 1}}
	for {
		page, err := s.Search(background, q)
		if err != nil || len(page.Hits) != 1 {
			t.Fatalf("%v: %+v", err, page)
		}
		n := page.Hits[0].Node.NodeHead()
		got = append(got, fmt.Sprint(n.ArticleCount, " ", n.LastSeen))
		if q.Page.After = page.Info.End; !page.Info.HasNext {
			break
		}
	}
	if d := diff([]string{"3 2024-03-10", "2 2024-02-10", "1 2024-03-10"}, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// testSearchModel looks for stretches of what is there and holds the answers against the model's.
func testSearchModel(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(60))
	w := &wanderer{rng: rand.New(rand.NewPCG(1, 2))}
	for _, n := range m.state.graph().nodes {
		w.texts = append(w.texts, n.NodeHead().Name)
		if a, ok := n.(*kg.Article); ok {
			w.texts = append(w.texts, a.Text)
		}
	}
	slices.Sort(w.texts)
	for i := range 150 {
		q := w.query(i)
		for range 4 {
			want, err1 := m.Search(background, q)
			got, err2 := s.Search(background, q)
			if d := diff(want, got); d != "" || err1 != nil || err2 != nil {
				t.Fatalf("%+v: %v, %v, -want +got\n%s", q, err1, err2, d)
			}
			if !want.Info.HasNext {
				break
			}
			q.Page.After = want.Info.End
		}
	}
	_, err := s.Search(background, kg.SearchQuery{Text: "周", Page: kg.Page{First: 1, After: "bm8"}})
	wantWord(t, "no cursor", err, kg.ErrCursor)
}

// wanderer makes queries out of what is there.
type wanderer struct {
	texts []string
	rng   *rand.Rand
}

func (w *wanderer) cut() string {
	r := []rune(w.texts[w.rng.IntN(len(w.texts))])
	if len(r) == 0 {
		return "无"
	}
	i := w.rng.IntN(len(r))
	return string(r[i:min(len(r), i+1+w.rng.IntN(4))])
}

func (w *wanderer) query(i int) kg.SearchQuery {
	q := kg.SearchQuery{Text: w.cut(), Page: kg.Page{First: 5}, Count: i%2 == 0}
	switch i % 5 {
	case 1:
		q.Text += " " + w.cut()
	case 2:
		q.Kinds = only(kg.PersonKind, kg.ArticleKind)
	case 3:
		q.When.KnownAt = "2024-09"
	case 4:
		q.Text = string("abcdefghjklmnpqrstwxyz"[w.rng.IntN(22)]) + []string{"", "h", "i", "j"}[w.rng.IntN(4)]
	}
	return q
}
