// Package page rebuilds the articles of one newspaper page from a plain-text dump of it: from its lines and their order
// alone. It finds columns, joins wrapped lines, tells headlines, bylines, captions and furniture apart, and gives each
// headline to its text by place and by shared words, as one scored decision over the whole page. It is pure, and it loses
// nothing: what no article claims is a remainder, with its place.
package page

import (
	"sort"

	"github.com/baopu/baopu/loader/article"
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
	Pos
}

// At is the place in the source of the code point at offset of the article's Text().Runes. A line feed between parts has
// the place of the code point before it. It is false outside the text.
func (o Origin) At(offset int) (Pos, bool) {
	i := sort.Search(len(o.Runs), func(i int) bool { return o.Runs[i].Start > offset }) - 1
	if i < 0 || offset < 0 {
		return Pos{}, false
	}
	p := o.Runs[i].Pos
	p.Column += int32(offset - o.Runs[i].Start)
	return p, true
}

// Split rebuilds the articles of a page. A form feed ends a page; articles don't reach over it. The time is linear in the
// length of the text.
func Split(s string) Page {
	var out Page
	for _, region := range sourceLines(s) {
		if ls, columns, ok := deskDump(region); ok {
			out.write(decide(parts(ls, columns), true))
			continue
		}
		for ls, columns := range orderRead(region) {
			out.write(decide(reunite(parts(ls, columns)), true))
		}
	}
	return out
}

// SplitSheet rebuilds the articles of a page that comes with positions. Lines of origins and remainders are those of the
// sheet's text form, columns the code points of a run's text.
func SplitSheet(s *sheet.Sheet) Page {
	var out Page
	ls, columns := deskSheet(s)
	out.write(decide(parts(ls, columns), false))
	return out
}
