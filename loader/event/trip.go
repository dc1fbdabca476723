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

// settled is where something happens that names no place: where the trip has gone, else the paper's home.
func (s *story) settled(c *view, i int) string {
	if p := c.Where(i); p != "" || c.returns(i) {
		return p
	}
	if p := cmp.Or(s.hall(c), s.besideSigning(c), s.capital(c, i)); p != "" {
		return p
	}
	if p := s.stay(); p != "" {
		return p
	}
	if s.trip >= 0 && s.drafts[s.trip].Place != "" {
		day, own := c.Day(i)
		if own && day.Start != "" && day.Start[:4] < s.d.Article.PublishedAt[:min(4, len(s.d.Article.PublishedAt))] && s.drafts[s.trip].Start == "" {
			return s.home() // recalled: 去年底召开的会议
		}
		if f := s.drafts[s.trip]; !own || within(day.Start, f.Start, f.End) {
			if p := s.hosted(c, i); p != "" {
				return p
			}
			return cmp.Or(s.onStop(c), s.hostSeat(c, i, f.Place), f.Place)
		}
	}
	if day, own := c.Day(i); s.focus >= 0 && s.stays(c, s.drafts[s.focus]) && (!own || near(day.Start, s.drafts[s.focus].Start)) {
		return s.drafts[s.focus].Place
	}
	return s.home()
}

// stays is true where what follows draft f is told of its place: any in a paper without a home, a signing away from home else.
func (s *story) stays(c *view, f *draft) bool {
	switch {
	case f.Place == "", s.mission(f) != "":
		return false
	case s.home() == "":
		return true
	}
	if s.focus < s.since || f.guessed {
		return false
	}
	tokens := s.d.Rest(s.d.Sentences[s.at])
	head := s.d.String(reading.Span{Start: tokens[0].Start, End: min(tokens[0].Start+longestFollow, tokens[len(tokens)-1].End)})
	if zh.BeginsWith(head, follows[:]...) && !zh.BeginsWith(head, "会前往", "会前来") || c.beside() {
		return true
	}
	if c.wide() {
		return false // 全市大会召开, behind a rite in one of its counties
	}
	away := f.Type == reading.Signing && !discourse.Within(f.Place, s.d.Home)
	return away || !f.between && f.part == s.d.Sentences[s.at].Part
}

// follows opens a sentence on what is held where the event is that the story has come to.
var follows = [...]string{"当天还", "当日还", "当天，还", "现场还", "活动现场", "仪式现场", "会议现场", "现场，", "会上，", "开幕式上", "仪式上", "活动上", "开幕式后", "仪式后", "会前", "会后", "同时，现场", "随后举行", "随后的", "随即举行", "接着举行"}

// longestFollow is the length of the longest of follows.
const longestFollow = 5

// home is where the story plays, out of the home where the paper's reporter wires it from there, the paper's home if nothing says so: the home
// of a national paper places nothing.
func (s *story) home() string { return s.scene }

// visit reads 来…考察, 访问, 到…调研: a visit, or an inspection where the place lies in the visitor's own jurisdiction.
func (s *story) visit(c *view, i int) bool {
	if c.sequel(i) || c.discussed(i) || c.regarded(i) || c.attributive(i) || c.Noted(i, discourse.Future) && !c.forthcoming(i) || c.Once(i) || c.mourning(i) || c.valued(i) {
		return false
	}
	who := slices.DeleteFunc(c.travellers(i), func(p clause.Party) bool {
		return slices.ContainsFunc(s.along, func(q clause.Party) bool { return q.Name == p.Name }) // 在乙的陪同下，甲考察了…
	})
	if len(who) == 0 {
		return false
	}
	goals := s.bound(c, i)
	kind := s.kind(c, i, who, goals)
	if s.resumes(kind, c, i, who, goals) || s.lingers(c, i, who, goals) {
		return true
	}
	if kind == "" {
		return s.looksOn(c, i, who, goals)
	}
	if s.extends(kind, c, i, who, goals) || s.calls(c, i, who) {
		return true
	}
	if s.passing(c, i, goals) {
		return false
	}
	s.journeys(kind, c, i, who, goals)
	if c.forthcoming(i) {
		s.trip = -1 // nothing that the story tells next is on it
	}
	return true
}

