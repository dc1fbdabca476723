package page

// Tools that read along the line put a label that stands beside a headline into its line (读者来信 over the text at its right).

// leastLabel is how many characters a label has that is told inside a line: shorter ones are words of headlines.
const leastLabel = 4

// partLabels gives lines in which a label stands beside a headline as two.
func partLabels(src []text) []text {
	out := make([]text, 0, len(src))
	for i := range src {
		t := src[i].trim()
		if k := labelAt(t.r); k > 0 {
			head, tail := t.slice(0, k), t.slice(k, t.len())
			out = append(out, head.trim(), text{}, tail.trim())
			continue
		}
		out = append(out, src[i])
	}
	return out
}

// labelAt is where a line without stops falls into a headline and a label, in one order or the other; 0 where it doesn't.
func labelAt(r []rune) int {
	if stops(r) > 0 || letterSpaced(r) {
		return 0
	}
	for k := leastLabel; k+leastLabel < len(r); k++ {
		if !isSpace(r[k]) {
			continue
		}
		a, b := squeezed(r[:k]), squeezed(r[k:])
		if first := longLabel(a); first != longLabel(b) && (first || k >= 2*leastLabel) {
			return k
		}
	}
	return 0
}

// longLabel reports whether a text is a label that papers share, of some length.
func longLabel(s string) bool { return isStanding(s) && len([]rune(s)) >= leastLabel }
