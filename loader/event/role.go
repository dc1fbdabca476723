package event

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// assembly is the draft that 主持, 讲话 and 出席 at token i speak of: the event that its object names, else the one that
// goes on. -1 if there is none.
func (s *story) assembly(c *view, i int) int {
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if c.holds(j) && !c.Tokens[i].Is(discourse.Speak) {
			return s.gather(c, j, i)
		}
		if t.Mark() && t.Kind != discourse.Dun || t.Is(discourse.Speak|discourse.Host) {
			break
		}
	}
	for j := i - 1; j > c.Comma(i); j-- {
		if t := c.Tokens[j]; (t.Is(held) || t.Kind == discourse.Text) && c.holds(j) && (!c.Tokens[i].Is(discourse.Speak) || c.announced(j)) {
			return s.gather(c, j, i)
		}
	}
	if s.away && c.Tokens[i].Is(discourse.Speak) || s.focus >= 0 && s.drafts[s.focus].aside {
		return -1
	}
	if s.focus >= 0 && (!s.drafts[s.focus].between || zh.EndsWith(s.drafts[s.focus].head, "座谈", "集体谈话")) {
		return s.focus
	}
	if s.signing >= s.since && s.signing > s.focus && s.here(s.signing, c) && !c.Tokens[i].Is(discourse.Say) && c.onStage(i) {
		return s.signing // 甲县与乙院签署协议。县长某某致辞
	}
	return -1
}

// host reads 主持: who stands before it, or between 由 and it.
func (s *story) host(c *view, i int) bool {
	who := c.Parties(i)
	if len(who) == 0 && c.Tokens[i].Is(discourse.Convene) {
		who = s.absent(c)
	}
	if len(who) == 0 {
		return false
	}
	if day, own := c.Day(i); c.Noted(i, discourse.Future) && !(own && len(day.Start) == len("2006-01-02")) {
		return false
	}
	at := s.assembly(c, i)
	if at >= 0 && s.yet(c, i, at) {
		return false
	}
	if people := persons(who); len(people) > 0 {
		who = people
	}
	who = slices.DeleteFunc(slices.Clone(who), func(p clause.Party) bool { return p.Kind == discourse.Place })
	if own := persons(c.Between(max(c.From(i), c.Comma(i)+1), i)); len(own) > 0 && !c.Joins(own[0]) {
		who = own // those before the comma do something else
	}
	if at < 0 {
		s.orphan(c, i, reading.Host, persons(who))
		return false
	}
	s.drafts[at].addAll(reading.Host, who)
	return true
}

// speak reads 讲话, 致辞, 介绍 before the assembly that goes on.
func (s *story) speak(c *view, i int) bool {
	t := c.Tokens[i]
	after := c.Next(i)
	if t.Is(discourse.Say) && (c.D.Recalled(c.Tokens, i) || s.toPress(c, i) || c.Once(i)) {
		return false
	}
	if c.cited(i) && (t.Is(discourse.Say) || len(c.source(i)) == 0) && !s.within(c, i) {
		return false // 据某某介绍: told to the paper
	}
	if after.Is(discourse.Of) && !t.Is(discourse.Say) && len(c.Inverted(i)) == 0 || i > 0 && c.Tokens[i-1].Is(discourse.At) || c.entrusts(i) {
		return false // 委托某某作说明: at another meeting
	}
	who := s.floor(c, i)
	if len(who) == 0 {
		return false
	}
	at := s.assembly(c, i)
	if at >= 0 && c.Noted(c.Comma(i), discourse.Travel|discourse.Visit|discourse.Inspect) && !s.timely(c, i, at) {
		at = -1 // 次日，嘉宾到某镇考察，市长某某介绍情况: not at the assembly of the day before
	}
	at = s.lecture(c, i, at)
	if heard := c.hearing(i) >= 0; at < 0 && (heard || s.reports(c, i, who)) || heard && s.trip >= s.since && s.here(s.trip, c) && !s.here(at, c) {
		at = s.trip // what one hears on the way
	}
	role := reading.Speaker
	if c.declaresOpen(i) {
		role = reading.Attendee
	}
	if own := persons(c.Between(c.Comma(i)+1, i)); len(own) > 0 && (at < 0 || role == reading.Attendee) && !c.Joins(own[0]) {
		who = own // those before the comma do something else
	}
	if at < 0 {
		s.orphan(c, i, role, who)
		return false
	}
	if s.yet(c, i, at) {
		return false
	}
	if f := s.drafts[at]; f.Type == reading.Visit || f.Type == reading.Inspection {
		who = slices.DeleteFunc(slices.Clone(who), func(p clause.Party) bool { return f.has(p.Name) }) // who travels hears
	}
	s.drafts[at].addAll(role, who)
	return true
}

