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

// bilateral reads 会见, 会谈 and 通电话: two sides, each a counterpart.
func (s *story) bilateral(c *view, i int) bool {
	t := c.Tokens[i]
	if s.implied(c, i) || s.received(c, i) {
		return true
	}
	if c.nominal(i) || c.Aside(i) || c.appears(i) || s.again(c, i) {
		return false
	}
	subject, object := c.Parties(i), []clause.Party(nil)
	if own := c.Own(i); len(own) > 0 && len(c.Subject) > 0 && c.Tokens[max(c.Last, 0)].Is(discourse.Meet|discourse.Talk|discourse.Call) && c.Joins(own[0]) {
		subject = append(c.Subject[:1:1], own...) // 甲会见乙，并同丙会谈: 乙 is at the first only
	}
	if t.Is(discourse.Meet) || t.Is(discourse.Talk|discourse.Call) {
		object = c.Object(i)
	}
	if t.Is(discourse.Meet) && len(object) == 0 && zh.Holds(c.Text(i+1, min(i+4, len(c.Tokens))), "客人", "来宾", "嘉宾", "代表团", "考察团", "一行") ||
		t.Is(discourse.Meet|discourse.Talk) && len(object) == 0 && c.withGuests(i) {
		object = s.callers()
	}
	if t.Is(discourse.Meet) && len(subject) == 0 && len(object) > 0 {
		subject = s.absent(c)
	}
	if own := c.Own(i); len(own) > 0 && len(c.Subject) == 0 && len(subject)+len(object) == len(own) && c.Joins(own[0]) {
		subject = append(s.absent(c), subject...) // 途中，同乙会面
	}
	if t.Is(discourse.Talk|discourse.Call) && len(subject) == 1 && len(object) == 0 && c.D.String(t.Span) != "集体谈话" || len(subject)+len(object) == 0 {
		return false
	}
	kind := reading.Meeting
	if t.Is(discourse.Call) || strings.Contains(c.Text(c.Comma(i)+1, i), "视频") {
		kind = reading.Call
	}
	if len(subject) == 0 && len(c.Own(i)) == 0 {
		return false
	}
	s.meetAll(kind, c, i, subject, object)
	return true
}

// again is true where 双方 says of the two who met in the same sentence what they talked about: 甲会见乙，双方就…|交换意见.
func (s *story) again(c *view, i int) bool {
	if !c.Tokens[i].Is(discourse.Talk) || !c.Noted(i, discourse.Both) || len(persons(c.Own(i))) > 0 {
		return false
	}
	return slices.ContainsFunc(s.drafts, func(f *draft) bool { return f.between && !f.dropped && f.Evidence.Start == c.Tokens[0].Start })
}

// meetAll opens one event of all, or one for each of several whom 分别 says that somebody met.
func (s *story) meetAll(kind reading.EventType, c *view, i int, subject, object []clause.Party) {
	all := append(subject[:len(subject):len(subject)], object...)
	if people := persons(all); (c.Tokens[i].Is(discourse.Call|discourse.Talk) || len(object) == 0) && c.Noted(i, discourse.Each) && c.Noted(i, discourse.And) && len(people) > 2 {
		subject, object = people[:1], people[1:]
	}
	if c.Noted(i, discourse.Each) && len(object) > 1 && len(subject) == 1 {
		for _, o := range persons(object) {
			s.meet(kind, c, i, []clause.Party{subject[0], o})
		}
		return
	}
	s.meet(kind, c, i, all)
}

// implied reads 在同乙（的）会谈中，甲指出 as a meeting of the two that nothing else tells of.
func (s *story) implied(c *view, i int) bool {
	if !c.Tokens[i].Is(discourse.Talk|discourse.Call) || !zh.BeginsWith(c.D.String(c.Next(i).Span), "中", "时") || c.firm(c.Next(i)) {
		return false
	}
	from := max(c.From(i), c.Comma(i)+1)
	if from >= i || !c.Tokens[from].Is(discourse.At) {
		return false
	}
	if !c.Tokens[from+1].Is(discourse.And) {
		return s.answered(c, i)
	}
	var sides []clause.Party
	for j := from + 2; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Kind == discourse.Person {
			sides = append(sides, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
		if t.Is(discourse.Say) && j > i {
			break
		}
	}
	if len(sides) != 2 || len(s.all(func(f *draft) bool { return f.between && f.has(sides[0].Name) })) > 0 {
		return false
	}
	s.meet(reading.Meeting, c, i, []clause.Party{sides[1], sides[0]})
	return true
}

// answered reads 在4日的会谈中，甲对乙来访表示欢迎 as a meeting of an official of the place with those who have come, which nothing else tells of.
func (s *story) answered(c *view, i int) bool {
	guests := s.callers()
	if len(guests) == 0 || len(c.Between(c.From(i), i)) > 0 || s.trip < s.since || len(s.all(func(f *draft) bool { return f.between })) > 0 {
		return false
	}
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Kind != discourse.Person {
			continue
		}
		host := clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}
		if place := s.jurisdiction(host.Name); host.Name == guests[0].Name || !discourse.Within(place, s.drafts[s.trip].Place) && !discourse.Within(s.drafts[s.trip].Place, place) {
			return false
		}
		s.meet(reading.Meeting, c, i, []clause.Party{host, guests[0]})
		return true
	}
	return false
}

