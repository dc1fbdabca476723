package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// Towns abroad that no gazetteer has are places by what stands round them: 黎南部城市提尔, 北部拜特拉希亚一座建筑, 哈尔科夫、某某、
// 赫尔松等方向.

var (
	townNouns = []string{"城市", "城镇", "市镇", "小镇", "重镇", "首府", "村镇", "村庄", "小城", "古城", "港城"}
	townSides = []string{"东部", "西部", "南部", "北部", "中部"}
	townHinds = []string{"、", "，", "。", "等", "和", "及", "地区", "附近", "方向", "一带", "周边", "郊区", "遭", "发生", "的", "一", "以", "市", "镇", "机场", "举行", "爆发"}
)

// townLists are the characters that such a town stands behind in a list.
const townLists = "、和"

// longestTown bounds their names, in characters.
const longestTown = 7

// town offers the transliterated name at i as a place abroad where the words round it make it one. The article has to name a
// country, and neither the gazetteer nor the article may know the name otherwise.
func (l *Lattice) town(i, start, end int) {
	r := l.v.Runes
	if l.sides == 0 || i == start || !classOf(r[i-1]).is(townward) || !classOf(r[i]).is(transcribing) || classOf(r[i-1]).is(transcribing) && zh.IsHan(r[i-1]) && !strings.ContainsRune("和以", r[i-1]) {
		return
	}
	j := i
	for j < end && j-i <= longestTown && classOf(r[j]).is(transcribing) {
		j++
	}
	before := l.v.Text(max(start, i-2), i)
	after := l.v.Text(j, min(end, j+2))
	least := 3
	switch {
	case zh.EndsWith(before, townNouns...) && (j == end || !zh.IsHan(r[j]) || zh.BeginsWith(after, townHinds...)):
		least = 2
	case zh.EndsWith(before, townSides...) && zh.BeginsWith(after, townHinds...):
	case strings.ContainsRune(townLists, r[i-1]) && l.alive[i-start].has(sWhere) && zh.BeginsWith(after, townHinds...):
	default:
		return
	}
	w := l.v.Text(i, j)
	if j-i < least || j-i > longestTown || j < end && zh.IsMiddleDot(r[j]) || l.room.words.Freq(i, j) > 0 {
		return
	}
	if _, known := l.Known[w]; known || len(l.room.places.Named(i, j)) > 0 || l.within(i, j) {
		return
	}
	l.step(start, arc{PlaceToken(i, j, &gazetteer.Place{Name: w, Kind: gazetteer.Abroad}), placeFull})
}

// within tells whether a place or common word stands at the head of the stretch from i to j, so that it is no one name.
func (l *Lattice) within(i, j int) bool {
	for m := range gazetteer.Default().Matches(l.v.Runes[:j], i) {
		if m.End-i > 1 {
			return true
		}
	}
	for k := i; k+2 <= j; k++ {
		if l.room.words.Freq(k, k+2) > commonFreq {
			return true
		}
	}
	return false
}
