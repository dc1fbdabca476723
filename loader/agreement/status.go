package agreement

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// status is how far the document is: signed where a verb signs it, planned after 将 or 拟, referred to where the text
// recalls it or only names it.
func (r *reader) status(c *clause.Clause, p paper) reading.AgreementStatus {
	verb := p.verb
	if verb < 0 && zh.Holds(c.Text(c.Comma(p.at)+1, p.at), "加入") {
		return reading.Referred
	}
	if verb < 0 {
		return unsigned(c, p)
	}
	if c.Noted(verb, discourse.Future) || strings.Contains(c.Text(c.Comma(verb)+1, verb), "同意由") || strings.Contains(c.Text(c.Comma(verb)+1, verb), "同意") && c.Tokens[0].Is(discourse.Session) {
		return reading.Planned
	}
	if jubilee.MatchString(c.Text(verb+1, len(c.Tokens))) || verb < p.at && c.D.String(c.Tokens[verb].Span) == "签" && strings.HasPrefix(c.D.String(c.Next(verb).Span), "有") && !zh.BeginsWith(c.D.String(c.Next(verb).Span), "有关", "有效") {
		return reading.Referred // 目前已与某公司签有协议
	}
	if deadline(c, verb) || wished(c, verb) || r.ahead(c, p) != "" {
		return reading.Planned
	}
	if verb > p.at && planned(c, p.at) && !strings.HasSuffix(c.Text(p.at, verb), "自") {
		return reading.Planned
	}
	if c.Noted(verb, discourse.Past) || verb > p.at && strings.HasSuffix(c.Text(p.at, verb), "自") || r.first(c, p) || r.known(c, p) {
		return reading.Referred
	}
	if c.Recalled(verb) || zh.BeginsWith(c.Text(0, len(c.Tokens)), "此前，", "之前，", "早前，", "在此之前，") {
		return reading.Referred
	}
	if day, own := day(c, verb); own && r.d.Article != nil && !clause.Recent(day.Latest(), r.d.Article.PublishedAt) {
		if clause.SameYear(day.Latest(), r.d.Article.PublishedAt) && (zh.BeginsWith(c.D.String(c.Next(verb).Span), "了") || zh.EndsWith(c.D.String(c.Tokens[verb].Span), "了")) && len(day.Start) >= len("2006-01") {
			return reading.Signed // 今年5月，甲与乙签订了…: told as news of the year
		}
		if len(day.Start) < len("2006") || day.Start[:4] != year(r.d.Article.PublishedAt) || len(day.Start) >= len("2006-01") {
			return reading.Referred
		}
	}
	return reading.Signed
}

// unsigned is how far a document is that no verb signs: 双方发表《…联合声明》, 双方将发表《…联合声明》.
func unsigned(c *clause.Clause, p paper) reading.AgreementStatus {
	future := c.Noted(p.at, discourse.Future)
	switch {
	case issued(c, p) && !future:
		return reading.Signed
	case issued(c, p), planned(c, p.at), negotiated(c, p):
		return reading.Planned
	case future && !c.Noted(p.at, discourse.Duty) && !carried(c, p):
		return reading.Planned
	}
	return reading.Referred
}

// negotiated is true for a document that its clause only tells talks about: 与某院洽谈共建协议.
func negotiated(c *clause.Clause, p paper) bool {
	before := c.D.String(reading.Span{Start: c.Tokens[c.Comma(p.at)+1].Start, End: p.span.Start})
	return zh.EndsWith(strings.TrimRight(before, "《"), talks[:]...)
}

// carried is true where 将 only puts its object in front: 将其写入《…协定》, 将《…协定》落到实处.
func carried(c *clause.Clause, p paper) bool {
	before := strings.TrimSuffix(c.D.String(reading.Span{Start: c.Tokens[c.Comma(p.at)+1].Start, End: p.span.Start}), "《")
	return zh.Holds(before, "纳入", "写入", "列入", "载入") || strings.HasSuffix(before, "将")
}

// known is true for a document that its signing only describes, without a day of its own (落实好与某校签订的…): no
// signing has been told yet.
func (r *reader) known(c *clause.Clause, p paper) bool {
	if p.verb > p.at || p.verb+1 >= p.from || !c.Tokens[p.verb+1].Is(discourse.Of) {
		return false
	}
	if _, own := c.Day(p.verb); own {
		return false
	}
	if c.Noted(p.verb, discourse.Duty) {
		return true
	}
	return !slices.ContainsFunc(r.events, func(e reading.Event) bool {
		return e.Type == reading.Signing && e.Evidence.Start <= p.span.Start
	})
}

