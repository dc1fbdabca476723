package loader_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// onPage is the records of one page, each a title and a body.
func onPage(articles ...string) string {
	var lines []string
	for _, a := range articles {
		title, body, _ := strings.Cut(a, ":")
		lines = append(lines, strings.Replace(brief(title, body), "{", `{"document":"p1",`, 1))
	}
	return strings.Join(lines, "\n")
}

// articles is the articles of the store.
func (g graph) articles() (out []*kg.Article) {
	g.Helper()
	list, err := g.List(g.Context(), kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 50}})
	if err != nil {
		g.Fatal(err)
	}
	for _, n := range list.Nodes {
		out = append(out, n.(*kg.Article))
	}
	return out
}

// remove takes the articles out that hold text.
func (g graph) remove(text string) {
	g.Helper()
	out := map[kg.ID][]kg.ID{}
	for _, a := range g.articles() {
		if strings.Contains(a.Text, text) {
			out[a.Document] = append(out[a.Document], a.ID)
		}
	}
	if _, err := loader.Remove(g.Context(), g.Store, nil, out); err != nil || len(out) == 0 {
		g.Fatalf("%q: %v %v", text, out, err)
	}
}

// skipped is what a report passes over, as one text.
func skipped(rep *report.Report) string {
	var b strings.Builder
	for _, p := range rep.Skipped {
		b.WriteString(p.Why + "\n")
	}
	return b.String()
}

// What was taken out of a page stays out of its later states, and nothing else does; what is left out by its title, and what isn't
// found, is reported.
func TestTakenOut(t *testing.T) {
	const a, b, c = "简讯:昨日，乌海市召开会议。", "简讯:昨日，海南区召开会议。", "乌达区开通新线路:昨日，乌达区开通两条公交线路。"
	const lone, corrected = "海勃湾区举办展览:昨日，海勃湾区举办展览。", "海勃湾区举办展览:昨日，海勃湾区举办书画展览，市民参加。"
	const isNotFound, byTitle = "isn't found in it any more", "is left out: one of this title"
	for _, tc := range []struct {
		name, out string
		states    [][]string
		want      []string
		skips     string // of the last load
	}{
		{"one of two of its title is gone from the file", a, [][]string{{a, b, c}, {b, c}}, []string{b, c}, isNotFound},
		{"one of two of its title is corrected", a, [][]string{{a, b, c}, {corrected, b, c}}, []string{corrected, b, c}, isNotFound},
		{"the only one of its title is corrected", lone, [][]string{{lone, c}, {corrected, c}}, []string{c}, byTitle},
		{"and put back", lone, [][]string{{lone, c}, {corrected, c}, {lone, c}}, []string{c}, byTitle},
		{"and is as it was, told by its text", lone, [][]string{{lone, c}, {corrected, c}, {corrected, b, c}}, []string{b, c}, ""},
		{"two of its title stand there now", lone, [][]string{{lone, c}, {corrected, corrected + "再来。", c}}, []string{corrected, corrected + "再来。", c}, isNotFound},
		{"nothing of it is found, and then it is", a, [][]string{{a, b, c}, {b, c}, {a, b, c}}, []string{b, c}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			g := newGraph(t)
			var rep *report.Report
			for i, state := range tc.states {
				var err error
				rep, err = loader.Load(t.Context(), g.Store, []string{write(t, map[string]string{"a.jsonl": onPage(state...)})}, loader.Options{})
				if err != nil || len(rep.Failed) > 0 {
					t.Fatalf("%v %+v", err, rep)
				}
				if i == 0 {
					_, body, _ := strings.Cut(tc.out, ":")
					g.remove(body)
				}
			}
			var got []string
			for _, a := range g.articles() {
				got = append(got, strings.Replace(a.Text, "\n", ":", 1))
			}
			slices.Sort(got)
			slices.Sort(tc.want)
			if !slices.Equal(got, tc.want) {
				t.Errorf("left are %q, want %q", got, tc.want)
			}
			if why := skipped(rep); strings.Count(why, "\n") > 1 || !strings.Contains(why, tc.skips) || tc.skips == "" && why != "" {
				t.Errorf("reported is %q, want %q", why, tc.skips)
			}
		})
	}
}

