package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// attend reads 出席 and 参加: of the event that its object names, of all that was told (上述活动), or of the story's main
// event where it names none.
func (s *story) attend(c *view, i int) bool {
	who := persons(c.Parties(i))
	if list := c.listed(i); len(list) > 0 {
		who = list
	}
	if len(who) == 0 {
		who = c.delegates(i)
	}
	if i > 0 && c.Tokens[i-1].Kind == discourse.Text && strings.HasSuffix(c.D.String(c.Tokens[i-1].Span), "或") && s.trip >= 0 && c.Noted(i, discourse.Accompany) {
		return true // 陪同考察或参加座谈会: who of them did which isn't told
	}
	if c.invites(i) || c.Afar(i) || c.pretends(i) || c.callers(i) {
		return false // 邀请某某参加即将举行的论坛, 致信与会代表
	}
	if day, own := c.Day(i); len(who) == 0 || c.Noted(i, discourse.Future) && !(own && len(day.Start) == len("2006-01-02")) {
		return false
	}
	at := s.attended(c, i, who)
	for _, k := range at {
		for _, p := range who {
			if !strings.Contains(s.drafts[k].Name, p.Name) { // 纪念某某诞辰座谈会
				s.drafts[k].add(reading.Attendee, p)
			}
		}
	}
	return len(at) > 0
}

// callers is true for the verb at token i that only tells who they are whom somebody meets: 会见来京出席某某会议代表.
func (c *view) callers(i int) bool {
	j := i - 1
	for j >= 0 && c.Tokens[j].Kind == discourse.Text && c.Tokens[j].End-c.Tokens[j].Start <= 3 {
		j--
	}
	if j < 0 || !c.Tokens[j].Is(discourse.Meet) {
		return false
	}
	end := i + 1
	for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
		end++
	}
	return zh.EndsWith(c.Text(i+1, end), "代表", "嘉宾", "人员", "成员", "选手", "学者", "领导人", "负责人", "官员")
}

// delegates is the delegations in the subject of the verb at token i: 某市党政代表团出席座谈会.
func (c *view) delegates(i int) []clause.Party {
	return slices.DeleteFunc(slices.Clone(c.Own(i)), func(p clause.Party) bool {
		return p.Kind != discourse.Org || !zh.EndsWith(p.Name, "代表团", "考察团", "访问团", "参访团", "交流团")
	})
}

// pretends is true for the verb at token i of what somebody only gives for a reason: 以参加就职仪式为由.
func (c *view) pretends(i int) bool {
	return strings.HasSuffix(c.Text(c.Comma(i)+1, i), "以") && zh.Holds(c.Text(i, len(c.Tokens)), "为由", "为名", "为借口", "为幌子")
}

// listed is the persons behind the verb at token i in 出席会议的还有甲、乙, 参加调研的有：甲、乙.
func (c *view) listed(i int) []clause.Party {
	for j := i + 1; j < len(c.Tokens) && j < i+6; j++ {
		if !c.Tokens[j].Is(discourse.Of) {
			continue
		}
		if j+1 == len(c.Tokens) {
			break
		}
		next := c.Tokens[j+1]
		words := c.D.String(next.Span)
		called := next.Kind == discourse.Text && next.End-next.Start <= longestCall && zh.EndsWith(words, "有", "包括")
		if called || zh.BeginsWith(words, "有", "还有") || c.lists(j) {
			return persons(c.Between(j+1, len(c.Tokens)))
		}
	}
	return nil
}

// longestCall is how many characters may call those whom a list behind 的 names: 出席会议的|有关方面负责同志还有：.
const longestCall = 12

// lists is true where 的 at token j opens a list of persons by what they are: 出席闭幕会的领导同志还有：甲、乙.
func (c *view) lists(j int) bool {
	for k := j + 1; k < len(c.Tokens) && k <= j+closeBy; k++ {
		if t := c.Tokens[k]; t.Kind == discourse.Comma {
			text := c.Text(j+1, k)
			return c.D.String(t.Span) != "，" && len([]rune(text)) <= longestCall && zh.EndsWith(text, "有", "包括")
		}
	}
	return false
}

