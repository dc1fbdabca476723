package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/page/pagescore"
	"github.com/baopu/baopu/loader/sheet"
)

// sheets reads the pages with positions, by name.
func sheets(tb testing.TB) (names []string, byName map[string]*sheet.Sheet) {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(testdata, "pages", "sheet", "*.sheet"))
	if err != nil || len(files) == 0 {
		tb.Fatal("no sheets", err)
	}
	byName = map[string]*sheet.Sheet{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		s, err := sheet.Parse(string(b))
		if err != nil {
			tb.Fatal(f, err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".sheet")
		names, byName[name] = append(names, name), s
	}
	return names, byName
}

// TestSheetScores holds the scores of pages with positions, in layouts that the typeset PDFs don't have (headlines down the
// page and beside their text, photographs between columns, frames, a masthead at the side), to a golden file.
func TestSheetScores(t *testing.T) {
	var b strings.Builder
	var all pagescore.Scores
	row := func(name string, s pagescore.Scores) {
		fmt.Fprintf(&b, "%-24s articles %.3f (%d of %d, %d found)  titles %.3f\n", name, s.Articles.F1(), s.Articles.Right, s.Articles.Gold, s.Articles.Predicted, s.Titles.F1())
		for _, w := range s.Wrong {
			t.Logf("%s: %s", name, w)
		}
	}
	gold := golds(t, "pages/pages-own.gold.jsonl")
	names, byName := sheets(t)
	for _, name := range names {
		p := page.SplitSheet(byName[name])
		checkSheet(t, name, byName[name], &p)
		s := pagescore.Page(gold[name], p.Articles)
		row(name, s)
		all = all.Add(s)
	}
	all.Wrong = nil
	row("all", all)
	golden(t, "scores/sheets.golden", b.String())
}

// checkSheet holds a page to its promises: nothing of the sheet is lost or doubled, and every code point of an article leads
// back to the run that it stands in.
func checkSheet(t *testing.T, name string, s *sheet.Sheet, p *page.Page) {
	t.Helper()
	var texts []string
	for i := range p.Articles {
		a := p.Articles[i].Text()
		texts = append(texts, a.String())
		for k, r := range a.Runes {
			at, ok := p.Origins[i].At(k)
			if r == ' ' || r == '\n' || r == '\u3000' {
				continue
			}
			if !ok || at.Line < 1 || int(at.Line) > len(s.Runs) {
				t.Fatalf("%s: article %d, offset %d: no run: %v", name, i, k, at)
			}
			if run := []rune(s.Runs[at.Line-1].Text); int(at.Column) >= len(run) || !composed(r, run[at.Column]) && run[at.Column] != r && counts(string(run[at.Column]))[r] == 0 {
				t.Fatalf("%s: article %d, offset %d is %q, run %d has no such character at %d", name, i, k, r, at.Line-1, at.Column)
			}
		}
	}
	for _, r := range append(p.Furniture, p.Remainders...) {
		texts = append(texts, r.Text)
	}
	if diff := cmp.Diff(counts(s.Text()), counts(texts...)); diff != "" {
		t.Errorf("%s: characters lost or doubled: %s", name, diff)
	}
}

// set is lines set down a column, the first indented by two of ten points.
func set(x, y float64, lines ...string) []sheet.Run {
	var out []sheet.Run
	for i, l := range lines {
		left := x
		if i == 0 {
			left += 20
		}
		out = append(out, run(left, y+15*float64(i), 10, l))
	}
	return out
}

func run(x, y, size float64, s string) sheet.Run {
	return sheet.Run{Box: sheet.Box{X0: x, Y0: y, X1: x + size*float64(len([]rune(s))), Y1: y + size}, Size: size, Text: s}
}

// down is a headline that runs down the page, one run a character.
func down(x, y, size float64, s string) []sheet.Run {
	var out []sheet.Run
	for i, r := range []rune(s) {
		out = append(out, run(x, y+1.1*size*float64(i), size, string(r)))
	}
	return out
}

// A headline that runs down the page beside its text, which goes on in a second column; above the other, one in two decks.
func TestSplitSheet(t *testing.T) {
	s := &sheet.Sheet{Width: 700, Height: 900}
	for _, runs := range [][]sheet.Run{
		down(40, 100, 24, "果农致富路"),
		set(80, 100, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时，收购价也"),
		{run(230, 100, 10, "比往年高了两成多，村民们笑"), run(230, 115, 10, "得合不拢嘴。")},
		{run(400, 90, 12, "东山县召开会议"), run(400, 106, 20, "部署水库安全工作")},
		set(400, 140, "本报讯（记者 王明）昨", "日，东山县水利局召开水库安", "全工作会议。"),
	} {
		s.Runs = append(s.Runs, runs...)
	}
	p := page.SplitSheet(s)
	checkSheet(t, "page", s, &p)
	got := map[string]article.Article{}
	for _, a := range p.Articles {
		got[a.Title] = a
	}
	if len(got) != 2 || got["果农致富路"].Body != roads[:strings.Index(roads, "。")]+"。" {
		t.Errorf("%+v", p.Articles)
	}
	if a := got["部署水库安全工作"]; a.Kicker != "东山县召开会议" || a.Body != "本报讯（记者 王明）昨日，东山县水利局召开水库安全工作会议。" {
		t.Errorf("%+v", a)
	}
}

// Sheets of nothing, of points and of lines without room are pages without articles.
func TestSplitSheetOfLittle(t *testing.T) {
	for _, s := range []*sheet.Sheet{
		{}, {Width: 9, Height: 9, Runs: []sheet.Run{{Text: "一"}}}, {Runs: []sheet.Run{{Text: "　"}, {Size: 1e9, Text: "二"}}},
	} {
		p := page.SplitSheet(s)
		checkSheet(t, "little", s, &p)
	}
}
