package event

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// antecedent is whom 他 before the verb at token i stands for where no mention says so: the nearest person before it
// (致电甲，祝贺她当选总统).
func (c *view) antecedent(i int) []clause.Party {
	pronoun := false
	for j := i - 1; j >= 0; j-- {
		t := c.Tokens[j]
		switch {
		case t.Is(discourse.Pronoun):
			pronoun = true
		case t.Kind == discourse.Person && pronoun && j > c.Comma(i) && c.congratulates(clause.Party{Span: t.Span}, i):
			// who wishes luck: 会见乙时，甲祝贺他当选
		case t.Kind == discourse.Person && pronoun:
			return []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}
		case t.Kind == discourse.Person:
			return nil
		}
	}
	return nil
}

// congratulates is true for a person p who only wishes another luck on what the verb at token i tells: 某某祝贺乙国接任主席国.
func (c *view) congratulates(p clause.Party, i int) bool {
	for j := i - 1; j >= 0 && c.Tokens[j].Start > p.Span.Start; j-- {
		if zh.Holds(c.D.String(c.Tokens[j].Span), "祝贺", "恭喜", "支持", "预祝") {
			return true
		}
	}
	return false
}

// again is what may stand before the verb of a clause whose subject was named in the one before: 某某获得多数选票，再次当选总统.
var again = [...]string{"再次", "成功", "顺利", "高票", "连续", "并", "将", "正式", "首次", "从而"}

// bare is true where nothing but such words stands in the clause before the verb at token i, and the clause isn't the first.
func (c *view) bare(i int) bool {
	from := c.Comma(i) + 1
	if from == 0 || from == i {
		return false
	}
	return slices.Contains(again[:], c.Text(from, i))
}

// carried is the last person before the verb at token i in its part of the sentence: 某某任副书记，提名为市长候选人.
func (c *view) carried(i int) []clause.Party {
	for j := i - 1; j >= 0 && c.Tokens[j].Kind != discourse.Semi; j-- {
		if t := c.Tokens[j]; t.Kind == discourse.Person {
			return []clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}
		}
	}
	return nil
}

// successors is the persons of the list that goes on behind the verb at token i: 任命甲为局长；乙、丙为副局长.
func (c *view) successors(i int) []clause.Party {
	var out, group []clause.Party
	for j := i + 1; j < len(c.Tokens) && !c.Tokens[j].Is(discourse.Appoint); j++ {
		switch t := c.Tokens[j]; t.Kind {
		case discourse.Person:
			group = append(group, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		case discourse.Dun, discourse.Paren:
		case discourse.Word:
			if t.Is(discourse.Of) && zh.Holds(c.Text(j, len(c.Tokens)), "职务") {
				out = append(out, group...) // 免去甲的局长职务，乙的主任职务
			}
			group = nil
		case discourse.Text:
			if s := c.D.String(t.Span); s == "同志" || zh.BeginsWith(s, "为", "任", "的", "同志为", "同志任", "同志的", "同志担任") {
				out = append(out, group...)
			}
			group = nil
		default:
			group = nil
		}
	}
	return out
}

// appoint reads 任命, 免去, 当选: one appointment a day, with all whose posts change.
func (s *story) appoint(c *view, i int) bool {
	word := c.D.String(c.Tokens[i].Span)
	after := c.Next(i)
	if after.Is(discourse.Of) || after.Kind == discourse.Dun || c.Aside(i) {
		return false
	}
	if strings.HasSuffix(word, "选举") && (after.Kind == discourse.Date || after.Is(discourse.Convene)) {
		return false // 选举今天举行
	}
	if strings.HasPrefix(word, "提名") && (strings.HasSuffix(c.Text(c.Comma(i)+1, i), "不再") || zh.BeginsWith(c.D.String(after.Span), "人选", "候选")) {
		return false // 县长提名人选某某参加会议
	}
	if word == "当选" && i > 0 && c.Tokens[i-1].Kind == discourse.Place && c.Next(i).Kind == discourse.Text {
		return false // 同某国当选总统某某会谈: a title
	}
	var who []clause.Party
	switch word {
	case "任命", "免去", "决定任命", "决定免去", "选举", "补选", "增补", "递补", "推定", "接受", "提名", "推选":
		who = append(append(persons(c.Object(i)), c.appointees(i)...), c.successors(i)...)
	case "撤销":
		if zh.Holds(c.Text(i, len(c.Tokens)), "职务", "资格") {
			who = c.appointees(i)
		}
	case "提名为", "任命为", "当选", "连任", "被任命为", "被免去", "辞去", "就任", "就职", "履新", "不再担任", "接任", "卸任", "拟任":
		if c.sought(i) {
			return false
		}
		if list := persons(c.Between(max(c.From(i), c.Comma(i)+1), i)); len(list) > 0 && !c.congratulates(list[len(list)-1], i) {
			who = list[len(list)-1:]
			if several := c.together(i); len(several) > 1 {
				who = several
			}
		} else if who = c.antecedent(i); len(who) == 0 && (word == "提名为" || c.bare(i)) {
			who = c.carried(i)
		}
	}
	if len(who) == 0 {
		s.roster = s.roster || c.Next(i).Kind != discourse.Comma && !c.nominal(i)
		s.listing = s.listing || c.Next(i).Kind == discourse.Comma && i+2 >= len(c.Tokens) || i+1 >= len(c.Tokens) && i <= longestHead || c.headsLines(i)
		return false
	}
	s.appointed(c, i, who)
	return true
}

// sought is true for an office that somebody only seeks, or speaks of having come to: 谋求连任, 就职以来.
func (c *view) sought(i int) bool {
	before := c.Text(c.Comma(i)+1, i)
	if c.Supposed(i) || c.Wanted(i) || c.Denied(i) || zh.EndsWith(before, "谋求", "寻求", "竞选", "放弃", "角逐", "追求", "自") {
		return true
	}
	return c.D.String(c.Tokens[i].Span) == "就职" && !zh.EndsWith(before, "宣誓", "正式") && !c.Next(i).Mark()
}

// together is the persons of the list right before the verb at token i: 甲、乙两位同志辞去.
func (c *view) together(i int) []clause.Party {
	var out []clause.Party
	for j := i - 1; j >= 0; j-- {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Person:
			out = append([]clause.Party{{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}}, out...)
		case t.Kind == discourse.Dun, t.Kind == discourse.Paren, t.Is(discourse.Etc), t.Is(discourse.Filler) && c.D.String(t.Span) == "同志",
			t.Kind == discourse.Text && len(out) == 0 && zh.EndsWith(c.D.String(t.Span), "同志", "人", "名", "位"):
		default:
			return out
		}
	}
	return out
}