// journeys opens a trip of who to goals, or one each where the verb at token i says so (甲、乙分别访问丙、丁), or one after the other abroad.
func (s *story) journeys(kind reading.EventType, c *view, i int, who []clause.Party, goals []string) {
	people := persons(who)
	each := c.Noted(i, discourse.Each)
	if each && len(people) > len(goals) {
		if list := s.stops(c, i); len(list) == len(people) {
			goals = list
		}
	}
	switch {
	case each && len(people) == len(goals) && len(people) > 1 && len(people) <= mostPairs:
		for k, p := range people {
			s.journey(kind, c, i, []clause.Party{p}, goals[k:k+1])
		}
	case len(goals) > 1 && len(goals) <= mostPairs && !slices.ContainsFunc(goals, func(g string) bool { return !s.d.Foreign(g) }):
		s.rounds(kind, c, i, who, goals)
	default:
		s.journey(kind, c, i, who, goals)
	}
}

// resumes is true where the verb at token i only tells on of the trip that goes on, which it may date.
func (s *story) resumes(kind reading.EventType, c *view, i int, who []clause.Party, goals []string) bool {
	if s.trip >= s.since && s.trip >= 0 && s.escorts(who) && s.joins(c, i, who) {
		s.dates(c, i, goals)
		return true // 副市长某某陪同客人走访了某镇
	}
	if s.trip < 0 || !s.joins(c, i, who) || s.drafts[s.trip].Type != kind && (len(persons(who)) < len(who) || len(goals) > 0) {
		return false
	}
	s.dates(c, i, goals)
	return true
}

// passing is true for a trip at token i that is told in passing, nowhere and never, as a time, or in a year past.
func (s *story) passing(c *view, i int, goals []string) bool {
	day, own := c.Day(i)
	if len(goals) == 0 && zh.BeginsWith(c.D.String(c.Next(i).Span), "中") && !c.firm(c.Next(i)) {
		return true // 在干部考察中
	}
	if len(goals) == 0 && !((own || c.sameDay(i)) && day.Start != "") && (s.at > opening/2 && !c.Noted(i, discourse.Travel|discourse.At) || s.trip < 0 && s.at > opening) && !(c.Last >= 0 && c.Escorted(c.Last)) {
		return true
	}
	return own && !clause.Recent(day.Latest(), c.D.Article.PublishedAt) && len(day.Start) < len("2006-01")
}

// sameDay is true where the sentence says before the verb at token i that it was done on the day that the story has come to: 当天，.
func (c *view) sameDay(i int) bool {
	return slices.ContainsFunc(c.Tokens[:i], func(t discourse.Token) bool {
		return t.Kind == discourse.Date && zh.BeginsWith(c.D.String(t.Span), "当天", "当日", "同日")
	})
}

// opening is how many sentences into the article a trip without a place and a day may be what it reports.
const opening = 6

// mostPairs is up to how many people 分别 sends one to each place; longer lists only happen to be as long.
const mostPairs = 4

