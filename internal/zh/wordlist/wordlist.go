// Package wordlist is a static sorted list of words with a fast look-up of all those that begin at a position of a text. A
// position costs one probe of a hash table over two characters; only where a word begins with these is there a narrowing
// search. It is built in one pass, without sorting, so that large tables decode quickly.
package wordlist

import "sort"

// List is words in rising order of code points, each with a number, counted from 0. Read-only after Done; the zero List is
// empty and ready for Add.
type List struct {
	runes  []rune          // all words, one after the other
	starts []uint32        // starts[n] begins word n in runes; after Done one more than words
	ones   []uint32        // by rune of the BMP: the number of the word that is it alone, and 1; 0 none
	others map[rune]uint32 // the same beyond the BMP
	heads  []uint64        // by rune of the BMP, a bit: whether a word of two or more begins with it
	pairs  []uint64        // a bit by the hash of two runes, 0 where no word begins with them; it fits a cache that table doesn't
	table  []slot
	shift  uint8
	beyond bool // a word has a rune beyond the BMP, so that a key alone proves nothing
}

// pairBits is how many times two there are bits for a slot: with 3, pairs answers eleven of twelve look-ups of no word.
const pairBits = 3

// slot is the words [lo,hi) that begin with two runes; hi is 0 where it is free.
type slot struct{ key, lo, hi uint32 }

// New is an empty list with room for words words of runes runes in all.
func New(words, runes int) *List {
	return &List{runes: make([]rune, 0, runes), starts: make([]uint32, 0, words+1)}
}

// Add appends a word of at least one character, greater than the one before, and returns its number.
func (l *List) Add(word string) int {
	l.starts = append(l.starts, uint32(len(l.runes)))
	for _, r := range word {
		l.runes = append(l.runes, r)
	}
	return len(l.starts) - 1
}

// AddShared is Add of the word that shares its first shared runes with the word before and goes on with tail.
func (l *List) AddShared(shared int, tail []rune) int {
	start := uint32(len(l.runes))
	if shared > 0 {
		last := l.starts[len(l.starts)-1]
		l.runes = append(l.runes, l.runes[last:last+uint32(shared)]...)
	}
	l.runes = append(l.runes, tail...)
	l.starts = append(l.starts, start)
	return len(l.starts) - 1
}

// Done builds the hash table. No word may be added later.
func (l *List) Done() {
	n := len(l.starts)
	l.starts = append(l.starts, uint32(len(l.runes)))
	pairs := 0
	for i := 0; i < n; i = l.run(i, n) {
		pairs++
	}
	bits := uint8(4)
	for 1<<bits < pairs*3/2 {
		bits++
	}
	l.shift = 32 - bits
	l.table = make([]slot, 1<<bits)
	l.pairs = make([]uint64, 1<<(bits+pairBits-6))
	mask := uint32(1)<<bits - 1
	for i := 0; i < n; {
		end := l.run(i, n)
		w := l.Word(i)
		if len(w) == 1 {
			l.addOne(w[0], uint32(i))
			i = end
			continue
		}
		l.addHead(w[0])
		k := key(w[0], w[1])
		l.beyond = l.beyond || w[0]|w[1] > 0xFFFF
		bit := k * 0x9E3779B1 >> (l.shift - pairBits)
		l.pairs[bit>>6] |= 1 << (bit & 63)
		h := bit >> pairBits
		for l.table[h].hi != 0 {
			h = (h + 1) & mask
		}
		l.table[h] = slot{k, uint32(i), uint32(end)}
		i = end
	}
}

func (l *List) addOne(r rune, n uint32) {
	if r > 0xFFFF {
		if l.others == nil {
			l.others = map[rune]uint32{}
		}
		l.others[r] = n + 1
		return
	}
	for len(l.ones) <= int(r) {
		l.ones = append(l.ones, 0)
	}
	l.ones[r] = n + 1
}

