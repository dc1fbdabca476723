package order

import (
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Tools that read along the line put columns that stand side by side into one line of the dump, with a space between. Such
// rows are taken apart again: where several lines near each other can be cut at the same places, the lines there are cut,
// and each piece goes to the column that it continues.

const (
	maxColumns = 5
	maxGaps    = 14
	minRows    = 3
)

// ruled is one line of a dump with the places where it may be cut.
type ruled struct {
	text  text.Text
	gaps  []int // its spaces, as offsets in code points
	at    []int // the same in half widths
	width int
	prose bool // it may be a row: wide, with stops and spaces
}

func rule(src text.Text) ruled {
	t := src.Trim()
	l := ruled{text: t}
	w := 0
	for i, r := range t.Runes {
		if text.IsSpace(r) && i > 0 && !text.IsSpace(t.Runes[i-1]) {
			l.gaps = append(l.gaps, i)
			l.at = append(l.at, w)
		}
		w += text.Halves(r)
	}
	l.width = w
	l.prose = w >= 2*line.MinPiece && len(l.gaps) > 0 && len(l.gaps) <= maxGaps && text.Stops(t.Runes) > 0 && !text.LetterSpaced(t.Runes)
	return l
}

// takeApart gives the lines of a dump with rows of columns taken apart, column by column with an empty line between.
func takeApart(src []text.Text) []text.Text {
	ls := make([]ruled, len(src))
	for i := range src {
		ls[i] = rule(src[i])
	}
	var out []text.Text
	for i := 0; i < len(src); {
		widths, first, last := region(ls, i)
		if widths == nil {
			return append(out, src[i:]...)
		}
		for {
			_, end := widen(ls, i, first, last, widths)
			more, from, to := region(ls, last+1)
			if more == nil {
				break
			}
			if start, _ := widen(ls, last+1, from, to, more); start > end+strayLines || !alikeColumns(widths, more) {
				break
			}
			if last = to; len(more) > len(widths) {
				widths = more
			}
		}
		first, last = widen(ls, i, first, last, widths)
		out = append(out, src[i:first]...)
		for k := first; k <= last; {
			from, to := textBetween(ls[k:last+1], widths)
			out = append(out, columnsOf(ls[k:k+from], widths)...)
			out = append(out, src[k+from:k+to]...)
			k += to
		}
		i = last + 1
	}
	return out
}

// region finds the next stretch of rows from line i on: the widths of its columns, its first and its last full row. Of those that
// begin near one another it takes the one with the most lines of columns.
func region(ls []ruled, i int) (widths []int, first, last int) {
	best, until := 0, len(ls)
	for ; i < until; i++ {
		if !ls[i].prose {
			continue
		}
		for j := i + 1; j < len(ls) && j <= i+line.RowReach; j++ {
			cuts := common(&ls[i], &ls[j])
			if len(cuts) == 0 {
				continue
			}
			n, end, ws := support(ls, i, cuts)
			if n >= minRows && n*len(cuts) > best && (widths == nil || alikeColumns(widths, ws)) {
				if widths == nil {
					until = min(len(ls), end+strayLines)
				}
				best, widths, first, last = n*len(cuts), ws, i, end
			}
		}
	}
	return widths, first, last
}

// common is the places, in half widths, where both lines may be cut into pieces that are no less than a column; nil where
// they are of different widths.
func common(a, b *ruled) []int {
	if !b.prose || text.Abs(a.width-b.width) > line.Slack {
		return nil
	}
	var out []int
	from := 0
	for _, x := range a.at {
		if x-from < line.MinPiece || a.width-x < line.MinPiece || len(out)+1 == maxColumns {
			continue
		}
		if slices.ContainsFunc(b.at, func(y int) bool { return text.Abs(x-y) <= 2 }) {
			out = append(out, x)
			from = x
		}
	}
	return out
}

// support counts the rows from line i on that can be cut at these places, and measures the columns.
func support(ls []ruled, i int, cuts []int) (n, end int, widths []int) {
	widths = make([]int, len(cuts)+1)
	for j := i; j < len(ls) && j <= end+line.RowReach || j == i; j++ {
		l := &ls[j]
		if full := partOfRow(l, ls[i].width, widths); j > i && full > 0 {
			end = j
			if full > 1 {
				n++
			}
			continue
		}
		if !l.prose || text.Abs(l.width-ls[i].width) > line.Slack {
			continue
		}
		pieces := cutAll(l, cuts)
		if pieces == nil {
			continue
		}
		for k, p := range pieces {
			widths[k] = max(widths[k], text.Width(p.Runes))
		}
		n, end = n+1, j
	}
	return n, end, widths
}

// partOfRow is how many full lines a line narrower than the rows has where it is some of their columns' lines: where a paragraph
// ends in one column, tools give what stands beside it in lines of its own.
func partOfRow(l *ruled, row int, widths []int) int {
	if len(widths) < 3 || l.width > row-line.MinPiece || len(l.gaps) == 0 || l.width < 2*line.MinPiece {
		return 0
	}
	full := 0
	pieces := columnPieces(l, widths)
	for _, p := range pieces {
		if slices.ContainsFunc(widths, func(w int) bool { return text.Abs(text.Width(p.Runes)-w) <= line.Slack }) {
			full++
		}
	}
	if len(pieces) < 2 {
		return 0
	}
	return full
}

// cutAll cuts a line at the gaps nearest to the places; nil where one has no gap near it.
func cutAll(l *ruled, cuts []int) []text.Text {
	out := make([]text.Text, 0, len(cuts)+1)
	from := 0
	for _, c := range cuts {
		best := -1
		for k, at := range l.at {
			if text.Abs(at-c) <= line.Slack && l.gaps[k] > from && (best < 0 || text.Abs(at-c) < text.Abs(l.at[best]-c)) {
				best = k
			}
		}
		if best < 0 {
			return nil
		}
		p := l.text.Slice(from, l.gaps[best])
		out = append(out, p.Trim())
		from = l.gaps[best]
	}
	p := l.text.Slice(from, l.text.Len())
	return append(out, p.Trim())
}

// widen adds lines above and below that can only be columns' lines: pieces of the widths, or the ends of paragraphs. It goes over
// a few other lines where a row stands behind them: a byline set between the columns, what stands alone beside them.
func widen(ls []ruled, from, first, last int, widths []int) (int, int) {
	for k, stray := first-1, 0; k >= from && stray < strayLines; k-- {
		switch {
		case k == first-1 && columnLine(&ls[k], widths), columnRow(&ls[k], widths):
			first, stray = k, 0
		case ls[k].text.Len() > 0:
			stray++
		}
	}
	for k, stray := last+1, 0; k < len(ls) && stray < strayLines; k++ {
		switch {
		case k == last+1 && columnLine(&ls[k], widths), columnRow(&ls[k], widths):
			last, stray = k, 0
		case ls[k].text.Len() > 0:
			stray++
		}
	}
	return first, last
}

// alikeColumns reports whether each column of the one region is as wide as one of the other, which has as many or more.
func alikeColumns(a, b []int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.ContainsFunc(b, func(x int) bool { return text.Abs(w-x) <= line.Slack }) {
			return false
		}
	}
	return true
}

