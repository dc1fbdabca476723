package name

import "github.com/baopu/baopu/internal/zh"

// window is how far behind the beginning of a name the text is read as words.
const window = 11

// reading is the text from the offset on as words: rest[n] is the log of the probability of the best words from n characters
// behind it to the end of the window.
type reading struct{ rest [window + 1]float64 }

// segments finds the most probable words of the window behind at (unigrams, from the end backwards). Names of people in the
// dictionary are no words here; a word that runs out of the window counts for its part inside.
func (f *Finder) segments(at int) (r reading) {
	n := min(window, len(f.text)-at)
	for j := n - 1; j >= 0; j-- {
		c := f.text[at+j]
		if !zh.IsHan(c) {
			r.rest[j] = r.rest[j+1]
			continue
		}
		char := f.t.char(c)
		best := float64(char.text) - 3 + r.rest[j+1]
		words := f.words.At(at + j)
		for k := range words {
			w := &words[k]
			if w.IsPerson() && (w.Freq < 50 || w.End-at-j == 3 && char.isSurname) {
				continue
			}
			p, length, end := w.Log-f.t.total, w.End-at-j, w.End-at
			if end > n {
				p, end = p*float64(n-j)/float64(length), n
			}
			best = max(best, p+r.rest[end])
		}
		r.rest[j] = best
	}
	return r
}

// gain is how much more probable the text is with a name of log-probability p up to end than as words alone.
func (f *Finder) gain(end int, p float64) float64 {
	if !f.read {
		f.plain, f.read = f.segments(f.at), true
	}
	n := end - f.at
	if n > window || end > len(f.text) {
		return -99
	}
	return p + f.plain.rest[n] - f.plain.rest[0]
}
