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

// sign reads 签署 and 签约: signatories, on the day that the story has come to. What was signed long ago, is to be signed
// or is counted over years (已签署160多个) is no event here.
func (s *story) sign(c *view, i int) bool {
	if c.labels(i) {
		return false
	}
	if c.nominal(i) || c.Aside(i) || c.Recalled(i) || c.Years(i) || c.lasting(i) || c.counted(i) || c.Tokens[i].Is(held) || !c.signed(i) || c.wished(i) {
		return false
	}
	who := c.signers(i)
	if c.unnamed(i) {
		who = slices.DeleteFunc(who, func(p clause.Party) bool { return p.Kind == discourse.Place })
	}
	if len(who) == 0 && !c.Noted(i, discourse.Both) && s.signing < 0 && s.focus < 0 {
		return false
	}
	at := s.signings(c, i)
	f := s.drafts[at]
	if here := c.Where(i); here != "" && (f.Place == "" || f.guessed) {
		f.Place, f.guessed = here, false // the witnesses opened it, the signatories say where
	}
	if c.tallies(i, who) {
		return true
	}
	if c.Last >= 0 && c.Tokens[c.Last].Is(discourse.Witness) && len(c.Own(i)) == 0 {
		f.addAll(reading.Attendee, persons(who))
		return true
	}
	if len(who) > mostSigners && s.trip >= 0 && len(c.Own(i)) == 0 && len(persons(who)) == len(who) {
		who = nil // a whole party of travellers: its side signs
	}
	if len(who) == 0 {
		who = s.chiefs(c, i)
	}
	f.addAll(reading.Signatory, who)
	if len(who) == 0 && !zh.EndsWith(c.Text(c.Comma(i)+1, i), "项目", "项目集中", "项目成功", "项目现场", "企业", "企业现场") {
		s.sides(f, c, i)
	}
	return true
}

// on says on what somebody puts his name: 在交接单上.
var on = regexp.MustCompile(`在([^在]{1,12})上(?:郑重|庄重|慎重|共同|一一|逐一|都)?$`)

// surfaces end what is signed without anything being agreed.
var surfaces = [...]string{"单", "册", "簿", "表", "书", "条", "幅", "墙", "旗", "卡", "板", "牌", "画", "纸", "证", "本", "录"}

// otherPaper is true where the clause of the verb at token i says that it is done on what is no agreement: 在确认书上签字, 在横幅上签名.
func (c *view) otherPaper(i int) bool {
	m := on.FindStringSubmatch(c.Text(c.Comma(i)+1, i))
	return m != nil && zh.EndsWith(m[1], surfaces[:]...) && !zh.Holds(m[1], documents...) && !zh.Holds(m[1], "合作", "协作", "文本") &&
		!zh.Holds(c.Text(i+1, len(c.Tokens)), documents...)
}

// ventures ends the text before the verb of a signing of projects whose parties nobody names: 某省一批重大项目开工、签约.
var ventures = regexp.MustCompile(`项目(?:集中|成功|现场|陆续|相继|密集|先后)?(?:(?:\p{Han}{2}[、和并])+)?$`)

// unnamed is true for such a verb at token i.
func (c *view) unnamed(i int) bool {
	return zh.BeginsWith(c.D.String(c.Tokens[i].Span), "签约") && ventures.MatchString(c.Text(c.Comma(i)+1, i))
}

// tallied begins the projects that are signed by their number only: 9个项目, 项目9个.
var tallied = regexp.MustCompile(`^了?(?:合作|招商|重点|产业)?(?:项目[0-9一二三四五六七八九十百]+[余多]?个|[0-9一二三四五六七八九十百]+[余多]?个\p{Han}{0,6}项目)`)

