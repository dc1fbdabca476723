package page

import (
	"sort"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page/order"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/placed"
	"github.com/baopu/baopu/loader/page/plan"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/sheet"
)

// Page is what Split found.
type Page struct {
	Articles   []article.Article // in the order of the dump; no IDs, no metadata of the paper
	Origins    []Origin          // by article: where its text stands in the source
	Masthead   Masthead
	Furniture  []Remainder // masthead lines, contents, column labels, bylines, jump notes: read, but no article's text
	Remainders []Remainder // text that no article claims
}

// Remainder is a stretch of the page outside every article.
type Remainder struct {
	Text string
	Line int    // first source line, from 0
	Kind string // masthead, contents, label, byline, jump, credit, mark; text for what is unclaimed
}

// Origin maps an article's text to the source, as runs of code points that stand one behind the other there.
type Origin struct {
	Runs []Run // by Start
}

// Run says that the code points from Start on (to the next run) stand from Pos on in one source line.
type Run struct {
	Start int
	text.Pos
}

// At is the place in the source of the code point at offset of the article's Text().Runes. A line feed between parts has
// the place of the code point before it. It is false outside the text.
func (o Origin) At(offset int) (text.Pos, bool) {
	i := sort.Search(len(o.Runs), func(i int) bool { return o.Runs[i].Start > offset }) - 1
	if i < 0 || offset < 0 {
		return text.Pos{}, false
	}
	p := o.Runs[i].Pos
	p.Column += int32(offset - o.Runs[i].Start)
	return p, true
}

// Split rebuilds the articles of a page. A form feed ends a page; articles don't reach over it. The time is linear in the
// length of the text.
func Split(s string) Page {
	var out Page
	for _, region := range text.Lines(s) {
		if ls, columns, ok := placed.Dump(region); ok {
			out.write(plan.Decide(part.Read(ls, columns), true))
			continue
		}
		for ls, columns := range order.Read(region) {
			out.write(plan.Decide(part.Reunite(part.Read(ls, columns)), true))
		}
	}
	return out
}

// SplitSheet rebuilds the articles of a page that comes with positions. Lines of origins and remainders are those of the
// sheet's text form, columns the code points of a run's text.
func SplitSheet(s *sheet.Sheet) Page {
	var out Page
	ls, columns := placed.Sheet(s)
	out.write(plan.Decide(part.Read(ls, columns), false))
	return out
}
