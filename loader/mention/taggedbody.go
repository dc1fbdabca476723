package mention

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

// tagged adds to list the bodies and built places that only the tagger finds among tokens, where the grammar sees none.
func (rd *reader) tagged(tokens []lattice.Token, list []thing) []thing {
	if len(tokens) == 0 {
		return list
	}
	end := tokens[len(tokens)-1].End
	for k := rd.scratch.room.TagAt(tokens[0].Start); k < len(rd.scratch.room.Tags) && rd.scratch.room.Tags[k].End <= end; k++ {
		x := rd.scratch.room.Tags[k]
		if x.Type == tagger.Person || x.Type == tagger.Place {
			continue
		}
		t, ok := rd.taggedThing(tokens, x)
		if !ok || x.Odds < rd.leastOdds(tokens, t) {
			continue
		}
		if at, over := slices.BinarySearchFunc(list, t, besides); !over {
			list = slices.Insert(list, at, t)
		}
	}
	return list
}

// besides orders things that share no token; those that share one are equal.
func besides(a, b thing) int {
	switch {
	case a.hi <= b.lo:
		return -1
	case b.hi <= a.lo:
		return 1
	}
	return 0
}

// leastOdds is what the tagger must give for t: little behind a place or a level word, more where a token is no usual word,
// most where all are.
func (rd *reader) leastOdds(tokens []lattice.Token, t thing) float32 {
	switch {
	case t.facility:
		y := t
		y.anchor = noAnchor
		if from, _, ok := zhplace.EndsAt(rd.v.Runes, t.end); ok && zhplace.IsSight(rd.v.Text(from, t.end)) && !rd.plainGround(tokens, y) && !strings.HasPrefix(rd.v.Text(t.start, t.end), "国家") {
			return likelySight
		}
		return sureFacility
	case t.anchor != nameAnchor:
		return sureAnchored
	}
	for _, k := range tokens[t.lo:t.hi] {
		if k.Kind == lattice.Letters || k.Kind == lattice.Name || k.Kind == lattice.Body || k.Tag == "" || k.Tag == "nz" || k.Tag == "nr" || k.Tag == "ns" {
			return sureBody
		}
	}
	return sureCommon
}

// taggedThing is a body or built place that the tagger finds, false if it cuts a token, holds what no name holds, or ends in
// what no name ends in. Verbs in front of a name are left out: 任闽东游击队.
func (rd *reader) taggedThing(tokens []lattice.Token, x tagger.Span) (thing, bool) {
	lo, found := slices.BinarySearchFunc(tokens, x.Start, func(t lattice.Token, at int) int { return cmp.Compare(t.Start, at) })
	for found && tokens[lo].End < x.End && tokens[lo].Kind == lattice.Word && breaks(rd.v.Text(tokens[lo].Start, tokens[lo].End)) {
		lo++
	}
	hi := lo
	for found && hi < len(tokens) && tokens[hi].End <= x.End {
		hi++
	}
	if !found || hi == lo || tokens[hi-1].End != x.End || lo > 0 && rd.v.Runes[tokens[lo].Start-1] == '驻' {
		return thing{}, false
	}
	t := thing{lo: lo, hi: hi, start: tokens[lo].Start, end: x.End, facility: x.Type == tagger.Facility, anchor: nameAnchor, kind: org.Other, tagged: true}
	for j := hi - 2; j > lo; j-- {
		if rd.apposes(tokens, j, &t, rd.v.Text(tokens[j].Start, tokens[j].End)) {
			lo = j + 1
			t.lo, t.start = lo, tokens[lo].Start
			break
		}
	}
	switch first := tokens[lo]; {
	case first.Kind == lattice.Place && hi == lo+1:
		return t, false
	case first.Kind == lattice.Place:
		t.anchor = placeAnchor
	case lattice.IsLevel(rd.v.Text(first.Start, first.End)):
		t.anchor = levelAnchor
	}
	if r := rd.v.Runes[t.start]; r == '全' || r == '我' || r == '本' || r == '该' {
		return t, false
	}
	if t.anchor == nameAnchor && tokens[lo].Kind == lattice.Word && !mayStart(tokens[lo], rd.v.Text(tokens[lo].Start, tokens[lo].End)) {
		return t, false
	}
	whole, ok := rd.ended(tokens, &t)
	strong := whole && !t.facility && t.anchor == placeAnchor && x.Odds >= sureVerb
	stem := hi
	if from, _, sight := zhplace.EndsAt(rd.v.Runes, t.end); sight && t.facility {
		for stem > lo+1 && tokens[stem-1].Start >= from {
			stem-- // 女姑口|特|大桥
		}
	}
	return t.named(rd.v), ok && rd.nameable(tokens[lo:stem], strong, t.facility) && !rd.mistaken(tokens, t)
}

// ended tells whether t ends as such a name does, and whether in an ending of the tables. It fills in the type. The last
// character of a plain word is no ending: 布局, 部署, 军队.
func (rd *reader) ended(tokens []lattice.Token, t *thing) (whole, ok bool) {
	if t.facility {
		from, _, ok := zhplace.EndsAt(rd.v.Runes, t.end)
		return true, ok && from > t.start+1
	}
	from, e, ok := org.EndsAt(rd.v.Runes, t.end)
	if ok {
		t.kind = e.Type
	}
	last := tokens[t.hi-1]
	switch {
	case t.kind == org.Party && rd.v.Runes[t.end-1] == '党':
		return false, rd.party(tokens, *t, t.hi-1)
	case ok && from < t.end-1:
		return true, from > t.start+1
	case last.Kind == lattice.Word && last.End-last.Start == 2 && last.Tag != "":
		return false, false
	}
	return false, ok || org.MayEnd(rd.v.Runes[t.end-1])
}

// breaks tells the verbs and status words that a name begins behind.
func breaks(w string) bool { return verb.Breaks(w) || title.IsFormer(w) }

// nameable tells whether tokens may all stand in one name, plain verbs too where verbal, single characters of any kind and what recurs
// like a person's name too where it is that of something built (女姑口大桥, 凯富峡水电站). What is counted is no name: 28支代表队.
func (rd *reader) nameable(tokens []lattice.Token, verbal, built bool) bool {
	counted := false
	for _, t := range tokens {
		w := rd.v.Text(t.Start, t.End)
		switch t.Kind {
		case lattice.Mark, lattice.Post, lattice.Call:
			return false
		case lattice.Name:
			if t.Known && !built || rd.scratch.room.Odds(t.Start, t.End) > 0 {
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

// rule is the rule that read x: the grammar's or the tagger's.
func (x thing) rule(grammar, tagger string) string {
	if x.tagged {
		return tagger
	}
	return grammar
}
