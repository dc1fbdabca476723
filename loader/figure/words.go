package figure

import (
	"slices"
	"strings"
)

// ordinal is true where what stands before a number makes it no count: 第16届, 八届十二次全会, 年级, G6.
func ordinal(before string) bool {
	b := strings.TrimSpace(before)
	return strings.HasSuffix(b, "第") || strings.HasSuffix(b, "届") || strings.HasSuffix(b, "近年") || strings.HasSuffix(b, "—")
}

// timely is true for a unit of clock and calendar.
func timely(unit string) bool {
	switch unit {
	case "岁", "时", "分", "日", "月", "届", "小时", "分钟", "天", "年", "个月", "公", "步", "里", "级", "号":
		return true
	}
	return false
}

// countable is true for a unit that counts the things named behind it.
func countable(unit string) bool {
	switch unit {
	case "元", "美元", "%", "吨", "亩", "公里", "千瓦时", "平方公里", "平方米", "公顷", "公斤", "个百分点", "倍", "立方米":
		return false
	}
	return true
}

// few is true for a number too small to be news, and for what only compares: one or two things, 倍, 个百分点.
func few(q quantity) bool {
	return q.unit == "倍" || q.unit == "个百分点" || countable(q.unit) && (q.value == "1" || q.value == "2")
}

// harmed is true where what stands behind a count makes it news however small: 2人死亡.
func harmed(runes []rune, at int) bool {
	for _, w := range [...]string{"死亡", "遇难", "受伤", "失踪", "丧生", "轻伤", "重伤"} {
		if hasAt(runes, at, w) {
			return true
		}
	}
	return false
}

// bound is true where the quantity only bounds a class of things: 5000万元以上项目.
func bound(runes []rune, at int) bool {
	if !hasAt(runes, at, "以上") && !hasAt(runes, at, "以下") && !hasAt(runes, at, "级") && !hasAt(runes, at, "及以上") {
		return false
	}
	return at+2 < len(runes) && !strings.ContainsRune("，。、；的", runes[at+2])
}

// changeWords is the verbs of change.
var changeWords = [...]string{
	"增长", "下降", "提高", "增加", "减少", "上升", "回落", "收窄", "扩大", "提升", "降低", "增幅", "降幅", "上涨", "下跌", "翻", "缩减", "压减", "快于", "高于", "低于", "增",
}

// changes is the phrase of change that before ends in, with its beginning.
func changes(before string) (string, bool) {
	b := strings.TrimSpace(before)
	if strings.HasSuffix(b, "到") || strings.HasSuffix(b, "至") {
		return "", false // what it has come to is a figure of its own
	}
	b = strings.TrimRight(b, "了约近超过达为 ")
	for _, w := range changeWords {
		if strings.HasSuffix(b, w) {
			return w, true
		}
	}
	return "", false
}

// rises are the verbs of change, with those of one character that stand so only before 到 and 至.
var rises = slices.Concat(changeWords[:], []string{"升", "降", "减", "涨", "跌"})

// withoutRise is before without the change that has come to what stands behind it: 失业率 of 失业率降到.
func withoutRise(before string) string {
	b := strings.TrimRight(strings.TrimSpace(before), "了约近")
	for _, end := range [...]string{"到", "至"} {
		rest, ok := strings.CutSuffix(b, end)
		if !ok {
			continue
		}
		for _, w := range rises {
			if name, ok := strings.CutSuffix(rest, w); ok && name != "" {
				return name
			}
		}
	}
	return before
}

// compareWords begin a phrase of change.
var compareWords = [...]string{"较", "比", "同比", "环比", "与", "按", "由", "从", "为平日", "为上年"}

// clip is the phrase of change at the end of before: 同比增长.
func clip(before, word string) string {
	at := strings.LastIndex(before, word)
	start := at
	for _, w := range compareWords {
		if k := strings.LastIndex(before[:at], w); k >= 0 && k < start {
			start = k
		}
	}
	return before[start:]
}

// head is what stands before the phrase of change.
func head(before, word string) string {
	return strings.TrimSuffix(before, clip(before, word))
}

