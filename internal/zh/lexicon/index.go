package lexicon

import (
	"slices"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// Index is the words of the dictionary at every position of a text, looked up once for callers that ask again and again.
// The zero Index is empty and ready for Add.
type Index struct {
	words []Word
	first []uint32         // words[first[i]:first[i+1]] begin at i
	found []wordlist.Found // in the stretch that is added
}

// usualWords is how many words a position seldom begins more of.
const usualWords = 2.5

// Reset empties x, keeps its room, and makes what a text of n characters usually takes.
func (x *Index) Reset(n int) {
	x.words, x.first = slices.Grow(x.words[:0], int(usualWords*float64(n))), slices.Grow(x.first[:0], n+1)
}

// Add indexes a stretch that follows those added before. No word runs over its end. Ends of words count from the beginning
// of the first stretch.
func (x *Index) Add(l *Lexicon, stretch []rune) {
	if len(x.first) > 0 {
		x.first = x.first[:len(x.first)-1]
	}
	base := len(x.first)
	x.found = l.list.Scan(x.found[:0], stretch)
	k := 0
	for i := range stretch {
		x.first = append(x.first, uint32(len(x.words)+k))
		for k < len(x.found) && int(x.found[k].Start) == i {
			k++
		}
	}
	x.first = append(x.first, uint32(len(x.words)+k))
	for _, w := range x.found {
		x.words = append(x.words, l.kinds[w.Value].word(base+int(w.End)))
	}
}

// At is the words that begin at i, the shortest first; none outside of what was added. It is shared: don't change it.
func (x *Index) At(i int) []Word {
	if i < 0 || i+1 >= len(x.first) {
		return nil
	}
	return x.words[x.first[i]:x.first[i+1]]
}

// Word is the word from start to end, the zero Word if the dictionary doesn't know it.
func (x *Index) Word(start, end int) Word {
	if w := x.find(start, end); w != nil {
		return *w
	}
	return Word{}
}

// Freq is how often the dictionary counts the word from start to end, 0 if it doesn't know it.
func (x *Index) Freq(start, end int) int {
	if w := x.find(start, end); w != nil {
		return w.Freq
	}
	return 0
}

// find is the word from start to end where it lies, nil if the dictionary doesn't know it: Freq is asked more often than any
// other thing, and needs no copy of the rest.
func (x *Index) find(start, end int) *Word {
	words := x.At(start)
	for k := range words {
		if words[k].End == end {
			return &words[k]
		}
	}
	return nil
}

// Append appends every word that begins in text at i, the shortest first.
func (l *Lexicon) Append(dst []Word, text []rune, i int) []Word {
	l.list.Each(text, i, func(n, end int) { dst = append(dst, l.kind(n).word(end)) })
	return dst
}
