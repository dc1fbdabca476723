package page

import (
	"math"
	"slices"
)

// plan is the page's one decision: which blocks are one article, and which headline is whose. It is the best found by
// turning single links between blocks and assigning the headlines anew each time, so that a line between two paragraphs is
// a sub-heading or a headline, whichever fits the page better.
type plan struct {
	ps        []part
	bs        []block
	us        []unit
	w         weights
	values    [][]float64 // by unit: the weights of its bigrams
	masks     [][]uint64  // by unit and block: which of them stand there
	under     []bool      // by unit: the next one can only stand below it
	leadMasks [][]uint64  // the same for its first sentences
	glue      []float64   // gain of joining block i to the one before it; -Inf never
	shown     []int       // by block: a caption's article, as the block that leads it; -1 none
	joins     []bool      // block i is joined to bs[i].prev
	style     style
	owner     []int // by unit: the block that leads the group it is headline of, -1 none
	score     float64
}

// style is where the page's dump puts headlines: what it says for a pair that the headline stands directly before the text,
// directly behind it, or elsewhere. Like all gains and costs of a plan, these are logarithms of likelihood ratios, measured
// on typeset pages of many layouts and rounded.
type style struct{ before, behind, away float64 }

// styles: headlines before their texts, behind them, or all in one place far from them.
var styles = [...]style{
	{before: 3.2, behind: -3, away: -3.2},
	{before: -1.8, behind: 3.6, away: -3},
	{before: -0.8, behind: -0.8, away: 0},
}

const (
	headless    = 2.0 // an article without a headline
	crossing    = 4.0 // a headline of the text before a run behind one of the text after it
	followsOn   = 2.2 // the next paragraph in the same column
	noticeAfter = 0.5 // the same where it speaks as a notice, behind news
	oneBetween  = 2.5 // one display line between two paragraphs of one column: a sub-heading
	twoBetween  = 0.5
	moreBetween = -1.0
	otherColumn = -2.8 // a display line between, and another column
	nearColumn  = -0.3 // nothing between, but a column a little wider or narrower
	farColumn   = -1.0
	noSubhead   = -1.5 // a label, a line wider than the column, a second headline between
	usualKin    = 0.95 // kinship of two stretches at which it says nothing
	kinship     = 3.0  // gain for each step of kinship
)

func newPlan(ps []part, bs []block) *plan {
	p := &plan{ps: ps, bs: bs, joins: make([]bool, len(bs)), glue: make([]float64, len(bs))}
	bags := make([]bag, len(bs))
	for i := range bs {
		bags[i] = bs[i].bag
	}
	p.w = weigh(bags)
	for i := range bs {
		p.glue[i] = p.bond(i)
		p.joins[i] = p.glue[i] > 0
	}
	p.w = weigh(p.groupBags())
	p.us = halve(units(ps, bs), p.groupBags(), p.w)
	p.shown = p.showing()
	p.index()
	return p
}

// groupBags is the words of each group of joined blocks.
func (p *plan) groupBags() []bag {
	lead := p.leads()
	at := map[int]int{}
	var out []bag
	for i := range p.bs {
		k, ok := at[lead[i]]
		if !ok {
			k = len(out)
			at[lead[i]] = k
			out = append(out, bag{})
		}
		for g := range p.bs[i].bag {
			out[k][g] = struct{}{}
		}
	}
	return out
}

// leads is, by block, the first block of its group.
func (p *plan) leads() []int {
	lead := make([]int, len(p.bs))
	for i := range p.bs {
		lead[i] = i
		if p.joins[i] && p.bs[i].prev >= 0 {
			lead[i] = lead[p.bs[i].prev]
		}
	}
	return lead
}

// showing finds for each caption the text whose article its photograph shows, by shared words.
func (p *plan) showing() []int {
	lead := p.leads()
	groups, heads := p.groups(lead)
	out := make([]int, len(p.bs))
	for i := range p.bs {
		out[i] = -1
		if !p.bs[i].photo {
			continue
		}
		share := shownShare
		for g, members := range groups {
			if p.bs[members[0]].photo {
				continue
			}
			whole := bag{}
			for _, m := range members {
				merge(whole, p.bs[m].bag)
			}
			c := p.w.covered(p.bs[i].bag, whole)
			if p.bs[members[len(members)-1]].to+1 == p.bs[i].from || p.bs[i].to+1 == p.bs[members[0]].from {
				c += 0.1
			}
			if c > share {
				out[i], share = heads[g], c
			}
		}
	}
	return out
}

