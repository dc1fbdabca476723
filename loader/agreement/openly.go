package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// openly is the bodies that the clause of the verb joins before it, which sign document p whatever its title is about: 市政府与某大学签署
// 《共建某研究院协议》. nil where persons sign, or bodies for others.
func (r *reader) openly(c *clause.Clause, p paper) []string {
	if p.verb < 0 || p.verb > p.at || !c.Tokens[p.verb].Is(discourse.Sign) || r.counts(c, p.verb) {
		return nil
	}
	if !c.Noted(p.verb, discourse.And) || c.Noted(p.verb, discourse.Each|discourse.Witness|discourse.Say|discourse.Duty) {
		return nil
	}
	from := c.Comma(p.verb) + 1
	for j := from; j < p.verb; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Person || t.Is(discourse.Pronoun) || t.Kind == discourse.Text && zh.Holds(r.d.String(t.Span), "代表") {
			return nil
		}
	}
	if list := r.acting(c, from, p.verb); len(list) > 1 {
		return r.comrades(c, p, list)
	}
	return nil
}

// counts is true where a word counts two in the clause of the verb whom it doesn't name right before: 甲与乙双方签署 does.
func (r *reader) counts(c *clause.Clause, verb int) bool {
	for j := c.Comma(verb) + 1; j < verb; j++ {
		if !c.Tokens[j].Is(discourse.Both) {
			continue
		}
		if before := c.Comma(verb) + 1; r.d.String(c.Tokens[j].Span) != "双方" || len(r.acting(c, before, j)) != 2 {
			return true
		}
	}
	return false
}

// adverbs is what may stand between the name of a body and the verb with which it signs.
var adverbs = [...]string{"共同", "正式", "现场", "成功", "分别", "随后", "还", "也", "又", "双方", "联合", "再次", "顺利", "当场", "率先", "首次", "已经", "已", "先后", "曾", "将", "正", "便", "就", "刚", "刚刚", "再", "随即", "一次性"}

// formed is true for words that end as the names of bodies do and begin as a name does.
func formed(words string) bool {
	r := []rune(words)
	_, _, ok := org.EndsAt(r, len(r))
	return !clause.Nameless(words, clause.Counted|clause.Pointed) && (ok || len(r) > 2 && org.Shaped(words, org.Trade|org.Department))
}

// built is true for words behind a division that end as the names of what is built or founded do: 某市|风情园, 某县|酿酒坊.
func built(c *clause.Clause, j int, words string) bool {
	return j > 0 && c.Tokens[j-1].Kind == discourse.Place && c.Tokens[j-1].End == c.Tokens[j].Start && len([]rune(words)) > 2 && !clause.Nameless(words, clause.Counted|clause.Pointed) &&
		org.Shaped(words, org.House)
}

// coupled is true where what stands behind token j, before the verb at token end, goes on with a list of who signs.
func coupled(c *clause.Clause, j, end int) bool {
	if j+1 >= end {
		return true
	}
	next := c.Tokens[j+1]
	return next.Kind == discourse.Dun || next.Kind == discourse.Date || next.Is(discourse.And|discourse.Each|discourse.Future|discourse.Filler)
}

// unheld is the body that the text at token j names by its form alone where 与 or 、 joins it to another before the verb at token end:
// 某公司与北山矿业大学签署. With the division or the body that it goes on from. "" if it names none.
func (r *reader) unheld(c *clause.Clause, j, end int) string {
	first := j
	if c.Tokens[j].Is(discourse.Organ) && j > 0 && c.Tokens[j-1].Kind == discourse.Text && c.Tokens[j-1].End == c.Tokens[j].Start {
		first-- // 石桥村民|委员会
	}
	t := c.Tokens[first]
	if t.Kind != discourse.Text || discourse.InTitle(c.Tokens, j) {
		return ""
	}
	word := r.d.String(reading.Span{Start: t.Start, End: c.Tokens[j].End})
	if j+1 == end {
		word = plainly(word)
	}
	if !formed(word) && !built(c, first, word) || !coupled(c, j, end) {
		return ""
	}
	head := ""
	switch from := first; {
	case first > 0 && (c.Tokens[first-1].Kind == discourse.Org || c.Tokens[first-1].Kind == discourse.Place) && c.Tokens[first-1].End == t.Start:
		for from > 0 && (c.Tokens[from-1].Kind == discourse.Org || c.Tokens[from-1].Kind == discourse.Place) && c.Tokens[from-1].End == c.Tokens[from].Start {
			from--
		}
		head = r.d.String(reading.Span{Start: c.Tokens[from].Start, End: t.Start})
		if p := c.Tokens[first-1]; p.Kind == discourse.Place && r.d.Places[p.Index].Type == reading.Admin && zh.EndsWith(word, "街道", "镇", "乡") {
			head = r.d.Name(p)
		}
	case first > 0 && c.Tokens[first-1].Mark() && zh.BeginsWith(word, "这", "那", "该", "其"),
		first > 0 && !c.Tokens[first-1].Is(discourse.And) && !c.Tokens[first-1].Mark():
		return ""
	}
	if head == "" && first > 1 && c.Tokens[first-1].Kind == discourse.Dun && c.Tokens[first-2].Kind == discourse.Org && zh.EndsWith(word, bureaus[:]...) {
		head = r.headedBy(c.Tokens[first-2])
		if rest, ok := strings.CutPrefix(word, level(head)); ok && !strings.HasPrefix(word, "市场") {
			word = rest // 安丰县教育局、县水利局
		}
	}
	if len([]rune(head+word)) < shortestBody {
		return ""
	}
	return head + word
}

// plainly is word without the adverbs at its end.
func plainly(word string) string {
	for trimmed := true; trimmed; {
		trimmed = false
		for _, w := range adverbs {
			if rest, ok := strings.CutSuffix(word, w); ok {
				word, trimmed = rest, true
			}
		}
	}
	return word
}

// whole is bodies without the one right before token j, of which the text there makes another: 太行|大学.
func (r *reader) whole(c *clause.Clause, j int, bodies []string) []string {
	if n := len(bodies); j > 0 && n > 0 && c.Tokens[j-1].End == c.Tokens[j].Start && (c.Tokens[j-1].Kind == discourse.Org || c.Tokens[j-1].Kind == discourse.Place) && bodies[n-1] == r.d.Name(c.Tokens[j-1]) {
		return bodies[:n-1]
	}
	return bodies
}

// shortestBody is how many characters the name of a body has at least that only its form tells: 北山医院.
const shortestBody = 4

// bureaus is what bodies of a division end in that a list calls by its name once: 某区教育局、卫健委.
var bureaus = [...]string{"局", "委", "办", "中心", "中医院", "人民医院"}

// headedBy is the division with whose short or full name the body of token t begins, "" if it begins with none.
func (r *reader) headedBy(t discourse.Token) string {
	name := r.d.Name(t)
	for _, p := range r.d.Places {
		for _, short := range append([]string{p.Name}, discourse.Shorts(p.Name)...) {
			if p.Type == reading.Admin && len([]rune(short)) > 1 && strings.HasPrefix(name, short) && zh.EndsWith(short, "市", "区", "县", "旗", "州", "省") && zh.EndsWith(name, bureaus[:]...) {
				return short
			}
		}
	}
	return ""
}

// level is the last character of a division's name.
func level(name string) string {
	r := []rune(name)
	return string(r[max(len(r)-1, 0):])
}
