// Package figure reads the figures that a story reports: what was counted, how many in which unit, of whom, over which
// time, and how it changed. Ages, clock times and years are no figures.
package figure

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Read is the statistics of d's body in order. Values are exact decimals in the base unit (19.01万人次 → 190100 人次).
func Read(d *discourse.Discourse) []reading.Statistic {
	r := &reader{d: d, last: -1}
	part := -1
	for _, s := range d.Sentences {
		if !s.Body() {
			continue
		}
		if s.Part != part {
			part, r.subject, r.period = s.Part, "", r.frame
		}
		r.sentence(d.Rest(s))
	}
	return r.out
}

type reader struct {
	d       *discourse.Discourse
	subject string // whom the paragraph speaks of
	period  string // and when
	frame   string // the stretch of time that the story reports on: 春运期间
	parent  string // what the figures of a list share
	unit    string // and in which unit
	before  string // the words for the last figure
	last    int    // the figure of this sentence that a change would speak of, -1 none
	out     []reading.Statistic
}

func (r *reader) sentence(tokens []discourse.Token) {
	r.parent, r.last = "", -1
	runes := r.d.Reading.Text.Runes
	end := tokens[len(tokens)-1].End
	from := tokens[0].Start // where the words for the next figure begin
	read := from            // and how far quantities have been read
	for i, t := range tokens {
		switch t.Kind {
		case discourse.Date:
			if !r.basis(tokens, i) && !r.told(tokens, i) {
				r.period = r.d.String(t.Span)
			}
		case discourse.Org:
			r.subject = r.d.Name(t)
		case discourse.Place:
			if !discourse.Titular(tokens, i) && !r.measured(tokens, i) {
				r.subject = r.d.Name(t)
			}
		}
		if t.Kind == discourse.Comma || t.Kind == discourse.Semi || t.Start == from && (t.Kind == discourse.Org || t.Kind == discourse.Place && alone(tokens, i)) {
			from = t.End // the body that opens a clause is whom it is about, not what is counted
		}
		if t.Kind == discourse.Text {
			from = r.during(t, from)
		}
		if t.Kind == discourse.Date && t.Start == from || t.Kind == discourse.Person && t.End-t.Start > 1 && !owns(tokens, i) {
			from = t.End // when, and who did it, is not what is counted
		}
		if t.Kind == discourse.Date || t.Kind == discourse.Document || t.Kind == discourse.Quote || t.Kind == discourse.Paren || t.Kind == discourse.Person || t.Mark() {
			continue
		}
		for at := max(t.Start, read, from); at < t.End; {
			q, ok := parse(runes[:end], at)
			if !ok || q.end > t.End && crosses(tokens, i, q.end) {
				at++
				continue
			}
			if r.figure(q, from, end) {
				from = q.end
			}
			at, read = q.end, q.end
		}
	}
}

// owns is true for the person at tokens[i] whose something is counted: 老张的收入.
func owns(tokens []discourse.Token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].Is(discourse.Of|discourse.And) || i > 0 && tokens[i-1].Is(discourse.And)
}

// longestFrame is how many characters may name what lasts: 春运期间, 十四五期间.
const longestFrame = 6

// during reads 春运期间 in a run of text as the period of what follows, and gives where the words for a figure begin.
func (r *reader) during(t discourse.Token, from int) int {
	runes := r.d.Reading.Text.Runes
	start := t.Start
	for i := t.Start; i+1 < t.End; i++ {
		if zh.IsSpace(runes[i]) {
			start = i + 1 // behind the lede: 本报讯 春运期间
		}
		if runes[i] != '期' || runes[i+1] != '间' || i < start+2 || i-start > longestFrame {
			continue
		}
		r.period = string(runes[start : i+2])
		r.frame = r.period
		if t.Start == from {
			return i + 2
		}
		return from
	}
	return from
}

// alone is true for the place at tokens[i] that no 的, no join and no other place binds to the words behind it: 中非贸易额.
func alone(tokens []discourse.Token, i int) bool {
	return i+1 == len(tokens) || tokens[i+1].Kind != discourse.Place && !tokens[i+1].Is(discourse.Of|discourse.And)
}

