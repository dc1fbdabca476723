package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/source"
)

// pair is the two pages of an issue of the typeset pages, as dumps, in a folder of their own with a manifest.
func pair(t *testing.T, stem, paper, place string) (one, two string) {
	t.Helper()
	files := map[string]string{"baopu.yaml": "publication: " + paper + "\npublicationPlace: " + place + "\n"}
	for _, page := range []string{"-p1", "-p2"} {
		b, err := os.ReadFile(filepath.Join("..", "testdata", "pages", "txt", stem+page+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		files[stem+page+".txt"] = string(b)
	}
	dir := write(t, files)
	return filepath.Join(dir, stem+"-p1.txt"), filepath.Join(dir, stem+"-p2.txt")
}

func hebi(t *testing.T) (one, two string) {
	t.Helper()
	return pair(t, "hebi-20170216", "鹤壁日报", "河南省鹤壁市")
}

func yanbian(t *testing.T) (one, two string) {
	t.Helper()
	return pair(t, "yanbian-20190619", "延边日报", "吉林省延边朝鲜族自治州")
}

// halves lists the articles of a graph with jump notes, or of several pages.
func (g graph) halves() (out []*kg.Article) {
	g.Helper()
	list, err := g.List(g.Context(), kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 500}})
	if err != nil {
		g.Fatal(err)
	}
	for _, n := range list.Nodes {
		if a := n.(*kg.Article); a.Jump != "" || a.ContinuedFrom != "" {
			out = append(out, a)
		}
	}
	return out
}

