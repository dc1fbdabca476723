package loader_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
)

// The pages of two papers of which nobody says the name, with one headline in common.
const (
	wire      = "全国会议在京召开\n\n本报讯 昨日，全国会议在北京召开。会议指出，要抓好落实，推动高质量发展。\n\n"
	oneSheet  = wire + "乌海市召开招商大会\n\n本报讯 昨日，乌海市市长张建国出席招商大会并致辞。大会签约项目十二个。\n"
	nextSheet = wire + "包头市开通公交线路\n\n本报讯 昨日，包头市副市长王志明出席公交线路开通仪式。线路全长二十公里。\n"
)

func (g graph) documents(want int, how string) {
	g.Helper()
	if stats, err := g.Stats(g.Context()); err != nil || stats.Documents != want {
		g.Errorf("%s: %d documents, want %d (%v)", how, stats.Documents, want, err)
	}
}

// Pages of one day and file name of which nobody says the paper are as many as their headlines tell: in any order, in other folders,
// with corrected texts.
func TestPagesOfNoKnownPaper(t *testing.T) {
	const name = "2025-02-26-01.txt"
	dir := write(t, map[string]string{"a/" + name: oneSheet, "b/" + name: nextSheet})
	g, other := newGraph(t), newGraph(t)
	g.load(loader.Options{}, dir)
	g.documents(2, "two papers")
	want := g.export()
	other.load(loader.Options{}, filepath.Join(dir, "b"))
	other.load(loader.Options{}, filepath.Join(dir, "a"))
	other.want(want, "one by one")

	moved := write(t, map[string]string{"c/" + name: oneSheet})
	g.load(loader.Options{}, moved)
	g.documents(2, "moved")
	g.load(loader.Options{}, write(t, map[string]string{"d/" + name: strings.Replace(oneSheet, "十二个", "十三个", 1)}))
	g.documents(2, "moved and corrected")

	headline := strings.Replace(oneSheet, "招商大会\n", "招商引资大会\n", 1)
	rewriteFile(t, filepath.Join(dir, "a", name), headline)
	rep, err := loader.Load(t.Context(), other.Store, []string{dir}, loader.Options{})
	if err != nil || len(rep.Replaced) != 1 || len(rep.Doubled) != 0 {
		t.Errorf("%v %+v", err, rep)
	}
	other.documents(2, "another headline")

	fresh := newGraph(t)
	if _, err := loader.Rebuild(t.Context(), other.Store, fresh.Store, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	fresh.want(other.export(), "rebuilt")
}

// Two papers' pages may lie under one relative name, and have most of the day's wire copy in common: both stay.
func TestFrontPagesOfOneName(t *testing.T) {
	g := newGraph(t)
	long := strings.Repeat("会议强调，要坚持稳中求进，统筹发展和安全，扎实做好各项工作，保持经济平稳运行。", 3)
	for i, page := range []string{oneSheet, nextSheet} {
		page = strings.Replace(page, "推动高质量发展。", "推动高质量发展。"+long, 1)
		t.Chdir(write(t, map[string]string{"2025-02-26-01.txt": page}))
		g.load(loader.Options{}, "2025-02-26-01.txt")
		g.documents(i+1, "front pages")
	}
}

// One of them may hold hardly anything but a story that the other prints too, behind its own: both stay.
func TestPageOfWireCopy(t *testing.T) {
	g := newGraph(t)
	_, own, _ := strings.Cut(oneSheet, wire)
	for i, page := range []string{wire, own + "\n" + wire} {
		t.Chdir(write(t, map[string]string{"2025-02-26-01.txt": page}))
		g.load(loader.Options{}, "2025-02-26-01.txt")
		g.documents(i+1, "wire copy")
	}
}

// A file that was read before it was there whole, and is whole now with a word corrected, gave the same page: another headline stands
// on it now, by which it is known.
func TestCutPageOfNoKnownPaper(t *testing.T) {
	g := newGraph(t)
	long := strings.Repeat("会议强调，要坚持稳中求进，统筹发展和安全，扎实做好各项工作。", 3)
	whole := strings.Replace(oneSheet, "推动高质量发展。", "推动高质量发展。"+long, 1)
	at := strings.Index(whole, "乌海市召开")
	dir := write(t, map[string]string{"a/2025-02-26-01.txt": whole[:at]})
	g.load(loader.Options{}, dir)
	for _, is := range []string{"在天津召开", "在北京开幕"} {
		rewriteFile(t, filepath.Join(dir, "a/2025-02-26-01.txt"), strings.Replace(whole, "在北京召开", is, 1))
		g.load(loader.Options{}, dir)
		g.documents(1, "whole, "+is)
	}
}

// What was taken out of such a page stays out, and the page keeps its id.
func TestTakenOutOfNoKnownPaper(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"a/2025-02-26-01.txt": oneSheet})
	g.load(loader.Options{}, dir)
	was := g.articles()[0].Document
	g.remove("乌海市市长")
	for _, o := range []loader.Options{{}, {Again: true}} {
		left := g.articles()
		if len(left) != 1 || left[0].Document != was {
			t.Errorf("left are %+v of %s", left, was)
		}
		rewriteFile(t, filepath.Join(dir, "a/2025-02-26-01.txt"), oneSheet+"\n")
		g.load(o, dir)
	}
	if back := g.articles(); len(back) != 2 || back[0].Document != was || back[1].Document != was {
		t.Errorf("%+v of %s", back, was)
	}
}