// What tells of an article that was taken out, and what no article claims, stands on the page of the articles that stay.
func TestPageOfTakenOut(t *testing.T) {
	for name, text := range map[string]string{
		"a.jsonl":           strings.ReplaceAll(onPage("简讯:昨日，乌海市召开会议。", "公交:昨日，乌达区开通两条公交线路。"), `"document":"p1"`, `"document":"issue7"`),
		"2025-02-26-01.txt": "第01版\n\n" + oneSheet + "\n今日天气 晴\n",
	} {
		g := newGraph(t)
		g.load(loader.Options{}, write(t, map[string]string{name: text}))
		g.remove("乌海市")
		err := g.Sources(t.Context(), kg.SourceQuery{}, func(_ kg.ID, _ string, s kg.Source) error {
			page, removed := "", false
			for l := range article.Lines(strings.NewReader(s.Text)) {
				if l.Err != nil {
					return l.Err
				}
				page = cmp.Or(page, l.Article.Page)
				removed = removed || l.Article.Kind == article.Removed
				if l.Article.Page != page {
					t.Errorf("%s: %q of kind %q stands on page %q, want %q", name, l.Article.Title, l.Article.Kind, l.Article.Page, page)
				}
			}
			if page == "" || !removed {
				t.Errorf("%s: stored is %s", name, s.Text)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// What tells in a store of an article that was taken out is nobody's to say in a file.
func TestRemovedInFile(t *testing.T) {
	g := newGraph(t)
	removed := `{"kind":"removed","title":"简讯"}`
	page := onPage("简讯:昨日，乌海市召开会议。")
	dir := write(t, map[string]string{"a.jsonl": removed + "\n" + strings.Replace(removed, "{", `{"document":"p1","publication":"乌海日报","publishedAt":"2025-01-10",`, 1) + "\n" + page})
	rep, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{Said: source.Said{Date: "2025-01-10"}})
	if err != nil || rep.Documents != 1 || len(rep.Failed) > 0 || strings.Count(skipped(rep), "kind removed") != 2 {
		t.Errorf("%v %+v", err, rep)
	}
	plain := newGraph(t)
	plain.load(loader.Options{}, write(t, map[string]string{"a.jsonl": strings.Repeat("\n", 2) + page}))
	if a, b := g.articles(), plain.articles(); len(a) != 1 || a[0].ID != b[0].ID {
		t.Errorf("%+v, want %+v", a, b)
	}
	err = g.Sources(t.Context(), kg.SourceQuery{}, func(_ kg.ID, _ string, s kg.Source) error {
		if strings.Contains(s.Text, "removed") {
			t.Errorf("stored is %s", s.Text)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// stricter is a store whose sources can't be read any more, as by rules with narrower bounds.
type stricter struct{ kg.Store }

func (s stricter) Sources(ctx context.Context, q kg.SourceQuery, yield func(kg.ID, string, kg.Source) error) error {
	return s.Store.Sources(ctx, q, func(id kg.ID, reader string, source kg.Source) error {
		source.Text = "no article\n" + source.Text
		return yield(id, reader, source)
	})
}

// Where nobody can tell any more what was taken out of a page, the report says that it comes back.
func TestTakenOutUnreadable(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"a.jsonl": onPage("简讯:昨日，乌海市召开会议。", "乌达区开通新线路:昨日，乌达区开通两条公交线路。")})
	g.load(loader.Options{}, dir)
	g.remove("乌海市召开")
	rep, err := loader.Load(t.Context(), stricter{g.Store}, []string{dir}, loader.Options{})
	if err != nil || rep.Articles != 2 || !strings.Contains(skipped(rep), "what was taken out of it comes back: ") {
		t.Errorf("%v %+v", err, rep)
	}
}
