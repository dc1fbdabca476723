package event

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// expedition reads a leader taking people somewhere for whatever they do there (率队在某市开展招商), and a delegation coming
// where no verb of visiting says what for (考察团来到某市).
func (s *story) expedition(c *view, i int) bool {
	t := c.Tokens[i]
	if c.invites(i) {
		return false // 邀请代表团前往某城
	}
	if c.Next(i).Kind != discourse.Place || c.Noted(i, discourse.Future|discourse.Past) || c.visits(i) || c.Silent(i) || c.greets(i) {
		return false
	}
	who := c.travellers(i)
	leads := c.leads(i) && len(persons(who)) > 0
	if !leads && (!t.Is(discourse.Travel) || len(who) == 0 || len(persons(who)) == len(who)) || s.at > opening {
		return false
	}
	goals := c.goals(i)
	abroad := len(goals) == 0 && c.D.Places[c.Next(i).Index].Type == reading.Region // 率队赴珠三角招商: out of the home, to no one place
	if len(goals) == 0 && !abroad || s.trip >= 0 && s.joins(c, i, who) {
		return false
	}
	kind := s.kind(c, i, who, goals)
	if abroad {
		kind = reading.Visit
	}
	if kind == "" || kind == reading.Inspection && !leads {
		return false
	}
	s.journey(kind, c, i, who, goals)
	if f := s.drafts[s.trip]; abroad && f.Place == s.home() {
		f.Place = ""
	}
	return true
}

// extends lets the inspection that goes on last until the day that the sentence has come to, where the same leader goes on then
// in another division of the same home.
func (s *story) extends(kind reading.EventType, c *view, i int, who []clause.Party, goals []string) bool {
	if s.trip < 0 || kind != reading.Inspection || s.drafts[s.trip].Type != kind {
		return false
	}
	f := s.drafts[s.trip]
	day, own := c.Day(i)
	last := f.Start
	if f.End != "" {
		last = f.End
	}
	if !own || day.End != "" || len(last) != len("2006-01-02") || day.Start != shift(last, 1) || len(who) == 0 || !f.has(who[0].Name) {
		return false
	}
	place := f.Place
	if goal := common(goals); goal != "" && !discourse.Within(goal, place) {
		place = common([]string{place, goal})
	}
	if place == "" {
		return false
	}
	f.End, f.Place = day.Start, place
	return true
}

// dates gives the trip that goes on the days that the verb at token i tells of it, where it was opened without one: 某某近日在某省考察. 7日至8日，
// 某某来到某市调研.
func (s *story) dates(c *view, i int, goals []string) {
	f := s.drafts[s.trip]
	day, own := c.Day(i)
	if goal := common(goals); !own || len(day.Start) != len("2006-01-02") || goal != "" && !discourse.Within(goal, f.Place) || !clause.Recent(day.Start, s.d.Article.PublishedAt) {
		return
	}
	if f.Start == "" && f.End == "" {
		f.Start, f.End, f.undated = day.Start, day.End, true
	} else if f.undated && day.Latest() > max(f.Start, f.End) {
		f.End = day.Latest()
	}
}

// calls reads 看望考察团成员 as a meeting with the delegation.
func (s *story) calls(c *view, i int, who []clause.Party) bool {
	if !zh.EndsWith(c.D.String(c.Tokens[i].Span), "看望", "慰问") || i+1 >= len(c.Tokens) || len(persons(who)) == 0 {
		return false
	}
	t := c.Tokens[i+1]
	if t.Kind == discourse.Text && c.D.String(t.Span) == "了" && i+2 < len(c.Tokens) {
		t = c.Tokens[i+2]
	}
	if !c.D.Delegation(t) && !t.Is(discourse.Party) {
		return false
	}
	s.meet(reading.Meeting, c, i, append(persons(who), c.Object(i)...))
	return true
}