// closeBy is how many tokens such words may be.
const closeBy = 5

// shortNoun is how many characters the name of what one takes part in may have to mean what the story is about.
const shortNoun = 6

// attended is the drafts that the verb at token i speaks of.
func (s *story) attended(c *view, i int, who []clause.Party) []int {
	var out []int
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if c.Relative(j) >= 0 {
			continue
		}
		if t.Mark() && t.Kind != discourse.Dun {
			break
		}
		out = append(out, s.named(c, i, j)...)
		if t.Is(discourse.Speak|discourse.Host|discourse.Sign) && len(out) > 0 {
			break
		}
	}
	if len(out) > 0 {
		return out
	}
	if k := s.sat(c, i); k >= 0 {
		return []int{k}
	}
	switch after := c.Next(i); {
	case after.Is(discourse.Sign) && s.signing >= s.since && s.signing >= 0 && (i+2 == len(c.Tokens) || c.Tokens[i+2].Mark()):
		return []int{s.signing} // 参加签约。
	case after.Is(discourse.Doings), c.doings(i):
		return s.doings(c, i)
	case after.Is(discourse.Of) && len(c.listed(i)) > 0:
		return s.main(c)
	case after.Kind == discourse.Text && after.End-after.Start <= shortNoun && i+2 < len(c.Tokens) && c.Tokens[i+2].Kind == discourse.Stop:
		return s.main(c) // 参加学习。: whatever it is called
	case after.Kind == discourse.Stop, after.Kind == discourse.Comma, after.Kind == discourse.Semi, after.Is(discourse.Speak):
		return s.main(c)
	}
	return nil
}

// seated is what those do who come to an assembly, not along on a trip.
var seated = [...]string{"受邀到", "应邀到", "到场", "到会", "与会", "参会", "列席", "就座", "在座"}

// sat is the assembly that the verb at token i can only mean: 某某到会祝贺 after a trip whose meeting was told; 某某会见时在座. -1 if none is told.
func (s *story) sat(c *view, i int) int {
	if !zh.BeginsWith(c.D.String(c.Tokens[i].Span), seated[:]...) {
		return -1
	}
	for k, f := range slices.Backward(s.drafts) {
		if k >= s.since && !f.dropped && (f.Type == reading.Meeting || f.Type == reading.Ceremony) && f.between == c.Noted(i, discourse.Meet) && s.timely(c, i, k) {
			return k
		}
	}
	return -1
}

// named is the drafts that the noun at token j names, for the verb at token i.
func (s *story) named(c *view, i, j int) []int {
	t := c.Tokens[j]
	switch {
	case c.holds(j):
		if word := c.D.String(t.Span); zh.EndsWith(word, "座谈") {
			if out := s.all(func(f *draft) bool {
				return f.between && strings.HasSuffix(f.head, "座谈") || f.between && f.head == "举行"
			}); len(out) > 0 {
				return out
			}
			if s.first(reading.Meeting) < 0 {
				if out := s.all(func(f *draft) bool { return f.between }); len(out) > 0 {
					return out
				}
			}
		}
		if word := c.D.String(t.Span); zh.EndsWith(word, "座谈会", "会谈") && c.title(j, i) == "" && s.first(reading.Meeting) < 0 {
			if out := s.all(func(f *draft) bool { return f.between }); len(out) > 0 {
				return out // 出席座谈会 of those who met
			}
		}
		if c.Next(j).Is(discourse.Of) && len(c.listed(i)) == 0 {
			return nil // 出席会议的嘉宾
		}
		if at := s.gather(c, j, i); at >= 0 {
			return []int{at}
		}
	case t.Is(discourse.Meet | discourse.Talk | discourse.Call):
		word := c.D.String(t.Span)
		for _, want := range [...]func(*draft) bool{
			func(f *draft) bool { return f.calls(word) && f.part == c.Sentence.Part },
			func(f *draft) bool { return f.calls(word) },
		} {
			if out := s.all(want); len(out) > 0 {
				return out
			}
		}
		return s.all(func(f *draft) bool { return f.between })
	case t.Is(discourse.Visit | discourse.Inspect):
		if k := s.journeyed(c); k >= 0 {
			return []int{k}
		}
	}
	return nil
}

