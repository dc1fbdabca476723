package placed

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/sheet"
)

// arrange puts the lines of the sheet in the order of reading: headline stack, its columns, captions near them; and says
// the width of each line's column.
func (d *desk) arrange() (ls []line.Line, columns []int) {
	d.stackSpots()
	d.headStacks()
	next := d.chains()
	o := &order{desk: d, next: next, done: make([]bool, len(d.ss)), shown: make([]bool, len(d.stacks))}
	for _, i := range o.heads() {
		o.chain(i)
	}
	for c := range d.ss {
		if d.ss[c].kind == captionSpot {
			o.current = 0
			o.caption(c)
		}
	}
	o.current = 0
	for t := range d.stacks {
		o.stack(t)
	}
	for i := range d.ss {
		o.put(i, 0)
	}
	return o.ls, o.columns
}

// order is the page being put in order.
type order struct {
	*desk
	next    []int
	done    []bool
	shown   []bool // by stack
	ls      []line.Line
	columns []int
	chains  int32 // so far
	current int32 // the one being put out, 0 none
	inside  bool  // what is being put out stands between its columns
}

// heads lists the first spots of the chains, from the top down and from the left; a chain without a headline of its own
// comes after what it stands by.
func (o *order) heads() []int {
	isNext := make([]bool, len(o.ss))
	for _, k := range o.next {
		if k >= 0 {
			isNext[k] = true
		}
	}
	var out []int
	for i := range o.ss {
		if o.ss[i].kind == bodySpot && !isNext[i] {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(o.topOf(a), o.topOf(b)), cmp.Compare(o.ss[a].X0, o.ss[b].X0))
	})
	return out
}

// topOf is the height at which a spot's headline begins.
func (o *order) topOf(i int) float64 {
	y := o.ss[i].Y0
	for t := range o.stacks {
		if o.stacks[t].head == i {
			y = min(y, o.stacks[t].Y0)
		}
	}
	return y
}

// chain puts out an article: its headline stacks, its columns, and the captions nearest to it.
func (o *order) chain(i int) {
	o.chains++
	o.current = o.chains
	column := o.width(i)
	var members []int
	for k := i; k >= 0 && !o.done[k]; k = o.next[k] {
		for t := range o.stacks {
			if o.stacks[t].head == k {
				o.stack(t)
			}
		}
		w := o.width(k)
		if len(o.ss[k].lines) == 1 || math.Abs(float64(w-column)) <= max(3, 0.06*float64(column)) {
			w = column
		}
		o.put(k, w)
		for t := range o.stacks {
			if o.stacks[t].tail == k {
				o.stack(t)
			}
		}
		members = append(members, k)
	}
	round := o.around(members)
	for c := range o.ss {
		if o.ss[c].kind == captionSpot && !o.done[c] && slices.Contains(members, o.nearest(c)) {
			o.inside = o.within(c, round)
			o.caption(c)
			o.inside = false
		}
	}
}

// around is the box of an article: its columns and the headlines over them.
func (o *order) around(members []int) sheet.Box {
	box := o.ss[members[0]].Box
	for _, k := range members {
		box = box.Union(o.ss[k].Box)
		for t := range o.stacks {
			if o.stacks[t].head == k {
				box = box.Union(o.stacks[t].Box)
			}
		}
	}
	return box
}

// within reports whether a caption without a headline of its own, and the picture over it, stand between the columns of an
// article.
func (o *order) within(c int, round sheet.Box) bool {
	s := &o.ss[c]
	for t := range o.stacks {
		if o.stacks[t].head == c {
			return false
		}
	}
	for _, p := range o.Pictures {
		if gap := s.Y0 - p.Y1; gap > -2 && gap < 2.5*s.Size && p.OverlapX(s.Box) > 0 {
			at := s.Box
			at.Y1 = at.Y0 // the caption may reach farther down than the text does
			return round.Holds(p, s.Size) && round.Holds(at, s.Size)
		}
	}
	return round.Holds(s.Box, s.Size)
}

func (o *order) caption(c int) {
	for t := range o.stacks {
		if o.stacks[t].head == c {
			o.stack(t)
		}
	}
	o.put(c, o.width(c))
}

// width is a spot's column in half widths; of a line alone in its column, that of the columns about it.
func (o *order) width(i int) int {
	return max(line.MinColumn, halfWidths(o.ss[i].Width(), o.ss[i].Size))
}

// nearest is the body spot nearest to a caption.
func (o *order) nearest(c int) int {
	best, least := -1, math.Inf(1)
	for i := range o.ss {
		s := &o.ss[i]
		if s.kind != bodySpot {
			continue
		}
		dx, dy := max(0, -s.OverlapX(o.ss[c].Box)), max(0, -s.OverlapY(o.ss[c].Box))
		if dist := math.Hypot(dx, dy); dist < least {
			best, least = i, dist
		}
	}
	return best
}

// stack puts out a headline stack.
func (o *order) stack(t int) {
	if o.shown[t] {
		return
	}
	o.shown[t] = true
	for _, i := range o.stacks[t].spots {
		o.put(i, 0)
	}
}

// put puts out the lines of a spot in a column of that width, 0 for display.
func (o *order) put(i, column int) {
	if o.done[i] {
		return
	}
	o.done[i] = true
	s := &o.ss[i]
	for k := range s.lines {
		l := s.lines[k]
		if l.Text.Len() == 0 {
			continue
		}
		l.Place = &line.Place{Spot: int32(i), Chain: o.current, Stack: int32(s.stack), Size: s.Size, Face: s.Face, Caption: s.kind == captionSpot, Inside: o.inside, Vertical: s.Vertical, Box: s.Lines[k].Box}
		if o.texts != nil {
			l.Place.Size = 0
		}
		w := column
		switch {
		case s.kind == captionSpot, s.kind == bodySpot && l.Class != line.JumpNote && l.Class != line.DateLine && (l.Class != line.Label || openBefore(s.lines, k)):
			l.Class = line.Plain // a credit that runs over the line, a name that looks like a byline
		case l.Class != line.Plain && l.Class != line.DateLine, s.kind == furnitureSpot:
			w = 0
		}
		o.ls = append(o.ls, l)
		o.columns = append(o.columns, w)
	}
}
