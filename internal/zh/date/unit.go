package date

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/numeral"
)

// unit reads a number, or two joined to a range (24至25, 1—2, also 24、25), before the unit u. hi is 0 for a single one.
func unit(text []rune, i int, u rune) (lo, hi, end int, ok bool) {
	lo, end, ok = number(text, i)
	if !ok {
		return 0, 0, i, false
	}
	if is(text, end, u) {
		return lo, 0, end + 1, true
	}
	n, list := connector(text, end), is(text, end, '、')
	if list {
		n = 1
	}
	if n == 0 {
		return 0, 0, i, false
	}
	if hi, end, ok = number(text, end+n); !ok || !is(text, end, u) || list && hi != lo+1 {
		return 0, 0, i, false
	}
	return lo, hi, end + 1, true
}

func is(text []rune, i int, r rune) bool { return i < len(text) && text[i] == r }

// number reads up to four digits, or a Chinese numeral.
func number(text []rune, i int) (n, end int, ok bool) {
	for end = i; end < len(text) && zh.IsDigit(text[end]); end++ {
		d := text[end]
		if d >= '０' {
			d -= '０' - '0'
		}
		if n = n*10 + int(d-'0'); n > 9999 {
			return 0, i, false
		}
	}
	if end > i {
		return n, end, true
	}
	if i >= len(text) || !numeralRune(text[i]) {
		return 0, i, false
	}
	num, end, ok := numeral.ParseAt(text, i)
	if !ok || num.About && end-i != 2 {
		return 0, i, false
	}
	if v, whole := num.Int(); whole && v < 10000 && !num.About {
		return v, end, true
	}
	return 0, i, false
}

// numeralRune reports whether r may stand in a day, month or year in Chinese figures.
func numeralRune(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十○", r)
}

// connector is the length of what joins a range at i: 至, 到, and dashes, one or two.
func connector(text []rune, i int) int {
	n := 0
	for i+n < len(text) && n < 2 && strings.ContainsRune("至到—–-－~～―", text[i+n]) {
		n++
		if text[i+n-1] == '至' || text[i+n-1] == '到' {
			break
		}
	}
	return n
}

// iso reads 2025-02-24, 2025/2/24, 2025.2.24.
func iso(text []rune, i int) (expression, bool) {
	y, j, ok := number(text, i)
	if !ok || j-i != 4 || y < 1800 || y >= 2100 || j >= len(text) {
		return expression{}, false
	}
	sep := text[j]
	if sep != '-' && sep != '/' && sep != '.' && sep != '－' && sep != '．' {
		return expression{}, false
	}
	m, k, ok := number(text, j+1)
	if !ok || k-j > 3 || !is(text, k, sep) {
		return expression{}, false
	}
	d, end, ok := number(text, k+1)
	if !ok || end-k > 3 {
		return expression{}, false
	}
	return expression{start: i, end: end, year: y, month: m, day: d}, m >= 1 && m <= 12 && d >= 1 && d <= 31
}
