package placed

import (
	"math"
	"slices"

	"github.com/baopu/baopu/loader/sheet"
)

// What a headline stack stands over, or beside.

// smallReach is how many ems over its text a line in letters hardly larger than the text's stands at most.
const smallReach = 4

// below is the leftmost column of the row right under a stack.
func (d *desk) below(t *stack) int {
	em := d.ss[t.main].Size
	near := math.Inf(1)
	for i := range d.ss {
		if s := &d.ss[i]; d.over(t, s) {
			near = min(near, s.Y0-t.Y1)
		}
	}
	if !d.ss[t.main].Large && near > smallReach*em { // a sub-heading at the foot of its column
		return -1
	}
	best := -1
	for i := range d.ss {
		s := &d.ss[i]
		if !d.over(t, s) || s.Y0-t.Y1 > near+max(1.5*s.Size, 0.4*em) {
			continue
		}
		if best < 0 || s.X0 < d.ss[best].X0 {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	if k := d.underPicture(best); k >= 0 && d.ss[t.main].headed() {
		best = k
	} else if k := d.beforeHead(t); k >= 0 && d.ss[best].kind == captionSpot {
		best = k
	}
	for left := d.leftOf(best, t); left >= 0; left = d.leftOf(best, t) {
		best = left
	}
	return best
}

// underPicture is the leftmost column right under caption c that no headline of its own parts from it: the picture stands
// between its article's headline and text. -1 where c is no caption or has no such column.
func (d *desk) underPicture(c int) int {
	best := -1
	at := &d.ss[c]
	for i := range d.ss {
		s := &d.ss[i]
		gap := s.Y0 - at.Y1
		if at.kind != captionSpot || s.kind != bodySpot || s.Frame != at.Frame || gap < -2 || gap > 2.5*s.Size || s.OverlapX(at.Box) < 0.5*s.Width() || d.covered(i, nil) || d.Divided(at.Box, s.Box) {
			continue
		}
		if best < 0 || s.X0 < d.ss[best].X0 {
			best = i
		}
	}
	if best >= 0 && (d.ss[best].X0 > at.X0+0.3*at.Width() || d.ss[best].X0 < at.X0-3*at.Size) { // another one's column
		return -1
	}
	return best
}

// beforeHead is the column that begins at the left of a headline at its height: its article, where nothing but a picture stands
// under the headline itself. -1 for none.
func (d *desk) beforeHead(t *stack) int {
	for i := range d.ss {
		s := &d.ss[i]
		gap := t.X0 - s.X1
		if s.kind == bodySpot && s.Frame == t.frame(d) && d.ss[t.main].headed() && gap > -s.Size && gap < 4*s.Size && math.Abs(s.Y0-t.Y0) < 1.5*s.Size && !d.covered(i, t) && !d.Divided(s.Box, t.Box) {
			return i
		}
	}
	return -1
}

// over reports whether a stack stands over a spot with nothing but a picture between.
func (d *desk) over(t *stack, s *spot) bool {
	if s.kind != bodySpot && s.kind != captionSpot || s.Frame != t.frame(d) || s.Y0 < t.Y1-0.4*s.Size || s.OverlapX(t.Box) < min(2*s.Size, 0.3*t.Width()) {
		return false
	}
	gap := sheet.Box{X0: max(s.X0, t.X0), X1: min(s.X1, t.X1), Y0: t.Y1, Y1: s.Y0}
	for i := range d.ss {
		if o := &d.ss[i]; o.kind != furnitureSpot && !o.signs() && o.OverlapX(gap) > 1 && o.OverlapY(gap) > 1 && !slices.Contains(t.spots, i) {
			return false
		}
	}
	return !d.Divided(t.Box, s.Box)
}

func (t *stack) frame(d *desk) int { return d.ss[t.main].Frame }

// leftOf is a column directly left of spot i that has no headline of its own: one of its row, under a stack that stands over
// the middle of both, or one that begins beside the stack itself and goes on in spot i; -1 for none.
func (d *desk) leftOf(i int, t *stack) int {
	s := &d.ss[i]
	if s.kind != bodySpot {
		return -1
	}
	for k := range d.ss {
		o := &d.ss[k]
		gap := s.X0 - o.X1
		if k == i || o.kind != bodySpot || gap < 0 || gap > 3*s.Size || math.Abs(o.Width()-s.Width()) > 0.1*s.Width() ||
			o.Frame != s.Frame || d.Divided(o.Box, s.Box) || d.covered(k, t) {
			continue
		}
		inRow := math.Abs(o.Y0-s.Y0) < 0.6*s.Size || o.Y0 > s.Y0 && o.Y0-s.Y0 < 2.2*s.Size && d.signedOver(k)
		besideHead := o.Y0 > t.Y0-1.2*s.Size && o.Y0 < t.Y1 && o.Y1 > s.Y0-2*s.Size && (s.flush || o.opens && !s.opens || o.open || d.signedOver(k))
		if d.pictured(o, t) {
			return k
		}
		if inRow && o.flush && s.opens { // it goes on from somewhere, and an article begins at its right
			continue
		}
		if inRow || besideHead && !(s.opens && !o.open) && !d.headBeside(o, t) {
			return k
		}
	}
	return -1
}

// headBeside reports whether another headline than t, with no text right under it, stands at the left of a column, where it
// begins.
func (d *desk) headBeside(s *spot, t *stack) bool {
	return slices.ContainsFunc(d.stacks, func(o stack) bool {
		gap := s.X0 - o.X1
		return o.main != t.main && !o.vertical && d.ss[o.main].Large && d.ss[o.main].headed() && o.frame(d) == s.Frame && gap > -s.Size && gap < 4*s.Size &&
			o.Y0 > s.Y0-2.5*s.Size && o.Y0 < s.Y0+6*s.Size && !d.Divided(o.Box, s.Box) &&
			!slices.ContainsFunc(d.ss, func(u spot) bool { return d.over(&o, &u) && u.Y0-o.Y1 < 3*u.Size })
	})
}

// pictured reports whether a column begins under a picture that stands, with its caption and nothing else, between it and the
// headline over both.
func (d *desk) pictured(s *spot, t *stack) bool {
	if s.OverlapX(t.Box) < 0.5*s.Width() {
		return false
	}
	for _, p := range d.Pictures {
		if p.OverlapX(s.Box) < 0.5*s.Width() || p.Y1 > s.Y0+2 || p.Y0 < t.Y1-2 || p.Y0 > t.Y1+2.5*s.Size {
			continue
		}
		gap := sheet.Box{X0: s.X0, X1: s.X1, Y0: p.Y1, Y1: s.Y0}
		if !slices.ContainsFunc(d.ss, func(o spot) bool {
			return o.kind != captionSpot && !o.signs() && o.OverlapX(gap) > 1 && o.OverlapY(gap) > 1
		}) {
			return true
		}
	}
	return false
}

// signedOver reports whether a byline alone stands right over spot k.
func (d *desk) signedOver(k int) bool {
	s := &d.ss[k]
	for i := range d.ss {
		o := &d.ss[i]
		if o.signs() && o.Frame == s.Frame && o.OverlapX(s.Box) > 0.7*o.Width() && s.Y0-o.Y1 > -2 && s.Y0-o.Y1 < 1.5*s.Size {
			return true
		}
	}
	return false
}

// covered reports whether another display spot than those of t stands right over spot k, a byline alone left out: where a headline stands over
// the middle columns, the first one begins beside it with who wrote it.
func (d *desk) covered(k int, t *stack) bool {
	s := &d.ss[k]
	for i := range d.ss {
		o := &d.ss[i]
		if o.kind == displaySpot && !o.signs() && (t == nil || !slices.Contains(t.spots, i)) && o.Frame == s.Frame && o.OverlapX(s.Box) > 0.3*min(o.Width(), s.Width()) && s.Y0-o.Y1 > -2 && s.Y0-o.Y1 < 2.5*max(o.Size, s.Size) {
			return true
		}
	}
	return false
}

// beside is the column that a stack running down the page opens: the nearest one on its right, else on its left, the
// leftmost of its row.
func (d *desk) beside(t *stack, taken map[int]bool) int {
	em := d.ss[t.main].Size
	best, score := -1, math.Inf(1)
	for i := range d.ss {
		s := &d.ss[i]
		if s.kind != bodySpot || taken[i] || s.Frame != t.frame(d) || s.OverlapY(t.Box) < 0.3*min(s.Height(), t.Height()) || d.Divided(t.Box, s.Box) {
			continue
		}
		gap := -s.OverlapX(t.Box)
		cost := gap + math.Abs(s.Y0-t.Y0)/2
		if s.X1 <= t.X0 {
			cost += em / 2
			if !t.vertical { // headlines that run across stand before their text
				cost += 2 * em
			}
		}
		if (gap < 3*em || d.nothingBeside(t, s)) && cost < score {
			best, score = i, cost
		}
	}
	if best < 0 {
		return d.below(t)
	}
	if d.ss[best].X1 <= t.X0 {
		for left := d.leftOf(best, t); left >= 0; left = d.leftOf(best, t) {
			best = left
		}
	}
	return best
}

// nothingBeside reports whether the way from a stack to a spot at its side is free of text and pictures.
func (d *desk) nothingBeside(t *stack, s *spot) bool {
	gap := sheet.Box{X0: min(t.X1, s.X1), X1: max(t.X0, s.X0), Y0: max(t.Y0, s.Y0), Y1: min(t.Y1, s.Y1)}
	for i := range d.ss {
		if o := &d.ss[i]; o.OverlapX(gap) > 1 && o.OverlapY(gap) > 1 {
			return false
		}
	}
	for _, p := range d.Pictures {
		if p.OverlapX(gap) > 1 && p.OverlapY(gap) > 1 {
			return false
		}
	}
	return gap.Width() < d.Width/2
}