// received reads 在会见乙时，甲指出 as a meeting of the two that nothing else tells of.
func (s *story) received(c *view, i int) bool {
	if !c.Tokens[i].Is(discourse.Meet|discourse.Talk) || c.Aside(i) {
		return false
	}
	end := i + 1
	for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) && !c.Tokens[end].Is(discourse.Say) {
		end++
	}
	from := max(c.From(i), c.Comma(i)+1)
	if from >= i || c.Tokens[end-1].Kind != discourse.Text || !zh.EndsWith(c.D.String(c.Tokens[end-1].Span), "时") || !c.Noted(i, discourse.At) {
		return false
	}
	host, guests := persons(c.Between(from, i)), persons(c.Between(i+1, end))
	if c.Tokens[i].Is(discourse.Talk) && len(host) > 1 { // 甲在与到访的乙举行会谈时表示
		host, guests = host[:1], host[1:]
	}
	if len(host) == 0 && c.Tokens[from].Is(discourse.At) {
		host = persons(c.Between(end, len(c.Tokens)))
	}
	if len(host) == 0 || len(guests) == 0 || host[0].Name == guests[0].Name ||
		len(s.all(func(f *draft) bool { return f.between && f.has(guests[0].Name) })) > 0 {
		return false
	}
	s.meet(reading.Meeting, c, i, append(host[:1:1], guests...))
	return true
}

// withGuests is true where those who meet by the verb at token i do so with guests whom the clause doesn't name: 在某宾馆与客人会晤.
func (c *view) withGuests(i int) bool {
	return i > 1 && c.Tokens[i-2].Is(discourse.And) && zh.BeginsWith(c.D.String(c.Tokens[i-1].Span), "客人", "来宾", "客商", "嘉宾", "他们")
}

// callers is who came on the visit that goes on: those who lead it.
func (s *story) callers() []clause.Party {
	if s.trip < 0 || s.drafts[s.trip].Type != reading.Visit {
		return nil
	}
	for _, role := range [...]reading.Participation{reading.Leader, reading.Visitor} {
		for _, p := range s.drafts[s.trip].Participants {
			if p.Roles[0] == role && s.person(p.Name) {
				return []clause.Party{{Kind: discourse.Person, Name: p.Name, Span: p.Evidence.Span}}
			}
		}
	}
	return nil
}

