package event

import (
	"strings"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

func contains(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// unveil reads 揭牌, 揭幕 and the like done by persons: a ceremony, or a part of the one that goes on.
func (s *story) unveil(c *clause, i int) bool {
	if c.nominal(i) || c.aside(i) || c.next(i).Is(held|discourse.Of) {
		return false
	}
	who := persons(c.parties(i))
	if len(who) == 0 || !hasSuffix(c.d.String(c.tokens[i].Span), "牌", "幕", "彩", "奠基", "旗", "奖", "勋") {
		return false
	}
	day, own := c.day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Ceremony && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Attendee, who)
			return true
		}
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.head, f.Place = c.d.String(c.tokens[i].Span), s.settled(c, i)
	f.addAll(reading.Attendee, who)
	return true
}

// appoint reads 任命, 免去, 当选: one appointment a day, with all whose posts change.
func (s *story) appoint(c *clause, i int) bool {
	word := c.d.String(c.tokens[i].Span)
	if c.next(i).Is(discourse.Of) || c.aside(i) {
		return false
	}
	var who []party
	switch word {
	case "任命", "免去", "决定任命", "决定免去", "选举", "补选", "增补", "接受", "提名", "推选":
		who = persons(c.object(i))
	case "当选", "被任命为", "被免去", "辞去", "就任", "履新", "不再担任", "接任", "卸任", "拟任":
		if list := persons(c.own(i)); len(list) > 0 {
			who = list[len(list)-1:]
		}
	}
	if len(who) == 0 {
		return false
	}
	day, own := c.day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Appointment && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Appointee, who)
			return true
		}
	}
	at := s.open(reading.Appointment, c, i)
	f := s.drafts[at]
	f.Place = s.d.Home
	f.addAll(reading.Appointee, who)
	return true
}