// addHead marks r; those beyond the BMP share the mark of the rune 0.
func (l *List) addHead(r rune) {
	if r > 0xFFFF {
		r = 0
	}
	for len(l.heads) <= int(r)>>6 {
		l.heads = append(l.heads, 0)
	}
	l.heads[r>>6] |= 1 << (r & 63)
}

func (l *List) isHead(r rune) bool {
	if r > 0xFFFF {
		r = 0
	}
	return int(r)>>6 < len(l.heads) && l.heads[r>>6]&(1<<(r&63)) != 0
}

func (l *List) one(r rune) uint32 {
	if int(r) < len(l.ones) {
		return l.ones[r]
	}
	return l.others[r]
}

// run is the end of the words that share their first two runes with word i; a word of one rune stands alone.
func (l *List) run(i, n int) int {
	w := l.Word(i)
	if len(w) == 1 {
		return i + 1
	}
	a, b := w[0], w[1]
	for i++; i < n; i++ {
		s := l.starts[i]
		if l.runes[s] != a || l.starts[i+1] < s+2 || l.runes[s+1] != b {
			break
		}
	}
	return i
}

// key is two runes of the BMP; others may share one, which begin tells apart.
func key(a, b rune) uint32 { return uint32(a)<<16 ^ uint32(b) }

// Len is the number of words.
func (l *List) Len() int { return max(0, len(l.starts)-1) }

// Word is word n. It is shared: don't change it.
func (l *List) Word(n int) []rune {
	end := uint32(len(l.runes))
	if n+1 < len(l.starts) {
		end = l.starts[n+1]
	}
	return l.runes[l.starts[n]:end:end]
}

func (l *List) begin(a, b rune) (lo, hi int, ok bool) {
	if !l.isHead(a) {
		return 0, 0, false
	}
	mask := uint32(len(l.table) - 1)
	k := key(a, b)
	bit := k * 0x9E3779B1 >> (l.shift - pairBits)
	if l.pairs[bit>>6]&(1<<(bit&63)) == 0 {
		return 0, 0, false
	}
	for h := bit >> pairBits; l.table[h].hi != 0; h = (h + 1) & mask {
		s := l.table[h]
		if s.key != k {
			continue
		}
		if a|b > 0xFFFF || l.beyond {
			if w := l.Word(int(s.lo)); w[0] != a || w[1] != b {
				continue
			}
		}
		return int(s.lo), int(s.hi), true
	}
	return 0, 0, false
}

// Begins reports whether any word of two or more characters begins with the two at i.
func (l *List) Begins(text []rune, i int) bool {
	if i < 0 || i+1 >= len(text) {
		return false
	}
	_, _, ok := l.begin(text[i], text[i+1])
	return ok
}

// Each calls yield with the number and the end of every word that stands in text at i, the shortest first.
func (l *List) Each(text []rune, i int, yield func(n, end int)) {
	if i < 0 || i >= len(text) {
		return
	}
	if n := l.one(text[i]); n > 0 {
		yield(int(n-1), i+1)
	}
	if i+1 >= len(text) {
		return
	}
	lo, hi, ok := l.begin(text[i], text[i+1])
	for d := 2; ok && lo < hi; d++ {
		if len(l.Word(lo)) == d {
			yield(lo, i+d)
			lo++
		}
		if i+d >= len(text) {
			return
		}
		lo, hi = l.narrow(lo, hi, d, text[i+d])
	}
}

// narrow is the words of [lo,hi), all longer than d, whose rune d is r.
func (l *List) narrow(lo, hi, d int, r rune) (int, int) {
	if hi-lo <= 8 {
		for lo < hi && l.Word(lo)[d] < r {
			lo++
		}
		end := lo
		for end < hi && l.Word(end)[d] == r {
			end++
		}
		return lo, end
	}
	lo += sort.Search(hi-lo, func(k int) bool { return l.Word(lo + k)[d] >= r })
	return lo, lo + sort.Search(hi-lo, func(k int) bool { return l.Word(lo + k)[d] > r })
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