// tour reads a leader going somewhere to look for himself where no verb of visiting says so: 深入某镇，实地了解春耕情况.
func (s *story) tour(c *view, i int) bool {
	next := c.Next(i).Kind
	party := c.retinue(i) && (next == discourse.Org || next == discourse.Text) // 某某一行先后到某敬老院
	if s.trip >= 0 || next != discourse.Place && !party || c.Noted(i, discourse.Future|discourse.Past) || c.visits(i) {
		return false
	}
	who := persons(c.Own(i))
	goals := c.goals(i)
	if len(who) == 0 || len(goals) == 0 && !party || !s.leads(who) && !c.retinue(i) || s.at > opening || !c.leads(i) && !c.retinue(i) && !zh.Holds(c.Text(i, len(c.Tokens)), "了解", "询问", "指导", "指挥", "部署", "慰问", "处置", "救援", "抢险", "听取", "征求", "宣讲", "现场办公", "面对面", "看", "座谈") {
		return false
	}
	kind := reading.Visit
	if s.own(s.jurisdiction(who[0].Name), common(goals), discourse.Token{Kind: discourse.Word, Class: discourse.Inspect}) {
		kind = reading.Inspection
	}
	s.journey(kind, c, i, who, goals)
	return true
}

// visits is true where a verb of visiting follows token i in the sentence.
func (c *view) visits(i int) bool {
	for j := i + 1; j < len(c.Tokens); j++ {
		if c.Tokens[j].Is(discourse.Visit|discourse.Inspect) && !c.attributive(j) {
			return true
		}
	}
	return false
}

// leads is true where all of who hold office of a jurisdiction.
func (s *story) leads(who []clause.Party) bool {
	for _, p := range who {
		if s.jurisdiction(p.Name) == "" {
			return false
		}
	}
	return true
}

// came reads who a story says has come: 来的是某县考察组，领头的是主任某某.
func (s *story) came(c *view) {
	for i := 0; i+3 < len(c.Tokens); i++ {
		t := c.Tokens[i+3]
		if !c.Tokens[i].Is(discourse.Travel) || !c.Tokens[i+1].Is(discourse.Of) || c.D.String(c.Tokens[i+2].Span) != "是" ||
			!zh.BeginsWith(c.D.String(c.Tokens[i].Span), "来", "到访") || t.Kind != discourse.Org || !travels(c, c.D.Name(t)) {
			continue
		}
		s.journey(reading.Visit, c, i, []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}, nil)
		for k := i + 4; k < len(c.Tokens); k++ {
			if p := c.Tokens[k]; p.Kind == discourse.Person {
				if zh.Holds(c.Text(i+4, k), "领头的是", "带队的是", "率队的是", "领队是", "团长是") {
					s.drafts[s.trip].add(reading.Leader, clause.Party{Kind: p.Kind, Name: c.D.Name(p), Span: p.Span})
				}
				return
			}
		}
		return
	}
}

// longestVisit is how many days a visit may take whose end only what is done on it tells.
const longestVisit = 10

// lingers is true where those whose visit goes on do more within its goal some days later, which it then takes: 15日抵达我市。17日，代表团考察了
// 某厂.
func (s *story) lingers(c *view, i int, who []clause.Party, goals []string) bool {
	if s.trip < s.since || s.trip < 0 || s.drafts[s.trip].Type != reading.Visit {
		return false
	}
	f := s.drafts[s.trip]
	day, own := c.Day(i)
	if !own || day.End != "" || len(day.Start) != len("2006-01-02") || len(f.Start) != len(day.Start) || day.Start <= max(f.Start, f.End) || day.Start > shift(f.Start, longestVisit) {
		return false
	}
	if goal := common(goals); len(goals) > 0 && (goal == "" || !discourse.Within(goal, f.Place)) {
		return false
	}
	if len(who) == 0 || slices.ContainsFunc(who, func(p clause.Party) bool { return !f.has(p.Name) }) {
		return false
	}
	f.End = day.Start
	return true
}

// greets is true where those before the verb at token i only wait there for others who come: 率班子成员在某镇迎接.
func (c *view) greets(i int) bool {
	end := i + 1
	for end < len(c.Tokens) && !c.Tokens[end].Mark() {
		end++
	}
	return zh.EndsWith(c.Text(i, end), "迎接", "迎候", "等候", "欢迎")
}
