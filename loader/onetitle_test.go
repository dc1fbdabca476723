package loader_test

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// brief is a record of 乌海日报 under a title that stands over several articles a day.
func brief(title, body string) string {
	return `{"publication":"乌海日报","publicationPlace":"内蒙古自治区乌海市","publishedAt":"2025-01-10","page":"1","title":"` + title + `","body":"` + body + `"}`
}

// briefs: two notices begin with the same sentence, and hardly differ behind it.
var briefs = []string{
	brief("图片新闻", "1月9日，乌海市市长张建国到园区调研。"), brief("图片新闻", "1月9日，乌海市市长张建国到学校调研。"),
	brief("公告", "依据土地管理法，现公告如下。甲地块出让。"), brief("公告", "依据土地管理法，现公告如下。乙地块出让。"),
	brief("乌海市人民法院公告", "依据法律，现公告如下。张三。"), brief("乌海市人民法院公告", "依据法律，现公告如下。李四。"),
	brief("简讯", "昨日，乌海市召开会议。"), strings.Replace(brief("简讯", "昨日，海南区召开会议。"), `"page":"1",`, "", 1),
	`{"publication":"乌海日报","publishedAt":"2025-01-10","page":"1","captions":["图为甲地。"]}`, `{"publication":"乌海日报","publishedAt":"2025-01-10","page":"1","captions":["图为乙地。"]}`,
	strings.Replace(brief("天气", ""), `"page"`, `"subtitle":"晴","page"`, 1), strings.Replace(brief("天气", ""), `"page"`, `"subtitle":"雨","page"`, 1),
}

// Articles of one page under one title are all kept, in a file or in several, in any order, together or one after the other.
func TestOneTitleOfSeveral(t *testing.T) {
	together := newGraph(t)
	together.load(loader.Options{}, write(t, map[string]string{"a.jsonl": strings.Join(briefs, "\n")}))
	if stats, err := together.Stats(t.Context()); err != nil || stats.Documents != len(briefs) || stats.Nodes[kg.ArticleKind] != len(briefs) {
		t.Fatalf("%d records give %+v, %v", len(briefs), stats, err)
	}
	want := together.export()
	rng := rand.New(rand.NewPCG(5, 8))
	for range 3 {
		some := slices.Clone(briefs)
		rng.Shuffle(len(some), func(i, k int) { some[i], some[k] = some[k], some[i] })
		files := map[string]string{"a.jsonl": strings.Join(some[:3], "\n")}
		for i, record := range some[3:] {
			files[string(rune('b'+i))+".jsonl"] = record
		}
		dir, g := write(t, files), newGraph(t)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			rep, err := loader.Load(t.Context(), g.Store, []string{filepath.Join(dir, name)}, loader.Options{})
			if n := strings.Count(files[name], "\n") + 1; err != nil || rep.Documents != n || len(rep.Doubled)+len(rep.Replaced)+len(rep.Failed) > 0 {
				t.Errorf("%s of %d: %v %+v", name, n, err, rep)
			}
		}
		g.want(want, "in another order, file by file")
		g.load(loader.Options{Again: true}, dir)
		g.want(want, "loaded again")
	}
}

// An article whose text is corrected takes the place of the former one, in whatever file it comes; one under a title that may stand over
// several articles does in the same place of the same file, and stands beside it in another, or if it is quite another text. A notice
// of the same form stays beside it too.
func TestCorrectedRecord(t *testing.T) {
	const wrong, right = "1月9日，乌海市市长张建国到园区调研，并作讲话。", "1月9日，乌海市市长张建国到园区调研。"
	const another = "昨夜，海南区降雪。"
	const served = "：本院受理原告李四诉你民间借贷纠纷一案，现依法向你公告送达起诉状副本、应诉通知书、举证通知书及开庭传票。自公告之日起，经过30日即视为送达。"
	for _, c := range []struct {
		title, next, file string
		was               string // "": wrong
		again             bool   // the former text stands there too, one line below
		want, replaced    int
	}{
		{title: "张建国到园区调研", next: right, file: "a.jsonl", want: 1},
		{title: "张建国到园区调研", next: right, file: "b.jsonl", want: 1},
		{title: "图片新闻", next: right, file: "a.jsonl", want: 1, replaced: 1},
		{title: "乌海市人民法院公告", next: right, file: "a.jsonl", want: 1, replaced: 1},
		{title: "送达公告", was: "张三" + served, next: "王小五" + served, file: "a.jsonl", want: 2},
		{title: "乌海市人民法院公告", was: "张三" + served, next: "张三、王小五" + served, file: "a.jsonl", want: 1, replaced: 1},
		{title: "图片新闻", next: right, file: "a.jsonl", again: true, want: 2},
		{title: "图片新闻", next: right, file: "b.jsonl", want: 2},
		{title: "图片新闻", next: another, file: "a.jsonl", want: 2},
	} {
		g, was := newGraph(t), cmp.Or(c.was, wrong)
		dir := write(t, map[string]string{"a.jsonl": brief(c.title, was)})
		g.load(loader.Options{}, dir)
		text := brief(c.title, c.next)
		if c.again {
			text += "\n" + brief(c.title, was)
		}
		rewriteFile(t, filepath.Join(dir, c.file), text)
		rep, err := loader.Load(t.Context(), g.Store, []string{filepath.Join(dir, c.file)}, loader.Options{Batch: 1})
		if err != nil || len(rep.Replaced) != c.replaced {
			t.Errorf("%s, %s in %s: %v %+v, want %d replaced", c.title, c.next, c.file, err, rep, c.replaced)
		}
		g.documents(c.want, c.title+" "+c.next+" in "+c.file)
		if rep, err = loader.Load(t.Context(), g.Store, []string{filepath.Join(dir, c.file)}, loader.Options{}); err != nil || rep.Known != 1 {
			t.Errorf("%s, %s in %s is read again: %v %+v", c.title, c.next, c.file, err, rep)
		}
	}
}