// attributive is true where the verb at token i is used as a noun: 考察的, 在调研中, 参加调研. 在某县调研时强调 does go there.
func (c *view) attributive(i int) bool {
	after := c.Next(i)
	if i > 0 && c.D.String(c.Tokens[i].Span) == "检查" && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "作", "作了", "作出", "做", "做了", "深刻", "书面") {
		return true // 镇长某某作检查: of himself
	}
	if zh.Holds(c.Text(c.Comma(i)+1, i), "开展", "展开", "进行") && (after.Kind == discourse.Dun || zh.BeginsWith(c.D.String(after.Span), "活动", "工作")) {
		return false // 带领部门负责人开展检查、督导活动
	}
	if after.Is(discourse.Of) && i+2 < len(c.Tokens) && c.Tokens[i+2].Mark() && zh.Holds(c.Text(c.Comma(i)+1, i), "是应", "应邀") {
		return false // 某总统是应某主席的邀请进行国事访问的
	}
	dated := slices.ContainsFunc(c.Tokens[:i], func(t discourse.Token) bool { return t.Kind == discourse.Date })
	if dated && i > 0 && c.Tokens[i-1].Is(discourse.At) && c.Tokens[i].Is(discourse.Inspect) && thenSays.MatchString(c.Text(i, len(c.Tokens))) {
		return false // 5日，某某在检查防汛工作时强调
	}
	if after.Is(discourse.Of) || after.Kind == discourse.Dun || i > 0 && c.Tokens[i-1].Is(discourse.At|discourse.Attend|discourse.Accompany) && !c.InCompany(i-1) || c.owned(i) {
		return true
	}
	if i > 0 && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "一边", "疏于", "表示", "致以", "表达", "诚挚", "此次", "这次", "本次", "该次") {
		return true // 向劳动者表示慰问, 此次访问
	}
	return zh.BeginsWith(c.D.String(after.Span), "后", "前", "期间", "结束", "归来", "组", "团", "局", "室", "活动", "情况", "结果", "报告", "发现", "记录", "反馈", "成果", "工作")
}

// thenSays is how a clause that begins with such a verb goes on to what was said then.
var thenSays = regexp.MustCompile(`^[^，。；]*时(?:强调|指出|要求|表示|提出|说)`)

// sequel is true for a trip at token i that only dates another: 此行是代表团赴某市考察后的一站.
func (c *view) sequel(i int) bool {
	return zh.BeginsWith(c.Text(c.Comma(i)+1, i), "是") && c.temporal(i)
}

// mourning is true for a visit to those whom a dead person has left: 慰问其亲属.
func (c *view) mourning(i int) bool {
	return zh.Holds(c.Text(i+1, min(i+4, len(c.Tokens))), "亲属", "家属", "遗属") || zh.Holds(c.Text(0, len(c.Tokens)), "病重期间", "逝世后", "沉痛哀悼")
}

// valued is true for a visit at token i that somebody only thanks for, or speaks of: 某某感谢主席对乙国进行访问.
func (c *view) valued(i int) bool {
	return zh.Holds(c.Text(c.Comma(i)+1, i), "感谢", "高度评价", "赞赏", "期待", "祝贺", "盼望")
}

// owned is true for a verb at token i that 的 makes a noun (对队员的慰问), unless a light verb makes it one again: 开展为期两天的考察.
func (c *view) owned(i int) bool {
	return i > 0 && c.Tokens[i-1].Is(discourse.Of) && !zh.Holds(c.Text(c.Comma(i)+1, i), "进行", "开展", "展开", "为期", "开始", "结束")
}

// journey opens a trip of who to goals.
func (s *story) journey(kind reading.EventType, c *view, i int, who []clause.Party, goals []string) {
	at := s.open(kind, c, i)
	f := s.drafts[at]
	if _, own := c.Day(i); !own && s.trip >= 0 {
		f.Start, f.End = "", ""
	}
	f.Place, f.goals = common(goals), goals
	if f.Place == "" && len(goals) > 0 && !discourse.Within(goals[0], s.home()) {
		f.Place = goals[0] // 赴甲、乙、丙等市: the first of them rather than where they come from
	}
	if from := s.origin(who); f.Place == "" && kind == reading.Inspection && s.d.Foreign(from) {
		f.Place = from
	}
	if f.Place == "" && s.home() == "" && len(goals) == 0 {
		f.Place = c.Where(i) // 在某省出席会议并调研
	}
	if f.Place == "" {
		f.Place = s.home()
		if from := s.origin(who); kind == reading.Inspection && f.Place == s.d.Home && discourse.Within(from, f.Place) {
			f.Place = from // 某县县长检查防汛工作: in the county
		}
	}
	leads := c.Noted(i, discourse.Lead) || c.leads(i) || c.retinue(i) || zh.Holds(c.Text(0, i), "任团长", "担任团长", "为团长")
	lead := c.leading(i)
	for _, p := range who {
		switch {
		case p.Kind == discourse.Person && leads && (lead < 0 || p.Span.Start < lead):
			f.add(reading.Leader, p)
		default:
			f.add(reading.Visitor, p)
		}
	}
	s.trip, f.looks = at, c.D.String(c.Tokens[i].Span) == "参观"
	if c.Next(i).Is(discourse.Of) && zh.Holds(c.Text(c.Comma(i)+1, i), "是应") {
		f.Start, f.End = "", "" // 是应邀进行国事访问的: it goes on for days
	}
	f.addAll(reading.Companion, s.along)
	s.along = nil
}