// shownShare is how much of a caption's weight must stand in an article for the photograph to be the article's.
const shownShare = 0.45

// bond is the gain of joining block i to the one before it.
func (p *plan) bond(i int) float64 {
	b := &p.bs[i]
	if b.photo || b.prev < 0 || b.link == apart {
		return math.Inf(-1)
	}
	prev := &p.bs[b.prev]
	kin := kinship * (p.kin(i) - usualKin)
	switch b.link {
	case same:
		if b.notice && !prev.notice && prev.opens {
			return noticeAfter + kin
		}
		return followsOn + kinship*p.kin(i)
	case narrower:
		if abs(b.column-prev.column) <= 5 {
			return nearColumn + kin
		}
		return farColumn + kin/2
	}
	gain := kin
	switch n := len(b.between); {
	case abs(b.column-prev.column) > 4:
		gain += otherColumn
	case n == 1:
		gain += oneBetween
	case n == 2:
		gain += twoBetween
	default:
		gain += moreBetween
	}
	for _, k := range b.between {
		if numbered(p.ps[k].text.r) {
			gain += 4
		} else if u := &p.ps[k]; u.role == labelPart || width(u.text.r) > b.column+4 || below(u.text.r) {
			gain += noSubhead
		}
	}
	return gain
}

// kin is the logarithm of how alike the text before block i and the text from it on are, over how alike the block is to the
// rest of the page; between -1 and 1.5.
func (p *plan) kin(i int) float64 {
	left, right := bag{}, bag{}
	member := map[int]bool{}
	for k, n := p.bs[i].prev, 0; k >= 0 && n < 3; n++ {
		merge(left, p.bs[k].bag)
		member[k] = true
		if p.bs[k].link != same {
			break
		}
		k = p.bs[k].prev
	}
	for k, n := i, 0; k < len(p.bs) && n < 3; k++ {
		if p.bs[k].photo {
			continue
		}
		if k > i && p.bs[k].link != same {
			break
		}
		merge(right, p.bs[k].bag)
		member[k] = true
		n++
	}
	var others []float64
	for k := max(0, i-40); k < len(p.bs) && k < i+40; k++ {
		if !member[k] && !p.bs[k].photo {
			others = append(others, p.w.alike(right, p.bs[k].bag))
		}
	}
	if len(others) < 3 {
		return 0
	}
	slices.Sort(others)
	ratio := (p.w.alike(left, right) + 0.004) / (2*others[len(others)/2] + 0.004)
	return math.Max(-1, math.Min(1.5, math.Log(ratio)))
}

func merge(into, from bag) {
	for g := range from {
		into[g] = struct{}{}
	}
}

// settle finds the best plan by turning links while that helps, for each style of page.
func (p *plan) settle() {
	start := append([]bool(nil), p.joins...)
	best := plan{score: math.Inf(-1)}
	for _, s := range styles {
		q := *p
		q.style, q.joins = s, append([]bool(nil), start...)
		q.evaluate()
		q.climb()
		if q.score > best.score {
			best = q
		}
	}
	*p = best
}

// climb turns one link after the other and keeps what raises the score.
func (p *plan) climb() {
	size := max(1, len(p.us)*len(p.bs))
	flips, most := 0, 400*maxPairs/max(size, maxPairs)
	for improved := true; improved && flips < most; {
		improved = false
		for i := range p.bs {
			if math.IsInf(p.glue[i], -1) || p.glue[i] > 8 || flips >= most {
				continue
			}
			before, owner := p.score, p.owner
			p.joins[i] = !p.joins[i]
			p.evaluate()
			flips++
			if p.score > before+1e-9 {
				improved = true
				continue
			}
			p.joins[i], p.score, p.owner = !p.joins[i], before, owner
		}
	}
}
