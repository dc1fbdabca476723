package loader

// How much two texts have in common, in per mille of the pairs of characters of the shorter one: two texts of one article or page, and
// what was corrected of a page that nothing but its words tells from another paper's.
const (
	leastShared  = 600
	nearlyShared = 900
)

// shareMost says whether two texts have leastShared in common.
func shareMost(a, b string) bool { return share(a, b, leastShared) }

// share says whether two texts have so much in common.
func share(a, b string, least int) bool {
	x, y := pairs(a), pairs(b)
	if len(y) < len(x) {
		x, y = y, x
	}
	shared := 0
	for p := range x {
		if y[p] {
			shared++
		}
	}
	return shared*1000 >= len(x)*least
}

// pairs is the pairs of neighbouring characters of a text.
func pairs(s string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	last := rune(0)
	for _, r := range s {
		out[[2]rune{last, r}] = true
		last = r
	}
	return out
}

// isSubsequence says whether all characters of a stand in b, in their order: then b is a with words added.
func isSubsequence(a, b string) bool {
	rest := []rune(a)
	for _, r := range b {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
