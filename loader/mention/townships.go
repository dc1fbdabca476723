package mention

import "github.com/baopu/baopu/internal/zh/gazetteer"

func localToken(start, end int, p *gazetteer.Place) token {
	return token{kind: place, start: start, end: end, places: []gazetteer.Candidate{{Place: p}}}
}

var (
	townEnds  = []string{"镇", "乡", "苏木", "街道"}
	townRunes = [][]rune{[]rune("镇"), []rune("乡"), []rune("苏木"), []rune("街道")}
)

// abroadAt tries the places that locals found elsewhere in the article.
func (l *lattice) abroadAt(i, start, end int) {
	for w, p := range l.abroad {
		r := []rune(w)
		if r[0] == l.v.runes[i] && i+len(r) <= end && string(l.v.runes[i:i+len(r)]) == w {
			l.step(start, arc{localToken(i, i+len(r), p), placePinned})
		}
	}
}

// before are the characters after which the short name of a township may stand: 在礼纪、东澳等地.
var before = map[rune]bool{'、': true, '在': true, '到': true, '赴': true}

// townships tries the short names of the townships of the home and of places that the article names in full.
func (l *lattice) townships(i, start, end int) {
	if i == start || !before[l.v.runes[i-1]] {
		return
	}
	for j := i + 2; j <= end && j <= i+3 && han(l.v.runes[j-1]); j++ {
		if l.room.words.Freq(i, j) > 500 {
			continue
		}
		for _, e := range townRunes {
			for _, c := range gazetteer.Default().NamedFolded(append(l.v.runes[i:j:j], e...)) {
				if c.Form.Has(gazetteer.Short) || c.Place.Level != gazetteer.Township || !l.near(c.Place) {
					continue
				}
				t := token{kind: place, start: i, end: j, places: []gazetteer.Candidate{{Place: c.Place, Form: gazetteer.Short}}}
				l.step(start, arc{t, placeShort})
			}
		}
	}
}

// near tells whether a township lies in a county that is home or is named in full.
func (l *lattice) near(p *gazetteer.Place) bool {
	for q := p.Parent(); q != nil && q.Level != gazetteer.Province && q.Level != gazetteer.Nation; q = q.Parent() {
		if l.pinned[q] {
			return true
		}
	}
	return false
}
