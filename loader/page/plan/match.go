package plan

import (
	"math/bits"
	"slices"

	"github.com/baopu/baopu/loader/page/assign"
	"github.com/baopu/baopu/loader/page/line"
)

// Costs of a plan, beside those of style and glue.
const (
	headless  = 2.0 // an article without a headline
	overLater = 1.0 // a large line over a later column of its text
	lonely    = 0.7 // a headline that stands alone, without a text
	crossing  = 5   // a headline of the text before a run behind one of the text after it
	// overCaption is for a headline directly before a caption: it has no text to stand behind.
	overCaption = 2.0
	// overNext is for a headline before the text before its own, where none stands between the two: tools that go down the page by
	// height give the headlines of texts side by side before the first of them.
	overNext = 0.0
	pairCost = 2.0 // how many wrong pairs of headline and text there are for a right one
)

// evaluate assigns the headlines to the groups of the plan's links and sums up.
func (p *plan) evaluate() {
	lead := p.leads()
	groups, heads := p.groups(lead)
	rows := p.free(lead)
	p.owner = make([]int, len(p.us))
	for i := range p.owner {
		p.owner[i] = -1
	}
	p.score = 0
	if len(groups) > 0 && len(rows) > 0 {
		gain := p.gains(rows, groups)
		p.score -= lonely * float64(p.single(rows, gain))
		find := assign.Best
		if p.style.inOrder {
			find = assign.InOrder
		}
		for r, g := range find(gain) {
			if g >= 0 {
				for u := rows[r]; u < p.lineEnd(rows[r]); u++ {
					p.owner[u] = heads[g]
				}
				p.score += gain[r][g]
			}
		}
	}
	for _, members := range groups {
		p.score -= p.bare(members)
	}
	for i := range p.bs {
		if p.joins[i] {
			p.score += p.glue[i]
		}
	}
	for u, t := range p.tied {
		if t {
			p.score += p.us[u].tear
		}
	}
	p.score -= crossing * float64(p.crossed(lead))
}

// single counts the headlines that stand alone in their run of display lines, and makes each of their gains better by what
// it costs them to have no text.
func (p *plan) single(rows []int, gain [][]float64) int {
	n := 0
	for r, u := range rows {
		if r > 0 && p.us[rows[r-1]].run == p.us[u].run || r+1 < len(rows) && p.us[rows[r+1]].run == p.us[u].run {
			continue
		}
		n++
		for g := range gain[r] {
			gain[r][g] += lonely
		}
	}
	return n
}

// gains is what each free unit is worth to each group as its headline.
func (p *plan) gains(rows []int, groups [][]int) [][]float64 {
	gain := make([][]float64, len(rows))
	cover := make([]float64, len(groups))
	for r, u := range rows {
		best, second := -1, -1
		for g := range groups {
			cover[g] = p.cover(u, groups[g])
			if p.under(u) {
				cover[g] = max(cover[g], underShare*p.cover(p.lineEnd(u), groups[g]))
			}
			switch {
			case best < 0 || cover[g] > cover[best]:
				best, second = g, best
			case second < 0 || cover[g] > cover[second]:
				second = g
			}
		}
		gain[r] = make([]float64, len(groups))
		for g := range groups {
			other := best
			if g == best {
				other = second
			}
			rest := 0.0
			if other >= 0 {
				rest = cover[other]
			}
			gain[r][g] = p.fit(u, groups[g], cover[g], rest) + p.bare(groups[g])
		}
	}
	return gain
}

// bare is what it costs a group to go without a headline; photographs and items often do.
func (p *plan) bare(members []int) float64 {
	if b := &p.bs[members[0]]; b.photo || b.item {
		return 0
	}
	return headless
}

// crossed counts the runs of display lines in which a headline of the text behind the run stands before one of the text in
// front of it: on no page do they.
func (p *plan) crossed(lead []int) int {
	n := 0
	for u := 1; u < len(p.us); u++ {
		a, b := &p.us[u-1], &p.us[u]
		if a.run != b.run || a.prev < 0 || a.next < 0 || p.owner[u-1] < 0 {
			continue
		}
		if p.owner[u-1] == lead[a.next] && p.owner[u] == lead[b.prev] {
			n++
		}
	}
	return n
}

