package zh

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes the copy of a text that grammars and gazetteers match on: NFKC rune by rune, CJK and Kangxi radicals as the
// characters they look like, traditional to simplified, middle dots as ·. Chinese punctuation stays as it is (，：（） don't
// become half-width, … stays one rune), and so does letter case. at[i] is the offset in runes of folded[i]; it has one
// entry more than folded, so that at[end] closes a span. Where nothing changes in length, at is the identity.
func Fold(runes []rune) (folded []rune, at []int) {
	folded = make([]rune, 0, len(runes))
	at = make([]int, 0, len(runes)+1)
	for i, r := range runes {
		if plain(r) {
			folded, at = append(folded, r), append(at, i)
			continue
		}
		start := len(folded)
		folded = appendFolded(folded, r)
		for range len(folded) - start {
			at = append(at, i)
		}
	}
	at = append(at, len(runes))
	simplify(folded)
	return folded, at
}

// FoldEach is Fold character by character: what it makes has the offsets of runes. What Fold would lengthen, shorten or make
// a space of stays as it is. Where nothing changes it is runes itself.
func FoldEach(runes []rune) []rune {
	out := runes
	for i, r := range runes {
		if plain(r) || IsSpace(r) {
			continue
		}
		var room [8]rune
		if c := appendFolded(room[:0], r); len(c) == 1 && c[0] != r {
			if &out[0] == &runes[0] {
				out = append([]rune(nil), runes...)
			}
			out[i] = c[0]
		}
	}
	if !traditional(out) {
		return out
	}
	simple := append([]rune(nil), out...)
	simplify(simple)
	return simple
}

// Folded reports whether Fold leaves runes as they are.
func Folded(runes []rune) bool {
	for _, r := range runes {
		if plain(r) || keeps(r) || r == MiddleDot {
			continue
		}
		var room [8]rune
		if c := appendFolded(room[:0], r); len(c) != 1 || c[0] != r {
			return false
		}
	}
	return !traditional(runes)
}

// FoldRunes is Fold without the map, for names that are looked up.
func FoldRunes(s string) []rune {
	folded, _ := Fold([]rune(s))
	return folded
}

// plain reports whether r stays itself in every step but traditional to simplified.
func plain(r rune) bool {
	return r < 0x80 || r >= 0x4E00 && r <= 0x9FFF || r >= 0x3001 && r <= 0x3029
}

func appendFolded(out []rune, r rune) []rune {
	switch {
	case r == '\u3000':
		return append(out, ' ')
	case IsMiddleDot(r):
		return append(out, MiddleDot)
	case keeps(r):
		return append(out, r)
	case r >= 0xFF01 && r <= 0xFF5E:
		return append(out, r-0xFEE0)
	}
	if c := radical(r); c != r {
		return append(out, c)
	}
	var in [utf8.UTFMax]byte
	var buf [64]byte
	n := utf8.EncodeRune(in[:], r)
	for _, c := range string(norm.NFKC.Append(buf[:0], in[:n]...)) {
		out = append(out, c)
	}
	return out
}

// keeps reports whether r is punctuation that the grammar of a text stands in, whose NFKC form would be another mark.
func keeps(r rune) bool {
	switch r {
	case '，', '：', '；', '！', '？', '（', '）', '～', '＂', '＇', '…', '‥', '—', '″', '′', '⁄':
		return true
	}
	return r >= 0x2018 && r <= 0x201F || r >= 0xFE10 && r <= 0xFE4F
}
