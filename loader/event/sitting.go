package event

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// ordinal is the name of one sitting of a session: 第二次全体会议.
var ordinal = regexp.MustCompile(`^第[一二三四五六七八九十]+次(?:全体)?会议$`)

// studies is true for a study session at token i that a body holds: 政治局就某事进行第六次集体学习.
func (c *view) studies(i int) bool {
	return zh.EndsWith(c.D.String(c.Tokens[i].Span), "集体学习", "专题学习") && zh.Holds(c.Text(c.Comma(i)+1, i), "进行第") && c.scheduled(i)
}

// sat is how a text goes on that tells how a session went: 座谈会开到天黑, 联席会议开得紧凑.
var sat = [...]string{"开得", "开到", "开了", "一直开", "开足", "，开到", "，开了", "，一直开"}

// passes is what a session with a name does that the text tells of by it alone: 常委会第四十五次会议表决通过….
var passes = [...]string{"表决通过", "审议通过", "审议并通过", "听取和审议", "听取并审议", "审议了", "听取了", "表决"}

func (c *view) passes(i int, after string) bool {
	day, own := c.Day(i)
	return zh.BeginsWith(after, passes[:]...) && own && len(day.Start) == len("2006-01-02") && c.title(i, i) != ""
}

// sits is true for the session at token i that the text tells of by how it went.
func (c *view) sits(i int) bool {
	after := c.Text(i+1, min(i+4, len(c.Tokens)))
	return (zh.BeginsWith(after, sat[:]...) || c.passes(i, after)) && !c.Aside(i) && !c.nominal(i)
}

// crowd is true where the clause of token i joins who acts to many without a name: 与企业家代表座谈.
func (c *view) crowd(i int) bool {
	text := c.Text(c.Comma(i)+1, i)
	return zh.EndsWith(text, "代表", "企业家", "师生", "群众", "专家学者", "负责人", "客商", "代表委员") || zh.Holds(text, "代表们", "代表等")
}

// timely is true where the verb at token i gives no other day than draft at has.
func (s *story) timely(c *view, i, at int) bool {
	day, own := c.Day(i)
	return !own || within(day.Start, s.drafts[at].Start, s.drafts[at].End)
}

// told is where to look back from for the day of what the noun at token noun names: 出席8月在某城举行的峰会 gives it behind the verb.
func (c *view) told(noun, verb int) int {
	if c.Tokens[verb].Is(discourse.Convene) {
		return verb // 17日召开2023年上半年形势分析座谈会: its name
	}
	for j := verb + 1; j < noun; j++ {
		if c.Tokens[j].Kind == discourse.Date && c.Relative(j) < 0 && len(c.D.Dates[c.Tokens[j].Index].Start) >= len("2006-01") {
			return noun
		}
	}
	return verb
}

// retell adds to draft at what the verb at token verb says of it again: its name, its place, its day.
func (s *story) retell(at int, c *view, verb int, name string) {
	f := s.drafts[at]
	if f.Name == "" {
		f.Name = name
	}
	if here := c.Where(verb); here != "" && f.guessed {
		f.Place, f.guessed = here, false
	}
	s.redate(f, c, verb)
	s.look(at)
}

// another is true where what the verb at token i tells is held in another place than draft at, or by a mission where others held that:
// each embassy has a reception of its own.
func (s *story) another(at int, c *view, i int) bool {
	if f := s.drafts[at]; !c.Tokens[i].Is(discourse.Convene) || f.between {
		return false
	} else if zh.BeginsWith(c.Text(0, i), "当日早些时候", "当天早些时候", "同日早些时候", "当日稍早", "当天稍早") {
		return true
	} else if f.Name == "" && !s.here(at, c) && c.bygone(i) {
		return true // 政治局召开会议. 此前，召开常委会会议
	} else if f.Type == reading.Ceremony && !s.here(at, c) && s.rivals(f, c, i) {
		return true // 甲区政府举行欢迎仪式. 乙区政府举行欢迎仪式
	}
	missioned := false
	for _, p := range c.Between(c.Comma(i)+1, i) {
		if p.Kind != discourse.Org || !clause.Mission(p.Name) && s.mission(s.drafts[at]) == "" {
			continue // the presidency of a state, too, where a mission held that
		}
		if missioned = true; s.drafts[at].has(p.Name) {
			return false
		}
	}
	if elsewhere(c, cmp.Or(c.Where(i), c.seated(i)), cmp.Or(s.mission(s.drafts[at]), s.drafts[at].Place)) {
		return true // 甲市举行升旗仪式。乙市也举行升旗仪式
	}
	return missioned && slices.ContainsFunc(s.drafts[at].Participants, func(p reading.Participant) bool { return p.Roles[0] == reading.Host })
}

// rivals is true where bodies hold what the verb at token i tells, and others f.
func (s *story) rivals(f *draft, c *view, i int) bool {
	hosts := 0
	for _, p := range c.Between(c.Comma(i)+1, i) {
		if p.Kind == discourse.Org {
			if hosts++; f.has(p.Name) {
				return false
			}
		}
	}
	return hosts > 0 && slices.ContainsFunc(f.Participants, func(p reading.Participant) bool { return p.Roles[0] == reading.Host && !s.person(p.Name) })
}

// mission is where the mission lies that holds f, "" if none does.
func (s *story) mission(f *draft) string {
	for _, p := range f.Participants {
		if p.Roles[0] == reading.Host {
			if to := clause.Embassy(s.d, p.Name); to != "" {
				return to
			}
		}
	}
	return ""
}

// elsewhere is true for two places neither of which may lie in the other: of a state one can't know which cities do.
func elsewhere(c *view, here, there string) bool {
	return here != "" && there != "" && c.state(here) == c.state(there) && !discourse.Within(here, there) && !discourse.Within(there, here)
}

