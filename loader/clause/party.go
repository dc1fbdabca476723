package clause

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// longestStyle is how many characters the style behind a name may have: 总书记, 委员长.
const longestStyle = 4

// letter is what somebody who isn't there has read out, behind the name and maybe a title.
var letter = regexp.MustCompile(`^(?:主席|总统|总理|总书记|首相|国王|同志|书记|省长|市长)?(?:的)?(?:贺信|贺电|贺词|来信|亲笔信|口信|致辞信|书面致辞|书面讲话)`)

// possessor is true for a person at token j who only says whose kin or friend another one is (某某同志的女儿某, 某某生前好友某), or
// whose a thing is: 转达某某主席的问候.
func (c *Clause) possessor(j int) bool {
	if c.Tokens[j].Kind != discourse.Person {
		return false
	}
	if c.writes && letter.MatchString(c.Text(j+1, min(j+4, len(c.Tokens)))) {
		return true // 宣读某某的书面致辞
	}
	owns := false
	for k := j + 1; k < len(c.Tokens) && k < j+6; k++ {
		switch t := c.Tokens[k]; {
		case t.Kind == discourse.Person:
			return owns
		case t.Is(discourse.Of):
			owns = true
		case t.Kind == discourse.Text:
			if k == j+1 && zh.BeginsWith(c.D.String(t.Span), "夫人") {
				return true // 某某总统某夫人某
			}
			owns = owns || zh.Holds(c.D.String(t.Span), "生前", "之子", "之女", "遗孀")
			if zh.Holds(c.D.String(t.Span), "亲属", "家属", "遗属") {
				return true // 会见了某某先生亲属
			}
		case t.Is(discourse.Filler):
		default:
			return owns && t.Mark() && k > j+2 && !(c.Tokens[j+1].Kind == discourse.Text && c.Tokens[j+1].End-c.Tokens[j+1].Start > longestStyle) // 某某当场打听起合作的门路
		}
	}
	return false
}

// Unique is list with each name once, in order. It reuses list.
func Unique(list []Party) []Party {
	out := list[:0]
	for _, p := range list {
		seen := false
		for _, q := range out {
			seen = seen || q.Name == p.Name
		}
		if !seen {
			out = append(out, p)
		}
	}
	return out
}

// proposed begins what stands behind the name of somebody of whose making something is: 某某主席提出的倡议.
var proposed = regexp.MustCompile(`^(?:主席|总书记|总统|总理|首相)?(?:亲自|首次|创造性)?(?:提出|倡导|签署)的`)

// Doctrine is true for a person whose name only says whose thought or speech is meant: 习近平生态文明思想, 习近平总书记重要讲话.
func (c *Clause) Doctrine(j int) bool {
	if c.Tokens[j].Kind != discourse.Person || j+1 >= len(c.Tokens) || c.Tokens[j+1].Kind != discourse.Text && c.Tokens[j+1].Kind != discourse.Word {
		return false
	}
	text := c.Text(j+1, min(j+4, len(c.Tokens)))
	if strings.Contains(text, "的") && proposed.MatchString(text) || zh.BeginsWith(text, "同志为核心", "重要指示", "重要批示", "重要论述", "重要讲话", "新时代中国特色", "总书记关于", "总书记重要", "总书记系列", "主席关于", "总书记视察", "总书记考察", "总书记对") {
		return true
	}
	for k := j + 1; k+1 < len(c.Tokens) && c.Tokens[k].Kind != discourse.Person && (!c.Tokens[k].Mark() || c.Tokens[k].Kind == discourse.Dun); k++ {
		if c.Tokens[k].Is(discourse.Speak|discourse.Say|discourse.Host|discourse.Attend|discourse.Sign) || zh.BeginsWith(c.D.String(c.Tokens[k].Span), "转达", "代读") {
			break // 某某宣读了某某的贺信, 转达了省长的贺信
		}
		if c.Tokens[k].Is(discourse.Of) && zh.BeginsWith(c.D.String(c.Tokens[k+1].Span), "重要讲话", "讲话", "致辞", "主旨演讲", "重要论述", "重要指示", "贺信") {
			return true // 传达学习某某在全会上的重要讲话精神
		}
	}
	end := j + 1
	for end < min(j+6, len(c.Tokens)) && c.Tokens[end].Kind != discourse.Person {
		end++ // 甲围绕学习乙的重要讲话精神发言
	}
	rest := []rune(c.Text(j+1, end))
	return zh.Holds(string(rest[:min(8, len(rest))]), "思想") || zh.Holds(string(rest[:min(18, len(rest))]), "指示精神", "讲话精神", "重要讲话和", "重要论述")
}

