package placed

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/sheet"
)

// stack is display lines that stand together: kicker, headline in one or more lines, second headline, byline, label.
type stack struct {
	sheet.Box
	spots    []int
	main     int  // the spot in the largest letters
	vertical bool // its main line runs down the page
	head     int  // the body or caption spot that it stands over, -1 none
	inline   int  // the body spot that it may be a sub-heading in, -1 none
	tail     int  // the body spot that it closes, as a byline or a signature does, -1 none
}

// stackSpots joins display spots into stacks.
func (d *desk) stackSpots() {
	root := make([]int, len(d.ss))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for i := range d.ss {
		for k := range d.ss {
			if i != k && d.ss[i].kind == displaySpot && d.ss[k].kind == displaySpot && d.stacked(i, k) {
				root[find(k)] = find(i)
			}
		}
	}
	members := map[int][]int{}
	for i := range d.ss {
		if d.ss[i].kind == displaySpot {
			members[find(i)] = append(members[find(i)], i)
		}
	}
	for i := range d.ss {
		if m := members[i]; len(m) > 0 {
			d.stacks = append(d.stacks, d.newStack(m))
		}
	}
	for t := range d.stacks {
		for _, i := range d.stacks[t].spots {
			d.ss[i].stack = t + 1
		}
	}
}

func (d *desk) newStack(m []int) stack {
	t := stack{Box: d.ss[m[0]].Box, spots: m, main: -1, head: -1, inline: -1, tail: -1}
	for _, i := range m {
		s := &d.ss[i]
		t.Box = t.Union(s.Box)
		if t.main < 0 || s.headed() && (s.Size > d.ss[t.main].Size || !d.ss[t.main].headed()) {
			t.main = i
		}
	}
	t.vertical = d.ss[t.main].Vertical
	slices.SortStableFunc(t.spots, func(a, b int) int {
		x, y := &d.ss[a], &d.ss[b]
		if x.Vertical && y.Vertical {
			return cmp.Compare(y.X0, x.X0)
		}
		return cmp.Compare(x.Y0, y.Y0)
	})
	return t
}

// headed reports whether a display spot may be a headline by its words: it is no byline, no label, and no name alone in the
// text's letters.
func (s *spot) headed() bool {
	return s.lines[0].Class != line.Byline && s.lines[0].Class != line.Label && (s.Large || s.Vertical || !s.signs())
}

// signs reports whether a spot is a line alone that tells who wrote what is under it.
func (s *spot) signs() bool {
	return s.kind == displaySpot && len(s.lines) == 1 && (s.lines[0].Class == line.Byline || line.BareName(s.lines[0].Text.Runes))
}

// stacked reports whether display spot k belongs right under (or, running down the page, beside) display spot i.
func (d *desk) stacked(i, k int) bool {
	a, b := &d.ss[i], &d.ss[k]
	if a.Frame != b.Frame || d.Divided(a.Box, b.Box) {
		return false
	}
	em := max(a.Size, b.Size)
	if a.Vertical || b.Vertical {
		part := min(a.Size, b.Size) / em // two nearly as large are two headlines
		return a.Vertical && b.Vertical && (part > 0.97 || part < 0.8) && -a.OverlapX(b.Box) < 0.75*em && a.OverlapY(b.Box) > 0.3*min(a.Height(), b.Height())
	}
	gap := b.Y0 - a.Y1
	if gap < -0.3*em || gap > 1.3*em || a.OverlapX(b.Box) < 0.5*min(a.Width(), b.Width()) {
		return false
	}
	if a.lines[0].Class == line.Byline && b.Size > a.Size { // it closes the text above rather than opens what is below
		return gap < d.gapAbove(i)
	}
	return !d.anythingBetween(a.Box, b.Box) && !d.topsColumn(i, k)
}

// topsColumn reports whether display spot k, under display spot i, is a sub-heading at the head of a column: other columns
// under i begin at its height.
func (d *desk) topsColumn(i, k int) bool {
	a, b := &d.ss[i], &d.ss[k]
	if b.signs() || len(b.lines) > 1 || b.Size > subheadSize*d.Body || b.Width() > 0.5*a.Width() {
		return false
	}
	return slices.ContainsFunc(d.ss, func(o spot) bool {
		return o.kind == bodySpot && len(o.lines) > 2 && o.OverlapX(a.Box) > 0.5*o.Width() && o.OverlapX(b.Box) < 1 && math.Abs(o.Y0-b.Y0) < 0.7*o.Size
	})
}

// subheadSize is up to how many times the text's size a sub-heading is set in.
const subheadSize = 1.35

// gapAbove is how far above a spot the nearest body text ends in its column; infinite where there is none.
func (d *desk) gapAbove(i int) float64 {
	best := math.Inf(1)
	for k := range d.ss {
		if s := &d.ss[k]; s.kind == bodySpot && s.OverlapX(d.ss[i].Box) > 0 && s.Y1 <= d.ss[i].Y0+2 {
			best = min(best, d.ss[i].Y0-s.Y1)
		}
	}
	return best
}

