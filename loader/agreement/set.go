package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// group is a number of bodies that a word counts without naming them: 双方, 三方, 四国警方, 两家医院.
type group struct {
	n    int
	noun string // what they are; "" for sides of any kind
	at   int    // token of the word
}

// divisions is true for a group of divisions or of sides of any kind, which who met and who travelled tell better than
// who stands in a list.
func (g group) divisions() bool {
	return g.n == 2 && (g.noun == "" || strings.Contains(divided, g.noun))
}

// numerals is the numbers of sides that a word may count.
var numerals = map[rune]int{'两': 2, '双': 2, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// divided is the divisions that a numeral may count by itself, 地 of any level; units all that it may. 方 is sides of any kind.
const (
	divided = "国省市县区州旗盟地"
	units   = divided + "校院局企镇乡村方"
)

// set is the last word from token a to token b that counts bodies.
func set(c *clause.Clause, a, b int) (group, bool) {
	for j := b - 1; j >= a; j-- {
		t := c.Tokens[j]
		if t.Kind != discourse.Text && !t.Is(discourse.Both) {
			continue
		}
		if n, noun, ok := counting([]rune(c.D.String(t.Span))); ok {
			return group{n: n, noun: noun, at: j}, true
		}
		if t.Is(discourse.Both) && !zh.Holds(c.D.String(t.Span), "各", "多") {
			return group{n: 2, at: j}, true // 京蒙, 两党
		}
	}
	return group{}, false
}

// counting is the number and the noun of the last set word in text.
func counting(text []rune) (n int, noun string, ok bool) {
	for i := len(text) - 2; i >= 0; i-- {
		n := numerals[text[i]]
		if n == 0 || i > 0 && strings.ContainsRune("第十百一二三四五六七八九年月", text[i-1]) {
			continue
		}
		if text[i+1] == '家' || text[i+1] == '所' || text[i+1] == '个' {
			noun := string(text[i+2 : min(i+2+longestUnit, len(text))])
			return n, noun, len([]rune(noun)) >= 2 && kind(noun) != ""
		}
		if !strings.ContainsRune(units, text[i+1]) || i+2 < len(text) && strings.ContainsRune("面际域场士里点", text[i+2]) {
			continue
		}
		if text[i+1] == '方' {
			return n, "", true
		}
		return n, string(text[i+1 : i+2]), true
	}
	return 0, "", false
}

// longestUnit is how many characters the noun behind 两家 may have.
const longestUnit = 4

// kinds is the words for bodies with what their names end in.
var kinds = [...]struct{ noun, ends string }{
	{"医院", "医院 卫生院"},
	{"院", "院"},
	{"学校", "大学 学院 学校 中学 小学 中专 职高 幼儿园"},
	{"校", "大学 学院 学校 中学 小学 中专 职高"},
	{"大学", "大学 学院"},
	{"高校", "大学 学院"},
	{"中学", "中学"},
	{"小学", "小学"},
	{"公司", "公司 集团 厂"},
	{"企业", "公司 集团 厂 合作社"},
	{"企", "公司 集团 厂"},
	{"集团", "集团 公司"},
	{"银行", "银行"},
	{"协会", "协会"},
	{"局", "局"},
	{"机构", ""},
	{"单位", ""},
	{"部门", "局 委 办 厅"},
	{"镇", "镇"},
	{"乡", "乡"},
	{"村", "村"},
	{"市", "市"},
	{"县", "县 自治县"},
	{"区", "区"},
	{"省", "省 自治区 市"},
	{"州", "州"},
	{"旗", "旗"},
	{"盟", "盟"},
	{"园", "园 园区"},
	{"研究院", "研究院"},
	{"研究所", "研究所"},
	{"所", "研究所 所"},
	{"中心", "中心"},
	{"商会", "商会"},
	{"合作社", "合作社"},
	{"街道", "街道"},
}

// kind is the longest noun of the table that text begins with, "" if none.
func kind(text string) string {
	best := ""
	for _, k := range kinds {
		if strings.HasPrefix(text, k.noun) && len(k.noun) > len(best) {
			best = k.noun
		}
	}
	return best
}

// fits is true for a name of which noun may speak: 该校 of a university, 两家医院 of hospitals.
func fits(name, noun string) bool {
	word := kind(noun)
	if word == "" {
		return len([]rune(noun)) >= 2 && strings.HasSuffix(name, noun)
	}
	for _, k := range kinds {
		if k.noun == word {
			return k.ends == "" || zh.EndsWith(name, strings.Fields(k.ends)...)
		}
	}
	return false
}

// member is true for a body that may belong to g.
func (r *reader) member(g group, name string) bool {
	switch {
	case name == "":
		return false
	case g.noun == "":
		return true
	case g.noun == "国":
		return r.state(name)
	case g.noun == "地":
		return r.divisions([]string{name})
	}
	return fits(name, g.noun)
}

// lifted is the divisions of the level that g counts in which those of pair lie: two counties of two provinces for 两省. nil where they are of
// that level themselves, or lie in one.
func (r *reader) lifted(g group, pair []string) []string {
	if g.noun != "省" && g.noun != "市" || !r.divisions(pair) {
		return nil
	}
	var out []string
	for _, name := range pair {
		at := strings.Index(name, g.noun)
		if region := strings.Index(name, "自治区"); g.noun == "省" && at < 0 && region > 0 {
			at = region + len("自治")
		}
		if at < 0 || at+len("省") == len(name) {
			return nil
		}
		out = add(out, name[:at+len("省")])
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// reach is in how many sentences, with its own, a set word may look for the bodies that it counts.
const reach = 6

// resolve is the bodies that g counts: the last list of so many before it, else so many of its kind named in its
// paragraph. nil where their number doesn't match.
func (r *reader) resolve(c *clause.Clause, g group) []string {
	for _, tokens := range r.d.Back(c.Sentence, c.Tokens[:g.at], reach) {
		if list := r.listed(tokens, g); list != nil {
			return list
		}
	}
	if len(r.last) == g.n && !slices.ContainsFunc(r.last, func(name string) bool { return !r.member(g, name) }) {
		return r.last
	}
	if g.noun == "" || g.noun == "地" {
		return nil
	}
	return r.gathered(c, g)
}

// listed is the last run of exactly g.n members joined by 、 and 与 in tokens, persons standing for whom they serve.
func (r *reader) listed(tokens []discourse.Token, g group) []string {
	var best, run []string
	joined := false
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.Kind == discourse.Dun || t.Is(discourse.And) || t.Kind == discourse.Comma && i > 0 && tokens[i-1].Kind == discourse.Person:
			joined = true
			continue
		case t.Kind == discourse.Paren:
			continue
		}
		name, next := r.element(tokens, i)
		if name == "" {
			run, joined = nil, false
			continue
		}
		if !joined && (i == 0 || tokens[i-1].Kind != discourse.Place || t.End-t.Start > 1) { // 中沙伊三方
			run = nil
		}
		if joined = false; r.member(g, name) {
			run = add(slices.Clip(run), name)
		}
		if i = next; len(run) == g.n && !continued(tokens, i+1) {
			best = run
		}
	}
	return best
}

// continued is true where the list that ends before token i goes on.
func continued(tokens []discourse.Token, i int) bool {
	return i < len(tokens) && (tokens[i].Kind == discourse.Dun || tokens[i].Is(discourse.And))
}

// element is the body that the tokens from i name, and the last token of its name. "" if they name none.
func (r *reader) element(tokens []discourse.Token, i int) (string, int) {
	t := tokens[i]
	if t.Kind == discourse.Person {
		return r.served(r.d.Name(t)), i
	}
	if t.Kind == discourse.Text && discourse.InTitle(tokens, i-1) || (t.Kind == discourse.Place || t.Kind == discourse.Org) && discourse.InTitle(tokens, i) && !r.plain(tokens, i) {
		for j := i; j < len(tokens); j++ {
			if tokens[j].Kind == discourse.Person {
				return r.served(r.d.Name(tokens[j])), j
			}
		}
	}
	if t.Kind != discourse.Org && (t.Kind != discourse.Place || r.d.Places[t.Index].Type != reading.Admin) {
		return "", i
	}
	last := i
	for last+1 < len(tokens) && tokens[last].End == tokens[last+1].Start && (tokens[last+1].Kind == discourse.Place && tokens[last+1].End-tokens[last+1].Start > 1 || tokens[last+1].Kind == discourse.Org) {
		last++
	}
	name := r.d.Name(tokens[last])
	if last+1 < len(tokens) && tokens[last+1].Kind == discourse.Text && zh.BeginsWith(r.d.String(tokens[last+1].Span), "政府", "人民政府") {
		last++
	}
	return name, last
}

// plain is true for a body at token i that ends its item of a list, so that a title further on isn't its own.
func (r *reader) plain(tokens []discourse.Token, i int) bool {
	return i+1 < len(tokens) && (tokens[i+1].Kind == discourse.Dun || tokens[i+1].Is(discourse.And) || tokens[i+1].Kind == discourse.Text &&
		zh.EndsWith(r.d.String(tokens[i+1].Span), "政府") && i+2 < len(tokens) && tokens[i+2].Kind == discourse.Dun)
}

// gathered is the members of g that its sentence and then those before it in the paragraph, or close before that, name, as soon as they
// are g.n.
func (r *reader) gathered(c *clause.Clause, g group) []string {
	var out []string
	s, tokens := c.Sentence, c.Tokens[:g.at]
	sentences := 0
	for {
		for _, t := range tokens {
			if t.Kind != discourse.Place && t.Kind != discourse.Org {
				continue
			}
			if name := r.d.Name(t); r.member(g, name) {
				out = add(out, name)
			}
		}
		if len(out) >= g.n {
			break
		}
		before, ok := r.d.Previous(s)
		if sentences++; !ok || !before.Body() || before.Part != c.Sentence.Part && sentences > reach {
			break
		}
		s, tokens = before, r.d.Rest(before)
	}
	if len(out) != g.n {
		return nil
	}
	return out
}
