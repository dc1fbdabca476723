package event

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// often says that something was done more than once: 先后三次, 多次; not 第三次.
var often = regexp.MustCompile(`(?:^|[^第0-9一二三四五六七八九十])(?:[0-9]{1,3}|[两三四五六七八九十多数几]|十几|十余)次`)

// each says of what is done that it is done every time: 每到一处考察, 每次调研, 每年都到某地考察; not 考察每年出栏十万头的公司.
var each = regexp.MustCompile(`每(?:到一[处地]|一?次|逢|到|年(?:$|[都到赴]))`)

// habitual is true for the verb at token i that sums up what was done over years: 党的十八大以来，某某多次到某地考察，主持召开座谈会. A day of
// its own makes it news.
func (c *view) habitual(i int) bool {
	if !c.Tokens[i].Is(discourse.Host | discourse.Convene | discourse.Visit | discourse.Inspect | discourse.Meet | discourse.Talk | discourse.Call | discourse.Sign) {
		return false
	}
	if day, own := c.Day(i); own && len(day.Start) >= len("2006-01") {
		return false
	}
	if c.Tokens[i].Is(discourse.Visit|discourse.Inspect) && each.MatchString(c.Text(c.Comma(i)+1, i)) {
		return true
	}
	for j := range i {
		if c.Tokens[j].Kind == discourse.Comma {
			if zh.EndsWith(c.Text(0, j), "以来", "年来", "年间") {
				return true
			}
			break
		}
	}
	return often.MatchString(c.Text(c.Comma(i)+1, i))
}

// negated is true for the verb at token i that tells what is not done: 不出席, 拒绝会见, 取消访问.
func (c *view) negated(i int) bool {
	if c.Tokens[i].Is(discourse.Meet|discourse.Talk|discourse.Call|discourse.Visit) && c.dropped(i) {
		return true
	}
	return c.Denied(i) || i > 0 && zh.EndsWith(c.Text(i-1, i), "取消", "推迟")
}

// dropped is true where the clause of the verb at token i says before it that it was put off: 取消两人原定的会晤. What
// is talked about says nothing of the talk: 就取消签证举行会谈.
func (c *view) dropped(i int) bool {
	before := c.Text(c.Comma(i)+1, i)
	for _, w := range [...]string{"取消", "推迟", "原定", "原计划"} {
		at := strings.LastIndex(before, w)
		if at < 0 || topical(before[:at]) {
			continue
		}
		between := strings.TrimPrefix(before[at+len(w):], "了")
		switch {
		case zh.Holds(between, "后", "并"): // 取消限制后举行的会谈
		case strings.HasPrefix(w, "原"), between == "", zh.EndsWith(between, "的", "原定"):
			return true
		case zh.BeginsWith(between, "在", "再"), zh.BeginsWith(between, "与", "同", "和", "跟") && c.named(i-1):
			return true
		}
	}
	return false
}

// named is true for the token at i that names somebody.
func (c *view) named(i int) bool {
	k := c.Tokens[i].Kind
	return k == discourse.Person || k == discourse.Place || k == discourse.Org
}

// topical is true for the text of a clause behind which only stands what is dealt with: 就…, 围绕….
func topical(text string) bool { return zh.Holds(text, "就", "围绕", "关于", "针对", "为") }

// tabled is true for the verb at token i of what only a report is about that is dealt with, and for that report: 审议某委员长访问某国、某国情况的书面
// 报告.
func (c *view) tabled(i int) bool {
	before := c.Text(c.Comma(i)+1, i)
	if !zh.Holds(before, "审议", "听取", "审查", "讨论") {
		return false
	}
	if c.Tokens[i].Is(discourse.Speak) {
		return zh.EndsWith(before, "书面")
	}
	end := i + 1
	for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
		end++
	}
	return c.Tokens[i].Is(discourse.Visit|discourse.Inspect|discourse.Travel|discourse.Attend|discourse.Meet|discourse.Talk) &&
		zh.EndsWith(c.Text(i+1, end), "报告", "汇报") && zh.Holds(c.Text(i+1, end), "情况的")
}

// remarks is true for the verb at token i of a sentence that only remarks on what was told: 这是某某首次主持召开座谈会.
func (c *view) remarks(i int) bool {
	return c.Tokens[i].Is(discourse.Host|discourse.Attend) && zh.BeginsWith(c.Text(0, i), "这是", "这也是") && zh.EndsWith(c.Text(0, i), "首次", "第一次", "又一次")
}
