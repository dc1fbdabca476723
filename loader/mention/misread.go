package mention

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
)

// misread tells a person of the tagger that is something else: a name and more, a place, part of a title in 《》, or what a
// slogan says of one (以某某同志为核心).
func (rd *reader) misread(x tagger.Span, known map[string]float32) bool {
	w := rd.v.Text(x.Start, x.End)
	r := rd.v.Runes[x.Start:x.End]
	if x.Start > 0 && rd.v.Runes[x.Start-1] == '以' || lexicon.TagOf(r) == "ns" || rd.thought(x.End) || rd.shorter(r) || sports[w] || rd.instance(x.End) || runsOver(w, known) || len(rd.g.Named(w)) > 0 {
		return true
	}
	for i := x.Start - 1; i >= 0 && x.Start-i < longestTitle && !lattice.EndsSentence(rd.v.Runes[i]); i-- {
		switch rd.v.Runes[i] {
		case '》':
			return false
		case '《':
			return true
		}
	}
	return false
}

// sports are words that look like transcribed names, and that lexicons take for some.
var sports = zh.Words("马拉松 巴拉马 保龄 高尔夫 桑巴 伦巴 探戈 瑜伽")

// instance tells whether what ends at i is one of a few that are named for all of a kind: 某某、某某等景区.
func (rd *reader) instance(i int) bool {
	return instances.MatchString(rd.v.Text(i, min(i+instanceReach, len(rd.v.Runes))))
}

// instances is how a text goes on behind one of them; instanceReach is how far.
var instances = regexp.MustCompile(`^(?:、[^，。；：、“”]{1,8}){0,4}等[^，。；、]{0,4}(?:景区|景点|乡镇|街道|村镇|村庄|品牌|产品|项目|街区|园区|公园|古镇|古村|品种|剧目|菜品|小吃|节目|作品|剧种)`)

const instanceReach = 40

// thought tells whether what ends at i gives its name to a school of thought: 某某新时代…思想, 某某文化思想.
func (rd *reader) thought(i int) bool {
	next := rd.v.Text(i, min(i+thoughtReach, len(rd.v.Runes)))
	return strings.HasPrefix(next, "新时代") || strings.Contains(next, "思想")
}

// thoughtReach is how many characters behind a name 思想 may end.
const thoughtReach = 4

// longestTitle is how far behind 《 a title may go on.
const longestTitle = 40

// shorter tells whether the first two of three characters stand elsewhere, and go on differently: 叶香站 where 叶香 is the name.
func (rd *reader) shorter(w []rune) bool {
	if len(w) != 3 {
		return false
	}
	next, n := rd.follow(w[:2])
	if n < 2 || next != 0 {
		return false
	}
	_, n = rd.follow(w)
	return n == 1
}

// runsOver tells whether w holds a known name and more.
func runsOver(w string, known map[string]float32) bool {
	if _, ok := known[w]; ok {
		return false
	}
	for name := range known {
		if strings.Contains(w, name) {
			return true
		}
	}
	return false
}
