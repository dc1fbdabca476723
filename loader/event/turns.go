package event

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Who takes turns at a meeting speaks there, whatever the text calls it: 甲、乙分别就海外仓建设谈了想法; 甲、乙、丙先后分析了各自口岸的运行情况.

// otherwise are the classes of what people do one after another that is no word said at the meeting.
const otherwise = discourse.Visit | discourse.Inspect | discourse.Travel | discourse.Sign | discourse.Appoint | discourse.Meet | discourse.Talk | discourse.Call | discourse.Attend |
	discourse.Accompany | discourse.Host | discourse.Lead | discourse.Unveil | discourse.Convene | discourse.Witness | discourse.Confer | discourse.Session | discourse.Rite | discourse.SignRite | discourse.And | discourse.At

// gained is what people get or become one after another.
var gained = [...]string{"获", "被", "受", "当", "任", "来自", "到", "是", "为", "毕业", "分管", "负责", "牵头", "有", "领", "授", "代表"}

// turns adds to the meeting that goes on those who take turns at it.
func (s *story) turns(c *view) {
	if s.focus < s.since || s.focus < 0 || s.away || s.drafts[s.focus].between || s.drafts[s.focus].Type != reading.Meeting || s.home() == "" && !s.here(s.focus, c) {
		return
	}
	for j, t := range c.Tokens {
		if j == 0 || !t.Is(discourse.Each) || t.Is(discourse.And) || c.Silent(j) || c.Tokens[j-1].Kind != discourse.Person && !c.Tokens[j-1].Is(discourse.Etc) {
			continue
		}
		end := j + 1
		for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
			end++
		}
		if c.noted(j+1, end, otherwise) || c.elsewhen(c.Comma(j)+1, end) || end == j+1 || zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), gained[:]...) || zh.Holds(c.Text(0, end), "记者", "采访") {
			continue
		}
		if who := c.row(j); len(who) > 1 && s.timely(c, j, s.focus) {
			f := s.drafts[s.focus]
			f.addAll(reading.Speaker, slices.DeleteFunc(who, func(p clause.Party) bool { return f.has(p.Name) }))
		}
	}
}

// row is the persons of the list that ends before token j, with their posts, over commas too.
func (c *view) row(j int) []clause.Party {
	from := j
	for from > 0 {
		t := c.Tokens[from-1]
		if t.Kind == discourse.Semi || t.Kind == discourse.Stop || t.Kind == discourse.Word && !t.Is(discourse.And|discourse.Etc|discourse.Organ|discourse.Filler|discourse.Speak|discourse.Inspect|discourse.Host) {
			break
		}
		from--
	}
	who := persons(c.Between(from, j))
	if slices.ContainsFunc(who, func(p clause.Party) bool { return c.honoured(p) }) {
		return nil
	}
	return who
}

// floorWords is what people do who take the floor: 第一个抢到话筒的是某某.
var floorWords = [...]string{"发言", "说话", "话筒", "开口", "起身", "站起来", "接话", "登台", "上台", "举手", "接过话头", "接过话题", "打开话匣子"}

// floored is true for the person at token j whom the clause calls the one who takes the floor: 第一个发言的是….
func (c *view) floored(j int) bool {
	if j < 3 || c.Tokens[j].Kind != discourse.Person {
		return false
	}
	from := c.Comma(j) + 1
	for k := from + 1; k < j; k++ {
		if t := c.Tokens[k]; c.Tokens[k-1].Is(discourse.Of) && t.Kind == discourse.Text && zh.BeginsWith(c.D.String(t.Span), "是") {
			return zh.EndsWith(c.Text(from, k-1), floorWords[:]...)
		}
	}
	return false
}

// speaking is true for the person at token j of whom the clause says that he does something in a speech of his: 某某在发言中回顾了….
func (c *view) speaking(j int) bool {
	if !c.Next(j).Is(discourse.At) {
		return false
	}
	for k := j + 2; k < len(c.Tokens) && k < j+closeBy && !c.Tokens[k].Mark(); k++ {
		if c.Tokens[k].Is(discourse.Speak) {
			return k+1 < len(c.Tokens) && zh.BeginsWith(c.D.String(c.Tokens[k+1].Span), "中", "时", "里")
		}
	}
	return false
}

// floors adds to the assembly that goes on who is told to take the floor at it.
func (s *story) floors(c *view) {
	if s.focus < s.since || s.focus < 0 || s.drafts[s.focus].between || s.away || s.home() == "" && !s.here(s.focus, c) {
		return
	}
	f := s.drafts[s.focus]
	if f.Type != reading.Meeting && f.Type != reading.Ceremony {
		return
	}
	for j, t := range c.Tokens {
		if t.Kind != discourse.Person || c.Silent(j) || !s.timely(c, j, s.focus) || f.has(c.D.Name(t)) && !c.speaking(j) {
			continue
		}
		if who := c.Between(j, j+1); len(who) > 0 && (c.speaking(j) || c.floored(j)) && !slices.ContainsFunc(who, c.honoured) {
			s.address(c, who[0])
		}
	}
}
