package fact

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/date"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// items is the reports that r's article strings together under headlines of their own (国内联播快讯, a column of short news),
// each as a reading with its headline, its paragraphs and whom they name: no day, traveller or meeting of one reaches into
// the next. An article that tells one story is its only item.
func items(r *reading.Reading) []*reading.Reading {
	cuts := headlines(r)
	if len(cuts) == 0 {
		return []*reading.Reading{r}
	}
	parts := r.Text.Parts
	first := slices.IndexFunc(parts, body)
	var out []*reading.Reading
	if cuts[0] > first {
		out = append(out, item(r, parts[:cuts[0]], nil))
	}
	for k, at := range cuts {
		end := len(parts)
		if k+1 < len(cuts) {
			end = cuts[k+1]
		}
		out = append(out, item(r, parts[at:end], &parts[at]))
	}
	return out
}

func body(p article.Part) bool { return p.Kind == article.BodyPart }

// item is r cut down to parts, the first of which is their headline if head is given.
func item(r *reading.Reading, parts []article.Part, head *article.Part) *reading.Reading {
	c := *r
	own := slices.Clone(parts)
	if head != nil {
		own[0].Kind = article.TitlePart
	}
	c.Text = r.Text.With(own)
	from, to := own[0].Start, own[len(own)-1].End
	within := func(list []reading.Evidence) []reading.Evidence {
		var out []reading.Evidence
		for _, e := range list {
			if from <= e.Start && e.End <= to {
				out = append(out, e)
			}
		}
		return out
	}
	c.People, c.Organizations, c.Places = nil, nil, slices.Clone(r.Places)
	for _, p := range r.People {
		if p.Spans = within(p.Spans); len(p.Spans) > 0 {
			c.People = append(c.People, p)
		}
	}
	for _, o := range r.Organizations {
		if o.Spans = within(o.Spans); len(o.Spans) > 0 {
			c.Organizations = append(c.Organizations, o)
		}
	}
	for i := range c.Places { // posts name places that no span of the item does
		c.Places[i].Spans = within(c.Places[i].Spans)
	}
	return &c
}

// digests is what the headline of a column of short news says of itself.
var digests = [...]string{"快讯", "简讯", "短讯", "要闻", "速览", "集锦", "联播", "一句话新闻"}

// headlines is the parts of r's body that are the headline of a report of its own: a line that is no sentence, above a
// paragraph that opens with a day or a source unless the whole column is known to be one.
func headlines(r *reading.Reading) []int {
	if r.Article == nil {
		return nil
	}
	digest := zh.Holds(r.Article.Title, digests[:]...)
	parts := r.Text.Parts
	var out []int
	for i, p := range parts {
		if i+1 >= len(parts) || !body(p) || !body(parts[i+1]) || !headline(r.Text.Runes[p.Start:p.End]) {
			continue
		}
		if next := r.Text.Runes[parts[i+1].Start:parts[i+1].End]; !headline(next) && len(next) > p.End-p.Start && (digest || reports(next)) {
			out = append(out, i)
		}
	}
	return out
}

// The length of a headline in characters.
const (
	shortestHeadline = 6
	longestHeadline  = 45
)

// headline is true for a line that may head a report: short, and no sentence.
func headline(line []rune) bool {
	return len(line) >= shortestHeadline && len(line) <= longestHeadline && !strings.ContainsRune("。！？；：…，、)）-", line[len(line)-1]) &&
		!strings.ContainsRune("-—·■□【（(", line[0]) && !slices.Contains(line, '。')
}

// lead is how far into a paragraph the day or the source of a report stands, in characters.
const lead = 36

// reports is true for a paragraph that opens as news does: 据某国媒体报道, 6日, 近日, 某国总统某某表示.
func reports(paragraph []rune) bool {
	open := paragraph[:min(lead, len(paragraph))]
	return len(date.Find(open, "")) > 0 || strings.HasPrefix(string(open), "据") || zh.Holds(string(open), "表示，", "表示：", "指出，", "强调，", "认为，", "重申", "宣布，")
}