// anythingBetween reports whether text stands in the gap between two boxes one above the other.
func (d *desk) anythingBetween(a, b sheet.Box) bool {
	gap := sheet.Box{X0: max(a.X0, b.X0), X1: min(a.X1, b.X1), Y0: a.Y1, Y1: b.Y0}
	for i := range d.ss {
		if s := &d.ss[i]; s.kind != displaySpot && s.OverlapX(gap) > 1 && s.OverlapY(gap) > 1 {
			return true
		}
	}
	return false
}

// headStacks finds for each stack what it stands over: the leftmost column right under it, or beside it where it runs down
// the page; a caption; or, for one small line inside a column, what goes on behind it.
func (d *desk) headStacks() {
	taken := map[int]bool{} // by headlines over them
	for t := range d.stacks {
		if s := &d.stacks[t]; !s.vertical && !d.closes(s) {
			s.head = d.below(s)
			taken[s.head] = taken[s.head] || d.ss[s.main].headed()
		}
	}
	for t := range d.stacks {
		s := &d.stacks[t]
		if s.vertical {
			s.head = d.beside(s, taken)
		}
		if s.tail < 0 && !s.vertical && d.ss[s.main].Large && (s.head < 0 || d.far(s)) { // it stands in the place of its article's first column
			if k := d.beside(s, taken); k >= 0 {
				s.head = k
			}
		}
		if s.head >= 0 && !s.vertical {
			s.inline = d.inlineOf(s)
		}
		if s.head < 0 && s.tail < 0 && !s.vertical && !d.ss[s.main].Large {
			s.tail = d.tailOf(s)
		}
	}
}

// far reports whether what a stack stands over is far below it, and text begins at its right, at about its height.
func (d *desk) far(t *stack) bool {
	em := d.Body
	if d.ss[t.head].Y0-t.Y1 < 4*em {
		return false
	}
	return slices.ContainsFunc(d.ss, func(s spot) bool {
		return s.kind == bodySpot && s.Frame == t.frame(d) && s.X0 > t.X1-em && s.X0 < t.X1+12*em && s.Y0 < t.Y0+2*em && s.Y1 > t.Y0 && !d.Divided(s.Box, t.Box) && d.nothingBeside(t, &s)
	})
}

// closes finds the text that a byline alone closes: it stands right under that text's last line, nearer to it than to what is
// under the byline.
func (d *desk) closes(t *stack) bool {
	if !d.ss[t.main].signs() {
		return false
	}
	s := d.tailOf(t)
	if s < 0 || d.ss[s].open {
		return false
	}
	under := math.Inf(1)
	for i := range d.ss {
		if o := &d.ss[i]; o.kind != furnitureSpot && !slices.Contains(t.spots, i) && o.OverlapX(t.Box) > 0 && o.Y0 > t.Y1-2 {
			under = min(under, o.Y0-t.Y1)
		}
	}
	if t.Y0-d.ss[s].Y1 >= under {
		return false
	}
	t.tail = s
	return true
}

// inlineOf is the body spot in which a stack may be a sub-heading: it ends right over the stack, in the column of what
// stands under it, and the stack is no larger than a sub-heading is.
func (d *desk) inlineOf(t *stack) int {
	under := &d.ss[t.head]
	if under.kind != bodySpot || d.ss[t.main].Size > subheadSize*under.Size || t.Width() > under.Width()+under.Size {
		return -1
	}
	for i := range d.ss {
		s := &d.ss[i]
		if gap := t.Y0 - s.Y1; s.kind == bodySpot && s.Frame == under.Frame && gap > -2 && gap < 2.2*s.Size &&
			math.Abs(s.X0-under.X0) < 1.2*s.Size && math.Abs(s.X1-under.X1) < 2.8*s.Size && !d.Divided(s.Box, t.Box) {
			return i
		}
		if gap := under.X0 - s.X1; len(t.spots) == 1 && s.kind == bodySpot && s.Frame == under.Frame && gap > 0 && gap < 3*s.Size &&
			math.Abs(s.Y0-t.Y0) < 0.7*s.Size && !d.Divided(s.Box, under.Box) { // at the head of the next column
			return i
		}
	}
	return -1
}

// tailOf is the body spot that ends right over a stack; -1 for none. In a frame of its own, who signs a notice may stand farther
// right than the text reaches.
func (d *desk) tailOf(t *stack) int {
	framed := -1
	for i := range d.ss {
		s := &d.ss[i]
		gap := t.Y0 - s.Y1
		if s.kind != bodySpot || s.Frame != t.frame(d) || gap <= -2 || gap >= 1.6*s.Size || d.Divided(s.Box, t.Box) {
			continue
		}
		if s.OverlapX(t.Box) > 0.8*t.Width() {
			return i
		}
		if s.Frame >= 0 && t.X0 > s.X0 {
			framed = i
		}
	}
	return framed
}
