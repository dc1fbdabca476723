package page

import (
	"slices"
	"sort"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
)

// write turns the drafts into articles, in the order of the page.
func (b *binder) write() {
	sort.SliceStable(b.drafts, func(i, j int) bool { return b.drafts[i].first < b.drafts[j].first })
	for _, d := range b.drafts {
		if len(d.blocks) == 0 && len(d.caps) == 0 {
			continue
		}
		w := writer{binder: b, draft: d}
		a, o := w.article()
		b.out.Articles = append(b.out.Articles, a)
		b.out.Origins = append(b.out.Origins, o)
	}
}

// writer writes one article.
type writer struct {
	*binder
	*draft
	a article.Article
	o Origin
	n int // code points of text so far
}

func (w *writer) article() (article.Article, Origin) {
	h := w.heading(w.draft)
	if h.title.len() == 0 && w.box >= 0 {
		label := w.ps[w.box].text
		h.title = label.without(func(i int) bool { return isSpace(label.r[i]) })
		w.used[w.box] = true
	}
	w.a.Kicker = w.part(h.kicker)
	w.a.Title = w.part(h.title)
	w.a.Subtitle = w.part(h.subtitle)
	w.a.Bylines = append(w.a.Bylines, w.bylines...)
	w.body()
	sort.Ints(w.caps)
	for _, c := range w.caps {
		w.caption(c)
	}
	w.a.Column = w.column
	w.a.Bylines = unique(w.a.Bylines)
	w.a.Kind = w.kind()
	return w.a, w.o
}

// part notes where a part of the text stands and gives its string.
func (w *writer) part(t text) string {
	if t = t.trim(); t.len() == 0 {
		return ""
	}
	if w.n > 0 {
		w.n++
	}
	for i, at := range t.at {
		k := len(w.o.Runs) - 1
		if k >= 0 && w.o.Runs[k].Line == at.Line && w.o.Runs[k].Column+int32(w.n+i-w.o.Runs[k].Start) == at.Column {
			continue
		}
		w.o.Runs = append(w.o.Runs, Run{Start: w.n + i, Pos: at})
	}
	w.n += t.len()
	return t.String()
}

func (w *writer) body() {
	var paras []string
	for _, m := range w.blocks {
		if subs := w.subs[m]; len(subs) > 0 {
			var t text
			for _, k := range subs {
				t = spaced(t, w.ps[k].text)
			}
			paras = append(paras, w.part(t))
		}
		blk := &w.bs[m]
		for k, t := range blk.paras {
			if k == 0 && blk.comes != "" {
				w.a.ContinuedFrom, w.a.ContinuedTitle = blk.comes, blk.named
			}
			if n, _, ok := leadingJump(t.r); k == 0 && ok {
				w.out.Furniture = append(w.out.Furniture, remainder(t.slice(0, n), "jump"))
				t = t.slice(n, t.len())
			}
			if before, _, ok := cutJump(t.r); ok {
				w.out.Furniture = append(w.out.Furniture, remainder(t.slice(before, t.len()), "jump"))
				t = t.slice(0, before)
			}
			if p := w.part(t); p != "" {
				paras = append(paras, p)
			}
		}
		if blk.jump != "" {
			w.a.Jump = blk.jump
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
	first = first[itemMark(first):]
	if l, ok := credit.ReadLede(first); ok {
		if l.Agency != "" {
			a.Agency = l.Agency
		}
		a.Bylines = append(a.Bylines, l.Bylines...)
		if l.Place != "" || l.Day > 0 {
			a.Dateline = &article.Dateline{Place: l.Place, Date: monthAndDay(l)}
		}
	} else if n := len(first); n > 2 && first[0] == '（' {
		a.Bylines = append(a.Bylines, openingCredits(first)...)
	}
	if _, makers, ok := credit.Closing(paras[len(paras)-1]); ok {
		a.Bylines = append(a.Bylines, makers...)
	}
}

// openingCredits reads credits in brackets that open a text without a lede: （记者 张三）.
func openingCredits(r []rune) []article.Byline {
	for i, c := range r {
		if c != '）' || i >= 40 {
			continue
		}
		if l := credit.Parse(string(r[1:i]), article.Reporter); l.Roles > 0 && !l.Rest {
			return l.Bylines
		}
		return nil
	}
	return nil
}

// monthAndDay is the day of a dateline as --MM-DD; the year is the paper's, which the page alone may not know.
func monthAndDay(l credit.Lede) string {
	if l.Month == 0 || l.Day == 0 {
		return ""
	}
	return "--" + two(l.Month) + "-" + two(l.Day)
}

func two(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

func (w *writer) caption(c int) {
	blk := &w.bs[c]
	p := &w.ps[blk.from]
	t := blk.paras[0]
	n := min(p.words, t.len())
	w.a.Captions = append(w.a.Captions, w.part(t.slice(0, n)))
	w.a.Bylines = append(w.a.Bylines, p.credits...)
	if n < t.len() {
		w.out.Furniture = append(w.out.Furniture, remainder(t.slice(n, t.len()), "credit"))
	}
}

func remainder(t text, kind string) Remainder {
	r := Remainder{Text: strings.TrimSpace(t.String()), Kind: kind}
	if t.len() > 0 {
		r.Line = int(t.at[0].Line)
	}
	return r
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
	case len(w.blocks) == 0:
		return article.Photo
	case w.box >= 0:
		return article.Box
	case noticeTitle(squeezed([]rune(w.a.Title))):
		return article.Notice
	case w.bs[w.blocks[0]].item, !strings.Contains(w.a.Body, "\n") && len([]rune(w.a.Body)) <= briefLength:
		return article.Brief
	}
	return article.News
}

// rest accounts for the parts that no article took.
func (b *binder) rest() {
	m := mastReader{out: &b.out.Masthead}
	for k := range b.ps {
		p := &b.ps[k]
		switch p.role {
		case mastPart:
			m.read(p.text)
			b.out.Furniture = append(b.out.Furniture, remainder(p.text, "masthead"))
		case contentsPart, weatherPart:
			b.out.Furniture = append(b.out.Furniture, remainder(p.text, "contents"))
		case rowPart:
			b.leave(p.text, "text")
		case labelPart:
			if b.used[k] {
				continue
			}
			b.out.Furniture = append(b.out.Furniture, remainder(p.text, "label"))
		case jumpPart:
			b.out.Furniture = append(b.out.Furniture, remainder(p.text, "jump"))
		case bylinePart:
			kind := "text"
			if b.used[k] {
				kind = "byline"
			}
			b.leave(p.text, kind)
		case headPart:
			if !b.used[k] {
				b.leave(p.text, "text")
			}
			for _, u := range b.halvesOf(k) {
				b.leave(b.us[u].text, "text")
			}
		}
	}
}

// halvesOf lists the halves of display part k that went to no headline while the other half did.
func (b *binder) halvesOf(k int) []int {
	var free []int
	owned := false
	for u := range b.us {
		if b.us[u].part == k {
			if b.owner[u] >= 0 {
				owned = true
			} else {
				free = append(free, u)
			}
		}
	}
	if !owned {
		return nil
	}
	return free
}

func (b *binder) leave(t text, kind string) {
	r := remainder(t, kind)
	if kind == "text" {
		b.out.Remainders = append(b.out.Remainders, r)
		return
	}
	b.out.Furniture = append(b.out.Furniture, r)
}
