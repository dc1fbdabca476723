package page

import (
	"maps"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/credit"
)

// bag is the set of character bigrams of a text: how blocks of a page are told to belong together without a dictionary.
type bag map[uint64]struct{}

// put adds the bigrams of r. They don't cross punctuation; a run of digits counts as one character.
func (b bag) put(r []rune) {
	var prev rune
	for i := 0; i < len(r); i++ {
		c := r[i]
		if !credit.IsHan(c) && !isWord(c) {
			if !isSpace(c) && !in("“”‘’《》·", c) {
				prev = 0
			}
			continue
		}
		if prev != 0 {
			b[uint64(prev)<<32|uint64(c)] = struct{}{}
		}
		prev = c
	}
}

func bagOf(ts ...[]rune) bag {
	b := bag{}
	for _, t := range ts {
		b.put(t)
	}
	return b
}

// charsOf is the set of single Han characters of texts: what is left to compare where words differ.
func charsOf(ts ...[]rune) bag {
	b := bag{}
	for _, t := range ts {
		for _, c := range t {
			if credit.IsHan(c) {
				b[uint64(c)] = struct{}{}
			}
		}
	}
	return b
}

// weights is how telling each bigram is: the fewer texts have it, the more.
type weights struct {
	df map[uint64]int
	n  int
}

func weigh(bags []bag) weights {
	w := weights{df: map[uint64]int{}, n: len(bags)}
	for _, b := range bags {
		for g := range b {
			w.df[g]++
		}
	}
	return w
}

func (w weights) of(g uint64) float64 {
	return math.Log(float64(w.n+2) / (float64(w.df[g]) + 0.5))
}

// covered is the share of a's weight that stands in b, 0 to 1.
func (w weights) covered(a, b bag) float64 {
	var hit, all float64
	for g := range a {
		v := w.of(g)
		all += v
		if _, ok := b[g]; ok {
			hit += v
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// alike is the cosine of a and b with squared weights, 0 to 1.
func (w weights) alike(a, b bag) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	var hit, na, nb float64
	for g := range a {
		v := w.of(g)
		na += v * v
		if _, ok := b[g]; ok {
			hit += v * v
		}
	}
	for g := range b {
		v := w.of(g)
		nb += v * v
	}
	if hit == 0 {
		return 0
	}
	return hit / math.Sqrt(na*nb)
}

// sorted lists the bigrams in a fixed order.
func (b bag) sorted() []uint64 { return slices.Sorted(maps.Keys(b)) }
