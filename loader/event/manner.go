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

// several begins a name that counts events instead of naming one: 一系列重要会议, 59场招聘会, 20多场分论坛.
var several = regexp.MustCompile(`^(?:一系列|多[场个次轮]|数[场个次]|若干|各类|各种|一批|历次|[0-9.]{1,6}万?[多余]?[场个次轮]|[两三四五六七八九十]+[场次]|各(?:地|级)|(?:重要|有关|相关|系列|历史性|盛大|关键)会议$)|和多[场个]|等多[场个]|等系列|等(?:会议|论坛)$|展会$`)

// fairs is what the name of a fair or of games ends in: people do more there than meet.
var fairs = [...]string{
	"博会", "博览会", "交易会", "展览会", "展销会", "运会", "运动会", "奥会", "世园会", "广交会", "服贸会", "音乐会",
	"进博会", "消博会", "链博会", "冬会", "招聘会", "灯会", "庙会", "游园会", "演唱会", "联欢会", "品鉴会", "品尝会", "赏花会",
}

// quoted is what the name of an assembly in quotation marks ends in.
var quoted = [...]string{"论坛", "大会", "会议", "峰会", "研讨会", "座谈会", "推介会", "对话会", "交流会", "恳谈会", "洽谈会", "发布会", "仪式", "典礼", "博览会", "音乐会", "展览会"}

// assembled is what kind of event the noun at token noun names, which is called name.
func (c *view) assembled(noun int, name string) reading.EventType {
	t := c.Tokens[noun]
	switch {
	case t.Is(discourse.SignRite), t.Is(discourse.Rite) && noun > 0 && c.Tokens[noun-1].Is(discourse.Sign):
		return reading.Signing
	case name == "" && c.D.String(t.Span) == "仪式" && c.signs():
		return reading.Signing // 出席仪式, in a story that its headline says is of a signing
	case t.Is(discourse.Rite), t.Kind == discourse.Quote && zh.EndsWith(name, "仪式", "典礼"), zh.Holds(name, "颁奖暨"):
		return reading.Ceremony
	case zh.EndsWith(name, fairs[:]...) || zh.EndsWith(c.D.String(t.Span), fairs[:]...):
		return reading.Activity
	}
	return reading.Meeting
}

// signs is true where the headline calls the story's event a signing.
func (c *view) signs() bool {
	a := c.D.Article
	return a != nil && zh.Holds(a.Title, "签约仪式", "签字仪式", "签署仪式")
}

// feat is true where 的 makes a noun of the verb at token i: 活动的成功举办、大会的圆满召开.
func (c *view) feat(i int) bool {
	if !c.Tokens[i].Is(discourse.Convene) || c.Tokens[i].Is(held) || i < 1 {
		return false
	}
	if c.Tokens[i-1].Is(discourse.Of) {
		return true
	}
	return i > 1 && c.Tokens[i-2].Is(discourse.Of) && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "成功", "圆满", "顺利", "如期", "胜利", "隆重")
}

// manifoldly is what counts how often what stands behind it was held: 召开了三千多次的分析会.
var manifoldly = regexp.MustCompile(`(?:^|[^第0-9一二两三四五六七八九十百千万])(?:[0-9]{1,5}|[两三四五六七八九十百千万]+)[多余]?[次场](?:的)?$`)

// everybody is many of a kind, no one of whom is told.
var everybody = [...]string{"多国", "各国使", "多地", "各地", "各级", "各省", "各部门", "各单位", "处处", "到处"}

// everywhere is true where the clause of the verb at token i tells what many hold, each for himself: 多国使馆举办招待会, 各地召开会议. Whom
// somebody else brings to it doesn't hold it: 市委组织各部门召开会议.
func (c *view) everywhere(i int) bool {
	text := c.Text(c.Comma(i)+1, i)
	return slices.ContainsFunc(everybody[:], func(w string) bool {
		head, _, ok := strings.Cut(text, w)
		return ok && !zh.EndsWith(head, summons[:]...)
	})
}

// invites is true where somebody in the clause of the verb at token i invites others to do it; 应某区政府邀请前往某区 tells of who comes.
func (c *view) invites(i int) bool {
	before, _, found := strings.Cut(c.Text(c.Comma(i)+1, i), "邀请")
	return found && !bidden.MatchString(before)
}

// bidden is 应 or 受 that is no part of a word: 应某市邀请, not 供应商邀请.
var bidden = regexp.MustCompile(`(?:^|[^供响反适相效对答])应(?:[^急对用]|$)|(?:^|[^感接承享])受(?:[^众益]|$)`)

// summons is the verbs with which somebody brings many to do something.
var summons = [...]string{"组织", "召集", "动员", "督促", "指导", "引导", "邀请", "召集了", "组织了", "邀请了", "会同", "协调"}

// manner is true where what the verb at token i holds is only a way of doing things: 通过举办读书班、专题研讨等方式.
func (c *view) manner(i int) bool {
	if day, own := c.Day(i); own && len(day.Start) == len("2006-01-02") {
		return false
	}
	return zh.Holds(c.Text(c.Comma(i)+1, i), "通过", "采取", "借助", "依托", "每年", "每月", "每周", "定期", "经常", "多次", "不时")
}

