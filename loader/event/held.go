package event

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Where something is held of which no 在 says it: who holds it tells (某市召开发布会), its name (某城国际论坛), or what the sentence opens
// with (在国家重要基地某省某市，项目开工).

// held is where the noun at token noun is held by the verb at token verb, which is called name: in a paper without a home as far as these
// tell it, before where the story has come to: what that only recalls was held somewhere else.
func (s *story) held(c *view, noun, verb int, name string) string {
	if s.home() == "" && c.Where(verb) == "" {
		if at := s.lies(name); at != "" && zh.Holds(name, works[:]...) {
			return at
		}
		if at := c.scene(noun, verb, name); at != "" {
			return at
		}
		if zh.Holds(c.Text(c.Comma(verb)+1, verb), "安理会", "联合国大会") {
			return "" // which sits where it always does
		}
		if s.essay || c.backThen(verb) {
			return ""
		}
	}
	return s.settled(c, verb)
}

// scene is the division in which the noun at token noun is held by the verb at token verb, as far as its holder, its name or the
// opening of the sentence tells. "" if none does.
func (c *view) scene(noun, verb int, name string) string {
	if c.Tokens[verb].Is(discourse.Convene) {
		if at := c.seated(verb); at != "" {
			return at
		}
	}
	if at := c.christened(noun, name); at != "" {
		return at
	}
	return c.setting(verb)
}

// seated is the division that holds what the verb at token verb tells, or in which the body or the building lies that does. A state
// has many cities, and its bodies may meet anywhere.
func (c *view) seated(verb int) string {
	from := max(c.From(verb), c.Comma(verb)+1)
	for from < verb && (c.Tokens[from].Kind == discourse.Date || c.Tokens[from].Kind == discourse.Paren || c.Tokens[from].Is(discourse.Filler)) {
		from++
	}
	if from == verb || c.Tokens[from].Kind != discourse.Place && c.Tokens[from].Kind != discourse.Org {
		return ""
	}
	for j := from + 1; j < verb; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Place, t.Kind == discourse.Org, t.Kind == discourse.Date, t.Kind == discourse.Paren, t.Is(discourse.Filler | discourse.At):
		case t.Kind == discourse.Text && !zh.Holds(c.D.String(t.Span), travelling[:]...):
		default:
			return ""
		}
	}
	t := c.Tokens[from]
	if t.Kind == discourse.Org {
		if seat := c.D.Seat(t.Index); !c.state(seat) && !zh.EndsWith(c.D.Name(t), "组织", "团", "代表团", "队") {
			return seat
		}
		return ""
	}
	best := c.D.Places[t.Index]
	for from+1 < verb && c.Tokens[from+1].Kind == discourse.Place && c.Tokens[from+1].Start == c.Tokens[from].End {
		from++
		if p := c.D.Places[c.Tokens[from].Index]; p.Type != reading.Admin || discourse.Within(p.Name, best.Name) || c.state(best.Name) {
			best = p
		}
	}
	switch {
	case best.Type == reading.Facility:
		return c.Seat(best)
	case best.Type == reading.Admin && !c.state(best.Name):
		return best.Name
	}
	return ""
}

// travelling is what stands behind a division that holds something elsewhere, or somewhere in it that isn't told: 某省代表团举行会议.
var travelling = [...]string{"代表团", "代表队", "访问团", "驻", "籍", "选手", "和", "与", "方面", "民众", "企业"}

// unplaced is true where the clause of the verb at token i says no more of where it happens than that it is in the home: it names nothing, or a
// building that is called after the home (某市会展中心), which may stand in any part of it.
func (c *view) unplaced(i int) bool {
	at := c.Where(i)
	if at == "" || at != c.D.Home {
		return at == ""
	}
	for j := c.Comma(i) + 1; j < len(c.Tokens) && (j < i || !c.Tokens[j].Mark()); j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Place && c.D.Places[t.Index].Type == reading.Admin && c.D.Name(t) == at && j > 0 && c.Tokens[j-1].Is(discourse.At) &&
			(j+1 == len(c.Tokens) || c.Tokens[j+1].Kind != discourse.Place || c.Tokens[j+1].Start != t.End) {
			return false
		}
	}
	return true
}

