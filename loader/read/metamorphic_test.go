package read_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/source"
)

// guises are ways in which the same article may be printed. None may change what it says.
var guises = []struct {
	name string
	turn func(a *article.Article) *article.Article
	base func(a *article.Article) *article.Article // what it is compared with
}{
	{"traditional", func(a *article.Article) *article.Article { return each(a, traditional) }, same},
	{"full-width digits", func(a *article.Article) *article.Article { return each(a, wideDigits) }, same},
	{"spaced names", spacedNames, same},
	{"hard-wrapped", func(a *article.Article) *article.Article { return printed(a, column) }, func(a *article.Article) *article.Article { return printed(a, wide) }},
}

// most is the share of facts that may differ under a guise.
const most = 0.01

// The same text in traditional characters, with full-width digits, with layout spaces in names and hard-wrapped as a page's
// column gives the same facts, over every article of the gold; also of the national set, which isn't in the repository,
// where BAOPU_GOLD names its folder.
func TestGuisesChangeNothing(t *testing.T) {
	names := []string{"seed-page", "cm-dev", "own"}
	paths := make([]string, 0, len(names)+1)
	for _, n := range names {
		paths = append(paths, "../../testdata/gold/"+n+".gold.jsonl")
	}
	if dir := os.Getenv("BAOPU_GOLD"); dir != "" {
		paths = append(paths, filepath.Join(dir, "xw-dev.gold.jsonl"))
	}
	all, kept := articles(t, paths)
	for _, g := range guises {
		t.Run(g.name, func(t *testing.T) {
			total, differ := 0, 0
			var examples []string
			for _, a := range all {
				want, got := flat(read.Article(g.base(a))), flat(read.Article(g.turn(a)))
				total += len(want)
				for _, d := range difference(want, got) {
					differ++
					if !kept[a.ID] {
						examples = append(examples, a.ID+" "+d)
					}
				}
			}
			t.Logf("%d of %d facts differ", differ, total)
			if float64(differ) > most*float64(total) || total < 2000 {
				t.Errorf("%d of %d facts differ:\n%s", differ, total, strings.Join(examples, "\n"))
			}
		})
	}
}

// articles is the articles of gold files, bare, and which of them are kept to measure with: those of second halves, of which
// no test may show a line.
func articles(t *testing.T, paths []string) (out []*article.Article, kept map[string]bool) {
	t.Helper()
	kept = map[string]bool{}
	for _, path := range paths {
		first := len(out)
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for l := range article.Lines(f) {
			if l.Err != nil {
				t.Fatal(l.Err)
			}
			a := l.Article
			out = append(out, &article.Article{
				ID: a.ID, Publication: a.Publication, PublicationPlace: a.PublicationPlace, PublishedAt: a.PublishedAt,
				Title: a.Title, Subtitle: a.Subtitle, Body: a.Body,
			})
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(path, "-dev.") {
			for _, a := range out[first+(len(out)-first+1)/2:] {
				kept[a.ID] = true
			}
		}
	}
	return out, kept
}

// flat is the facts of a reading, a line each, by the keys under which the graph knows them.
func flat(r *reading.Reading) []string {
	var out []string
	for _, s := range list(facts.From(r)) {
		out = append(out, zh.Key(s))
	}
	return out
}

// difference is what is only in want (-) or only in got (+).
func difference(want, got []string) []string {
	var out []string
	left := slices.Clone(got)
	for _, w := range want {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			out = append(out, "- "+w)
		}
	}
	for _, g := range left {
		out = append(out, "+ "+g)
	}
	return out
}

func same(a *article.Article) *article.Article { return a }

// each is a with turn done to all that it prints.
func each(a *article.Article, turn func(string) string) *article.Article {
	b := *a
	b.Title, b.Subtitle, b.Body = turn(a.Title), turn(a.Subtitle), turn(a.Body)
	return &b
}

// traditional writes each character as the first traditional one that the normaliser takes for it.
func traditional(s string) string {
	return strings.Map(func(r rune) rune {
		if t, ok := toTraditional[r]; ok {
			return t
		}
		return r
	}, s)
}

var toTraditional = func() map[rune]rune {
	m := map[rune]rune{}
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		s := []rune(zh.Simplify(string(r)))
		if len(s) == 1 && s[0] != r && m[s[0]] == 0 {
			m[s[0]] = r
		}
	}
	return m
}()

func wideDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, s)
}

// spacedNames pads each name of two characters to the width of three, as lists of names are set: 张晓 as 张　晓.
func spacedNames(a *article.Article) *article.Article {
	var pairs []string
	for _, p := range read.Article(a).People {
		if r := []rune(p.Name); len(r) == 2 && zh.IsHan(r[0]) && zh.IsHan(r[1]) {
			pairs = append(pairs, p.Name, string(r[:1])+"　"+string(r[1:]))
		}
	}
	return each(a, strings.NewReplacer(pairs...).Replace)
}

// Widths of a column of a page, in characters of full width: of a newspaper's, and of one that tears next to nothing.
const (
	column = 22
	wide   = 45
)

// printed prints every paragraph of an article as a page's column does and joins its lines again as those of a page: names,
// numbers and days are torn wherever the column ends. How a page falls into articles is another test's.
func printed(a *article.Article, width int) *article.Article {
	b := *a
	paragraphs := strings.Split(a.Body, "\n")
	for i, p := range paragraphs {
		var page strings.Builder
		if len([]rune(p)) <= wide {
			continue
		}
		wrapped(&page, "　　"+strings.TrimSpace(p), width)
		d, err := document.Read(document.Source{
			Name: "page.txt", Format: document.Page, Text: page.String(),
			Said: source.Said{Publication: a.Publication, Place: a.PublicationPlace, Date: a.PublishedAt},
		})
		if err != nil {
			continue // too little Chinese to be a page of its own
		}
		var text []string
		for _, x := range d.Articles {
			text = append(text, x.Text().String())
		}
		paragraphs[i] = strings.Join(text, "\n")
	}
	b.Body = strings.Join(paragraphs, "\n")
	return &b
}

// wrapped writes a paragraph in lines of the column's width; a mark that may not begin a line hangs over.
func wrapped(b *strings.Builder, s string, column int) {
	width := 0
	for _, r := range s {
		own := 2
		if r < 0x80 {
			own = 1
		}
		if width+own > 2*column && !strings.ContainsRune("，。、；：！？）》”’%", r) {
			b.WriteByte('\n')
			width = 0
		}
		b.WriteRune(r)
		width += own
	}
	b.WriteByte('\n')
}