// Of several documents that have one name in a load each is compared with what the name gave before.
func TestCorrectedOfOneName(t *testing.T) {
	g := newGraph(t)
	sources := func(bodies ...string) (out []document.Source) {
		for _, body := range bodies {
			out = append(out, document.Source{Name: "a.jsonl:1", Format: document.Record, Text: brief("简讯", body)})
		}
		return out
	}
	others := []string{"昨夜，海南区降雪。", "乌达区开通两条公交线路。", "海勃湾区举办书画展览。"}
	for _, list := range [][]string{{"1月9日，乌海市召开招商大会，并签约。"}, append(others, "1月9日，乌海市召开招商大会。")} {
		if rep, err := loader.Sources(t.Context(), g.Store, sources(list...), loader.Options{}); err != nil || len(rep.Failed) > 0 {
			t.Fatalf("%v %+v", err, rep)
		}
		g.documents(len(list), list[0])
	}
}

// The text of a saved web page under such a title is corrected too.
func TestCorrectedHTML(t *testing.T) {
	const saved = `<html><head><meta name="publishdate" content="2025-01-10"></head><body><h1>图片新闻</h1><div id="content"><p>1月9日，乌海市市长张建国到园区调研，并作讲话。市直有关部门负责人参加调研。</p><p>张建国先后来到三家企业，详细了解生产经营、项目建设和用工情况，要求各部门主动服务，帮助企业解决困难。</p><p>他强调，要抓住时机，加快建设进度，推动园区高质量发展，为全市经济增长作出新的贡献，让群众得到更多实惠。</p></div></body></html>`
	g := newGraph(t)
	dir := write(t, map[string]string{"a.html": saved})
	g.load(loader.Options{Said: source.Said{Date: "2025-01-10"}}, dir)
	g.documents(1, "first")
	rewriteFile(t, filepath.Join(dir, "a.html"), strings.Replace(saved, "，并作讲话", "", 1))
	g.load(loader.Options{Said: source.Said{Date: "2025-01-10"}}, dir)
	g.documents(1, "corrected")
}

// A name that is too long for an index takes its article with it and no other; a headline of any length is taken, and files whose
// names are no UTF-8, each as one of its own.
func TestOverlongTexts(t *testing.T) {
	g := newGraph(t)
	long := strings.Repeat("合作", 2000)
	lines := []string{
		brief("北京市东城区与乌海市签约", "昨日，北京市东城区与内蒙古自治区乌海市签署《"+long+"协议》。"), brief(long, "昨日，乌海市召开会议。"), brief("简讯", "昨日，乌海市召开会议。"),
	}
	dir := write(t, map[string]string{"a.jsonl": strings.Join(lines, "\n"), "20250110-\xc8\xfd.txt": notice, "20250110-\xb6\xfe.txt": notice})
	for range 2 {
		rep, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{})
		if err != nil || len(rep.Failed) != 1 || !strings.HasSuffix(rep.Failed[0].Place, "a.jsonl:1") || !strings.Contains(rep.Failed[0].Why, "has 12") {
			t.Fatalf("%v %+v", err, rep)
		}
	}
	stats, err := g.Stats(t.Context())
	faults, err2 := g.Verify(t.Context())
	if err != nil || err2 != nil || stats.Documents != 4 || len(faults) > 0 {
		t.Errorf("%+v %q %v %v", stats, faults, err, err2)
	}
}