// basis is true for the date at tokens[i] that a figure is only compared with: 较2024年同期增长, 比去年.
func (r *reader) basis(tokens []discourse.Token, i int) bool {
	runes := r.d.Reading.Text.Runes
	if end := tokens[i].End; end+1 < len(runes) && runes[end] == '同' && runes[end+1] == '期' {
		return true
	}
	if i == 0 || tokens[i-1].Kind != discourse.Text {
		return false
	}
	last := runes[tokens[i-1].End-1]
	return last == '较' || last == '比'
}

// told is true for the date at tokens[i] when the paper learned of the figures: 记者昨日获悉, 新华社北京2月15日电.
func (r *reader) told(tokens []discourse.Token, i int) bool {
	for j := i + 1; j < len(tokens) && !tokens[j].Mark(); j++ {
		if tokens[j].Kind != discourse.Text {
			continue
		}
		s := r.d.String(tokens[j].Span)
		if strings.Contains(s, "获悉") || strings.Contains(s, "了解到") || j == i+1 && strings.HasPrefix(s, "电") {
			return true
		}
	}
	return false
}

// measured is true for the place at tokens[i] that a figure is only measured by, or that a lede dates from: 高于全省平均水平, 新华社北京电.
func (r *reader) measured(tokens []discourse.Token, i int) bool {
	if i+1 < len(tokens) {
		next := tokens[i+1]
		if next.Kind == discourse.Date && i+2 < len(tokens) {
			next = tokens[i+2]
		}
		if s := r.d.String(next.Span); next.Kind == discourse.Text && (strings.HasPrefix(s, "电") || strings.HasPrefix(s, "讯") || strings.HasPrefix(s, "平均")) {
			return true
		}
	}
	if i == 0 || tokens[i-1].Kind != discourse.Text && tokens[i-1].Kind != discourse.Word {
		return false
	}
	s := r.d.String(tokens[i-1].Span)
	return strings.HasSuffix(s, "高于") || strings.HasSuffix(s, "低于") || strings.HasSuffix(s, "快于")
}

// crosses is true where a quantity that begins in tokens[i] would run into a mention, a date or a mark.
func crosses(tokens []discourse.Token, i, end int) bool {
	for j := i + 1; j < len(tokens) && tokens[j].Start < end; j++ {
		if k := tokens[j].Kind; k != discourse.Text && k != discourse.Word {
			return true
		}
	}
	return false
}

// figure notes quantity q, whose words begin at from; false where q is only part of the words for the next one.
func (r *reader) figure(q quantity, from, end int) bool {
	runes := r.d.Reading.Text.Runes
	before := string(runes[from:q.start])
	if from == q.start && from > 0 && !strings.ContainsRune("，；：", runes[from-1]) {
		before = r.before // 挂职干部4批31名
	}
	r.before = before
	if compared(before) || bound(runes[:end], q.end) {
		return false
	}
	if ordinal(before) || q.unit == "" || timely(q.unit) {
		return true
	}
	if word, ok := changes(before); ok {
		if r.change(q, before, word) {
			return true
		}
	}
	if countable(q.unit) && people(q.unit) && strings.HasSuffix(strings.TrimSpace(before), "等") || strings.HasSuffix(before, "一行") {
		return true // 甲、乙等11位同志: how long a list is
	}
	if few(q) && !harmed(runes[:end], q.end) || dimension(before, q.unit) {
		return true
	}
	name := r.named(q, before, end)
	if countable(q.unit) && modifies(runes[:end], q.end) {
		return true
	}
	if name == "" || strings.HasSuffix(name, "协议") || strings.HasSuffix(name, "合同") {
		return true
	}
	r.out = append(r.out, reading.Statistic{
		Indicator: name, Value: q.value, Unit: q.unit, Subject: r.subject, Period: r.period,
		Evidence: reading.Evidence{Span: reading.Span{Start: from, End: q.end}, Rule: "figure.quantity"},
	})
	r.last = len(r.out) - 1
	return true
}

