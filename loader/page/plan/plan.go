package plan

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/assign"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/words"
)

// plan is the page's one decision: which blocks are one article, and which headline is whose. It is the best found by
// turning single links between blocks and assigning the headlines anew each time, so that a line between two paragraphs is
// a sub-heading or a headline, whichever fits the page better.
type plan struct {
	ps      []part.Part
	bs      []block
	us      []unit
	words   *words.Vocabulary // bigrams
	chars   *words.Vocabulary
	terms   []terms   // by unit
	glue    []float64 // gain of joining block i to the one before it; -Inf never
	shown   []int     // by block: a caption's article, as the block that leads it; -1 none
	joins   []bool    // block i is joined to bs[i].prev
	style   style
	placed  bool   // the page comes with positions
	tied    []bool // by unit: it goes on with the one above it; nil where no line does
	lastRun []int  // by block: the last run of display lines before it, -1 none
	owner   []int  // by unit: the block that leads the group it is headline of, -1 none
	score   float64
}

// style is where the page's dump puts headlines: what it says for a pair that the headline stands directly before the text,
// directly behind it, or elsewhere. Like all gains and costs of a plan, these are logarithms of likelihood ratios, measured
// on typeset pages of many layouts and rounded.
type style struct {
	before, behind, away float64
	inOrder              bool // the headlines come in the order of their texts
}

// styles: headlines before their texts, behind them, all in one place far from them, or that in the order of the texts.
var styles = [...]style{
	{before: 0.5, behind: 0.5, away: 1.0, inOrder: true},
	{before: 3.2, behind: -3, away: -2.2},
	{before: -1.8, behind: 2.6, away: -3},
	{before: -0.8, behind: -0.8, away: 0},
}

// placedStyles is where headlines stand in a page put in order by positions.
var placedStyles = [...]style{{before: 5, behind: -5, away: -4}}

func newPlan(ps []part.Part, bs []block, torn bool) *plan {
	p := &plan{ps: ps, bs: bs, words: words.New(), chars: words.New(), joins: make([]bool, len(bs)), glue: make([]float64, len(bs))}
	bags := make([]words.Bag, len(bs))
	for i := range bs {
		t := make([][]rune, len(bs[i].paras))
		for k := range bs[i].paras {
			t[k] = bs[i].paras[k].Runes
		}
		bs[i].bag, bs[i].chars = p.words.Bigrams(t...), p.chars.Characters(t...)
		bags[i] = bs[i].bag
	}
	p.words.EndTexts()
	p.words.Weigh(bags)
	p.placed = slices.ContainsFunc(ps, func(p part.Part) bool { return p.Place != nil })
	for i := range bs {
		p.glue[i] = p.bond(i)
		p.joins[i] = p.glue[i] > 0
	}
	groups := p.groupBags()
	us := units(p.words, p.ps, bs)
	p.words.Weigh(groups)
	p.us = halve(us, groups, p.words)
	if torn {
		p.tear(groups)
	}
	p.words.Weigh(groups)
	p.shown = p.showing()
	p.index()
	return p
}

// groupBags is the words of each group of joined blocks.
func (p *plan) groupBags() []words.Bag {
	groups, _ := p.groups(p.leads())
	out := make([]words.Bag, len(groups))
	for g, members := range groups {
		out[g] = p.groupBag(members)
	}
	return out
}

func (p *plan) groupBag(members []int) words.Bag {
	bags := make([]words.Bag, len(members))
	for k, m := range members {
		bags[k] = p.bs[m].bag
	}
	return words.Merged(bags...)
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

// groups lists the blocks of each group and the block that leads it.
func (p *plan) groups(lead []int) (groups [][]int, heads []int) {
	at := make([]int, len(p.bs))
	for i := range p.bs {
		if lead[i] == i {
			at[i] = len(groups)
			groups = append(groups, nil)
			heads = append(heads, i)
		}
		at[i] = at[lead[i]]
		groups[at[i]] = append(groups[at[i]], i)
	}
	return groups, heads
}

// shownShare is how much of a caption's weight must stand in an article for the photograph to be the article's.
const shownShare = 0.45

// showing finds for each caption the text whose article its photograph shows, by shared words.
func (p *plan) showing() []int {
	groups, heads := p.groups(p.leads())
	out := make([]int, len(p.bs))
	share := make([]float64, len(p.bs))
	for i := range out {
		out[i], share[i] = -1, shownShare
	}
	for g, members := range groups {
		first, last := &p.bs[members[0]], &p.bs[members[len(members)-1]]
		if first.photo {
			continue
		}
		p.words.See(p.groupBag(members))
		for i := range p.bs {
			if !p.bs[i].photo {
				continue
			}
			c := p.words.Covered(p.bs[i].bag)
			if first.holds(&p.bs[i]) {
				c++
			}
			if last.to+1 == p.bs[i].from || p.bs[i].to+1 == first.from {
				c += 0.1
			}
			if c > share[i] {
				out[i], share[i] = heads[g], c
			}
		}
	}
	return out
}

// promising is how many styles of page are followed up.
const promising = 2

// settle finds the best plan by turning links while that helps, for the styles of page that look best as it starts.
func (p *plan) settle() {
	start, ties := p.joins, p.tied
	choice := styles[:]
	if p.placed {
		choice = placedStyles[:]
	}
	plans := make([]plan, len(choice))
	for i, s := range choice {
		q := *p
		q.style, q.joins, q.tied = s, slices.Clone(start), slices.Clone(ties)
		q.evaluate()
		plans[i] = q
	}
	slices.SortStableFunc(plans, func(a, b plan) int { return cmp.Compare(b.score, a.score) })
	plans = plans[:min(promising, len(plans))]
	for i := range plans {
		plans[i].climb()
	}
	*p = slices.MaxFunc(plans, func(a, b plan) int { return cmp.Compare(a.score, b.score) })
}

// surely is the gain of a join that no headline outweighs, or its loss.
const surely = 6

// climb turns one link after the other and keeps what raises the score. On what is larger than a page it doesn't: the time
// stays linear.
func (p *plan) climb() {
	if len(p.us)*len(p.bs) > 8*assign.MaxPairs {
		return
	}
	for flips, improved := 0, true; improved && flips < 6*len(p.bs); {
		improved = false
		for i := range p.bs {
			if math.Abs(p.glue[i]) <= surely {
				improved = p.flip(&p.joins[i]) || improved
				flips++
			}
		}
		for u := range p.tied {
			if math.Abs(p.us[u].tear) <= surely {
				improved = p.flip(&p.tied[u]) || improved
			}
		}
	}
}

// flip turns a link and keeps it where that raises the score.
func (p *plan) flip(link *bool) bool {
	before, owner := p.score, p.owner
	*link = !*link
	if p.evaluate(); p.score > before+1e-9 {
		return true
	}
	*link, p.score, p.owner = !*link, before, owner
	return false
}
