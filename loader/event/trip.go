package event

import (
	"strings"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// visit reads 来…考察, 访问, 到…调研: a visit, or an inspection where the place lies in the visitor's own jurisdiction.
func (s *story) visit(c *clause, i int) bool {
	if c.nominal(i) || c.noted(i, discourse.Future) || c.noted(i, discourse.Past) {
		return false
	}
	who := c.travellers(i)
	if len(who) == 0 {
		return false
	}
	goals := c.goals(i)
	kind := s.kind(c, i, who, goals)
	if kind == "" {
		return false
	}
	if s.trip >= 0 && s.drafts[s.trip].Type == kind && s.joins(c, i, who) {
		return true
	}
	if day, own := c.day(i); own && !recent(day.Start, c.d.Article.PublishedAt) && len(day.Start) < len("2006-01") {
		return false
	}
	if people := persons(who); c.noted(i, discourse.Each) && len(people) == len(goals) && len(people) > 1 {
		for k, p := range people {
			s.journey(kind, c, i, []party{p}, goals[k:k+1])
		}
		return true
	}
	s.journey(kind, c, i, who, goals)
	return true
}

// journey opens a trip of who to goals.
func (s *story) journey(kind reading.EventType, c *clause, i int, who []party, goals []string) {
	at := s.open(kind, c, i)
	f := s.drafts[at]
	if _, own := c.day(i); !own && s.trip >= 0 {
		f.Start, f.End = "", ""
	}
	f.Place = common(goals)
	if f.Place == "" {
		f.Place = s.d.Home
	}
	leads := c.noted(i, discourse.Lead) || c.leads(i)
	for _, p := range who {
		switch {
		case p.kind == discourse.Person && leads:
			f.add(reading.Leader, p)
		default:
			f.add(reading.Visitor, p)
		}
	}
	s.trip = at
}

// leads is true where somebody leads the travellers of the verb at token i in its sentence.
func (c *clause) leads(i int) bool {
	for j := c.from(i); j < i; j++ {
		if c.tokens[j].Is(discourse.Lead) {
			return true
		}
	}
	return false
}

// joins adds who to the trip that goes on if they are of it: the delegation, its leader, or no one new.
func (s *story) joins(c *clause, i int, who []party) bool {
	f := s.drafts[s.trip]
	if day, own := c.day(i); own && !within(day.Start, f.Start, f.End) {
		return false
	}
	for _, p := range who {
		if f.has(p.name) {
			return true
		}
	}
	return false
}

// within is true where a day lies in a stretch of days, or either is unknown or coarse.
func within(day, start, end string) bool {
	if day == "" || start == "" {
		return true
	}
	if end == "" {
		return sameDay(day, start)
	}
	return start <= day && day <= end
}

// travellers is who goes: persons and delegations in the subject.
func (c *clause) travellers(i int) []party {
	var out []party
	for _, p := range c.parties(i) {
		if p.kind == discourse.Person || p.kind == discourse.Org && travels(c, p.name) {
			out = append(out, p)
		}
	}
	return out
}

func travels(c *clause, name string) bool {
	for _, o := range c.d.Organizations {
		if o.Name == name {
			return o.Type == "delegation" || strings.HasSuffix(name, "团")
		}
	}
	return false
}

// goals is the divisions that the verb at token i goes to: after 来, 赴, 到, 在 before it, else after it.
func (c *clause) goals(i int) []string {
	var out []string
	for j := c.from(i); j < i; j++ {
		if t := c.tokens[j]; t.Kind == discourse.Place && c.relative[j] == 0 && c.joined(j) && !discourse.Titular(c.tokens, j) {
			out = c.admit(out, j)
		}
	}
	if len(out) > 0 {
		return out
	}
	for j := i + 1; j < len(c.tokens) && (c.tokens[j].Kind == discourse.Place || c.tokens[j].Kind == discourse.Dun || c.tokens[j].Is(discourse.And) || c.tokens[j].Kind == discourse.Text); j++ {
		if c.tokens[j].Kind == discourse.Place {
			out = c.admit(out, j)
		}
		if c.tokens[j].Kind == discourse.Text && c.d.String(c.tokens[j].Span) != "了" {
			break
		}
	}
	return out
}

// joined is true where the place at token j stands after a word of going, maybe after other places joined to it.
func (c *clause) joined(j int) bool {
	for j > 0 && (c.tokens[j-1].Kind == discourse.Place || c.tokens[j-1].Kind == discourse.Dun || c.tokens[j-1].Is(discourse.And)) {
		j--
	}
	return j > 0 && c.tokens[j-1].Is(discourse.Travel|discourse.At|discourse.Visit|discourse.Inspect)
}

// admit adds the division of the place at token j; a finer one replaces the one that it lies in.
func (c *clause) admit(out []string, j int) []string {
	p := c.d.Places[c.tokens[j].Index]
	name := p.Name
	if p.Type != reading.Admin {
		name = c.seat(p)
	}
	if name == "" {
		return out
	}
	if n := len(out); n > 0 && c.tokens[j-1].Kind == discourse.Place && discourse.Within(name, out[n-1]) {
		out[n-1] = name
		return out
	}
	return append(out, name)
}

// common is the longest division that all of list lie in, "" if none.
func common(list []string) string {
	if len(list) == 0 {
		return ""
	}
	prefix := []rune(list[0])
	for _, s := range list[1:] {
		n := 0
		for i, r := range []rune(s) {
			if i >= len(prefix) || prefix[i] != r {
				break
			}
			n = i + 1
		}
		prefix = prefix[:n]
	}
	if len(list) > 1 {
		for n := len(prefix); n > 0; n-- {
			if strings.ContainsRune("省市区县旗州盟", prefix[n-1]) {
				return string(prefix[:n])
			}
		}
		return ""
	}
	return string(prefix)
}

// kind is Visit or Inspection for who going to goals by the verb at token i; "" where nothing says that they go anywhere.
func (s *story) kind(c *clause, i int, who []party, goals []string) reading.EventType {
	t := c.tokens[i]
	from := ""
	for _, p := range persons(who) {
		for k := range s.d.People {
			if s.d.People[k].Name == p.name && from == "" {
				from = s.d.Jurisdiction(k)
			}
		}
	}
	goal := common(goals)
	going := c.noted(i, discourse.Travel|discourse.At) || c.leads(i) || len(goals) > 0
	switch {
	case len(persons(who)) < len(who) && t.Is(discourse.Visit|discourse.Inspect):
		if !going {
			return ""
		}
		return reading.Visit
	case !going && !t.Is(discourse.Inspect):
		return ""
	case from == "" && t.Is(discourse.Inspect):
		return reading.Inspection
	case from == "":
		return reading.Visit
	case s.own(from, goal, t):
		return reading.Inspection
	case goal == "" && s.d.Home == "":
		return ""
	}
	return reading.Visit
}

// own is true where a visitor of jurisdiction from who goes to goal stays within it.
func (s *story) own(from, goal string, t discourse.Token) bool {
	if from == "中国" {
		return goal != "" && !s.d.Foreign(goal) && strings.ContainsAny(goal, "省市区县")
	}
	if goal == "" {
		return t.Is(discourse.Inspect) && !s.d.Foreign(from)
	}
	return discourse.Within(goal, from)
}

// relatives reads the visits that relative clauses tell of: 会见来华进行国事访问的总统托卡耶夫.
func (s *story) relatives(c *clause) {
	for i, t := range c.tokens {
		if c.relative[i] == 0 || !t.Is(discourse.Visit) {
			continue
		}
		head := c.tokens[c.relative[i]-1]
		if head.Kind != discourse.Person {
			continue
		}
		goal := ""
		for j := i; j >= 0 && c.relative[j] == c.relative[i]; j-- {
			if c.tokens[j].Kind == discourse.Place && j > 0 && (c.tokens[j-1].Is(discourse.Travel) || hasSuffix(c.d.String(c.tokens[j-1].Span), "对")) {
				goal = c.d.Places[c.tokens[j].Index].Name
			}
		}
		if goal == "" {
			continue
		}
		at := s.open(reading.Visit, c, i)
		f := s.drafts[at]
		f.Start, f.End, f.Place = "", "", goal
		f.add(reading.Visitor, party{discourse.Person, c.d.Name(head), head.Span})
		return
	}
}
