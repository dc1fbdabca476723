package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// Whose words an article gives needn't be at the meeting that it tells of.

// toPress is true where the verb at token i tells the press of something, at no assembly that is held for it.
func (s *story) toPress(c *view, i int) bool {
	return c.Afar(i) && (s.focus < 0 || !zh.EndsWith(s.drafts[s.focus].Name+s.drafts[s.focus].head, briefings[:]...))
}

// styled is true where who says something by the verb at token i needn't be at the meeting that goes on: he wrote to it, or has the title
// behind the name, as others quote somebody (某某主席指出), and it has others.
func (s *story) styled(c *view, i int) bool {
	for j := i - 1; j > c.Comma(i); j-- {
		if t := c.Tokens[j]; t.Kind == discourse.Person {
			if s.writers[c.D.Name(t)] && !s.drafts[s.focus].has(c.D.Name(t)) {
				return true
			}
			next := c.Tokens[j+1]
			return next.Kind == discourse.Text && zh.BeginsWith(c.D.String(next.Span), styles[:]...) && !s.drafts[s.focus].has(c.D.Name(t)) && s.peopled(s.focus)
		}
	}
	return false
}

// wish is true for the word at token i that is a noun of what somebody has made: 某某主席提出的发展倡议.
func (c *view) wish(i int) bool {
	if i < 2 || c.Tokens[i-1].Kind != discourse.Text || zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "时", "中", "后", "还", "并", "又", "也") {
		return false
	}
	for j := i - 1; j > c.Comma(i) && c.Tokens[j].Kind != discourse.Person; j-- {
		if c.Tokens[j].Is(discourse.Of) {
			return true
		}
	}
	return false
}

// entrusts is true for the verb at token i of what somebody is to do elsewhere, or has done: 委托某某作说明, not 受政府委托作说明; 完全赞成某某所作的报告.
func (c *view) entrusts(i int) bool {
	clause := c.Text(c.Comma(i)+1, i)
	if strings.HasSuffix(clause, "所") && zh.Holds(clause, "赞成", "赞同", "拥护") {
		return true
	}
	before, _, found := strings.Cut(clause, "委托")
	return found && !strings.Contains(before, "受")
}

// apart is true for words at token i to which a national paper gives a day of their own (发言人某某当天表示), apart from the meeting of others that
// goes on.
func (s *story) apart(c *view, i int) bool {
	return s.home() == "" && s.peopled(s.focus) && slices.ContainsFunc(c.Tokens[c.Comma(i)+1:i], func(t discourse.Token) bool { return t.Kind == discourse.Date })
}

// yet is true for the verb at token i that tells what was done, where draft at is still to come: nobody has spoken at it.
func (s *story) yet(c *view, i, at int) bool {
	day, a := s.drafts[at].Start, s.d.Article
	if len(day) < len("2006-01") || a == nil || day <= a.PublishedAt || a.PublishedAt == "" || c.Noted(i, discourse.Future) {
		return false
	}
	own, stated := c.Day(i)
	return !stated || own.Start <= a.PublishedAt
}

// elsewhere is true for words at token i that the clause says were said at something else that somebody took part in: 在参加小组讨论时说.
func (c *view) elsewhere(i int) bool {
	return c.Noted(i, discourse.Attend) && zh.EndsWith(c.D.String(c.Tokens[max(i-1, 0)].Span), "讨论时", "审议时", "协商时")
}
