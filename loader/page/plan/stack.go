package plan

import (
	"math"

	"github.com/baopu/baopu/loader/page/text"
)

// Headline stacks of a page that comes with positions: which lines are one headline is measured, and so is which of them is
// the largest.

// minors marks the units that a larger one of their stack stands for.
func minors(us []unit) {
	best := map[int32]int{}
	for i := range us {
		if us[i].at == nil || us[i].at.Stack == 0 {
			continue
		}
		us[i].minor = true
		k, ok := best[us[i].at.Stack]
		if !ok || us[i].at.Size > 1.02*us[k].at.Size || us[k].below && !us[i].below {
			best[us[i].at.Stack] = i
		}
	}
	for _, k := range best {
		us[k].minor = false
	}
}

// stacks gives the other lines of a stack to the article of its largest one.
func (b *binder) stacks() {
	for u := range b.us {
		x := &b.us[u]
		if !x.minor || b.used[x.part] {
			continue
		}
		for k := range b.us {
			if y := &b.us[k]; b.owner[k] >= 0 && !y.minor && y.at != nil && x.at.Stack == y.at.Stack {
				b.owner[u] = b.owner[k]
				d := b.byLead[b.owner[k]]
				d.title = append(d.title, u)
				b.used[x.part] = true
				break
			}
		}
	}
}

// Sizes of lines of one stack, as parts of the largest.
const (
	oneSize   = 0.93 // from here on they are one headline
	labelSize = 0.75 // up to here a short one at its left is a label
)

// sized tells kicker, title and second headline apart by their sizes: the largest is the title, with the lines about it that
// are as large; the smaller ones over it are kickers, those under it second headlines.
func sized(us []*unit) headline {
	main := 0
	for i, u := range us {
		if size(u) > 1.02*size(us[main]) || us[main].below && !u.below {
			main = i
		}
	}
	from, to := main, main
	for to+1 < len(us) && one(us[main], us[to+1]) {
		to++
	}
	for from > 0 && one(us[main], us[from-1]) {
		from--
	}
	var h headline
	for i, u := range us {
		t := u.text
		switch {
		case i >= from && i <= to:
			h.title = text.Spaced(h.title, t)
		case i < from && labels(u, us[main]):
			h.column = text.Squeezed(t.Runes)
			h.marks = append(h.marks, Left{t, "label"})
		case i < from && !u.below:
			h.kicker = text.Spaced(h.kicker, t)
		default:
			h.under(t)
		}
	}
	title, under := bracketed(h.title)
	if under.Len() > 0 && h.subtitle.Len() == 0 {
		h.title, h.subtitle = title, under
	}
	return h
}

func size(u *unit) float64 {
	if u.at == nil {
		return 0
	}
	return u.at.Size
}

// one reports whether two lines of a stack are one headline.
func one(a, b *unit) bool {
	return !a.below && !b.below && a.at != nil && b.at != nil && a.at.Stack == b.at.Stack && (a.at.Face == b.at.Face || a.at.Face == "" || b.at.Face == "") && math.Min(size(a), size(b)) >= oneSize*math.Max(size(a), size(b))
}

// labels reports whether a short small line over a headline is the label of a column: it stands to the left, where kickers
// stand over the middle or begin where the headline does.
func labels(u, main *unit) bool {
	a, b := u.at.Box, main.at.Box
	return !main.at.Vertical && u.text.Len() <= 8 && text.Stops(u.text.Runes) == 0 && size(u) <= labelSize*size(main) &&
		(a.X0+a.X1)/2 < (b.X0+b.X1)/2-1.5*u.at.Size && b.X0 > a.X0-u.at.Size && a.X1 < (b.X0+b.X1)/2
}

// holds reports whether caption c stands between the columns of the article that block b is of.
func (b *block) holds(c *block) bool {
	return b.at != nil && c.at != nil && c.at.Inside && b.at.Chain == c.at.Chain
}
