package line

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/page/text"
)

// Jump is a note that an article goes on, or comes from, another page.
type Jump struct {
	Page string // as printed, digits in Chinese: 第二版
	Name string // the headline that stands behind the page: 上接第一版“…”
}

// CutJump finds a note 下转 at the end of r and gives the text length before it, and the page; false where there is none.
func CutJump(r []rune) (before int, page string, ok bool) {
	for i := len(r) - 1; i >= 0 && i >= len(r)-24; i-- {
		if text.HasPrefix(r[i:], "下转") || text.HasPrefix(r[i:], "下轉") {
			if n, j, ok := readJump(r[i:], false); ok && i+n >= len(r) {
				for i > 0 && text.In("（(【▶→ \u3000", r[i-1]) {
					i--
				}
				return i, j.Page, true
			}
		}
	}
	return len(r), "", false
}

// LeadingJump reads （上接第一版） at the start of r.
func LeadingJump(r []rune) (n int, j Jump, ok bool) {
	i := 0
	for i < len(r) && text.In("（(【 \u3000", r[i]) {
		i++
	}
	if !text.HasPrefix(r[i:], "上接") && !text.HasPrefix(r[i:], "紧接") {
		return 0, Jump{}, false
	}
	n, j, ok = readJump(r[i:], i > 0 && text.In("（(【", r[i-1]))
	return i + n, j, ok
}

// readJump reads 下转第二版, 上接A1版“…”, 下转3版）: the count of code points, closing bracket and headline included.
// In a bracket the headline counts only where the bracket closes behind it.
func readJump(r []rune, bracket bool) (n int, j Jump, ok bool) {
	i := 2
	for i < len(r) && text.IsSpace(r[i]) {
		i++
	}
	var page []rune
	for ; i < len(r) && r[i] != '版' && len(page) < 6; i++ {
		switch c := r[i]; {
		case c == '第' || text.IsSpace(c):
		case text.In("一二三四五六七八九十", c) || text.IsWord(c):
			page = append(page, c)
		default:
			return 0, j, false
		}
	}
	if i >= len(r) || r[i] != '版' || len(page) == 0 {
		return 0, j, false
	}
	i++
	j.Page = "第" + pageName(page) + "版"
	n, j.Name = quoted(r[i:], bracket)
	i += n
	for k := i; k < len(r) && k <= i+14; k++ {
		if text.In("）)】", r[k]) {
			return k + 1, j, true
		}
	}
	return i, j, true
}

// quoted reads a headline in quotation marks or 《》 that closes a note: the count of code points, and what stands inside. One
// that isn't closed within maxName, or with which the text goes on, is none.
func quoted(r []rune, bracket bool) (n int, name string) {
	i := 0
	for i < len(r) && text.IsSpace(r[i]) {
		i++
	}
	if i >= len(r) || quotes[r[i]] == 0 {
		return 0, ""
	}
	for k := i + 1; k < len(r) && k-i <= maxName; k++ {
		if r[k] != quotes[r[i]] {
			continue
		}
		rest := r[k+1 : min(k+5, len(r))] // 一文）
		if (bracket || len(rest) > 0) && !slices.ContainsFunc(rest, func(c rune) bool { return text.In("）)】", c) }) {
			return 0, ""
		}
		return k + 1, strings.TrimSpace(string(r[i+1 : k]))
	}
	return 0, ""
}

var quotes = map[rune]rune{'“': '”', '《': '》', '「': '」', '『': '』', '"': '"'}

// maxName bounds a headline that a note names.
const maxName = 60

// pageName writes a page number in Chinese digits where it is a plain number below 100, as papers print it.
func pageName(p []rune) string {
	s := strings.TrimLeft(string(p), "0")
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return string(p)
		}
		n = n*10 + int(c-'0')
	}
	digits := []rune("零一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return s
	case n < 10:
		return string(digits[n])
	}
	out := "十"
	if n >= 20 {
		out = string(digits[n/10]) + out
	}
	if n%10 > 0 {
		out += string(digits[n%10])
	}
	return out
}
