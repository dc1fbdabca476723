package discourse

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/zh/date"
	"github.com/baopu/baopu/loader/reading"
)

// Day is a date of the text, resolved: partial ISO dates, End "" for one day. Both are "" where the text is vague.
type Day struct {
	reading.Span
	Start, End string
	stated     bool // its sentence names the year
}

// Latest is the last day that d may mean, as a partial ISO date.
func (d Day) Latest() string {
	if d.End != "" {
		return d.End
	}
	return d.Start
}

// days is the dates of r's text, those that it leaves open too.
func days(r *reading.Reading) []Day {
	published := ""
	if r.Article != nil {
		published = r.Article.PublishedAt
	}
	if len(r.Text.Parts) == 0 {
		return nil
	}
	from := r.Text.Parts[0].Start
	found := date.Find(r.Text.Runes[from:r.Text.Parts[len(r.Text.Parts)-1].End], published)
	out := make([]Day, 0, len(found))
	dated := false           // a month has been named
	stated, year := "", from // the last year that was named, and the end of its date
	for _, f := range found {
		if n := len(out) - 1; n >= 0 && f.To == "" && out[n].End == "" && len(out[n].Start) == wholeDay && len(f.From) == wholeDay && out[n].Start < f.From &&
			spans(r.Text.Runes[out[n].Span.End:from+f.Start]) {
			out[n].End, out[n].Span.End = f.From, from+f.End // 当天至17日, 从当天起至17日
			continue
		}
		day := Day{Span: reading.Span{Start: from + f.Start, End: from + f.End}, Start: f.From, End: f.To}
		bare := f.To == "" && bareDay(r.Text.Runes[day.Span.Start:day.Span.End])
		if bare && len(day.Start) == wholeDay && len(published) == wholeDay && (led(r.Text.Runes, day, published) || !dated && day.Start < published) {
			day.Start, day.End = past(day.Start, published), ""
		}
		day.stated = f.Stated || stated != "" && strings.HasPrefix(day.Start, stated) && !slices.ContainsFunc(r.Text.Runes[year:day.Span.Start], func(c rune) bool { return c == '。' || c == '\n' })
		if f.Stated && len(f.From) >= len("2006") {
			stated, year = f.From[:len("2006")], day.Span.End
		}
		dated = dated || !bare && len(day.Start) >= len("2006-01")
		out = append(out, day)
	}
	return out
}

// spans is true for what joins the two ends of a stretch of days.
func spans(between []rune) bool {
	if len(between) > 1 && between[0] == '起' {
		between = between[1:]
	}
	return len(between) == 1 && (between[0] == '至' || between[0] == '到')
}

// wholeDay is how long an ISO day is.
const wholeDay = len("2006-01-02")

// led is true for a bare day (22日上午) that a month yet to come before it has led astray: it lies after the issue, and its
// clause plans nothing.
func led(text []rune, d Day, published string) bool {
	if len(d.Start) != wholeDay || d.End != "" || len(published) != wholeDay || d.Start <= published {
		return false
	}
	for i := d.Span.Start - 1; i >= 0 && i > d.Span.Start-12 && text[i] != '，' && text[i] != '。'; i-- {
		if text[i] == '将' || text[i] == '于' || text[i] == '拟' {
			return false
		}
	}
	return d.Span.End >= len(text) || text[d.Span.End] != '将'
}

// soon is how many days after the issue a day may lie that is only planned.
const soon = 45

// foresee takes the days that their sentences plan for those of the coming year.
func (d *Discourse) foresee() {
	if d.Article == nil || len(d.Article.PublishedAt) != wholeDay {
		return
	}
	for i, t := range d.Tokens {
		if t.Kind == Date && coming(d.Dates[t.Index], d.Article.PublishedAt) && d.planned(i) {
			day := &d.Dates[t.Index]
			day.Start, day.End = nextYear(day.Start), nextYear(day.End)
		}
	}
}

