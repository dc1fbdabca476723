package agreement

import (
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// ahead is the day after the issue on which document p is to be signed: the one that its verb speaks of, or the one to which that is put
// off. "" if there is none.
func (r *reader) ahead(c *clause.Clause, p paper) string {
	if r.d.Article == nil || p.verb < 0 {
		return ""
	}
	for j := min(p.verb, p.at) + 1; j < len(c.Tokens) && c.Tokens[j].Kind != discourse.Semi; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Date && zh.EndsWith(c.Text(0, j), delays[:]...) && r.later(r.d.Dates[t.Index]) {
			return r.d.Dates[t.Index].Start
		}
	}
	if d, own := day(c, p.verb); own && r.later(d) {
		return when(d)
	}
	return ""
}

// later is true for a day after the issue.
func (r *reader) later(d discourse.Day) bool {
	issue := r.d.Article.PublishedAt
	if d.Start == "" || len(d.Start) > len(issue) {
		return false
	}
	if same := issue[:len(d.Start)]; d.Start != same || len(d.Start) != len("2006-01") || len(issue) < len("2006-01-02") {
		return d.Start > same
	}
	text, date := r.d.String(d.Span), issue[len("2006-01-"):]
	return strings.HasSuffix(text, "下旬") && date <= "20" || strings.HasSuffix(text, "中旬") && date <= "10" || strings.HasSuffix(text, "底") && date <= "20"
}

// planned is the day on which document p, which is only planned, is to be signed, as far as the sentence tells it: also by when it is to be
// done, and when the meeting is at which it will be.
func (r *reader) planned(c *clause.Clause, p paper) string {
	if day := r.ahead(c, p); day != "" || r.d.Article == nil || p.verb < 0 {
		return day
	}
	from := c.Comma(p.verb) + 1
	if text := c.Text(from, p.verb); zh.Holds(text, "年底", "年内", "年末") && !zh.Holds(text, "明年", "去年", "后年") {
		return year(r.d.Article.PublishedAt)
	}
	if from > 0 && zh.Holds(c.Text(from, p.verb), "届时", "其间") {
		from = 0 // 9月中旬某市将回访，届时签订
	}
	for j := p.verb - 1; j >= from; j-- {
		if t := c.Tokens[j]; t.Kind == discourse.Date && len(r.d.Dates[t.Index].Start) < len("2006-01-02") {
			return r.due(r.d.Dates[t.Index])
		}
	}
	return ""
}

// due is the next day after the issue that a date without a year may mean.
func (r *reader) due(d discourse.Day) string {
	issue := r.d.Article.PublishedAt
	if r.later(d) || len(d.Start) == len("2006-01") && strings.HasPrefix(issue, d.Start) {
		return when(d)
	}
	if len(d.Start) < len("2006-01") || zh.Holds(r.d.String(d.Span), "年", "今", "昨", "上", "当", "同") {
		return ""
	}
	var y int
	if _, err := fmt.Sscanf(d.Start[:4], "%d", &y); err != nil {
		return ""
	}
	d.Start, d.End = fmt.Sprintf("%04d%s", y+1, d.Start[4:]), ""
	if !r.later(d) {
		return ""
	}
	return d.Start
}

// when is what a date says of one signing: of a quarter or half of a year, the year.
func when(d discourse.Day) string {
	if month := len("2006-01"); len(d.Start) == month && len(d.End) == month {
		return year(d.Start)
	}
	return d.Start
}

// delays is what stands before the day to which something is put off.
var delays = [...]string{"推迟到", "推迟至", "延期到", "延期至", "延至", "延后至", "延后到", "改在", "改到", "改至", "改于", "改期至", "改期到", "推迟到今年", "推迟至今年"}
