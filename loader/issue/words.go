package issue

import (
	"math"

	"github.com/baopu/baopu/internal/zh"
)

// bag is a set of bigrams.
type bag map[[2]rune]bool

// bagOf is the bigrams of texts as zh.Key writes them, so that spaces and traditional characters make no difference. They
// don't cross punctuation.
func bagOf(texts ...string) bag {
	out := bag{}
	for _, t := range texts {
		var prev rune
		for _, r := range zh.Key(t) {
			if !zh.IsHan(r) {
				prev = 0
				continue
			}
			if prev != 0 {
				out[[2]rune{prev, r}] = true
			}
			prev = r
		}
	}
	return out
}

// share is how much of b stands in another bag, from 0 to 1.
func (b bag) share(in bag) float64 {
	n := 0
	for g := range b {
		if in[g] {
			n++
		}
	}
	return float64(n) / float64(max(len(b), 1))
}

// vocabulary weighs the bigrams of an issue: the fewer articles have one, the more it tells. Weights are whole numbers, so
// that a sum doesn't hang on the order of its parts.
type vocabulary struct {
	weight map[[2]rune]int
	texts  int
}

func (v *vocabulary) count(texts []bag) {
	v.texts += len(texts)
	for _, t := range texts {
		for g := range t {
			v.weight[g]++
		}
	}
}

func (v *vocabulary) weigh() {
	for g, n := range v.weight {
		v.weight[g] = int(1000 * math.Log(float64(v.texts+1)/float64(n)))
	}
}

// likeness is how much of the weight of two texts is shared, from 0 to 1, whatever their lengths.
func (v *vocabulary) likeness(a, b bag) float64 {
	sum, wa, wb := 0, 0, 0
	for g := range a {
		wa += v.weight[g]
		if b[g] {
			sum += v.weight[g]
		}
	}
	for g := range b {
		wb += v.weight[g]
	}
	if sum == 0 {
		return 0
	}
	return float64(sum) / math.Sqrt(float64(wa)*float64(wb))
}