// A page, or an article, that takes the place of quite another one of its paper, day and name from another file is reported, in one load
// or in two; a corrected one is not.
func TestAnotherInItsPlace(t *testing.T) {
	const title = "本报评论员文章"
	for _, c := range []struct {
		how, name, first, next string
		told                   int
	}{
		{"two articles of one title", "a.jsonl", brief(title, "论抓好安全生产，压实各方责任。"), brief(title, "谈保护草原，禁止乱垦滥牧。"), 1},
		{"a corrected article", "a.jsonl", brief(title, "论抓好安全生产，压实各方责任。"), brief(title, "论抓好安全生产，压实各级责任。"), 0},
		{"two documents of one name", "a.jsonl", onPage("简讯:昨日，乌海市召开会议。"), onPage("图片新闻:绿意盎然的公园。"), 1},
		{"two pages of one paper", "乌海日报-20250226-01.txt", notice, nextSheet, 1},
		{"a corrected page", "乌海日报-20250226-01.txt", oneSheet, strings.Replace(oneSheet, "十二个", "十三个", 1), 0},
	} {
		t.Run(c.how, func(t *testing.T) {
			g := newGraph(t)
			g.load(loader.Options{}, write(t, map[string]string{"x/" + c.name: c.first}))
			rep, err := loader.Load(t.Context(), g.Store, []string{write(t, map[string]string{"y/" + c.name: c.next})}, loader.Options{})
			if err != nil || len(rep.Doubled) != c.told || len(rep.Failed) > 0 {
				t.Errorf("%v %+v, want %d told", err, rep, c.told)
			}
			g.documents(1, c.how)
		})
	}
}

// A line that stands twice is one document, new or unchanged, and isn't told as if it took a place.
func TestDoubledLinesAreCountedOnce(t *testing.T) {
	g := newGraph(t)
	one, two := brief("乌海市召开招商大会", "昨日，乌海市召开招商大会。"), brief("乌海市召开表彰大会", "昨日，乌海市召开表彰大会。")
	dir := write(t, map[string]string{"a.jsonl": strings.Join([]string{one, two, one, one}, "\n")})
	for i, want := range []int{0, 2} {
		rep, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{Again: true})
		if err != nil || rep.Documents != 2 || rep.Unchanged != want || len(rep.Doubled) != 2 {
			t.Errorf("load %d: %v %+v, want %d unchanged", i, err, rep, want)
		}
		for _, d := range rep.Doubled {
			if !strings.Contains(d.Why, "with the same text: it stands twice, and counts once") {
				t.Errorf("load %d: %s is told as %q", i, d.Place, d.Why)
			}
		}
	}
	if stats, err := g.Stats(t.Context()); err != nil || stats.Nodes[kg.ArticleKind] != 2 {
		t.Errorf("%+v %v", stats, err)
	}
}
