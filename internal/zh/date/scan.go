package date

import (
	"strings"
	"unicode"

	"github.com/baopu/baopu/internal/zh"
)

// scan reads the longest date expression that begins in text at i.
func scan(text []rune, i int) (expression, bool) {
	if i > 0 && zh.IsDigit(text[i]) && (zh.IsDigit(text[i-1]) || text[i-1] == '.') {
		return expression{}, false
	}
	switch r := text[i]; {
	case zh.IsDigit(r):
		if e, ok := iso(text, i); ok {
			return e, true
		}
		return numbers(text, i)
	case counts(r):
		if i > 0 && strings.ContainsRune("〇零一二三四五六七八九十百千第", text[i-1]) {
			return expression{}, false
		}
		if e, ok := span(text, expression{start: i, end: i}); ok {
			return e, true
		}
		return numbers(text, i)
	case opens(r):
		return relativeWord(text, i)
	}
	return expression{}, false
}

// opens is true for the first character of a word for a time. It is asked of every character of a text.
func opens(r rune) bool {
	switch r {
	case '大', '前', '昨', '今', '明', '后', '当', '同', '次', '翌', '第', '上', '本', '这', '下', '去', '近', '日', '最', '不', '连', '早', '首', '即':
		return true
	}
	return false
}

// counts is true for a Chinese digit that may begin a date.
func counts(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '○':
		return true
	}
	return false
}

// relativeWord reads an expression that begins with a word.
func relativeWord(text []rune, i int) (expression, bool) {
	e := expression{start: i, end: i}
	if e, ok := span(text, e); ok {
		return e, true
	}
	for _, w := range wordsBy[text[i]] {
		n := stands(text, i, w.text)
		if n == 0 || i > 0 && partOf(w.text, text[i-1]) {
			continue
		}
		e.end, e.unit, e.offset, e.vague = i+n, w.unit, w.offset, w.vague
		switch w.unit {
		case none:
		case thisYear, sameYear:
			return behindYear(text, e), true
		case thisMonth, sameMonth:
			return behindMonth(text, e), true
		case thisWeek:
			return week(text, e), true
		default:
			e.end += after(text, e.end, dayParts)
		}
		return e, true
	}
	return e, false
}

// partOf tells a word that the character before it makes part of another, or that counts from something else than a date: 达产后年产值, 3日前, 提前一天, 节前一天,
// 教师节的前一天, 考察的第二天.
func partOf(word string, before rune) bool {
	switch word {
	case "后年":
		return unicode.Is(unicode.Han, before) && !strings.ContainsRune("在于到从至", before)
	case "日前":
		return zh.IsDigit(before) || numeralRune(before)
	case "前一天", "前一日":
		return unicode.Is(unicode.Han, before) && !strings.ContainsRune("此在于从比较自", before)
	case "第二天", "次日":
		return before == '的'
	}
	return false
}

// week reads the day behind 上周, 下星期: 五, 日.
func week(text []rune, e expression) expression {
	if e.end < len(text) {
		if d := strings.IndexRune("一二三四五六日天末", text[e.end]); d >= 0 && text[e.end] != '末' {
			e.weekday = min(d/3+1, 7)
			e.end++
			e.end += after(text, e.end, dayParts)
		}
	}
	return e
}

// numbers reads years, months and days in figures: 2025年2月24日, 2月24日至25日, 25日上午.
func numbers(text []rune, i int) (expression, bool) {
	e := expression{start: i, end: i}
	lo, hi, end, ok := unit(text, i, '年')
	if ok && lo >= 1800 && lo < 2100 && !lasting(text, end) {
		e.year, e.toYear, e.end = lo, hi, end
		if hi == 0 {
			e = behindYear(text, e)
		}
		return e, hi == 0 || hi > lo && hi < 2100
	}
	return monthDay(text, e)
}

// lasting reports whether a number of years at i is a length of time: 2000年历史.
func lasting(text []rune, i int) bool {
	return after(text, i, []string{"历史", "的历史", "文明", "前的", "来的", "之久"}) > 0
}

// behindYear reads what may follow a year: months, a day, 上半年, 底.
func behindYear(text []rune, e expression) expression {
	if s, ok := span(text, e); ok {
		return s
	}
	if m, ok := monthDay(text, expression{start: e.end, end: e.end}); ok && m.month > 0 {
		e.end, e.month, e.toMonth, e.day, e.toDay, e.toYear = m.end, m.month, m.toMonth, m.day, m.toDay, m.toYear
		return e
	}
	if n := after(text, e.end, []string{"年初", "年底", "年末", "年中", "底", "末", "初", "岁末", "度"}); n > 0 {
		e.end += n
	}
	return e
}

