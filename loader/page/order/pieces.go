package order

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Tools give a line in pieces, each on a line of its own, where the page sets it in pieces: where the font changes, or where
// each stretch or even each character is placed for itself. A page that is set so is told by its columns: a full line inside
// a sentence can't be followed by a short one, and the pieces together are as wide as the lines about them. Its lines are
// then made of pieces in the way that gives most full ones.

const (
	fewFull    = 4    // lines of one width that make it a column's
	mostFull   = 10   // widths of columns on a page
	nearWidth  = 1    // half widths that full lines differ by
	firstShort = 4    // a paragraph's first line is shorter by its indent
	manySplit  = 0.12 // share of lines from which on the page is one that is set in pieces
	mostPieces = 40   // pieces of a line, which bounds the search
)

// Gains of a line made of pieces, and of the breaks between lines. They are set by hand, no logarithms of odds like those of
// other files: see DATA.md.
const (
	eachPiece    = 0.3  // for each piece of a line that is of a column
	wholeGain    = 1.0  // as wide as the column
	wholeFirst   = 0.8  // a paragraph's first line
	wholeLast    = 0.5  // its last
	nothingWhole = -0.6 // none of these
	otherWhole   = -2.5 // going over to another width
	beginsLoss   = -4.0 // a line begins with a mark that none begins with
	overStop     = -0.6 // for each piece of a line, not its last, that may end a paragraph
	proseless    = -1.0 // for each piece of a line that nothing tells from a row of short lines: no stops, and no text that it goes on with
)

// unsplitter joins the pieces of lines.
type unsplitter struct {
	src    []text.Text
	widths []int  // by line; 0 where it is empty
	ends   []bool // by line: it may end a paragraph
	stops  []int  // by line: its stops
	full   []int  // the widths of columns
}

// unsplit joins lines that are pieces of one.
func unsplit(src []text.Text) []text.Text {
	u := newUnsplitter(src)
	if float64(u.split()) < manySplit*float64(len(src)) {
		return src
	}
	var out []text.Text
	for i := 0; i < len(src); {
		j := i
		for j < len(src) && u.widths[j] > 0 {
			j++
		}
		out = u.lines(out, i, j)
		if j < len(src) {
			out = append(out, src[j])
		}
		i = j + 1
	}
	return out
}

// newUnsplitter measures lines.
func newUnsplitter(src []text.Text) *unsplitter {
	u := &unsplitter{src: src, widths: make([]int, len(src)), ends: make([]bool, len(src)), stops: make([]int, len(src))}
	counts := map[int]int{}
	for i := range src {
		t := src[i].Trim()
		u.widths[i], u.ends[i], u.stops[i] = text.Width(t.Runes), line.Terminal(t.Runes), text.Stops(t.Runes)
		counts[u.widths[i]]++
	}
	for w, n := range counts {
		if w >= line.MinPiece && n >= fewFull {
			u.full = append(u.full, w)
		}
	}
	slices.SortFunc(u.full, func(a, b int) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	u.full = u.full[:min(mostFull, len(u.full))]
	return u
}

// split counts the lines that can only be pieces: short ones behind a full line that breaks off, which together are as wide.
func (u *unsplitter) split() int {
	n := 0
	for i := 1; i < len(u.src); i++ {
		column := u.widths[i-1]
		if u.ends[i-1] || !slices.Contains(u.full, column) {
			continue
		}
		sum, k := 0, i
		for k < len(u.src) && u.widths[k] > 0 && sum < column-nearWidth && !u.ends[k] {
			sum += u.widths[k]
			k++
		}
		if k > i+1 && text.Abs(sum-column) <= nearWidth {
			n += k - i
		}
	}
	return n
}

// made is the best way of making lines of the pieces up to some place.
type made struct {
	score float64
	from  int // where the last line begins
	state int // the state before it
}

// lines adds the lines that the pieces i to j-1 make to out. A state is the column's width, and whether the last line ended a
// paragraph.
func (u *unsplitter) lines(out []text.Text, i, j int) []text.Text {
	states := 2 * (len(u.full) + 1)
	best := make([][]made, j-i+1)
	for k := range best {
		best[k] = make([]made, states)
		for s := range best[k] {
			best[k][s].score = math.Inf(-1)
		}
	}
	best[0][1].score = 0
	for from := i; from < j; from++ {
		u.linesFrom(best, i, from, j)
	}
	end := 0
	for s := range best[j-i] {
		if best[j-i][s].score > best[j-i][end].score {
			end = s
		}
	}
	var rows [][2]int
	for k := j; k > i; {
		m := best[k-i][end]
		rows = append(rows, [2]int{m.from, k})
		k, end = m.from, m.state
	}
	slices.Reverse(rows)
	for _, r := range rows {
		t := u.src[r[0]]
		for k := r[0] + 1; k < r[1]; k++ {
			t = text.Joined(t, u.src[k])
		}
		out = append(out, t)
	}
	return out
}

// linesFrom tries the lines that begin with one piece.
func (u *unsplitter) linesFrom(best [][]made, i, from, j int) {
	begins := 0.0
	if t := u.src[from].Trim(); text.In(leaning, t.Runes[0]) && from > i {
		begins = beginsLoss
	}
	sum, marks := 0, 0
	for k := from; k < min(j, from+mostPieces); k++ {
		sum += u.widths[k]
		marks += u.stops[k]
		l := splitLine{pieces: k - from + 1, width: sum, ends: u.ends[k], prose: marks > 0}
		t := u.src[k].Trim()
		l.hangs = hanging(t.Runes)
		if k > from && sum > slices.Max(u.full)+nearWidth+l.hangs {
			break
		}
		for s := range best[from-i] {
			if before := best[from-i][s].score + begins; !math.IsInf(before, -1) {
				u.extend(best[k+1-i], made{before, from, s}, &l)
			}
		}
		if u.ends[k] {
			begins += overStop
		}
	}
}

// splitLine is a line made of pieces.
type splitLine struct {
	pieces, width, hangs int
	ends                 bool // it may end a paragraph
	prose                bool // it has stops
}

// extend adds the ways of making that line behind m to best.
func (u *unsplitter) extend(best []made, m made, l *splitLine) {
	before := m.score
	for c := range len(u.full) + 1 {
		gain, ok := u.gain(l, m.state%2 == 1, c)
		if !ok {
			continue
		}
		if other := c != m.state/2; c > 0 && l.pieces > 1 && !l.prose && (other || m.state%2 == 1) {
			gain += proseless * float64(l.pieces)
		}
		m.score = before + gain
		if c > 0 {
			m.score += eachPiece * float64(l.pieces)
		}
		if c > 0 && c != m.state/2 {
			m.score += otherWhole
		}
		to := 2 * c
		if l.ends {
			to++
		}
		if m.score > best[to].score {
			best[to] = m
		}
	}
}

// gain is what a line is worth in column c, 0 none; fresh says that a paragraph may have ended before it.
func (u *unsplitter) gain(l *splitLine, fresh bool, c int) (gain float64, ok bool) {
	if c == 0 {
		return nothingWhole, l.pieces == 1
	}
	switch short := u.full[c-1] - l.width; {
	case short < -nearWidth-l.hangs:
		return 0, false
	case short <= nearWidth:
		return wholeGain, true
	case text.Abs(short-firstShort) <= nearWidth && fresh:
		return wholeFirst, true
	case l.ends && !fresh:
		return wholeLast, true
	}
	return 0, false
}
