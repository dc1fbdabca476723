// Package zh holds what is true of written Chinese and not of newspapers: the one normaliser for ids and look-ups, a
// folded copy of a text with a map back to its offsets, and rune classes. The packages below it read numerals, dates,
// places and names.
package zh

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MiddleDot is the one middle dot of normalised text (U+00B7), as in 艾尔肯·吐尼亚孜.
const MiddleDot = '·'

// Key is the normal form of a name for ids and look-ups: NFKC, traditional to simplified, without whitespace, quotation
// marks, 《》 and invisible characters, middle dots unified to ·, Latin in lower case. Two printed forms of one name have
// one key. Key(Key(s)) == Key(s). It is no longer a text: offsets into s don't apply to it.
func Key(s string) string {
	out := keyRunes(s)
	for range 4 { // a conversion may complete another phrase; two rounds were the most ever seen
		next := keyRunes(string(out))
		if string(next) == string(out) {
			break
		}
		out = next
	}
	return string(out)
}

func keyRunes(s string) []rune {
	runes := make([]rune, 0, len(s)/2+1)
	for _, r := range norm.NFKC.String(strings.ToValidUTF8(s, "")) {
		switch {
		case IsMiddleDot(r):
			r = MiddleDot
		case IsSpace(r), isQuote(r), r == '《', r == '》', r == '〈', r == '〉':
			continue
		}
		runes = append(runes, radical(unicode.ToLower(r)))
	}
	simplify(runes)
	return runes
}

// Simplify converts traditional characters to simplified ones, by phrase where one character has two (乾坤, 瞭望), and
// changes nothing else. The result has as many code points as s.
func Simplify(s string) string {
	runes := []rune(s)
	simplify(runes)
	return string(runes)
}
