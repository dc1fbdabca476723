package page

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
)

// letterSpaced reports whether a line was set letter by letter (政 策 创 新 等): most of what stands between its spaces is one
// character. Bylines and headlines of two halves are not; a padded name among other words neither.
func letterSpaced(r []rune) bool {
	single, tokens, n := 0, 0, 0
	flush := func() {
		if n > 0 {
			tokens++
			if n == 1 {
				single++
			}
		}
		n = 0
	}
	for _, c := range r {
		switch {
		case isSpace(c):
			flush()
		case zh.IsHan(c) || isWord(c):
			n++
		}
	}
	flush()
	return tokens >= 3 && single*10 >= tokens*6 && single >= 4 || tokens >= 2 && single == tokens
}

// closeLetters takes the spaces out of a letter-spaced line. In a line of prose, set wide to fill the column, all go; in a
// short display line, a wider gap than the usual one divides two words and stays.
func closeLetters(t text) text {
	usual := usualGap(t.r)
	return t.without(func(i int) bool {
		if !isSpace(t.r[i]) {
			return false
		}
		a, b := i, i
		for a > 0 && isSpace(t.r[a-1]) {
			a--
		}
		for b+1 < len(t.r) && isSpace(t.r[b+1]) {
			b++
		}
		return b-a+1 <= usual || i > a
	})
}

// usualGap is the length of the commonest gap between characters.
func usualGap(r []rune) int {
	var counts [8]int
	n := 0
	for _, c := range r {
		if isSpace(c) {
			n++
			continue
		}
		if n > 0 && n < len(counts) {
			counts[n]++
		}
		n = 0
	}
	best := 1
	for i, c := range counts {
		if c > counts[best] {
			best = i
		}
	}
	return best
}

// closePadding closes padded names in a paragraph (常　胜 → 常胜): outside brackets of credits a space between two Han characters
// of running text is layout. The space behind a dateline (…电 2月) and between the halves of a line without stops stays.
func closePadding(t text, prose bool) text {
	depth := 0
	skip := make([]bool, len(t.r))
	makers := makersFrom(t.r)
	for i := 0; i < len(t.r); i++ {
		switch t.r[i] {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(0, depth-1)
		}
		if !isSpace(t.r[i]) {
			continue
		}
		j := i
		for j+1 < len(t.r) && isSpace(t.r[j+1]) {
			j++
		}
		if j+1 != makers && padding(t.r, i, j, depth > 0 || !prose || j >= makers) {
			for k := i; k <= j; k++ {
				skip[k] = true
			}
		}
		i = j
	}
	return t.without(func(i int) bool { return skip[i] })
}

// makersFrom is where the credit of a photograph begins at the end of a caption (…新增三百亩桃园　王晓 摄): the space before it is
// no layout. Without one it is the length.
func makersFrom(r []rune) int {
	if len(r) > maxCaption || !in("摄攝影", lastOf(r)) {
		return len(r)
	}
	if n, _, ok := credit.Caption(string(r)); ok {
		return n
	}
	return len(r)
}

// maxCaption is how many code points a caption has at most.
const maxCaption = 400

// padding reports whether the spaces r[i..j] pad a name. In credits only a gap between two lone characters does.
func padding(r []rune, i, j int, credits bool) bool {
	if i == 0 || j+1 >= len(r) {
		return true
	}
	a, b := r[i-1], r[j+1]
	if in("·“‘《（", a) || in("·”’》，。、；：！？）", b) {
		return true
	}
	if loneDigit(r, i-1) && (loneDigit(r, j+1) || i > 2 && loneDigit(r, i-3)) {
		return true
	}
	if !zh.IsHan(a) || !zh.IsHan(b) {
		return false
	}
	if roleBefore(r[:i]) || in("摄攝文图", b) && (j+2 >= len(r) || in("）)", r[j+2])) {
		return false
	}
	if !credits {
		return a != '电' && a != '讯' && a != '電' && a != '訊'
	}
	lone := i < 2 || !zh.IsHan(r[i-2]) || roleBefore(r[:i-1])
	loneNext := j+2 >= len(r) || !zh.IsHan(r[j+2])
	return lone && loneNext
}

// roleBefore reports whether r ends with a word that announces names (记者秦　楚).
func roleBefore(r []rune) bool {
	for _, w := range []string{"记者", "通讯员", "实习生", "摄影", "编辑", "作者"} {
		if hasSuffix(r, w) {
			return true
		}
	}
	return false
}

func isWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '０' && r <= '９'
}

func hasSuffix(r []rune, s string) bool {
	w := []rune(s)
	if len(w) > len(r) {
		return false
	}
	for i := range w {
		if r[len(r)-len(w)+i] != w[i] {
			return false
		}
	}
	return true
}

func hasPrefix(r []rune, s string) bool {
	i := 0
	for _, c := range s {
		if i >= len(r) || r[i] != c {
			return false
		}
		i++
	}
	return true
}

// loneDigit reports whether r[i] is a digit with no digit beside it: one of a number set letter by letter (1 9 6 万).
func loneDigit(r []rune, i int) bool {
	return isDigit(r[i]) && (i == 0 || !isWord(r[i-1]) && r[i-1] != '.') && (i+1 >= len(r) || !isWord(r[i+1]) && r[i+1] != '.')
}