// scheduled is true unless the clause of token i recalls what was, or plans what has no day of its own yet.
func (c *view) scheduled(i int) bool {
	if c.Noted(i, discourse.Past) || c.wishes(i) {
		return false
	}
	day, own := c.Day(i)
	whole := own && len(day.Start) == len("2006-01-02")
	switch {
	case c.Noted(i, discourse.Future) || c.Tokens[i].Is(discourse.Convene) && c.willing(i):
		return whole
	case c.Tokens[i].Is(discourse.Convene) && c.decided(i):
		return whole && day.Start >= c.D.Article.PublishedAt
	}
	return !own || clause.Recent(day.Latest(), c.D.Article.PublishedAt)
}

// resolution opens a clause on what a session resolves to hold: 会议决定，今年7月在某城召开.
var resolution = regexp.MustCompile(`^(?:会议|并|经?研究|一致)*(?:决定|议定|提议)`)

// decided is true where the clause of the verb at token i tells what a session resolves to hold.
func (c *view) decided(i int) bool { return resolution.MatchString(c.Text(c.Comma(i)+1, i)) }

// willing is true where the sentence of the verb at token i says before it what somebody is ready to do: 愿开展监管合作，设立联合会，举办论坛.
func (c *view) willing(i int) bool {
	for j := range i {
		if t := c.Tokens[j]; t.Is(discourse.Future) && c.Relative(j) < 0 && zh.BeginsWith(c.D.String(t.Span), "愿") {
			return true
		}
	}
	return false
}

// framed is true where the clause of the verb at token i says only when and where: 由某台主办的论坛，今天（6月3日）在某市举行.
func (c *view) framed(i int) bool {
	dated := false
	for j := c.Comma(i) + 1; j < i; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Date:
			dated = true
		case t.Kind == discourse.Paren, t.Kind == discourse.Place, t.Is(discourse.At), t.Kind == discourse.Text, t.Kind == discourse.Dun, t.Is(discourse.Filler):
		case t.Kind == discourse.Org && c.Tokens[max(j-1, 0)].Is(discourse.At):
		default:
			return false
		}
	}
	return dated && c.Comma(i) > 0
}

// wanting is the words with which somebody wants, wishes well or agrees on what isn't held yet.
var wanting = [...]string{"预祝", "祝贺", "支持", "申办", "提议", "商定", "原计划", "原定", "呼吁", "敦促", "力争", "适时"}

// wishes is true where somebody only wants what the verb at token i holds: 支持某地承办大会, 呼吁各国举行会议, 适时召开会议; and where what it
// holds only dates something else: 大会召开之际.
func (c *view) wishes(i int) bool {
	text := c.Text(c.Comma(i)+1, i)
	for _, w := range wanting {
		if head, behind, ok := strings.Cut(text, w); ok && !topical(head) && !strings.Contains(behind, "下") {
			return true // but not 围绕支持民企召开会议, 在某市支持下举行
		}
	}
	if strings.HasSuffix(text, "为") && zh.Holds(c.Text(i, len(c.Tokens)), "作准备", "做准备", "作好准备", "做好准备") {
		return true // 为召开某次会议作准备
	}
	return zh.Holds(text, "迎接") || zh.EndsWith(text, "研究", "建议", "申请", "考虑", "同意", "希望", "倡议") ||
		zh.BeginsWith(c.D.String(c.Next(i).Span), "之际", "前夕", "以来") || zh.EndsWith(text, "胜利", "成功", "圆满", "顺利") && zh.BeginsWith(c.D.String(c.Next(i).Span), "后")
}

// throughout is true where the sentence of token i opens with what went on all along, over several days: 调研中，, 访问期间，.
func (c *view) throughout(i int) bool {
	for j := 0; j < i; j++ {
		if c.Tokens[j].Kind == discourse.Comma {
			text := c.Text(0, j)
			return zh.EndsWith(text, "中", "期间", "其间") && len([]rune(text)) <= longestFrame && zh.Holds(text, "调研", "考察", "访问", "视察", "其间", "期间", "在", "检查")
		}
	}
	return false
}

// longestFrame is how many characters may say what went on all along.
const longestFrame = 8

// planned says that something is to be, not that it may be, or was once to be: 将于, not 原定于, 或将.
var planned = regexp.MustCompile(`(?:^|[^或能恐])(?:将|[^原]定于)`)

// forthcoming is true for a visit at token i of which its own clause tells the day that it will begin: 将于11月2日至4日对乙国进行正式访问.
func (c *view) forthcoming(i int) bool {
	day, own := c.Day(i)
	return own && len(day.Start) == len("2006-01-02") && c.Tokens[i].Is(discourse.Visit) && zh.Holds(c.D.String(c.Tokens[i].Span), "访") &&
		planned.MatchString(c.Text(c.Comma(i)+1, i)) && day.Start > c.D.Article.PublishedAt && !c.Denied(i) && !zh.Holds(c.Text(i, len(c.Tokens)), "推迟", "取消", "延期")
}
