// Package location finds what names a place in one article, and settles which place each name means: by what the article
// itself pins down, by the home of its paper, by prominence.
//
// Its steps, in order, over the tokens of package lattice:
//
//	home.go      Settle: the paper's home, which a bare 市 or 县 means
//	unlisted.go  Locals: places that no gazetteer has, by the place in front of them; village.go: villages among them;
//	            counted.go: short names that a list counts, or that stand beside their neighbours
//	letters.go   NameCountries: the countries that the article names, and the letters that stand for countries and provinces
//	find.go      Find: the spots, each with what it may mean; index.go: which spot begins or ends where
//	choose.go    Resolve: what each spot means; level.go, wordlike.go, sea.go: names of several levels, words, seas
package location

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
)

// Reader holds the places of one article while it is read.
type Reader struct {
	v         *lattice.View
	g         *gazetteer.Gazetteer
	Date      string                      // of the issue
	Home      *gazetteer.Place            // of a bare 市, nil unknown
	Nation    bool                        // the home is a whole country; Home is nil
	Abroad    map[string]*gazetteer.Place // places of the article that no gazetteer has
	Spots     []Spot                      // in order of finding; whoever knows of one more appends it
	countries map[rune]*gazetteer.Place   // that the article names, by their first characters
	contained map[string]bool             // see Contains
	index     index
}

// Reset makes rd ready for the article of v, of an issue of that date.
func (rd *Reader) Reset(v *lattice.View, date string) {
	*rd = Reader{v: v, g: gazetteer.Default(), Date: date, Abroad: map[string]*gazetteer.Place{}, contained: map[string]bool{}, Spots: rd.Spots[:0], index: rd.index}
	rd.index.reset(len(v.Runes))
}

// Plain is the only place that a full name meant on the day of the issue, or the only one near home; nil if there is none.
func (rd *Reader) Plain(cands []gazetteer.Candidate) *gazetteer.Place {
	var one, near, own *gazetteer.Place
	n, full := 0, false
	for _, c := range cands {
		full = full || !c.Form.Has(gazetteer.Short)
		if c.Form.Has(gazetteer.Short) && !c.Form.Has(gazetteer.Chained) || !c.Place.ValidAt(rd.Date) {
			if rd.Home != nil && strings.HasSuffix(c.Place.Name, "自治县") && c.Place.Within(rd.Home) && c.Place.ValidAt(rd.Date) {
				own = c.Place // 东乡县, which is another county's full name, in 临夏
			}
			continue
		}
		if one == nil || !rd.Same(one, c.Place) {
			n++
		}
		one = c.Place
		if rd.Home != nil && c.Place.Within(rd.Home) {
			near = c.Place
		}
	}
	switch {
	case full && near == nil && own != nil:
		return own
	case n == 1:
		return one
	}
	return near
}

// Same tells whether two places are one to a reader: a division that was founded anew under its old name is.
func (rd *Reader) Same(a, b *gazetteer.Place) bool {
	return a == b || a != nil && b != nil && a.Kind == gazetteer.Division && a.Name == b.Name && a.Kind == b.Kind && rd.Path(a) == rd.Path(b)
}

// Path is the full path of a place under the names that it and its parents had on the day of the issue.
func (rd *Reader) Path(p *gazetteer.Place) string { return p.PathAt(rd.Date) }

// Contains tells whether a word stands in the article. It is looked for once.
func (rd *Reader) Contains(word string) bool {
	is, asked := rd.contained[word]
	if !asked {
		is = strings.Contains(rd.v.Folded, word)
		rd.contained[word] = is
	}
	return is
}
