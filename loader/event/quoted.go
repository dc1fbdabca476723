package event

import (
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
