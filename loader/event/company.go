package event

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

var (
	// members opens the list of those who came along: 随团前来的有甲、乙, 代表团成员还有：甲.
	members = regexp.MustCompile(`(?:随团|同来|同行|一同前来|一道前来|随行|团成员|组成员)[^，。、；]{0,6}?(?:还有|有|包括|为)：?$`)
	// headed says who leads a delegation that has come: 考察团团长由区长某某担任, 领队的是某某.
	headed = regexp.MustCompile(`(?:团长|领队|领头的|带队的|带队人)(?:由|是|为)`)
)

// accompanied is the words one of which a sentence has that tells who came along. It is asked of every sentence.
var accompanied = [...]string{"团长", "领队", "领头的", "带队", "率队", "率团", "随团", "同来", "同行", "前来", "随行", "成员"}

// company adds to the trip that goes on whom a sentence of its own says to lead it or to be of it.
func (s *story) company(c *view) {
	if s.trip < 0 || s.drafts[s.trip].Type != reading.Visit || !zh.Holds(c.Text(0, len(c.Tokens)), accompanied[:]...) || s.later(c, s.drafts[s.trip]) {
		return
	}
	s.led(c)
	role := reading.Participation("")
	for j, t := range c.Tokens {
		if t.Kind == discourse.Person && role != "" && c.Relative(j) < 0 {
			s.drafts[s.trip].add(role, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
			if role == reading.Leader {
				break
			}
		}
		if role != "" || t.Mark() && t.Kind != discourse.Comma {
			continue
		}
		switch text := c.Text(c.Comma(j)+1, j+1); {
		case t.Kind == discourse.Comma:
			text = c.Text(c.Comma(j)+1, j)
			if members.MatchString(text) {
				role = reading.Attendee
			}
		case t.Kind == discourse.Text && j > 0 && c.Tokens[j-1].Is(discourse.Party) && strings.HasPrefix(c.D.String(t.Span), "团长"):
			role = reading.Leader // 代表团团长、某区区长某某
		case t.Kind == discourse.Text && j > 0 && c.Tokens[j-1].Is(discourse.Party) && c.D.String(t.Span) == "成员" && c.Next(j).Kind == discourse.Dun:
			s.member(c, j) // 代表团成员、某局局长某某
		case j+1 < len(c.Tokens) && c.Tokens[j+1].Mark():
		case headed.MatchString(text):
			role = reading.Leader
		case members.MatchString(text):
			role = reading.Attendee
		}
	}
}

// member adds to the trip that goes on the first person behind token j in its clause.
func (s *story) member(c *view, j int) {
	for j++; j < len(c.Tokens) && c.Tokens[j].Kind != discourse.Comma; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Person {
			s.drafts[s.trip].add(reading.Attendee, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
			return
		}
	}
}

// led adds to the trip that goes on who leads it by a clause of its own: 书记某某、市长某某带队，; 考察活动由某某带队.
func (s *story) led(c *view) {
	for j, t := range c.Tokens {
		from := c.Comma(j) + 1
		if !t.Is(discourse.Lead) || from >= j {
			continue
		}
		who := persons(c.Between(c.From(j), j))
		if zh.Holds(c.Text(from, j), "由") {
			who = persons(c.Between(from, j))
			who = who[max(len(who)-1, 0):]
		} else if !c.Next(j).Mark() || !zh.EndsWith(c.D.String(t.Span), "带队", "率队", "率团", "带团") {
			continue
		}
		s.drafts[s.trip].addAll(reading.Leader, who)
	}
}

// later is true where the sentence tells of a day that draft f doesn't cover: 8日，正在某国访问的代表团团长某某会见… is of another trip.
func (s *story) later(c *view, f *draft) bool {
	if f.Start == "" || len(c.Tokens) == 0 {
		return false
	}
	day, own := c.Day(len(c.Tokens) - 1)
	return own && !within(day.Start, f.Start, f.End)
}

// looksOn adds to the visit that goes on who looks at what it looks at, one clause each: 甲来到某馆，参观成就展。乙、丙参观展览.
func (s *story) looksOn(c *view, i int, who []clause.Party, goals []string) bool {
	if s.trip < s.since || s.trip < 0 || c.D.String(c.Tokens[i].Span) != "参观" || !s.drafts[s.trip].looks || len(goals) > 0 || len(persons(who)) < len(who) {
		return false
	}
	if _, own := c.Day(i); own || s.at > opening || c.Comma(i) >= 0 {
		return false
	}
	s.drafts[s.trip].addAll(reading.Visitor, who)
	return true
}
