package wordlist

import (
	"slices"
	"sort"
)

// Each calls yield with the number and the end of every word that stands in text at i, the shortest first.
func (l *List) Each(text []rune, i int, yield func(n, end int)) {
	if i < 0 || i >= len(text) {
		return
	}
	a := code(text[i])
	if a == lastCode || i+1 < len(text) && code(text[i+1]) == lastCode {
		l.eachBeyond(text, i, yield)
		return
	}
	k, ok := l.codes.Rank(uint32(a))
	if !ok {
		return
	}
	h := &l.heads[k]
	if h.word > 0 {
		yield(int(h.word-1), i+1)
	}
	if i+1 == len(text) {
		return
	}
	s, ok := l.second(h.behind, l.heads[k+1].behind, code(text[i+1]))
	if !ok {
		return
	}
	p := l.pairs[s]
	n := int(p.first &^ pairMark)
	if p.first&pairMark != 0 {
		yield(n, i+2)
		n++
	}
	l.eachLonger(n, n+int(p.longer), text, i, yield)
}

// eachLonger is Each of the words of [n,end), which share their first two characters with text at i and are longer.
func (l *List) eachLonger(n, end int, text []rune, i int, yield func(n, end int)) {
	if n == end || i+2 >= len(text) {
		return
	}
	c := code(text[i+2])
	if c == lastCode {
		n, end = l.narrow(n, end, 2, text[i+2])
	} else {
		n, end = narrow(l.tails, n, end, c)
	}
	for d := 3; n < end; d++ {
		if l.size(n) == d {
			yield(n, i+d)
			n++
		}
		if i+d >= len(text) {
			return
		}
		n, end = l.narrow(n, end, d, text[i+d])
	}
}

// eachBeyond is Each where one of the first two characters has no code of its own.
func (l *List) eachBeyond(text []rune, i int, yield func(n, end int)) {
	for end := i + 1; end <= min(i+l.longest, len(text)); end++ {
		if n := l.search(text[i:end]); n < l.Len() && slices.Equal(l.Word(n), text[i:end]) {
			yield(n, end)
		}
	}
}

// search is the number of the first word that isn't less than w.
func (l *List) search(w []rune) int {
	return sort.Search(l.Len(), func(n int) bool { return slices.Compare(l.Word(n), w) >= 0 })
}

// second is the place of c in seconds between lo and hi: a binary search without a branch that could be foretold wrongly.
func (l *List) second(lo, hi uint32, c uint16) (uint32, bool) {
	if lo == hi {
		return 0, false
	}
	list := l.seconds[lo:hi]
	at := uint32(0)
	for n := hi - lo; n > 1; {
		half := n / 2
		if list[at+half] <= c {
			at += half
		}
		n -= half
	}
	return lo + at, list[at] == c
}

// narrow is the part of [lo,hi) where third characters, which rise there, are c.
func narrow(tails []tail, lo, hi int, c uint16) (int, int) {
	if hi-lo > few {
		lo += sort.Search(hi-lo, func(k int) bool { return tails[lo+k].third >= c })
	}
	for lo < hi && tails[lo].third < c {
		lo++
	}
	end := lo
	for end < hi && tails[end].third == c {
		end++
	}
	return lo, end
}

// few is up to how many words are looked through one by one.
const few = 16

// narrow is the words of [lo,hi), all longer than d, whose rune d is r. It is narrow of another key, written twice: with the key
// as a function both take twice as long (lexicon's BenchmarkIndex).
func (l *List) narrow(lo, hi, d int, r rune) (int, int) {
	if hi-lo > few {
		lo += sort.Search(hi-lo, func(k int) bool { return l.Word(lo + k)[d] >= r })
	}
	for lo < hi && l.Word(lo)[d] < r {
		lo++
	}
	end := lo
	for end < hi && l.Word(end)[d] == r {
		end++
	}
	return lo, end
}

// Find is the number of a word, -1 if it isn't in the list.
func (l *List) Find(word []rune) int {
	found := -1
	l.Each(word, 0, func(n, end int) {
		if end == len(word) {
			found = n
		}
	})
	return found
}
