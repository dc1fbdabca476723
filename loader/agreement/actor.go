package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// bodyNouns are what bodies of two divisions are called together: 两县|中医院.
var bodyNouns = []string{"医院", "中医院", "人民医院", "职教中心", "农业农村局", "教育局", "水利局", "水务局", "文旅局", "卫健局", "人社局", "公安局", "法院", "检察院", "商会", "总工会", "工商联", "妇联", "团委", "党校", "一中"}

// likeNamed is the two bodies that 两县中医院 means where the article names neither: by the names of the two divisions that 两县 counts, or
// that a list right before it names (甲区、乙区两地文旅局).
func (r *reader) likeNamed(c *clause.Clause, both int, noun string) []string {
	end := bodyNoun(noun)
	if both+4 < len(c.Tokens) && c.Next(both+1).Kind == discourse.Dun && bodyNoun(c.D.String(c.Tokens[both+3].Span)) != "" && c.Tokens[both+4].Is(discourse.Each) {
		return nil // 两市文旅局、农业农村局分别签订: the two divisions
	}
	g, ok := set(c, both, both+1)
	if end == "" || !ok || g.n != 2 || g.noun != "" && !g.divisions() {
		return nil
	}
	counts := func(pair []string) bool {
		return len(pair) == 2 && r.divisions(pair) && (g.noun == "" || r.member(g, pair[0]) && r.member(g, pair[1]))
	}
	for _, pair := range [][]string{r.acting(c, c.Comma(both)+1, both), r.fellows(c), r.last, r.pair, r.d.Sides.Pair()} {
		if !counts(pair) {
			continue
		}
		var out []string
		for _, name := range pair {
			shorts := discourse.Shorts(name)
			if len(shorts) == 0 {
				return nil
			}
			out = append(out, shorts[0]+end)
		}
		return out
	}
	return nil
}

// fellows is the two divisions whose officials the sentence before names side by side: 甲区副区长某和乙区副区长某一起直播。两区文旅局…. nil where it
// doesn't.
func (r *reader) fellows(c *clause.Clause) []string {
	before, ok := r.d.Before(c.Sentence)
	if !ok {
		return nil
	}
	var out []string
	joined := false
	for _, t := range r.d.Rest(before) {
		if joined = joined || len(out) == 1 && t.Is(discourse.And); t.Kind == discourse.Person {
			out = add(out, r.d.Jurisdiction(t.Index))
		}
	}
	if !joined || len(out) != 2 {
		return nil
	}
	return out
}

// bodyNoun is the word for a body that noun begins with, "" for none: the shortest that ends as bodies do, and not in a title (生态环境局|签订,
// 法院|院长, 商会|会长).
func bodyNoun(noun string) string {
	runes := []rune(noun)
	for i := 2; i <= len(runes); i++ {
		head := string(runes[:i])
		if _, _, ok := org.EndsAt(runes, i); ok && zh.EndsWith(head, "局", "委", "院", "会", "中心") && (i == len(runes) || runes[i] != '长') {
			return head
		}
	}
	end := ""
	for _, w := range bodyNouns {
		if strings.HasPrefix(noun, w) && len(w) > len(end) {
			end = w
		}
	}
	return end
}

// told is whom a document concerns that nobody is said to sign (租赁协议预计8月签): the body that the last person before it in the
// sentence serves, or the citizen himself. "" if no one stands there.
func (r *reader) told(c *clause.Clause, p paper) string {
	if p.verb < p.at || zh.Holds(p.title, "停火", "和平", "条约", "协定", "双边") {
		return "" // what states and warring sides sign concerns no one who speaks of it
	}
	other := ""
	for j := p.from - 1; j >= 0; j-- {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Person:
			return r.served(r.d.Name(t))
		case t.Is(discourse.Pronoun) && c.Topic != nil && other == "":
			other = r.served(c.Topic.Name)
		}
	}
	return other
}

// business is true for the name of a body that is no division: a company, a school.
func (r *reader) business(name string) bool {
	for _, p := range r.d.Places {
		if p.Name == name && p.Type == reading.Admin {
			return false
		}
	}
	return name != "" && !zh.EndsWith(name, "政府", "委员会")
}