// floor is who speaks by the verb at token i: its subject, whom it is heard from, or a body that speaks for itself.
func (s *story) floor(c *view, i int) []clause.Party {
	who := persons(c.Parties(i))
	if c.cited(i) {
		who = c.source(i)
	}
	if j := c.hearing(i); j >= 0 {
		if at := s.assembly(c, i); at >= 0 {
			s.drafts[at].addAll(reading.Attendee, persons(c.Between(c.From(i), j)))
		}
		if who = persons(c.Between(j, i)); len(who) == 0 {
			return nil // 到会听取发言: others spoke
		}
	}
	if len(who) == 0 {
		who = persons(c.Subject)
	}
	if len(who) == 0 {
		who = c.spokesmen(i)
	}
	if len(who) == 0 {
		who = s.briefers(c, i)
	}
	return who
}

// declaresOpen is true for the verb at token i with which somebody only declares something open or closed, no speech: 宣布开幕, 宣布项目开工.
func (c *view) declaresOpen(i int) bool {
	if c.D.String(c.Tokens[i].Span) != "宣布" {
		return false
	}
	for j := i + 1; j < len(c.Tokens) && !c.Tokens[j].Mark(); j++ {
		if t := c.Tokens[j]; t.Is(discourse.Unveil) || t.Is(discourse.Convene) && zh.EndsWith(c.D.String(t.Span), "幕") {
			return true
		}
	}
	return false
}

// cited is true where the clause of the verb at token i opens with 据: 据局长某某通报.
func (c *view) cited(i int) bool {
	return zh.BeginsWith(c.D.String(c.Tokens[c.Comma(i)+1].Span), "据")
}

// source is the person right before the verb at token i, nil if none stands there.
func (c *view) source(i int) []clause.Party {
	if i == 0 || c.Tokens[i-1].Kind != discourse.Person {
		return nil
	}
	t := c.Tokens[i-1]
	return []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}
}

// within is true where the verb at token i stands behind a meeting of the same paragraph, at which those before it speak: 双方座谈。据县人大常委会
// 副主任某某介绍，….
func (s *story) within(c *view, i int) bool {
	if s.focus < 0 || !s.here(s.focus, c) || s.drafts[s.focus].Type != reading.Meeting || c.Sentence.First <= 0 {
		return false
	}
	for j := c.Comma(i) + 1; j < i; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Person {
			place := s.jurisdiction(c.D.Name(t))
			return place != "" && s.drafts[s.focus].Evidence.Start < c.Tokens[0].Start && (discourse.Within(place, s.drafts[s.focus].Place) || discourse.Within(s.drafts[s.focus].Place, place))
		}
	}
	return false
}

// reports is true for officials of the place of the inspection that goes on, whose words there are said to those who inspect.
func (s *story) reports(c *view, i int, who []clause.Party) bool {
	if !zh.EndsWith(c.D.String(c.Tokens[i].Span), "介绍", "汇报", "讲解") || s.trip < 0 || s.drafts[s.trip].Type != reading.Inspection {
		return false
	}
	for _, p := range who {
		place := s.jurisdiction(p.Name)
		if place == "" && zh.EndsWith(c.D.String(c.Tokens[i].Span), "汇报") && s.official([]clause.Party{p}) {
			continue // one reports to who inspects: 海关关长某某汇报
		}
		if place == "" || !discourse.Within(place, s.drafts[s.trip].Place) {
			return false
		}
	}
	return true
}

// lectures is what somebody gives who speaks alone.
var lectures = [...]string{"作宣讲", "做宣讲", "宣讲报告", "作专题宣讲", "作专题辅导", "作辅导报告", "作专题报告", "做专题报告", "作形势报告"}