// span reads words for spans of months at e's end: 上半年, 一季度.
func span(text []rune, e expression) (expression, bool) {
	if e.end == len(text) || !strings.ContainsRune(monthHeads, text[e.end]) {
		return e, false
	}
	for _, m := range months {
		if n := stands(text, e.end, m.text); n > 0 {
			e.month, e.toMonth, e.end = m.first, m.last, e.end+n
			return e, true
		}
	}
	return e, false
}

// monthDay reads 2月, 1—2月, 2月24日, 2月24日至3月1日, 25日.
func monthDay(text []rune, e expression) (expression, bool) {
	lo, hi, end, ok := unit(text, e.end, '月')
	if !ok {
		return dayOnly(text, e)
	}
	if lo < 1 || lo > 12 || hi > 12 || hi != 0 && hi <= lo || is(text, end, '龄') || lunar(text, e.start, end) {
		return e, false
	}
	e.month, e.toMonth, e.end = lo, hi, end
	if hi == 0 {
		e = behindMonth(text, e)
	}
	return e, true
}

// lunar reports whether the month up to end is one of the lunar calendar: 农历二月, 二月初二, 八月十五.
func lunar(text []rune, start, end int) bool {
	if start >= 2 && (stands(text, start-2, "农历") > 0 || stands(text, start-2, "阴历") > 0) {
		return true
	}
	if end+1 >= len(text) || !numeralRune(text[start]) {
		return false
	}
	if text[end] == '初' || text[end] == '廿' {
		return numeralRune(text[end+1])
	}
	_, _, stop, ok := unit(text, end, '日')
	return numeralRune(text[end]) && !(ok && stop > end)
}

// behindMonth reads the day behind a month, and the end of a range.
func behindMonth(text []rune, e expression) expression {
	lo, hi, end, ok := unit(text, e.end, '日')
	if !ok {
		lo, hi, end, ok = unit(text, e.end, '号')
	}
	if !ok || lo < 1 || lo > 31 || hi > 31 {
		e.end += after(text, e.end, []string{"上旬", "中旬", "下旬", "月初", "月底", "初", "底", "末", "份"})
		if y, m, d, end := rangeEnd(text, e.end); m > 0 && d == 0 && e.month > 0 {
			e.toYear, e.toMonth, e.end = y, m, end
		}
		return e
	}
	e.day, e.toDay, e.end = lo, hi, end
	return behindDay(text, e)
}

// dayOnly reads a bare day. 25号 needs a part of the day behind it: numbers of things are written so, too.
func dayOnly(text []rune, e expression) (expression, bool) {
	lo, hi, end, ok := unit(text, e.end, '日')
	if !ok {
		if lo, hi, end, ok = unit(text, e.end, '号'); !ok || after(text, end, dayParts) == 0 {
			return e, false
		}
	}
	if lo < 1 || lo > 31 || hi > 31 || hi != 0 && hi <= lo {
		return e, false
	}
	if end-e.start == 2 && numeralRune(text[e.start]) && after(text, end, dayParts) == 0 {
		return e, false // 一日三餐, 九日
	}
	if e.start > 0 && strings.ContainsRune("近期续第时达共每约数前后满月年", text[e.start-1]) {
		return e, false
	}
	if after(text, end, []string{"游", "内", "均", "产", "之内", "以内", "龄", "行程"}) > 0 {
		return e, false
	}
	e.day, e.toDay, e.end = lo, hi, end
	return behindDay(text, e), true
}

// behindDay reads a part of the day and the end of a range: 上午, 至25日, 至3月1日, 至2026年1月1日.
func behindDay(text []rune, e expression) expression {
	e.end += after(text, e.end, dayParts)
	if e.toDay != 0 {
		return e
	}
	if (is(text, e.end, '、') || is(text, e.end, '和')) && e.day > 0 { // 5月18日、19日, 18日和19日
		if d, hi, stop, ok := unit(text, e.end+1, '日'); ok && hi == 0 && d == e.day+1 {
			e.toDay, e.end = d, stop+after(text, stop, dayParts)
			return e
		}
	}
	if y, m, d, end := rangeEnd(text, e.end); d > 0 {
		e.toYear, e.toMonth, e.toDay, e.end = y, m, d, end
		e.end += after(text, e.end, dayParts)
	}
	return e
}

// rangeEnd reads what a connector at i joins to a date: a month, a day, or both, with or without a year.
func rangeEnd(text []rune, i int) (year, month, day, end int) {
	n := connector(text, i)
	if n == 0 {
		return 0, 0, 0, i
	}
	end = i + n
	if y, hi, stop, ok := unit(text, end, '年'); ok && hi == 0 && y >= 1800 && y < 2100 {
		year, end = y, stop
	}
	if m, hi, stop, ok := unit(text, end, '月'); ok && hi == 0 && m >= 1 && m <= 12 {
		month, end = m, stop
	}
	if d, hi, stop, ok := unit(text, end, '日'); ok && hi == 0 && d >= 1 && d <= 31 && (year == 0 || month > 0) {
		day, end = d, stop
	}
	return year, month, day, end
}