// vague is true for a place that can't act: a region, a river, a road.
func (c *Clause) vague(t discourse.Token) bool {
	p := c.D.Places[t.Index]
	return p.Type == reading.Region || p.Type == reading.Natural || p.Type == reading.Facility && zh.EndsWith(p.Name, "路", "桥", "通道", "高速", "高铁", "隧道", "走廊", "水库", "大坝", "线", "街", "大道", "运河", "渠")
}

// Discussed is true for a name at token j that only says what those before the verb at token end speak about: 甲、乙就加入丙组织的谈判达成备忘录.
// 就甲县与乙镇结对签订协议 says whose it is.
func (c *Clause) Discussed(j, end int) bool {
	if t := c.Tokens[j]; t.Kind != discourse.Place && t.Kind != discourse.Org {
		return false
	}
	about := false
	for k := c.Comma(j) + 1; k < end; k++ {
		t := c.Tokens[k]
		about = about || k < j && t.Kind == discourse.Text && (strings.HasSuffix(c.D.String(t.Span), "就") || strings.HasPrefix(c.D.String(t.Span), "就"))
		if about && t.Is(discourse.And) {
			return false
		}
	}
	return about
}

// divided is true for a place at token j of which only those within are meant: 某国各派, 某国14个派别, 某国两党.
func (c *Clause) divided(j int) bool {
	if c.Tokens[j].Kind != discourse.Place || j+1 >= len(c.Tokens) {
		return false
	}
	next := c.Tokens[j+1]
	word := c.D.String(next.Span)
	switch {
	case next.Is(discourse.Both):
		return word == "两党" && (j == 0 || c.Tokens[j-1].Kind != discourse.Place && !c.Tokens[j-1].Is(discourse.And))
	case next.Kind == discourse.Text:
		return zh.BeginsWith(word, rifts[:]...) || factions.MatchString(word) || halls.MatchString(word)
	case next.Kind == discourse.Dun && j+2 < len(c.Tokens) && c.Tokens[j+2].Kind == discourse.Place:
		last := j + 2
		for last+2 < len(c.Tokens) && c.Tokens[last+1].Kind == discourse.Dun && c.Tokens[last+2].Kind == discourse.Place {
			last += 2
		}
		return last+1 < len(c.Tokens) && c.Tokens[last+1].Kind == discourse.Text && severalHalls.MatchString(c.D.String(c.Tokens[last+1].Span))
	}
	return false
}

// halls begins with one of the halls of an event that several places share (某市分会场), severalHalls with a number of them.
var (
	halls        = regexp.MustCompile(`^(?:设)?(?:的)?[分主]会场`)
	severalHalls = regexp.MustCompile(`^(?:等)?[0-9两三四五六七八九十]+个?(?:分)?会场`)
)

// factions begins with a number of those within a place.
var factions = regexp.MustCompile(`^(?:[0-9]+|多|各|两|三|四|数)个?(?:派|党派|政党|武装|方就|方武装)`)

// rifts begin what those within a place are called who are at odds or speak each for himself.
var rifts = [...]string{"冲突", "交战", "各派", "各党派", "各政治", "内部", "劳资"}

// naming is true where the name at token j only begins the name of something held: 二十国集团领导人峰会.
func (c *Clause) naming(j int) bool {
	if c.Tokens[j].Kind == discourse.Org && j+1 < len(c.Tokens) && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "新一届", "领导班子", "领导集体") {
		return true // 同某会新一届领导班子成员谈话: those who lead it
	}
	if c.Tokens[j].Kind == discourse.Place && j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text &&
		Nameless(c.D.String(c.Tokens[j+1].Span), Counted|Anyone) {
		return true // 某市一家客户
	}
	if c.divided(j) || c.firm(j) {
		return true // 某国冲突双方
	}
	if c.Tokens[j].Kind == discourse.Place && j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text &&
		embodied(c.D.String(c.Tokens[j+1].Span)) {
		return true // a body that no mention holds as a whole
	}
	for k := j + 1; k < len(c.Tokens); k++ {
		t := c.Tokens[k]
		if t.Is(discourse.Session | discourse.Rite | discourse.SignRite) {
			return !t.Is(discourse.SignRite) || j == 0 || !c.Tokens[j-1].Is(discourse.And) // 甲县与乙大学战略合作签约仪式: theirs
		}
		if t.Kind == discourse.Date && len(c.D.Dates[t.Index].Start) == len("2006") {
			continue // 某组织2024年年会
		}
		if t.Kind != discourse.Text && t.Kind != discourse.Quote && t.Kind != discourse.Org && t.Kind != discourse.Place || k > j+3 {
			return false
		}
	}
	return false
}

// embodied is true for words that end as names of firms, schools, hospitals and associations do, or as somebody of no name is called.
func embodied(words string) bool {
	text := []rune(words)
	if _, e, ok := org.EndsAt(text, len(text)); ok {
		switch e.Type {
		case org.Company, org.School, org.Hospital, org.Association:
			return true
		}
	}
	return strings.HasSuffix(words, "研究院") || org.Shaped(words, org.Trade|org.Generic)
}

