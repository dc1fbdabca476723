package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// held is the classes of what is held.
const held = discourse.Session | discourse.Rite | discourse.SignRite

// convene reads what is held: 召开…会议, …仪式在…举行, 座谈会上.
func (s *story) convene(c *view, i int) bool {
	noun := i
	if s.converses(c, i) {
		return true
	}
	switch next := c.D.String(c.Next(i).Span); {
	case i > 0 && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "关于"), c.feat(i): // 关于召开…会议的决定
		return false
	case zh.BeginsWith(next, "倒计时", "还有"), zh.BeginsWith(next, "代表") && c.Noted(i, discourse.Meet): // 会见…会议代表
		return false
	}
	if c.Tokens[i].Is(discourse.Convene) && !c.Tokens[i].Is(held) {
		if noun = c.noun(i); noun < 0 {
			return s.sponsored(c, i) || s.inaugurate(c, i)
		}
		if manifoldly.MatchString(c.Text(i+1, noun)) || c.agenda(noun) || c.background(i, noun) || c.manner(i) || c.everywhere(i) || !c.scheduled(i) || c.Noted(i, discourse.Speak) && noun < i {
			return false // 宣布博览会开幕 belongs to the rite
		}
	} else if !c.studies(i) && !c.sits(i) && (!c.announced(i) || s.recalled(c, i)) {
		return false
	}
	at := s.gather(c, noun, i)
	if at < 0 {
		return false
	}
	f := s.drafts[at]
	if c.Tokens[i].Is(discourse.Convene) {
		s.holders(f, c, i)
		s.holder(f, c, i)
		s.guests(f, c, i)
		s.summons(f, c, i)
	}
	return c.Tokens[i].Is(discourse.Convene) && noun > i
}

// guested is true for a delegation on the visit that the story tells of, and an organ of those who receive it.
func (s *story) guested(c *view, who []clause.Party) bool {
	if s.first(reading.Visit) < 0 && s.first(reading.Inspection) < 0 {
		return false
	}
	return who[0].Kind == discourse.Org && travels(c, who[0].Name) && zh.EndsWith(who[1].Name, "政协", "人大", "人大常委会", "政府", "委", "局", "办公室", "管委会")
}

// converses reads 甲与乙（举行）座谈 as a meeting of the two.
func (s *story) converses(c *view, i int) bool {
	noun := i
	if c.Tokens[i].Is(discourse.Convene) && i+1 < len(c.Tokens) {
		noun = i + 1
	}
	if s.sit(c, i, noun) {
		return true
	}
	if zh.Holds(c.D.String(c.Tokens[noun].Span), "会") || !zh.EndsWith(c.D.String(c.Tokens[noun].Span), "座谈", "会商", "座谈交流") ||
		!c.Noted(i, discourse.And) || c.nominal(noun) || c.Aside(i) {
		return false
	}
	sides := slices.DeleteFunc(c.Parties(i), func(p clause.Party) bool {
		return p.Kind == discourse.Place || p.Kind == discourse.Org && !travels(c, p.Name)
	})
	if len(sides) == 1 && sides[0].Kind == discourse.Org && zh.Holds(c.Text(c.Comma(i)+1, noun), "领导", "负责人", "负责同志", "班子") {
		at := s.open(reading.Meeting, c, i) // 考察团和某区领导同志进行了座谈
		f := s.drafts[at]
		f.head, f.Place = "座谈", s.settled(c, i)
		f.guessed = c.Where(i) == ""
		f.add(reading.Counterpart, sides[0])
		s.look(at)
		return true
	}
	if host := persons(sides); len(host) == len(sides) && zh.EndsWith(c.Text(c.Comma(i)+1, noun), "与客商", "与客人", "与来宾", "和客商", "和客人", "同客人", "同客商") {
		sides = append(sides, s.callers()...) // 陪同考察，并与客商座谈: those who came
	}
	if all := c.Parties(i); len(all) == 2 && len(sides) == 1 && sides[0].Name == all[0].Name && s.guested(c, all) {
		sides = all // 考察团与某市政协座谈
	}
	if len(sides) < 2 && !(len(sides) == 1 && (sides[0].Kind == discourse.Person || s.trip >= s.since && s.trip >= 0) && c.crowd(i)) {
		return false
	}
	s.meet(reading.Meeting, c, i, sides)
	return true
}

// leisure is what ends in 会 and is no meeting.
var leisure = [...]string{"宴会", "机会", "社会", "委员会", "协会", "学会", "运动会", "音乐会", "演唱会", "晚会", "庙会", "灯会", "花会", "理事会", "商会", "舞会", "聚会", "博览会", "联合会", "体会", "音诗会", "工会", "国会", "议会", "奥运会", "亚运会", "全运会", "村晚会", "诗会", "赛会", "赛马会", "射箭会", "歌会", "集会", "可能会", "还会", "将会", "也会", "都会", "不会", "就会", "才会", "又会"}

