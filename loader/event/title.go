package event

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/discourse"
)

// longestQuotedName is how many characters a quotation inside a name may have; a longer one is somebody's words.
const longestQuotedName = 20

// title is the proper name that ends with the noun at token noun: what stands before it, back to the verb, a mark, a time
// or a place that says where. "" for a bare noun.
func (c *view) title(noun, verb int) string {
	if c.Tokens[noun].Kind == discourse.Quote {
		return c.D.Inner(c.Tokens[noun])
	}
	from := noun
	for from > 0 && !c.bounds(from-1) {
		if from--; from > 0 && c.commemorates(from) && !zh.BeginsWith(c.D.String(c.Next(from).Span), "同志") {
			from--
		}
	}
	for from < noun && (c.Tokens[from].Is(discourse.And) || c.Tokens[from].Is(discourse.Both) && from == noun-1) {
		from++
	}
	whole := strings.TrimSpace(c.Text(from, noun+1))
	name := withoutPointers(whole)
	if from == noun && name != whole && len([]rune(name)) <= len([]rune("开班仪式")) {
		return "" // 本次开班式
	}
	if strings.HasSuffix(name, "盛会") {
		return "" // praise, no name
	}
	if _, rest, ok := strings.Cut(name, "进行第"); ok {
		name = "第" + rest // 就某事进行第六次集体学习
	}
	if rest, ok := strings.CutPrefix(name, "党的"); ok && strings.ContainsAny(string([]rune(rest)[:1]), "第一二三四五六七八九十") {
		name = rest // 党的二十届三中全会
	}
	if name == c.D.String(c.Tokens[noun].Span) {
		from = noun
	}
	if from == noun && c.Tokens[noun].Kind != discourse.Text {
		if runes := []rune(name); len(runes) > len([]rune("新闻发布会")) {
			return name
		}
		return ""
	}
	if rest, ok := strings.CutPrefix(name, "正赶上"); ok {
		name = rest
	}
	if clausal.MatchString(name) {
		return ""
	}
	return strings.TrimSuffix(strings.TrimLeft(name, "了过"), "并")
}

// clausal matches what is a clause about something held, or one of several things, and no name: 公园是本届大会主会场, 集会抗议峰会, 大会或代表会议. What is
// quoted in a name may say anything.
var clausal = regexp.MustCompile(`^[^“”]*(?:[^求国不]是|(?:集会|示威|活动|民众|学生|工人|国)(?:抗议|反对)|会议?或)`)

// pointers say which session is meant, and where the name of it may begin: they are no part of it. One may stand behind another.
var pointers = [...]string{
	"由于", "因", "记者从", "从", "在", "到", "主会场", "去", "又一场", "另一场", "一场", "这一场", "这场", "这是", "是", "本届", "本次", "此次", "这次", "一次", "这一", "该国", "该", "上述", "有关", "相关", "等",
	"隆重", "盛大", "简短", "庄严",
}

// wordHeads are the pointers that words begin with which names have: 从严治党工作会议, 去产能推进会, 等级评审会.
var wordHeads = [...]string{"因", "从", "去", "等"}

func withoutPointers(name string) string {
	for cut := true; cut; {
		cut = false
		for _, p := range pointers {
			if rest, ok := strings.CutPrefix(name, p); ok && !(slices.Contains(wordHeads[:], p) && lexicon.Default().BeginsWord([]rune(name))) {
				name, cut = rest, true
			}
		}
	}
	return name
}

// commemorates is true for the person at token i whom the name of a session honours: 纪念某某诞辰100周年座谈会.
func (c *view) commemorates(i int) bool {
	if c.Tokens[i].Kind == discourse.Person && zh.BeginsWith(c.Text(i+1, min(i+3, len(c.Tokens))), "同志追悼", "同志遗体", "同志诞辰") {
		return true
	}
	return i > 0 && c.Tokens[i].Kind == discourse.Person && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "纪念", "追思", "缅怀", "悼念")
}

// bounds is true for the token at i that no name of a session goes back over.
func (c *view) bounds(i int) bool {
	p, next := c.Tokens[i], c.Tokens[i+1]
	switch {
	case c.D.String(p.Span) == "对" && c.D.String(next.Span) == "台": // 对台工作会议
		return false
	case p.Is(discourse.Of) && i > 0 && strings.HasSuffix(c.D.String(c.Tokens[i-1].Span), "党"): // 党的建设工作会议
		return false
	case p.Kind == discourse.Date && c.yearOf(i): // 某论坛2023年年会
		return false
	case p.Mark() || p.Kind == discourse.Date, p.Kind == discourse.Quote && p.End-p.Start > longestQuotedName,
		p.Is(discourse.Convene | discourse.Host | discourse.Speak | discourse.Attend | discourse.Future | discourse.Of | discourse.At | discourse.Each | discourse.Past):
		return true
	case p.Kind == discourse.Person:
		return !c.commemorates(i) && !c.Doctrine(i)
	case p.Kind == discourse.Paren: // 今天（3月5日）
		return zh.Holds(c.D.String(p.Span), "记者", "通讯员") || i > 0 && c.Tokens[i-1].Kind == discourse.Date
	case p.Is(discourse.Meet | discourse.Talk | discourse.Visit | discourse.Inspect): // 参加会见和签字仪式
		return next.Is(discourse.And)
	case p.Is(discourse.Session):
		return next.Is(discourse.And) && !strings.HasSuffix(c.D.String(next.Span), "暨")
	}
	return p.Kind == discourse.Text && zh.EndsWith(c.D.String(p.Span), "隆重", "盛大", "简短", "上午", "下午", "晚", "了", "晚上", "当天", "日", "期间", "当日", "天", "，", "向", "对", "为", "给", "以", "从", "由")
}

// yearOf is true for the year at token i in the middle of the name of a session, behind whose it is: 某委员会2023年年会.
func (c *view) yearOf(i int) bool {
	if i == 0 || len(c.D.Dates[c.Tokens[i].Index].Start) != len("2006") || !c.Tokens[i+1].Is(discourse.Session) || c.Tokens[i-1].End != c.Tokens[i].Start {
		return false
	}
	p := c.Tokens[i-1]
	whose := p.Kind == discourse.Org || p.Is(discourse.Session) || p.Kind == discourse.Text && zh.EndsWith(c.D.String(p.Span), "会", "组织", "联盟", "论坛")
	return whose && zh.BeginsWith(c.D.String(c.Tokens[i+1].Span), "年会", "会议", "大会", "峰会", "全体会议")
}