// leads is true where somebody leads the travellers of the verb at token i in its sentence.
func (c *view) leads(i int) bool {
	for j := c.From(i); j < i; j++ {
		if c.Tokens[j].Is(discourse.Lead) {
			return true
		}
	}
	return false
}

// leading is where in the text the word stands that makes somebody lead the travellers of the verb at token i (活动由某某带队), -1 if
// none does. Those behind it are led.
func (c *view) leading(i int) int {
	for j := i - 1; j >= c.From(i); j-- {
		if c.Tokens[j].Is(discourse.Lead) {
			return c.Tokens[j].Start
		}
	}
	return -1
}

// retinue is true where 一行 stands behind a person in the subject of the verb at token i: 某某一行考察.
func (c *view) retinue(i int) bool {
	for j := c.From(i) + 1; j < i; j++ {
		if c.Tokens[j].Is(discourse.Party) && c.Tokens[j-1].Kind == discourse.Person {
			return true
		}
	}
	return false
}

// joins adds who to the trip that goes on if they are of it: the delegation, its leader, or no one new.
func (s *story) joins(c *view, i int, who []clause.Party) bool {
	f := s.drafts[s.trip]
	if day, own := c.Day(i); own && !within(day.Start, f.Start, f.End) {
		return false
	}
	for _, p := range who {
		if f.has(p.Name) {
			return true
		}
	}
	if len(who) == 1 && who[0].Kind == discourse.Org && f.Type == reading.Visit && s.since == 0 && s.origin(who) != "" {
		for _, p := range f.Participants {
			if p.Roles[0] == reading.Leader && s.jurisdiction(p.Name) == s.origin(who) {
				f.addAll(reading.Visitor, who) // 县委书记某某带队考察…。某县考察团先后走进…
				return true
			}
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
func (c *view) travellers(i int) []clause.Party {
	var out []clause.Party
	words, said := c.Voice(i)
	for _, p := range c.Parties(i) {
		if c.heard(p) || c.lives(p) || said && p.Span.Start < words.Start {
			continue // who announces the visit
		}
		if p.Kind == discourse.Person || p.Kind == discourse.Org && (travels(c, p.Name) || c.team(p)) {
			out = append(out, p)
		}
	}
	return out
}

// team is true for a body whose 工作组 or the like travels.
func (c *view) team(p clause.Party) bool {
	for j, t := range c.Tokens {
		if t.Start == p.Span.Start {
			after := c.Next(j)
			return after.Is(discourse.Party) || after.Kind == discourse.Text && zh.BeginsWith(c.D.String(after.Span), "组团", "等企业负责人", "等企业家", "企业负责人", "等客商")
		}
	}
	return false
}

// heard is true for a person whose report or lecture the sentence only says was heard: 听取了陆某的讲座，参观了….
func (c *view) heard(p clause.Party) bool {
	for j, t := range c.Tokens {
		if t.Start != p.Span.Start {
			continue
		}
		for k := j - 1; k > c.Comma(j); k-- {
			if c.Tokens[k].Kind == discourse.Text && strings.Contains(c.D.String(c.Tokens[k].Span), "听取") {
				return true
			}
		}
	}
	return false
}

func travels(c *view, name string) bool {
	for _, o := range c.D.Organizations {
		if o.Name == name {
			return o.Type == "delegation" || strings.HasSuffix(name, "团")
		}
	}
	return false
}
