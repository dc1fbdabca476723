package date

import (
	"strings"
	"unicode/utf8"
)

// expression is a date as written, before it is resolved. Numbers are 0 where the text has none.
type expression struct {
	start, end       int
	year, month, day int
	toYear           int // ends of ranges: 2020-2023年, 1—2月, 24至25日
	toMonth, toDay   int
	unit             relative // what a relative word says
	offset           int      // and by how much: 去年 is year, -1
	weekday          int      // 1 Monday to 7 Sunday, of the week that unit and offset say
	vague            bool
}

// relative is the unit that a relative word counts, from the publication or from the last date of the text.
type relative uint8

const (
	none      relative = iota
	thisYear           // 今年, 去年: of the publication
	thisMonth          // 本月, 上月
	thisWeek           // 本周, 上周五
	thisDay            // 今天, 昨日
	sameYear           // 当年, 次年: of the last date in the text
	sameMonth          // 当月, 次月
	sameDay            // 当天, 次日
)

// word is a relative or vague word.
type word struct {
	text   string
	unit   relative
	offset int
	vague  bool
}

// words is the relative words, longer ones before their beginnings.
var words = []word{
	{"大前天", thisDay, -3, false},
	{"前天", thisDay, -2, false},
	{"昨天", thisDay, -1, false},
	{"昨日", thisDay, -1, false},
	{"昨晚", thisDay, -1, false},
	{"昨夜", thisDay, -1, false},
	{"今天", thisDay, 0, false},
	{"今日", thisDay, 0, false},
	{"今晨", thisDay, 0, false},
	{"今晚", thisDay, 0, false},
	{"明天", thisDay, 1, false},
	{"明日", thisDay, 1, false},
	{"明晚", thisDay, 1, false},
	{"后天", thisDay, 2, false},
	{"当天", sameDay, 0, false},
	{"当日", sameDay, 0, false},
	{"当晚", sameDay, 0, false},
	{"同日", sameDay, 0, false},
	{"同一天", sameDay, 0, false},
	{"次日", sameDay, 1, false},
	{"翌日", sameDay, 1, false},
	{"第二天", sameDay, 1, false},
	{"前一天", sameDay, -1, false},
	{"前一日", sameDay, -1, false},
	{"上上周", thisWeek, -2, false},
	{"上周", thisWeek, -1, false},
	{"本周", thisWeek, 0, false},
	{"这周", thisWeek, 0, false},
	{"下周", thisWeek, 1, false},
	{"上星期", thisWeek, -1, false},
	{"下星期", thisWeek, 1, false},
	{"上个月", thisMonth, -1, false},
	{"上月", thisMonth, -1, false},
	{"本月", thisMonth, 0, false},
	{"这个月", thisMonth, 0, false},
	{"下个月", thisMonth, 1, false},
	{"下月", thisMonth, 1, false},
	{"当月", sameMonth, 0, false},
	{"同月", sameMonth, 0, false},
	{"次月", sameMonth, 1, false},
	{"今年", thisYear, 0, false},
	{"本年度", thisYear, 0, false},
	{"去年", thisYear, -1, false},
	{"上年", thisYear, -1, false},
	{"前年", thisYear, -2, false},
	{"明年", thisYear, 1, false},
	{"后年", thisYear, 2, false},
	{"当年", sameYear, 0, false},
	{"同年", sameYear, 0, false},
	{"次年", sameYear, 1, false},
	{"翌年", sameYear, 1, false},
	{"近日", none, 0, true},
	{"日前", none, 0, true},
	{"近期", none, 0, true},
	{"近年来", none, 0, true},
	{"近年", none, 0, true},
	{"近来", none, 0, true},
	{"最近", none, 0, true},
	{"不久前", none, 0, true},
	{"前不久", none, 0, true},
	{"连日来", none, 0, true},
	{"连日", none, 0, true},
	{"前段时间", none, 0, true},
	{"前一段时间", none, 0, true},
	{"早些时候", none, 0, true},
	{"前些天", none, 0, true},
	{"前几天", none, 0, true},
	{"这几天", none, 0, true},
	{"不日", none, 0, true},
	{"即日起", thisDay, 0, false},
}

// wordsBy is words by their first character, in their order.
var wordsBy = func() map[rune][]word {
	by := map[rune][]word{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.text)
		by[r] = append(by[r], w)
	}
	return by
}()

// dayParts follow a day and belong to its expression.
var dayParts = []string{
	"上午", "下午", "中午", "早上", "早晨", "清晨", "凌晨", "傍晚", "晚上", "晚间", "夜间", "深夜", "午夜", "一早", "当晚", "晚", "早", "夜",
}

// months is the words for spans of months: first and last.
var months = []struct {
	text        string
	first, last int
}{
	{"第一季度", 1, 3},
	{"第二季度", 4, 6},
	{"第三季度", 7, 9},
	{"第四季度", 10, 12},
	{"一季度", 1, 3},
	{"二季度", 4, 6},
	{"三季度", 7, 9},
	{"四季度", 10, 12},
	{"首季度", 1, 3},
	{"上半年", 1, 6},
	{"下半年", 7, 12},
	{"前三季度", 1, 9},
}

// monthHeads is the first characters of months.
var monthHeads = func() string {
	s := ""
	for _, m := range months {
		if r, _ := utf8.DecodeRuneInString(m.text); !strings.ContainsRune(s, r) {
			s += string(r)
		}
	}
	return s
}()

// after is the length of the first of list that stands in text at i, 0 for none.
func after(text []rune, i int, list []string) int {
	for _, w := range list {
		if n := stands(text, i, w); n > 0 {
			return n
		}
	}
	return 0
}

// stands is the length of w in runes if it stands in text at i, else 0.
func stands(text []rune, i int, w string) int {
	n := 0
	for _, r := range w {
		if i+n >= len(text) || text[i+n] != r {
			return 0
		}
		n++
	}
	return n
}
