package numeral

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// maxDigits bounds the digits of one number; longer ones are no quantities and are read as far as that.
const maxDigits = 40

// arabic reads digits, separators, a fraction, and the units behind them, which may repeat: 3亿5000万, 2.9万亿.
func arabic(text []rune, i int) (Number, int, bool) {
	plain, end := plainArabic(text, i)
	n := Number{Digits: !strings.ContainsAny(plain, "-.")}
	value, next, about := units(text, end, plain)
	if next == end {
		n.Value = scaled(plain, 0)
		if end < len(text) && abouts(text, end) {
			n.About, end = true, end+1
		}
		return n, end, true
	}
	n.Value, n.Digits, n.About = value, false, about
	last := lastPower(text[end:next])
	for next < len(text) && zh.IsDigit(text[next]) && !strings.Contains(value, ".") && last >= 4 {
		more, stop := plainArabic(text, next)
		v, after, _ := units(text, stop, more)
		if after == stop && last == 4 && len(more) <= 4 && !strings.Contains(more, ".") { // 3万5000
			n.Value, next = add(n.Value, scaled(more, 0)), stop
			break
		}
		if after == stop || lastPower(text[stop:after]) >= last || strings.Contains(v, ".") {
			break
		}
		n.Value, last, next = add(n.Value, v), lastPower(text[stop:after]), after
	}
	return n, next, true
}

// plainArabic reads sign, digits, thousands separators and a fraction.
func plainArabic(text []rune, i int) (string, int) {
	var b strings.Builder
	if sign(text[i]) {
		b.WriteByte('-')
		i++
	}
	start, point := i, false
	for i < len(text) && i-start < maxDigits {
		r := text[i]
		switch {
		case zh.IsDigit(r):
			if r >= '０' {
				r -= '０' - '0'
			}
			b.WriteRune(r)
			i++
		case (r == '.' || r == '．') && !point && i+1 < len(text) && zh.IsDigit(text[i+1]):
			b.WriteByte('.')
			point = true
			i++
		case (r == ',' || r == '，') && !point && thousands(text, start, i):
			i++
		default:
			return b.String(), i
		}
	}
	return b.String(), i
}

// thousands reports whether the comma at i parts groups of three: one to three digits before the first, just three behind.
func thousands(text []rune, start, i int) bool {
	before := 0
	for j := i - 1; j >= start && zh.IsDigit(text[j]); j-- {
		before++
	}
	if before == 0 || before > 3 || i-start > 3 && before != 3 {
		return false
	}
	if text[i] == '，' && text[start] < 0x80 {
		return false // a full-width comma behind half-width digits parts clauses
	}
	for j := 1; j <= 3; j++ {
		if i+j >= len(text) || !zh.IsDigit(text[i+j]) {
			return false
		}
	}
	return i+4 >= len(text) || !zh.IsDigit(text[i+4])
}

// units reads the units behind a plain decimal (万, 百万, 万亿), with 多 or 余 before or behind them.
func units(text []rune, i int, plain string) (value string, end int, about bool) {
	j, total := i, 0
	if abouts(text, j) && j+1 < len(text) && power(text[j+1]) > 0 {
		j, about = j+1, true
	}
	for j < len(text) && power(text[j]) > 0 && total < 16 && !calendar(text, j) {
		total += power(text[j])
		j++
	}
	if total == 0 {
		return "", i, false
	}
	if abouts(text, j) {
		j, about = j+1, true
	}
	return scaled(plain, total), j, about
}

// calendar reports whether a unit begins a word that is no unit: 十 of 5十佳 is kept, 千瓦, 百分 and the like aren't units.
func calendar(text []rune, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	switch text[i] {
	case '千':
		return strings.ContainsRune("瓦米克伏赫卡帕焦", text[i+1])
	case '百':
		return text[i+1] == '分'
	case '兆':
		return strings.ContainsRune("瓦赫帕字", text[i+1])
	}
	return false
}

// abouts reports whether 多 or 余 at i rounds a number. 多 before a word like 多功能 isn't told apart here: only what follows
// as a unit, a measure or the end of a clause is.
func abouts(text []rune, i int) bool {
	if i >= len(text) || text[i] != '多' && text[i] != '余' {
		return false
	}
	return text[i] == '余' || i+1 >= len(text) || !strings.ContainsRune("功样媒元边方种层民变", text[i+1])
}

func lastPower(unit []rune) int {
	total := 0
	for _, r := range unit {
		total += power(r)
	}
	return total
}