// labels is true for the verb at token i that is part of a name, or says what kind of firms, sums or plans are meant.
func (c *view) labels(i int) bool {
	if next := c.Next(i); next.Is(discourse.Unveil|held) || zh.BeginsWith(c.D.String(next.Span), "授牌", "揭牌", "捐赠", "启动", "推介", "大会") {
		return true // 出席签约揭牌仪式: a name
	}
	if c.Next(i).Is(discourse.Etc) || zh.Holds(c.Text(c.Comma(i)+1, i), "公布", "发布") && zh.BeginsWith(c.D.String(c.Next(i).Span), "项目") {
		return true // 论坛、项目签约等活动, 公布了100个签约项目
	}
	if zh.BeginsWith(c.D.String(c.Next(i).Span), "基础", "合同额", "额达", "额超", "参展", "确认参展", "展览面积", "意向", "积极", "踊跃", "火热", "活跃", "较早", "最早", "企业", "客户", "客商", "意向", "率", "数量", "热潮", "热度") {
		return true // 各方签约踊跃, 签约较早的企业
	}
	if zh.BeginsWith(c.D.String(c.Next(i).Span), "金额", "额", "总额") && c.foreseen(i) {
		return true // 预计…，签约金额近百亿元
	}
	if c.Next(i).Is(discourse.And) && strings.HasSuffix(c.D.String(c.Next(i).Span), "暨") {
		return true // …备忘录签约暨…仪式: a name
	}
	if zh.BeginsWith(c.D.String(c.Tokens[i].Span), "签字", "签名", "签了", "签下") && c.otherPaper(i) {
		return true
	}
	if i > 0 && c.Tokens[i-1].Is(discourse.Of) || c.Retold(i) || c.discussed(i) || zh.BeginsWith(c.D.String(c.Next(i).Span), "人是", "人为", "人有", "人分别") {
		return true // 同某校的签约安排在24日
	}
	return false
}

// tallies is true for a signing at token i of projects by their number, with no subject in its clause but the persons who, of whom something
// else was told: 某某致辞，现场签约9个项目.
func (c *view) tallies(i int, who []clause.Party) bool {
	return c.Comma(i) >= 0 && len(persons(who)) == len(who) && len(c.Between(c.Comma(i)+1, i)) == 0 && tallied.MatchString(c.Text(i+1, len(c.Tokens)))
}

// foreseen is true where the clause of the verb at token i, or the one that it hangs on with no subject of its own, tells what will be:
// 预计签约项目50个，签约金额10亿元; not 签约金额10亿元，项目将于明年投产.
func (c *view) foreseen(i int) bool {
	comma := c.Comma(i)
	return c.Noted(i, discourse.Future) || comma > 0 && len(c.Between(comma+1, i)) == 0 && c.Noted(comma, discourse.Future)
}

// wished is true for a signing that somebody only wants, and for one that is the measure of a record: 要求政府达成停火协议, 一次性签约金额纪录.
func (c *view) wished(i int) bool {
	before := c.Text(c.Comma(i)+1, i)
	return c.Wanted(i) || lapsed.MatchString(c.Text(i, len(c.Tokens))) || strings.Contains(before, "要求") || c.Supposed(i) || zh.EndsWith(before, "一次性") || zh.EndsWith(before, "以") && zh.Holds(c.Text(i, len(c.Tokens)), "为抓手", "为契机", "为新起点", "为标志")
}

// lapsed is what a signing is told by that was days ago: 达成停火协议的第2天.
var lapsed = regexp.MustCompile(`^\p{Han}{2,16}的第[0-9一二三四五六七八九十]+[天日周年]`)

// mostSigners is how many persons at most sign one document where nothing says that they do it themselves.
const mostSigners = 3

// projects is a clause whose subject is what is signed, by its number: 421个项目完成对接|签约.
var projects = regexp.MustCompile(`^(?:共有?|另有|有|其中)?[0-9]+[多余]?个(?:\p{Han}{0,8})项目`)

// signers is the subject of the verb at token i: the two bodies of its own clause rather than all whom the sentence names
// before, and nobody where its clause says 双方.
func (c *view) signers(i int) []clause.Party {
	for k := c.Comma(i) + 1; k < i; k++ {
		if states := c.Adjoined(k - 2); states != nil && c.Tokens[k].Is(discourse.Both) { // 中朝双方签署
			span := c.Tokens[k].Span
			return []clause.Party{{Kind: discourse.Place, Name: states[0], Span: span}, {Kind: discourse.Place, Name: states[1], Span: span}}
		}
	}
	if states := c.Couple(i); states != nil {
		span := c.Tokens[i].Span
		return []clause.Party{{Kind: discourse.Place, Name: states[0], Span: span}, {Kind: discourse.Place, Name: states[1], Span: span}}
	}
	if own := c.Text(c.Comma(i)+1, i); c.Comma(i) > 0 && projects.MatchString(own) {
		return nil
	}
	for j := i - 1; j > c.Comma(i); j-- {
		if c.Causes(j) {
			return c.Between(j+1, i) // 某局组织企业签署: not the bureau
		}
	}
	own := slices.DeleteFunc(c.Between(max(c.From(i), c.Comma(i)+1), i), func(p clause.Party) bool { return c.about(p, i) })
	bodies := slices.DeleteFunc(slices.Clone(own), func(p clause.Party) bool { return p.Kind == discourse.Person })
	if len(bodies) > 1 && len(bodies) == len(own) && !c.Joins(own[0]) {
		return own
	}
	if len(own) == 0 && c.Noted(i, discourse.Both) && !zh.Holds(c.Text(c.Comma(i)+1, i), "代表") && len(c.Own(i)) == 0 {
		return nil
	}
	return c.Parties(i)
}

