package plan

import (
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// Gains of joining two blocks, as logarithms of odds.
const (
	followsOn   = 0.5  // the next paragraph in the same column, as a dump has it
	placedOn    = 1.5  // the same where positions say so
	noticeAfter = 0.5  // the same where it speaks as a notice, behind news
	oneBetween  = 1.2  // one display line between two paragraphs of one column: a sub-heading
	twoBetween  = 0.2  // two
	moreBetween = -0.8 // more
	otherColumn = -2.8 // a display line between, and another column
	nearColumn  = -0.3 // nothing between, but a column a little wider or narrower
	farColumn   = -1.5 // nothing between, but quite another column
	noSubhead   = -1.5 // a label, a line wider than the column, a second headline between
	headSized   = -0.5 // larger than sub-headings are
	subSized    = 1.5  // as large as sub-headings are
	headSize    = 1.25 // up to how many times the text's size
	numberedOne = 4.0  // a numbered sub-heading between
	usualKin    = 0.95 // kinship of two stretches at which it says nothing
	kinship     = 1.8  // gain for each step of kinship
)

// bond is the gain of joining block i to the one before it.
func (p *plan) bond(i int) float64 {
	b := &p.bs[i]
	if b.photo || b.prev < 0 || b.link == apart {
		return math.Inf(-1)
	}
	prev := &p.bs[b.prev]
	kin := p.kin(i)
	return p.hang(b, prev, kin) + p.onward(i)
}

// onward is what the first words of block i say for its going on behind the blocks before it.
func (p *plan) onward(i int) float64 {
	b := &p.bs[i]
	place := 0.0
	if b.at != nil {
		place = inPlace
	}
	var before []words.Bag
	for k := b.prev; k >= 0 && len(before) < kinDepth; k = p.bs[k].prev {
		before = append(before, p.bs[k].bag)
		if p.bs[k].link == apart {
			break
		}
	}
	p.words.See(words.Merged(before...))
	last := p.bs[b.prev].paras
	return place + goesOn(b.paras[0].Runes, last[len(last)-1].Runes, p.words.Together)
}

// hang is what place and shared words say for block b going on with prev.
func (p *plan) hang(b, prev *block, kin float64) float64 {
	switch b.link {
	case same:
		if b.notice && !prev.notice && prev.opens {
			return noticeAfter + kinship*(kin-usualKin)
		}
		if b.at != nil {
			return placedOn + kinship*kin
		}
		return followsOn + kinship*kin
	case narrower:
		if text.Abs(b.column-prev.column) <= 5 {
			return nearColumn + kinship*(kin-usualKin)
		}
		return farColumn + kinship/2*(kin-usualKin)
	}
	return kinship*(kin-usualKin) + p.subheads(b, prev)
}

// subheads is what the display lines between two paragraphs say for their being sub-headings.
func (p *plan) subheads(b, prev *block) float64 {
	gain := moreBetween
	switch n := len(b.between); {
	case text.Abs(b.column-prev.column) > 4:
		gain = otherColumn
	case n == 1:
		gain = oneBetween
	case n == 2:
		gain = twoBetween
	}
	for _, k := range b.between {
		x := &p.ps[k]
		switch {
		case numbered(x.Text.Runes):
			gain += numberedOne
		case x.Role == part.Label || text.Width(x.Text.Runes) > b.column+4 || below(x.Text.Runes):
			gain += noSubhead
		}
		if x.Place != nil && b.at != nil && x.Place.Size > 0 {
			if x.Place.Size > headSize*b.at.Size {
				gain += headSized
			} else {
				gain += subSized
			}
		}
	}
	return gain
}

// Kinship is measured over so many paragraphs on either side, against so many others around.
const (
	kinDepth  = 3
	kinAround = 40
	inPlace   = 0.7   // gain where positions say that one goes on in the other
	kinFloor  = 0.004 // what two short texts share by chance
)

// kin is the logarithm of how alike the text before block i and the text from it on are, over twice how alike the block is to
// the median of what stands around; between -1 and 1.5.
func (p *plan) kin(i int) float64 {
	var left, right []words.Bag
	member := map[int]bool{}
	for k := p.bs[i].prev; k >= 0 && len(left) < kinDepth; k = p.bs[k].prev {
		left = append(left, p.bs[k].bag)
		member[k] = true
		if p.bs[k].link != same {
			break
		}
	}
	for k := i; k < len(p.bs) && len(right) < kinDepth; k++ {
		if p.bs[k].photo {
			continue
		}
		if k > i && p.bs[k].link != same {
			break
		}
		right = append(right, p.bs[k].bag)
		member[k] = true
	}
	behind := words.Merged(right...)
	norm := p.words.Norm(behind)
	p.words.See(behind)
	var others []float64
	for k := max(0, i-kinAround); k < len(p.bs) && k < i+kinAround; k++ {
		if !member[k] && !p.bs[k].photo {
			others = append(others, p.words.Alike(p.bs[k].bag, norm))
		}
	}
	if len(others) < 3 {
		return 0
	}
	slices.Sort(others)
	ratio := (p.words.Alike(words.Merged(left...), norm) + kinFloor) / (2*others[len(others)/2] + kinFloor)
	return math.Max(-1, math.Min(1.5, math.Log(ratio)))
}
