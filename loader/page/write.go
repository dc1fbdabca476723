package page

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/plan"
	"github.com/baopu/baopu/loader/page/text"
)

// write makes articles of the drafts, in their order, and notes what is left.
func (p *Page) write(drafts []plan.Draft, rest []plan.Left) {
	for i := range drafts {
		w := writer{out: p, Draft: &drafts[i]}
		w.article()
		p.Articles = append(p.Articles, w.a)
		p.Origins = append(p.Origins, w.o)
	}
	m := mastReader{out: &p.Masthead}
	for _, l := range rest {
		if l.Kind == "masthead" {
			m.read(l.Text)
		}
		p.leave(l.Text, l.Kind)
	}
}

// leave notes a text that is no article's.
func (p *Page) leave(t text.Text, kind string) {
	r := Remainder{Text: strings.TrimSpace(t.String()), Kind: kind}
	if t.Len() > 0 {
		r.Line = int(t.At[0].Line)
	}
	if kind == "text" {
		p.Remainders = append(p.Remainders, r)
		return
	}
	p.Furniture = append(p.Furniture, r)
}

// writer writes one article.
type writer struct {
	*plan.Draft
	out *Page
	a   article.Article
	o   Origin
	n   int // code points of text so far
}

func (w *writer) article() {
	for _, m := range w.Marks {
		w.out.leave(m.Text, m.Kind)
	}
	w.a.Kicker = w.part(w.Kicker)
	w.a.Title = w.part(w.Title)
	w.a.Subtitle = w.part(w.Subtitle)
	w.a.Bylines = append(w.a.Bylines, w.Bylines...)
	w.body()
	for i := range w.Captions {
		w.caption(&w.Captions[i])
	}
	w.a.Column = w.Column
	w.a.Bylines = unique(w.a.Bylines)
	w.a.Kind = w.kind()
}

// part notes where a part of the text stands and gives its string.
func (w *writer) part(t text.Text) string {
	if t = t.Trim(); t.Len() == 0 {
		return ""
	}
	if w.n > 0 {
		w.n++
	}
	for i, at := range t.At {
		k := len(w.o.Runs) - 1
		if k >= 0 && w.o.Runs[k].Line == at.Line && w.o.Runs[k].Column+int32(w.n+i-w.o.Runs[k].Start) == at.Column {
			continue
		}
		w.o.Runs = append(w.o.Runs, Run{Start: w.n + i, Pos: at})
	}
	w.n += t.Len()
	return t.String()
}

func (w *writer) body() {
	var paras []string
	for i := range w.Passages {
		p := &w.Passages[i]
		if s := w.part(p.Subhead); s != "" {
			paras = append(paras, s)
		}
		if p.From.Page != "" {
			w.a.ContinuedFrom, w.a.ContinuedTitle = p.From.Page, p.From.Name
		}
		for k, t := range p.Paras {
			if n, _, ok := line.LeadingJump(t.Runes); k == 0 && ok {
				w.out.leave(t.Slice(0, n), "jump")
				t = t.Slice(n, t.Len())
			}
			if before, _, ok := line.CutJump(t.Runes); ok {
				w.out.leave(t.Slice(before, t.Len()), "jump")
				t = t.Slice(0, before)
			}
			if p := w.part(t); p != "" {
				paras = append(paras, p)
			}
		}
		if p.To != "" {
			w.a.Jump = p.To
		}
	}
	w.a.Body = strings.Join(paras, "\n")
	openAndClose(&w.a, paras)
}

// openAndClose reads the lede of the first paragraph and the credits that close the last one.
func openAndClose(a *article.Article, paras []string) {
	if len(paras) == 0 {
		return
	}
	first := []rune(paras[0])
	first = first[line.ItemMark(first):]
	if l, ok := credit.ReadLede(first); ok {
		if l.Agency != "" {
			a.Agency = l.Agency
		}
		a.Bylines = append(a.Bylines, l.Bylines...)
		if l.Place != "" || l.Day > 0 {
			a.Dateline = &article.Dateline{Place: l.Place, Date: monthAndDay(l)}
		}
	} else if _, makers := credit.Opening(first); len(makers) > 0 {
		a.Bylines = append(a.Bylines, makers...)
	}
	if _, makers, ok := credit.Closing(paras[len(paras)-1]); ok {
		a.Bylines = append(a.Bylines, makers...)
	}
}

// monthAndDay is the day of a dateline as --MM-DD; the year is the paper's, which the page alone may not know.
func monthAndDay(l credit.Lede) string {
	if l.Month == 0 || l.Day == 0 {
		return ""
	}
	return "--" + two(l.Month) + "-" + two(l.Day)
}

func two(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

func (w *writer) caption(c *plan.Caption) {
	w.a.Captions = append(w.a.Captions, w.part(c.Text.Slice(0, c.Words)))
	w.a.Bylines = append(w.a.Bylines, c.Credits...)
	if c.Words < c.Text.Len() {
		w.out.leave(c.Text.Slice(c.Words, c.Text.Len()), "credit")
	}
}

func unique(in []article.Byline) []article.Byline {
	var out []article.Byline
	for _, b := range in {
		if !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// briefLength is how many code points a text of one paragraph may have to be a brief.
const briefLength = 260

func (w *writer) kind() article.Kind {
	switch {
	case len(w.Passages) == 0:
		return article.Photo
	case w.Box:
		return article.Box
	case line.NoticeTitle(text.Squeezed([]rune(w.a.Title))):
		return article.Notice
	case w.Passages[0].Item, !strings.Contains(w.a.Body, "\n") && len([]rune(w.a.Body)) <= briefLength:
		return article.Brief
	}
	return article.News
}