// sited notes where the paragraph says that the event has its hall: 某县分会场设在某镇.
func (s *story) sited(c *view) {
	for j := 0; j+1 < len(c.Tokens); j++ {
		t, next := c.Tokens[j], c.Tokens[j+1]
		if t.Kind == discourse.Text && zh.EndsWith(c.D.String(t.Span), "会场设") && next.Is(discourse.At) {
			t, next = next, c.Tokens[min(j+2, len(c.Tokens)-1)]
		} else if t.Kind != discourse.Text || !zh.EndsWith(c.D.String(t.Span), "会场设在", "会场设于", "会场位于") {
			continue
		}
		if next.Kind != discourse.Place || c.Silent(j) {
			continue
		}
		if place := c.run(next); place != "" {
			s.site, s.sitePart = place, c.Sentence.Part
		}
		if zh.Holds(c.D.String(c.Tokens[j].Span), "主会场") {
			return // the other halls only look on
		}
	}
}

// run is the finest division of the places that begin with token t and lie in one another: 某区|某街道. "" if it lies in none.
func (c *view) run(t discourse.Token) string {
	var out []string
	for j, u := range c.Tokens {
		if u.Start < t.Start {
			continue
		}
		if u.Kind != discourse.Place {
			break
		}
		if u.Start == t.Start && c.D.Places[u.Index].Type != reading.Admin {
			return c.Seat(c.D.Places[u.Index])
		}
		out = c.admit(out, j)
	}
	if len(out) == 0 {
		return ""
	}
	return out[0]
}

// hall is where the paragraph being read has said within the home that the event has its hall, "" if it hasn't.
func (s *story) hall(c *view) string {
	if s.sitePart != c.Sentence.Part || !discourse.Within(s.site, s.home()) {
		return ""
	}
	return s.site
}

// state is true for the name of a state, China too, and for none.
func (c *view) state(name string) bool { return name == "" || name == "中国" || c.D.Foreign(name) }

// aside is what the name of an event tells that is only about, or for, what a city has: 某城大运会报道团出征仪式.
var aside = [...]string{"出征", "首发", "誓师", "动员", "报道团", "体育代表团", "总结大会", "表彰", "倒计时", "推介", "授权", "转播", "版权", "捐赠", "捐助", "援助", "救灾", "抗震", "驰援", "专场", "纪念币", "邮票", "新书", "观影"}

// christened is the city that the name of what is held begins with behind its number (第七届某城国际论坛), or that stands before 峰会. A
// province, and what befell a place, say nothing of where one speaks of them.
func (c *view) christened(noun int, name string) string {
	if name == "" || zh.Holds(name, aside[:]...) {
		return ""
	}
	for _, m := range c.D.Within(reading.Span{Start: c.Tokens[c.Comma(noun)+1].Start, End: c.Tokens[noun].End}) {
		if m.Kind != discourse.Place {
			continue
		}
		p := c.D.Places[m.Index]
		if p.Type != reading.Admin || c.state(p.Name) || province(p) && !strings.Contains(name, "（"+c.D.String(m.Span)+"）") {
			continue // 中国（某省）国际博览会 is held there
		}
		// The name may be inside quotes, or have its body in front: it is no stretch of the text.
		before, behind, ok := strings.Cut(name, c.D.String(m.Span))
		if !ok {
			continue
		}
		if behind == "峰会" || numberless(before) == "" && !zh.BeginsWith(behind, "—", "－", "-", "与", "和", "至", "地震", "暴雨", "洪", "火灾", "事故", "事件", "问题", "局势", "籍", "当选", "代表团审议") {
			return p.Name
		}
	}
	return ""
}

// province is true for a province of China that is no city.
func province(p reading.Place) bool {
	return strings.HasSuffix(p.Code, "0000") && !zh.EndsWith(p.Name, "市", "特别行政区")
}

// numberless is what stands before the city in the name of an event, without the number of the event and its year.
func numberless(head string) string {
	head = strings.NewReplacer("首届", "", "新一届", "", "本届", "").Replace(number.ReplaceAllString(head, ""))
	return strings.Trim(head, "0123456789年中国际“”（( ")
}

// setting is the division at the end of the clause with which the sentence opens by 在, before that of the verb at token verb.
func (c *view) setting(verb int) string {
	at := 0
	for at < verb && (c.Tokens[at].Kind == discourse.Date || c.Tokens[at].Kind == discourse.Paren || c.Tokens[at].Kind == discourse.Comma) {
		at++
	}
	if at >= verb || !c.Tokens[at].Is(discourse.At) {
		return ""
	}
	end := at + 1
	for end < verb && !c.Tokens[end].Mark() {
		end++
	}
	if end >= verb || c.Tokens[end].Kind != discourse.Comma || c.Tokens[end-1].Kind != discourse.Place {
		return ""
	}
	p := c.D.Places[c.Tokens[end-1].Index]
	if p.Type == reading.Admin {
		return p.Name
	}
	return c.Seat(p)
}
