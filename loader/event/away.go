package event

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// A story of a trip tells of an assembly and goes on: what is said in the next stop is said there, not at the assembly.

// depart notes that those on the trip have left the assembly that goes on, in a paragraph behind it: 昨日，考察团前往某镇. The next naming of an
// assembly calls the story back (see look).
func (s *story) depart(c *view) {
	if s.away || s.trip < s.since || s.trip < 0 || s.focus < 0 || s.here(s.focus, c) || s.drafts[s.trip].dropped {
		return
	}
	goes, stop := false, c.stops()
	for j, t := range c.Tokens {
		switch {
		case c.Silent(j):
		case stop && t.Kind == discourse.Person && leadsTrip(s.drafts[s.trip], c.D.Name(t)):
			s.away = true
			return
		case t.Is(discourse.Party), c.D.Delegation(t), t.Kind == discourse.Person && leadsTrip(s.drafts[s.trip], c.D.Name(t)):
			goes = true
		case t.Is(discourse.Travel|discourse.Visit|discourse.Inspect) && goes && !c.Noted(j, discourse.Future|discourse.Past) && !c.attributive(j):
			s.away = true
			return
		case t.Is(discourse.Session | discourse.Meet | discourse.Talk | discourse.Say), t.Kind == discourse.Semi:
			return
		}
	}
}

// stops is true where the sentence opens with a place, which is no hall to meet in: 在某渔港，.
func (c *view) stops() bool {
	if len(c.Tokens) < 3 || !c.Tokens[0].Is(discourse.At) {
		return false
	}
	comma := 1
	for comma < len(c.Tokens) && !c.Tokens[comma].Mark() {
		comma++
	}
	if comma == len(c.Tokens) || c.Tokens[comma].Kind != discourse.Comma || comma < 2 {
		return false
	}
	last := c.Tokens[comma-1]
	return (last.Kind == discourse.Place || last.Kind == discourse.Org) && !zh.EndsWith(c.D.String(last.Span), halls[:]...)
}

// halls is what the names of buildings end in where people sit together.
var halls = [...]string{"会议室", "会议中心", "礼堂", "宾馆", "酒店", "饭店", "大厦", "会堂", "报告厅", "会展中心", "政府", "市委", "县委", "党校", "国宾馆"}
