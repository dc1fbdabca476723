package event

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// sit reads 双方在某镇座谈 as a meeting that both sides hold.
func (s *story) sit(c *view, i, noun int) bool {
	if c.D.String(c.Tokens[noun].Span) != "座谈" || !c.Noted(i, discourse.Both) || c.nominal(noun) || c.Aside(i) || !c.Next(noun).Mark() ||
		len(persons(c.Own(i))) > 0 {
		return false
	}
	day, own := c.Day(i)
	if s.same(reading.Meeting, "", "座谈", day, own) >= 0 {
		return false
	}
	at := s.open(reading.Meeting, c, i)
	f := s.drafts[at]
	f.head, f.sides, f.Place = "座谈", true, s.settled(c, i)
	f.guessed = c.Where(i) == ""
	s.look(at)
	return true
}

// heads is true for the 在 at token j with which the sentence opens, maybe behind a day.
func (c *view) heads(j int) bool {
	return !slices.ContainsFunc(c.Tokens[:j], func(t discourse.Token) bool {
		return t.Kind != discourse.Date && t.Kind != discourse.Paren && t.Kind != discourse.Comma
	})
}

// hosted is the division within the goal of the trip that those who travel sit down with: 代表团与某区举行座谈. "" if none.
func (s *story) hosted(c *view, i int) string {
	if s.trip < 0 || !c.Tokens[i].Is(discourse.Convene) {
		return ""
	}
	for j := c.Comma(i) + 1; j+1 < i; j++ {
		next := c.Tokens[j+1]
		if c.Tokens[j].Is(discourse.And) && next.Kind == discourse.Place && j+2 == i && zh.BeginsWith(c.D.String(c.Next(i).Span), "座谈", "会谈", "交流") &&
			discourse.Within(c.D.Name(next), s.drafts[s.trip].Place) {
			return c.D.Name(next)
		}
	}
	return ""
}

// sided is true where 双方 or two divisions joined by 与 stand before the noun in its clause.
func (c *view) sided(noun int) bool {
	for j := c.Comma(noun) + 1; j < noun; j++ {
		if c.Tokens[j].Is(discourse.Both) {
			return true
		}
		if c.Tokens[j].Is(discourse.And) && j > 0 && c.Tokens[j-1].Kind == discourse.Place && c.Tokens[j+1].Kind == discourse.Place {
			return true
		}
	}
	return false
}

// hostOnTour is the one of the several goals of the trip that goes on in which one of sides holds office: 甲市市长会见了考察团. "" if none does.
func (s *story) hostOnTour(sides []clause.Party) string {
	if s.trip < s.since || s.trip < 0 || len(s.drafts[s.trip].goals) < 2 {
		return ""
	}
	for _, p := range persons(sides) {
		if place := s.jurisdiction(p.Name); slices.Contains(s.drafts[s.trip].goals, place) {
			return place
		}
	}
	return ""
}

// hostSeat is the province or city whose official meets, by the verb at token i, a guest of a national paper's country: 上海市委书记某某会见.
// "" where nobody such does.
func (s *story) hostSeat(c *view, i int, country string) string {
	if country != "中国" || !c.Tokens[i].Is(discourse.Meet|discourse.Talk) {
		return ""
	}
	for _, p := range persons(c.Parties(i)) {
		if seat := s.jurisdiction(p.Name); seat != "" && seat != country && !s.d.Foreign(seat) {
			return seat
		}
	}
	return ""
}