// strayLines is how many lines beyond a row is looked for that belongs to the rows of a region.
const strayLines = 6

// columnRow reports whether a line falls into lines of several columns.
func columnRow(l *ruled, widths []int) bool {
	if len(l.gaps) == 0 {
		return false
	}
	pieces := columnPieces(l, widths)
	return len(pieces) > 1 && (columnLine(l, widths) || slices.ContainsFunc(pieces, func(p text.Text) bool {
		return slices.ContainsFunc(widths, func(w int) bool { return pieceFit(p.Runes, w) == 4 })
	}))
}

func columnLine(l *ruled, widths []int) bool {
	if l.text.Len() == 0 {
		return false
	}
	for _, p := range columnPieces(l, widths) {
		if text.Stops(p.Runes) > 0 || line.Terminal(p.Runes) || line.OpensArticle(p.Runes) {
			return true
		}
	}
	return false
}

// columnPieces cuts a line into pieces of which each fits a column, from left to right, and of which each but a full one
// begins or ends a paragraph; nil where the line is something else. The fewest and fullest pieces are best.
func columnPieces(l *ruled, widths []int) []text.Text {
	if len(l.gaps) > maxGaps {
		return nil
	}
	f := fitter{l: l, widths: widths, ends: append(slices.Clip(l.gaps), l.text.Len()), best: -1}
	f.try(0, 0, 1, nil)
	return f.found
}

// fitter is the search for the pieces of a line.
type fitter struct {
	l      *ruled
	widths []int
	ends   []int // where a piece may end
	best   int
	found  []text.Text
}

func (f *fitter) try(from, column, score int, pieces []text.Text) {
	if from >= f.l.text.Len() {
		if score > f.best {
			f.best, f.found = score, slices.Clone(pieces)
		}
		return
	}
	for _, end := range f.ends {
		if end <= from {
			continue
		}
		p := f.l.text.Slice(from, end)
		p = p.Trim()
		for c := column; c < len(f.widths); c++ {
			if v := pieceFit(p.Runes, f.widths[c]); v > 0 {
				f.try(end, c+1, score+v-2, append(slices.Clip(pieces), p))
				break
			}
		}
	}
}

// pieceFit is how well a piece fits a column: 4 a full line, 3 a paragraph's first or last, 0 not at all.
func pieceFit(r []rune, column int) int {
	w := text.Width(r)
	switch short := column - w; {
	case short < -line.Slack:
		return 0
	case short <= line.Slack:
		return 4
	case line.Terminal(r) || line.Pausing(r), w < line.MinPiece && text.In("）)", text.Last(r)): // the makers in brackets, from the line before
		return 3
	case short <= 7 && w >= line.MinPiece-4:
		return 3
	}
	return 0
}
