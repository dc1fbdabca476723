package text

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
)

// LetterSpaced reports whether a line was set letter by letter (政 策 创 新 等): most of what stands between its spaces is one
// character. Bylines and headlines of two halves are not; a padded name among other words neither.
func LetterSpaced(r []rune) bool {
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
		case IsSpace(c):
			flush()
		case zh.IsHan(c) || IsWord(c):
			n++
		}
	}
	flush()
	return tokens >= 3 && single*10 >= tokens*6 && single >= 4 || tokens >= 2 && single == tokens
}

// CloseLetters takes the spaces out of a letter-spaced line. In a line of prose, set wide to fill the column, all go; in a
// short display line, a wider gap than the usual one divides two words and stays.
func CloseLetters(t Text) Text {
	usual := usualGap(t.Runes)
	return t.Without(func(i int) bool {
		if !IsSpace(t.Runes[i]) {
			return false
		}
		a, b := i, i
		for a > 0 && IsSpace(t.Runes[a-1]) {
			a--
		}
		for b+1 < len(t.Runes) && IsSpace(t.Runes[b+1]) {
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
		if IsSpace(c) {
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

// ClosePadding closes padded names in a paragraph (常　胜 → 常胜): outside brackets of credits a space between two Han characters
// of running text is layout. The space behind a dateline (…电 2月) and between the halves of a line without stops stays.
func ClosePadding(t Text, prose bool) Text {
	depth := 0
	skip := make([]bool, len(t.Runes))
	makers := makersFrom(t.Runes)
	for i := 0; i < len(t.Runes); i++ {
		switch t.Runes[i] {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(0, depth-1)
		}
		if !IsSpace(t.Runes[i]) {
			continue
		}
		j := i
		for j+1 < len(t.Runes) && IsSpace(t.Runes[j+1]) {
			j++
		}
		if j+1 != makers && padding(t.Runes, i, j, depth > 0 || !prose || j >= makers) {
			for k := i; k <= j; k++ {
				skip[k] = true
			}
		}
		i = j
	}
	return t.Without(func(i int) bool { return skip[i] })
}

// makersFrom is where the credit of a photograph begins at the end of a caption (…新增三百亩桃园　王晓 摄): the space before it is
// no layout. Without one it is the length.
func makersFrom(r []rune) int {
	if len(r) > maxCaption || !In("摄攝影", Last(r)) {
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
	if In("·“‘《（", a) || In("·”’》，。、；：！？）", b) {
		return true
	}
	if loneDigit(r, i-1) && (loneDigit(r, j+1) || i > 2 && loneDigit(r, i-3)) {
		return true
	}
	if !zh.IsHan(a) || !zh.IsHan(b) {
		return false
	}
	if roleBefore(r[:i]) || In("摄攝文图", b) && (j+2 >= len(r) || In("）)", r[j+2])) {
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
		if HasSuffix(r, w) {
			return true
		}
	}
	return false
}

// loneDigit reports whether r[i] is a digit with no digit beside it: one of a number set letter by letter (1 9 6 万).
func loneDigit(r []rune, i int) bool {
	return IsDigit(r[i]) && (i == 0 || !IsWord(r[i-1]) && r[i-1] != '.') && (i+1 >= len(r) || !IsWord(r[i+1]) && r[i+1] != '.')
}
