package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// An official to whom the one who inspects says something on the spot is there: 某某当即要求镇长某某…, 某某对县委书记某某说.

// Words of address. Only some of the orders are discourse.Say, and most words of that class say something of somebody, not to him:
// 强调某某.
var (
	// promptly are the adverbs that may stand before them.
	promptly = []string{"又", "还", "便", "就", "立即", "随即", "当即", "当场", "现场", "转身", "转头", "回头"}
	// orders is what one says to somebody right behind the word, not of them.
	orders = []string{"要求", "叮嘱", "嘱咐", "嘱托", "提醒", "问", "询问", "追问", "告诉", "责成", "请", "叮咛", "交代"}
	// toward is what stands before whom one speaks to.
	toward = []string{"对", "向", "问", "跟"}
)

// addressing is text without the adverbs that it begins with.
func addressing(text string) string {
	for _, w := range promptly {
		if rest, ok := strings.CutPrefix(text, w); ok {
			return addressing(rest)
		}
	}
	return text
}

// longestTitles is how many characters may stand between such a word and the name.
const longestTitles = 24

// spoken adds to the inspection that goes on the officials of its place to whom the one who makes it speaks.
func (s *story) spoken(c *view) {
	if s.trip < s.since || s.trip < 0 || s.home() == "" || s.drafts[s.trip].Type != reading.Inspection || zh.Holds(c.Text(0, len(c.Tokens)), "电话", "视频", "连线") {
		return
	}
	f := s.drafts[s.trip]
	spoke := false
	for j, t := range c.Tokens {
		if t.Is(discourse.Pronoun) && c.Topic != nil && leadsTrip(f, c.Topic.Name) {
			spoke = true // 他对县委书记某某说
		}
		if t.Kind != discourse.Person {
			continue
		}
		if !spoke {
			spoke = leadsTrip(f, c.D.Name(t))
			continue
		}
		if f.has(c.D.Name(t)) || !s.public(s.d.People[t.Index]) || !s.belongs(s.d.Jurisdiction(t.Index), f) || !c.hears(j) {
			continue
		}
		f.add(reading.Companion, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
	}
}

// leadsTrip is true for the name of one who makes the trip f, leading it or alone.
func leadsTrip(f *draft, name string) bool {
	return slices.ContainsFunc(f.Participants, func(p reading.Participant) bool {
		return p.Name == name && (p.Roles[0] == reading.Leader || p.Roles[0] == reading.Visitor)
	})
}

// hears is true for the person at token j to whom the sentence says that something was said.
func (c *view) hears(j int) bool {
	from := j
	for from > 0 && c.Tokens[from-1].Kind != discourse.Person && !c.Tokens[from-1].Is(discourse.Pronoun) && (!c.Tokens[from-1].Mark() || c.Tokens[from-1].Kind == discourse.Dun) {
		from--
	}
	text := addressing(c.Text(from, j))
	if c.Tokens[j].Start-c.Tokens[from].Start > longestTitles {
		return false
	}
	return zh.BeginsWith(text, orders...) || zh.BeginsWith(text, toward...) && c.Next(j).Is(discourse.Say)
}
