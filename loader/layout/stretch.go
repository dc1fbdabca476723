package layout

import (
	"cmp"
	"math"
	"slices"
)

// largeFrom is from what part of the body's size on a line is display by its size alone.
const largeFrom = 1.16

// Leading and edges of a column, in parts of the size.
const (
	leastLead   = 0.8
	mostLead    = 2.2
	moreLead    = 0.55 // what a paragraph's or verse's gap may add to the usual lead
	leastIndent = 1.2
	mostIndent  = 2.7
	outdent     = 0.7 // how far a line may stand out at the left
	hanging     = 1.1 // and at the right, where punctuation hangs
)

// stretch makes stretches of the lines.
func (l *Layout) stretch(lines []Line) {
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0)) })
	var out []Stretch
	for i := range lines {
		x := &lines[i]
		if k := l.columnOf(out, x); k >= 0 {
			s := &out[k]
			s.Lines = append(s.Lines, *x)
			s.Box = s.Union(x.Box)
			continue
		}
		out = append(out, Stretch{Box: x.Box, Lines: []Line{*x}, Size: x.Size, Face: x.Face, Bold: x.Bold, Vertical: x.Vertical, Frame: x.Frame})
	}
	out = absorb(out)
	for i := range out {
		out[i].Large = out[i].Size >= largeFrom*l.Body
		if out[i].Vertical {
			slices.SortStableFunc(out[i].Lines, func(a, b Line) int { return cmp.Compare(b.X0, a.X0) })
		}
	}
	l.Stretches = out
}

// columnOf is the stretch that line x goes on; -1 for none.
func (l *Layout) columnOf(ss []Stretch, x *Line) int {
	best, distance := -1, math.Inf(1)
	for k := range ss {
		s := &ss[k]
		if s.Vertical != x.Vertical || s.Frame != x.Frame || math.Max(s.Size, x.Size) > 1.06*math.Min(s.Size, x.Size) || otherFace(s, x) {
			continue
		}
		last := &s.Lines[len(s.Lines)-1]
		d := x.Y1 - last.Y1
		fits := s.goesOn(x, d)
		if x.Vertical {
			d, fits = math.Abs(x.X0-last.X0), besides(last, x)
		}
		if fits && d < distance && !l.Divided(last.Box, x.Box) {
			best, distance = k, d
		}
	}
	return best
}

// besides reports whether vertical line b is the next of the one headline with a.
func besides(a, b *Line) bool {
	return math.Abs(a.X0-b.X0) < mostLead*a.em() && math.Abs(a.Y0-b.Y0) < 3*a.em() && a.OverlapY(b.Box) > 0
}

// goesOn reports whether line x, d below the last one, is the column's next.
func (s *Stretch) goesOn(x *Line, d float64) bool {
	em := x.em()
	last := &s.Lines[len(s.Lines)-1]
	if d < leastLead*em || d > mostLead*em {
		return false
	}
	if n := len(s.Lines); n > 1 {
		usual := (last.Y1 - s.Lines[0].Y1) / float64(n-1)
		if d > usual+moreLead*em {
			return false
		}
	}
	if len(s.Lines) == 1 {
		left, right := last.X0-x.X0, last.X1-x.X1
		if left < -leastIndent*em && left > -mostIndent*em { // a paragraph begins under the end of another
			return true
		}
		if last.OverlapX(x.Box) < 0.5*min(last.Width(), x.Width()) {
			return left > leastIndent*em && left < mostIndent*em && last.Width() > 6*em // the last word of a short paragraph
		}
		return left > -mostIndent*em && left < mostIndent*em && (right > -hanging*em || left > -outdent*em) ||
			math.Abs(last.X0+last.X1-x.X0-x.X1) < em // centred, one under the other
	}
	left := s.X0 - outdent*em
	if len(s.Lines) <= firstLines || s.indented() {
		left -= mostIndent * em
	}
	return x.X0 > left && (x.X1 < s.X1+hanging*em || s.short(x, d)) && x.X0 < s.X1-em/2
}

// short reports whether the two or three lines so far may all end short of their column: x, wider than they, goes on in their
// lead and begins where they do.
func (s *Stretch) short(x *Line, d float64) bool {
	n := len(s.Lines)
	if n > firstLines {
		return false
	}
	usual := (s.Lines[n-1].Y1 - s.Lines[0].Y1) / float64(n-1)
	indent := x.X0 - s.X0
	begins := s.Lines[n-1].hangs && indent > leastIndent*x.em() && indent < mostIndent*x.em() // behind a full stop
	return math.Abs(d-usual) < 0.12*x.em() && (math.Abs(indent) < x.em()/2 || begins)
}

// absorb gives lines alone that stand in a line of a column, within its edges, to that line: what follows a wide space.
func absorb(ss []Stretch) []Stretch {
	out := ss[:0:0]
	for i := range ss {
		if x := &ss[i]; len(x.Lines) == 1 && !x.Vertical {
			if at := lineAt(ss, i); at != nil {
				at.Runs, at.Box = append(slices.Clip(at.Runs), x.Lines[0].Runs...), at.Union(x.Box)
				continue
			}
		}
		out = append(out, ss[i])
	}
	return out
}

// lineAt is the line of a column that stretch i, one line alone, stands behind within the column's edges; nil for none.
func lineAt(ss []Stretch, i int) *Line {
	x := &ss[i]
	for k := range ss {
		s := &ss[k]
		if k == i || len(s.Lines) < 3 || s.Vertical || s.Frame != x.Frame || !sizesAlike(s.Size, x.Size) || x.X0 < s.X0 || x.X1 > s.X1+hanging*x.Size {
			continue
		}
		for n := range s.Lines {
			if l := &s.Lines[n]; math.Abs(l.Y1-x.Y1) < rowSlack*x.Size && l.X1 < x.X0+x.Size/2 {
				return l
			}
		}
	}
	return nil
}

// otherFace reports whether line x is set in another face than the stretch. A face without a name may be any; of two lines
// alone, a named and a nameless one are two.
func otherFace(s *Stretch, x *Line) bool {
	return s.Face != x.Face && (s.Face != "" && x.Face != "" || len(s.Lines) == 1)
}

// firstLines is of how many lines at the head of a column none need begin at its edge: an indent, a name padded at the
// break.
const firstLines = 3

// indented reports whether all lines so far begin at one edge that may be an indent.
func (s *Stretch) indented() bool {
	for i := range s.Lines {
		if math.Abs(s.Lines[i].X0-s.X0) > s.Size/2 {
			return false
		}
	}
	return true
}