// overColumn reports whether display part k, before block i, is too large for a sub-heading: it may be the headline of the
// text that goes on under it, over a later column than its first.
func (p *plan) overColumn(k, i int) bool {
	return larger(p.ps[k].Place, p.bs[i].at)
}

// larger reports whether a line is too large for a sub-heading of a text.
func larger(line, text *line.Place) bool {
	return line != nil && text != nil && text.Size > 0 && line.Size > headSize*text.Size
}

// free lists the units that the links leave to be headlines: those between two joined blocks are sub-headings.
func (p *plan) free(lead []int) []int {
	sub := make([]bool, len(p.ps))
	for i := range p.bs {
		if p.joins[i] {
			for _, k := range p.bs[i].between {
				sub[k] = !p.overColumn(k, i)
			}
		}
	}
	var out []int
	for i := range p.us {
		if x := &p.us[i]; !sub[x.part] && !x.minor && p.head(i) == i && (x.at != nil || !leftOver(p.ps, x.part)) { // what is left over heads nothing
			out = append(out, i)
		}
	}
	return out
}

// under reports whether the headline behind u can only stand below it.
func (p *plan) under(u int) bool {
	next := p.lineEnd(u)
	return next < len(p.us) && p.us[next].below && p.us[next].run == p.us[u].run && !p.us[u].below
}

// What a word of the headline is worth anywhere in the text, and how much more in its first sentences.
const (
	restShare = 0.8
	leadShare = 0.4
	leadRunes = 80
	// underShare is what the words of a line that can only stand below say for the line above it.
	underShare = 0.9
)

// cover is the share of the weight of unit u, and of the lines that go on with it, that stands in a group's text, a little
// more where its first sentences have it.
func (p *plan) cover(u int, members []int) float64 {
	hit, all := 0.0, 0.0
	for k := u; k < p.lineEnd(u); k++ {
		t := &p.terms[k]
		all += t.all
		var mask uint64
		for _, m := range members {
			mask |= t.in[m]
		}
		for m := mask; m != 0; m &= m - 1 {
			hit += restShare * t.weight[bits.TrailingZeros64(m)]
		}
		for m := t.first[members[0]]; m != 0; m &= m - 1 {
			hit += leadShare * t.weight[bits.TrailingZeros64(m)]
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// fit is the gain of unit u as the headline of a group: its words, its place, its form.
func (p *plan) fit(k int, members []int, own, other float64) float64 {
	u, form := &p.us[k], p.whole(k)
	first, last := &p.bs[members[0]], members[len(members)-1]
	if p.shown[members[0]] >= 0 {
		return -2 * headless
	}
	gain := wordsGain(own, other, first.photo) + form.fit(first) - pairCost
	switch {
	case u.next == members[0] && first.photo:
		return gain + max(p.style.before, overCaption)
	case u.next == members[0]:
		return gain + p.style.before
	case u.prev == last:
		return gain + p.style.behind/float64(max(1, p.place(k)))
	case p.besideHead(u, members[0]):
		return gain + overNext
	case u.at != nil && slices.Contains(members, u.next):
		return gain + overLater
	}
	return gain + p.style.away
}

// wordsGain is what shared words say: not how many there are but how many more than any other text has. The steps are the
// logarithms of likelihood ratios, measured on typeset pages of many layouts and rounded.
func wordsGain(own, other float64, photo bool) float64 {
	if photo { // a caption is short
		switch {
		case own < 0.1:
			return -0.8
		case own < other-0.1:
			return -1.5
		}
		return min(4, 12*own)
	}
	x := own - other
	gain := 0.0
	switch {
	case x < 0:
		gain = max(-3.8, 20*x)
	case x < 0.2:
		gain = 15 * x
	default:
		gain = min(4, 3+x)
	}
	if own < 0.05 {
		gain--
	}
	return gain
}

// place is how many headlines stand before unit u in its run of display lines.
func (p *plan) place(u int) int {
	n := p.us[u].place
	for k := u - 1; p.tied != nil && k >= 0 && p.us[k].run == p.us[u].run; k-- {
		if p.tied[k] {
			n--
		}
	}
	return n
}

// besideHead reports whether a unit stands in the last run of display lines before block i, and another text between, on a page
// without positions whose headlines stand before their texts.
func (p *plan) besideHead(u *unit, i int) bool {
	return u.at == nil && !p.bs[i].photo && p.style.before > overNext+1 && u.next >= 0 && u.next < i && p.lastRun[i] == u.run
}