// compared is true for a number that is only compared with: 由2018年的186座增加到412座.
func compared(before string) bool {
	b := strings.TrimSpace(before)
	for _, w := range [...]string{"由", "从", "由最初的", "从最初的", "由原来的", "从原来的"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	i := max(strings.LastIndex(b, "由"), strings.LastIndex(b, "从"))
	return i >= 0 && len([]rune(b[i:])) <= 8 && strings.HasSuffix(b, "的")
}

// around is what says how exact a number is or how it came about, at the end of what it counts.
var around = [...]string{
	"达到", "达", "为", "完成", "实现", "超过", "超", "约", "近", "共", "累计", "预计", "已", "已经", "突破", "接近", "首次", "有", "约为", "至", "到", "将", "计划", "共计", "总计", "合计", "约有", "仅", "高达", "占", "了", "等", "不少于", "至少", "多达", "在", "是", "均", "分别", "每年", "每", "计", "可", "过", "用", "要", "向", "对", "给", "让", "把", "使", "和", "与", "又", "也", "再", "有效",
}

// leads is what a clause may open with that is no part of what it counts.
var leads = [...]string{"据统计", "据测算", "目前", "全年", "今年", "去年", "期间", "截至", "同时", "此外", "另外", "还", "共", "累计", "其间", "今天", "现有", "其余", "完成", "实现", "至今", "已经", "已", "将", "双方将", "的", "份", "一行人", "该项目", "此次", "决定"}

// trimIndicator is the words before a number without what only introduces it.
func trimIndicator(s string) string {
	if i := strings.LastIndexAny(s, "，、；：。"); i >= 0 {
		_, s, _ = strings.Cut(s[i:], s[i:i+len("，")])
	}
	for _, w := range [...]string{"由", "从"} {
		if i := strings.Index(s, w); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
			s = s[:i] // 烘干房由186座增加到
		}
	}
	for again := true; again; {
		again = false
		s = strings.TrimSpace(s)
		for _, w := range around {
			if t, ok := strings.CutSuffix(s, w); ok && !(w == "均" && averaged(t)) {
				s, again = t, true
			}
		}
		for _, w := range leads {
			if t, ok := strings.CutPrefix(s, w); ok {
				s, again = t, true
			}
		}
	}
	return whose(s)
}

// whose is s without the word in front that only says whose figure it is, which is the subject: 全市, 该镇, 村里.
func whose(s string) string {
	r := []rune(s)
	if len(r) > 3 && (strings.ContainsRune("全我该本", r[0]) && strings.ContainsRune("市县区州旗盟镇乡村省", r[1]) || r[1] == '里' && strings.ContainsRune("市县区州旗镇乡村", r[0])) {
		return trimIndicator(string(r[2:]))
	}
	return s
}

// joins is true where what stands before a number only joins it to the figure before.
func joins(before string) bool {
	b := strings.TrimSpace(before)
	return strings.HasSuffix(b, "和") || strings.HasSuffix(b, "与") || strings.HasSuffix(b, "及")
}

// people is true for units that count persons.
func people(unit string) bool { return unit == "名" || unit == "位" || unit == "人" }

// money is true for units that count no things at all.
func money(unit string) bool { return unit == "元" || unit == "美元" || unit == "%" }

// dimension is true for how wide, long or high a thing is: 宽24米 is no news by itself, 全长 is.
func dimension(before, unit string) bool {
	if unit != "米" && unit != "厘米" && unit != "毫米" {
		return false
	}
	r := []rune(strings.TrimSpace(before))
	return len(r) > 0 && strings.ContainsRune("宽长高厚", r[len(r)-1]) && (len(r) == 1 || !strings.ContainsRune("全总", r[len(r)-2]))
}

// averaged is true for what 均 makes an average: 日均, 人均.
func averaged(s string) bool {
	for _, w := range [...]string{"日", "月", "年", "人", "户", "亩", "平"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// modifies is true where the counted thing behind a unit only says what the next figure is of: 6个收费所车流量为59.77万辆.
func modifies(runes []rune, at int) bool {
	i := at
	for i < len(runes) && i-at < 2*longestNoun && !strings.ContainsRune("，。、；：！？（）()\n", runes[i]) && !numeric(runes[i]) {
		i++
	}
	return i < len(runes) && i > at && numeric(runes[i]) && strings.ContainsRune("为达", runes[i-1])
}

// longestNoun is how many characters the counted noun may have.
const longestNoun = 12

// nounAfter is what a count goes with: what stands behind the unit up to a mark, verbs too (居民告别煤炉); up to a number, its noun
// alone (农户户均增收2000元).
func nounAfter(runes []rune, at int) string {
	i := at
	for i < len(runes) && i-at < longestNoun && !strings.ContainsRune("，。、；：！？“”《》（）()\n", runes[i]) && !numeric(runes[i]) {
		i++
	}
	end := i
	if i < len(runes) && (numeric(runes[i]) || i-at == longestNoun) {
		end = at + nominal(runes[at:i]) // what goes on with the next number, or is cut off
	}
	return strings.TrimSpace(string(runes[at:end]))
}
