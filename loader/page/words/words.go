package words

import (
	"math"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page/text"
)

// Bag is a set of terms by number, in order: how blocks of a page are told to belong together without a dictionary.
type Bag []int32

// Vocabulary numbers the terms of one page, its character bigrams or its single characters, and weighs them: the fewer
// texts have one, the more it tells.
type Vocabulary struct {
	ids    map[uint64]int32
	weight []float64
	mark   []int32 // scratch: the number of the round in which a term was seen
	round  int32
	bodies int // how many terms the texts of the page have; those of headlines alone come behind
}

// New returns a vocabulary without terms.
func New() *Vocabulary { return &Vocabulary{ids: map[uint64]int32{}} }

func (v *Vocabulary) id(gram uint64) int32 {
	id, ok := v.ids[gram]
	if !ok {
		id = int32(len(v.weight))
		v.ids[gram] = id
		v.weight = append(v.weight, 0)
		v.mark = append(v.mark, 0)
	}
	return id
}

// Bigrams is the set of bigrams of texts. They don't cross punctuation, nor from one text to the next.
func (v *Vocabulary) Bigrams(ts ...[]rune) Bag {
	var b Bag
	for _, r := range ts {
		var prev rune
		for _, c := range r {
			if !zh.IsHan(c) && !text.IsWord(c) {
				if !text.IsSpace(c) && !text.In("“”‘’《》·", c) {
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

// Characters is the set of single Han characters of texts: what is left to compare where words differ.
func (v *Vocabulary) Characters(ts ...[]rune) Bag {
	var b Bag
	for _, r := range ts {
		for _, c := range r {
			if zh.IsHan(c) {
				b = append(b, v.id(uint64(c)))
			}
		}
	}
	return distinct(b)
}

func distinct(b Bag) Bag {
	slices.Sort(b)
	return slices.Compact(b)
}

// Merged is the union of bags.
func Merged(bags ...Bag) Bag { return distinct(slices.Concat(bags...)) }

// Weigh sets the weights by the texts of a page.
func (v *Vocabulary) Weigh(texts []Bag) {
	df := make([]int, len(v.weight))
	for _, b := range texts {
		for _, id := range b {
			df[id]++
		}
	}
	for id, n := range df {
		v.weight[id] = weightOf(n, len(texts))
	}
}

// Weight is what a term weighs.
func (v *Vocabulary) Weight(id int32) float64 { return v.weight[id] }

// Headline is the characters of a headline over n texts that were weighed; one that none of them has weighs as the rarest.
func (v *Vocabulary) Headline(r []rune, n int) Bag {
	known := len(v.weight)
	b := v.Characters(r)
	for _, id := range b {
		if int(id) >= known {
			v.weight[id] = weightOf(0, n)
		}
	}
	return b
}

// EndTexts says that all texts of the page are read, and that headlines come.
func (v *Vocabulary) EndTexts() { v.bodies = len(v.weight) }

// weightOf is what a term weighs that df of so many texts have.
func weightOf(df, texts int) float64 { return math.Log(float64(texts+2) / (float64(df) + 0.5)) }

// See marks the terms of b, for what is asked next.
func (v *Vocabulary) See(b Bag) {
	v.round++
	for _, id := range b {
		v.mark[id] = v.round
	}
}

// Seen reports whether the bag seen last has a term.
func (v *Vocabulary) Seen(id int32) bool { return v.mark[id] == v.round }

// Together reports whether two characters stand side by side in the bag seen last.
func (v *Vocabulary) Together(a, b rune) bool {
	id, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok && v.Seen(id)
}

// Has reports whether two characters stand side by side in any text that was read.
func (v *Vocabulary) Has(a, b rune) bool {
	_, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok
}

// Known reports whether two characters stand side by side in any text of the page, before headlines are read.
func (v *Vocabulary) Known(a, b rune) bool {
	id, ok := v.ids[uint64(a)<<32|uint64(b)]
	return ok && int(id) < v.bodies
}

// Covered is the share of a's weight that stands in the bag seen last, 0 to 1.
func (v *Vocabulary) Covered(a Bag) float64 {
	var hit, all float64
	for _, id := range a {
		all += v.weight[id]
		if v.Seen(id) {
			hit += v.weight[id]
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// Alike is the cosine of a and the bag seen last, whose norm is given, with squared weights; 0 to 1.
func (v *Vocabulary) Alike(a Bag, norm float64) float64 {
	var hit float64
	for _, id := range a {
		if v.Seen(id) {
			hit += v.weight[id] * v.weight[id]
		}
	}
	if hit == 0 {
		return 0
	}
	return hit / (v.Norm(a) * norm)
}

// Norm is the length of a as a vector of weights.
func (v *Vocabulary) Norm(a Bag) float64 {
	var sum float64
	for _, id := range a {
		sum += v.weight[id] * v.weight[id]
	}
	return math.Sqrt(sum)
}
