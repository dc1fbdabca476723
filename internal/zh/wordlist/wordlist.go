// Package wordlist is a static sorted list of words with a fast look-up of all those that begin at a position of a text. What
// a look-up reads is small, so that it stays in a near cache while a text is read: a bitmap of first characters, the second
// characters behind each of them, the third of each word. It is built in one pass, without sorting, so that large tables
// decode quickly.
package wordlist

import "github.com/baopu/baopu/internal/zh/bitmap"

// List is words in rising order of code points, each with a number, counted from 0. Read-only after Done; the zero List is
// empty and ready for Add.
type List struct {
	runes   []rune     // all words, one after the other
	starts  []uint32   // starts[n] begins word n in runes; after Done one more than words
	codes   bitmap.Set // of the first characters
	heads   []head     // by first character; one more than those
	seconds []uint16   // the codes of the characters behind each head, rising
	pairs   []pair     // by second: what begins with both
	tails   []tail     // by word
	longest int        // characters of the longest word
}

// head is what the words that share their first character have in common.
type head struct {
	behind uint32 // where its second characters begin in seconds
	word   uint32 // the head itself, where it is one, and 1; 0 where it is none
	value  uint16 // of this word
}

// pair is what the words that share their first two characters have in common.
type pair struct {
	first  uint32 // the first of them, with pairMark
	longer uint16 // how many of them are longer than the two characters
	value  uint16 // of the two characters as a word
}

// tail is what is read of any other word.
type tail struct {
	third uint16 // the code of its third character, 0 if it has none
	value uint16
}

// pairMark is set where the first word of a pair is no more than the two characters.
const pairMark = 1 << 31

// code is what stands for r in the tables: never 0, and lastCode for all characters that aren't told apart.
func code(r rune) uint16 { return uint16(min(uint32(r), lastCode-1) + 1) }

// lastCode is the code of all that lies beyond U+FFFD: the BMP's last two code points, which are no characters, share it with
// what lies beyond the BMP.
const lastCode = 0xFFFF

// New is an empty list with room for words words of runes runes in all.
func New(words, runes int) *List {
	return &List{runes: make([]rune, 0, runes), starts: make([]uint32, 0, words+1), tails: make([]tail, 0, words)}
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

// SetValue keeps a value with word n, before Done: what stands beside a word is read faster than what lies in a table of its user's.
func (l *List) SetValue(n int, value uint16) {
	for len(l.tails) <= n {
		l.tails = append(l.tails, tail{})
	}
	l.tails[n].value = value
}

// Value is what SetValue kept, 0 if nothing.
func (l *List) Value(n int) uint16 { return l.tails[n].value }

// Done builds the tables. No word may be added later.
func (l *List) Done() {
	n := len(l.starts)
	l.starts = append(l.starts, uint32(len(l.runes)))
	l.tails = append(l.tails, make([]tail, n-len(l.tails))...)
	var first, second uint16
	for i := range n {
		w := l.Word(i)
		l.longest = max(l.longest, len(w))
		if a := code(w[0]); a != first {
			l.codes.Add(uint32(a))
			l.heads = append(l.heads, head{behind: uint32(len(l.seconds))})
			first, second = a, 0
		}
		if len(w) == 1 {
			h := &l.heads[len(l.heads)-1]
			h.word, h.value = uint32(i+1), l.tails[i].value
			continue
		}
		if b := code(w[1]); b != second {
			l.seconds, l.pairs = append(l.seconds, b), append(l.pairs, pair{first: uint32(i)})
			second = b
		}
		p := &l.pairs[len(l.pairs)-1]
		if len(w) == 2 {
			p.first, p.value = p.first|pairMark, l.tails[i].value
			continue
		}
		if p.longer++; p.longer == 0 {
			panic("wordlist: more words with one beginning than can be counted")
		}
		l.tails[i].third = code(w[2])
	}
	l.heads = append(l.heads, head{behind: uint32(len(l.seconds))})
}

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

// size is how many characters word n has.
func (l *List) size(n int) int { return int(l.starts[n+1] - l.starts[n]) }
