package event

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// bound is the states or divisions that the verb at token i goes to.
func (s *story) bound(c *view, i int) []string {
	if out := s.states(c, i); len(out) > 0 {
		return out
	}
	if out := c.goals(i); len(out) > 0 {
		return out
	}
	if spot := c.thither(i); spot != "" && (s.trip < 0 || s.trip < s.since) {
		return []string{spot}
	}
	return nil
}

// goals is the divisions that the verb at token i goes to: after 来, 赴, 到, 在 before it, else after it.
func (c *view) goals(i int) []string {
	var out []string
	for j := c.From(i); j < i; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Place && c.Relative(j) < 0 && c.joined(j) && !discourse.Titular(c.Tokens, j) {
			out = c.admit(out, j)
		}
	}
	for j := c.From(i); j < i && len(out) == 0; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Org && c.Relative(j) < 0 && j > 0 && c.Tokens[j-1].Is(discourse.Travel) && !discourse.Titular(c.Tokens, j) {
			national := c.D.Home == "" || c.D.Home == "中国"
			if seat := c.D.Seat(t.Index); national && !c.state(seat) && zh.EndsWith(seat, "省", "市", "区", "县", "州", "盟", "旗") || !national && seat != c.D.Home && discourse.Within(seat, c.D.Home) {
				out = append(out, seat) // 来到某区环卫所慰问
			}
		}
	}
	if len(out) > 0 || zh.EndsWith(c.D.String(c.Tokens[i].Span), "看望", "探望") {
		return out // 看望某市派驻的干部: where they come from
	}
	for j := i + 1; j < len(c.Tokens) && (c.Tokens[j].Kind == discourse.Place || c.Tokens[j].Kind == discourse.Dun || c.Tokens[j].Is(discourse.And) || c.Tokens[j].Kind == discourse.Text || c.D.String(c.Tokens[j].Span) == "位于"); j++ {
		if c.Tokens[j].Kind == discourse.Place && !zh.BeginsWith(c.D.String(c.Tokens[j].Span), "全") {
			out = c.admit(out, j) // 督导全市工作 goes nowhere
		}
		if c.Tokens[j].Kind == discourse.Text && c.D.String(c.Tokens[j].Span) != "了" {
			break
		}
	}
	return out
}

// thither is the place that was just told of where the travellers of the verb at token i come to it: 来到这里考察. "" if they don't.
func (c *view) thither(i int) string {
	for j := c.From(i); j < i; j++ {
		word := c.D.String(c.Tokens[j].Span)
		if word == "来到这里" || j > 0 && c.Tokens[j-1].Is(discourse.Travel) && zh.BeginsWith(word, "这里", "此地") {
			return c.Spot(j)
		}
	}
	return ""
}

// stops is the divisions of the places and bodies that the verb at token i goes to, one each: 分别到某镇、某中学看望教师.
func (s *story) stops(c *view, i int) []string {
	var out []string
	going := false
	for j := c.Comma(i) + 1; j < i; j++ {
		switch t := c.Tokens[j]; {
		case t.Is(discourse.Travel):
			going = true
		case !going || t.Kind == discourse.Dun || t.Is(discourse.And):
		case t.Kind == discourse.Place && len(c.admit(nil, j)) > 0:
			out = append(out, c.admit(nil, j)...)
		case t.Kind == discourse.Place, t.Kind == discourse.Org:
			out = append(out, s.home())
		default:
			return nil
		}
	}
	return out
}

// joined is true where the place at token j stands after a word of going, maybe after other places joined to it.
func (c *view) joined(j int) bool {
	last := j
	for j > 0 && (c.Tokens[j-1].Kind == discourse.Place || c.Tokens[j-1].Kind == discourse.Dun || c.Tokens[j-1].Is(discourse.And)) {
		j--
	}
	if j > 0 && c.Tokens[j-1].Kind == discourse.Text && strings.HasSuffix(c.D.String(c.Tokens[j-1].Span), "对") && zh.BeginsWith(c.D.String(c.Next(last).Span), "进行", "开展", "展开") {
		return true // 对我市进行友好访问
	}
	return j > 0 && c.Tokens[j-1].Is(discourse.Travel|discourse.At|discourse.Visit|discourse.Inspect)
}

// streets is what makes the name of a division part of a street's or a square's: 北京路公园 isn't in 北京.
var streets = [...]string{"路", "街", "大道", "广场", "公园", "大桥", "大厦", "饭店", "宾馆", "大酒店"}

// admit adds the division of the place at token j; a finer one replaces the one that it lies in.
func (c *view) admit(out []string, j int) []string {
	p := c.D.Places[c.Tokens[j].Index]
	name := p.Name
	if p.Type != reading.Admin {
		name = c.Seat(p)
	}
	if name == "中国" && c.Next(j).Kind == discourse.Text && c.Next(j).Start == c.Tokens[j].End && !zh.BeginsWith(c.D.String(c.Next(j).Span), "进行", "开展", "展开", "并", "期间") {
		return out // 中国|一重集团
	}
	if name == "" || c.D.Places[c.Tokens[j].Index].Type == reading.Admin && j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), streets[:]...) {
		return out
	}
	if n := len(out); n > 0 && c.Tokens[j-1].Kind == discourse.Place && discourse.Within(name, out[n-1]) {
		out[n-1] = name
		return out
	}
	return append(out, name)
}

// common is the longest division that all of list lie in, "" if none.
func common(list []string) string {
	if len(list) == 0 {
		return ""
	}
	prefix := []rune(list[0])
	for _, s := range list[1:] {
		n := 0
		for i, r := range []rune(s) {
			if i >= len(prefix) || prefix[i] != r {
				break
			}
			n = i + 1
		}
		prefix = prefix[:n]
	}
	if len(list) > 1 {
		for n := len(prefix); n > 0; n-- {
			if strings.ContainsRune("省市区县旗州盟", prefix[n-1]) {
				return string(prefix[:n])
			}
		}
		return ""
	}
	return string(prefix)
}

// lives is true for a person whose home the sentence says was entered: 走进居民林某家中看望.
func (c *view) lives(p clause.Party) bool {
	return zh.AtHome(c.D.Reading.Text.Runes[p.Span.End:])
}
