package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// longestSector is how many characters one field of cooperation may have.
const longestSector = 12

// sectors is the fields that the sentence lists for its documents: 聚焦教育、医疗、商贸等多领域, 经贸、能源等领域多项双边合作文件.
func (r *reader) sectors(c *clause.Clause, p paper, all []paper) []string {
	if about := r.about(c, p); about != nil {
		return about
	}
	if list := dealt(c, p); list != nil {
		return list
	}
	for i := range c.Tokens {
		if c.Tokens[i].Kind != discourse.Dun && !c.Tokens[i].Is(discourse.Etc) {
			continue
		}
		list, end := r.list(c, i)
		if len(list) == 0 || !field(c, end) || others(p, all, end) || i > p.at || end < p.from && end+3 < p.from && c.Comma(p.from) >= end {
			continue
		}
		return list
	}
	return named(c, p, all)
}

// about is what 就 says that the signing is about: 就冬季旅游互推签订过一份备忘录.
func (r *reader) about(c *clause.Clause, p paper) []string {
	if p.verb < 0 || p.verb > p.at {
		return nil
	}
	text := c.Text(c.Comma(p.verb)+1, p.verb)
	at := strings.LastIndex(text, "就")
	if at < 0 {
		return nil
	}
	text = strings.TrimSpace(text[at+len("就"):])
	for _, w := range [...]string{"等领域", "等方面", "等事项", "领域", "方面", "事项", "等", "事宜"} {
		text = strings.TrimSuffix(text, w)
	}
	var out []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == '和' }) {
		if n := len([]rune(s)); n < 2 || n > longestSector || strings.ContainsAny(s, "曾与同在将已") || zh.BeginsWith(s, "该", "此", "这", "上述", "本") {
			return nil
		}
		out = append(out, s)
	}
	return out
}

// others is true where the list that ends at token end stands right before the name of another document, whose it is.
func others(p paper, all []paper, end int) bool {
	for _, q := range all {
		if q.at != p.at && end <= q.at && q.from <= end+2 && q.from > end-3 {
			return true
		}
	}
	return false
}

// list is the items around the first 、 or 等 at token i, and the token behind them.
func (r *reader) list(c *clause.Clause, i int) ([]string, int) {
	runes := r.d.Reading.Text.Runes
	start := i
	for start > 0 && (c.Tokens[start-1].Kind == discourse.Text || c.Tokens[start-1].Kind == discourse.Quote || c.Tokens[start-1].Kind == discourse.Dun ||
		c.Tokens[start-1].Is(discourse.Filler|discourse.Unveil|discourse.Visit|discourse.Paper|discourse.Session|discourse.And|discourse.Speak)) {
		start--
	}
	end := i
	for end < len(c.Tokens) && (c.Tokens[end].Kind == discourse.Text || c.Tokens[end].Kind == discourse.Dun || c.Tokens[end].Is(discourse.Filler|discourse.And)) {
		end++
	}
	if start == i {
		return nil, end
	}
	text := string(runes[c.Tokens[start].Start:c.Tokens[end-1].End])
	for _, w := range [...]string{"内容新增", "内容包括", "内容涉及", "内容涵盖", "聚焦", "围绕", "涵盖", "涉及", "就", "包括", "签署", "了", "加强", "深化", "推动", "推进", "以及", "关于", "在", "从", "两地", "双方"} {
		if _, rest, ok := strings.Cut(text, w); ok {
			text = rest
			break
		}
	}
	for _, w := range [...]string{"领域", "方面", "方向", "板块"} {
		if k := strings.Index(text, w); k >= 0 {
			text = strings.TrimSuffix(strings.TrimRight(text[:k], "多个各大一二两三四五六七八九十"), "等")
		}
	}
	var out []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == '和' }) {
		s = strings.TrimSpace(s)
		if s == "合作" || s == "实施" {
			continue
		}
		if zh.EndsWith(s, "个国家", "个国际组织", "个地区") {
			return nil, end // 和43个国家、6个国际组织签署: those who sign
		}
		if n, ok := measured([]rune(s)); ok && n < len([]rune(s)) {
			s = string([]rune(s)[n:]) // 100多项贸易、投资等领域谅解备忘录
		}
		if n := len([]rune(s)); n == 0 || n > longestSector {
			return nil, end
		}
		out = append(out, s)
	}
	return out, end
}

// field is true where 领域 or 方面 follows the list that ends at token end.
func field(c *clause.Clause, end int) bool {
	from := max(end-1, 0)
	text := c.D.String(reading.Span{Start: c.Tokens[from].Start, End: c.Tokens[min(end+2, len(c.Tokens))-1].End})
	if zh.Holds(text, "领域", "方面", "个方向", "板块") {
		return true
	}
	start := max(end-2, 0)
	for start > 0 && c.Tokens[start].Kind != discourse.Comma {
		start--
	}
	return zh.Holds(c.Text(start, end), "内容包括", "内容新增", "内容涉及", "内容涵盖", "涵盖", "涉及") // 内容新增某某、某某等三项
}
