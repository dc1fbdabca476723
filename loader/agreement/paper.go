package agreement

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// heads is what the title of a document between parties ends in.
var heads = [...]string{
	"协议", "协议书", "协定", "备忘录", "合同", "意向书", "联合声明", "联合宣言", "宣言", "联合公报", "联合新闻公报", "责任书", "责任状", "条约", "议定书", "合作文件", "声明", "协定书", "谅解书", "契约", "合作书", "协作书", "共建书", "结对书",
}

// schemes is what a title may end in too where the text says that it was signed.
var schemes = [...]string{"行动计划", "合作计划", "合作规划", "规划纲要", "合作纲要", "路线图", "公报", "承诺书", "合作方案", "公约", "计划", "纲要", "纪要"}

// papers is the documents that the sentence names, in order.
func (r *reader) papers(c *clause.Clause) []paper {
	var out []paper
	for i, t := range c.Tokens {
		switch {
		case t.Kind == discourse.Document:
			if p, ok := r.titled(c, i); ok {
				out = append(out, p)
			}
		case t.Is(discourse.Paper | discourse.Scheme):
			if p, ok := r.phrase(c, i, out); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// titled reads 《…协议》.
func (r *reader) titled(c *clause.Clause, i int) (paper, bool) {
	t := c.Tokens[i]
	title := strings.Join(strings.Fields(r.d.Inner(t)), " ")
	if zh.BeginsWith(c.Text(i+1, min(i+4, len(c.Tokens))), "缔约", "秘书处", "组织", "第") && zh.Holds(c.Text(i+1, min(i+6, len(c.Tokens))), "缔约", "秘书处", "组织", "次会议", "届会议") {
		return paper{}, false // 《…公约》第十五次缔约方大会: a body
	}
	bare := title
	if k := strings.LastIndexAny(bare, "（("); k > 0 && strings.HasSuffix(bare, "）") || k > 0 && strings.HasSuffix(bare, ")") {
		bare = bare[:k]
	}
	p := paper{title: title, titled: true, span: reading.Span{Start: t.Start + 1, End: t.End - 1}, from: i, at: i, verb: signing(c, i), count: 1, after: i + 1}
	if zh.EndsWith(bare, heads[:]...) {
		return p, true
	}
	return p, p.verb >= 0 && (zh.EndsWith(bare, schemes[:]...) || object(c, p.verb, i))
}

// object is true where the document at token i is what the verb signs, whatever it is called: 签订《…倡议书》.
func object(c *clause.Clause, verb, i int) bool {
	if !c.Tokens[verb].Is(discourse.Sign) || !zh.BeginsWith(c.D.String(c.Tokens[verb].Span), "签", "缔", "会签", "联签", "共签", "互签", "草签", "续签") {
		return false
	}
	for j := verb + 1; j < i; j++ {
		t := c.Tokens[j]
		if t.Kind != discourse.Document && t.Kind != discourse.Dun && !t.Is(discourse.And) && (t.Kind != discourse.Text || t.End-t.Start > 1) {
			return false
		}
	}
	return verb < i
}

// signing is the token of the verb that signs what stands at token i: before it in its clause or list, else after it. -1
// if none.
func signing(c *clause.Clause, i int) int {
	commas := 0
	for j := i - 1; j >= 0; j-- {
		t := c.Tokens[j]
		if t.Is(discourse.Sign | discourse.Settle) {
			if commas > 0 && c.Next(j).Is(discourse.Of) {
				break // 两国缔结的引渡条约，《…公约》的修正案: the verb is only of the first
			}
			return j
		}
		if t.Kind == discourse.Semi || t.Kind == discourse.Stop {
			break
		}
		if t.Kind == discourse.Comma {
			if commas++; commas > 1 || !continues(c, j) {
				break
			}
		}
	}
	for j := i + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if t.Mark() && t.Kind != discourse.Dun {
			break
		}
		if t.Is(discourse.Sign|discourse.SignRite) && !c.Next(j).Is(discourse.Of) {
			return j
		}
	}
	if j := topical(c, i); j >= 0 {
		return j
	}
	return heading(c, i)
}

// topical is the verb that signs the document at token i with which the sentence opens, whatever clauses stand between: 结对协议，就这样签订了;
// 某院与某院的研修协议，因故推迟到今年秋天签订. -1 if none does.
func topical(c *clause.Clause, i int) int {
	if c.Comma(i) >= 0 || c.Next(i).Kind != discourse.Comma {
		return -1
	}
	for j := i + 1; j < len(c.Tokens) && c.Tokens[j].Kind != discourse.Semi; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Document, t.Is(discourse.Paper), t.Kind == discourse.Person:
			return -1
		case t.Is(discourse.Sign):
			if next := c.Next(j); next.Mark() || next.Kind == discourse.Text && strings.HasPrefix(c.D.String(next.Span), "了") {
				return j
			}
			return -1
		}
	}
	return -1
}

