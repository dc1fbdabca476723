package event

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// A local story shows those who are at its event: an official of the place who does anything behind the event's opening does it there,
// unless the text sets it elsewhere, at another time, or before the paper.

// glimpse is an official shown on the stage of a draft.
type glimpse struct {
	at    int
	role  reading.Participation
	who   clause.Party
	there bool // at it for certain: the sentence opens with it or, in the paragraph that opened the draft, with who speaks or acts
}

// offstage is the words of a clause that set what it tells apart from the event that goes on: told to the paper, of another time, as
// background, or as what did not come about.
var offstage = [...]string{
	"告诉记者", "对记者", "向记者", "采访", "透露", // to the paper
	"牵头", "担任", "兼任", "就任", "出任", "当选", "委托", "受命", "是为", "名叫", "出生", // who somebody is
	"逝世", "去世", "哀悼", "悼念", "花圈", "病重", // of the dead
	"未能", "因公", "缺席", "请假", "另案", "立案", // not there
	"日前", "近日", "此前", "早在", "去年", "当年", "年前", "次日", "翌日", "午后", "会后", "会前", "结束后", "仪式后", "晚宴", "宴会", // at another time
	"致电", "致信", "来信", "批示", "打电话", "在电话", // from afar
}

// onstage notes the officials whom the sentence shows at the event that goes on.
func (s *story) onstage(c *view) {
	rite := s.focus >= s.since && s.focus >= 0 && s.drafts[s.focus].Type == reading.Ceremony && s.here(s.focus, c)
	if s.essay || s.home() == "" && !rite {
		return // a national paper tells of many events at once, but keeps a rite by itself
	}
	for j, t := range c.Tokens {
		if t.Kind != discourse.Person || c.Silent(j) || !s.public(s.d.People[t.Index]) {
			continue
		}
		from, to := c.Comma(j)+1, j+1
		for to < len(c.Tokens) && c.Tokens[to].Kind != discourse.Comma && c.Tokens[to].Kind != discourse.Semi && c.Tokens[to].Kind != discourse.Stop {
			to++
		}
		who := c.Between(j, j+1)
		text := c.Text(from, to)
		if len(who) == 0 || c.honoured(who[0]) || zh.BeginsWith(text, "据") || c.noted(j, to, discourse.Accompany) || zh.Holds(c.Text(0, to), offstage[:]...) || c.elsewhen(from, to) || c.recalls(j, to) || !c.acts(j) {
			continue
		}
		at := s.stageOf(c, j, text)
		if at < 0 || !s.here(at, c) && !c.framing() && !s.met(c, at) || !rite && !s.belongs(s.jurisdiction(who[0].Name), s.drafts[at]) {
			continue
		}
		role := reading.Attendee
		switch f := s.drafts[at]; {
		case f.Type == reading.Signing && zh.Holds(text, "签", "落笔", "文本"):
			role = reading.Signatory
		case c.noted(j, to, discourse.Say|discourse.Speak):
			if f.Type == reading.Inspection && s.met(c, at) && s.governs(t.Index) {
				role = reading.Companion // behind who inspects, in one paragraph: said to them
			} else if role = reading.Speaker; !c.framing() && (!s.here(at, c) || at == s.signing && at != s.focus && !c.noted(j, to, discourse.Speak)) {
				continue // in a paragraph of its own it may be said to the paper, as what is thought of a contract
			}
		case f.Type == reading.Inspection:
			role = reading.Companion
		}
		s.glimpses = append(s.glimpses, glimpse{at, role, who[0], s.here(at, c) && (role == reading.Speaker || role == reading.Attendee && c.leadsOff(j)) || c.onSite()})
	}
}

// recalls is true where tokens from j up to to only recall what somebody has said elsewhere.
func (c *view) recalls(j, to int) bool {
	for k := j; k < to; k++ {
		if c.Tokens[k].Is(discourse.Say) && c.D.Recalled(c.Tokens, k) {
			return true
		}
	}
	return false
}

// governs is true for a person who leads a division above the townships: those of a village answer who comes, and needn't go along.
func (s *story) governs(i int) bool {
	return s.d.Leader(i) && !zh.EndsWith(s.d.Jurisdiction(i), "镇", "乡", "街道", "村", "社区")
}

// leadsOff is true for the person at token j with whom and whose titles the sentence opens.
func (c *view) leadsOff(j int) bool {
	return !slices.ContainsFunc(c.Tokens[:j], func(t discourse.Token) bool {
		return t.Mark() && t.Kind != discourse.Dun || t.Kind == discourse.Person || t.Kind == discourse.Word && !t.Is(discourse.Filler|discourse.And)
	})
}

// acts is true where something is said of the person at token j behind the list that holds them: a mere list tells of nothing done.
func (c *view) acts(j int) bool {
	for k := j + 1; k < len(c.Tokens); k++ {
		switch t := c.Tokens[k]; {
		case t.Kind == discourse.Semi, t.Kind == discourse.Stop:
			return false
		case t.Kind == discourse.Word && !t.Is(discourse.And|discourse.Etc|discourse.Filler):
			return true
		case t.Kind == discourse.Text && (k+1 == len(c.Tokens) || c.Tokens[k+1].Kind != discourse.Person && c.Tokens[k+1].Kind != discourse.Dun):
			return true // not the title of the next
		}
	}
	return false
}

// onSite is true where the sentence opens by saying that it is at an event: 座谈会上，…, 仪式现场，…, but not 晚上，….
func (c *view) onSite() bool {
	return c.opens("会上", "式上", "论坛上", "典礼上", "现场")
}

