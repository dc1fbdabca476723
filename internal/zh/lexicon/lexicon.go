// Package lexicon is a dictionary of simplified Chinese words with frequencies and part-of-speech tags (gse's, Apache-2.0),
// in a form that decodes fast. It tells ordinary words from names, and where words begin and end.
package lexicon

import (
	"math"
	"sync"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// Lexicon is the words. It is read-only and safe for concurrent use. Text is asked for in its folded form (zh.Fold).
type Lexicon struct {
	list    *wordlist.List
	entries []entry  // by word
	counts  []count  // the frequencies that words have
	names   []string // of the tags
	total   int
}

// entry is what a word is: a place in counts, and in the lowest byte one in names. Most words share their frequency with many,
// so that what is computed of it stays near.
type entry uint32

func newEntry(count uint32, tag uint8) entry { return entry(count<<8 | uint32(tag)) }

// count is a frequency with its logarithms.
type count struct {
	freq    int
	log     float64
	logMore float32
}

// count is the place of freq in counts, which has have.
func (l *Lexicon) count(have map[int]uint32, freq int) uint32 {
	n, ok := have[freq]
	if !ok {
		n = uint32(len(l.counts))
		have[freq] = n
		l.counts = append(l.counts, count{freq, math.Log(float64(freq)), float32(math.Log(float64(freq) + 1))})
	}
	return n
}

// word is word n, which ends at end.
func (l *Lexicon) word(n, end int) Word {
	e := l.entries[n]
	c := &l.counts[e>>8]
	return Word{End: end, Freq: c.freq, Tag: l.names[e&0xFF], Log: c.log, LogMore: c.logMore}
}

// Default is the embedded dictionary, decoded at the first call.
func Default() *Lexicon { return defaultOnce() }

var defaultOnce = sync.OnceValue(decode)

// Freq is how often the dictionary counts word, 0 if it doesn't know it. The counts add up to Total.
func (l *Lexicon) Freq(word []rune) int {
	if n := l.list.Find(word); n >= 0 {
		return l.counts[l.entries[n]>>8].freq
	}
	return 0
}

// Total is the sum of all frequencies.
func (l *Lexicon) Total() int { return l.total }

// Tag is the part of speech of word in the ICTCLAS notation (n, v, a, d, ns for places, nr for people …), "" if unknown.
// Tags of people are noisy: see Name.
func (l *Lexicon) Tag(word []rune) string {
	if n := l.list.Find(word); n >= 0 {
		return l.names[l.entries[n]&0xFF]
	}
	return ""
}

// Word is one word of the dictionary that stands in a text: up to End.
type Word struct {
	End     int
	Freq    int
	Tag     string
	Log     float64 // the natural logarithm of Freq
	LogMore float32 // that of Freq and one more
}

// IsPerson reports whether the dictionary takes the word for a person's name or a part of one.
func (w Word) IsPerson() bool { return len(w.Tag) >= 2 && w.Tag[:2] == "nr" }

// IsPlace reports whether the dictionary takes the word for a place's name.
func (w Word) IsPlace() bool { return w.Tag == "ns" }

// Each calls yield with every word that begins in text at i, the shortest first.
func (l *Lexicon) Each(text []rune, i int, yield func(Word)) {
	l.list.Each(text, i, func(n, end int) { yield(l.word(n, end)) })
}

// Longest is the longest word that begins in text at i, and false if none does.
func (l *Lexicon) Longest(text []rune, i int) (Word, bool) {
	best := Word{End: i}
	l.Each(text, i, func(w Word) { best = w })
	return best, best.End > i
}

// Crossing is the most frequent word of two to four characters, no person's name, that begins before at and ends after it:
// what speaks against a boundary there. False if none does.
func (l *Lexicon) Crossing(text []rune, at int) (w Word, start int, ok bool) {
	for s := max(0, at-3); s < at; s++ {
		l.Each(text, s, func(x Word) {
			if crosses(x, s, at) && x.Freq > w.Freq {
				w, start, ok = x, s, true
			}
		})
	}
	return w, start, ok
}

// Crossing is Lexicon.Crossing.
func (x *Index) Crossing(at int) (w Word, start int, ok bool) {
	for s := max(0, at-3); s < at; s++ {
		for _, y := range x.At(s) {
			if crosses(y, s, at) && y.Freq > w.Freq {
				w, start, ok = y, s, true
			}
		}
	}
	return w, start, ok
}

func crosses(w Word, start, at int) bool {
	return w.End > at && w.End-start <= 4 && !w.IsPerson()
}

// FreqOf is Default().Freq of word.
func FreqOf(word string) int { return Default().Freq([]rune(word)) }

// TagOf is Default().Tag of word.
func TagOf(word []rune) string { return Default().Tag(word) }
