package date

import (
	"fmt"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/zh"
)

// day is a partial date; month and day are 0 where unknown.
type day struct{ year, month, day int }

func (d day) String() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// exists reports whether the calendar has d, and its year four digits: 昨天 of a paper of the year 1 is no date.
func (d day) exists() bool {
	if d.year < 1 || d.year > 9999 {
		return false
	}
	if d.month == 0 || d.day == 0 {
		return d.month <= 12
	}
	t := d.time()
	return t.Month() == time.Month(d.month) && t.Day() == d.day
}

func (d day) time() time.Time {
	return time.Date(d.year, time.Month(max(d.month, 1)), max(d.day, 1), 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) day { return day{t.Year(), int(t.Month()), t.Day()} }

// parseDay reads a partial ISO date; the zero day for anything else.
func parseDay(s string) day {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			d := dayOf(t)
			switch len(layout) {
			case 7:
				d.day = 0
			case 4:
				d.month, d.day = 0, 0
			}
			return d
		}
	}
	return day{}
}

// resolver carries what later expressions lean on.
type resolver struct {
	text      []rune
	published day
	base      day // the day of 今天: of the dateline, else of the publication
	last      day // of the last expression, the end of a range
	month     day // whose month a bare day takes: of the last expression with a day, or of a month in the same sentence
	named     day // the last expression with a day
	story     day // the day that 当天 stands for
	told      day // the last day that is not ahead: that of the story in the next paragraph
	stated    int // year stated in this sentence
}

// sentence forgets what doesn't reach beyond a sentence, and beyond a paragraph: there a bare day is again one of the news,
// not of a year told before.
func (r *resolver) sentence(paragraph bool) {
	r.stated, r.month = 0, r.named
	if !paragraph {
		return
	}
	if r.old(r.last) {
		r.last, r.month, r.named = day{}, day{}, day{}
	}
	if r.old(r.told) {
		r.told = day{}
	}
	r.story = r.told
}

// old tells a day so long before the publication that a paragraph begins without it.
func (r *resolver) old(d day) bool {
	return d.year != 0 && r.published.year != 0 && r.published.time().Sub(d.time()) > 62*24*time.Hour
}

// resolve turns an expression into a Date; false if the calendar has no such day.
func (r *resolver) resolve(e expression) (Date, bool) {
	d := Date{Start: e.start, End: e.end, Stated: e.year > 0}
	if e.vague {
		d.Vague = true
		return d, true
	}
	from, to, ok := r.both(e)
	switch {
	case !ok:
		return d, false
	case from.year == 0:
		d.Vague = true
		return d, true
	case !from.exists() || to.year != 0 && !to.exists():
		return d, false
	case to.year != 0 && to.String() <= from.String():
		return d, false
	}
	d.From, d.To = from.String(), to.String()
	r.last = from
	if to.year != 0 {
		r.last = to
	}
	r.story = r.last
	if r.last.day > 0 && !r.ahead(e) {
		r.told = r.last
	}
	if e.toMonth == 0 || e.day > 0 { // 上半年 and 1至5月 are no month
		r.month = r.last
	}
	if r.last.day > 0 {
		r.named = r.last
	}
	if e.year > 0 {
		r.stated = e.year
	}
	if from.day > 0 && e.end < len(r.text) && (r.text[e.end] == '电' || r.text[e.end] == '讯' || stands(r.text, e.end, "专电") > 0) {
		r.base = from
	}
	return d, true
}

// ahead tells a day that the story doesn't come to: one after the publication, one up to which something is counted, and where the
// paper gives days by number 今晚, 明天 and a day in a quote, which somebody says.
func (r *resolver) ahead(e expression) bool {
	if r.published.year != 0 && r.last.time().After(r.published.time()) || zh.EndsWith(string(r.text[max(0, e.start-2):e.start]), "截至", "截止") {
		return true
	}
	spoken := e.offset > 0 || zh.BeginsWith(string(r.text[e.start:e.end]), "今晚", "今夜") || r.quoted(e.start)
	return e.unit == thisDay && spoken && r.told.day > 0 && r.told != r.base
}

// longestQuote is how many characters of a quote before a word are looked at.
const longestQuote = 120

// quoted tells whether i is in quotation marks that open in its paragraph.
func (r *resolver) quoted(i int) bool {
	for k := i - 1; k >= max(0, i-longestQuote) && r.text[k] != '\n' && r.text[k] != '”'; k-- {
		if r.text[k] == '“' {
			return true
		}
	}
	return false
}

// both is the beginning and the end of an expression; the zero day where it stays open.
func (r *resolver) both(e expression) (from, to day, ok bool) {
	switch e.unit {
	case thisDay, sameDay:
		return r.shiftDay(e)
	case thisWeek:
		return r.weekOf(e)
	}
	from = day{e.year, e.month, e.day}
	if e.unit != none {
		anchor := r.base
		if e.unit >= sameYear {
			anchor = r.last
		}
		if anchor.year == 0 {
			return day{}, day{}, true
		}
		from.year = anchor.year + e.offset
		if e.unit == thisMonth || e.unit == sameMonth {
			if anchor.month == 0 {
				return day{}, day{}, true
			}
			t := time.Date(anchor.year, time.Month(anchor.month+e.offset), 1, 0, 0, 0, 0, time.UTC)
			from.year, from.month = t.Year(), int(t.Month())
		}
	} else if e.year == 0 {
		from = r.nearest(e)
	}
	if from.year == 0 {
		return day{}, day{}, true
	}
	return from, end(from, e), true
}

