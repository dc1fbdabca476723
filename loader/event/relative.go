package event

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// relatives reads the visits that relative clauses tell of: 会见来华进行国事访问的总统托卡耶夫.
func (s *story) relatives(c *view) {
	for i, t := range c.Tokens {
		if c.Relative(i) < 0 || !t.Is(discourse.Visit|discourse.Travel|discourse.Accompany) && !c.D.Goes(t) {
			continue
		}
		head := c.Tokens[c.Relative(i)]
		if head.Kind != discourse.Person {
			continue
		}
		if t.Is(discourse.Accompany) {
			if role := reading.Companion; s.trip >= 0 {
				if zh.BeginsWith(c.D.String(t.Span), "随团") {
					role = reading.Attendee
				}
				s.drafts[s.trip].add(role, clause.Party{Kind: discourse.Person, Name: c.D.Name(head), Span: head.Span})
			}
			continue
		}
		goal := ""
		for j := min(i+1, len(c.Tokens)-1); j >= 0 && c.Relative(j) == c.Relative(i); j-- {
			if c.D.Goes(c.Tokens[j]) {
				goal = c.D.Places[c.Tokens[j].Index].Name
			}
			if c.Tokens[j].Kind == discourse.Place && j > 0 && (c.Tokens[j-1].Is(discourse.Travel) || zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "对")) {
				goal = c.D.Places[c.Tokens[j].Index].Name
			}
		}
		if goal == "" || !c.receives() {
			continue
		}
		at := s.open(reading.Visit, c, i)
		f := s.drafts[at]
		f.Start, f.End, f.Place = "", "", goal
		f.add(reading.Visitor, clause.Party{Kind: discourse.Person, Name: c.D.Name(head), Span: head.Span})
		return
	}
}
