package lattice

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// PlaceToken is the token of a place that no gazetteer has.
func PlaceToken(start, end int, p *gazetteer.Place) Token {
	return Token{Kind: Place, Start: start, End: end, Places: []gazetteer.Candidate{{Place: p}}}
}

// TownLevels are the levels of townships: the words that their names end in.
var TownLevels = []string{"镇", "乡", "苏木", "街道"}

// abroadAt tries the places that locals found elsewhere in the article.
func (l *Lattice) abroadAt(i, start, end int) {
	for _, w := range l.foreign.by[l.v.Runes[i]] {
		if j := i + len(w); j <= end && slices.Equal(l.v.Runes[i:j], w) {
			l.step(start, arc{PlaceToken(i, j, l.Abroad[string(w)]), placePinned})
		}
	}
}

// beforeTown tells a character after which the short name of a township may stand: 在礼纪、东澳等地.
func beforeTown(r rune) bool {
	switch r {
	case '、', '在', '到', '赴', '任':
		return true
	}
	return false
}

// townList is how a list of towns by their short names begins, whose level stands behind it: 朝城、古云、张鲁等镇.
var townList = regexp.MustCompile(`^\p{Han}{2,4}(?:、\p{Han}{2,4}){1,6}(?:等)?(?:[0-9两二三四五六七八九十]+个?)?(?:\p{Han}{2,4})?(?:乡镇|镇|乡|街道)`)

// townsGoOn is how such a list goes on, down to its last.
var townsGoOn = regexp.MustCompile(`^\p{Han}{2,4}(?:、\p{Han}{2,4}){0,6}等(?:[0-9两二三四五六七八九十]+个?)?(?:\p{Han}{2,4})?(?:乡镇|镇|乡|街道)`)

// longestTownList bounds it, in characters.
const longestTownList = 32

// townships tries the short names of the townships of the home and of places that the article names in full.
func (l *Lattice) townships(i, start, end int) {
	cost := float32(placeShort)
	if l.levelAhead(i, end) && townsGoOn.MatchString(l.v.Text(i, min(i+longestTownList, end))) {
		cost = placeOfList // 红河、孟塬等乡镇: no county elsewhere, and nobody
	}
	for j := i + 2; j <= end && j <= i+longestShortTown && zh.IsHan(l.v.Runes[j-1]); j++ {
		if l.room.words.Freq(i, j) > 500 || l.countyCalled(i, j) || l.v.Text(j, min(j+2, end)) == "公社" {
			continue
		}
		for _, level := range TownLevels {
			l.room.full = append(l.room.full[:0], l.v.Runes[i:j]...)
			for _, r := range level {
				l.room.full = append(l.room.full, r)
			}
			for _, c := range gazetteer.Default().NamedFolded(l.room.full) {
				if c.Form.Has(gazetteer.Short) || c.Place.Level != gazetteer.Township || !l.near(c.Place) {
					continue
				}
				t := Token{Kind: Place, Start: i, End: j, Places: []gazetteer.Candidate{{Place: c.Place, Form: gazetteer.Short}}}
				l.step(start, arc{t, cost})
			}
		}
	}
}

// namesTown tells whether the short name of a township may stand at i: behind such a character, or at the head of a list of them.
func (l *Lattice) namesTown(i, start, end int) bool {
	return i > start && beforeTown(l.v.Runes[i-1]) || l.listsTowns(i, end)
}

// longestShortTown bounds the short name of a township, in characters.
const longestShortTown = 4

// beforeTownLists are the characters besides that such a list may stand behind.
const beforeTownLists = "对了和与向给由从入遍是以让"

// listsTowns tells whether a list of towns begins at i.
func (l *Lattice) listsTowns(i, end int) bool {
	r := l.v.Runes
	if i+5 > end || r[i+2] != '、' && r[i+3] != '、' && r[i+4] != '、' {
		return false
	}
	if !l.levelAhead(i, end) || !townList.MatchString(l.v.Text(i, min(i+longestTownList, end))) {
		return false
	}
	return i == 0 || !zh.IsHan(r[i-1]) || strings.ContainsRune(beforeTownLists, r[i-1]) || l.secondTown(i, end)
}

// levelAhead tells whether a level of townships stands in reach of a list of them that begins at i.
func (l *Lattice) levelAhead(i, end int) bool {
	return slices.ContainsFunc(l.v.Runes[i:min(i+longestTownList, end)], func(r rune) bool { return r == '镇' || r == '乡' || r == '街' })
}

// secondTown tells whether the second item of the list of towns at i is a town near by: then the first is one behind any word (改建|潘河、狮子坪两个乡).
func (l *Lattice) secondTown(i, end int) bool {
	from := i
	for l.v.Runes[from] != '、' {
		from++
	}
	from++
	for j := from + 2; j <= end && j <= from+longestShortTown && zh.IsHan(l.v.Runes[j-1]); j++ {
		for _, level := range TownLevels {
			full := append(slices.Clone(l.v.Runes[from:j]), []rune(level)...)
			if slices.ContainsFunc(gazetteer.Default().NamedFolded(full), func(c gazetteer.Candidate) bool {
				return !c.Form.Has(gazetteer.Short) && c.Place.Level == gazetteer.Township && l.near(c.Place)
			}) {
				return true
			}
		}
	}
	return false
}

// countyCalled tells whether a county near home goes by the short name from i to j, which a township there then isn't meant by.
func (l *Lattice) countyCalled(i, j int) bool {
	return slices.ContainsFunc(l.room.places.Named(i, j), func(c gazetteer.Candidate) bool { return c.Place.Level == gazetteer.County && l.near(c.Place) })
}

// near tells whether a township or county lies in a county or prefecture that is home or is named in full.
func (l *Lattice) near(p *gazetteer.Place) bool {
	for q := p.Parent(); q != nil && q.Level != gazetteer.Province && q.Level != gazetteer.Nation; q = q.Parent() {
		if l.Pinned[q] {
			return true
		}
	}
	return false
}
