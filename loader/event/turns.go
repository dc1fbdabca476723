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
	if s.focus < s.since || s.focus < 0 || s.drafts[s.focus].between || s.drafts[s.focus].Type != reading.Meeting || s.home() == "" && !s.here(s.focus, c) {
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
			s.drafts[s.focus].addAll(reading.Speaker, who)
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
