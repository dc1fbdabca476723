package event

import (
	"cmp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// unveil reads 揭牌, 揭幕 and the like done by persons: a ceremony, or a part of the one that goes on.
func (s *story) unveil(c *view, i int) bool {
	if c.nominal(i) || c.Aside(i) || c.Next(i).Is(held|discourse.Of) {
		return false
	}
	who := persons(c.Parties(i))
	word := c.D.String(c.Tokens[i].Span)
	if len(who) == 0 && zh.EndsWith(word, "揭牌", "揭幕", "剪彩") {
		who = s.chiefs(c, i)
	}
	if len(who) == 0 && s.begins(c, i) {
		return true
	}
	if len(who) == 0 && s.ground(c, i) {
		return true
	}
	if len(who) == 0 || !zh.EndsWith(word, "牌", "幕", "彩", "奠基", "旗", "奖", "勋") {
		return false
	}
	if zh.EndsWith(word, "授牌", "旗", "奖", "勋") { // handing out is part of what goes on
		if s.focus < 0 || s.drafts[s.focus].between {
			return false
		}
		s.drafts[s.focus].addAll(reading.Attendee, who)
		return true
	}
	day, own := c.Day(i)
	for _, f := range s.drafts {
		if f.Type == reading.Ceremony && (!own || sameDay(f.Start, day.Start)) {
			f.addAll(reading.Attendee, who)
			return true
		}
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.head, f.Place = c.D.String(c.Tokens[i].Span), s.settled(c, i)
	f.guessed = c.Where(i) == ""
	f.addAll(reading.Attendee, who)
	return true
}

// begins reads a session of which the text says that it begins: 系列报告会今天启动.
func (s *story) begins(c *view, i int) bool {
	if c.D.String(c.Tokens[i].Span) != "启动" || i+1 < len(c.Tokens) && !c.Tokens[i+1].Mark() || !c.scheduled(i) || c.Noted(i, discourse.Speak) {
		return false
	}
	noun := c.noun(i)
	if noun < 0 || noun > i || c.Tokens[noun].Is(discourse.Rite|discourse.SignRite) || c.Noted(noun, discourse.At) {
		return false
	}
	return s.gather(c, noun, i) >= 0
}

// ground reads what begins on a day of its own with nobody named: 某治理工程今天开工建设, 某研究院6日揭牌.
func (s *story) ground(c *view, i int) bool {
	day, own := c.Day(i)
	if !own || len(day.Start) != len("2006-01-02") || day.End != "" || !zh.EndsWith(c.D.String(c.Tokens[i].Span), "开工", "奠基", "揭牌") || s.focus >= s.since && s.focus >= 0 && s.here(s.focus, c) {
		return false
	}
	from, to, lies := c.begun(i)
	name := strings.TrimSuffix(strings.TrimSpace(c.Text(from, to)), "正式")
	if _, rest, ok := strings.Cut(name, "之一"); ok {
		name = rest // 重大工程之一某水库
	}
	if strings.Contains(name, "、") && strings.Contains(name, "的") {
		name = name[strings.LastIndex(name, "的")+len("的"):] // 重要组成部分、全长若干公里的某铁路
	}
	if _, rest, ok := strings.Cut(name, "的"); ok && zh.BeginsWith(name, "由", "纵贯", "横贯", "贯穿", "连接", "横跨") {
		name = rest // 由某公司承建的高速公路
	}
	if len([]rune(name)) < shortName && lies >= from || several.MatchString(name) || zh.BeginsWith(name, "集中", "全部", "陆续", "这是", "全国", "今年", "本年度") {
		return false
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.Name, f.head, f.Place = name+c.D.String(c.Tokens[i].Span), "开工仪式", s.settled(c, i)
	f.guessed = c.Where(i) == ""
	if at := cmp.Or(s.lying(c, lies, to), c.setting(i)); f.guessed && (lies < from || !discourse.Within(f.Place, at)) {
		f.Place = at
	}
	s.look(at)
	return true
}

// begun is the tokens that call what begins at token i, and the first that says where that lies: 位于某地的某灌区今天在某村开工.
func (c *view) begun(i int) (from, to, lies int) {
	from, to = c.Comma(i)+1, i
	for from < i && (c.Tokens[from].Kind == discourse.Date || c.Tokens[from].Kind == discourse.Paren) {
		from++
	}
	lies = from
	if c.Text(from, min(from+1, i)) == "位于" {
		lies++
	}
	for j := lies; j < to; j++ { // 在某地开工 names the place behind what begins
		if c.Tokens[j].Is(discourse.At) || c.Tokens[j].Kind == discourse.Date && zh.EndsWith(c.D.String(c.Tokens[j].Span), "日", "天", "上午", "下午") {
			to = j
		} else if lies > from && c.Tokens[j].Is(discourse.Of) {
			from = j + 1
			break
		}
	}
	for to > from && (c.Tokens[to-1].Kind == discourse.Date || c.Tokens[to-1].Kind == discourse.Paren || c.D.String(c.Tokens[to-1].Span) == "正式") {
		to--
	}
	return from, to, lies
}

// lying is the division that begins the name of what tokens from to to call, "" if none does.
func (s *story) lying(c *view, from, to int) string {
	for k := from + 1; from < to && c.Tokens[from].Kind != discourse.Place && k < to; k++ {
		if c.Tokens[k-1].Kind == discourse.Dun || zh.EndsWith(c.D.String(c.Tokens[k-1].Span), "之一") {
			from = k // 国家重大工程、某省某水库
		}
	}
	if from < to && (c.Tokens[from].Kind != discourse.Place || strings.Contains(c.Text(from, to), "、")) {
		return s.lies(c.Text(from, to))
	}
	if from >= to || zh.BeginsWith(c.D.String(c.Next(from).Span), "至", "到") {
		return "" // 甲市至乙市高铁 lies in both
	}
	if p := c.D.Places[c.Tokens[from].Index]; p.Type != reading.Admin {
		return c.Seat(p)
	}
	for from+1 < to && c.Tokens[from+1].Kind == discourse.Place && discourse.Within(c.D.Name(c.Tokens[from+1]), c.D.Name(c.Tokens[from])) {
		from++
	}
	return c.D.Name(c.Tokens[from])
}

// inaugurate reads the opening or end of what is shown or played, where somebody speaks or presides: 书画展开幕，某某致辞.
func (s *story) inaugurate(c *view, i int) bool {
	word := c.D.String(c.Tokens[i].Span)
	if !zh.EndsWith(word, "幕", "帷幕") || !c.scheduled(i) || c.Noted(i, discourse.Speak) {
		return false // 宣布运动会开幕 belongs to the rite
	}
	noun := i - 1
	for noun > c.Comma(i) && (c.Tokens[noun].Kind != discourse.Text || !zh.EndsWith(c.D.String(c.Tokens[noun].Span), shown[:]...)) {
		noun--
	}
	if noun <= c.Comma(i) || !s.addressed(c, i) {
		return false
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.Name, f.head, f.Place = c.title(noun, i), "开幕式", s.settled(c, i)
	if zh.EndsWith(word, "闭幕", "落幕", "落下帷幕") {
		f.head = "闭幕式"
	}
	if day, own := c.Day(i); own && day.End == "" {
		f.Start, f.End = day.Start, "" // the rite takes a day, what it opens or ends may take more
	}
	f.guessed = c.Where(i) == ""
	s.look(at)
	return true
}

// shown is what that ends in that is shown or played.
var shown = [...]string{"展", "展览", "节", "赛", "运动会", "艺术周", "文化周", "月", "季"}

// addressed is true where somebody speaks or presides behind the verb at token i, in its sentence or at the beginning of the next.
func (s *story) addressed(c *view, i int) bool {
	for j := i + 1; j < len(c.Tokens); j++ {
		if c.Tokens[j].Is(discourse.Speak|discourse.Host) && len(persons(c.Between(c.Comma(j)+1, j))) > 0 {
			return true
		}
	}
	next, ok := s.d.After(c.Sentence)
	if !ok {
		return false
	}
	for _, t := range s.d.Rest(next) {
		if t.Kind == discourse.Comma || t.Is(discourse.Speak|discourse.Host) {
			return t.Is(discourse.Speak | discourse.Host)
		}
	}
	return false
}

// honours reads who hands out what makes a rite of itself, in the lead of the story: 向甲颁发任命书.
func (s *story) honours(c *view, i int) bool {
	day, own := c.Day(i)
	who := persons(c.Parties(i))
	if s.at > opening/2 || !own || len(day.Start) != len("2006-01-02") || len(who) == 0 || c.nominal(i) || c.Aside(i) ||
		!zh.Holds(c.Text(i+1, len(c.Tokens)), "任命书", "勋章", "奖章", "聘书", "证书", "奖状", "命令状") {
		return false
	}
	if strings.Contains(c.Text(0, i), "关于") && zh.Holds(c.Text(i, len(c.Tokens)), "的决定", "的通报", "的通知") {
		return false // 发布关于授予某某勋章的决定
	}
	at := s.open(reading.Ceremony, c, i)
	f := s.drafts[at]
	f.head, f.Place = "仪式", s.settled(c, i)
	f.guessed = c.Where(i) == ""
	f.addAll(reading.Attendee, who)
	s.look(at)
	return true
}

// confer reads who is honoured at the rite that goes on: 向甲、乙颁授勋章.
func (s *story) confer(c *view, i int) bool {
	if s.focus < 0 || s.drafts[s.focus].Type != reading.Ceremony {
		return s.honours(c, i)
	}
	for j, t := range c.Tokens {
		if t.Kind == discourse.Person && !c.Silent(j) && !c.Doctrine(j) && !s.drafts[s.focus].has(c.D.Name(t)) {
			s.drafts[s.focus].add(reading.Attendee, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
		}
	}
	return false
}