// wished is true where the clause of the verb only wants the signing, and nothing says that it is done: 希望早日签署.
func wished(c *clause.Clause, verb int) bool {
	next := c.Next(verb)
	if next.Is(discourse.Of) || next.Kind == discourse.Text && zh.BeginsWith(c.D.String(next.Span), "了", "过") {
		return false
	}
	return c.Tokens[verb].Is(discourse.Settle) && !strings.HasSuffix(c.Text(c.Comma(verb)+1, verb), "已") ||
		c.Wanted(verb) || zh.Holds(c.Text(c.Comma(verb)+1, verb), hopes[:]...)
}

// hopes is the words before a verb that leave open whether it is done, besides those by which it is only wanted.
var hopes = [...]string{"推动", "加快", "有意", "探讨", "是否", "如果", "接近", "要求", "寻求", "考虑"}

// day is the date that the verb speaks of: the one right behind it (签订于1997年), else the nearest before it.
func day(c *clause.Clause, verb int) (discourse.Day, bool) {
	if verb+2 < len(c.Tokens) && c.Tokens[verb+1].Is(discourse.At) && c.Tokens[verb+2].Kind == discourse.Date {
		if d := c.D.Dates[c.Tokens[verb+2].Index]; d.Start != "" {
			return d, true
		}
	}
	return c.Day(verb)
}

// within ends in the time in which something is still to be done: 年内签订, not 一年内签订.
var within = regexp.MustCompile(`(?:^|[^一二两三四五六七八九十百0-9半])[年月]内$|(?:年底|年末|月底)前$`)

// deadline is true where the clause of the verb says by when it is to be done: 于5月15日前签订.
func deadline(c *clause.Clause, verb int) bool {
	if within.MatchString(c.Text(c.Comma(verb)+1, verb)) {
		return true
	}
	for j := c.Comma(verb) + 1; j < verb; j++ {
		if c.Tokens[j].Kind == discourse.Date && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "前", "之前", "以前") {
			return true
		}
	}
	return false
}

func year(date string) string {
	if len(date) < 4 {
		return ""
	}
	return date[:4]
}

// planned is true where what follows the document at token i says that it is still being made.
func planned(c *clause.Clause, i int) bool {
	rest := c.Text(i+1, len(c.Tokens))
	if _, after, ok := strings.Cut(rest, "计划"); ok && strings.Contains(after, "签") {
		return true
	}
	return zh.Holds(rest, "推迟到", "推迟至", "延至", "起草", "正在商", "商谈", "拟签", "拟于", "将签", "待签", "再行签", "征求意见", "正在洽谈") ||
		zh.Holds(c.Text(i+1, stop(c, i)), "磋商", "商讨")
}

// stop is the mark that closes the clause of token i.
func stop(c *clause.Clause, i int) int {
	for i++; i < len(c.Tokens) && (!c.Tokens[i].Mark() || c.Tokens[i].Kind == discourse.Dun); i++ {
	}
	return min(i, len(c.Tokens))
}

// first is true for a document that only tells which state was the first to sign it: 首个同中国签署…的国家.
func (r *reader) first(c *clause.Clause, p paper) bool {
	return p.after < len(c.Tokens) && c.Tokens[p.after].Is(discourse.Of) && p.verb < p.after || pioneer(c, p.verb)
}

// pioneer is true where the clause says who was the first to do what the verb at token i says.
func pioneer(c *clause.Clause, i int) bool {
	return zh.Holds(c.Text(c.Comma(i)+1, i), "首个", "最早", "第一个", "首批", "率先")
}

// issued is true for a joint document that was made public, as good as signed: 双方发表《…联合声明》.
func issued(c *clause.Clause, p paper) bool {
	return zh.EndsWith(p.title, "声明", "公报", "宣言") && zh.Holds(c.Text(c.Comma(p.at)+1, p.at), "发表", "发布", "通过")
}