// noun is the token that says what the verb at token i holds: after it, or before it in its clause. -1 if none.
func (c *view) noun(i int) int {
	for j := i + 1; j < len(c.Tokens); j++ {
		if c.holds(j) {
			return j
		} else if t := c.Tokens[j]; t.Mark() && t.Kind != discourse.Dun && c.D.String(t.Span) != "—" { // 甲区——乙县联席会
			break
		}
	}
	from := c.Comma(i)
	switch {
	case strings.HasSuffix(c.D.String(c.Tokens[i].Span), "幕"):
		from = -1 // what opens or closes may have done much before: 会议完成各项议程，胜利闭幕
	case c.framed(i):
		from = c.Comma(from)
	}
	for j := i - 1; j > from; j-- {
		if c.Tokens[j].Is(held) && !zh.BeginsWith(c.D.String(c.Next(j).Span), "中心", "形式", "方式") || c.holds(j) {
			return j
		}
	}
	return -1
}

// holds is true for the noun of something held at token j: a word for it, or whatever ends in 会 and closes its phrase
// (消防安全吹哨会).
func (c *view) holds(j int) bool {
	t := c.Tokens[j]
	if t.Is(held) || c.serial(j) || t.Kind == discourse.Org && zh.EndsWith(c.D.Name(t), "协商会", "座谈会", "推进会", "研讨会", "发布会") {
		return !c.inside(j)
	}
	if t.Kind == discourse.Quote { // “甲乙文化论坛”在某市举办
		after := c.Next(j)
		return zh.EndsWith(c.D.Inner(t), quoted[:]...) && (after.Is(discourse.Convene|discourse.At|discourse.Host) || after.Kind == discourse.Date)
	}
	if t.Is(discourse.Organ) && c.D.String(t.Span) == "常委会" && j > 0 && c.Tokens[j-1].Is(discourse.Convene) && c.Next(j).Mark() {
		return true // 市委召开常委会
	}
	if t.Kind == discourse.Text && c.D.String(t.Span) == "会" && j > 0 && c.Tokens[j-1].Kind == discourse.Paren && c.Next(j).Mark() {
		return true // 常委（扩大）会
	}
	if t.Kind != discourse.Text || t.End-t.Start < 2 {
		return false
	}
	s := strings.TrimSuffix(c.D.String(t.Span), "并") // 工商界早餐会并|致辞
	if !zh.EndsWith(s, "会") || zh.EndsWith(s, leisure[:]...) {
		return false
	}
	after := c.Next(j)
	return after.Mark() || after.Kind == discourse.Date && !c.edited(j) || after.Is(discourse.Convene|discourse.At|discourse.Speak|discourse.Host)
}

// inside is true where the noun at token j goes on: 会议 in 会议精神, 座谈会 before 暨…仪式.
func (c *view) inside(j int) bool {
	for k := j + 1; k < len(c.Tokens); k++ {
		t := c.Tokens[k]
		if t.Is(held) {
			return true // the name of a meeting of a meeting
		}
		if t.Mark() || t.Kind == discourse.Person || t.Kind == discourse.Date || t.Kind == discourse.Word && !t.Is(discourse.Party|discourse.And|discourse.Filler) ||
			t.Kind == discourse.Text && zh.BeginsWith(c.D.String(t.Span), "并", "上", "后", "前") {
			break
		}
	}
	after := c.Next(j)
	if after.Is(discourse.Organ) && zh.BeginsWith(c.D.String(after.Span), "执行") {
		return true // 大会执行主席
	}
	return after.Kind == discourse.Text && zh.BeginsWith(c.D.String(after.Span), "暨", "制度", "常委会", "常务", "主席", "主任", "精神", "室", "中心", "纪要", "主题", "成果", "期间", "机制", "形式", "方式")
}

// announced is true for a noun that itself says that the event goes on: 会上, 座谈会上, 仪式上.
func (c *view) announced(i int) bool {
	after := c.Next(i)
	if i+2 < len(c.Tokens) && c.Tokens[i+2].Is(discourse.Of) {
		return false // 在全会上的讲话
	}
	return after.Kind == discourse.Text && zh.BeginsWith(c.D.String(after.Span), "上") ||
		after.Kind == discourse.Comma && i == 0 || c.Text(i+1, min(i+2, len(c.Tokens))) == "上"
}

// recalled is true for a named session that only tells where somebody once spoke: 某某在某座谈会上强调. Nothing in the story
// convenes it, and no day is given.
func (s *story) recalled(c *view, i int) bool {
	name := c.title(i, i)
	day, own := c.Day(i)
	return name != "" && !(own && day.Start != "") && len(persons(c.Between(c.Comma(i)+1, i))) > 0 &&
		s.same(reading.Meeting, name, c.D.String(c.Tokens[i].Span), day, own) < 0
}

