package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// partner is the party that list has with the one that the text leaves out where 与 joins it to nobody: whose home or
// body somebody speaks for (要落实好与某校签订的…), or who acted before in the sentence (，并与某市签署…).
func (r *reader) partner(c *clause.Clause, p paper, list []string) []string {
	if p.verb > p.at || pioneer(c, p.verb) {
		return r.pioneers(c, p, list)
	}
	and := r.comitative(c, p)
	if and < 0 {
		if host := r.host(c, p); host != "" && host != list[0] {
			return []string{list[0], host}
		}
		return list
	}
	other := ""
	if before := c.Comma(p.verb); before > 0 {
		other = r.actor(c, before)
	}
	if other == "" {
		other = r.speaker(c)
	}
	if other == "" && zh.BeginsWith(c.Text(0, len(c.Tokens)), "会议", "全") || other == "" && c.Noted(p.verb, discourse.Duty) {
		other = r.d.Scene()
	}
	if other == "" || other == list[0] {
		return list
	}
	return []string{other, list[0]}
}

// host is the division that the clauses before that of document p go to, where its own names nobody: 某县将派团回访某区，届时签订…. "" if they go to
// none.
func (r *reader) host(c *clause.Clause, p paper) string {
	own := c.Comma(p.verb)
	if own < 0 || !r.divisions(r.acting(c, c.Comma(own)+1, own)) || len(r.acting(c, own+1, p.verb)) > 0 {
		return ""
	}
	for j := own - 1; j > 0 && c.Tokens[j].Kind != discourse.Semi; j-- {
		if !c.Tokens[j].Is(discourse.Visit|discourse.Travel) || c.Tokens[j].Is(discourse.Inspect) {
			continue
		}
		if goal := discourse.Goal(c.Tokens, j); goal >= 0 && r.d.Places[c.Tokens[goal].Index].Type == reading.Admin {
			return r.d.Name(c.Tokens[goal])
		}
	}
	return ""
}

// light is what may stand before 与 in a clause whose subject is left out.
var light = [...]string{"其中", "并", "还", "已", "又", "要", "也", "可", "再", "正", "同意", "会议同意", "好", "就", "须", "应", "抓好", "认真", "下一步"}

// comitative is the token of the 与 that joins the only party of the clause of the verb to nobody before it, -1 if none.
func (r *reader) comitative(c *clause.Clause, p paper) int {
	for j := c.Comma(p.verb) + 1; j < p.verb; j++ {
		switch t := c.Tokens[j]; {
		case t.Is(discourse.And):
			return j
		case t.Kind == discourse.Date || t.Is(discourse.Each|discourse.Future|discourse.Past|discourse.Duty|discourse.Filler|discourse.At|discourse.Session|discourse.Of):
		case t.Kind == discourse.Text && zh.EndsWith(r.d.String(t.Span), light[:]...) && t.End-t.Start <= shortestName:
		default:
			return -1
		}
	}
	return -1
}

// actor is the body that acts in the sentence before token end: the subject of its last clause that has one.
func (r *reader) actor(c *clause.Clause, end int) string {
	for end > 0 {
		from := c.Comma(end) + 1
		if list := r.acting(c, from, end); len(list) > 0 {
			return list[0]
		}
		if name := r.headed(c, from); name != "" {
			return name
		}
		end = from - 1
	}
	return ""
}

// speaker is whom the last person that speaks in the sentences of the paragraph before serves: what he asks for is theirs.
func (r *reader) speaker(c *clause.Clause) string {
	for s, ok := r.d.Before(c.Sentence); ok; s, ok = r.d.Before(s) {
		tokens := r.d.Rest(s)
		for j := len(tokens) - 1; j > 0; j-- {
			if !tokens[j].Is(discourse.Say | discourse.Speak) {
				continue
			}
			for k := j - 1; k >= 0 && !tokens[k].Mark(); k-- {
				if tokens[k].Kind == discourse.Person {
					return r.served(r.d.Name(tokens[k]))
				}
			}
		}
	}
	return ""
}

// pioneers is list with the one that the text says was the first to sign with it: 甲国是首个同乙国签署…的国家.
func (r *reader) pioneers(c *clause.Clause, p paper, list []string) []string {
	if p.verb > p.at || !pioneer(c, p.verb) {
		return list
	}
	for j := c.Comma(p.verb) + 1; j+1 < p.verb; j++ {
		t := c.Tokens[j]
		if t.Kind != discourse.Place || r.d.Places[t.Index].Type != reading.Admin || c.Tokens[j+1].Kind != discourse.Text || !strings.HasPrefix(r.d.String(c.Tokens[j+1].Span), "是") {
			continue
		}
		if name := r.d.Name(t); name != list[0] {
			return []string{name, list[0]}
		}
	}
	return list
}
