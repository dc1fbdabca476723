package discourse

import (
	"strings"

	zhwords "github.com/baopu/baopu/internal/zh/lexicon"
)

// A word of the genre may be cut out of a longer word: 到 out of 降到, 会签 out of 村委会|签订. Some longer words are in the table as Filler:
// tokens of their own, where a run of text ends (共同, 同志). Of any other the characters beside the shorter word tell.

// halves are the words that others are cut into, by their first character, with the sides on which a character may tell so: 到 in 到某县,
// but not in 降到. What rest says follows the character: nothing, one more character, or all that may (…).
var halves = map[rune]struct {
	rest        string
	left, right side
}{
	'到': {left: anyWord}, '来': {left: anyWord, right: anyWord}, '率': {left: anyWord}, '抵': {left: anyWord, right: anyWord}, '答': {left: anyWord, right: anyWord}, '赴': {left: anyWord},
	'作': {rest: "…", left: side{of: "工合协操创制动"}},  // 作交流 in 工作|交流会
	'会': {rest: "签", right: side{of: "订署约字下立了"}}, // 会签 in 村委会|签订
}

// side is what a character beside a word must be to make it half of another.
type side struct {
	of   string // one of these
	word bool   // one with which the word makes another of two characters, whatever it is but one of wholes
}

var anyWord = side{word: true}

// wholes are words of two characters in which the half keeps its sense: who runs to a place goes there, who answers laughing says something.
var wholes = map[string]bool{"走到": true, "跑到": true, "飞到": true, "奔到": true, "同来": true, "笑答": true, "直答": true, "分赴": true, "奔赴": true, "共赴": true, "同赴": true, "飞抵": true, "安抵": true}

// half is true for the word of runes from at to end that is half of another: with a character before it that no token holds (behind is
// where the run of text begins), or with one behind it, which ends before limit.
func half(runes []rune, behind, at, end, limit int) bool {
	h, ok := halves[runes[at]]
	if !ok || (h.rest == "") != (end == at+1) || h.rest != "" && h.rest != "…" && h.rest != string(runes[at+1:end]) {
		return false
	}
	return behind < at && h.left.tells(runes[at-1], runes[at-1:at+1]) || end < limit && h.right.tells(runes[end], runes[at:end+1])
}

// tells is true where r, with which the half makes whole, is such a character.
func (s side) tells(r rune, whole []rune) bool {
	if !s.word {
		return strings.ContainsRune(s.of, r)
	}
	w := string(whole)
	return zhwords.FreqOf(w) > 0 && !wholes[w]
}