// towards is true for the text at token k that begins with 对 or 向, and with no longer word (对接, 向来), behind who does something.
func (c *Clause) towards(k int) bool {
	before := c.Tokens[k-1]
	if before.Kind != discourse.Person && !before.Is(discourse.Pronoun) {
		return false
	}
	text := []rune(c.D.String(c.Tokens[k].Span))
	return (text[0] == '对' || text[0] == '向') && !lexicon.Default().BeginsWord(text)
}

// orders are the words of somebody that others act by.
var orders = [...]string{"指示", "要求", "部署", "批示", "讲话", "重要指示", "重要批示", "重要讲话", "命令", "提议", "安排", "倡议"}

// instructs is true for who only gave the word by which others act: 根据某某指示，工作组赶赴某地.
func (c *Clause) instructs(j int) bool {
	if j+1 == len(c.Tokens) {
		return false
	}
	from := j
	for from > 0 && (c.Tokens[from-1].Kind == discourse.Text || c.Tokens[from-1].Kind == discourse.Dun) {
		from--
	}
	return from > 0 && c.Tokens[from-1].Is(discourse.Duty) && zh.Holds(c.Text(j+1, min(j+4, len(c.Tokens))), orders[:]...)
}

// governed is true where a word before the mention at token j makes it something else than who acts: 对, 向, 受, 代表.
func (c *Clause) governed(j int) bool {
	if j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "委托", "邀请", "之邀", "指派", "之托") || c.instructs(j) {
		return true // 受市长某某委托
	}
	if c.Tokens[j].Kind == discourse.Org {
		k := j
		for k > 0 && c.Tokens[k-1].Kind == discourse.Place {
			k--
		}
		if k > 0 && c.Tokens[k-1].Is(discourse.At) && !(j+2 < len(c.Tokens) && c.Tokens[j+1].Is(discourse.And) && c.Tokens[j+2].Kind == discourse.Org) {
			return true // 在某市某宫举行, but 在甲军与乙军达成的协议到期后
		}
	}
	first := j
	for first > 1 && (c.Tokens[first-1].Kind == discourse.Dun || c.Tokens[first-1].Is(discourse.And)) && c.Tokens[first-2].Kind == c.Tokens[j].Kind {
		first -= 2
	}
	if first > 0 && zh.EndsWith(c.D.String(c.Tokens[first-1].Span), "来自", "驻") {
		return true // 来自甲国、乙国的企业, 驻甲组织、乙组织的使团
	}
	for k := j - 1; k >= 0; k-- {
		t := c.Tokens[k]
		switch t.Kind {
		case discourse.Place, discourse.Org:
			continue
		case discourse.Text:
			if c.lede(k) {
				return false
			}
			s := c.D.String(t.Span)
			if k > 0 && c.towards(k) || zh.EndsWith(s, "对", "向", "受", "据", "从", "为", "给", "感谢", "欢迎") && !strings.HasSuffix(s, "接受") {
				return true // 他对县委书记某某说
			}
			if s == "代表" && (k == 0 || c.Tokens[k-1].Kind != discourse.Place && c.Tokens[k-1].Kind != discourse.Org) || s == "应" || s == "是应" || strings.HasSuffix(s, "分别代表") || strings.HasSuffix(s, "并代表") {
				return true
			}
			if k == j-1 || c.Tokens[j].Kind == discourse.Person {
				continue
			}
		}
		return false
	}
	return false
}

// lede is true where the text at token k ends the lede that opens the sentence, so that what it tells begins behind: 据某社北京|电 市长甲,
// 据某市发布|消息 市长甲.
func (c *Clause) lede(k int) bool {
	if k == 0 || k > longestLede || !strings.HasPrefix(c.D.String(c.Tokens[0].Span), "据") {
		return false
	}
	for _, t := range c.Tokens[1:k] {
		if t.Mark() || t.Kind == discourse.Person {
			return false
		}
	}
	runes := c.D.Reading.Text.Runes
	word, at := c.D.String(c.Tokens[k].Span), c.Tokens[k].Start
	for _, w := range [...]string{"电", "专电", "讯", "消息", "报道"} {
		if i := strings.Index(word, w); i >= 0 {
			end := at + len([]rune(word[:i+len(w)]))
			if end < len(runes) && zh.IsSpace(runes[end]) {
				return true
			}
		}
	}
	return false
}

// longestLede bounds the tokens of such a lede.
const longestLede = 6