// end is the end of the range that e says, if any, from its resolved beginning.
func end(from day, e expression) day {
	if e.toYear == 0 && e.toMonth == 0 && e.toDay == 0 {
		return day{}
	}
	to := day{e.toYear, e.toMonth, e.toDay}
	if to.month == 0 && to.day > 0 {
		to.month = from.month
	}
	if to.year == 0 {
		to.year = from.year
		if to.month < from.month {
			to.year++
		}
	}
	return to
}

func (r *resolver) shiftDay(e expression) (from, to day, ok bool) {
	anchor := r.base
	if e.unit == sameDay {
		anchor = r.story
	}
	if anchor.day == 0 {
		return day{}, day{}, true
	}
	return dayOf(anchor.time().AddDate(0, 0, e.offset)), day{}, true
}

func (r *resolver) weekOf(e expression) (from, to day, ok bool) {
	if r.base.day == 0 {
		return day{}, day{}, true
	}
	t := r.base.time()
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*e.offset)
	if e.weekday > 0 {
		return dayOf(monday.AddDate(0, 0, e.weekday-1)), day{}, true
	}
	return dayOf(monday), dayOf(monday.AddDate(0, 0, 6)), true
}

// nearest gives the year to a month, and the month to a day.
func (r *resolver) nearest(e expression) day {
	future := r.future(e)
	if e.month > 0 {
		if r.stated > 0 {
			d := day{r.stated, e.month, e.day}
			if future || !r.after(d) {
				return d
			}
		}
		return r.nearestYear(e, future)
	}
	if r.month.month > 0 {
		d := day{r.month.year, r.month.month, e.day}
		if d.exists() && (future || !r.after(d) || r.after(r.month)) {
			return d
		}
	}
	if r.published.month == 0 {
		return day{}
	}
	return r.nearestMonth(e, future)
}

func (r *resolver) nearestYear(e expression, future bool) day {
	if r.published.month == 0 {
		return day{}
	}
	d := day{r.published.year, e.month, e.day}
	switch {
	case future && r.before(d):
		d.year++
	case !future && r.after(d) && !r.looming(e, d):
		d.year--
	}
	if d.day == 29 && d.month == 2 && !d.exists() {
		return day{d.year, 2, 29} // no such day in the nearest year: no date
	}
	return d
}

func (r *resolver) nearestMonth(e expression, future bool) day {
	d := day{r.published.year, r.published.month, e.day}
	step := 0
	switch {
	case future && r.before(d):
		step = 1
	case !future && r.after(d):
		step = -1
	}
	t := time.Date(d.year, time.Month(d.month+step), 1, 0, 0, 0, 0, time.UTC)
	return day{t.Year(), int(t.Month()), e.day}
}

// after and before compare a day with the publication, as far as both are known.
func (r *resolver) after(d day) bool {
	a, b := d.String(), r.published.String()
	return b != "" && a[:min(len(a), len(b))] > b[:min(len(a), len(b))]
}

func (r *resolver) before(d day) bool {
	a, b := d.String(), r.published.String()
	return b != "" && a[:min(len(a), len(b))] < b[:min(len(a), len(b))]
}

// plans is what speaks of a time to come when it stands before a date in its clause.
var plans = []string{"将", "拟", "定于", "计划", "预计", "即将", "有望", "力争", "争取", "暂定", "届时", "预定", "截止到", "推迟到", "延期至"}

// future reports whether the clause of e speaks of a time to come: one of plans before it, or 将 right behind it.
func (r *resolver) future(e expression) bool {
	start := e.start
	for start > 0 && !zh.EndsClause(r.text[start-1]) && e.start-start < 30 {
		start--
	}
	return planned(r.text[start:e.start]) || is(r.text, e.end, '将') && !is(r.text, e.end+1, '军')
}

// planned reports whether text speaks of a time to come.
func planned(text []rune) bool {
	s := string(text)
	for _, p := range plans {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// soon is how far ahead a day without a year is what the sentence before it plans, rather than the same day of last year.
const soon = 62 * 24 * time.Hour

// looming reports whether d, which comes soon, is planned somewhere before e in its sentence: 某某将赴甲国，出席7月26日举行的开幕式.
func (r *resolver) looming(e expression, d day) bool {
	if e.day == 0 || r.published.day == 0 || !d.exists() || d.time().Sub(r.published.time()) > soon {
		return false
	}
	start := e.start
	for start > 0 && r.text[start-1] != '。' && r.text[start-1] != '\n' && e.start-start < 100 {
		start--
	}
	return planned(r.text[start:e.start])
}