// coming is true for a day of the month whose year the sentence doesn't name, where that day of the next year lies soon after the issue.
func coming(d Day, published string) bool {
	if len(d.Start) != wholeDay || d.Start >= published || d.stated {
		return false
	}
	issue, err := time.Parse(time.DateOnly, published)
	next, errNext := time.Parse(time.DateOnly, nextYear(d.Start))
	return err == nil && errNext == nil && next.After(issue) && next.Sub(issue) <= soon*24*time.Hour
}

// planned is true where the clause of the date at tokens[i] plans something, or the one that it opens: 7月2日上午9时，某某将出席…. Of the
// day after the issue any clause of the sentence may. 将 before a person or a body is 把: 7月2日，警方将某某抓获.
func (d *Discourse) planned(i int) bool {
	morrow := nextYear(d.Dates[d.Tokens[i].Index].Start) == nextDay(d.Article.PublishedAt)
	opens := d.Tokens[min(i+1, len(d.Tokens)-1)]
	if opens.Kind == Text && strings.HasSuffix(d.String(opens.Span), "时") {
		i++
	}
	for j := i + 1; j+1 < len(d.Tokens) && d.Tokens[j].Kind != Stop; j++ {
		if t := d.Tokens[j]; t.Mark() && t.Kind != Dun && j > i+1 && !morrow {
			return false
		}
		if d.Tokens[j].Is(Future) && strings.Contains(d.String(d.Tokens[j].Span), "将") {
			next := d.Tokens[j+1]
			return next.Kind != Person && next.Kind != Org && next.Kind != Quote && !next.Is(Pronoun)
		}
	}
	return false
}

// nextDay is the ISO day after day, "" for none.
func nextDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// nextYear is an ISO day a year on, "" for none.
func nextYear(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(1, 0, 0).Format(time.DateOnly)
}

// bareDay is true for a day without its month: 22日上午.
func bareDay(text []rune) bool {
	digits := false
	for _, r := range text {
		switch {
		case r == '日' || r == '号':
			return digits
		case '0' <= r && r <= '9', strings.ContainsRune("一二三四五六七八九十", r):
			digits = true
		default:
			return false
		}
	}
	return false
}

// past is the nearest day of the same number that isn't after the issue.
func past(day, published string) string {
	t, err := time.Parse(time.DateOnly, published[:len("2006-01-")]+"01")
	if err != nil {
		return ""
	}
	if day[len("2006-01-"):] > published[len("2006-01-"):] {
		t = t.AddDate(0, -1, 0)
	}
	return t.Format("2006-01-") + day[len("2006-01-"):]
}

// dayAt is the day that the text speaks of from token Token on.
type dayAt struct {
	token int
	day   Day
}

// trackDays notes each whole day that the story comes to, for the sentences after it that name none. It comes to none that is still to
// come (将8月15日设立为…).
func (d *Discourse) trackDays() []dayAt {
	var out []dayAt
	issue := ""
	if d.Article != nil {
		issue = d.Article.PublishedAt
	}
	for _, s := range d.Sentences {
		if !s.Body() {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if t := d.Tokens[i]; t.Kind == Date && len(d.Dates[t.Index].Start) == wholeDay && (len(issue) < wholeDay || d.Dates[t.Index].Start <= issue) && (s.lede || !d.limit(i) && !d.sourced(s, i) && !d.said(s, i)) {
				out = append(out, dayAt{i, d.Dates[t.Index]})
			}
		}
	}
	return out
}

// limit is true for the date at tokens[i] that only bounds something: 5月20日前完工, 截至7月底, 展期至6月20日, 自9月1日起.
func (d *Discourse) limit(i int) bool {
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Text {
		switch d.Reading.Text.Runes[d.Tokens[i+1].Start] {
		case '前', '起', '止':
			return true
		}
	}
	if i == 0 || d.Tokens[i-1].Kind != Text {
		return false
	}
	s := d.String(d.Tokens[i-1].Span)
	return strings.HasSuffix(s, "至") || strings.HasSuffix(s, "截止") || strings.HasSuffix(s, "自") || strings.HasSuffix(s, "从")
}

