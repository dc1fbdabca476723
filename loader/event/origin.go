package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// kind is Visit or Inspection for who going to goals by the verb at token i; "" where nothing says that they go anywhere.
func (s *story) kind(c *view, i int, who []clause.Party, goals []string) reading.EventType {
	t := c.Tokens[i]
	from := s.origin(who)
	goal := common(goals)
	if from == "" && s.d.Home == "中国" {
		from = s.d.Home
	}
	going := c.Noted(i, discourse.Travel|discourse.At) || c.leads(i) || len(goals) > 0 || c.Last >= 0 && c.Escorted(c.Last)
	switch {
	case c.D.String(t.Span) == "视察" && len(goals) == 0 && !s.official(who):
		return reading.Inspection // only those who command do so
	case len(persons(who)) == len(who) && !s.official(who) && !c.wed(who):
		return "" // what citizens do of themselves is no visit
	case len(persons(who)) < len(who) && !going:
		return ""
	case len(persons(who)) < len(who) && from == "":
		return reading.Visit
	case !going && !t.Is(discourse.Inspect):
		return ""
	case s.private(who), strings.Contains(c.D.String(t.Span), "访") && !t.Is(discourse.Inspect):
		return reading.Visit
	case from == "" && t.Is(discourse.Inspect):
		return reading.Inspection
	case from == "":
		return reading.Visit
	case s.exhibit(c, i):
		return reading.Visit // what one looks at isn't inspected
	case (goal != "" || len(goals) == 0) && s.own(from, goal, t), goal == "" && len(goals) > 0 && !slices.ContainsFunc(goals, func(g string) bool { return !s.own(from, g, t) }):
		return reading.Inspection
	case goal == "" && s.d.Home == "":
		return ""
	}
	return reading.Visit
}

// exhibit is true where the verb at token i tells that somebody looks at what is shown, which isn't one stop of an inspection.
func (s *story) exhibit(c *view, i int) bool {
	if c.D.String(c.Tokens[i].Span) != "参观" || s.trip >= s.since && s.trip >= 0 || s.d.Article != nil && zh.Holds(s.d.Article.Title, "考察", "调研", "视察", "检查") {
		return false
	}
	return zh.Holds(c.Text(i, len(c.Tokens)), "展览", "展厅", "成就展", "主题展", "成果展", "图片展", "博物馆", "纪念馆", "陈列")
}

// wed is true where one of who is called the wife of somebody: 某总统某夫人某.
func (c *view) wed(who []clause.Party) bool {
	for j, t := range c.Tokens {
		if j > 0 && slices.ContainsFunc(who, func(p clause.Party) bool { return p.Span.Start == t.Start }) && zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "夫人") {
			return true
		}
	}
	return false
}

// official is true where one of who holds an office, public or not.
func (s *story) official(who []clause.Party) bool {
	for _, p := range who {
		for k, q := range s.d.People {
			if q.Name == p.Name && s.d.Official(k) {
				return true
			}
		}
	}
	return false
}

// origin is the jurisdiction of the first person of who that has one, else of the delegation; "" unknown.
func (s *story) origin(who []clause.Party) string {
	for _, p := range persons(who) {
		if place := s.jurisdiction(p.Name); place != "" {
			return place
		}
	}
	for _, p := range who {
		for k, o := range s.d.Organizations {
			if o.Name == p.Name && p.Kind == discourse.Org && s.d.Seat(k) != "" {
				return s.d.Seat(k)
			}
		}
	}
	return ""
}

// private is true where those who go hold no public office: heads of companies, schools and associations.
func (s *story) private(who []clause.Party) bool {
	found := false
	for _, p := range persons(who) {
		for _, q := range s.d.People {
			if q.Name != p.Name {
				continue
			}
			for _, post := range q.Posts {
				if post.Org == "" || !s.business(post.Org) {
					return false
				}
				found = true
			}
		}
	}
	return found
}

// business is true for the name of a body that is neither government nor Party.
func (s *story) business(org string) bool {
	for _, o := range s.d.Organizations {
		if o.Name == org {
			return o.Type == "company" || o.Type == "school" || o.Type == "association" || o.Type == "hospital"
		}
	}
	return false
}

// own is true where a visitor of jurisdiction from who goes to goal stays within it.
func (s *story) own(from, goal string, t discourse.Token) bool {
	if from == "中国" {
		return goal == "" && s.d.Sides.Guest == "" || goal != "" && !s.d.Foreign(goal) && strings.ContainsAny(goal, "省市区县")
	}
	if goal == "" && s.d.Foreign(from) {
		return t.Is(discourse.Inspect) // another state's leader inspects at home
	}
	if goal == "" && s.d.Home != "" && from != "" && s.home() != "" && !discourse.Within(s.home(), from) && !discourse.Within(from, s.home()) {
		return false // 本报北京专电: they are out of their own
	}
	if goal == "" && s.d.Home != "" && from != "" {
		return discourse.Within(s.d.Home, from) || discourse.Within(from, s.d.Home)
	}
	if goal == "" {
		return t.Is(discourse.Inspect) && !s.d.Foreign(from) && (s.d.Home == "" || discourse.Within(s.d.Home, from) || discourse.Within(from, s.d.Home))
	}
	return discourse.Within(goal, from)
}

// receives is true for a sentence whose main verb meets somebody.
func (c *view) receives() bool {
	for i, t := range c.Tokens {
		if c.Relative(i) < 0 && t.Is(discourse.Meet|discourse.Talk) {
			return true
		}
	}
	return false
}
