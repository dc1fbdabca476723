package discourse

import (
	"strings"

	zhwords "github.com/baopu/baopu/internal/zh/lexicon"
)

// halves are the characters that are words of the genre by themselves, with the sides on which a character may make them half of another
// word: 到 in 到某县, but not in 降到; 率 in 率团, but not in 覆盖率.
var halves = map[rune]struct{ left, right bool }{
	'到': {left: true}, '来': {left: true, right: true}, '率': {left: true}, '抵': {left: true, right: true}, '答': {left: true, right: true}, '赴': {left: true},
}

// wholes are words of two characters in which the half keeps its sense: who runs to a place goes there, who answers laughing says something.
var wholes = map[string]bool{"走到": true, "跑到": true, "飞到": true, "奔到": true, "同来": true, "笑答": true, "直答": true, "分赴": true, "奔赴": true, "共赴": true, "同赴": true, "飞抵": true, "安抵": true}

// half is true for the character at offset at of runes that makes a word of two with the character before it, which no token holds
// (behind is where the run of text begins), or with the one behind it, which ends before limit.
func half(runes []rune, behind, at, limit int) bool {
	sides, ok := halves[runes[at]]
	if !ok {
		return false
	}
	whole := func(a, b int) bool {
		return zhwords.FreqOf(string(runes[a:b])) > 0 && !wholes[string(runes[a:b])]
	}
	return sides.left && behind < at && whole(at-1, at+1) || sides.right && at+1 < limit && whole(at, at+2)
}

// torn is true for a word of several characters at offset at of runes whose first one ends another: 会签 in 村委会|签订, 作交流 in
// 工作|交流会.
func torn(runes []rune, behind, at, limit int) bool {
	if runes[at] == '作' && behind < at && strings.ContainsRune("工合协操创制动", runes[at-1]) {
		return true
	}
	if at+2 >= limit || runes[at] != '会' || runes[at+1] != '签' || behind == at {
		return false
	}
	switch runes[at+2] {
	case '订', '署', '约', '字', '下', '立', '了':
		return true
	}
	return false
}
