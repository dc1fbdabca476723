package line

import (
	"strings"

	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/text"
)

// Class is what a line alone shows itself to be.
type Class uint8

// Classes, but for the first one by the words of a line.
const (
	Plain    Class = iota // text, a headline: whatever its words don't tell
	Masthead              // name, date, numbers, editors: the page's own furniture
	Byline                // 本报记者 赵永刚
	JumpNote              // （下转第二版） on a line of its own
	Label                 // 简讯, 图片新闻, letter-spaced column titles
	Contents              // a line of the day's contents: 淇县灯笼村 02版
	Weather               // the forecast
	DateLine              // a day alone: 2019年11月5日, the date of a notice or of the page
	Figures               // a row of a table
)

// ClassOf reads one line by the grammar of its words; what only its neighbours can tell stays plain. Spaced says that it was
// letter-spaced.
func ClassOf(r []rune, spaced bool) Class {
	if len(r) > 70 {
		if isFoot(r, text.Squeezed(r)) {
			return Masthead
		}
		return Plain
	}
	s := text.Squeezed(r)
	switch {
	case isJumpLine(r):
		return JumpNote
	case IsDay(s):
		return DateLine
	case isMasthead(r, s), isPageHead(s, spaced):
		return Masthead
	case isWeather(s):
		return Weather
	case isContents(r, s):
		return Contents
	case isRow(r):
		return Figures
	case isLabel(s):
		return Label
	}
	if _, ok := credit.Line(string(r)); ok && !makersFirst(r) {
		return Byline
	}
	return Plain
}

func isJumpLine(r []rune) bool {
	if before, _, ok := CutJump(r); ok && before == 0 {
		return true
	}
	n, _, ok := LeadingJump(r)
	return ok && n == len(r)
}

// isPageHead reads a page number with the page's section: 03社会·民生, 要闻 2.
func isPageHead(s string, spaced bool) bool {
	head := strings.TrimLeft(s, "0123456789")
	tail := strings.TrimRight(s, "0123456789")
	for _, rest := range [...]string{head, tail} {
		if rest == s || rest == "" || len(s)-len(rest) > 2 {
			continue
		}
		if isLabel(rest) || spaced && len([]rune(rest)) <= 8 && text.Stops([]rune(rest)) == 0 {
			return true
		}
		for _, part := range strings.FieldsFunc(rest, func(r rune) bool { return r == '·' || r == '/' || r == '|' }) {
			if labelWords[part] {
				return true
			}
		}
	}
	return false
}

// isRow reads a row of a table: words, and figures of which each stands apart (工业增加值 亿元 633 9789 11.4).
func isRow(r []rune) bool {
	cells := strings.Fields(string(r))
	numbers := 0
	for _, c := range cells {
		if strings.Trim(c, "0123456789.,%-+±—") == "" && strings.ContainsAny(c, "0123456789") {
			numbers++
		}
	}
	return len(cells) > 3 && numbers > 1 && numbers*2 >= len(cells) && text.Stops(r) == 0
}

// skyWords are the characters of a line that tells of the sky and the wind alone: 晴转多云 微风.
const skyWords = "晴阴多云转间到有小中大暴阵雷雨雪雾霾东南西北风微级至～~-—－0123456789 "

func isWeather(s string) bool {
	if len(s) < 40 && (strings.Trim(s, "0123456789℃°C～~-—－至") == "" && strings.ContainsAny(s, "℃°") || strings.Trim(s, skyWords) == "" && strings.ContainsAny(s, "晴阴雨雪")) {
		return true
	}
	return strings.Contains(s, "℃") && (strings.Contains(s, "今天") || strings.Contains(s, "今日") || strings.Contains(s, "白天") || strings.Contains(s, "明天") || strings.Contains(s, "夜间") || strings.Contains(s, "最高气温"))
}

// isContents reads one line of the day's contents: a headline with the page where it stands.
func isContents(r []rune, s string) bool {
	if !strings.HasSuffix(s, "版") || text.Stops(r) > 0 || len(r) < 6 {
		return false
	}
	rs := []rune(s)
	i := len(rs) - 2
	n := 0
	for i >= 0 && (text.IsWord(rs[i]) || text.In("一二三四五六七八九十", rs[i])) {
		i--
		n++
	}
	return n > 0 && n <= 3 && i > 3 && !strings.HasPrefix(s, "今日")
}
