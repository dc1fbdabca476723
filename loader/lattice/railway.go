package lattice

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// railwayWords are the endings of what is called by a letter of each place that it joins.
var railwayWords = [...][2]rune{{'铁', '路'}, {'高', '铁'}}

func endsRailway(r rune) bool { return r == '路' || r == '铁' }

// railwayCost is the cost of such a name as a word.
const railwayCost = 8

// railway offers the railway that begins at i as one word: it is called by the letters of two or three states (中老铁路,
// 中吉乌铁路), or by two characters that transcribe towns abroad and make no everyday word (雅万高铁). Railways at home, whose letters the
// lexicon and the tables of pairs know, are read by the parts of their names.
func (l *Lattice) railway(i, start, end int) {
	r := l.v.Runes
	if !(i+4 <= end && endsRailway(r[i+3]) || i+5 <= end && endsRailway(r[i+4])) {
		return
	}
	for j := i + 2; j <= i+3 && j+2 <= end; j++ {
		if !slices.Contains(railwayWords[:], [2]rune(r[j:j+2])) {
			continue
		}
		if !l.stateLetters(i, j) && (j != i+2 || !l.transcribed(i, j, start)) {
			return
		}
		t := Token{Kind: Word, Start: i, End: j + 2, Tag: "nz", Whole: true}
		l.step(start, l.classed(arc{t, railwayCost + l.gaps(i, j+2)}))
		return
	}
}

// stateLetters tells whether each character from i to j stands for a state: by the gazetteer, or as the first of one that the
// article names.
func (l *Lattice) stateLetters(i, j int) bool {
	for _, r := range l.v.Runes[i:j] {
		if r != '中' && !l.side(r) && !slices.ContainsFunc(gazetteer.Default().Letter(r), isCountry) {
			return false
		}
	}
	return true
}

func isCountry(p *gazetteer.Place) bool { return p.Kind == gazetteer.Country }

// transcribed tells whether the characters from i to j transcribe something that is neither an everyday word nor a known place
// nor the end of a longer name: not 塔|吉克|铁路.
func (l *Lattice) transcribed(i, j, start int) bool {
	for _, r := range l.v.Runes[i:j] {
		if !classOf(r).is(transcribing) || strings.ContainsRune(bearings, r) {
			return false
		}
	}
	if i > start && classOf(l.v.Runes[i-1]).is(transcribing) && !l.alive[i-start].has(sPlace) {
		return false
	}
	return l.room.words.Freq(i, j) < ordinaryFreq && len(l.room.places.Named(i, j)) == 0
}

// bearings transcribe, but stand in the names of railways at home for a side.
const bearings = "东南西北"