// framing is true where the sentence opens by saying at what it is: 考察中，…, 座谈会上，…, 仪式现场，….
func (c *view) framing() bool {
	return c.opens("中", "上", "时", "期间", "现场", "途中", "间隙")
}

// opens is true where the first clause of the sentence, before any person, ends in one of ends.
func (c *view) opens(ends ...string) bool {
	for j, t := range c.Tokens {
		if t.Kind == discourse.Comma {
			return zh.EndsWith(c.Text(0, j), ends...)
		}
		if t.Mark() || t.Kind == discourse.Person {
			return false
		}
	}
	return false
}

// met is true where somebody who takes part in draft at is named in the paragraph, up to the sentence.
func (s *story) met(c *view, at int) bool {
	for x, ok := c.Sentence, true; ok; x, ok = s.d.Before(x) {
		for _, t := range s.d.Rest(x) {
			if t.Kind == discourse.Person && s.drafts[at].has(s.d.Name(t)) {
				return true
			}
		}
	}
	return false
}

// elsewhen is true where tokens a to b say what was before, is to come, or is an appointment. 表示欢迎 is done here and now.
func (c *view) elsewhen(a, b int) bool {
	for j := a; j < b; j++ {
		if t := c.Tokens[j]; c.Relative(j) < 0 && t.Is(discourse.Past|discourse.Future|discourse.Appoint) && !zh.EndsWith(c.D.String(t.Span), "欢迎", "愿", "祝愿", "愿意") {
			return true
		}
	}
	return false
}

// noted is true where a word of the class stands from token a to token b outside relative clauses.
func (c *view) noted(a, b int, class discourse.Class) bool {
	for j := a; j < b; j++ {
		if c.Relative(j) < 0 && c.Tokens[j].Is(class) {
			return true
		}
	}
	return false
}

// stageOf is the draft on whose stage somebody is at token j, -1 if none goes on.
func (s *story) stageOf(c *view, j int, text string) int {
	at := -1
	switch {
	case s.signing >= s.since && zh.Holds(text, "签字", "落笔", "文本"):
		at = s.signing
	case s.away:
		at = s.trip
	case s.focus >= s.since && s.focus > s.trip:
		at = s.focus
	case s.signing >= s.since && s.signing > s.trip && s.here(s.signing, c):
		at = s.signing
	case s.trip >= s.since:
		at = s.trip
	case s.focus >= s.since:
		at = s.focus
	}
	if at < 0 || s.drafts[at].dropped || !s.timely(c, j, at) {
		return -1
	}
	return at
}

// belongs is true for an office of place that has to do with f: of where it is, of the paper's home, or of the guests' side.
func (s *story) belongs(place string, f *draft) bool {
	return place != "" && slices.ContainsFunc([]string{f.Place, s.d.Home, s.d.Sides.Guest}, func(p string) bool {
		return discourse.Within(place, p) || discourse.Within(p, place)
	})
}

// staged is what one does on a stage only.
var staged = [...]string{"致辞", "致词", "讲话", "主持", "开工", "开幕", "启动", "开园", "表态发言", "作了发言", "欢迎辞", "欢迎词"}

// orphan notes who speaks or presides in the opening of a story whose event no sentence has named yet: 县委书记某某宣布开工, before 开工仪式上.
func (s *story) orphan(c *view, i int, role reading.Participation, who []clause.Party) {
	if s.at > opening || len(s.drafts) > 0 || s.home() == "" {
		return
	}
	if c.Noted(i, discourse.Past|discourse.Future) || !c.declaresOpen(i) && !c.onStage(i) {
		return
	}
	for _, p := range who {
		s.glimpses = append(s.glimpses, glimpse{at: -1, role: role, who: p})
	}
}

// onStage is true where the clause of the verb at token i says what one does on a stage only.
func (c *view) onStage(i int) bool {
	return zh.Holds(c.Text(c.Comma(i)+1, min(i+4, len(c.Tokens))), staged[:]...)
}

// soleAssembly is the only assembly of the story, before which a signing at it gives way. -1 if there is none or several.
func (s *story) soleAssembly() int {
	for _, kinds := range [...][]reading.EventType{{reading.Meeting, reading.Ceremony}, {reading.Signing}} {
		all := s.all(func(f *draft) bool { return !f.between && slices.Contains(kinds, f.Type) })
		if len(all) == 1 && s.since == 0 {
			return all[0]
		}
		if len(all) > 0 {
			break
		}
	}
	return -1
}

// glimpsed adds those who were shown on the stage of an event and take part in none by any other rule.
func (s *story) glimpsed() {
	var list []glimpse
	for _, g := range s.glimpses {
		if g.at < 0 {
			if g.at = s.soleAssembly(); g.at < 0 {
				continue
			}
		}
		if !slices.ContainsFunc(s.drafts, func(f *draft) bool { return !f.dropped && f.has(g.who.Name) }) || s.alights(g) {
			list = append(list, g)
		}
	}
	for _, g := range list {
		if !s.drafts[g.at].has(g.who.Name) { // the first thing that somebody did: 宣布启用, then asks a nurse
			s.drafts[g.at].add(g.role, g.who)
		}
	}
}

// alights is true for a traveller shown speaking at an assembly that is held on the way: 座谈会上，带队的副市长某某开门见山. Of who takes part
// in another assembly already no more is asked.
func (s *story) alights(g glimpse) bool {
	if f := s.drafts[g.at]; !g.there || f.between || travel(f) {
		return false
	}
	return !slices.ContainsFunc(s.drafts, func(f *draft) bool { return !f.dropped && f.has(g.who.Name) && !travel(f) })
}

// travel is true for a visit and an inspection.
func travel(f *draft) bool { return f.Type == reading.Visit || f.Type == reading.Inspection }
