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
		}
		gain[r] = make([]float64, len(groups))
		for g := range groups {
			gain[r][g] = p.fit(&p.us[u], groups[g], cover, g)
		}
	}
	p.owner = make([]int, len(p.us))
	for i := range p.owner {
		p.owner[i] = -1
	}
	p.score = 0
	titled := make([]bool, len(groups))
	if len(groups) > 0 {
		for r, g := range assign(gain) {
			if g >= 0 {
				p.owner[rows[r]], titled[g] = heads[g], true
				p.score += gain[r][g]
			}
		}
	}
	for g, members := range groups {
		if b := &p.bs[members[0]]; !titled[g] && !b.photo && !b.item {
			p.score -= headless
		}
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

// cover is the share of unit u's weight that stands in a group's text.
func (p *plan) cover(u int, members []int) float64 {
	var mask uint64
	for _, m := range members {
		mask |= p.masks[u][m]
	}
	var hit, all float64
	for k, v := range p.values[u] {
		all += v
		if mask>>k&1 == 1 {
			hit += v
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
	p.values, p.masks = make([][]float64, len(p.us)), make([][]uint64, len(p.us))
	chars := make([]bag, len(p.bs))
	for b := range p.bs {
		chars[b] = p.bs[b].chars
	}
	single := weigh(chars)
	for u := range p.us {
		p.masks[u] = make([]uint64, len(p.bs))
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
	other := 0.0
	for k, c := range cover {
		if k != g && c > other && !p.bs[members[0]].photo {
			other = c
		}
	}
	own := cover[g]
	gain := wordsGain*own - p.style.least
	if other > own {
		gain -= wordsGain * otherCost * (other - own)
	}
	first, last := &p.bs[members[0]], members[len(members)-1]
	if p.shown[members[0]] >= 0 {
		return -1
	}
	if u.next == members[0] {
		gain += p.style.before * nearness(u.length-1-u.at) * crowd(u)
	}
	if u.prev == last {
		gain += p.style.after * nearness(u.at) * crowd(u)
	}
	return gain + form(u, first)
}

// nearness falls with the number of display lines between a headline and its text; a headline block has three or so.
func nearness(lines int) float64 {
	n := 1.0
	for ; lines > 2; lines-- {
		n /= 2
	}
	return n
}

// crowd is less than one where many headlines stand in one place: then a text beside them says little.
func crowd(u *unit) float64 {
	if u.length <= 5 {
		return 1
	}
	return 5 / float64(u.length)
}

// form is what the look of a line says for or against its being a headline of the text that b opens.
func form(u *unit, b *block) float64 {
	gain := 0.0
	if u.below {
		gain -= 4
	}
	if u.spaced {
		gain -= 0.8
	}
	if b.item {
		gain -= 2
	}
	if b.photo {
		gain -= 0.8
	}
	if noticeTitle(squeezed(u.text.r)) {
		if b.notice {
			gain += 1.2
		} else {
			gain -= 0.5
		}
	} else if u.text.len() < 5 {
		gain -= 0.6
	} else if !b.photo && width(u.text.r)*20 <= b.column*11 {
		gain -= 0.5
	}
	if appoints(u.text.r) && (hasPrefix(b.paras[0].r, "任命") || hasPrefix(b.paras[0].r, "决定任命") || hasPrefix(b.paras[0].r, "免去")) {
		gain += 1.5
	}
	if in("：:", lastOf(u.text.r)) {
		gain--
	}
	return gain
}

// appoints reports whether a headline announces a list of appointments.
func appoints(r []rune) bool {
	s := string(r)
	return strings.Contains(s, "任免") || strings.Contains(s, "任命") || strings.Contains(s, "任职")
}
