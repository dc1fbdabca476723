package line

import (
	"fmt"
	"strings"
	"time"

	"github.com/baopu/baopu/loader/page/text"
)

// CutDay finds a full date in s (2017年2月16日, 二〇一七年二月十六日, 2017-02-16) that stands at its start or behind a paper's name or page
// number; rest is s without it and without the day of the week.
func CutDay(s string) (iso, rest string, ok bool) {
	rs := []rune(s)
	for i := 0; i < len(rs) && i < 14; i++ {
		if iso, n := readDay(rs[i:]); n > 0 {
			rest := string(rs[:i]) + dropWeekday(string(rs[i+n:]))
			return iso, rest, true
		}
		if text.IsDigit(rs[i]) && i+1 < len(rs) && text.IsDigit(rs[i+1]) {
			for i+1 < len(rs) && text.IsDigit(rs[i+1]) {
				i++
			}
		}
	}
	return "", s, false
}

// IsDay reports whether s is a date and nothing else.
func IsDay(s string) bool {
	rs := []rune(s)
	_, n := readDay(rs)
	return n > 0 && n == len(rs)
}

func dropWeekday(s string) string {
	s = strings.Trim(s, "()（）")
	for _, w := range []string{"星期", "周", "礼拜"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rs := []rune(rest)
			if len(rs) > 0 && text.In("一二三四五六日天", rs[0]) {
				return string(rs[1:])
			}
		}
	}
	return s
}

// readDay reads a full date at the start of rs: its ISO form and length; length 0 where there is none or no such day exists.
func readDay(rs []rune) (iso string, n int) {
	y, i := readNumber(rs)
	if i == 0 || y < 1900 || y > 2200 || i >= len(rs) {
		return "", 0
	}
	ends := [2]string{"月", "日号"}
	if rs[i] != '年' {
		if !text.In("-./－．", rs[i]) {
			return "", 0
		}
		ends = [2]string{"-./－．", ""}
	}
	i++
	m, k := readNumber(rs[i:])
	if i += k; k == 0 || i >= len(rs) || !text.In(ends[0], rs[i]) {
		return "", 0
	}
	i++
	d, k := readNumber(rs[i:])
	if i += k; k == 0 {
		return "", 0
	}
	if ends[1] != "" {
		if i >= len(rs) || !text.In(ends[1], rs[i]) {
			return "", 0
		}
		i++
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || t.Day() != d || d < 1 {
		return "", 0
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), i
}

// readNumber reads plain, full-width or Chinese digits (二〇一七, 十六, 二十).
func readNumber(rs []rune) (v, n int) {
	const han = "〇一二三四五六七八九"
	ten := false
	for n < len(rs) && n < 4 {
		r := rs[n]
		at := -1
		switch {
		case text.IsDigit(r):
			at = int(r - '0')
		case r >= '０' && r <= '９':
			at = int(r - '０')
		case r == '零' || r == '○' || r == 'О':
			at = 0
		case text.In(han, r):
			at = len([]rune(han[:strings.IndexRune(han, r)]))
		case r == '十':
			v = max(v, 1) * 10
			ten = true
			n++
			continue
		}
		if at < 0 {
			break
		}
		if ten {
			v += at
		} else {
			v = v*10 + at
		}
		n++
	}
	return v, n
}

// MonthDay reports whether r begins with a day of a month or of a year: 25日, 2月25日, 2022年2月25日.
func MonthDay(r []rune) bool {
	for range 3 {
		_, n := readNumber(r)
		if n == 0 || n >= len(r) {
			return false
		}
		if r[n] == '日' {
			return true
		}
		if !text.In("年月", r[n]) {
			return false
		}
		r = r[n+1:]
	}
	return false
}