// Since is true for the date at tokens[j] of a sentence from which something began: 变化从去年开始.
func (d *Discourse) Since(tokens []Token, j int) bool {
	return j > 0 && j+1 < len(tokens) && tokens[j-1].Kind == Text && tokens[j+1].Kind == Text && strings.HasSuffix(d.String(tokens[j-1].Span), "从") &&
		(strings.HasPrefix(d.String(tokens[j+1].Span), "开始") || strings.HasPrefix(d.String(tokens[j+1].Span), "起"))
}

// Deadline is true for the date at tokens[i] by which something is to be done: 5月20日前完工.
func (d *Discourse) Deadline(i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Text && d.Reading.Text.Runes[d.Tokens[i+1].Start] == '前'
}

// until is true for the date at tokens[i] up to which something was counted: 截至11月15日.
func (d *Discourse) until(i int) bool {
	if i == 0 || d.Tokens[i-1].Kind != Text {
		return false
	}
	s := d.String(d.Tokens[i-1].Span)
	return strings.HasSuffix(s, "截至") || strings.HasSuffix(s, "截止")
}

// topical is true for the date at tokens[i] of s that only says what something is about: 围绕7月5日会见时的共识, 根据3月1日的协议.
func (d *Discourse) topical(s Sentence, i int) bool {
	if i == s.First {
		return false
	}
	t := d.Tokens[i-1]
	return t.Is(Duty) || t.Kind == Text && (strings.HasSuffix(d.String(t.Span), "围绕") || strings.HasSuffix(d.String(t.Span), "就") || strings.HasSuffix(d.String(t.Span), "针对"))
}

// sourced is true for the date at tokens[i] of s on which the paper learned of things, not when they happened: 据某社5日报道, 记者今天
// 从某局获悉.
func (d *Discourse) sourced(s Sentence, i int) bool {
	for j := i + 1; j < s.Last; j++ {
		t := d.Tokens[j]
		if t.Mark() || t.Is(Convene|Session|Rite|SignRite) { // 昨天召开的发布会上获悉: its day
			return false
		}
		if t.Kind != Text {
			continue
		}
		for _, w := range [...]string{"报道", "获悉", "了解到", "消息"} {
			if strings.Contains(d.String(t.Span), w) {
				return true
			}
		}
	}
	return false
}

// said is true for 今天 and the like at tokens[i] of s in what somebody is reported to say (某某说，今天是好日子): it is the speaker's day, on
// which the story needn't play. 今天（3月6日） is the paper's.
func (d *Discourse) said(s Sentence, i int) bool {
	if runes := d.Reading.Text.Runes; !strings.ContainsRune("今昨明", runes[d.Tokens[i].Start]) || i+1 < s.Last && d.Tokens[i+1].Kind == Paren {
		return false
	}
	if i+1 < s.Last && d.Tokens[i+1].Kind == Text && strings.HasPrefix(d.String(d.Tokens[i+1].Span), "这样") {
		return true // 取得今天这样的成就
	}
	for j := s.First; j+1 < i; j++ {
		if d.Tokens[j].Is(Say) && d.Tokens[j+1].Kind == Comma {
			return true
		}
	}
	return false
}

// lately is true for a word that says only that something is news.
func lately(word string) bool {
	switch word {
	case "近日", "日前", "近期", "最近", "不久前", "前不久", "连日来", "前些天", "前几天":
		return true
	}
	return false
}