// about is true for a party p that the clause of the verb at token i only says something about: 就加入乙组织的谈判签署.
func (c *view) about(p clause.Party, i int) bool {
	j := slices.IndexFunc(c.Tokens, func(t discourse.Token) bool { return t.Start == p.Span.Start })
	return j >= 0 && j < i && c.Discussed(j, i)
}

// manifold says with how many something was signed: 与28个国家签署.
var manifold = regexp.MustCompile(`[0-9一二三四五六七八九十]+[余多]?个(?:\p{Han}{1,6})?(?:国家|组织|地区)`)

// sides adds the article's two sides where 双方 sign.
func (s *story) sides(f *draft, c *view, i int) {
	if n := len(slices.DeleteFunc(slices.Clone(f.Participants), func(p reading.Participant) bool { return p.Roles[0] != reading.Signatory || s.person(p.Name) })); n > 1 {
		return // who has signed is known
	}
	pair := c.Led(i)
	if pair == nil {
		pair = s.d.Sides.Pair()
	}
	for _, name := range pair {
		if s.d.Foreign(name) && zh.Holds(c.Text(c.Comma(i)+1, i+1), "两市", "两县", "两区", "两州", "两省") {
			continue // a city of that state's
		}
		f.add(reading.Signatory, clause.Party{Kind: discourse.Place, Name: name, Span: c.Tokens[i].Span})
	}
}

// told reads 双方签署了…合作协议 in somebody's words: the two sides have signed, on a day unknown.
func (s *story) told(c *view, i int) {
	if !c.Tokens[i].Is(discourse.Sign) || c.Relative(i) >= 0 || !c.Noted(i, discourse.Both) || c.nominal(i) || c.Aside(i) || c.Years(i) || c.wished(i) || !c.signed(i) || s.signing >= 0 {
		return
	}
	pair := s.d.Sides.Pair()
	if day, own := c.Day(i); pair == nil || own && day.Start != "" {
		return
	}
	s.signing = s.open(reading.Signing, c, i)
	f := s.drafts[s.signing]
	f.Start, f.End = "", ""
	s.sides(f, c, i)
}

// signings is the draft of the signing of that day.
func (s *story) signings(c *view, i int) int {
	day, own := c.Day(i)
	for k, f := range slices.Backward(s.drafts) {
		if f.Start == "" && own && day.Start != "" && !s.here(k, c) && f.strangers(c.signers(i)) {
			continue // on a day of its own, by others
		}
		if k >= s.since && f.Type == reading.Signing && (sameDay(f.Start, day.Start) || !own && (len(c.signers(i)) == 0 || k == s.signing && s.here(k, c))) {
			return k
		}
	}
	s.signing = s.open(reading.Signing, c, i)
	f := s.drafts[s.signing]
	if s.focus >= 0 && f.Start == "" {
		f.Start = s.drafts[s.focus].Start
	}
	f.inside = s.focus >= 0 && !s.drafts[s.focus].between && !c.Tokens[i].Is(discourse.SignRite)
	f.Place = s.settled(c, i)
	f.guessed = c.Where(i) == "" && (s.focus < 0 || s.drafts[s.focus].guessed)
	if s.focus >= 0 && s.drafts[s.focus].Place != "" && c.Where(i) == "" && f.Place != s.hall(c) && (s.trip < 0 || f.Place != s.onStop(c)) {
		f.Place = cmp.Or(s.anew(c, s.focus), s.drafts[s.focus].Place)
	}
	f.addAll(reading.Attendee, s.witnesses)
	s.witnesses = nil
	return s.signing
}

