package page_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/page/pagescore"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const testdata = "../../testdata"

// golds reads a gold file, by page.
func golds(tb testing.TB, name string) map[string][]pagescore.Gold {
	tb.Helper()
	f, err := os.Open(filepath.Join(testdata, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	out := map[string][]pagescore.Gold{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var g pagescore.Gold
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			tb.Fatal(err)
		}
		out[g.Page] = append(out[g.Page], g)
	}
	return out
}

func dump(tb testing.TB, stem string) string {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join(testdata, "pages", "txt", stem+".txt"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// TestScores holds the scores of the seed page, of the typeset pages and of pages set in random layouts to a golden file:
// a change that moves them shows in its diff.
func TestScores(t *testing.T) {
	var b strings.Builder
	row := func(name string, s pagescore.Scores) {
		fmt.Fprintf(&b, "%-24s articles %.3f (%d of %d, %d found)  titles %.3f\n", name, s.Articles.F1(), s.Articles.Right, s.Articles.Gold, s.Articles.Predicted, s.Titles.F1())
		for _, w := range s.Wrong {
			t.Logf("%s: %s", name, w)
		}
	}
	var all pagescore.Scores
	for _, name := range [...]string{"pages/seed-page.pages.jsonl", "pages/pages-dev.gold.jsonl"} {
		byPage := golds(t, name)
		stems := make([]string, 0, len(byPage))
		for stem := range byPage {
			stems = append(stems, stem)
		}
		slices.Sort(stems)
		for _, stem := range stems {
			s := pagescore.Page(byPage[stem], page.Split(dump(t, stem)).Articles)
			row(stem, s)
			all = all.Add(s)
		}
	}
	all.Wrong = nil
	row("all", all)
	for order, s := range typeset(t, 60) {
		s.Wrong = nil
		row("typeset, order "+string(rune('0'+order)), s)
	}
	golden(t, "scores/pages.golden", b.String())
}

// TestSeedPage is what the seed page must give, whatever the golden file says.
func TestSeedPage(t *testing.T) {
	g := golds(t, "pages/seed-page.pages.jsonl")["wuhai-daily-page-1"]
	p := page.Split(dump(t, "wuhai-daily-page-1"))
	s := pagescore.Page(g, p.Articles)
	if s.Articles.F1() != 1 || s.Titles.F1() != 1 || len(p.Articles) != 7 {
		t.Errorf("articles %v, titles %v, wrong: %q", s.Articles, s.Titles, s.Wrong)
	}
	if len(p.Remainders) != 1 {
		t.Errorf("remainders: %+v, want the stray column title", p.Remainders)
	}
	for i, a := range p.Articles {
		if diff := cmp.Diff(g[i].Jump, a.Jump); diff != "" {
			t.Errorf("jump of %q: %s", a.Title, diff)
		}
		if diff := cmp.Diff(g[i].Bylines, a.Bylines, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("bylines of %q: %s", a.Title, diff)
		}
	}
}

// typeset sets random articles in random layouts and scores each order of dump.
func typeset(tb testing.TB, pages uint64) []pagescore.Scores {
	tb.Helper()
	pool := pool(tb)
	var out []pagescore.Scores
	for n := range pages {
		r := rand.New(rand.NewPCG(n, 7))
		var as []article.Article
		for _, k := range r.Perm(len(pool))[:6+r.IntN(5)] {
			as = append(as, pool[k])
		}
		l := pagescore.RandomLayout(n)
		p := page.Split(pagescore.Typeset(as, l))
		gold := make([]pagescore.Gold, len(as))
		for i := range as {
			gold[i].Article = as[i]
		}
		for len(out) <= int(l.Order) {
			out = append(out, pagescore.Scores{})
		}
		out[l.Order] = out[l.Order].Add(pagescore.Page(gold, p.Articles))
	}
	return out
}

// pool is the articles that pages are set from: whole ones, without the traps that gold texts carry for other tests.
func pool(tb testing.TB) []article.Article {
	tb.Helper()
	var out []article.Article
	for _, f := range [...]string{"pages/pages-dev.gold.jsonl", "pages/seed-page.pages.jsonl", "gold/cm-dev.gold.jsonl"} {
		byPage := golds(tb, f)
		keys := make([]string, 0, len(byPage))
		for k := range byPage {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			for _, g := range byPage[k] {
				if g.Optional || g.ContinuedFrom != "" || g.Body == "" && len(g.Captions) == 0 || trapped(g.Body) {
					continue
				}
				g.Kind = article.News
				if g.Body == "" {
					g.Kind = article.Photo
				}
				out = append(out, g.Article)
			}
		}
	}
	return out
}

func trapped(body string) bool {
	for _, w := range [...]string{"上接", "下转", "当前位置", "更多精彩", "摄", "图2", "图）", "】"} {
		if strings.Contains(body, w) {
			return true
		}
	}
	return false
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join(testdata, name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), rewrite with -update:\n%s", name, diff)
	}
}
