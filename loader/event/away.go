package event

import "github.com/baopu/baopu/loader/discourse"

// A story of a trip tells of an assembly and goes on: what is said in the next stop is said there, not at the assembly.

// depart notes that those on the trip have left the assembly that goes on, in a paragraph behind it: 昨日，考察团前往某镇. The next naming of an
// assembly calls the story back (see look).
func (s *story) depart(c *view) {
	if s.away || s.trip < s.since || s.trip < 0 || s.focus < 0 || s.here(s.focus, c) || s.drafts[s.trip].dropped {
		return
	}
	goes := false
	for j, t := range c.Tokens {
		switch {
		case c.Silent(j):
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
