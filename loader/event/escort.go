package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// closes is true where the word of company at token i ends its clause, or goes on with what was done together.
func (c *view) closes(i int) bool {
	after := c.Next(i)
	switch {
	case after.Kind == discourse.Stop, after.Kind == discourse.Comma, after.Kind == discourse.Semi:
		return true
	case after.Is(discourse.Travel):
		return i+2 < len(c.Tokens) && c.Tokens[i+2].Mark() || after.Is(discourse.Inspect|discourse.Visit|discourse.Meet|discourse.Talk|discourse.Doings)
	}
	if guests := c.D.String(after.Span); i+2 < len(c.Tokens) && zh.BeginsWith(guests, "客人", "来宾", "嘉宾", "贵宾", "考察团", "代表团") {
		return c.Tokens[i+2].Is(discourse.Inspect|discourse.Visit|discourse.Travel|discourse.Doings) || c.Tokens[i+2].Mark() // 陪同客人走访了
	}
	return zh.BeginsWith(c.D.String(after.Span), "并", "或") || after.Is(discourse.Inspect|discourse.Visit|discourse.Meet|discourse.Talk|discourse.Doings)
}

// accompany reads 陪同 and 一同察看: companions of the trip.
func (s *story) accompany(c *view, i int) bool {
	who := persons(c.Own(i))
	after := c.Next(i)
	if list := c.listed(i); len(list) > 0 && s.trip >= 0 && zh.BeginsWith(c.D.String(c.Tokens[i].Span), "同行", "随团") && s.drafts[s.trip].Type == reading.Visit {
		return true // 同行的有甲、乙: the company of who came
	} else if len(list) > 0 && s.trip >= 0 {
		s.drafts[s.trip].addAll(reading.Companion, list)
		return true
	}
	switch {
	case len(who) == 0:
	case c.InCompany(i): // 在甲陪同下，乙到…
		return s.flanked(c, i, who)
	case c.Escorted(i):
		s.along, c.Last = who, i
		return false
	}
	if strings.HasPrefix(c.D.String(c.Tokens[i].Span), "一") && c.Noted(i, discourse.Future) {
		return false // 愿同各国一道
	}
	at := s.trip
	if comma := c.Comma(i); at < 0 && c.noted(c.From(i), max(comma, 0), discourse.Visit|discourse.Inspect) {
		return false // 仪式后，甲一行参观了车间，乙陪同: not at the rite
	}
	if at < 0 || after.Is(discourse.Meet|discourse.Talk) && s.focus >= 0 {
		at = s.focus
	}
	if at < 0 || len(who) == 0 {
		return false
	}
	crew := s.trip >= 0 && zh.BeginsWith(c.Text(i+1, min(i+5, len(c.Tokens))), "人员同机", "人员一同", "人员随同")
	if !crew && !c.closes(i) {
		return false
	}
	word := c.Text(i, min(i+2, len(c.Tokens)))
	for _, p := range who {
		if zh.BeginsWith(word, "随团") && s.drafts[at].Type == reading.Visit || (zh.BeginsWith(word, "随") || zh.EndsWith(word, "前来")) && s.guest(at, p) {
			s.drafts[at].add(reading.Attendee, p) // 随同考察: one of those who came
		} else {
			s.drafts[at].add(reading.Companion, p)
		}
	}
	return true
}

// flanked keeps who stands between 在 and 陪同下, or behind 由, for the trip behind it: 甲在乙、丙陪同下考察, 甲由乙陪同到某镇.
func (s *story) flanked(c *view, i int, who []clause.Party) bool {
	s.along = who
	for j := i - 1; j > c.From(i); j-- {
		if t := c.Tokens[j]; !t.Is(discourse.At) && !c.By(t) {
			continue
		}
		if along, first := persons(c.Between(j+1, i)), persons(c.Between(c.From(i), j)); len(first) > 0 {
			s.along, c.Subject, c.Last = along, first, i
			return false
		}
	}
	return true
}

// guest is true for a person of the same jurisdiction as those who make the visit at.
func (s *story) guest(at int, who clause.Party) bool {
	f, place := s.drafts[at], s.jurisdiction(who.Name)
	if f.Type != reading.Visit || place == "" || discourse.Within(place, f.Place) {
		return false
	}
	for _, p := range f.Participants {
		if p.Roles[0] == reading.Leader || p.Roles[0] == reading.Visitor && s.person(p.Name) {
			return discourse.Within(place, s.jurisdiction(p.Name))
		}
	}
	return false
}

// escorts is true where all of who only keep those company who make the visit that goes on.
func (s *story) escorts(who []clause.Party) bool {
	f := s.drafts[s.trip]
	return f.Type == reading.Visit && !slices.ContainsFunc(who, func(p clause.Party) bool {
		return !slices.ContainsFunc(f.Participants, func(q reading.Participant) bool { return q.Name == p.Name && q.Roles[0] == reading.Companion })
	})
}