// continues is true where the list of what is signed goes on behind the comma at token j: ，以及《…》.
func continues(c *clause.Clause, j int) bool {
	return j+1 < len(c.Tokens) && (c.Tokens[j+1].Is(discourse.And) || c.Tokens[j+1].Kind == discourse.Document)
}

// phrase reads a document without a title: 9个专项合作协议, 两国立法机构合作谅解备忘录. It must be signed, or be carried out
// (落实…协议), or speak of its own signing.
func (r *reader) phrase(c *clause.Clause, i int, before []paper) (paper, bool) {
	verb := signing(c, i)
	if !ends(c, i) && !(c.Next(i).Is(discourse.Of) && verb >= 0 && verb < i && pioneer(c, verb)) {
		return paper{}, false
	}
	duty := c.Noted(i, discourse.Duty)
	if verb < 0 && !duty && !planned(c, i) && !lives(c, i) && !c.Noted(i, discourse.Future) || verb < 0 && c.Tokens[i].Is(discourse.Scheme) {
		return paper{}, false
	}
	from, cut := left(c, i, verb)
	start := c.Tokens[from].Start + cut
	p := paper{span: reading.Span{Start: start, End: c.Tokens[i].End}, from: from, at: i, verb: verb, count: 1, after: i + 1}
	p.title = strings.TrimSpace(r.d.String(p.span))
	if n := stray(p.title); n > 0 {
		p.title, p.span.Start = string([]rune(p.title)[n:]), p.span.Start+n
	}
	p.count = counted(c, from, cut)
	length := p.span.End - p.span.Start
	switch {
	case verb > i && length < shortestName-1 && len(r.out)+len(before) == 0 && len(r.signers(c, p)) > 1: // 协议由甲与乙签订
	case verb > i && (length < shortestName-1 || length <= shortestName && elapsed(c, verb)): // 协议签署以来
		return p, false
	case verb >= 0 && verb < i && modified(c, verb, i) && length < shortestName && !perfect(c, verb): // 签署的协议
		return p, false
	case verb >= 0 && verb == i-1 && length < shortestName-1 && !c.Noted(verb, discourse.Both) && len(r.signers(c, p)) < 2: // 签协议: no document in particular
		return p, false
	case verb > i && c.Tokens[verb].Is(discourse.SignRite) && length <= shortestName && len(r.out)+len(before) > 0: // 参加备忘录签字仪式
		return p, false
	case verb > i+1 && length <= shortestName && c.D.String(c.Tokens[i+1].Span) == "上" && len(r.out)+len(before) > 0: // 在协定上签字: the one just named
		return p, false
	case verb < 0 && length < shortestName+1 && !(length == shortestName && lives(c, i) && from > 0 && c.Tokens[from-1].Is(discourse.Both)):
		return p, false
	case verb >= 0 && c.Denied(verb), strings.HasPrefix(p.title, "该"), verb >= 0 && len(before) > 0 && c.Retold(verb) && !zh.Holds(c.Text(c.Comma(verb)+1, verb), "继"): // 仍未达成协议, 该协议
		return p, false
	case zh.BeginsWith(p.title, "这次", "此次", "本次", "这份", "此项", "这一") && len(r.out)+len(before) > 0,
		i > 0 && c.Tokens[i-1].Kind == discourse.Text && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "该", "此", "这一", "这份", "上述"):
		return p, false // 该协议: one that was named
	case verb < 0 && strings.HasSuffix(p.title, "声明") && !zh.Holds(p.title, "联合", "共同"): // 根据…声明: one body's word
		return p, false
	case summary(c, from, before), amassed(c, p), len(r.out) > 0 && pointed(c, verb, i), zh.BeginsWith(p.title, "所有", "任何", "一切", "禁止", "严格", "抓好", "好的", "下的"), zh.EndsWith(p.title, "国际公约", "公约条约", "互换合约", "期货合约", "期权合约"):
		return p, false
	}
	return p, true
}

