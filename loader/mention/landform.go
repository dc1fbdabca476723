package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/verb"
)

// Rivers and lakes that no gazetteer has are natural places by what stands round them: 沿渝河, 寇河岸边, 汉丰湖湿地.

// landforms are the characters that their names end in.
var landforms = zh.Runes("河江溪湖湾泉塘浦港涧沟山岭峰岛")

// waters are those of them behind which a shore or a dike tells a name.
var waters = zh.Runes("河江溪湖湾泉塘浦涧沟")

var (
	along  = zh.Words("沿 沿着 流经 登上 横跨 跨越 注入 汇入")
	shores = []string{"岸", "畔", "之滨", "之畔", "流域", "湿地", "大堤", "堤防", "上游", "下游", "中游", "两岸", "沿岸", "水质", "河道", "河段", "支流", "源头", "干流", "水面", "水系", "河长", "沿线", "的水", "段", "水体"}
)

// anyWater are the common nouns among them.
var anyWater = zh.Words("运河 古运河 大运河 内河 外河 河湖 江河 大江河 江湖 高山 大山 深山 青山 雪山 海湾 山沟 小河 大河 小溪 河沟 界河 护城河 黑臭河 母亲河 中小河")

// longestLandform bounds their names, in characters.
const longestLandform = 4

// landform tells whether the token at x ends the name of a river, lake or hill, and moves the left edge of x to its beginning.
func (rd *reader) landform(tokens []lattice.Token, x *thing) bool {
	t := tokens[x.lo]
	if r := rd.v.Runes; t.Kind == lattice.Place || !landforms[r[t.End-1]] || t.End-t.Start > longestLandform {
		return false
	}
	k := x.lo
	for k > 0 && tokens[k-1].End == tokens[k].Start && t.End-tokens[k-1].Start <= longestLandform && rd.stem(tokens, k-1) {
		k--
	}
	if t.End-tokens[k].Start < 2 || tokens[k].Kind == lattice.Name && (k > 0 && tokens[k-1].Kind == lattice.Post || tokens[k].Known) {
		return false
	}
	w := rd.v.Text(tokens[k].Start, t.End)
	if anyWater[w] || strings.HasSuffix(w, "鸿沟") || strings.ContainsRune("沿环条大小", rd.v.Runes[tokens[k].Start]) && t.End-tokens[k].Start < 3 || lexicon.TagOf(rd.v.Runes[tokens[k].Start:t.End]) == "n" {
		return false
	}
	led := k > 0 && along[rd.v.Text(tokens[k-1].Start, tokens[k-1].End)]
	if !led && !(waters[rd.v.Runes[t.End-1]] && zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), shores...)) {
		return false
	}
	x.lo, x.start, x.natural = k, tokens[k].Start, true
	return true
}

// stem tells whether the token at k may be in front of 河 in the name of a river: part of a name, or a noun that is no everyday word.
func (rd *reader) stem(tokens []lattice.Token, k int) bool {
	t := tokens[k]
	w := rd.v.Text(t.Start, t.End)
	switch t.Kind {
	case lattice.Name:
		return true
	case lattice.Word:
		if along[w] || breakers[w] || lattice.EndsNoName(w) || verb.Of(w) != verb.None || lattice.IsParticle(rd.v.Runes[t.Start]) || lattice.HomeLevel(w) != "" || lattice.IsOrdinal(rd.v.Runes[t.Start]) {
			return false
		}
		switch {
		case t.Tag == "":
			return true
		case t.End-t.Start == 1:
			return t.Tag[0] == 'j' || t.Tag[0] == 'n' && t.Tag != "n" || t.Tag[0] == 'z' || t.Tag[0] == 'g' || t.Tag[0] == 'a' || t.Tag[0] == 'd'
		}
		return t.Tag[0] == 'n' && lexicon.FreqOf(w) < longLived
	}
	return false
}

// longLived is how often the lexicon counts an everyday word.
const longLived = 1000
