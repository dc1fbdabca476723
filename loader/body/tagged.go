package body

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// What the tagger's odds (natural logarithms) of a body or built place must be. Set on the first halves of the gold and on raw text.
const (
	sureAnchored = 1 // behind a place or a level word
	sureBody     = 3.5
	sureCommon   = 6 // of usual words
	sureVerb     = 6 // with a verb in it
	sureFacility = 7
	likelySight  = 2 // of a built place that ends as hardly anything but a name does
)

// tagged adds to list the bodies and built places that only the tagger finds among tokens, where the grammar sees none.
func (rd *Reader) tagged(tokens []lattice.Token, list []Thing) []Thing {
	if len(tokens) == 0 {
		return list
	}
	end := tokens[len(tokens)-1].End
	for k := rd.room.TagAt(tokens[0].Start); k < len(rd.room.Tags) && rd.room.Tags[k].End <= end; k++ {
		x := rd.room.Tags[k]
		if x.Type == tagger.Person || x.Type == tagger.Place {
			continue
		}
		t, ok := rd.taggedThing(tokens, x)
		if !ok || x.Odds < rd.leastOdds(tokens, t) {
			continue
		}
		list = insertNew(list, t)
	}
	return list
}

// besides orders things that share no token; those that share one are equal.
func besides(a, b Thing) int {
	switch {
	case a.Hi <= b.Lo:
		return -1
	case b.Hi <= a.Lo:
		return 1
	}
	return 0
}

// leastOdds is what the tagger must give for t: little behind a place or a level word, more where a token is no usual word,
// most where all are.
func (rd *Reader) leastOdds(tokens []lattice.Token, t Thing) float32 {
	switch {
	case t.Facility:
		y := t
		y.Anchor = NoAnchor
		if from, _, ok := zhplace.EndsAt(rd.v.Runes, t.End); ok && zhplace.IsSight(rd.v.Text(from, t.End)) && !rd.plainGround(tokens, y) && !strings.HasPrefix(rd.v.Text(t.Start, t.End), "国家") {
			return likelySight
		}
		return sureFacility
	case t.Anchor != NameAnchor, t.apposed:
		return sureAnchored
	}
	for _, k := range tokens[t.Lo:t.Hi] {
		if k.Kind == lattice.Letters || k.Kind == lattice.Name || k.Kind == lattice.Body || k.Tag == "" || k.Tag == "nz" || k.Tag == "nr" || k.Tag == "ns" {
			return sureBody
		}
	}
	return sureCommon
}

// taggedThing is a body or built place that the tagger finds, false if it cuts a token, holds what no name holds, or ends in
// what no name ends in. Verbs in front of a name are left out: 任闽东游击队.
func (rd *Reader) taggedThing(tokens []lattice.Token, x tagger.Span) (Thing, bool) {
	lo, found := slices.BinarySearchFunc(tokens, x.Start, func(t lattice.Token, at int) int { return cmp.Compare(t.Start, at) })
	for found && tokens[lo].End < x.End && tokens[lo].Kind == lattice.Word && breaks(rd.v.Text(tokens[lo].Start, tokens[lo].End)) {
		lo++
	}
	hi := lo
	for found && hi < len(tokens) && tokens[hi].End <= x.End {
		hi++
	}
	if !found || hi == lo || tokens[hi-1].End != x.End || lo > 0 && rd.v.Runes[tokens[lo].Start-1] == '驻' {
		return Thing{}, false
	}
	t := Thing{Lo: lo, Hi: hi, Start: tokens[lo].Start, End: x.End, Facility: x.Type == tagger.Facility, Anchor: NameAnchor, Kind: org.Other, tagged: true}
	rd.behindNoun(tokens, &t)
	lo = t.Lo
	switch first := tokens[lo]; {
	case first.Kind == lattice.Place && hi == lo+1:
		return t, false
	case first.Kind == lattice.Place:
		t.Anchor = PlaceAnchor
	case lattice.IsLevel(rd.v.Text(first.Start, first.End)):
		t.Anchor = LevelAnchor
	}
	if r := rd.v.Runes[t.Start]; r == '全' || r == '我' || r == '本' || r == '该' {
		return t, false
	}
	if t.Anchor == NameAnchor && tokens[lo].Kind == lattice.Word && !mayStart(tokens[lo], rd.v.Text(tokens[lo].Start, tokens[lo].End)) {
		return t, false
	}
	whole, ok := rd.ended(tokens, &t)
	strong := whole && !t.Facility && (t.Anchor == PlaceAnchor || t.apposed) && x.Odds >= sureVerb
	stem := hi
	if from, _, sight := zhplace.EndsAt(rd.v.Runes, t.End); sight && t.Facility {
		for stem > lo+1 && tokens[stem-1].Start >= from {
			stem-- // 女姑口|特|大桥
		}
	}
	return t.Named(rd.v), ok && rd.nameable(tokens[lo:stem], strong, t.Facility) && !rd.mistaken(tokens, t)
}