// pointed is true where the verb before the document at token i only says which of those named is meant: 此次签订的补充协议.
func pointed(c *clause.Clause, verb, i int) bool {
	return verb >= 0 && verb < i && c.Next(verb).Is(discourse.Of) && zh.EndsWith(c.Text(c.Comma(verb)+1, verb), "此次", "这次", "本次", "当天", "刚刚")
}

// amassed is true for what many have signed each for himself over time, no document between parties: 截至目前，毕业生已签订就业协议,
// 累计签订贷款合同近4000亿元.
func amassed(c *clause.Clause, p paper) bool {
	if zh.EndsWith(p.title, "劳动合同", "就业协议") {
		return true
	}
	if p.verb < 0 || !zh.Holds(c.Text(0, p.at), "截至", "累计", "全部签", "均已签") {
		return false
	}
	return zh.EndsWith(p.title, "就业协议", "贷款合同", "劳动合同", "用工合同", "承包合同", "延包合同", "订单合同", "购房合同", "租赁合同", "流转合同", "责任书", "承诺书", "贸易协议", "保险合同", "服务协议")
}

// elapsed is true where what follows the verb at token i makes it a time: 签署以来, 签订后.
func elapsed(c *clause.Clause, i int) bool {
	after := c.Next(i)
	return (after.Kind == discourse.Text || after.Kind == discourse.Word) && zh.BeginsWith(c.D.String(after.Span), "以来", "后", "前", "时", "之", "期", "满")
}

// lives is true where the text says of a document that it runs, ends or is broken: 停火协议今天到期.
func lives(c *clause.Clause, i int) bool {
	if i+1 < len(c.Tokens) && c.Tokens[i+1].Kind == discourse.Date {
		i++
	}
	return zh.BeginsWith(c.Text(i+1, min(i+4, len(c.Tokens))), "到期", "生效", "正式生效", "即将生效", "已生效", "已经生效", "今天到期", "今日到期", "期满", "失效", "续约", "延期", "（", "自") &&
		zh.Holds(c.Text(i+1, min(i+6, len(c.Tokens))), "到期", "生效", "期满", "失效", "续约", "延期", "自")
}

// ends is true where the head noun at token i closes its phrase: not 合同总额, 协议内容, 协议四方会谈.
func ends(c *clause.Clause, i int) bool {
	after := c.Next(i)
	if after.Is(discourse.Paper | discourse.Session | discourse.Speak) {
		return false
	}
	if after.Is(discourse.Of) || after.Kind == discourse.Text && c.D.String(after.Span) == "上" {
		return i+2 < len(c.Tokens) && c.Tokens[i+2].Is(discourse.Sign) // …备忘录的签署, 在…协议上签字
	}
	if after.Kind != discourse.Text {
		return true
	}
	if i+2 < len(c.Tokens) && c.Tokens[i+2].Is(discourse.Paper) && after.End-after.Start <= longestMiddle && after.Start == c.Tokens[i].End && c.Tokens[i+2].Start == after.End {
		return false // 自贸协定|升级|议定书
	}
	return !zh.BeginsWith(c.D.String(after.Span), "总额", "总贸易额", "总投资", "额", "金额", "内容", "面积", "延期", "期", "约定", "文本", "规定", "条款", "价", "履约", "执行", "制", "纠纷", "管理", "谈判", "四方", "精神", "要求", "书", "项目", "员工", "工", "上", "实施", "签订", "率", "数量", "组织", "缔约")
}