// appointees is the persons behind the verb at token i in its clause, those too of whom a post is told that they lose: 免去甲兼任的
// 局长职务.
func (c *view) appointees(i int) []clause.Party {
	var out []clause.Party
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Mark() && t.Kind != discourse.Dun || t.Is(discourse.Sign|discourse.Speak|discourse.Attend|discourse.Host|discourse.Appoint) {
			break
		}
		if t.Kind == discourse.Person && c.Relative(j) < 0 {
			out = append(out, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
	return clause.Unique(out)
}

// called is the words that a list of those opens with who were just appointed.
var called = [...]string{"他们是", "她们是", "名单如下", "具体名单", "组成人员名单"}

// enrolled reads who was appointed to a body in the sentence before: 会议任命了委员会组成人员。他们是：主任某某，委员某某.
func (s *story) enrolled(c *view) {
	roster := s.roster
	s.roster = false
	if !roster || !zh.BeginsWith(c.Text(0, len(c.Tokens)), called[:]...) {
		return
	}
	var who []clause.Party
	for _, t := range c.Tokens {
		if t.Kind == discourse.Person {
			who = append(who, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
	if len(who) > 0 {
		s.appointed(c, 0, clause.Unique(who))
	}
}

// comrades reads the form of notices: 某某同志任某校党委书记，某某同志任校长, also where somebody reads one out (宣布市委决定：某某同志任书记；免去某某同志的书记职务).
func (s *story) comrades(c *view) {
	var who []clause.Party
	read := c.readOut()
	for j := 0; j+2 < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Kind != discourse.Person || c.Silent(j) && (read < 0 || j < read) || c.D.String(c.Tokens[j+1].Span) != "同志" {
			continue
		}
		relieved := read >= 0 && j > 0 && c.D.String(c.Tokens[j-1].Span) == "免去"
		if relieved || c.Tokens[j+2].Kind == discourse.Text && zh.BeginsWith(c.D.String(c.Tokens[j+2].Span), "任", "兼任") {
			who = append(who, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
	if len(who) > 0 && !c.Aside(0) && zh.Holds(c.Text(0, len(c.Tokens)), "决定", "任免", "任命", "经") {
		s.appointed(c, slices.IndexFunc(c.Tokens, func(t discourse.Token) bool { return t.Start == who[0].Span.Start }), who)
	}
}

// readOut is the token behind the colon of a decision that is read out: 宣布市委决定：. -1 if none is.
func (c *view) readOut() int {
	for j, t := range c.Tokens {
		if s := c.D.String(t.Span); j > 0 && (s == "：" || s == ":") && strings.Contains(c.Text(0, j), "宣布") && zh.EndsWith(c.Text(0, j), "决定", "任命", "任免决定", "通知", "文件") {
			return j + 1
		}
	}
	return -1
}

// longestHead is how many tokens may stand before 任命 in a line that heads a list: 一、决定任命.
const longestHead = 3

// headsLines is true for the verb at token i of a line that heads lines of names: 下列人员当选为委员（按姓氏笔画为序）：.
func (c *view) headsLines(i int) bool {
	return zh.EndsWith(c.Text(i, len(c.Tokens)), "：", ":") && len(persons(c.Between(0, len(c.Tokens)))) == 0
}

// resolved is a line that opens the list of whom a session appointed: 经市政府第21次常务会议研究，决定：.
var resolved = regexp.MustCompile(`(?:研究|会议|批准|同意)[^。]*(?:决定|如下)[：:]$`)

// successor reads a line of a list of appointments: 孟某为副州长； below 任命：, 孟某任局长 below 决定：.
func (s *story) successor(c *view) {
	if line := strings.TrimSpace(c.Text(0, len(c.Tokens))); zh.EndsWith(line, "：", ":") && resolved.MatchString(line) {
		s.listing = true
		return
	}
	if !s.listing || len(c.Tokens) < 2 || c.Tokens[0].Kind != discourse.Person {
		s.listing = s.listing && len(c.Tokens) <= 2
		return
	}
	var who []clause.Party
	for j, t := range c.Tokens {
		switch {
		case t.Kind == discourse.Person:
			who = append(who, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		case t.Kind == discourse.Dun, t.Kind == discourse.Paren, strings.TrimSpace(c.D.String(t.Span)) == "", t.Kind == discourse.Comma && j+1 < len(c.Tokens) && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "为", "任"):
		case zh.BeginsWith(c.D.String(t.Span), "为", "任", "的", "兼任"), zh.Holds(c.Text(j, len(c.Tokens)), "职务"):
			s.appointed(c, 0, who)
			return
		case t.Is(discourse.Filler) && c.D.String(t.Span) == "同志":
		default:
			return
		}
	}
	if len(who) > 1 {
		s.appointed(c, 0, who) // nothing but names
	}
}

// appointed adds who to the appointments of the day that token i speaks of. Another session makes others, and so does another
// state.
func (s *story) appointed(c *view, i int, who []clause.Party) {
	day, own := c.Day(i)
	state := s.state(who)
	for k, f := range slices.Backward(s.drafts) {
		if f.Type == reading.Appointment && k >= s.since && (!own || sameDay(f.Start, day.Start)) && f.state == state && !s.convened(c, k) {
			f.addAll(reading.Appointee, who)
			return
		}
	}
	at := s.open(reading.Appointment, c, i)
	f := s.drafts[at]
	f.Place, f.state, f.guessed = s.home(), state, true
	if _, own := c.Day(i); zh.Holds(c.Text(c.Comma(i)+1, i), "祝贺") || !own && c.bygone(i) {
		f.Start, f.End = "", "" // 致电祝贺他当选: the day of the telegram
	}
	if f.Start == "" && f.End == "" {
		f.Start = s.passed()
	}
	if state != "" {
		f.Place, f.guessed = state, false
	}
	f.addAll(reading.Attendee, s.witnesses)
	s.witnesses = nil
	if s.focus >= 0 && s.drafts[s.focus].Type == reading.Meeting && !s.drafts[s.focus].between && s.drafts[s.focus].Place != "" {
		f.session = s.drafts[s.focus]
	}
	f.addAll(reading.Appointee, who)
}

// convened is true where the paragraph opens a session of its own after the appointments of draft k.
func (s *story) convened(c *view, k int) bool {
	if s.focus <= k {
		return false
	}
	f := s.drafts[s.focus]
	return f.Type == reading.Meeting && !f.between && f.Name != "" && s.here(s.focus, c)
}

// state is the foreign state that who serve, "" if none.
func (s *story) state(who []clause.Party) string {
	for _, p := range who {
		if place := s.given(p.Name); s.d.Foreign(place) {
			return place
		}
		if place := s.jurisdiction(p.Name); s.d.Foreign(place) {
			return place
		}
	}
	return ""
}

// given is the jurisdiction of the first post that somebody is said to be given, "" if none is.
func (s *story) given(name string) string {
	for _, p := range s.d.People {
		if p.Name != name {
			continue
		}
		for _, q := range p.Posts {
			if q.Status == reading.Appointed && q.Place != "" {
				return q.Place
			}
		}
	}
	return ""
}