// behindNoun moves the left edge of t behind the noun that says what it is: 最大医院|某某医院.
func (rd *Reader) behindNoun(tokens []lattice.Token, t *Thing) {
	if _, e, ok := org.EndsAt(rd.v.Runes, t.End); ok && !t.Facility {
		t.Kind = e.Type
	}
	for j := t.Hi - 2; j > t.Lo; j-- {
		if rd.apposes(tokens, j, t, rd.v.Text(tokens[j].Start, tokens[j].End)) {
			t.Lo, t.Start, t.apposed = j+1, tokens[j+1].Start, true
			return
		}
	}
}

// ended tells whether t ends as such a name does, and whether in an ending of the tables. It fills in the type. The last
// character of a plain word is no ending: 布局, 部署, 军队.
func (rd *Reader) ended(tokens []lattice.Token, t *Thing) (whole, ok bool) {
	if t.Facility {
		from, _, ok := zhplace.EndsAt(rd.v.Runes, t.End)
		return true, ok && from > t.Start+1
	}
	from, e, ok := org.EndsAt(rd.v.Runes, t.End)
	if ok {
		t.Kind = e.Type
	}
	last := tokens[t.Hi-1]
	switch {
	case t.Kind == org.Party && rd.v.Runes[t.End-1] == '党':
		return false, rd.party(tokens, *t, t.Hi-1)
	case ok && from < t.End-1:
		return true, from > t.Start+1
	case last.Kind == lattice.Word && last.End-last.Start == 2 && last.Tag != "":
		return false, false
	}
	return false, ok || org.MayEnd(rd.v.Runes[t.End-1])
}

// breaks tells the verbs and status words that a name begins behind.
func breaks(w string) bool { return verb.Breaks(w) || title.IsFormer(w) }

// nameable tells whether tokens may all stand in one name, plain verbs too where verbal, single characters of any kind and what recurs
// like a person's name too where it is that of something built (女姑口大桥, 凯富峡水电站). What is counted is no name: 28支代表队.
func (rd *Reader) nameable(tokens []lattice.Token, verbal, built bool) bool {
	counted := false
	for _, t := range tokens {
		w := rd.v.Text(t.Start, t.End)
		switch t.Kind {
		case lattice.Mark, lattice.Post, lattice.Call:
			return false
		case lattice.Name:
			if t.Known && !built || rd.room.Odds(t.Start, t.End) > 0 {
				return false
			}
		case lattice.Word:
			if breaks(w) || counted && t.Tag == "q" || t.Tag == "mq" || !verbal && wordBond(w, t.Tag) == loose && !(built && t.End-t.Start == 1 && t.Tag == "q") {
				return false
			}
		}
		counted = t.Kind == lattice.Number || t.Tag == "m" && []rune(w)[0] != '第'
	}
	return true
}
