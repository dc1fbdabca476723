package page

import (
	"strings"
	"unicode"
)

// Pos is where a code point of the source stands: line and column, both counted from 0, the column in code points of the
// line as it was read.
type Pos struct {
	Line, Column int32
}

// text is a stretch of repaired text with the source position of each of its code points.
type text struct {
	r  []rune
	at []Pos
}

func (t *text) String() string { return string(t.r) }
func (t *text) len() int       { return len(t.r) }

func (t *text) add(r rune, p Pos) {
	t.r = append(t.r, r)
	t.at = append(t.at, p)
}

func (t *text) join(u text) {
	t.r = append(t.r, u.r...)
	t.at = append(t.at, u.at...)
}

// slice is the part from i to j; it shares memory with t, and growing it copies.
func (t *text) slice(i, j int) text {
	return text{r: t.r[i:j:j], at: t.at[i:j:j]}
}

// trim is t without space at both ends.
func (t *text) trim() text {
	i, j := 0, len(t.r)
	for i < j && isSpace(t.r[i]) {
		i++
	}
	for j > i && isSpace(t.r[j-1]) {
		j--
	}
	return t.slice(i, j)
}

// without is t without the code points for which drop is true.
func (t *text) without(drop func(i int) bool) text {
	out := text{r: make([]rune, 0, len(t.r)), at: make([]Pos, 0, len(t.r))}
	for i, r := range t.r {
		if !drop(i) {
			out.add(r, t.at[i])
		}
	}
	return out
}

// isSpace reports whether r is space of any width, none included.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

func in(set string, r rune) bool { return strings.ContainsRune(set, r) }
