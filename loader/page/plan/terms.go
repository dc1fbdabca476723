package plan

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/loader/page/words"
)

// terms is the up to 64 most telling bigrams and characters of a unit, and which of them each block has.
type terms struct {
	weight []float64
	all    float64  // their sum
	in     []uint64 // by block: the terms that stand in it, as bits
	first  []uint64 // by block: the terms that stand in its first sentences
}

// charShare is what a single character is worth beside a bigram as rare.
const charShare = 0.25

// index fills the terms of each unit.
func (p *plan) index() {
	p.lastRun = make([]int, len(p.bs))
	u, run := 0, -1
	for i := range p.lastRun {
		for ; u < len(p.us) && p.us[u].next >= 0 && p.us[u].next <= i; u++ {
			run = p.us[u].run
		}
		p.lastRun[i] = run
	}
	chars := make([]words.Bag, len(p.bs))
	for b := range p.bs {
		chars[b] = p.bs[b].chars
	}
	p.chars.Weigh(chars)
	p.terms = make([]terms, len(p.us))
	picked := make([][]term, len(p.us))
	for u := range p.us {
		picked[u] = p.pick(&p.us[u])
		t := terms{in: make([]uint64, len(p.bs)), first: make([]uint64, len(p.bs))}
		for _, x := range picked[u] {
			t.weight = append(t.weight, x.weight)
			t.all += x.weight
		}
		p.terms[u] = t
	}
	for b := range p.bs {
		r := p.bs[b].paras[0].Runes
		r = r[:min(len(r), leadRunes)]
		p.mark(b, picked, p.bs[b].bag, p.bs[b].chars, func(t *terms) *uint64 { return &t.in[b] })
		p.mark(b, picked, p.words.Bigrams(r), p.chars.Characters(r), func(t *terms) *uint64 { return &t.first[b] })
	}
}

// mark sets the bits of the terms that stand in the bags.
func (p *plan) mark(b int, picked [][]term, words, chars words.Bag, bits func(*terms) *uint64) {
	p.words.See(words)
	p.chars.See(chars)
	for u := range picked {
		var mask uint64
		for k, x := range picked[u] {
			if x.char && p.chars.Seen(x.id) || !x.char && p.words.Seen(x.id) {
				mask |= 1 << k
			}
		}
		*bits(&p.terms[u]) = mask
	}
}

// term is a bigram or a single character of a headline with its weight.
type term struct {
	id     int32
	char   bool
	weight float64
}

// pick lists the heaviest terms of a unit.
func (p *plan) pick(u *unit) []term {
	out := make([]term, 0, 2*len(u.bag))
	for _, id := range u.bag {
		out = append(out, term{id: id, weight: p.words.Weight(id)})
	}
	for _, id := range p.chars.Headline(u.text.Runes, len(p.bs)) {
		out = append(out, term{id: id, char: true, weight: charShare * p.chars.Weight(id)})
	}
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	return out[:min(len(out), 64)]
}
