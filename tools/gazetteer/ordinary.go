package main

import (
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// ordinary tells the names of places that are words of another kind too: those of the hand-written list, and those of two
// or three characters of counties and below that the dictionary knows, often enough, as no name of a place or person.
func (g *generator) ordinary() (func(string, *place) bool, error) {
	words, err := g.dictionary()
	if err != nil {
		return nil, err
	}
	rows, err := tabRows(filepath.Join(g.lists, "common.txt"))
	listed := map[string]bool{}
	for _, r := range rows {
		listed[r[0]] = true
	}
	return func(name string, p *place) bool {
		if listed[name] {
			return true
		}
		if name == p.name && p.level == county && distinct(name, words) {
			return false
		}
		low := p.level == county || p.level == township
		w, known := words[name]
		return low && known && utf8.RuneCountInString(name) < 4 && w.freq >= 20 && !proper(w.tag)
	}, err
}

// distinct tells the whole name of a county that is no word of any other kind, however the dictionary tags it: 大理市, 槐荫区. Of districts the
// dictionary mustn't know the stem, but as a name: 老城区 is the old town of any city.
func distinct(name string, words map[string]word) bool {
	stem, city := strings.CutSuffix(name, "市")
	if city {
		return utf8.RuneCountInString(stem) > 1
	}
	stem, district := strings.CutSuffix(name, "区")
	w, known := words[stem]
	return district && utf8.RuneCountInString(stem) > 1 && (!known || proper(w.tag))
}

// proper reports whether a tag is that of a name: of a place, person, organisation or other.
func proper(tag string) bool {
	return strings.HasPrefix(tag, "ns") || strings.HasPrefix(tag, "nr") || strings.HasPrefix(tag, "nt") || strings.HasPrefix(tag, "nz")
}