// The pages of an issue give the same graph in any order, grouping and number of loads; without one of them, the half on the
// other stands alone and is marked; and the graph is whole again when the page is back.
func TestIssue(t *testing.T) {
	for name, pages := range map[string]func(*testing.T) (string, string){"no headline on page two": hebi, "a shorter headline on page two": yanbian} {
		t.Run(name, func(t *testing.T) {
			one, two := pages(t)
			both := newGraph(t)
			both.load(loader.Options{}, one, two)
			want := both.export()
			whole := both.halves()
			if len(whole) != 1 || whole[0].Incomplete || whole[0].Jump == "" || !strings.HasSuffix(whole[0].Page, "-p1") {
				t.Fatalf("joined: %+v", whole)
			}
			if last := whole[0].Parts[len(whole[0].Parts)-1]; !strings.HasSuffix(last.Page, "-p2") || whole[0].Parts[0].Page != "" {
				t.Errorf("pages of the parts: %+v", whole[0].Parts)
			}

			later := newGraph(t)
			later.load(loader.Options{}, one)
			if alone := later.halves(); len(alone) != 1 || !alone[0].Incomplete {
				t.Errorf("page one alone: %+v", alone)
			}
			first := later.export()
			later.load(loader.Options{}, two)
			later.want(want, "page two a day later")
			later.load(loader.Options{Again: true}, two, one)
			later.want(want, "loaded again")

			back := newGraph(t)
			back.load(loader.Options{Batch: 1}, two, one)
			back.want(want, "page two first")
			fresh := newGraph(t)
			if _, err := loader.Rebuild(t.Context(), back.Store, fresh.Store, loader.Options{Batch: 1}); err != nil {
				t.Fatal(err)
			}
			fresh.want(want, "rebuilt")

			back.load(loader.Options{}, endingHere(t, one))
			if alone := back.halves(); len(alone) != 1 || !alone[0].Incomplete || alone[0].ContinuedFrom == "" {
				t.Errorf("page one ends there now: %+v", alone)
			}
			back.load(loader.Options{}, one)
			back.want(want, "page one as it was")

			var ids []kg.ID
			err := back.Sources(t.Context(), kg.SourceQuery{}, func(id kg.ID, _ string, s kg.Source) error {
				if s.Name == two {
					ids = append(ids, id)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := loader.Remove(t.Context(), back.Store, ids, nil); err != nil {
				t.Fatal(err)
			}
			back.want(first, "page two removed")
			back.load(loader.Options{}, one, two)
			back.want(want, "page two back")
		})
	}
}

// endingHere is a page whose article no longer goes on elsewhere, under its own name in another folder.
func endingHere(t *testing.T, page string) string {
	t.Helper()
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile(filepath.Join(filepath.Dir(page), "baopu.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(page)
	dir := write(t, map[string]string{name: strings.ReplaceAll(string(b), "（下转第二版）", ""), "baopu.yaml": string(manifest)})
	return filepath.Join(dir, name)
}

// An issue that comes once more under other names leaves the joined article whole, on both pages that begin it, and goes again.
func TestIssueTwice(t *testing.T) {
	one, two := hebi(t)
	g, other := newGraph(t), newGraph(t)
	g.load(loader.Options{}, one, two)
	once := g.export()
	var again []string
	for i, path := range []string{one, two} {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		again = append(again, filepath.Join(filepath.Dir(path), []string{"20170216_01.txt", "20170216_02.txt"}[i]))
		rewriteFile(t, again[i], string(b))
	}
	g.load(loader.Options{}, again...)
	for _, a := range g.halves() {
		if a.Incomplete || a.Jump == "" || len(g.halves()) != 2 {
			t.Errorf("%s on %s: incomplete %v", a.Title, a.Page, a.Incomplete)
		}
	}
	twice := g.export()
	for _, path := range []string{again[1], one, again[0], two} {
		other.load(loader.Options{}, path)
	}
	other.want(twice, "in another order")
	from, err := loader.CameFrom(t.Context(), g.Store, again...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loader.Remove(t.Context(), g.Store, slices.Concat(from[again[0]], from[again[1]]), nil); err != nil {
		t.Fatal(err)
	}
	g.want(once, "gone again")
}

// What the second half says is proved on the second page, and what both say is one fact.
func TestEvidenceOfAJoinedArticle(t *testing.T) {
	g := newGraph(t)
	one, two := hebi(t)
	g.load(loader.Options{}, one, two)
	whole := g.halves()[0]
	pages := map[string]int{}
	err := g.Dump(t.Context(), func(r kg.Record) error {
		for _, p := range r.Proofs {
			if p.Article != whole.ID {
				continue
			}
			pages[p.Page]++
			at := strings.Index(whole.Text, "会上，市委常委、常务副市长杜国栋")
			if second := p.Start >= len([]rune(whole.Text[:at])); second != strings.HasSuffix(p.Page, "-p2") {
				t.Errorf("%q is on page %s", p.Quote, p.Page)
			}
		}
		return nil
	})
	if err != nil || len(pages) != 2 {
		t.Errorf("%v %v", pages, err)
	}
	people, err := g.List(t.Context(), kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 50}, Where: kg.Filter{Field: "name", Op: kg.Eq, Value: "霍青川"}})
	if err != nil || len(people.Nodes) != 1 || people.Nodes[0].NodeHead().ArticleCount != 1 {
		t.Errorf("霍青川, party secretary on page one, no title on page two: %+v, %v", people.Nodes, err)
	}
}

// An article that was joined is taken out on both pages.
func TestRemoveJoined(t *testing.T) {
	g := newGraph(t)
	one, two := hebi(t)
	g.load(loader.Options{}, one, two)
	whole := g.halves()[0]
	done, err := loader.Remove(t.Context(), g.Store, nil, map[kg.ID][]kg.ID{whole.Document: {whole.ID}})
	if err != nil || done != (loader.Removed{Articles: 1, From: 2}) {
		t.Fatalf("%+v, %v", done, err)
	}
	if left := g.halves(); len(left) != 0 || strings.Contains(g.export(), "杜国栋") {
		t.Errorf("left: %+v", left)
	}
	less := g.export()
	g.load(loader.Options{}, one, two)
	g.want(less, "loaded again, unchanged")
	rebuilt := newGraph(t)
	if _, err := loader.Rebuild(t.Context(), g.Store, rebuilt.Store, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	rebuilt.want(less, "rebuilt")
}

// Pages of two papers, or of two days, are never read together.
func TestOtherIssues(t *testing.T) {
	one, two := hebi(t)
	for name, said := range map[string]source.Said{
		"another paper": {Publication: "淇滨日报"}, "another day": {Date: "2017-02-17"},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGraph(t)
			g.load(loader.Options{}, one)
			g.load(loader.Options{Said: said}, two)
			halves := g.halves()
			if len(halves) != 2 || !halves[0].Incomplete || !halves[1].Incomplete {
				t.Errorf("%+v", halves)
			}
		})
	}
}

// A paper that nobody names may be two; pages whose paper is named then take the place of what was read without.
func TestNoPaper(t *testing.T) {
	dir := write(t, map[string]string{"20240502-p1.txt": notice + "（下转第二版）\n", "20240502-p2.txt": "（上接第一版）会议指出，要抓好落实，推动高质量发展，研究部署下一步的工作。\n"})
	g := newGraph(t)
	g.load(loader.Options{}, dir)
	if halves := g.halves(); len(halves) != 2 || !halves[0].Incomplete || !halves[1].Incomplete {
		t.Errorf("without a paper: %+v", halves)
	}
	g.load(loader.Options{Said: source.Said{Publication: "绍兴日报"}}, dir)
	if halves := g.halves(); len(halves) != 1 {
		t.Errorf("with one: %+v", halves)
	}
}

// meanwhile is a store to which somebody else writes just before its first transaction.
type meanwhile struct {
	kg.Store
	somebody func()
}

func (m *meanwhile) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	if m.somebody != nil {
		first := m.somebody
		m.somebody = nil
		first()
	}
	return m.Store.Apply(ctx, docs...)
}

// Two loaders that load the pages of an issue at the same moment, neither seeing the other's, give the graph of one.
func TestTwoLoadersOfAnIssue(t *testing.T) {
	one, two := hebi(t)
	both := newGraph(t)
	both.load(loader.Options{}, one, two)
	g := newGraph(t)
	s := &meanwhile{Store: g.Store, somebody: func() { g.load(loader.Options{}, two) }}
	if rep, err := loader.Load(t.Context(), s, []string{one}, loader.Options{}); err != nil || len(rep.Failed) > 0 {
		t.Fatal(err, rep.Failed)
	}
	g.want(both.export(), "page two while page one is written")
}

// Pages that are joined are known, whichever of them came last.
func TestJoinedIsKnown(t *testing.T) {
	g := newGraph(t)
	one, two := hebi(t)
	g.load(loader.Options{}, one)
	g.load(loader.Options{}, two)
	rep, err := loader.Load(t.Context(), g.Store, []string{one, two}, loader.Options{})
	if err != nil || rep.Known != 2 {
		t.Errorf("%v %+v", err, rep)
	}
}

// A page is replaced just when another is written that is joined with it: the other isn't written with the old text.
func TestReplacedMeanwhile(t *testing.T) {
	one, two := hebi(t)
	g := newGraph(t)
	g.load(loader.Options{}, one, two)
	change := func(path string) {
		t.Helper()
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(text), "。", "。会议还研究了其他事项。", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	change(one)
	s := &meanwhile{Store: g.Store, somebody: func() {
		change(two)
		g.load(loader.Options{}, two)
	}}
	if rep, err := loader.Load(t.Context(), s, []string{one}, loader.Options{}); err != nil || len(rep.Failed) > 0 {
		t.Fatal(err, rep.Failed)
	}
	fresh := newGraph(t)
	fresh.load(loader.Options{}, one, two)
	g.want(fresh.export(), "both pages as they are")
}

// Pages are printed one by one, or joined; what is joined is loaded as pages are.
func TestPrintJoined(t *testing.T) {
	one, two := hebi(t)
	lines := func(how loader.Printing) (out []*article.Article) {
		if _, err := loader.Articles(t.Context(), []string{two, one}, loader.Options{}, how, func(a *article.Article) error {
			out = append(out, a)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	apart, joined := lines(loader.Printing{}), lines(loader.Printing{Join: true})
	if len(apart) != len(joined)+1 || slices.ContainsFunc(apart, func(a *article.Article) bool { return a.Incomplete || len(a.Pages) > 0 }) {
		t.Errorf("%d apart, %d joined", len(apart), len(joined))
	}
	var text strings.Builder
	if err := article.Encode(&text, joined...); err != nil {
		t.Fatal(err)
	}
	g := newGraph(t)
	g.load(loader.Options{}, filepath.Join(write(t, map[string]string{"joined.jsonl": text.String()}), "joined.jsonl"))
	if whole := g.halves(); len(whole) != 1 || whole[0].Incomplete || len(whole[0].Parts) < 5 || !strings.HasSuffix(whole[0].Parts[len(whole[0].Parts)-1].Page, "-p2") {
		t.Errorf("loaded: %+v", whole)
	}
}
