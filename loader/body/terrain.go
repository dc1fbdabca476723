package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/verb"
)

// Natural features that no gazetteer has are named by a head of two characters or more that says what they are, right behind a place
// or a name: 若尔盖|湿地, 冒纳罗亚|火山.

// lands are the heads that name one thing of a place; terrains those of which a province or country has many, so that only a smaller
// place, another feature or a name makes one of them.
var (
	lands    = zh.Words("半岛 群岛 列岛 海峡 盆地 山脉")
	terrains = zh.Words("湿地 草原 大草原 沙漠 火山 瀑布 大瀑布 峡谷 大峡谷 冰川 雪山 溶洞")
)

// ofMarsh are the words behind 湿地 and the like that tell of all of a place's, and not of one.
var ofMarsh = []string{"保护", "生态", "资源", "面积", "公园", "综合", "率", "修复", "类", "自然", "植被", "总"}

// terrain tells whether the token at x ends the name of such a feature, and moves the left edge of x to its beginning.
func (rd *Reader) terrain(tokens []lattice.Token, x *Thing) bool {
	from, e, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	if !ok || e.Type != reading.Natural || x.End-from < 2 {
		return false
	}
	head := rd.v.Text(from, x.End)
	k, ok := tokenFrom(tokens, x.Lo, from)
	if !ok || k == 0 || tokens[k-1].End != from || !lands[head] && !terrains[head] {
		return false
	}
	switch t := tokens[k-1]; {
	case t.Kind == lattice.Place && t.Places[0].Place.Kind != gazetteer.Country && !t.Places[0].Form.Has(gazetteer.Common):
		if rd.allOf(t.Places[0], head, x.End) {
			return false
		}
		k--
		x.Anchor = PlaceAnchor
	case t.Kind == lattice.Name && (k < 2 || tokens[k-2].Kind != lattice.Post):
		k--
		for k > 0 && tokens[k-1].End == tokens[k].Start && rd.syllable(tokens[k-1]) {
			k--
		}
	case t.Kind == lattice.Word && t.End-t.Start > 1 && rd.nameWord(t) && (k < 2 || tokens[k-2].End < t.Start || rd.sets(tokens[k-2])):
		k--
	default:
		return false
	}
	x.Lo, x.Start, x.Natural = k, rd.lastOf(tokens[k]), true
	return true
}

// allOf tells whether a place and head, which ends at end, speak of all such land that the place has, and name none: 全省|湿地, 某市|湿地|面积.
func (rd *Reader) allOf(c gazetteer.Candidate, head string, end int) bool {
	switch p := c.Place; {
	case p.Kind == gazetteer.Region && head != "湿地":
		return true
	case lands[head]:
		return false
	case wide(p), p.Kind == gazetteer.Division && !c.Form.Has(gazetteer.Short):
		return true
	}
	return zh.BeginsWith(rd.v.Text(end, min(end+2, len(rd.v.Runes))), ofMarsh...)
}

// lastOf is where the last place of a chain begins: 玄武 of 江苏南京玄武. A feature is called after it alone.
func (rd *Reader) lastOf(t lattice.Token) int {
	if t.Kind != lattice.Place || !t.Places[0].Form.Has(gazetteer.Chained) {
		return t.Start
	}
	for n := 2; n < t.End-t.Start; n++ {
		for _, c := range rd.g.NamedFolded(rd.v.Runes[t.End-n : t.End]) {
			if c.Place == t.Places[0].Place {
				return t.End - n
			}
		}
	}
	return t.Start
}

// syllable tells a character that goes on with the transcription on its right: 冒|纳罗亚.
func (rd *Reader) syllable(t lattice.Token) bool {
	return t.Kind == lattice.Word && t.End-t.Start == 1 && lattice.Transcribes(rd.v.Runes[t.Start]) && !lattice.IsParticle(rd.v.Runes[t.Start]) && !verb.Breaks(rd.v.Text(t.Start, t.End))
}

// nameWord tells a word that hardly anything but a name of a place is.
func (rd *Reader) nameWord(t lattice.Token) bool {
	w := rd.v.Text(t.Start, t.End)
	return (t.Tag == "ns" || t.Tag == "") && lexicon.FreqOf(w) < hardlyWord && !plain[w] && !strings.HasSuffix(w, "国")
}

// hardlyWord is how often the lexicon counts a word that is hardly anything but a name: it has 草海 38 times, 大峡谷 385.
const hardlyWord = 250
