package event

import (
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// assembly is the draft that 主持, 讲话 and 出席 at token i speak of: the event that its object names, else the one that
// goes on. -1 if there is none.
func (s *story) assembly(c *clause, i int) int {
	for j := i + 1; j < len(c.tokens); j++ {
		t := c.tokens[j]
		if t.Is(held) && !c.inside(j) {
			return s.gather(c, j, i)
		}
		if t.Mark() && t.Kind != discourse.Dun || t.Is(discourse.Speak|discourse.Host) {
			break
		}
	}
	for j := i - 1; j > c.comma(i); j-- {
		if t := c.tokens[j]; t.Is(held) && !c.inside(j) {
			return s.gather(c, j, i)
		}
	}
	if s.focus >= 0 && !s.drafts[s.focus].between {
		return s.focus
	}
	return -1
}

// host reads 主持: who stands before it, or between 由 and it.
func (s *story) host(c *clause, i int) bool {
	who := c.parties(i)
	if len(who) == 0 {
		return false
	}
	at := s.assembly(c, i)
	if at < 0 {
		return false
	}
	s.drafts[at].addAll(reading.Host, who)
	return true
}

// speak reads 讲话, 致辞, 介绍 before the assembly that goes on.
func (s *story) speak(c *clause, i int) bool {
	t := c.tokens[i]
	after := c.next(i)
	if after.Is(discourse.Of) && !t.Is(discourse.Say) || i > 0 && c.tokens[i-1].Is(discourse.At) {
		return false
	}
	who := persons(c.parties(i))
	if len(who) == 0 {
		return false
	}
	at := s.assembly(c, i)
	if at < 0 {
		return false
	}
	s.drafts[at].addAll(reading.Speaker, who)
	return true
}

// say reads 某某说 as speaking before the meeting that goes on, for officials only.
func (s *story) say(c *clause, i int) bool {
	if s.focus < 0 || s.drafts[s.focus].between || s.drafts[s.focus].Type != reading.Meeting {
		return false
	}
	own := persons(c.own(i))
	if len(own) != 1 || c.next(i).Kind != discourse.Comma && c.next(i).Kind != discourse.Quote {
		return false
	}
	for j, t := range c.tokens[:i] {
		if t.Kind == discourse.Person && j <= 4 && s.d.Official(t.Index) && s.d.Name(t) == own[0].name {
			s.drafts[s.focus].add(reading.Speaker, own[0])
		}
	}
	return false
}

// accompany reads 陪同 and 一同察看: companions of the trip.
func (s *story) accompany(c *clause, i int) bool {
	who := persons(c.own(i))
	at := s.trip
	if at < 0 {
		at = s.focus
	}
	if at < 0 || len(who) == 0 {
		return false
	}
	after := c.next(i)
	closing := after.Kind == discourse.Stop || after.Kind == discourse.Comma || after.Kind == discourse.Semi || after.Is(discourse.Inspect|discourse.Visit)
	if !closing {
		return false
	}
	s.drafts[at].addAll(reading.Companion, who)
	return true
}
