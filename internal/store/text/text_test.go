package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

func TestBigrams(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"海", "海"},
		{"乌海市", "乌海 海市 市"},
		{"烏海 市", "乌海 海 市"},
		{"甲\n乙丙", "甲 乙丙 丙"},
		{"Ａ1", "a1 1"},
		{"𠮷野", "𠮷野 野"},
		{`a"'b`, "a＂ ＂＇ ＇b b"},
		{"(，", "（， ，"},
	} {
		if got := text.Bigrams(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSortKey(t *testing.T) {
	person := func(name string) kg.Node { return &kg.Person{Head: kg.Head{Kind: kg.PersonKind, Name: name}} }
	place := func(name string) kg.Node { return &kg.Place{Head: kg.Head{Kind: kg.PlaceKind, Name: name}} }
	for _, c := range []struct{ less, more kg.Node }{
		{person("安某"), person("周某")},
		{person("周金"), person("周金星")},
		{person("单某"), person("尚某")}, // shan, as a surname
		{place("单位"), place("当县")},   // dan
		{place("西安"), place("先某")},
		{person("张三"), person("张四")},
	} {
		a, b := text.SortKey(c.less), text.SortKey(c.more)
		if a >= b {
			t.Errorf("%s (%q) doesn't stand before %s (%q)", c.less.NodeHead().Name, a, c.more.NodeHead().Name, b)
		}
	}
}

// A headline of any length has a key that an index takes.
func TestSortKeyIsShort(t *testing.T) {
	a := &kg.Article{Head: kg.Head{Kind: kg.ArticleKind, Name: strings.Repeat("公告", 3000)}}
	if got := text.SortKey(a); len(got) != 500 {
		t.Errorf("%d bytes", len(got))
	}
}

func TestForms(t *testing.T) {
	e := text.EntryOf(&kg.Person{Head: kg.Head{Kind: kg.PersonKind, Name: "單金星"}, Aliases: []string{"老单"}})
	want := []text.Form{{text.NameForm, "单金星"}, {text.AliasForm, "老单"}, {text.PinyinForm, "shanjinxing"}, {text.PinyinForm, "sjx"}, {text.PinyinForm, "laodan"}, {text.PinyinForm, "ld"}}
	if d := cmp.Diff(want, e.Forms()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	article := text.EntryOf(&kg.Article{Head: kg.Head{Kind: kg.ArticleKind, Name: "题目"}, Title: "题目"})
	if d := cmp.Diff([]text.Form{{text.NameForm, "题目"}}, article.Forms()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestHighlightOffsets(t *testing.T) {
	n := &kg.Article{Head: kg.Head{Kind: kg.ArticleKind, Name: "题"}, Text: "前一行\n𠮷" + strings.Repeat("长", 50) + "烏海市，" + strings.Repeat("文", 100) + "乌海"}
	q := text.Parse("乌海")
	e := text.EntryOf(n)
	if rank := text.Rank(&q, &e); rank != kg.RankText {
		t.Fatalf("rank %d", rank)
	}
	field, snippet, spans := text.Highlight(&q, n, kg.RankText)
	runes := []rune(snippet)
	if field != "text" || len(runes) != 80 || strings.Contains(snippet, "\n") {
		t.Errorf("%s: %d code points of %q", field, len(runes), snippet)
	}
	if d := cmp.Diff(kg.Spans{{Start: 20, End: 22}}, spans); d != "" || string(runes[20:22]) != "烏海" {
		t.Errorf("-want +got\n%s", d)
	}
}

// FuzzFind holds that whatever stretch of a text is asked for is found in it, and shown where it stands.
func FuzzFind(f *testing.F) {
	f.Add("乌海市与东城区签署协议。", 2, 5)
	f.Add("𠮷野家100%_\\\"'ＡＢ", 0, 3)
	f.Add("烏海﷽ﬀ…", 1, 4)
	f.Fuzz(func(t *testing.T, body string, from, to int) {
		runes := []rune(body)
		if !utf8.ValidString(body) || from < 0 || to > len(runes) || from >= to {
			return
		}
		n := &kg.Article{Head: kg.Head{Kind: kg.ArticleKind}, Text: body}
		q := text.Parse(string(runes[from:to]))
		field, snippet, spans := text.Highlight(&q, n, kg.RankText)
		length := utf8.RuneCountInString(snippet)
		for _, sp := range spans {
			if sp.Start < 0 || sp.End > length || sp.Start >= sp.End {
				t.Errorf("%s: span %+v in %d code points", field, sp, length)
			}
		}
		for _, p := range q.Phrases() {
			if strings.Contains(p.Tokens, `"`) {
				t.Errorf("a quote in %q", p.Tokens)
			}
			if len(q.Words) == 1 && !p.Prefix && !strings.Contains(" "+text.Bigrams(q.Words[0])+" ", " "+p.Tokens+" ") {
				t.Errorf("%q isn't in its own bigrams", p.Tokens)
			}
		}
	})
}