// named is what q counts by the words before it, else by those behind it or of the figure that it is joined to.
func (r *reader) named(q quantity, before string, end int) string {
	runes := r.d.Reading.Text.Runes
	name := r.indicator(before, q, end)
	if name == "" && joins(before) && r.last >= 0 && q.unit == r.out[r.last].Unit {
		name = r.out[r.last].Indicator // 分别为6.1万元和5.8万元
	}
	if name == "" {
		name = nounAfter(runes[:end], min(q.end+1, end))
	}
	if name == "" && q.end < end && numeric(runes[q.end]) {
		if next, ok := parse(runes[:end], q.end); ok {
			name = nounAfter(runes[:end], next.end) // 1873户5246人没有脱贫
		}
	}
	if strings.HasPrefix(name, "其中") && r.parent == "" {
		return r.subject // 某镇合作社有46家，其中…
	}
	return name
}

// change reads 同比增长11.05% as the change of the figure before it in the sentence; where there is none it is a figure of
// its own, by the name of what changes.
func (r *reader) change(q quantity, before, word string) bool {
	text := strings.TrimSpace(clip(before, word)) + r.d.String(reading.Span{Start: q.start, End: q.end})
	if r.last >= 0 && r.out[r.last].Change == "" && len([]rune(strings.TrimSpace(head(before, word)))) <= 4 {
		r.out[r.last].Change = text
		return true
	}
	if r.last >= 0 && q.unit == "个百分点" {
		return true
	}
	if q.unit != "%" {
		return q.unit == "个百分点"
	}
	name := trimIndicator(head(before, word))
	if name == "" {
		return true
	}
	r.out = append(r.out, reading.Statistic{
		Indicator: name + "增速", Value: q.value, Unit: q.unit, Subject: r.subject, Period: r.period, Change: text,
		Evidence: reading.Evidence{Span: reading.Span{Start: q.start, End: q.end}, Rule: "figure.change"},
	})
	r.last = len(r.out) - 1
	return true
}

// indicator names what q counts: the words before it, and the noun behind its unit (21个自贸试验区).
func (r *reader) indicator(before string, q quantity, end int) string {
	name := trimIndicator(withoutRise(before))
	if sub, ok := strings.CutPrefix(name, "其中"); ok && r.parent != "" {
		if sub = strings.TrimSpace(sub); measures(sub) || q.unit != r.unit {
			return sub
		}
		return sub + r.parent
	}
	noun := ""
	if countable(q.unit) || !money(q.unit) && (name == "" || verbal(name)) {
		noun = nounAfter(r.d.Reading.Text.Runes[:end], q.end)
	}
	if after := nounAfter(r.d.Reading.Text.Runes[:end], q.end); money(q.unit) && q.unit != "%" && after != "" && gives(name) && fund(after) {
		return after // 送来了5000万元帮扶资金
	}
	if noun != "" && verbal(name) && len([]rune(name)) > longVerbal {
		name = string([]rune(name)[len([]rune(name))-2:]) // 返乡大学生创办的合作社带动65户果农
	}
	if noun != "" && (joins(before) || strings.HasSuffix(strings.TrimSpace(before), "等")) {
		return noun // 6项国际级赛事和10项国家级赛事, 甲公司等7家企业
	}
	if len([]rune(name)) <= shortIndicator && noun == "" && r.parent != "" && q.unit == r.unit && !measures(name) {
		return name + r.parent
	}
	if r.parent == "" && name != "" {
		r.parent, r.unit = name, q.unit
	}
	return name + noun
}

// longVerbal is how many characters before a count are more than its verb and what goes with it.
const longVerbal = 8

// gives is true for words that end in a verb of giving or spending.
func gives(name string) bool {
	return zh.EndsWith(name, "送来", "送去", "拨付", "投入", "安排", "捐赠", "捐助", "援助", "给予", "发放", "下达", "落实", "提供", "筹集", "争取", "拿出", "带来", "支持", "拨出", "划拨", "兑现", "先安排")
}

// fund is true for a noun that money is for: 帮扶资金, 慰问金.
func fund(noun string) bool {
	return zh.EndsWith(noun, "资金", "金", "款", "费用", "经费", "补贴", "贷款", "物资")
}

// measures is true for a noun that says by itself what is measured: 零售额, 总产量, 占地面积.
func measures(name string) bool {
	for _, w := range [...]string{"额", "量", "数", "积", "率", "值", "资", "产", "入", "度"} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

// shortIndicator is how many characters an item of a list has that needs the list's own name (棉花).
const shortIndicator = 3
