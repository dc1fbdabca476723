// Package text is what stores share about words, so that a search finds and shows the same in each: the key that orders
// names, overlapping bigrams for a full-text index, short forms of names, ranks and highlights.
package text

import (
	"strings"
	"unicode"

	"github.com/baopu/baopu/internal/zh"
)

// fold is the copy of a text that words are looked for in: traditional as simplified, full width as half width, marks too, small
// letters. at maps its offsets back, as in zh.Fold.
func fold(s string) (folded []rune, at []int) {
	folded, at = zh.Fold([]rune(s))
	for i, r := range folded {
		if r >= '！' && r <= '～' {
			r -= wider
		}
		folded[i] = unicode.ToLower(r)
	}
	return folded, at
}

// wider is how far a character of full width stands behind that of half width.
const wider = '！' - '!'

// between says whether r stands between words and belongs to none.
func between(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// runs cuts a folded text into its longest stretches without white space.
func runs(folded []rune) [][]rune {
	var out [][]rune
	start := -1
	for i, r := range folded {
		switch {
		case between(r):
			if start >= 0 {
				out = append(out, folded[start:i])
			}
			start = -1
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, folded[start:])
	}
	return out
}

// Bigrams writes s for a full-text index: of every run of characters each overlapping pair, then the last character
// alone, joined by spaces. So a phrase of pairs finds every substring of two characters or more, and a prefix every one of
// one. Marks that stand in Chinese sentences, and quotes, which index languages keep for themselves, are written in full width.
func Bigrams(s string) string {
	folded, _ := fold(s)
	var b strings.Builder
	b.Grow(len(s)*2 + len(s)/3)
	for _, run := range runs(folded) {
		for i, r := range run {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(indexed(r))
			if i+1 < len(run) {
				b.WriteRune(indexed(run[i+1]))
			}
		}
	}
	return b.String()
}

func indexed(r rune) rune {
	switch r {
	case '!', '"', '\'', '(', ')', ',', ':', ';', '?', '~':
		return r + wider
	}
	return r
}
