package agreement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// common is the body that a common noun at token j means: 市政府 the paper's own, 该校 the last school that was named, 县里 whoever speaks
// of it.
func (r *reader) common(c *clause.Clause, j int) string {
	word := r.d.String(c.Tokens[j].Span)
	if discourse.InTitle(c.Tokens, j) {
		return ""
	}
	if l := organ(plain(word)); l != "" {
		return r.leveled(c, l, j)
	}
	if l, ok := strings.CutSuffix(plain(word), "里"); ok && l != "" && (levelOf(l) == l || l == "镇" || l == "乡") && opened(c, j) {
		return r.leveled(c, l, j)
	}
	if noun := bareNoun(word); noun != "" && opened(c, j) {
		return r.anaphor(noun, c.Tokens[c.Comma(j)+1].Start)
	}
	at := strings.LastIndex(word, "该")
	if at < 0 {
		return ""
	}
	noun := plain(word[at+len("该"):])
	from := c.Tokens[c.Comma(j)+1].Start
	switch part := strings.TrimPrefix(noun, kind(noun)); {
	case kind(noun) == "":
		return r.modified(noun, from)
	case part == "" && j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Org && c.Tokens[j+1].Start == c.Tokens[j].End:
		return "" // 该校|生命科学学院 is the party
	case part == "":
		return r.anaphor(noun, from)
	case formed(part):
		return part // 该校|茶学院: another body
	}
	return ""
}

// opened is true where the noun at token j begins its item: nothing before it says whose it is.
func opened(c *clause.Clause, j int) bool {
	return j == 0 || c.Tokens[j-1].Mark() || c.Tokens[j-1].Is(discourse.And|discourse.Say) || c.Tokens[j-1].Kind == discourse.Date
}

// headed is the body that a bare noun means with which the clause from token from on begins: 公司看中这里的土壤，与某镇签订….
func (r *reader) headed(c *clause.Clause, from int) string {
	t := c.Tokens[from]
	if t.Kind != discourse.Text || discourse.InTitle(c.Tokens, from) {
		return ""
	}
	word := r.d.String(t.Span)
	for _, noun := range bareNouns {
		if rest, ok := strings.CutPrefix(word, noun); ok && !zh.BeginsWith(rest, belongs[:]...) {
			return r.anaphor(noun, t.Start)
		}
	}
	return ""
}

// belongs are the words behind such a noun of which it is only the owner.
var belongs = [...]string{"负责", "员工", "职工", "工人", "门", "里", "内", "旗下", "董事", "总", "副", "党", "老", "工会", "技术", "代表", "方面", "系", "部", "处", "车间", "产品", "生产", "经理", "院", "会员", "成员"}

// modified is the body that a noun with a word before it means: 该|养殖公司 the last company whose name holds 养殖.
func (r *reader) modified(noun string, at int) string {
	for _, k := range kinds {
		if word, ok := strings.CutSuffix(noun, k.noun); ok && word != "" && kind(k.noun) == k.noun {
			if name := r.anaphor(k.noun, at); strings.Contains(name, word) {
				return name
			}
		}
	}
	return ""
}

// leveled is the division that 县政府 and 县里 at token j mean: the paper's own, the story's, that of who speaks of it, or the last one named.
func (r *reader) leveled(c *clause.Clause, level string, j int) string {
	if name := r.level([]rune(level)[0]); name != "" {
		return name
	}
	for s, tokens := range r.d.Back(c.Sentence, c.Tokens[:j], farLevel) {
		if s.Part != c.Sentence.Part {
			break
		}
		for _, t := range slices.Backward(tokens) {
			switch {
			case t.Kind == discourse.Person && strings.HasSuffix(r.d.Jurisdiction(t.Index), level):
				return r.d.Jurisdiction(t.Index)
			case t.Kind == discourse.Place && r.d.Places[t.Index].Type == reading.Admin && strings.HasSuffix(r.d.Name(t), level):
				return r.d.Name(t)
			}
		}
	}
	return ""
}

// farLevel is in how many sentences the division may be named that 县里 means: a long feature names it at its head.
const farLevel = 60

// plain is a noun without the adverbs behind it: 协会还.
func plain(word string) string {
	for cut := true; cut; {
		cut = false
		for _, w := range adverbs {
			if rest, ok := strings.CutSuffix(word, w); ok && rest != "" {
				word, cut = rest, true
			}
		}
	}
	return word
}

// bareNouns are common nouns that stand for a body that the text has named, as 协会 does for a certain one.
var bareNouns = [...]string{"协会", "商会", "联盟", "合作社", "学院", "学校", "医院", "附院", "公司", "集团", "研究院", "管理局", "联合会", "基金会", "管委会"}

// bareNoun is such a noun that text is, but for an adverb behind it. "" if it is none.
func bareNoun(text string) string {
	text = plain(text)
	if !slices.Contains(bareNouns[:], text) {
		return ""
	}
	if text == "附院" {
		return "附属医院"
	}
	return text
}

// firms are the nouns for companies of any name.
var firms = map[string]bool{"公司": true, "企业": true, "集团": true}

// anaphor is the last body named before offset at that the noun may mean: 该局, 该公司, 该校. "" if none.
func (r *reader) anaphor(noun string, at int) string {
	best, end := "", -1
	for i, o := range r.d.Organizations {
		if noun == "" || !fits(o.Name, noun) && !(firms[noun] && o.Type == "company" && !strings.HasSuffix(o.Name, "行")) {
			continue
		}
		for _, e := range o.Spans {
			if e.End <= at && e.End > end && !r.ownedHere(e.Start) {
				best, end = r.d.Name(discourse.Token{Kind: discourse.Org, Index: i}), e.End
			}
		}
	}
	return best
}

// ownedHere is true where a body is named as part of one that was named before: 该校|生命科学学院, which 该校 never means.
func (r *reader) ownedHere(at int) bool {
	text := r.d.Reading.Text
	return at > 2 && strings.HasPrefix(text.Slice(at-2, at), "该")
}

// organ is the level of a bare government that may sign, which a run of text is: 市政府 → 市. "" for any other text.
func organ(text string) string {
	if l := levelOf(text); l != "" && (text == l+"政府" || text == l+"人民政府") {
		return l
	}
	return ""
}

// levelOf is the level that text begins with, "" if it begins with none of one character.
func levelOf(text string) string {
	if l, size := utf8.DecodeRuneInString(text); reading.IsLevel(l) {
		return text[:size]
	}
	return ""
}