// date is the day of signing as a partial ISO date: the one that its clause gives, for a planned document also one that
// follows, for what the article reports the day of its signing. "" unknown.
func (r *reader) date(c *clause.Clause, p paper, status reading.AgreementStatus) string {
	at := max(p.verb, 0)
	if p.verb >= 0 && jubilee.MatchString(c.Text(p.verb+1, len(c.Tokens))) {
		return ""
	}
	if p.verb < 0 && status == reading.Signed { // made public: 双方发表《…》
		at = p.at
	}
	day, own := day(c, at)
	switch status {
	case reading.Signed:
		if own && (p.verb < 0 || dated(c, p.verb) || !ever(c.Text(c.Comma(p.verb)+1, p.verb))) {
			return day.Start
		}
		if r.lasting(c, p) {
			return ""
		}
		for _, e := range slices.Backward(r.events) {
			if e.Type == reading.Signing && e.Start != "" && e.Evidence.Start <= p.span.Start {
				if on := r.paragraph(c); on != "" && !r.beside(e.Evidence.Start, p.span.Start) {
					return on
				}
				return e.Start
			}
		}
		return r.anchored(c, p, day)
	case reading.Planned:
		for j := p.at; j < len(c.Tokens); j++ {
			if t := c.Tokens[j]; t.Kind == discourse.Date && !deadline(c, max(p.verb, 0)) && strings.Contains(c.Text(j, len(c.Tokens)), "签") {
				return r.d.Dates[t.Index].Start
			}
		}
		return r.planned(c, p)
	case reading.Referred:
		if own && p.verb >= 0 {
			return day.Start
		}
	}
	return ""
}

// paragraph is the day that the paragraph has come to before the sentence, "" where it gives none: 31日，分会场开市。…两区文旅局续签备忘录.
func (r *reader) paragraph(c *clause.Clause) string {
	for s, ok := r.d.Before(c.Sentence); ok && s.Part == c.Sentence.Part; s, ok = r.d.Before(s) {
		if day, own := r.d.DayOf(s, s.First+len(r.d.Rest(s))-1); own && len(day.Start) == len("2006-01-02") && day.End == "" {
			return day.Start
		}
	}
	return ""
}

// anchors is what opens a sentence that goes on with what was told last, and afters what opens one behind a meeting.
var (
	anchors = [...]string{"会上", "会前", "仪式上", "席间", "当天", "当日", "同日", "活动现场", "现场"}
	afters  = [...]string{"会谈后", "会见后", "会晤后", "会后", "随后", "会谈结束后", "会议结束后", "会见前", "会谈前", "会见结束", "会谈结束", "座谈结束", "会议结束", "签约前", "揭牌前", "仪式前", "开幕前", "开工前", "揭牌后", "仪式后", "座谈后", "考察结束后"}
)

// anchored is the day of what the sentence of p says it follows: 会谈后，双方签署…. "" if it follows nothing.
func (r *reader) anchored(c *clause.Clause, p paper, day discourse.Day) string {
	text := c.Text(0, len(c.Tokens))
	if zh.BeginsWith(text, afters[:]...) {
		for _, e := range slices.Backward(r.events) {
			if e.Evidence.Start <= p.span.Start && e.Start != "" && (e.Type == reading.Meeting || e.Type == reading.Ceremony) {
				return e.Start
			}
		}
	}
	if zh.BeginsWith(text, anchors[:]...) || zh.BeginsWith(text, afters[:]...) {
		return day.Start
	}
	return ""
}

// lasting is true for what has been signed over time, on no one day, or on one of several days that isn't told: 访问期间，双方签署了….
func (r *reader) lasting(c *clause.Clause, p paper) bool {
	if p.verb < 0 {
		return !issued(c, p)
	}
	text := c.Text(0, p.verb)
	return ever(text) || strings.Contains(c.Text(c.Comma(p.verb)+1, p.verb), "先后") || zh.Holds(text, "期间", "其间") && r.paragraph(c) == ""
}

// ever is true for what stands before a verb that says what has been signed up to now: 我国已与50多个国家签署….
func ever(text string) bool {
	return zh.Holds(text, "已与", "已同", "累计", "年来", "年间", "目前", "截至") || states.MatchString(text)
}

// dated is true where a date stands in the clause of the verb before it, not only in that of who learnt of it: 记者3月5日获悉，….
func dated(c *clause.Clause, verb int) bool {
	for j := c.Comma(verb) + 1; j < verb; j++ {
		if c.Tokens[j].Kind == discourse.Date {
			return true
		}
	}
	return false
}

var (
	jubilee = regexp.MustCompile(`^[0-9一二三四五六七八九十]+周年`)               // 条约签订30周年
	states  = regexp.MustCompile(`[0-9]+个(?:\p{Han}{1,6})?(?:国家|组织)`) // 与29个国家和地区签署
)
