package name

import (
	"math"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// window is how far behind the beginning of a name the text is read as words.
const window = 11

// reading is the text from the offset on as words: rest[n] is the log of the probability of the best words from n characters
// behind it to the end of the window.
type reading struct{ rest [window + 1]float64 }

// read finds the most probable words of the window behind at (unigrams, from the end backwards). Names of people in the
// dictionary are no words here; a word that runs out of the window counts for its part inside.
func (t *table) read(text []rune, at int) (r reading) {
	words := lexicon.Default()
	total := math.Log(float64(words.Total()))
	n := min(window, len(text)-at)
	for j := n - 1; j >= 0; j-- {
		c := text[at+j]
		if !zh.IsHan(c) {
			r.rest[j] = r.rest[j+1]
			continue
		}
		best := float64(t.char(c).text) - 3 + r.rest[j+1]
		words.Each(text, at+j, func(w lexicon.Word) {
			if w.IsPerson() && (w.Freq < 50 || w.End-at-j == 3 && t.char(c).isSurname) {
				return
			}
			p, length, end := math.Log(float64(w.Freq))-total, w.End-at-j, w.End-at
			if end > n {
				p, end = p*float64(n-j)/float64(length), n
			}
			best = max(best, p+r.rest[end])
		})
		r.rest[j] = best
	}
	return r
}

// gain is how much more probable the text is with a name of log-probability p up to end than as words alone.
func (f *finder) gain(end int, p float64) float64 {
	if !f.read {
		f.words, f.read = f.t.read(f.text, f.at), true
	}
	n := end - f.at
	if n > window || end > len(f.text) {
		return -99
	}
	return p + f.words.rest[n] - f.words.rest[0]
}
