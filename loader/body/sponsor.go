package body

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// A government, or a committee of the party, is its division where it acts (某省人民政府与某公司签约), and a body of its own among those that
// hold something (由某部、中共某省委和某省人民政府共同主办) or that a list names beside other bodies.

// sponsors adds to list the governments and committees among tokens that are named as bodies.
func (rd *Reader) sponsors(tokens []lattice.Token, list []Thing) []Thing {
	for k := 1; k < len(tokens); k++ {
		x, ok := rd.government(tokens, k)
		if ok && (rd.holding(tokens, x) || rd.besideBody(tokens, list, x)) {
			list = insertNew(list, x.Named(rd.v))
		}
	}
	return list
}

// government is the government of a division, or the party's committee in it, whose last word is at token k.
func (rd *Reader) government(tokens []lattice.Token, k int) (Thing, bool) {
	t, of := tokens[k], tokens[k-1]
	x := Thing{Lo: k - 1, Hi: k + 1, Start: of.Start, End: t.End, Kind: org.Government, Anchor: PlaceAnchor}
	w := rd.v.Text(t.Start, t.End)
	switch {
	case t.Kind != lattice.Word:
	case zh.BeginsWith(w, "中共") && zh.EndsWith(w, "省委", "市委", "区委"):
		x.Lo, x.Start, x.Kind = k, t.Start, org.Party // one word of the lexicon
		return x, true
	case of.Kind != lattice.Place || of.End != t.Start || of.Places[0].Place.Kind != gazetteer.Division:
	case w == "人民政府", w == "政府":
		return x, true
	case k > 1 && rd.v.Text(tokens[k-2].Start, of.Start) == "中共" && (w == "委" || IsOrganWord(w) && zh.EndsWith(w, "委")):
		x.Lo, x.Start, x.Kind = k-2, tokens[k-2].Start, org.Party
		return x, true
	}
	return x, false
}

// holding tells whether x stands between 由 and 主办, with nothing but a list of those who hold it between.
func (rd *Reader) holding(tokens []lattice.Token, x Thing) bool {
	by, held := x.Lo-1, x.Hi
	for by >= 0 && rd.inList(tokens[by]) && rd.v.Text(tokens[by].Start, tokens[by].End) != "由" {
		by--
	}
	for held < len(tokens) && rd.inList(tokens[held]) && !holds[rd.v.Text(tokens[held].Start, tokens[held].End)] {
		held++
	}
	return by >= 0 && held < len(tokens) && rd.v.Text(tokens[by].Start, tokens[by].End) == "由" && holds[rd.v.Text(tokens[held].Start, tokens[held].End)]
}

// holds are the verbs of those who hold an event.
var holds = zh.Words("主办 承办 举办 共同主办 联合主办 共同举办 联合举办")

// inList tells a token that may stand in a list of bodies.
func (rd *Reader) inList(t lattice.Token) bool {
	return t.Kind != lattice.Mark || rd.v.Runes[t.Start] == '、'
}

// besideBody tells whether x is joined to a body of list, in a sentence that signs nothing.
func (rd *Reader) besideBody(tokens []lattice.Token, list []Thing, x Thing) bool {
	for _, y := range list {
		near := !y.Facility && !y.Natural && (y.Hi == x.Lo-1 && rd.joins(tokens[y.Hi]) || x.Hi == y.Lo-1 && rd.joins(tokens[x.Hi]))
		if near && !zh.Holds(rd.v.Text(tokens[0].Start, tokens[len(tokens)-1].End), "签") {
			return true
		}
	}
	return false
}

// joins tells what stands between two items of a list.
func (rd *Reader) joins(t lattice.Token) bool {
	switch rd.v.Text(t.Start, t.End) {
	case "、", "和", "与", "及", "以及":
		return true
	}
	return false
}
