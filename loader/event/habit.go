package event

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// often says that something was done more than once: 先后三次, 多次; not 第三次.
var often = regexp.MustCompile(`(?:^|[^第0-9一二三四五六七八九十])(?:[0-9]{1,3}|[两三四五六七八九十多数几]|十几|十余)次`)

// habitual is true for the verb at token i that sums up what was done over years: 党的十八大以来，某某多次到某地考察，主持召开座谈会. A day of
// its own makes it news.
func (c *view) habitual(i int) bool {
	if !c.Tokens[i].Is(discourse.Host | discourse.Convene | discourse.Visit | discourse.Inspect | discourse.Meet | discourse.Talk | discourse.Call | discourse.Sign) {
		return false
	}
	if day, own := c.Day(i); own && len(day.Start) >= len("2006-01") {
		return false
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
	if c.Tokens[i].Is(discourse.Meet|discourse.Talk|discourse.Call|discourse.Visit) && zh.Holds(c.Text(c.Comma(i)+1, i), "取消", "推迟", "原定", "原计划", "拒绝") {
		return true // 取消两人原定的会晤
	}
	if i > 0 && c.Tokens[i-1].Is(discourse.Future) {
		return zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "未能", "没有")
	}
	return i > 0 && c.Tokens[i-1].Kind == discourse.Text && zh.EndsWith(c.D.String(c.Tokens[i-1].Span), "不", "未", "没", "拒绝", "无法", "取消", "推迟")
}

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
