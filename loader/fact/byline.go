package fact

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/reading"
)

// bylines is who made the article: those given with it, without evidence, then those that its text credits in a lede, a
// caption, a line or a bracket of its own. Each name and role once.
func bylines(r *reading.Reading) []reading.Credit {
	var c credits
	if r.Article != nil {
		for _, b := range r.Article.Bylines {
			c.add(b, reading.Evidence{})
		}
	}
	for _, p := range r.Text.Parts {
		switch p.Kind {
		case article.BodyPart, article.CaptionPart:
			c.part(r.Text, p)
		}
	}
	return c.list
}

type credits struct{ list []reading.Credit }

func (c *credits) add(b article.Byline, e reading.Evidence) {
	same := func(x reading.Credit) bool { return x.Byline == b }
	if b.Name != "" && !slices.ContainsFunc(c.list, same) {
		c.list = append(c.list, reading.Credit{Byline: b, Evidence: e})
	}
}

func (c *credits) all(list []article.Byline, start, end int, rule string) {
	for _, b := range list {
		c.add(b, reading.Evidence{Span: reading.Span{Start: start, End: end}, Rule: rule})
	}
}

// longestLede bounds how far into a part the bracket of its lede may begin.
const longestLede = 30

// part reads the credits of one paragraph or caption.
func (c *credits) part(t *article.Text, p article.Part) {
	runes := t.Runes[p.Start:p.End]
	s := t.Slice(p.Start, p.End)
	if list, ok := credit.Line(s); ok {
		c.all(list, p.Start, p.End, "byline.line")
		return
	}
	done := c.lede(runes, p.Start)
	if n, list, ok := credit.Caption(s); ok {
		c.all(list, p.Start+n, p.End, "byline.caption")
		return
	}
	if n, list, ok := credit.Closing(s); ok && n >= done && !jump(string(runes[n:])) {
		c.all(list, p.Start+n, p.End, "byline.closing")
		return
	}
	c.brackets(runes, p.Start, done)
}

// lede reads 本报讯（记者赵晖） and 安康日报讯（通讯员 许兴旺）, and gives the offset behind it, 0 if there is none.
func (c *credits) lede(runes []rune, start int) int {
	if l, ok := credit.ReadLede(runes); ok {
		c.all(l.Bylines, start, start+l.Len, "byline.lede")
		return l.Len
	}
	if n, makers := credit.Opening(runes); n > 0 {
		c.all(makers, start, start+n, "byline.lede")
		return n
	}
	open := slices.IndexFunc(runes[:min(len(runes), longestLede+1)], zh.OpensParen)
	if open < 0 {
		return 0
	}
	before := strings.TrimRight(string(runes[:open]), " 　")
	if !strings.HasSuffix(before, "讯") && !strings.HasSuffix(before, "电") || strings.ContainsAny(before, "，。；") {
		return 0
	}
	shut := slices.IndexFunc(runes[open:], zh.ShutsParen)
	if shut < 0 {
		return 0
	}
	got := credit.Parse(string(runes[open+1:open+shut]), article.Reporter)
	c.all(got.Bylines, start, start+open+shut+1, "byline.lede")
	return open + shut + 1
}

// jump is true for a bracket that sends the reader to another page, which is nobody's name.
func jump(s string) bool { return strings.Contains(s, "下转") || strings.Contains(s, "上接") }

// brackets reads the photographs' credits inside a paragraph: （图为…。本报记者 朱一川 摄）.
func (c *credits) brackets(runes []rune, start, from int) {
	for from < len(runes) {
		open := slices.IndexFunc(runes[from:], zh.OpensParen)
		if open < 0 {
			return
		}
		open += from
		shut := slices.IndexFunc(runes[open:], zh.ShutsParen)
		if shut < 0 {
			return
		}
		shut += open
		if _, list, ok := credit.Caption(string(runes[open+1 : shut])); ok {
			c.all(list, start+open, start+shut+1, "byline.caption")
		}
		from = shut + 1
	}
}
