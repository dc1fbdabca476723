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

// holders adds who stands before the verb at token i that holds f.
func (s *story) holders(f *draft, c *view, i int) {
	both := c.Noted(i, discourse.And)
	if who := persons(c.Own(i)); f.Type == reading.Meeting && both && len(who) > 1 {
		f.addAll(reading.Attendee, who) // 甲与乙、丙举行工作会议
	}
	for _, p := range c.Between(max(c.From(i), c.Comma(i)+1), i) {
		if f.Type == reading.Signing && p.Kind != discourse.Person && both && !strings.Contains(f.Name, p.Name) {
			f.add(reading.Signatory, p) // 甲县人民政府与乙集团举行签约仪式
		}
		if f.Type == reading.Meeting && p.Kind == discourse.Org && travels(c, p.Name) && both {
			f.add(reading.Counterpart, p) // 代表团与市政府举行座谈
			continue
		}
		if p.Kind == discourse.Org && !strings.Contains(f.Name, p.Name) && f.Type != reading.Signing && !own(f) && !c.houses(p, i) ||
			p.Kind == discourse.Person && f.Type == reading.Ceremony && !c.honoured(p) && !zh.Holds(f.Name+f.head, farewells[:]...) {
			f.add(reading.Host, p)
		}
	}
}

// holder places an event that no clause places in the division of the home that holds it: 某县举行开工仪式.
func (s *story) holder(f *draft, c *view, i int) {
	if f.Place == "" && f.Type == reading.Ceremony {
		f.Place = c.worksite(i)
	}
	if !f.guessed || f.Place != s.d.Home || f.Place == "" {
		return
	}
	for j := max(c.From(i), c.Comma(i)+1); j < i; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Place && !discourse.Titular(c.Tokens, j) && discourse.Within(c.D.Name(t), s.d.Home) && c.D.Name(t) != s.d.Home && c.D.Places[t.Index].Type == reading.Admin {
			f.Place, f.guessed = c.D.Name(t), false
		}
	}
}

// summons makes who calls a meeting its host: 随后，在某地组织召开座谈会.
func (s *story) summons(f *draft, c *view, i int) {
	own := persons(c.Between(max(c.From(i), c.Comma(i)+1), i)) // not 代表中央，对年会召开表示祝贺
	verb := c.D.String(c.Tokens[i].Span)
	calls := zh.BeginsWith(verb, "组织", "召集") || verb == "召开" && len(own) == 1 && s.jurisdiction(own[0].Name) != ""
	hosted := slices.ContainsFunc(f.Participants, func(p reading.Participant) bool { return p.Roles[0] == reading.Host })
	if f.Type != reading.Meeting || !calls || hosted {
		return
	}
	who := persons(c.Parties(i))
	if len(who) == 0 {
		who = s.absent(c)
	}
	f.addAll(reading.Host, who)
}

// honoured is true for a person whose name only begins the name of a rite: 某某同志遗体告别仪式.
func (c *view) honoured(p clause.Party) bool {
	for j, t := range c.Tokens {
		if t.Start == p.Span.Start {
			after := c.Text(j+1, min(j+4, len(c.Tokens)))
			return zh.BeginsWith(after, "同志", "先生", "女士", "烈士", "遗体", "逝世", "诞辰") || zh.Holds(after, "的遗体", "的葬礼", "的追悼", "的国葬", "的告别")
		}
	}
	return false
}

// farewells is in the name of a rite for the dead, which those named before it don't hold: 总统某某和外长某某的遗体告别仪式.
var farewells = [...]string{"告别", "追悼", "葬", "悼念", "送别"}

// houses is true for a body that only says where something is held by the verb at token i: 在某市某宫举行.
func (c *view) houses(p clause.Party, i int) bool {
	j := i - 1
	if c.Tokens[j].Start != p.Span.Start {
		return false
	}
	for j > 0 && c.Tokens[j-1].Kind == discourse.Place {
		j--
	}
	return j > 0 && c.Tokens[j-1].Is(discourse.At)
}

// own is true for a session of the body itself, of which it is no host: 常委会举行第十次会议.
func own(f *draft) bool { return zh.EndsWith(f.Name+f.head, "会议", "全会", "全体会") }

// guests adds those for whom a ceremony is held: 为阿巴斯举行欢迎仪式.
func (s *story) guests(f *draft, c *view, i int) {
	for j := i + 1; f.Type == reading.Ceremony && j < len(c.Tokens); j++ { // 举行仪式，欢迎某某来访
		if c.D.String(c.Tokens[j].Span) != "欢迎" || !c.Tokens[j-1].Mark() {
			continue
		}
		for k := j + 1; k < len(c.Tokens) && (!c.Tokens[k].Mark() || c.Tokens[k].Kind == discourse.Dun); k++ {
			if t := c.Tokens[k]; t.Kind == discourse.Person {
				f.add(reading.Attendee, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
				break
			}
		}
	}
	for j := c.Comma(i) + 1; j < i; j++ {
		if t := c.Tokens[j]; f.Type == reading.Ceremony && t.Kind == discourse.Person && j > 0 &&
			zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "为") {
			f.add(reading.Attendee, clause.Party{Kind: discourse.Person, Name: c.D.Name(t), Span: t.Span})
		}
	}
}

// worksite is where the works stand for which the verb at token i holds a rite: 某国某城轻轨项目举行通车仪式. "" if it isn't said.
func (c *view) worksite(i int) string {
	from := max(c.From(i), c.Comma(i)+1)
	for j := i - 2; j >= from; j-- {
		if t := c.Tokens[j]; t.Kind == discourse.Place && c.D.Places[t.Index].Type == reading.Admin && !discourse.Titular(c.Tokens, j) {
			if built.MatchString(c.Text(j+1, i)) {
				return c.D.Places[t.Index].Name
			}
			return ""
		}
	}
	return ""
}

// built is what stands between the place and the verb: what is built there.
var built = regexp.MustCompile(`^[^的，。]{0,20}(?:项目|工程|铁路|公路|高速|轻轨|地铁|大桥|隧道|机场|港|港口|电站|发电厂|工厂|医院|学校|产业园|工业园|体育场|水厂|线)(?:[一二三四五六][期标]|首期|全线)?$`)

// sponsored adds to what the sentence has told of who holds it: 大会在某市举办，由某会和某社共同主办, or that the
// sentence before it told of. It tells whether it does.
func (s *story) sponsored(c *view, i int) bool {
	before, _, by := strings.Cut(c.Text(c.Comma(i)+1, i), "由")
	if !zh.EndsWith(c.D.String(c.Tokens[i].Span), "主办") || !by || before != "" && !sameNoun(before) || s.focus < s.since || s.focus < 0 || c.Next(i).Is(discourse.Of) {
		return false
	}
	f := s.drafts[s.focus]
	if f.between || f.Evidence.Start < c.Tokens[0].Start && !zh.BeginsWith(c.Text(0, i), sameOne...) {
		return false
	}
	s.holders(f, c, i)
	return true
}

// sameOne is how a sentence begins that tells more of the event of the one before: 本次大会由某会主办.
var sameOne = []string{"本次", "此次", "本届", "这次", "大会", "论坛", "博览会", "峰会"}

// longestSame bounds what such a beginning calls the event, in characters: 本届|邀请赛.
const longestSame = 8

// sameNoun tells the noun of such a beginning, and nothing behind it: 此次比赛.
func sameNoun(text string) bool {
	return zh.BeginsWith(text, sameOne...) && len([]rune(text)) <= longestSame
}
