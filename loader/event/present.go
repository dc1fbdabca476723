package event

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Who is at an assembly shows by what they do there, too: 分组讨论中，某某建议…; 闭幕式上，甲将会旗交给乙.

// turns is what the first clause of a sentence ends in where those in it take the floor at the assembly that goes on.
var turns = [...]string{"分组讨论中", "讨论中", "分组讨论时", "讨论时", "审议中", "审议时", "交流中", "交流发言中", "互动交流中", "协商中", "座谈中", "分组审议时", "分组审议中", "发言中"}

// discusses is true where the sentence of token i opens with the floor being taken, and the verb at i says what somebody said.
func (c *view) discusses(i int) bool {
	for j, t := range c.Tokens[:i] {
		if t.Kind == discourse.Comma {
			return zh.EndsWith(c.Text(0, j), turns[:]...)
		}
		if t.Mark() {
			return false
		}
	}
	return false
}

// doings at an assembly that need two: what is handed over.
var handed = [...]string{"交给", "移交", "交到", "授予", "颁发", "颁奖", "递给", "传给"}

// present adds to the assembly that goes on who does something at it that no other rule reads: 仪式上，甲将会旗交给某县的县长乙.
func (s *story) present(c *view) {
	if s.focus < s.since || s.focus < 0 || s.drafts[s.focus].between || len(c.Tokens) == 0 {
		return
	}
	f := s.drafts[s.focus]
	if f.Type == reading.Meeting {
		s.listens(f, c)
		return
	}
	comma := -1
	for j, t := range c.Tokens {
		if t.Kind == discourse.Comma {
			comma = j
			break
		}
	}
	if f.Type != reading.Ceremony || comma < 0 || !zh.EndsWith(c.Text(0, comma), "式上", "活动上", "典礼上", "现场") || !zh.Holds(c.Text(comma, len(c.Tokens)), handed[:]...) {
		return
	}
	for j := comma + 1; j < len(c.Tokens); j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Person && !c.Silent(j) && s.jurisdiction(c.D.Name(t)) != "" {
			f.add(reading.Attendee, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
}

// listens adds those whose views a meeting hears: 召开座谈会，听取区委书记甲、县委书记乙等的意见建议.
func (s *story) listens(f *draft, c *view) {
	for j, t := range c.Tokens {
		if t.Kind != discourse.Text || !strings.HasSuffix(c.D.String(t.Span), "听取") && !strings.HasSuffix(c.D.String(t.Span), "听取了") || c.Silent(j) {
			continue
		}
		end := j + 1
		for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun || discourse.InTitle(c.Tokens, end)) {
			end++
		}
		if end > j+1 && zh.EndsWith(c.Text(j+1, end), "意见", "建议", "意见建议", "意见和建议", "发言") {
			for _, p := range c.Tokens[j+1 : end] {
				if p.Kind == discourse.Person {
					f.add(reading.Attendee, clause.Party{Kind: p.Kind, Name: c.D.Name(p), Span: p.Span})
				}
			}
		}
	}
}

// passed is the day on which the headline says in brackets that what follows was decided: （2024年6月11日某会议通过）. "" if it says none.
func (s *story) passed() string {
	for i, sentence := range s.d.Sentences {
		if i > opening {
			break
		}
		for _, t := range s.d.Rest(sentence) {
			if t.Kind != discourse.Paren || !strings.HasSuffix(s.d.Inner(t), "通过") {
				continue
			}
			for _, m := range s.d.Within(t.Span) {
				if m.Kind == discourse.Date && len(s.d.Dates[m.Index].Start) == len("2006-01-02") {
					return s.d.Dates[m.Index].Start
				}
			}
		}
	}
	return ""
}

// deeds is what one does at a rite by which it is told that he is there; recital is that among them which is spoken.
var deeds = [...]string{"献花", "点燃", recital}

const recital = "恭读"

// performs adds to the rite that goes on in the paragraph who does something at it that is part of such rites: 某某恭读祭文，某某、某某点燃圣火.
func (s *story) performs(c *view) {
	if s.focus < s.since || s.focus < 0 || s.drafts[s.focus].Type != reading.Ceremony || !s.here(s.focus, c) && s.focus != len(s.drafts)-1 {
		return
	}
	from := 0
	for j, t := range c.Tokens {
		switch text := c.D.String(t.Span); {
		case t.Kind == discourse.Semi, t.Is(telling) && c.Relative(j) < 0:
			from = j + 1
		case t.Kind != discourse.Text || c.Silent(j) || !zh.Holds(text, deeds[:]...) || c.Aside(j):
		default:
			role := reading.Attendee
			if strings.Contains(text, recital) {
				role = reading.Speaker
			}
			s.drafts[s.focus].addAll(role, persons(c.Between(from, j)))
			from = j + 1
		}
	}
}
