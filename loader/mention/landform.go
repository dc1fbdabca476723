package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Rivers and lakes that no gazetteer has are natural places by what stands round them: 沿渝河, 寇河岸边, 汉丰湖湿地.

// landforms are the characters that their names end in.
var landforms = runeSet("河江溪湖湾泉塘浦港涧沟山岭峰岛")

// waters are those of them behind which a shore or a dike tells a name.
var waters = runeSet("河江溪湖湾泉塘浦涧沟")

var (
	along  = set("沿 沿着 流经 登上 横跨 跨越 注入 汇入")
	shores = []string{"岸", "畔", "之滨", "之畔", "流域", "湿地", "大堤", "堤防", "上游", "下游", "中游", "两岸", "沿岸", "水质", "河道", "河段", "支流", "源头", "干流", "水面", "水系", "河长", "沿线", "的水", "段", "水体"}
)

// anyWater are the common nouns among them.
var anyWater = set("运河 古运河 大运河 内河 外河 河湖 江河 大江河 江湖 高山 大山 深山 青山 雪山 海湾 山沟 小河 大河 小溪 河沟 界河 护城河 黑臭河 母亲河 中小河")

// longestLandform bounds their names, in characters.
const longestLandform = 4

// landform tells whether the token at x ends the name of a river, lake or hill, and moves the left edge of x to its beginning.
func (rd *reader) landform(tokens []token, x *thing) bool {
	t := tokens[x.lo]
	if r := rd.v.runes; t.kind == place || !landforms[r[t.end-1]] || t.end-t.start > longestLandform {
		return false
	}
	k := x.lo
	for k > 0 && tokens[k-1].end == tokens[k].start && t.end-tokens[k-1].start <= longestLandform && rd.stem(tokens, k-1) {
		k--
	}
	if t.end-tokens[k].start < 2 || tokens[k].kind == name && (k > 0 && tokens[k-1].kind == post || tokens[k].known) {
		return false
	}
	w := rd.v.text(tokens[k].start, t.end)
	if anyWater[w] || strings.HasSuffix(w, "鸿沟") || strings.ContainsRune("沿环条大小", rd.v.runes[tokens[k].start]) && t.end-tokens[k].start < 3 || lexiconTag(rd.v.runes[tokens[k].start:t.end]) == "n" {
		return false
	}
	led := k > 0 && along[rd.v.text(tokens[k-1].start, tokens[k-1].end)]
	if !led && !(waters[rd.v.runes[t.end-1]] && zh.BeginsWith(rd.v.text(t.end, min(t.end+2, len(rd.v.runes))), shores...)) {
		return false
	}
	x.lo, x.start, x.natural = k, tokens[k].start, true
	return true
}

// stem tells whether the token at k may be in front of 河 in the name of a river: part of a name, or a noun that is no everyday word.
func (rd *reader) stem(tokens []token, k int) bool {
	t := tokens[k]
	w := rd.v.text(t.start, t.end)
	switch t.kind {
	case name:
		return true
	case word:
		if along[w] || breakers[w] || lastly[w] || verbs[w] != noVerb || particles[rd.v.runes[t.start]] || homeWords[w] != "" || ordinals[rd.v.runes[t.start]] {
			return false
		}
		switch {
		case t.tag == "":
			return true
		case t.end-t.start == 1:
			return t.tag[0] == 'j' || t.tag[0] == 'n' && t.tag != "n" || t.tag[0] == 'z' || t.tag[0] == 'g' || t.tag[0] == 'a' || t.tag[0] == 'd'
		}
		return t.tag[0] == 'n' && freq(w) < longLived
	}
	return false
}

// longLived is how often the lexicon counts an everyday word.
const longLived = 1000