// talked is the last 座谈 of two sides on the day of the verb at token i, -1 if none is told.
func (s *story) talked(c *view, i int) int {
	for k, f := range slices.Backward(s.drafts) {
		if k >= s.since && f.between && !f.dropped && strings.HasSuffix(f.head, "座谈") && s.timely(c, i, k) {
			return k
		}
	}
	return -1
}

// session is the named session in the clause before the verb at token verb, -1 if there is none.
func (c *view) session(verb int) int {
	for j := verb - 1; j > c.Comma(verb); j-- {
		if c.Tokens[j].Is(discourse.Session) && c.title(j, j) != "" {
			return j
		}
	}
	return -1
}

// shortName is how many characters a session may be called by that is but a part of the one that goes on: 扩大部分会议.
const shortName = 6

// meant is the event that goes on where the noun at token noun can mean no other: 仪式上 a signing's, 参加扩大部分会议 the meeting's.
// -1 if it may.
func (s *story) meant(c *view, noun, verb int, name string) int {
	switch word := c.D.String(c.Tokens[noun].Span); {
	case name == "" && zh.EndsWith(word, "开幕式", "闭幕式") && s.sitting() >= 0:
		s.look(s.sitting())
		return s.focus // the opening of a session is the session
	case name == "" && zh.EndsWith(word, "座谈会") && s.talked(c, verb) >= 0:
		s.look(s.talked(c, verb))
		return s.focus // 在座谈会上, of the two that were told to sit down
	case word == "仪式" && name == "" && s.signing >= s.since && (s.focus == s.signing || s.focus < s.since):
		s.look(s.signing)
		return s.signing
	case name == "" && len([]rune(word)) > len([]rune("仪式")) && c.Tokens[verb].Is(discourse.Attend) && s.focus >= s.since && s.drafts[s.focus].Name != word && strings.HasSuffix(s.drafts[s.focus].Name, word):
		return s.focus
	case name != "" && name != word && c.Tokens[verb].Is(discourse.Attend) && s.focus >= s.since && strings.HasSuffix(s.drafts[s.focus].Name, name):
		return s.focus // 签约授牌仪式, then 出席授牌仪式
	case ordinal.MatchString(name) && s.focus >= s.since && s.drafts[s.focus].Type == reading.Meeting && !s.drafts[s.focus].between && s.timely(c, verb, s.focus):
		return s.focus // …主持第二次全体会议 of the session that the story is about
	case name == "" && (c.Tokens[verb].Is(discourse.Attend) || c.announced(noun)) && s.focus >= s.since && s.drafts[s.focus].Type == reading.Ceremony && strings.Contains(s.drafts[s.focus].Name, word):
		return s.focus // 出席会议 whose opening was told
	case word == "会议" && c.Tokens[verb].Is(discourse.Attend) && len([]rune(name)) <= shortName && s.focus >= s.since &&
		noun > 0 && c.Tokens[noun-1].Kind == discourse.Text && s.drafts[s.focus].Type == reading.Meeting && !s.drafts[s.focus].between:
		return s.focus
	}
	return -1
}

// numberedSession is the name of a session of a body that sits again and again: 某市第五届委员会第三次会议.
var numberedSession = regexp.MustCompile(`第[0-9一二三四五六七八九十]+[次届].*(?:会议|代表大会|全会)$`)

// sitting is the session of a body that the story opened with, which is no fair or forum. -1 if it opened with none.
func (s *story) sitting() int {
	for k, f := range s.drafts {
		if k >= s.since && !f.dropped {
			if f.Type == reading.Meeting && !f.between && numberedSession.MatchString(f.Name) {
				return k
			}
			return -1
		}
	}
	return -1
}

// preparations is what others deal with when they speak of a session: 审议召开第二次会议的有关事项.
var preparations = [...]string{"有关事项", "相关事项", "有关事宜", "相关事宜", "事项", "事宜", "决定", "筹备", "准备", "方案", "通知", "请示", "建议", "时间", "日期"}

// agenda is true for the session at token noun of which only the preparation is told.
func (c *view) agenda(noun int) bool {
	return noun+2 < len(c.Tokens) && c.Tokens[noun+1].Is(discourse.Of) && zh.BeginsWith(c.D.String(c.Tokens[noun+2].Span), preparations[:]...)
}

// background is true where 的 behind the verb at token i only tells which session it was that had said something before: 5日召开的会议曾作出
// 部署.
func (c *view) background(i, noun int) bool {
	if !c.Next(i).Is(discourse.Of) {
		return false
	}
	for j := noun + 1; j < len(c.Tokens) && (!c.Tokens[j].Mark() || c.Tokens[j].Kind == discourse.Dun); j++ {
		if c.Tokens[j].Is(discourse.Past) && strings.HasPrefix(c.D.String(c.Tokens[j].Span), "曾") {
			return true
		}
	}
	return false
}

// sittings are parts of a session that have no name of their own.
var sittings = [...]string{"全体会议", "分组会议", "联组会议", "全体会", "分组会", "联组会"}

// called is the noun that names what the verb at token verb holds, and the name: of the whole session for one of its sittings
// (某委员会第四次会议举行第一次全体会议), with its body for one that only has a number.
func (c *view) called(noun, verb int) (int, string) {
	name := c.title(noun, verb)
	if noun > verb && (ordinal.MatchString(name) || (name == "" || slices.Contains(sittings[:], name)) && zh.EndsWith(c.Text(verb+1, noun+1), sittings[:]...)) {
		if whole := c.session(verb); whole >= 0 {
			return whole, c.title(whole, whole)
		}
	}
	if strings.HasPrefix(name, "第") && noun > verb {
		name = c.body(verb) + name
	}
	return noun, name
}