// strangers is true where who are named and f has named others, none of them.
func (f *draft) strangers(who []clause.Party) bool {
	return len(who) > 0 && len(f.Participants) > 0 && !slices.ContainsFunc(who, func(p clause.Party) bool { return f.has(p.Name) })
}

// numbered ends in a number with the measure of what happens: 一场, 这次, 第三轮; not 会场.
var numbered = regexp.MustCompile(`[0-9一二两三四五六七八九十几多数这此本首该每][场次轮批]$`)

// counted is true for a verb at token i that is a noun with its measure word: 一场签约.
func (c *view) counted(i int) bool {
	return i > 0 && c.Tokens[i-1].Kind == discourse.Text && numbered.MatchString(c.D.String(c.Tokens[i-1].Span))
}

// lasting is true for what is reported as done over time: 已与…签署, 先后签署, 累计签订.
func (c *view) lasting(i int) bool {
	if manifold.MatchString(c.Text(c.Comma(i)+1, i)) || zh.BeginsWith(c.Text(0, i), "目前", "截至", "至今", "迄今", "如今") {
		return true
	}
	text := c.Text(c.Comma(i)+1, i)
	for _, w := range [...]string{"已与", "已同", "已和", "已经与", "已经同", "已经和", "已签", "已经签", "已分别", "累计", "年来", "年间", "目前", "先后与", "先后同", "先后签", "已先后", "连年", "同意", "决定", "首个同", "第一个同", "最早", "已帮助", "已助力", "已推动", "已促成"} {
		if zh.Holds(text, w) {
			return true
		}
	}
	return c.Next(i).Is(discourse.Of) || strings.HasSuffix(text, "已")
}

// signed is true where the verb at token i has a document for its object, or stands for one itself (签约).
func (c *view) signed(i int) bool {
	if zh.EndsWith(c.D.String(c.Tokens[i].Span), "签约", "签字", "落笔", "签了字", "签了名", "名字", "落了笔") {
		return true
	}
	if before := c.Text(0, i); zh.Holds(c.Text(c.Comma(i)+1, i), "由") && zh.Holds(before, documents...) && c.Next(i).Mark() && !c.due(i) {
		return true // 协议由两家院长某某、某某签署
	}
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Kind == discourse.Document {
			return true
		}
		ends := t.Kind == discourse.Stop || t.Kind == discourse.Semi
		if t.Kind == discourse.Comma && j+1 < len(c.Tokens) {
			ends = !c.Tokens[j+1].Is(discourse.And) && c.Tokens[j+1].Kind != discourse.Document
		}
		if ends {
			return zh.Holds(c.Text(i+1, j), documents...)
		}
	}
	return zh.Holds(c.Text(i+1, len(c.Tokens)), documents...)
}

// due is true where the clause of token i says by which day it is to be done: 于7月1日前签订.
func (c *view) due(i int) bool {
	for j := c.Comma(i) + 1; j < i; j++ {
		if c.Tokens[j].Kind == discourse.Date && c.D.Deadline(c.Sentence.First+j) {
			return true
		}
	}
	return false
}

// documents is the words for what is signed.
var documents = []string{"协议", "协定", "备忘录", "合同", "声明", "宣言", "公报", "意向书", "责任书", "条约", "纪要", "议定书", "合作文件", "文件", "计划", "纲要", "主席令", "国务院令", "总统令", "行政令"}

// witness reads 见证: in 在甲、乙见证下, 见证签约 and 见证签署. Witnesses attend the signing.
func (s *story) witness(c *view, i int) bool {
	who := persons(c.Parties(i))
	if list := c.listed(i); len(list) > 0 {
		who = list
	}
	if len(who) == 0 && c.Noted(i, discourse.Both) {
		who = s.leaders()
	}
	if len(who) == 0 || c.Aside(i) {
		return false
	}
	if s.signing < 0 && !zh.Holds(c.Text(i, len(c.Tokens)), "签") {
		s.witnesses = who
		return true
	}
	at := s.signings(c, i)
	s.drafts[at].addAll(reading.Attendee, who)
	if c.Next(i).Is(discourse.Sign) && c.Led(i+1) != nil {
		s.sides(s.drafts[at], c, i+1) // 见证签署了中朝海关检疫等领域合作文件
	}
	return true
}
