package loader

import "strings"

// How much two texts have in common, in per mille of their pairs of characters: two texts of one article or page, and what was corrected
// of a page that nothing but its words tells from another paper's.
const (
	leastShared  = 600 // of the shorter text
	nearlyShared = 900 // of the longer one: a page may hold little but what other papers print too
)

// shareMost says whether two texts are so much alike that one may be the other with words added, taken out and corrected.
func shareMost(a, b string) bool {
	common, shorter, _ := shared(a, b)
	return common*1000 >= shorter*leastShared
}

// shareNearlyAll says whether two texts have hardly anything that isn't the other's too.
func shareNearlyAll(a, b string) bool {
	common, _, longer := shared(a, b)
	return common*1000 >= longer*nearlyShared
}

// nearlyBegins says whether a text begins with nearly all of another: the other was cut short, and words have been corrected since.
func nearlyBegins(text, cut string) bool {
	if len(text) < len(cut) {
		return false
	}
	return shareNearlyAll(cut, strings.ToValidUTF8(text[:len(cut)], ""))
}

// shared counts the pairs of characters that two texts have in common, and those of the text that has fewer and of the other.
func shared(a, b string) (common, shorter, longer int) {
	x, y := pairs(a), pairs(b)
	for p := range x {
		if y[p] {
			common++
		}
	}
	return common, min(len(x), len(y)), max(len(x), len(y))
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