// longestMiddle is how many characters may stand between two nouns that name one document: 协定|升级|议定书.
const longestMiddle = 4

// left is the first token of the phrase that ends at token i, and how many of its characters to leave out: back to the
// signing verb, a mark, 的, 等, 双方, or a number with its measure.
func left(c *clause.Clause, i, verb int) (from, cut int) {
	for from = i; from > 0; from-- {
		p := c.Tokens[from-1]
		if p.Kind == discourse.Paren && from > 1 && from-1 > verb && c.Tokens[from-2].Kind == discourse.Text && c.Tokens[from-2].End == p.Start && p.End == c.Tokens[from].Start {
			continue // 雅尚（故城）产业园项目合作协议书
		}
		if p.Mark() || from-1 == verb || p.Kind == discourse.Document || p.Kind == discourse.Date || p.Kind == discourse.Person ||
			p.Is(discourse.Convene) && verb > i && c.Tokens[verb].Is(discourse.SignRite) ||
			p.Is(discourse.Both) && !many(c, from-1, verb) || p.Is(discourse.Etc|discourse.Duty|discourse.Witness|discourse.Sign|discourse.Each|discourse.Future|discourse.Past|discourse.Attend|discourse.Host) ||
			p.Is(discourse.Say) && zh.EndsWith(c.D.String(p.Span), "称", "说", "表示") ||
			p.Is(discourse.At) && verb > i || p.Is(discourse.And) && from > 1 && c.Tokens[from-2].Is(discourse.Paper|discourse.Scheme|discourse.Talk|discourse.Meet|discourse.Session) ||
			p.Kind == discourse.Text && zh.EndsWith(c.D.String(p.Span), "发表", "发布", "对", "从", "祝贺") && !strings.HasSuffix(c.D.String(p.Span), "结对") {
			break
		}
		if p.Is(discourse.Of) && !gerund(c, from-1, i, verb) {
			if about := about(c, from-1, verb); about >= 0 {
				return about, 0
			}
			break
		}
		if p.Kind != discourse.Text {
			continue
		}
		if n, ok := measured(c.D.Reading.Text.Runes[p.Start:p.End]); ok {
			if n >= p.End-p.Start {
				break
			}
			return from - 1, n
		}
	}
	return max(stripParties(c, from, i, verb), beyond(c, from, i, verb)), 0
}

// many is true for the word at token j that says, right behind the verb, between how many a document is: 签订|三方|协议. Who they are stands before
// the verb.
func many(c *clause.Clause, j, verb int) bool {
	return j == verb+1 && verb >= 0 && zh.EndsWith(c.D.String(c.Tokens[j].Span), "三方", "四方", "多方") || j == verb+2 && verb >= 0 &&
		c.D.String(c.Tokens[verb+1].Span) == "了" && zh.EndsWith(c.D.String(c.Tokens[j].Span), "三方", "四方", "多方")
}

// beyond is the first token behind those who hold the rite of signing what stands at token i, or behind what else it is held for: 市政府与某集团|战略合作
// 协议签字仪式, 某医院揭牌暨|合作协议签约活动. -1 where nothing of that kind begins the phrase from token from on.
func beyond(c *clause.Clause, from, i, verb int) int {
	if verb < i || !c.Tokens[verb].Is(discourse.SignRite) {
		return -1
	}
	last, joined := -1, false
	for j := from; j < i; j++ {
		t := c.Tokens[j]
		switch {
		case c.D.String(t.Span) == "暨":
			last, joined = j+1, false
		case t.Is(discourse.And):
			joined = true
		case joined && t.Kind == discourse.Org:
			last, joined = j+1, false
		}
	}
	if last < 0 || last > i || c.Tokens[i].End-c.Tokens[last].Start < shortestName {
		return -1
	}
	return last
}

