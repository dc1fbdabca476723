package page

import (
	"math"
	"slices"

	"github.com/baopu/baopu/internal/zh"
)

// bag is a set of terms by number, in order: how blocks of a page are told to belong together without a dictionary.
type bag []int32

// vocabulary numbers the terms of one page, its character bigrams or its single characters, and weighs them: the fewer
// texts have one, the more it tells.
type vocabulary struct {
	ids    map[uint64]int32
	weight []float64
	mark   []int32 // scratch: the number of the round in which a term was seen
	round  int32
	bodies int // how many terms the texts of the page have; those of headlines alone come behind
}

func newVocabulary() *vocabulary { return &vocabulary{ids: map[uint64]int32{}} }

func (v *vocabulary) id(gram uint64) int32 {
	id, ok := v.ids[gram]
	if !ok {
		id = int32(len(v.weight))
		v.ids[gram] = id
		v.weight = append(v.weight, 0)
		v.mark = append(v.mark, 0)
	}
	return id
}

// bigrams is the set of bigrams of texts. They don't cross punctuation, nor from one text to the next.
func (v *vocabulary) bigrams(ts ...[]rune) bag {
	var b bag
	for _, r := range ts {
		var prev rune
		for _, c := range r {
			if !zh.IsHan(c) && !isWord(c) {
				if !isSpace(c) && !in("“”‘’《》·", c) {
					prev = 0
				}
				continue
			}
			if prev != 0 {
				b = append(b, v.id(uint64(prev)<<32|uint64(c)))
			}
			prev = c
		}
	}
	return distinct(b)
}

// characters is the set of single Han characters of texts: what is left to compare where words differ.
func (v *vocabulary) characters(ts ...[]rune) bag {
	var b bag
	for _, r := range ts {
		for _, c := range r {
			if zh.IsHan(c) {
				b = append(b, v.id(uint64(c)))
			}
		}
	}
	return distinct(b)
}

func distinct(b bag) bag {
	slices.Sort(b)
	return slices.Compact(b)
}

// merged is the union of bags.
func merged(bags ...bag) bag { return distinct(slices.Concat(bags...)) }

// weigh sets the weights by the texts of a page.
func (v *vocabulary) weigh(texts []bag) {
	df := make([]int, len(v.weight))
	for _, b := range texts {
		for _, id := range b {
			df[id]++
		}
	}
	for id, n := range df {
		v.weight[id] = weigh(n, len(texts))
	}
}

// weightOf is what a term weighs.
func (v *vocabulary) weightOf(id int32) float64 { return v.weight[id] }

// headline is the characters of a headline over n texts that were weighed; one that none of them has weighs as the rarest.
func (v *vocabulary) headline(r []rune, n int) bag {
	known := len(v.weight)
	b := v.characters(r)
	for _, id := range b {
		if int(id) >= known {
			v.weight[id] = weigh(0, n)
		}
	}
	return b
}

// endTexts says that all texts of the page are read, and that headlines come.
func (v *vocabulary) endTexts() { v.bodies = len(v.weight) }

// weigh is what a term weighs that df of so many texts have.
func weigh(df, texts int) float64 { return math.Log(float64(texts+2) / (float64(df) + 0.5)) }

// see marks the terms of b; seen tells of a term whether the last b had it.
func (v *vocabulary) see(b bag) {
	v.round++
	for _, id := range b {
		v.mark[id] = v.round
	}
}

func (v *vocabulary) seen(id int32) bool { return v.mark[id] == v.round }

// together reports whether two characters stand side by side in the bag seen last.
func (v *vocabulary) together(a, b rune) bool {
	id, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok && v.seen(id)
}

// has reports whether two characters stand side by side in any text that was read.
func (v *vocabulary) has(a, b rune) bool {
	_, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok
}

// known reports whether two characters stand side by side in any text of the page, before headlines are read.
func (v *vocabulary) known(a, b rune) bool {
	id, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok && int(id) < v.bodies
}

// covered is the share of a's weight that stands in the bag seen last, 0 to 1.
func (v *vocabulary) covered(a bag) float64 {
	var hit, all float64
	for _, id := range a {
		all += v.weight[id]
		if v.seen(id) {
			hit += v.weight[id]
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// alike is the cosine of a and the bag seen last, whose norm is given, with squared weights; 0 to 1.
func (v *vocabulary) alike(a bag, norm float64) float64 {
	var hit float64
	for _, id := range a {
		if v.seen(id) {
			hit += v.weight[id] * v.weight[id]
		}
	}
	if hit == 0 {
		return 0
	}
	return hit / (v.norm(a) * norm)
}

func (v *vocabulary) norm(a bag) float64 {
	var sum float64
	for _, id := range a {
		sum += v.weight[id] * v.weight[id]
	}
	return math.Sqrt(sum)
}
