package body

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
)

// pairs are the joins inside names of bodies: 发展和改革, 人力资源和社会保障.
var pairs = zh.Words("和 与 及 、")

// paired tells whether the join at j may stand inside a name: behind a plain word, and not behind a body.
func (rd *Reader) paired(tokens []lattice.Token, j int, x *Thing) bond {
	if j == 0 || tokens[j-1].Kind != lattice.Word {
		return loose
	}
	if rd.v.Text(tokens[j].Start, tokens[j].End) == "与" && j+1 < x.Hi-1 && rd.another(tokens[j+1:x.Hi-1]) {
		return loose // 甲乙钢铁与|丙丁集团: another name
	}
	if w := rd.v.Text(tokens[j-1].Start, tokens[j-1].End); lattice.IsLevel(w) || lattice.HomeLevel(w) != "" || IsOrganWord(w) || w == "政府" || w == "人民政府" || w == "会议" || w == "大会" {
		return loose // 我县与某医院, 第一次会议和某委员会
	}
	if _, _, ok := org.EndsAt(rd.v.Runes, tokens[j-1].End); ok {
		return loose
	}
	if x.Facility && (rd.builtTo(tokens[j-1].End) || zh.EndsWith(rd.v.Text(x.Start, x.End), unjoined...)) {
		return loose // 某某隧道和|某某路
	}
	return crosses
}

// builtTo tells whether names of built places end as the text does before end, in two characters or more.
func (rd *Reader) builtTo(end int) bool {
	at, e, ok := zhplace.EndsAt(rd.v.Runes, end)
	return ok && e.Type == reading.Facility && end-at > 1
}

// unjoined are the endings of built places in whose names 和 doesn't stand: 某湖和|某桥.
var unjoined = []string{"桥", "路", "街", "道", "站", "塔", "寺", "宫", "楼", "港", "机场", "水库", "隧道", "公路", "铁路", "高速", "高铁"}

// another tells whether tokens behind 与 begin a name of their own: a place, a person, a word of no lexicon, or single characters that make none.
func (rd *Reader) another(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind != lattice.Word || t.Tag == "" || t.Tag == "nz" {
			return true
		}
	}
	return rd.coined(tokens, tokens[len(tokens)-1].End)
}