// about is the 关于 that the modifier closed by 的 at token of begins with (签署了关于…的备忘录), -1 if it has none.
func about(c *clause.Clause, of, verb int) int {
	for j := of - 1; j > verb && j >= 0 && (!c.Tokens[j].Mark() || c.Tokens[j].Kind == discourse.Dun); j-- {
		if t := c.Tokens[j]; t.Is(discourse.Filler) && c.D.String(t.Span) == "关于" {
			return j
		}
	}
	return -1
}

// gerund is true where 的 at token of only joins a whole clause to a bare 协议, which its words then name.
func gerund(c *clause.Clause, of, i, verb int) bool {
	if of != i-1 || verb < 0 {
		return false
	}
	if verb < of-3 {
		return true
	}
	if verb < of-1 && c.Tokens[i].End-c.Tokens[i].Start < shortestName-1 && !sized.MatchString(c.Text(verb+1, of)) {
		return true // 签下共建“某坊”的协议
	}
	next := c.Next(verb)
	if verb != of-2 || next.Kind != discourse.Text || next.End-next.Start <= longName {
		return false
	}
	text := c.D.String(next.Span) // 签订过建立友好城市关系的协议书, 签署了联合培养学生的协议, but a 备忘录 says what it is
	return zh.BeginsWith(text, "过") || zh.BeginsWith(text, "了") && c.Tokens[i].End-c.Tokens[i].Start < shortestName-1 &&
		!zh.Holds(text, "价值", "总额", "金额", "为期", "总投资")
}

// sized is what says how long a document holds or what it is worth, not what it is about.
var sized = regexp.MustCompile(`为期|价值|总额|金额|总投资|^了?[0-9一二两三四五六七八九十百千万亿.多余约近]+(?:年|个月|元|万元|亿元|吨|万吨|美元|份|项|个)|新的|相关|有关|正式|上述|同样|类似|所谓|重要`)

// stripParties leaves out A与B before a phrase that still says what it is about.
func stripParties(c *clause.Clause, from, i, verb int) int {
	least := shortestName
	if verb < 0 {
		least = longName // 批准甲国和乙国引渡条约: nothing else says which
	}
	j, names := from, 0
	for j < i {
		t := c.Tokens[j]
		if t.Kind == discourse.Place || t.Kind == discourse.Org || organ(c.D.String(t.Span)) != "" {
			names++
		} else if !t.Is(discourse.And) {
			break
		}
		j++
	}
	if names >= 2 && c.Tokens[i].End-c.Tokens[j].Start >= least {
		return j
	}
	if names == 0 && j > from {
		return j
	}
	return from
}

// modified is true where 的 stands between the verb and the head noun at token i: 签署的协议.
func modified(c *clause.Clause, verb, i int) bool {
	for j := verb + 1; j < i; j++ {
		if c.Tokens[j].Is(discourse.Of) {
			return true
		}
	}
	return false
}

// perfect is true where 了 follows the verb, so that what it signs is news whatever stands before it: 签订了互派医师的备忘录.
func perfect(c *clause.Clause, verb int) bool {
	next := c.Next(verb)
	return next.Kind == discourse.Text && zh.BeginsWith(c.D.String(next.Span), "了", "过")
}

// summary is true for 等多项合作文件 after documents that it sums up.
func summary(c *clause.Clause, from int, before []paper) bool {
	return from > 0 && c.Tokens[from-1].Is(discourse.Etc) && len(before) > 0 && before[len(before)-1].at >= from-3
}
