package event

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// deliberation says that somebody sat down with one group of an assembly: 参加某省代表团审议, 同代表们一起审议, 参加分组讨论.
var deliberation = regexp.MustCompile(`参加了?[^，。；]{0,40}(?:代表团|小组|联组|分组|委员|组|团)(?:的)?(?:审议|讨论|协商)|参加了?[^，。；]{0,30}(?:联组会议?|小组会议?)|[同与和][^，。；]{0,10}(?:代表|委员)[^，。；]{0,6}一[起道](?:审议|讨论|协商)`)

// deliberates reads who deliberates with one group of an assembly, where the story opens with it: a meeting of its own.
func (s *story) deliberates(c *view) {
	going := s.focus >= s.since && s.focus >= 0 && s.drafts[s.focus].head == "审议"
	if s.at > opening/2 && !going || len(c.Tokens) == 0 {
		return
	}
	text := c.Text(0, len(c.Tokens))
	if !zh.Holds(text, "审议", "讨论", "协商", "联组", "小组会") {
		return
	}
	at := deliberation.FindStringIndex(text)
	if at == nil {
		return
	}
	verb := 0
	for n := 0; verb < len(c.Tokens)-1 && n+len(c.D.String(c.Tokens[verb].Span)) <= at[0]; verb++ {
		n += len(c.D.String(c.Tokens[verb].Span))
	}
	who := persons(c.Between(0, verb))
	if len(who) == 0 || c.Silent(verb) || c.Aside(verb) || !going && s.first(reading.Meeting) >= s.since && s.first(reading.Meeting) >= 0 || going && s.drafts[s.focus].has(who[0].Name) {
		return // each group's is a meeting of its own
	}
	k := s.open(reading.Meeting, c, verb)
	f := s.drafts[k]
	f.head, f.Place = "审议", s.settled(c, verb)
	f.guessed = c.Where(verb) == ""
	f.addAll(reading.Attendee, who)
	if c.tells(verb) {
		f.addAll(reading.Speaker, who)
	}
	s.look(k)
}

// tells is true where the sentence tells words of those before the verb at token i: 在参加审议时强调.
func (c *view) tells(i int) bool {
	for j := i; j+1 < len(c.Tokens); j++ {
		if c.Tokens[j].Is(discourse.Say) && c.Tokens[j+1].Kind == discourse.Comma {
			return true
		}
	}
	return false
}
