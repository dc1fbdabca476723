package discourse

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/loader/reading"
)

// Day is a date of the text, resolved: partial ISO dates, End "" for one day. Both are "" where the text is vague.
type Day struct {
	reading.Span
	Start, End string
}

// dayAt is the day that the text speaks of from token Token on.
type dayAt struct {
	token int
	day   Day
}

// trackDays notes each whole day that the story comes to, for the sentences after it that name none.
func (d *Discourse) trackDays() []dayAt {
	var out []dayAt
	for _, s := range d.Sentences {
		if !s.Body() {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if t := d.Tokens[i]; t.Kind == Date && len(d.Dates[t.Index].Start) == len("2006-01-02") {
				out = append(out, dayAt{i, d.Dates[t.Index]})
			}
		}
	}
	return out
}

// DayOf is the date that the predicate at token speaks of: the nearest before it in its sentence, of whatever precision,
// with own true; else the last whole day that the story came to, with own false.
func (d *Discourse) DayOf(s Sentence, token int) (day Day, own bool) {
	for i := token; i >= s.First; i-- {
		if d.Tokens[i].Kind == Date && d.Dates[d.Tokens[i].Index].Start != "" {
			return d.Dates[d.Tokens[i].Index], true
		}
	}
	n, _ := slices.BinarySearchFunc(d.days, s.First, func(x dayAt, first int) int { return cmp.Compare(x.token, first) })
	if n > 0 {
		return d.days[n-1].day, false
	}
	return Day{}, false
}
