package order

import (
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Tools that read along the line put a label that stands beside a headline into its line (读者来信 over the text at its right).

// leastLabel is how many characters a label has that is told inside a line: shorter ones are words of headlines.
const leastLabel = 4

// partLabels gives lines in which a label stands beside a headline as two.
func partLabels(src []text.Text) []text.Text {
	out := make([]text.Text, 0, len(src))
	for i := range src {
		t := src[i].Trim()
		if k := labelAt(t.Runes); k > 0 {
			head, tail := t.Slice(0, k), t.Slice(k, t.Len())
			out = append(out, head.Trim(), text.Text{}, tail.Trim())
			continue
		}
		out = append(out, src[i])
	}
	return out
}

// labelAt is where a line without stops falls into a headline and a label, in one order or the other; 0 where it doesn't.
func labelAt(r []rune) int {
	if text.Stops(r) > 0 || text.LetterSpaced(r) {
		return 0
	}
	for k := leastLabel; k+leastLabel < len(r); k++ {
		if !text.IsSpace(r[k]) {
			continue
		}
		a, b := text.Squeezed(r[:k]), text.Squeezed(r[k:])
		if first := longLabel(a); first != longLabel(b) && (first || k >= 2*leastLabel) {
			return k
		}
	}
	return 0
}

// longLabel reports whether a text is a label that papers share, of some length.
func longLabel(s string) bool { return line.IsStanding(s) && len([]rune(s)) >= leastLabel }
