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
	if len(who) == 0 || !clause.HasSuffix(c.D.String(c.Tokens[i].Span), "牌", "幕", "彩", "奠基", "旗", "奖", "勋") {
		return false
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

// appoint reads 任命, 免去, 当选: one appointment a day, with all whose posts change.
func (s *story) appoint(c *view, i int) bool {
	word := c.D.String(c.Tokens[i].Span)
	if c.Next(i).Is(discourse.Of) || c.Aside(i) {
		return false
	}
	var who []clause.Party
	switch word {
	case "任命", "免去", "决定任命", "决定免去", "选举", "补选", "增补", "接受", "提名", "推选":
		who = persons(c.Object(i))
	case "当选", "被任命为", "被免去", "辞去", "就任", "履新", "不再担任", "接任", "卸任", "拟任":
		if list := persons(c.Own(i)); len(list) > 0 {
			who = list[len(list)-1:]
		}
	}
	if len(who) == 0 {
		return false
	}
	day, own := c.Day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Appointment && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Appointee, who)
			return true
		}
	}
	at := s.open(reading.Appointment, c, i)
	f := s.drafts[at]
	f.Place = s.home()
	f.addAll(reading.Appointee, who)
	return true
}