// absent is the subject of a sentence that names none: the one person of the paragraph, else who alone travels.
func (s *story) absent(c *view) []clause.Party {
	if list := s.sole(c); len(list) > 0 || s.trip < 0 {
		return list
	}
	var out []clause.Party
	for _, p := range s.drafts[s.trip].Participants {
		if s.person(p.Name) && (p.Roles[0] == reading.Leader || p.Roles[0] == reading.Visitor) {
			out = append(out, clause.Party{Kind: discourse.Person, Name: p.Name, Span: p.Evidence.Span})
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// person is true for the name of a person.
func (s *story) person(name string) bool {
	return slices.ContainsFunc(s.d.People, func(p reading.Person) bool { return p.Name == name })
}

// sole is the subject of a clause that names none (会后，还会见了…): the one person of the paragraph up to its sentence; none
// where there are two.
func (s *story) sole(c *view) []clause.Party {
	var out []clause.Party
	for x, ok := s.d.Before(c.Sentence); ok; x, ok = s.d.Before(x) {
		for _, t := range s.d.Rest(x) {
			if t.Kind != discourse.Person {
				continue
			}
			p := clause.Party{Kind: t.Kind, Name: s.d.Name(t), Span: t.Span}
			if len(out) > 0 && out[0].Name != p.Name {
				return nil
			}
			out = []clause.Party{p}
		}
	}
	return out
}

// meet opens a bilateral event, or adds to the one that has the same two sides on the same day.
func (s *story) meet(kind reading.EventType, c *view, i int, sides []clause.Party) {
	sides = clause.Unique(sides)
	day, own := c.Day(i)
	states := own && len(day.Start) == len("2006-01-02") && len(sides) > 1 // 甲国与乙国外交官5日举行会谈
	for _, p := range sides {
		states = states && p.Kind == discourse.Place && (p.Name == "中国" || s.d.Foreign(p.Name))
	}
	if !states && !slices.ContainsFunc(sides, func(p clause.Party) bool { return p.Kind != discourse.Place }) {
		return
	}
	for _, f := range s.drafts {
		if f.Type != kind || !f.between || !sameDay(f.Start, day.Start) {
			continue
		}
		shared := 0
		for _, p := range sides {
			if f.has(p.Name) {
				shared++
			}
		}
		if shared >= 2 || shared == len(sides) {
			return
		}
	}
	at := s.open(kind, c, i)
	f := s.drafts[at]
	if f.End != "" {
		f.Start, f.End = "", "" // on one of the days that the visit takes
	}
	f.between, f.head = true, c.D.String(c.Tokens[i].Span)
	f.Place = c.Where(i)
	if f.Place == "" && kind == reading.Meeting {
		f.Place = cmp.Or(c.Visiting(), s.welcome(c, i, sides), c.arrived(i), s.palace(c, i, sides), s.stay())
	}
	f.guessed = f.Place == ""
	if f.Place == "" && kind == reading.Meeting {
		f.Place = cmp.Or(s.hostOnTour(sides), s.settled(c, i))
	}
	for _, p := range slices.Concat(sides, s.headsOf(sides)) {
		if states || p.Kind != discourse.Place {
			f.add(reading.Counterpart, p)
		}
	}
	s.look(at)
}

// headsOf is those who lead the delegation of the visit that goes on, where one of sides is that delegation and nobody but one host is
// named: 会见了代表团一行.
func (s *story) headsOf(sides []clause.Party) []clause.Party {
	if s.trip < s.since || s.trip < 0 || s.drafts[s.trip].dropped || s.drafts[s.trip].Type != reading.Visit || len(persons(sides)) > 1 {
		return nil
	}
	f := s.drafts[s.trip]
	if !slices.ContainsFunc(sides, func(p clause.Party) bool { return p.Kind == discourse.Org && f.has(p.Name) }) {
		return nil
	}
	var out []clause.Party
	for _, p := range f.Participants {
		if p.Roles[0] == reading.Leader && s.person(p.Name) {
			out = append(out, clause.Party{Kind: discourse.Person, Name: p.Name, Span: p.Evidence.Span})
		}
	}
	return out
}

// welcome is the state whose leader receives somebody who has come there: 乙国总理与到访的甲国总统会谈. "" if nobody has.
func (s *story) welcome(c *view, i int, sides []clause.Party) string {
	if len(sides) == 0 || !s.d.Foreign(s.jurisdiction(sides[0].Name)) {
		return ""
	}
	for j, t := range c.Tokens {
		if c.Relative(j) >= 0 && c.D.Name(c.Tokens[c.Relative(j)]) != sides[0].Name && zh.BeginsWith(c.D.String(t.Span), "到访", "来访") {
			return s.jurisdiction(sides[0].Name)
		}
	}
	return ""
}

// regarded is true where somebody only says what he thinks of what the verb at token i tells: 对双方签订协议书表示祝贺.
func (c *view) regarded(i int) bool {
	toward := false
	for j := c.Comma(i) + 1; j < i; j++ {
		t := c.Tokens[j]
		toward = toward || t.Kind == discourse.Text && zh.EndsWith(c.D.String(t.Span), "对") || zh.Holds(c.D.String(t.Span), "对双方", "对此次", "对两地", "对两市")
	}
	if !toward && !zh.Holds(c.Text(c.Comma(i)+1, i), "对双方", "对此次", "对两地", "对两市") {
		return false
	}
	for j := i + 1; j < len(c.Tokens) && !c.Tokens[j].Mark(); j++ {
		if c.Tokens[j].Is(discourse.Say) {
			return true
		}
	}
	return false
}

// discussed is true for what the clause only says was spoken about: 就两市签订协议书一事进行会谈.
func (c *view) discussed(i int) bool {
	end := i + 1
	for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
		end++
	}
	return zh.Holds(c.Text(c.Comma(i)+1, i), "就") && zh.Holds(c.Text(i+1, end), "一事", "事宜", "等问题", "有关问题")
}

// serial is true for a meeting that has a number, as a session has: 领导人第十五次会晤.
func (c *view) serial(i int) bool {
	return c.Tokens[i].Is(discourse.Meet|discourse.Talk) && i > 0 && c.Tokens[i-1].Kind == discourse.Text && serial.MatchString(c.D.String(c.Tokens[i-1].Span))
}

// serial ends in an ordinal number.
var serial = regexp.MustCompile(`第[0-9一二三四五六七八九十百]+[次届]$`)

// arrived is the place that the subject of the verb at token i has just come to, as a relative clause tells: 刚刚抵达某城的某某. "" if it
// tells none.
func (c *view) arrived(i int) string {
	for j := 1; j < i; j++ {
		if c.Relative(j) >= 0 && c.Relative(j) < i && c.Tokens[j].Kind == discourse.Place && zh.BeginsWith(c.D.String(c.Tokens[j-1].Span), "抵达", "到达", "抵") {
			return c.D.Places[c.Tokens[j].Index].Name
		}
	}
	return ""
}

// heads is what the title of who leads a company ends in.
var heads = []string{"董事长", "总经理", "经理", "总裁", "行长", "首席执行官", "负责人"}

// groups are the second characters of the state's companies, which are called by 中 and their trade: 中铁, 中建, 中粮.
const groups = "铁建交车核电粮石航船冶煤储信化广铝钢远林盐材旅兴联能节"

// firm is true for text that begins such a name, of a company for which no mention stands: 会见|中铁某局, 会见|中岳重工总经理某某, not 会见|中宾主双方.
func (c *view) firm(t discourse.Token) bool {
	text := []rune(c.D.String(t.Span))
	return t.Kind == discourse.Text && len(text) > 2 && text[0] == '中' && (strings.ContainsRune(groups, text[1]) || zh.EndsWith(string(text), heads...))
}

// nominal is true where the verb at token i is used as a noun: 会见后, 在会见甲时, 参加会谈, 会谈中.
func (c *view) nominal(i int) bool {
	after := c.Next(i)
	if c.firm(after) {
		return false
	}
	words := after.Kind == discourse.Text || after.Kind == discourse.Word && !after.Is(discourse.Travel)
	if words && zh.BeginsWith(c.D.String(after.Span), "后", "前", "时", "中", "期间", "结束", "开始", "以来", "之后", "之前", "等方式", "方式", "形式", "地点") {
		return true
	}
	if after.Is(discourse.Etc) && zh.BeginsWith(c.Text(i+1, len(c.Tokens)), "等方式", "等形式") {
		return true
	}
	if after.Is(discourse.Of) || after.Kind == discourse.Dun || c.serial(i) || c.regarded(i) {
		return true
	}
	if i > 0 && c.Tokens[i-1].Is(discourse.At|discourse.Attend|discourse.Witness|discourse.Host) ||
		i > 1 && c.Tokens[i-2].Is(discourse.Attend) && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "上述", "此次", "有关", "相关") {
		return true
	}
	for j := i - 1; j >= 0 && !c.Tokens[j].Mark(); j-- {
		if c.Tokens[j].Is(discourse.At) && c.temporal(i) {
			return true
		}
	}
	return false
}

// temporal is true where the clause of token i ends in 时, 后 or 期间.
func (c *view) temporal(i int) bool {
	for j := i + 1; j < len(c.Tokens); j++ {
		if c.Tokens[j].Mark() && c.Tokens[j].Kind != discourse.Dun {
			return c.Tokens[j-1].Kind == discourse.Text && zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "时", "后", "前", "期间", "之际")
		}
	}
	return false
}

// appears is true where the verb at token i tells what comes before an audience, or who: 节目与观众见面, 代表与记者见面交流.
func (c *view) appears(i int) bool {
	return zh.BeginsWith(c.D.String(c.Tokens[i].Span), "见面", "见了面") && len(persons(c.Own(i))) == 0 &&
		zh.Holds(c.Text(c.Comma(i)+1, i), "观众", "受众", "读者", "公众", "听众", "市民", "记者", "媒体")
}
