package page

import (
	"math"
	"slices"
)

// plan is the page's one decision: which blocks are one article, and which headline is whose. It is the best found by
// turning single links between blocks and assigning the headlines anew each time, so that a line between two paragraphs is
// a sub-heading or a headline, whichever fits the page better.
type plan struct {
	ps     []part
	bs     []block
	us     []unit
	w      weights
	values [][]float64 // by unit: the weights of its bigrams
	masks  [][]uint64  // by unit and block: which of them stand there
	glue   []float64   // gain of joining block i to the one before it; -Inf never
	shown  []int       // by block: a caption's article, as the block that leads it; -1 none
	joins  []bool      // block i is joined to bs[i].prev
	style  style
	owner  []int // by unit: the block that leads the group it is headline of, -1 none
	score  float64
}

// style is where the page's dump puts headlines.
type style struct {
	before, after float64 // gain of a headline directly before, behind its text
	least         float64 // what a headline's words and place must be worth
}

// styles: headlines before their texts, behind them, or all in one place far from them.
var styles = [...]style{{before: 1.6, after: 0.2, least: 1.1}, {before: 0.2, after: 1.6, least: 1.1}, {before: 0.1, after: 0.1, least: 0.5}}

// Gains and costs of the plan, in the unit of a headline whose every word stands in its article, over four.
const (
	wordsGain   = 4.0
	otherCost   = 0.8 // words that stand in another article rather
	headless    = 0.8
	sameColumn  = 3.0
	fitsColumn  = 0.5
	shortLine   = 0.8 // no line between fills much more than half of the column: no headline is set so small
	otherColumn = -2.0
	widthOnly   = -0.4
	usualKin    = 0.7
	kinship     = 1.6 // times the logarithm of how alike two stretches are, over how alike others are
	crossing    = 2.0 // a headline of the text before a run behind one of the text after it
	maxFlips    = 400
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
			return sameColumn/2 + kin
		}
		return sameColumn + kin
	case narrower:
		return widthOnly + kin/3
	}
	gain := fitsColumn + kin
	if abs(b.column-prev.column) > 4 {
		gain = otherColumn + kin
	}
	widest := 0
	for _, k := range b.between {
		widest = max(widest, width(p.ps[k].text.r))
		if u := &p.ps[k]; u.role == labelPart || width(u.text.r) > b.column+4 || below(u.text.r) {
			gain -= 1.5
		}
	}
	if len(b.between) > 2 {
		gain -= 2
	}
	if widest*20 <= b.column*11 {
		gain += shortLine
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
	flips := 0
	for improved := true; improved && flips < maxFlips; {
		improved = false
		for i := range p.bs {
			if math.IsInf(p.glue[i], -1) || p.glue[i] > 5 {
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