// gather is the draft of the event that the noun at token noun names: one that is there, or a new one. -1 if none.
func (s *story) gather(c *view, noun, verb int) int {
	noun, name := c.called(noun, verb)
	posted, many := c.posted(noun, verb)
	if many || several.MatchString(name) {
		return -1
	}
	kind := c.assembled(noun, name)
	if at := s.meant(c, noun, verb, name); at >= 0 {
		return s.remind(at, c, verb, name)
	}
	head := c.D.String(c.Tokens[noun].Span)
	when := c.told(noun, verb)
	day, own := c.Day(when)
	if when > verb && c.Noted(verb, discourse.Future) && len(day.Start) < len("2006-01-02") {
		return -1
	}
	at := s.same(kind, name, head, day, own)
	if at >= 0 && (s.another(at, c, verb) || s.others(at, c, noun, verb)) {
		at = -1
	}
	if name == "" && c.Tokens[verb].Is(discourse.Attend) {
		at = s.alluded(at, c, kind, head)
	}
	if at >= 0 {
		s.retell(at, c, verb, name)
		return at
	}
	at = s.open(kind, c, verb)
	f := s.drafts[at]
	f.Name, f.head, f.Place = name, head, s.held(c, noun, verb, name)
	f.guessed, f.sides, f.aside = c.unplaced(verb), c.sided(noun), c.occasion(verb)
	s.post(f, posted, own)
	if c.Tokens[verb].Is(discourse.Attend) && c.otherDay(noun) {
		f.Start, f.End = "", ""
	}
	if when > verb {
		f.Start, f.End = day.Start, day.End
	}
	s.signedAt(f, c, noun, verb)
	if own && s.focus >= 0 && s.here(s.focus, c) && earlier(day.Start, s.drafts[s.focus].Start) && c.Tokens[verb].Is(discourse.Session) {
		return at // recalled beside what goes on
	}
	s.look(at)
	return at
}

// alluded is what a list of those present means by no more than the kind of the event that it attends, where it would be draft at, or a new
// one for -1.
func (s *story) alluded(at int, c *view, kind reading.EventType, head string) int {
	if at < 0 && kind == reading.Meeting {
		at = s.endsIn(kind, head)
	}
	if first := s.first(kind); at >= 0 && first >= 0 && !s.here(at, c) {
		return first // a closing list attends what the story is about
	}
	return at
}

// endsIn is the only draft of a kind, of whichever report of the article, whose name ends in head: 参加对接会, of 全市政银企对接会. -1 for a head that
// says no more than that it is a meeting, and where several drafts are called so.
func (s *story) endsIn(kind reading.EventType, head string) int {
	at := -1
	for k, f := range s.drafts {
		if f.Type != kind || f.between || f.Name == head || !strings.HasSuffix(f.Name, head) || len([]rune(head)) < len([]rune("对接会")) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	return at
}

// signedAt opens the signing that is told only by the name of a ceremony: 某局与某台备忘录签约暨启动仪式.
func (s *story) signedAt(f *draft, c *view, noun, verb int) {
	if f.Type != reading.Ceremony && f.Type != reading.Signing || !strings.Contains(f.Name, "签约") {
		return
	}
	signed := f
	if f.Type == reading.Ceremony {
		signed = s.drafts[s.signings(c, verb)]
		signed.Place = f.Place
	}
	if f.Type == reading.Signing && !c.Noted(noun, discourse.And) {
		return
	}
	for _, p := range c.Between(c.Comma(noun)+1, noun) {
		if p.Kind != discourse.Person && strings.Contains(f.Name, p.Name) {
			signed.add(reading.Signatory, p)
		}
	}
}

// body is the body whose session the verb at token verb opens, which the session's full name begins with: 市人大常委会举行第三次会议.
// "" where a person or nobody stands before the verb.
func (c *view) body(verb int) string {
	from, to := max(c.From(verb), c.Comma(verb)+1), verb
	for j := from; j < to; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Date && j > from && sits(c.Text(from, j)):
			to = j // 大会主席团4日上午在某城举行第一次会议
		case t.Kind == discourse.Date:
			from = j + 1
		case t.Kind == discourse.Org, t.Kind == discourse.Text, t.Kind == discourse.Place, t.Is(discourse.Filler | discourse.Session):
		default:
			return ""
		}
	}
	name := strings.TrimSpace(c.Text(from, to))
	if strings.HasPrefix(name, "由") || !sits(name) {
		return "" // 由某商会承办的第三届大会
	}
	return name
}

// sits is true for the name of a body that has sessions.
func sits(name string) bool {
	return zh.EndsWith(name, "会", "人大", "政协", "党组", "主席团")
}

// first is the first assembly of a kind, -1 if none.
func (s *story) first(kind reading.EventType) int {
	return slices.IndexFunc(s.drafts, func(f *draft) bool { return f.Type == kind && !f.between && !f.dropped })
}

// here is true where draft at was opened in the paragraph being read.
func (s *story) here(at int, c *view) bool { return s.drafts[at].part == c.Sentence.Part }

// look makes draft at the one that goes on.
func (s *story) look(at int) {
	if s.drafts[at].Type == reading.Signing {
		s.signing = at
	}
	s.focus, s.away = at, false
}