// lecture is the assembly that somebody's report makes by itself where no other goes on in the paragraph: 某某在某市作宣讲报告. It is at
// otherwise.
func (s *story) lecture(c *view, i, at int) int {
	if at >= 0 && s.here(at, c) || !zh.Holds(c.Text(c.Comma(i)+1, i+1), lectures[:]...) || !c.Noted(i, discourse.At) || c.Aside(i) ||
		!c.Next(i).Mark() && !c.Next(i).Is(discourse.Speak) {
		return at
	}
	at = s.open(reading.Meeting, c, i)
	f := s.drafts[at]
	f.head, f.Place = "宣讲报告会", cmp.Or(c.Where(i), s.home()) // not where another one spoke
	f.guessed = c.Where(i) == ""
	s.look(at)
	return at
}

// hearing is the token behind 听取 where the verb at token i is what one hears: 甲听取了乙的工作汇报. -1 if it isn't.
func (c *view) hearing(i int) int {
	for j := i - 1; j > c.Comma(i); j-- {
		if c.Tokens[j].Kind == discourse.Text && zh.Holds(c.D.String(c.Tokens[j].Span), "听取") {
			return j + 1
		}
	}
	return -1
}

// briefings is what the assemblies end in at which bodies speak for themselves.
var briefings = [...]string{"发布会", "吹风会", "记者会", "通气会", "见面会", "招待会"}

// briefers is the bodies that tell something themselves at the briefing that goes on: 举行新闻发布会，甲部、乙总署等部门介绍了.
func (s *story) briefers(c *view, i int) []clause.Party {
	if s.focus < s.since || s.focus < 0 || !s.here(s.focus, c) || !zh.EndsWith(s.drafts[s.focus].Name+s.drafts[s.focus].head, briefings[:]...) || !zh.EndsWith(c.D.String(c.Tokens[i].Span), "介绍", "通报", "发布", "解读") {
		return nil
	}
	if last := c.Tokens[i-min(i, 1)]; last.Kind != discourse.Org && !zh.EndsWith(c.D.String(last.Span), "部门", "单位", "机构", "等") {
		return nil
	}
	return slices.DeleteFunc(c.Between(c.Comma(i)+1, i), func(p clause.Party) bool { return p.Kind != discourse.Org })
}

// opened is true where the sentence of token i opens with the assembly that goes on, and the person right before token i speaks at it
// whatever mark follows: 15日上午举行的交流会上，某某提出两地合办学校.
func (c *view) opened(i int) bool {
	if i == 0 || c.Tokens[i-1].Kind != discourse.Person || c.Comma(i) <= 0 {
		return false
	}
	comma := c.Comma(i)
	for before := c.Comma(comma); before > 0 && c.Tokens[before].Kind == discourse.Comma && !c.Tokens[comma-1].Is(discourse.Say); before = c.Comma(comma) {
		comma = before
	}
	last := c.Tokens[comma-1]
	return last.Kind == discourse.Text && zh.BeginsWith(c.D.String(last.Span), "上", "会上", "会议上") && c.D.String(last.Span) != "上午"
}

// before is true where the clause of the verb at token i says at which assembly the words were said: 在仪式上说, 在发言中说.
func (c *view) before(i int) bool {
	for j := c.Comma(max(c.Comma(i), 0)) + 1; j+1 < i; j++ {
		if !c.Tokens[j].Is(discourse.At) {
			continue
		}
		for k := j + 1; k < i; k++ {
			after := ""
			if k+1 < i {
				after = c.D.String(c.Tokens[k+1].Span)
			}
			if c.Tokens[k].Is(held) && zh.BeginsWith(after, "上") || zh.BeginsWith(c.D.String(c.Tokens[k].Span), "会上", "会议上", "大会上") || c.Tokens[k].Is(discourse.Speak) && zh.BeginsWith(after, "中", "时") {
				return true
			}
		}
	}
	return false
}

// address makes who a speaker of the last assembly that they take part in, else of the one that goes on.
func (s *story) address(c *view, who clause.Party) {
	if f := s.drafts[s.focus]; !f.between && f.Type == reading.Meeting && f.Evidence.Start == c.Tokens[0].Start {
		f.add(reading.Speaker, who) // 在8日的闭幕座谈会上直言: at the one that the sentence itself tells of
		return
	}
	for _, f := range slices.Backward(s.drafts) {
		if !f.dropped && !f.between && (f.Type == reading.Meeting || f.Type == reading.Ceremony) && f.has(who.Name) {
			f.add(reading.Speaker, who)
			return
		}
	}
	if f := s.drafts[s.focus]; !f.between && !f.aside {
		f.add(reading.Speaker, who)
	}
}

