package page

import (
	"math"

	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/credit"
)

// Gains for two display lines being one headline set in two, as logarithms of odds, measured on typeset pages of many
// layouts and rounded. A dump has no sizes: what is there is the break and the lines' lengths.
const (
	leastPrior  = -2.6
	mostPrior   = 0.5
	sureTear    = 3.0  // gain of the break alone that leaves no doubt
	closesGain  = 6.0  // the second begins with a mark that no line begins with, or closes the first one's quotation
	pairGain    = 3.0  // the two characters at the break stand side by side in a text of the page
	wordGain    = 2.2  // a word runs over the break
	openEndGain = 2.0  // the first ends with a word that asks for another
	evenGain    = 1.8  // one is as long as the other, or a character longer: headlines are balanced
	nearGain    = 0.5  // the same, but two or three
	unevenLoss  = -2.0 // they are of quite different lengths
	halvedLoss  = -1.6 // one of them is two halves already
	kickedLoss  = -2.5 // the first reads as a kicker
	peopleLoss  = -3.0 // the second names who was there
	crowdLoss   = -1.5 // they stand in a list of the page's headlines
	briefLoss   = -1.5 // the first is too short for half a headline
)

// rejoined joins headlines that are set in several lines: one scored decision for each two lines on the break between them.
// How many breaks of the page leave no doubt says how its headlines are set, and so what there is for the others.
func rejoined(ps []part) []part {
	h := headlines{pairs: map[[2]rune]bool{}}
	for i := range ps {
		if ps[i].role == bodyPart {
			for k := 1; k < ps[i].text.len(); k++ {
				h.pairs[[2]rune{ps[i].text.r[k-1], ps[i].text.r[k]}] = true
			}
		}
	}
	h.learn(ps)
	out := make([]part, 0, len(ps))
	var broke []rune // the last line of the last headline
	lines := 0       // how many it has
	for i, p := range ps {
		n := len(out)
		if n > 0 && under(&out[n-1], &p) && lines < mostHead && h.torn(out[n-1].text.r, broke, p.text.r)+crowd(ps, i) > 0 {
			last := &out[n-1]
			last.text, last.last = spaced(last.text, p.text), p.last
			lines++
		} else {
			out = append(out, p)
			lines = 1
		}
		broke = p.text.r
	}
	return out
}

// under reports whether b is the display line next to a.
func under(a, b *part) bool {
	return a.role == headPart && b.role == headPart && a.last+1 == b.first
}

// crowd is what the run of display lines that part i stands in says: in a list of headlines neighbours are different ones.
func crowd(ps []part, i int) float64 {
	from, to := i, i
	for from > 0 && under(&ps[from-1], &ps[from]) {
		from--
	}
	for to+1 < len(ps) && under(&ps[to], &ps[to+1]) {
		to++
	}
	if to-from+1 > mostHead+1 {
		return crowdLoss
	}
	return 0
}

// headlines is how a page sets its headlines.
type headlines struct {
	pairs map[[2]rune]bool // characters that stand side by side in a text of the page
	prior float64
}

// learn finds how often a headline of the page goes on in another line.
func (h *headlines) learn(ps []part) {
	sure, all := 0.0, 0.0
	for i := 1; i < len(ps); i++ {
		if !under(&ps[i-1], &ps[i]) {
			continue
		}
		all++
		if a, b := ps[i-1].text.r, ps[i].text.r; h.broken(a, a, b)+lengths(a, b) >= sureTear {
			sure++
		}
	}
	rate := min((2*sure+0.5)/(all+1), 0.9) // about every other tear leaves a doubt
	h.prior = max(leastPrior, min(mostPrior, math.Log(rate/(1-rate))))
}

// torn is what there is for line b going on with the headline whose last line a is; all is that headline so far.
func (h *headlines) torn(all, a, b []rune) float64 {
	if below(b) || bareName(b) || numbered(b) {
		return -1
	}
	gain := h.prior + lengths(a, b) + h.broken(all, a, b)
	switch {
	case hasHalves(a), hasHalves(b):
		gain += halvedLoss
	case placeOnly(a), held(a), kicks(a) && motto(b):
		gain += kickedLoss
	}
	if people(b) {
		gain += peopleLoss
	}
	return gain
}

// broken is what the break itself says.
func (h *headlines) broken(all, a, b []rune) float64 {
	gain := 0.0
	x, y := lastOf(a), b[0]
	if in("”’』」》、，", y) || quotesOpen(all) > 0 && quotesOpen(b) < 0 {
		gain += closesGain
	}
	if len(a) > 3 && len(b) > 2 && credit.IsHan(x) && credit.IsHan(y) {
		if h.pairs[[2]rune{x, y}] {
			gain += pairGain
		}
		if _, _, ok := lexicon.Default().Crossing(append(append([]rune(nil), a...), b...), len(a)); ok {
			gain += wordGain
		}
	}
	if unfinished(a) {
		gain += openEndGain
	}
	return gain
}

// lengths is what the lengths of two lines say for their being one headline.
func lengths(a, b []rune) float64 {
	x, y := float64(width(a))/2, float64(width(b))/2
	gain := 0.0
	if x < 4 {
		gain += briefLoss
	}
	switch differ := math.Abs(x - y); {
	case differ <= 1:
		return gain + evenGain
	case differ <= 3:
		return gain + nearGain
	case differ > 0.4*max(x, y):
		return gain + unevenLoss
	}
	return gain
}

// quotesOpen is how many more quotations a line opens than it closes.
func quotesOpen(r []rune) int {
	n := 0
	for _, c := range r {
		switch {
		case in("“‘《「『", c):
			n++
		case in("”’》」』", c):
			n--
		}
	}
	return n
}
