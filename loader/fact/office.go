package fact

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// appointments maps the words for posts that verbs of d's text give or take to the day that their sentence states for that.
func appointments(d *discourse.Discourse, days map[reading.Span]string) {
	for _, p := range d.People {
		for _, q := range p.Posts {
			if q.Evidence.Rule != "title.verb" {
				continue
			}
			if day := appointed(d, p.Name, q); day != "" {
				days[q.Evidence.Span] = day
			}
		}
	}
}

// give sets the dates of r's posts.
func give(r *reading.Reading, days map[reading.Span]string) {
	for i := range r.People {
		for k := range r.People[i].Posts {
			if q := &r.People[i].Posts[k]; q.Evidence.Rule == "title.verb" {
				q.Date = days[q.Evidence.Span]
			}
		}
	}
}

// appointed is the day on which name came to post q or left it, "" where the sentence states none. A day to come is one only of
// who begins from it on (自4月1日起任); others are planned.
func appointed(d *discourse.Discourse, name string, q reading.Post) string {
	s, token, ok := within(d, q.Evidence.Start)
	if !ok {
		return ""
	}
	day, own := d.DayOf(s, token)
	if !own || day.Start == "" || day.End != "" || day.Span.End > q.Evidence.Start || day.Span.Start < d.Tokens[s.First].Start {
		return ""
	}
	between := d.String(reading.Span{Start: day.Span.End, End: q.Evidence.Start})
	after := d.String(reading.Span{Start: q.Evidence.End, End: min(q.Evidence.End+2, len(d.Reading.Text.Runes))})
	since := strings.HasPrefix(between, "起")
	switch {
	case !since && d.Article != nil && d.Article.PublishedAt != "" && day.Start > d.Article.PublishedAt,
		zh.BeginsWith(after, "前", "之前"),
		zh.BeginsWith(after, "后", "之后", "以后", "以来") && strings.Contains(between, "，"): // 10日接受专访，这是他当选总理后首次
		return ""
	}
	switch q.Status {
	case reading.Appointed, reading.Removed:
		if zh.Holds(between, told[:]...) {
			return ""
		}
	case reading.Current, reading.Acting:
		if !begins(between, name) {
			return ""
		}
	case reading.Former, reading.Proposed:
		return ""
	}
	return day.Start
}

// told are words for what is done or said of somebody else's coming or going, on a day of its own: 12月5日，某某致电某某，祝贺他当选总统.
var told = [...]string{
	"贺", "致电", "致信", "宣布", "表示", "提出", "透露", "会见", "会谈", "通电话", "提名", "候选", "建议", "请求", "申请",
	"获悉", "得知", "了解到", "报道", "消息", "公布", "通报", "证实",
}

// begins is true for the words between a date and a post that say no more than that name took it: 起任, ，某某同志出任.
func begins(between, name string) bool {
	if strings.ContainsAny(strings.TrimPrefix(between, "，"), "，；：。") {
		return false
	}
	for _, w := range [...]string{"起", "，", name, "同志", "开始", "正式"} {
		between = strings.TrimPrefix(between, w)
	}
	return zh.BeginsWith(between, "任", "担任", "出任", "就任", "接任", "升任", "调任", "转任", "改任", "兼任", "代理")
}

// within is the sentence and the token in which the character at offset at stands; false for none, as in another item of the text.
func within(d *discourse.Discourse, at int) (discourse.Sentence, int, bool) {
	token, found := slices.BinarySearchFunc(d.Tokens, at, func(t discourse.Token, at int) int { return cmp.Compare(t.Start, at) })
	if !found {
		token--
	}
	n, found := slices.BinarySearchFunc(d.Sentences, token, func(s discourse.Sentence, token int) int { return cmp.Compare(s.First, token) })
	if !found {
		n--
	}
	if token < 0 || n < 0 || d.Tokens[token].End <= at || d.Sentences[n].Last <= token {
		return discourse.Sentence{}, 0, false
	}
	return d.Sentences[n], token, true
}