// Adjoined is the two states whose short names stand together from token i on: 中朝 in 中朝双方. nil if they don't.
func (c *Clause) Adjoined(i int) []string {
	if i < 0 || i+1 >= len(c.Tokens) {
		return nil
	}
	a, b := c.Tokens[i], c.Tokens[i+1]
	if a.Kind != discourse.Place || b.Kind != discourse.Place || a.End != b.Start || a.End-a.Start > 1 || b.End-b.Start > 1 || a.Index == b.Index ||
		!discourse.Country(c.D.Places[a.Index]) || !discourse.Country(c.D.Places[b.Index]) {
		return nil
	}
	return []string{c.D.Name(a), c.D.Name(b)}
}

// Couple is the two states whose names stand together right before the verb at token i, whatever days stand between: 甲国乙国6日签署, 中科签署. nil
// if none do.
func (c *Clause) Couple(i int) []string {
	for i--; i > 0 && (c.Tokens[i].Kind == discourse.Date || c.Tokens[i].Kind == discourse.Paren || c.Tokens[i].Is(discourse.Filler|discourse.Both)); i-- {
	}
	if i < 1 {
		return nil
	}
	a, b := c.Tokens[i-1], c.Tokens[i]
	if a.Kind != discourse.Place || b.Kind != discourse.Place || a.End != b.Start || a.Index == b.Index || (a.End-a.Start > 1) != (b.End-b.Start > 1) ||
		!discourse.Country(c.D.Places[a.Index]) || !discourse.Country(c.D.Places[b.Index]) || c.Located(i-1) {
		return nil
	}
	return []string{c.D.Name(a), c.D.Name(b)}
}

// Led is the two states right behind the verb at token i: 签署了中朝海关检疫等领域合作文件.
func (c *Clause) Led(i int) []string {
	if states := c.Adjoined(i + 1); states != nil {
		return states
	}
	return c.Adjoined(i + 2)
}

// senders is the titles behind the name of a person who sends another: 习近平主席特别代表.
var senders = [...]string{"主席", "总统", "总理", "总书记", "首相", "国王", "秘书长"}

// sends is true for the person of token t in the title of whom they send: 习近平主席特别代表、国家副主席某某.
func (c *Clause) sends(t discourse.Token) bool {
	runes := c.D.Reading.Text.Runes
	behind := string(runes[t.Start:min(t.End+longestEnvoy, len(runes))])
	behind = strings.TrimPrefix(behind, c.D.Name(t))
	for _, title := range senders {
		if rest, ok := strings.CutPrefix(behind, title); ok {
			behind = rest
			break
		}
	}
	return zh.BeginsWith(behind, "特别代表", "特使", "个人特使")
}

// longestEnvoy is how many characters behind a person's name tell that they send another: 秘书长个人特使.
const longestEnvoy = 8

// firm is true for a place at token j with which the name of a firm begins that no mention holds, as the list tells in which it stands: 甲省新安化工、
// 乙公司; 甲市航宇合金、乙市云天励飞三家企业.
func (c *Clause) firm(j int) bool {
	if c.Tokens[j].Kind != discourse.Place || j+1 >= len(c.Tokens) || c.Tokens[j+1].Kind != discourse.Text || c.Tokens[j+1].Start != c.Tokens[j].End ||
		c.Tokens[j+1].End-c.Tokens[j+1].Start < shortestFirm || embodies(c.D.String(c.Tokens[j+1].Span)) {
		return false
	}
	if c.counted(j + 1) {
		return true
	}
	for k := j + 2; k+1 < len(c.Tokens) && c.Tokens[k].Kind == discourse.Dun; k += 2 {
		switch t := c.Tokens[k+1]; {
		case t.Kind == discourse.Org && k+2 < len(c.Tokens) && c.Tokens[k+2].Kind != discourse.Text:
			if c.Tokens[k+2].Kind != discourse.Dun {
				return c.D.Organizations[t.Index].Type == "company"
			}
		case t.Kind == discourse.Place && k+2 < len(c.Tokens) && c.Tokens[k+2].Kind == discourse.Text:
			if c.counted(k + 2) {
				return true
			}
			k++
		default:
			return false
		}
	}
	return false
}

// counted is true where the words at token j end a list of firms by their number.
func (c *Clause) counted(j int) bool {
	if j+1 < len(c.Tokens) && c.Tokens[j+1].Is(discourse.Both) && zh.EndsWith(c.D.String(c.Tokens[j+1].Span), "家企业") {
		return true
	}
	return firms.MatchString(c.D.String(c.Tokens[j].Span))
}

// firms ends a list of firms by their number. A name of shortestFirm characters and more may be one's.
var firms = regexp.MustCompile(`.[0-9两三四五六七八九十]+家(?:企业|公司)$`)

const shortestFirm = 3

// embodies is true for words behind a place that make it act by its own government, or with others of it.
func embodies(words string) bool {
	return zh.BeginsWith(words, "政府", "人民政府", "市委", "县委", "区委", "方面", "有关", "相关", "各", "等")
}
