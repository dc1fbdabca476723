package event

import (
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// unveil reads 揭牌, 揭幕 and the like done by persons: a ceremony, or a part of the one that goes on.
func (s *story) unveil(c *view, i int) bool {
	if c.nominal(i) || c.Aside(i) || c.Next(i).Is(held|discourse.Of) {
		return false
	}
	who := persons(c.Parties(i))
	word := c.D.String(c.Tokens[i].Span)
	if len(who) == 0 || !clause.HasSuffix(word, "牌", "幕", "彩", "奠基", "旗", "奖", "勋") {
		return false
	}
	if clause.HasSuffix(word, "授牌", "旗", "奖", "勋") { // handing out is part of what goes on
		if s.focus < 0 || s.drafts[s.focus].between {
			return false
		}
		s.drafts[s.focus].addAll(reading.Attendee, who)
		return true
	}
	day, own := c.Day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Ceremony && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Attendee, who)
			return true
		}
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.head, f.Place = c.D.String(c.Tokens[i].Span), s.settled(c, i)
	f.addAll(reading.Attendee, who)
	return true
}

// antecedent is whom 他 before the verb at token i stands for where no mention says so: the nearest person before it
// (致电甲，祝贺她当选总统).
func (c *view) antecedent(i int) []clause.Party {
	pronoun := false
	for j := i - 1; j >= 0; j-- {
		t := c.Tokens[j]
		switch {
		case t.Is(discourse.Pronoun):
			pronoun = true
		case t.Kind == discourse.Person && pronoun:
			return []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}
		case t.Kind == discourse.Person:
			return nil
		}
	}
	return nil
}

// successors is the persons of the list that goes on behind the verb at token i: 任命甲为局长；乙、丙为副局长.
func (c *view) successors(i int) []clause.Party {
	var out, group []clause.Party
	for j := i + 1; j < len(c.Tokens) && !c.Tokens[j].Is(discourse.Appoint); j++ {
		switch t := c.Tokens[j]; t.Kind {
		case discourse.Person:
			group = append(group, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		case discourse.Dun, discourse.Paren:
		case discourse.Text:
			if clause.HasPrefix(c.D.String(t.Span), "为", "任", "的", "同志") {
				out = append(out, group...)
			}
			group = nil
		default:
			group = nil
		}
	}
	return out
}

// confer reads who is honoured at the rite that goes on: 向甲、乙颁授勋章.
func (s *story) confer(c *view) bool {
	if s.focus < 0 || s.drafts[s.focus].Type != reading.Ceremony {
		return false
	}
	for j, t := range c.Tokens {
		if t.Kind == discourse.Person && !c.Silent(j) && !s.drafts[s.focus].has(c.D.Name(t)) {
			s.drafts[s.focus].add(reading.Attendee, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
	return false
}

// appoint reads 任命, 免去, 当选: one appointment a day, with all whose posts change.
func (s *story) appoint(c *view, i int) bool {
	word := c.D.String(c.Tokens[i].Span)
	if c.Next(i).Is(discourse.Of) || c.Aside(i) {
		return false
	}
	var who []clause.Party
	switch word {
	case "任命", "免去", "决定任命", "决定免去", "选举", "补选", "增补", "接受", "提名", "推选":
		who = append(persons(c.Object(i)), c.successors(i)...)
	case "当选", "被任命为", "被免去", "辞去", "就任", "履新", "不再担任", "接任", "卸任", "拟任":
		if list := persons(c.Between(max(c.From(i), c.Comma(i)+1), i)); len(list) > 0 {
			who = list[len(list)-1:]
		} else {
			who = c.antecedent(i)
		}
	}
	if len(who) == 0 {
		s.listing = s.listing || c.Next(i).Kind == discourse.Comma && i+2 >= len(c.Tokens)
		return false
	}
	s.appointed(c, i, who)
	return true
}

// successor reads a line of a list of appointments: 孟某为副州长； below 任命：.
func (s *story) successor(c *view) {
	if !s.listing || len(c.Tokens) < 2 || c.Tokens[0].Kind != discourse.Person {
		s.listing = s.listing && len(c.Tokens) <= 2
		return
	}
	if t := c.Tokens[0]; clause.HasPrefix(c.D.String(c.Next(0).Span), "为", "任", "的") {
		s.appointed(c, 0, []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}})
	}
}

// appointed adds who to the appointments of the day that token i speaks of.
func (s *story) appointed(c *view, i int, who []clause.Party) {
	day, own := c.Day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Appointment && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Appointee, who)
			return
		}
	}
	at := s.open(reading.Appointment, c, i)
	f := s.drafts[at]
	f.Place = s.home()
	f.addAll(reading.Appointee, who)
}
