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
	heads   bitmap.Set // the codes of the first characters
	behind  []uint32   // by head: where its second characters begin in seconds; one more than heads
	seconds []uint16   // the codes of the characters behind each head, rising; 0 where the head is a word
	firsts  []uint32   // by second: the first word that begins so, with pairMark; one more than seconds
	tails   []tail     // by word
	longest int        // characters of the longest word
}

// tail is what is read of a word beside its first two characters: what lies together is read at once.
type tail struct {
	third uint16 // the code of its third character, 0 if it has none
	value uint16 // see SetValue
}

// pairMark is set in firsts where the first word is no more than the two characters.
const pairMark = 1 << 31

// code is what stands for r in the tables: never 0, and lastCode for all characters that aren't told apart.
func code(r rune) uint16 { return uint16(min(uint32(r), lastCode-1) + 1) }

// lastCode is the code of all that lies beyond U+FFFD: the BMP's last two code points, which are no characters, share it with
// what lies beyond the BMP.
const lastCode = 0xFFFF

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

// Done builds the tables. No word may be added later.
func (l *List) Done() {
	n := len(l.starts)
	l.starts = append(l.starts, uint32(len(l.runes)))
	l.tails = make([]tail, n)
	var head, second uint16
	for i := range n {
		w := l.Word(i)
		l.longest = max(l.longest, len(w))
		a, b, mark := code(w[0]), uint16(0), uint32(0)
		if len(w) > 1 {
			b = code(w[1])
		}
		if len(w) > 2 {
			l.tails[i].third = code(w[2])
		} else {
			mark = pairMark
		}
		if a != head {
			l.heads.Add(uint32(a))
			l.behind = append(l.behind, uint32(len(l.seconds)))
		}
		if a != head || b != second {
			l.seconds, l.firsts = append(l.seconds, b), append(l.firsts, uint32(i)|mark)
		}
		head, second = a, b
	}
	l.behind, l.firsts = append(l.behind, uint32(len(l.seconds))), append(l.firsts, uint32(n))
}

// SetValue keeps a value with word n, after Done: what stands beside the word is read faster than what lies in a table of its user's.
func (l *List) SetValue(n int, value uint16) { l.tails[n].value = value }

// Value is what SetValue kept, 0 if nothing.
func (l *List) Value(n int) uint16 { return l.tails[n].value }

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