// journeyed is the trip that those who 参加考察 took part in: the one of the paragraph, else the one that the report opened with. -1 if none
// is told.
func (s *story) journeyed(c *view) int {
	if s.trip < s.since || s.here(s.trip, c) {
		return s.trip
	}
	for k, f := range s.drafts {
		if k >= s.since && !f.dropped && f.Type == s.drafts[s.trip].Type {
			return k
		}
	}
	return s.trip
}

// calls is true for a bilateral event that was called by the word, or one like it: 会见, 亲切会见.
func (f *draft) calls(word string) bool {
	return f.between && (strings.Contains(word, f.head) || strings.Contains(f.head, word))
}

// doings is true where the verb at token i is followed by some 活动 within its clause.
func (c *view) doings(i int) bool {
	for j := i + 1; j < len(c.Tokens) && j < i+4; j++ {
		if c.Tokens[j].Is(discourse.Doings) {
			return true
		}
		if c.Tokens[j].Mark() {
			return false
		}
	}
	return false
}

// doings is the drafts that 活动 means at token i: all that was told for 上述活动, else the trip, else the main event.
func (s *story) doings(c *view, i int) []int {
	if strings.Contains(c.Text(i, min(i+4, len(c.Tokens))), "上述") {
		if s.trip >= 0 && s.drafts[s.trip].Type == reading.Visit && s.home() != "" {
			return []int{s.trip}
		}
		return s.all(func(f *draft) bool {
			return (f.Type != reading.Visit || f.looks) && f.Type != reading.Appointment && !f.inside
		})
	}
	for k, f := range s.drafts {
		switch {
		case k < s.since, f.dropped || f.Type == reading.Appointment || f.Type == reading.Signing && f.head == "" && s.focus >= 0:
		case k == s.trip, !f.between && s.trip != 0:
			return []int{k} // what the story opened with
		}
	}
	if s.trip >= 0 {
		return []int{s.trip}
	}
	return s.main(c)
}

// main is the story's main event: the one that goes on if it is an assembly, all meetings of the lead sentence, else the first.
// In a paragraph of its own, a list closes the trip that the story opened with.
func (s *story) main(c *view) []int {
	if s.focus > 0 && s.trip == 0 && !s.here(s.focus, c) {
		return []int{s.trip}
	}
	if s.focus >= 0 && !s.drafts[s.focus].between {
		return []int{s.focus}
	}
	if s.trip == 0 && s.focus > 0 && s.home() != "" && s.drafts[s.focus].between && strings.Contains(s.drafts[s.focus].head, "座谈") && s.drafts[0].Type == reading.Visit {
		return []int{s.trip} // 市长某某率队赴某市，与企业座谈。副市长某某参加
	}
	for k, f := range s.drafts {
		if k < s.since {
			continue
		}
		if f.Type == reading.Visit && len(s.drafts) > 1 && k == 0 && s.focus > 0 {
			continue
		}
		return s.all(func(g *draft) bool {
			return g.Type == f.Type && g.between == f.between && g.Evidence.Start == f.Evidence.Start
		})
	}
	return nil
}

// all is the drafts for which want holds.
func (s *story) all(want func(*draft) bool) []int {
	var out []int
	for k, f := range s.drafts {
		if k >= s.since && !f.dropped && want(f) {
			out = append(out, k)
		}
	}
	return out
}
