package alike

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

// article is one of those paragraphs, printed on a day.
func article(id string, day kg.Date, paragraphs ...string) *kg.Article {
	a := &kg.Article{Head: kg.Head{ID: kg.ID(id), Kind: kg.ArticleKind}, Published: day, Cluster: "cluster of " + id}
	for _, p := range paragraphs {
		start := len([]rune(a.Text))
		a.Text += p
		a.Parts = append(a.Parts, kg.Part{Kind: "body", Start: start, End: len([]rune(a.Text))})
		a.Text += "\n"
	}
	return a
}

const (
	one   = "引沧济岚工程主体隧洞昨天全线贯通，比原定工期提前了四十七天。"
	two   = "施工最难的是七号隧洞，那里岩层破碎、涌水量大。"
	three = "沿线一百四十万人喝水难的问题将得到解决！"
)

func TestCompare(t *testing.T) {
	whole := article("a-1", "", one, two, three)
	for _, c := range []struct {
		name          string
		b             *kg.Article
		share, shared int
		sentence      string
	}{
		{"cut, in one paragraph", article("a-2", "", one+three), 1000, 2, "引沧济岚工程主体隧洞昨天全线贯通，比原定工期提前了四十七天"},
		{"in other characters", article("a-2", "", "施工最難的是七號隧洞　那裏岩層破碎,涌水量大。", three), 1000, 2, "施工最難的是七號隧洞　那裏岩層破碎,涌水量大"},
		{"two sentences in one", article("a-2", "", strings.ReplaceAll(two, "。", "，")+three), 1000, 1, "施工最难的是七号隧洞，那里岩层破碎、涌水量大，沿线一百四十万人喝水难的问题将得到解决"},
		{"one of two", article("a-2", "", "茶农们天不亮就上了山，工钱也涨了。"+three), 500, 1, "沿线一百四十万人喝水难的问题将得到解决"},
		{"a sentence printed twice counts once", article("a-2", "", three+three+"茶农们天不亮就上了山，工钱也涨了。"), 500, 1, "沿线一百四十万人喝水难的问题将得到解决"},
		{"formulas don't count", article("a-2", "", "工程已开工。"+two), 1000, 1, "施工最难的是七号隧洞，那里岩层破碎、涌水量大"},
		{"nothing", article("a-2", ""), 0, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := Near{Share: c.share, Shared: c.shared, Sentence: c.sentence}
			for _, got := range []Near{compare(textOf(whole), textOf(c.b)), compare(textOf(c.b), textOf(whole))} {
				if d := cmp.Diff(want, got); d != "" {
					t.Errorf("-want +got\n%s", d)
				}
			}
		})
	}
}

// Titles and captions are no part of the text that is compared, nor is a dateline.
func TestTextOf(t *testing.T) {
	for _, head := range []string{"", "新华社北京2月25日电（记者闻山、许河）", "据新华社电 ", "（新華社北京2月25日電）", "本报北京2月25日电 (记者 闻山)"} {
		a := article("a-1", "", head+two, three)
		a.Text += one
		a.Parts = append(a.Parts, kg.Part{Kind: "caption", Start: len([]rune(a.Text)) - len([]rune(one)), End: len([]rune(a.Text))})
		got := textOf(a)
		if len(got.sentences) != 2 || got.sentences[0].Key != "施工最难的是七号隧洞那里岩层破碎涌水量大" {
			t.Errorf("behind %q: %q", head, got.sentences)
		}
	}
}

func TestPhrases(t *testing.T) {
	a := article("a-1", "", "短。", two, "一二三，四五六，七八九，十一二，三四五。", one, three)
	want := []string{"施工最难的是七号隧洞", "引沧济岚工程主体隧洞昨天", "沿线一百四十万人喝水难的"} // the lead, then the longest; what is all commas finds too much
	if d := cmp.Diff(want, textOf(a).phrases()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// crowd answers every search with as many articles as are asked for, of the days around, all alike.
type crowd struct {
	kg.Reader
	asked []kg.SearchQuery
	err   error
}

func (c *crowd) Search(_ context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	c.asked = append(c.asked, q)
	var p kg.SearchPage
	for i := range q.Page.First {
		b := article(fmt.Sprintf("a-%d-%02d", len(c.asked), i), kg.Date(fmt.Sprintf("2025-03-%02d", i+1)), one, two, three)
		if i == 7 {
			b.Cluster = "own"
		}
		p.Hits = append(p.Hits, kg.Hit{Node: b})
	}
	return p, c.err
}

// However many share a text, few are read and fewer listed: those of the ten days around that are of another cluster.
func TestToIsBounded(t *testing.T) {
	var many []string
	for i := range 40 {
		many = append(many, fmt.Sprintf("%s第%d个隧洞一共用去了%d吨水泥和钢材。", string(rune('甲'+i)), i, i*7))
	}
	a := article("a-0", "2025-03-15", append(many, one, two, three)...)
	a.Cluster = "own"
	r := &crowd{}
	got, err := To(t.Context(), r, a, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.asked)*r.asked[0].Page.First > MaxRead || len(got) != MaxNear {
		t.Errorf("%d questions of %d, %d listed", len(r.asked), r.asked[0].Page.First, len(got))
	}
	if got[0].Article.Published != "2025-03-05" || got[0].Article.ID != "a-1-04" || got[MaxNear-1].Article.Published != "2025-03-06" {
		t.Errorf("the first listed is %s of %s, the last of %s", got[0].Article.ID, got[0].Article.Published, got[MaxNear-1].Article.Published)
	}
	for _, known := range []struct{ by, asked kg.Date }{{"", "2025-03-25"}, {"2025-03-20", "2025-03-20"}, {"2025-12-31", "2025-03-25"}} {
		r.asked = nil
		if _, err := To(t.Context(), r, a, known.by); err != nil || r.asked[0].When.KnownAt != known.asked {
			t.Errorf("known at %q: asked for what was known at %q, want %q; %v", known.by, r.asked[0].When.KnownAt, known.asked, err)
		}
	}
}

// What can't be compared is nobody's near reprint, and costs no question.
func TestNothingToCompare(t *testing.T) {
	r := &crowd{err: kg.ErrUnavailable}
	for name, a := range map[string]*kg.Article{
		"one sentence": article("a-1", "2025-03-15", one),
		"no day":       article("a-1", "", one, two, three),
		"no text":      article("a-1", "2025-03-15"),
	} {
		if got, err := To(t.Context(), r, a, ""); len(got) > 0 || err != nil || len(r.asked) > 0 {
			t.Errorf("%s: %v, %v after %d questions", name, got, err, len(r.asked))
		}
	}
	if _, err := To(t.Context(), r, article("a-1", "2025-03-15", one, two), ""); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("the store's error is %v", err)
	}
}
