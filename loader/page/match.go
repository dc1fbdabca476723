package page

import (
	"cmp"
	"slices"
	"strings"
)

// evaluate assigns the headlines to the groups of the plan's links and sums up.
func (p *plan) evaluate() {
	lead := p.leads()
	groups, heads := p.groups(lead)
	rows := p.free(lead)
	gain := make([][]float64, len(rows))
	for r, u := range rows {
		cover := make([]float64, len(groups))
		for g := range groups {
			cover[g] = p.cover(u, groups[g])
			if p.under[u] {
				cover[g] = max(cover[g], underShare*p.cover(u+1, groups[g]))
			}
		}
		gain[r] = make([]float64, len(groups))
		for g := range groups {
			gain[r][g] = p.fit(&p.us[u], groups[g], cover, g) + p.bare(groups[g])
		}
	}
	p.owner = make([]int, len(p.us))
	for i := range p.owner {
		p.owner[i] = -1
	}
	p.score = 0
	if len(groups) > 0 {
		for r, g := range assign(gain) {
			if g >= 0 {
				p.owner[rows[r]] = heads[g]
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
	p.score -= crossing * float64(p.crossed(lead))
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

// bare is what it costs a group to go without a headline; photographs and items often do.
func (p *plan) bare(members []int) float64 {
	if b := &p.bs[members[0]]; b.photo || b.item {
		return 0
	}
	return headless
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

// free lists the units that the links leave to be headlines: those between two joined blocks are sub-headings.
func (p *plan) free(lead []int) []int {
	sub := map[int]bool{}
	for i := range p.bs {
		if p.joins[i] {
			for _, k := range p.bs[i].between {
				sub[k] = true
			}
		}
	}
	var out []int
	for i := range p.us {
		if !sub[p.us[i].part] {
			out = append(out, i)
		}
	}
	return out
}

// What a word of the headline is worth anywhere in the text, and how much more in its first sentences.
const (
	restShare = 0.8
	leadShare = 0.4
	leadRunes = 80
	// underShare is what the words of a line that can only stand below say for the line above it.
	underShare = 0.9
)

// cover is the share of unit u's weight that stands in a group's text, a little more where its first sentences have it.
func (p *plan) cover(u int, members []int) float64 {
	var mask uint64
	for _, m := range members {
		mask |= p.masks[u][m]
	}
	lead := p.leadMasks[u][members[0]]
	var hit, all float64
	for k, v := range p.values[u] {
		all += v
		if mask>>k&1 == 1 {
			hit += restShare * v
		}
		if lead>>k&1 == 1 {
			hit += leadShare * v
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// charShare is what a single character is worth beside a bigram as rare.
const charShare = 0.25

// index notes for each unit the weights of its 64 most telling bigrams and characters, and which of them each block has.
func (p *plan) index() {
	p.values, p.masks, p.leadMasks = make([][]float64, len(p.us)), make([][]uint64, len(p.us)), make([][]uint64, len(p.us))
	leads := make([]bag, len(p.bs))
	chars := make([]bag, len(p.bs))
	for b := range p.bs {
		chars[b] = p.bs[b].chars
		r := p.bs[b].paras[0].r
		leads[b] = bagOf(r[:min(len(r), leadRunes)])
		merge(leads[b], charsOf(r[:min(len(r), leadRunes)]))
	}
	single := weigh(chars)
	p.under = make([]bool, len(p.us))
	for u := range p.us {
		p.under[u] = u+1 < len(p.us) && p.us[u+1].below && p.us[u+1].run == p.us[u].run && !p.us[u].below
		p.masks[u], p.leadMasks[u] = make([]uint64, len(p.bs)), make([]uint64, len(p.bs))
		terms := p.us[u].terms(p.w, single)
		for k, t := range terms {
			p.values[u] = append(p.values[u], t.weight)
			for b := range p.bs {
				from := p.bs[b].bag
				if t.gram>>32 == 0 {
					from = p.bs[b].chars
				}
				if _, ok := from[t.gram]; ok {
					p.masks[u][b] |= 1 << k
				}
				if _, ok := leads[b][t.gram]; ok {
					p.leadMasks[u][b] |= 1 << k
				}
			}
		}
	}
}

// term is a bigram or a single character of a headline with its weight.
type term struct {
	gram   uint64
	weight float64
}

// terms lists the up to 64 heaviest terms of a unit.
func (u *unit) terms(w, single weights) []term {
	var out []term
	for _, g := range u.bag.sorted() {
		out = append(out, term{g, w.of(g)})
	}
	for _, g := range charsOf(u.text.r).sorted() {
		out = append(out, term{g, charShare * single.of(g)})
	}
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	return out[:min(len(out), 64)]
}

// fit is the gain of unit u as the headline of a group: its words, its place, its form.
func (p *plan) fit(u *unit, members []int, cover []float64, g int) float64 {
	first, last := &p.bs[members[0]], members[len(members)-1]
	if p.shown[members[0]] >= 0 {
		return -1
	}
	other := 0.0
	for k, c := range cover {
		if k != g && c > other {
			other = c
		}
	}
	gain := wordsGain(cover[g], other, first.photo) + form(u, first) - pairCost
	switch {
	case u.next == members[0]:
		gain += p.style.before
	case u.prev == last && u.at < 2:
		gain += p.style.behind
	case u.prev == last:
		gain += p.style.behind / float64(u.at)
	default:
		gain += p.style.away
	}
	return gain
}

// pairCost is the logarithm of how many wrong pairs of headline and text there are for a right one.
const pairCost = 2.0

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

// form is what the look of a line says for or against its being a headline of the text that b opens.
func form(u *unit, b *block) float64 {
	gain := 0.0
	if u.below {
		gain -= 8
	}
	if u.spaced {
		gain--
	}
	if b.item {
		gain -= 2.5
	}
	if b.photo {
		gain -= 0.8
	}
	switch {
	case noticeTitle(squeezed(u.text.r)):
		if b.notice {
			gain += 2.5
		} else {
			gain--
		}
	case u.text.len() < 5:
		gain -= 0.8
	case !b.photo && width(u.text.r)*20 <= b.column*11:
		gain -= 0.5
	}
	if appoints(u.text.r) && (hasPrefix(b.paras[0].r, "任命") || hasPrefix(b.paras[0].r, "决定任命") || hasPrefix(b.paras[0].r, "免去")) {
		gain += 4
	}
	if signer(u.text.r) && u.text.len() < 16 {
		gain--
	}
	if numbered(u.text.r) {
		gain -= 4
	}
	if in("：:", lastOf(u.text.r)) {
		gain -= 1.5
	}
	return gain
}

// appoints reports whether a headline announces a list of appointments.
func appoints(r []rune) bool {
	s := string(r)
	return strings.Contains(s, "任免") || strings.Contains(s, "任命") || strings.Contains(s, "任职")
}

// numbered reports whether a line is a numbered sub-heading: 一、综合; （二）工业; 1.价格.
func numbered(r []rune) bool {
	i := 0
	if len(r) > 0 && in("（(", r[0]) {
		i++
	}
	from := i
	for i < len(r) && (in("一二三四五六七八九十", r[i]) || isDigit(r[i])) && i-from < 3 {
		i++
	}
	return i > from && i+1 < len(r) && in("、）)．.", r[i]) && !isDigit(r[i+1])
}
