// Package layout makes lines, columns and headline stacks of a sheet by geometry alone: places, sizes, faces, rules and
// frames. What the words say, and which lines are one article, is the business of package page.
package layout

import (
	"slices"

	"github.com/baopu/baopu/loader/sheet"
)

// Line is one line of text. A vertical line runs down the page.
type Line struct {
	sheet.Box
	Size     float64
	Face     string
	Bold     bool
	Vertical bool
	Runs     []int // indexes of the sheet's runs, in reading order
	Frame    int   // the innermost frame that holds it, as an index of Layout.Frames; -1 none

	chars int  // without spaces
	leans bool // it begins with a mark that may stand half outside its column
	hangs bool // it ends with a mark that may stand half outside its column
}

// em is the least useful unit of a line: its size, never 0.
func (l *Line) em() float64 { return max(l.Size, 1) }

// Stretch is lines one under the other in one column, of one size and face; vertical ones stand side by side, the first at
// the right. Its box is the column's: its left edge is where lines without an indent begin.
type Stretch struct {
	sheet.Box
	Lines    []Line
	Size     float64
	Face     string
	Bold     bool
	Vertical bool
	Frame    int
	Large    bool // set in letters clearly larger than the body's
}

// Layout is a page taken apart. Stretches stand from the top down, from the left where they begin at one height.
type Layout struct {
	Width, Height float64
	Body          float64 // size of body text, points; 0 where there is no text
	Stretches     []Stretch
	Frames        []sheet.Box // that hold text
	Pictures      []sheet.Box
	Rules         []sheet.Box
}

// Analyze takes a sheet apart. It is pure; its time grows with the square of the number of lines.
func Analyze(s *sheet.Sheet) *Layout {
	l := &Layout{Width: s.Width, Height: s.Height}
	l.marks(s)
	lines := l.lines(s)
	l.Body = bodySize(s, lines)
	l.stretch(lines)
	return l
}

// marks sorts the marks: a frame without text is a picture, frames drawn twice are one, a page's border is none.
func (l *Layout) marks(s *sheet.Sheet) {
	for _, m := range s.Marks {
		switch m.Kind {
		case sheet.Rule:
			l.Rules = append(l.Rules, m.Box)
		case sheet.Picture:
			l.Pictures = append(l.Pictures, m.Box)
		case sheet.Frame:
			inside := 0
			for i := range s.Runs {
				if m.Holds(s.Runs[i].Box, 2) {
					inside++
				}
			}
			switch {
			case inside == 0:
				l.Pictures = append(l.Pictures, m.Box)
			case inside*10 < len(s.Runs)*7:
				l.Frames = append(l.Frames, m.Box)
			}
		}
	}
	l.Frames = distinct(l.Frames)
	l.Pictures = distinct(l.Pictures)
}

// distinct leaves out boxes that are another one again, or its border.
func distinct(in []sheet.Box) []sheet.Box {
	var out []sheet.Box
	for _, b := range in {
		if !slices.ContainsFunc(out, func(o sheet.Box) bool { return o.Holds(b, 4) && b.Holds(o, 4) }) {
			out = append(out, b)
		}
	}
	return out
}

// frameOf is the least frame that holds b; -1 for none.
func (l *Layout) frameOf(b sheet.Box) int {
	best, area := -1, 0.0
	for i, f := range l.Frames {
		if a := f.Width() * f.Height(); f.Holds(b, 2) && (best < 0 || a < area) {
			best, area = i, a
		}
	}
	return best
}

// Divided reports whether a rule stands between two boxes: across between one above the other, down between two side by
// side.
func (l *Layout) Divided(a, b sheet.Box) bool {
	for _, r := range l.Rules {
		if r.Width() >= r.Height() {
			if y := (r.Y0 + r.Y1) / 2; between(y, a.Y0, a.Y1, b.Y0, b.Y1) && r.OverlapX(a) > 0 && r.OverlapX(b) > 0 {
				return true
			}
		} else if x := (r.X0 + r.X1) / 2; between(x, a.X0, a.X1, b.X0, b.X1) && r.OverlapY(a) > 0 && r.OverlapY(b) > 0 {
			return true
		}
	}
	return false
}

// between reports whether v lies in the gap between two ranges, a point of overlap allowed.
func between(v, a0, a1, b0, b1 float64) bool {
	return v > a1-1 && v < b0+1 || v > b1-1 && v < a0+1
}

// bodySize is the size in which most characters stand, among lines that have a neighbour of the same size.
func bodySize(s *sheet.Sheet, lines []Line) float64 {
	counts := map[int]int{} // by size in quarters of a point
	for i := range lines {
		n := 0
		for _, r := range lines[i].Runs {
			n += len(s.Runs[r].Text)
		}
		counts[int(lines[i].Size*4+0.5)] += n
	}
	best := 0
	for q, n := range counts {
		sum := n + counts[q-1] + counts[q+1]
		if top := counts[best] + counts[best-1] + counts[best+1]; best == 0 || sum > top || sum == top && (n > counts[best] || n == counts[best] && q < best) {
			best = q
		}
	}
	return float64(best) / 4
}
