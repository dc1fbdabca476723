package event

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// penned is what a clause opens with that says who signed what was just told of: 签字人是某某和某某, 落笔的分别是甲和乙.
var penned = regexp.MustCompile(`^(?:代表\p{Han}{1,8})?(?:签字|签约|签署|落笔)(?:人|的)(?:分别)?(?:是|为|有)`)

// printed says that a medium brings out a text on that day: 新华社今天播发通讯《…》, 推出系列报道《…》. Who gives a speech does something else.
var printed = regexp.MustCompile(`(?:播发|刊发|刊登|播出|推出|发表题为|发表评论员|发表社论)[^，。；]{0,24}(?:文章|通讯|综述|纪实|述评|评论|社论|报道|专题片|纪录片|节目|第[一二三四五六七八九十]+集|》)`)

// prints is true where the sentence brings out a text: what that goes on to tell was done on other days than this.
func (c *view) prints() bool {
	text := c.Text(0, len(c.Tokens))
	if strings.HasSuffix(strings.TrimRight(text, "。：:"), "全文如下") {
		return true
	}
	return zh.Holds(text, "播发", "刊发", "刊登", "播出", "推出", "发表") && printed.MatchString(text) && !zh.Holds(text, "演讲", "讲话", "致辞", "发言", "报告")
}

// pens adds to the signing that goes on whom a clause says to have signed.
func (s *story) pens(c *view) {
	if s.signing < 0 || s.drafts[s.signing].dropped {
		return
	}
	for j := range c.Tokens {
		if j > 0 && !c.Tokens[j-1].Mark() || c.Silent(j) {
			continue
		}
		end := j
		for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
			end++
		}
		if penned.MatchString(c.Text(j, end)) {
			for _, t := range c.Tokens[j:end] { // 签字人为甲与乙: 为 governs nobody here
				if t.Kind == discourse.Person {
					s.drafts[s.signing].add(reading.Signatory, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
				}
			}
		}
	}
}
