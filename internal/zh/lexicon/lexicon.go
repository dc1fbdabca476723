// Package lexicon is a dictionary of simplified Chinese words with frequencies and part-of-speech tags (gse's, Apache-2.0),
// in a form that decodes fast. It tells ordinary words from names, and where words begin and end.
package lexicon

import (
	"sync"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// Lexicon is the words. It is read-only and safe for concurrent use. Text is asked for in its folded form (zh.Fold).
type Lexicon struct {
	list  *wordlist.List // the value of a word is its place in kinds
	kinds []kind
	total int
}

// kind is what words have in common that are as frequent and of one part of speech: most share it with many, so that what is
// known of a word stays near.
type kind struct {
	freq       int
	log        float64
	logPlusOne float32
	person     bool
	tag        string
}

// kind is that of word n.
func (l *Lexicon) kind(n int) *kind { return &l.kinds[l.list.Value(n)] }

// word is a word of the kind, which ends at end.
func (k *kind) word(end int) Word {
	return Word{End: end, Freq: k.freq, Tag: k.tag, Log: k.log, LogPlusOne: k.logPlusOne, person: k.person}
}

// Default is the embedded dictionary, decoded at the first call.
func Default() *Lexicon { return defaultOnce() }

var defaultOnce = sync.OnceValue(decode)

// Freq is how often the dictionary counts word, 0 if it doesn't know it. The counts add up to Total.
func (l *Lexicon) Freq(word []rune) int {
	if n := l.list.Find(word); n >= 0 {
		return l.kind(n).freq
	}
	return 0
}

// Total is the sum of all frequencies.
func (l *Lexicon) Total() int { return l.total }

// Tag is the part of speech of word in the ICTCLAS notation (n, v, a, d, ns for places, nr for people …), "" if unknown.
// Tags of people are noisy: see Name.
func (l *Lexicon) Tag(word []rune) string {
	if n := l.list.Find(word); n >= 0 {
		return l.kind(n).tag
	}
	return ""
}

// Word is one word of the dictionary that stands in a text: up to End. Only the dictionary makes words: one that is put together
// elsewhere is no person's, whatever its Tag.
type Word struct {
	End        int
	Freq       int
	Tag        string
	Log        float64 // the natural logarithm of Freq
	LogPlusOne float32 // that of Freq+1
	person     bool
}

// IsPerson reports whether the dictionary takes the word for a person's name or a part of one.
func (w *Word) IsPerson() bool { return w.person }

// Each calls yield with every word that begins in text at i, the shortest first.
func (l *Lexicon) Each(text []rune, i int, yield func(Word)) {
	l.list.Each(text, i, func(n, end int) { yield(l.kind(n).word(end)) })
}

// Longest is the longest word that begins in text at i, and false if none does.
func (l *Lexicon) Longest(text []rune, i int) (Word, bool) {
	best := Word{End: i}
	l.Each(text, i, func(w Word) { best = w })
	return best, best.End > i
}

// BeginsWord tells whether text begins with a word of two characters or more: 从严 of 从严治党.
func (l *Lexicon) BeginsWord(text []rune) bool {
	w, ok := l.Longest(text, 0)
	return ok && w.End > 1
}

// Crossing is the most frequent word of two to four characters, no person's name, that begins before at and ends after it:
// what speaks against a boundary there. False if none does.
func (l *Lexicon) Crossing(text []rune, at int) (w Word, start int, ok bool) {
	for s := max(0, at-3); s < at; s++ {
		l.Each(text, s, func(x Word) {
			if crosses(&x, s, at) && x.Freq > w.Freq {
				w, start, ok = x, s, true
			}
		})
	}
	return w, start, ok
}

// Crossing is Lexicon.Crossing.
func (x *Index) Crossing(at int) (w Word, start int, ok bool) {
	var most *Word
	freq := 0
	for s := max(0, at-3); s < at; s++ {
		words := x.At(s)
		for k := range words {
			if y := &words[k]; y.Freq > freq && crosses(y, s, at) {
				most, start, freq = y, s, y.Freq
			}
		}
	}
	if most == nil {
		return Word{}, 0, false
	}
	return *most, start, true
}

func crosses(w *Word, start, at int) bool {
	return w.End > at && w.End-start <= 4 && !w.IsPerson()
}

// FreqOf is Default().Freq of word.
func FreqOf(word string) int { return Default().Freq([]rune(word)) }

// TagOf is Default().Tag of word.
func TagOf(word []rune) string { return Default().Tag(word) }