// dated is true for the date at tokens[i] of s behind a whole day and a comma, where it can only begin a name. The day may say in
// brackets which one it is: 今天（3月5日），2024年某省推介会举行.
func (d *Discourse) dated(s Sentence, i int) bool {
	k := i - 2
	if k > s.First && d.Tokens[k].Kind == Paren {
		k--
	}
	return k >= s.First && d.Tokens[i-1].Kind == Comma && d.Tokens[k].Kind == Date && len(d.Dates[d.Tokens[k].Index].Start) == wholeDay
}

// yearly is true for the date at tokens[i] that only begins what is of a year: 2021年度报告.
func (d *Discourse) yearly(i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Text && strings.HasPrefix(d.String(d.Tokens[i+1].Span), "度")
}

// then is the last date of the sentence before s, where s opens by going back to it: 去年3月推出。当时，. 当时的县长 goes nowhere.
func (d *Discourse) then(s Sentence) (Day, bool) {
	before, ok := d.Before(s)
	if !ok || d.Tokens[s.First].Kind != Text && d.Tokens[s.First].Kind != Date || d.String(d.Tokens[s.First].Span) != "当时" {
		return Day{}, false
	}
	for i := before.Last - 1; i >= before.First; i-- {
		if t := d.Tokens[i]; t.Kind == Date && d.Dates[t.Index].Start != "" {
			return d.Dates[t.Index], true
		}
	}
	return Day{}, false
}

// ofYear is true for the year at tokens[i] that only belongs to the object of another clause than that of tokens[j].
func (d *Discourse) ofYear(i, j int) bool {
	if i == 0 || d.Tokens[i-1].Kind != Text || d.Tokens[i+1].Kind != Text || !strings.HasSuffix(d.String(d.Tokens[i-1].Span), "了") {
		return false
	}
	return slices.ContainsFunc(d.Tokens[i:j], func(t Token) bool { return t.Kind == Comma })
}

// parted is true where a semicolon parts tokens[i] from tokens[j].
func (d *Discourse) parted(i, j int) bool {
	return slices.ContainsFunc(d.Tokens[i:j], func(t Token) bool { return t.Kind == Semi })
}

// DayOf is the date that the predicate at token speaks of: the nearest before it in its sentence, or that of the sentence before, where
// this one goes back to it by 当时; of whatever precision, with own true, "" where the text leaves it open (近日). Else the last whole day
// that the story came to, with own false.
func (d *Discourse) DayOf(s Sentence, token int) (day Day, own bool) {
	var coarse Day
	for i := token; i >= s.First; i-- {
		if d.Tokens[i].Kind != Date || i < token && (d.Deadline(i) || d.topical(s, i) || d.sourced(s, i) || d.until(i)) {
			continue
		}
		switch t := d.Dates[d.Tokens[i].Index]; {
		case t.Start == "" && lately(d.String(d.Tokens[i].Span)):
			return coarse, true // 近日 is no day that the story has come to
		case t.Start == "":
		case len(t.Start) < wholeDay && (d.yearly(i) || i > s.First && d.parted(i, token)): // 关于2021年度情况的报告；….
		case len(t.Start) == len("2006") && d.ofYear(i, token): // 通报了2015年考核结果，并签订….
		case len(t.Start) < wholeDay && d.dated(s, i):
			coarse = t // 3月29日上午，2021年第一季度项目开工仪式举行
		case len(t.Start) == wholeDay, i == s.First, d.Tokens[i-1].Kind != Text && d.Tokens[i-1].Kind != Place && d.Tokens[i-1].Kind != Org:
			return t, true
		case coarse.Start == "":
			coarse = t // a year inside a name (全市一季度项目签约仪式) gives way to a day
		}
	}
	if coarse.Start != "" {
		return coarse, true
	}
	if then, ok := d.then(s); ok {
		return then, true
	}
	n, _ := slices.BinarySearchFunc(d.days, s.First, func(x dayAt, first int) int { return cmp.Compare(x.token, first) })
	if n > 0 {
		return d.days[n-1].day, false
	}
	return Day{}, false
}