// say reads 某某说 as speaking before the meeting that goes on, for those with a post only (beside leaders: where somebody is there), and 某某在仪式上说 as speaking at any.
func (s *story) say(c *view, i int) bool {
	if c.D.Recalled(c.Tokens, i) || c.Afar(i) {
		return false
	}
	if (s.focus >= 0 || s.signing >= 0) && (c.before(i) || c.opened(i) || c.discusses(i)) {
		if who := persons(c.Between(c.Comma(i)+1, i)); len(who) > 0 && c.Noted(i, discourse.SignRite) && s.signing >= 0 {
			s.drafts[s.signing].add(reading.Speaker, who[0])
		} else if len(who) > 0 && s.focus >= 0 {
			s.address(c, who[0])
		}
		return false
	}
	if s.focus < 0 && c.before(i) {
		s.orphan(c, i, reading.Speaker, persons(c.Between(c.Comma(i)+1, i)))
	}
	if c.Noted(i, discourse.Meet|discourse.Talk|discourse.Call|discourse.Inspect|discourse.Visit) || c.elsewhere(i) {
		return false // 在会见时说
	}
	if s.focus < 0 || s.away || s.drafts[s.focus].aside || s.drafts[s.focus].between || s.drafts[s.focus].Type != reading.Meeting || s.styled(c, i) || c.wish(i) || s.apart(c, i) || s.yet(c, i, s.focus) || zh.EndsWith(c.D.String(c.Tokens[i].Span), "透露", "告诉记者", "对记者说", "告诉笔者") {
		return false // the last to the paper
	}
	own := persons(c.Own(i))
	if c.panel(i, own) && c.Next(i).Kind == discourse.Comma && s.here(s.focus, c) {
		for _, p := range own {
			if s.jurisdiction(p.Name) != "" {
				s.drafts[s.focus].add(reading.Speaker, p)
			}
		}
		return false
	}
	if next := c.Next(i).Kind; len(own) != 1 || next != discourse.Comma && next != discourse.Quote && !(next == discourse.Stop && c.Tokens[0].Kind == discourse.Quote) {
		return false
	}
	if c.Topic != nil && own[0].Name == c.Topic.Name && i > 0 && c.Tokens[i-1].Is(discourse.Pronoun) && s.jurisdiction(own[0].Name) != "" && (s.drafts[s.focus].has(own[0].Name) || s.peopled(s.focus) && s.alone(s.focus)) {
		s.drafts[s.focus].add(reading.Speaker, own[0]) // of those at it: 他说
		return false
	}
	for j, t := range c.Tokens[:i] {
		if t.Kind == discourse.Person && j-c.Comma(i) <= 5 && (s.d.Leader(t.Index) || s.d.Official(t.Index) && s.peopled(s.focus)) && s.d.Name(t) == own[0].Name {
			s.drafts[s.focus].add(reading.Speaker, own[0])
		}
	}
	return false
}

// alone is true for the only meeting that the story tells of, so that whoever speaks in it does so there.
func (s *story) alone(at int) bool {
	return s.trip < 0 && len(s.all(func(f *draft) bool { return f.Type == reading.Meeting })) == 1 && s.drafts[at].Type == reading.Meeting
}

// panel is true where own are several persons joined right before the verb at token i: 甲、乙接连发问.
func (c *view) panel(i int, own []clause.Party) bool {
	return len(own) > 1 && (c.Tokens[i-1].Kind == discourse.Person || i > 1 && c.Tokens[i-2].Kind == discourse.Person && c.Tokens[i-1].Kind == discourse.Text && c.Tokens[i-1].End-c.Tokens[i-1].Start <= 2)
}

// peopled is true for an event with a person in it: who speaks in a story that names none at its meeting speaks of it, not there.
func (s *story) peopled(at int) bool {
	return slices.ContainsFunc(s.drafts[at].Participants, func(p reading.Participant) bool { return s.person(p.Name) })
}
