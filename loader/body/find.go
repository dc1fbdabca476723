package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// Find is the things of each part, a list for each, in order: what their names tell, what is called so for short elsewhere, what the
// tagger finds besides.
func (rd *Reader) Find(parts [][]lattice.Token) [][]Thing {
	lists := make([][]Thing, len(parts))
	for i, tokens := range parts {
		lists[i] = rd.rooms(tokens, rd.sponsors(tokens, rd.shown(tokens, rd.listed(tokens, rd.things(tokens)))))
	}
	rd.inFull(lists)
	shorts := rd.shorts(parts, lists)
	for i, tokens := range parts {
		if len(tokens) > 0 {
			lists[i] = rd.tagged(tokens, rd.recall(tokens, lists[i], shorts))
		}
	}
	return lists
}

// things finds the named bodies and built places among tokens: an ending, and to its left what may belong to a name, as
// far as a place, a level word, or a mark or word that can't stand in one.
func (rd *Reader) things(tokens []lattice.Token) []Thing {
	var out []Thing
	for k := range tokens {
		t, ok := rd.thingAt(tokens, k)
		if !ok {
			continue
		}
		rd.seatBehind(tokens, &t)
		rd.headed(tokens, &t)
		t = t.Named(rd.v)
		for len(out) > 0 && out[len(out)-1].Lo >= t.Lo {
			out = out[:len(out)-1]
		}
		if n := len(out); n > 0 && out[n-1].Hi > t.Lo {
			if b := out[n-1]; (!b.Known || b.Facility || t.Facility || b.Hi >= t.Hi) && !(b.Facility && !t.Facility && !t.Natural && t.Kind != org.Party && b.Hi < t.Hi && zh.EndsWith(b.Name, "区")) {
				continue // but 某某高新区|招商局
			}
			t.Lo, t.Start, t.Anchor = out[n-1].Lo, out[n-1].Start, out[n-1].Anchor
			t = t.Named(rd.v) // 黎真主党|武装某部队
			out = out[:n-1]
		}
		if n := len(out); n > 0 && (rd.attached(tokens, out[n-1], t) || rd.branchOf(out[n-1], t, tokens[k])) {
			if rd.hasCommittees(out[n-1]) {
				t.Kind = out[n-1].Kind
			}
			t.Lo, t.Start, t.Anchor = out[n-1].Lo, out[n-1].Start, out[n-1].Anchor
			t = t.Named(rd.v)
			out = out[:n-1]
		}
		out = append(out, t)
	}
	return out
}

// attached tells whether the thing at t is attached to the one before: 医学院附属瑞金医院.
func (rd *Reader) attached(tokens []lattice.Token, before, t Thing) bool {
	if before.Kind == org.Association && before.Hi == t.Lo && t.Anchor == PlaceAnchor && t.Kind == org.Association && zh.EndsWith(t.Name, "总会", "分会") {
		return true // 某某促进会香港总会
	}
	if before.Known && before.Hi == t.Lo && t.Anchor == PlaceAnchor && !t.Facility && (before.Kind == t.Kind || org.IsLeague(before.Name) && t.Kind == org.Association) {
		return true // 国家税务总局滁州市税务局
	}
	if before.Hi == t.Lo && t.Anchor == PlaceAnchor && !t.Facility && before.Kind == t.Kind && t.Kind != org.Hospital && t.Kind != org.School &&
		t.End-t.Start < before.End-before.Start && t.End-t.Start > 1 && rd.v.Text(before.End-2, before.End) == rd.v.Text(t.End-2, t.End) {
		return true // 中国国际贸易促进委员会威海市委员会
	}
	if before.Hi == t.Lo && before.Kind == org.School && t.Kind == org.Hospital && (t.Anchor == PlaceAnchor || strings.HasPrefix(t.Name, "附属")) {
		return true // 香港大学|深圳医院, 医科大学|附属第二医院
	}
	if before.Hi == t.Lo && strings.HasSuffix(before.Name, "铁路局") && zh.EndsWith(t.Name, "段", "站") {
		return true // 沈阳铁路局|某某车务段
	}
	if before.Hi == t.Lo && before.Kind == org.Military && t.Kind == org.Military {
		return true // 中国人民解放军|东部战区
	}
	if before.Hi == t.Lo && (inParliament(before, t) || rd.committeeOf(before, t)) {
		return true // 某国议会|国家安全委员会, 民盟|某市委员会
	}
	return !before.Facility && !t.Facility && before.Hi == t.Lo-1 && rd.v.Text(tokens[t.Lo-1].Start, tokens[t.Lo-1].End) == "附属"
}

// committeeOf tells whether t, right behind before, is the committee of that league, or of the party, in a place.
func (rd *Reader) committeeOf(before, t Thing) bool {
	return t.Anchor == PlaceAnchor && t.Kind == org.Government && !t.Facility && rd.hasCommittees(before) &&
		zh.EndsWith(rd.v.Text(t.Start, t.End), "省委员会", "区委员会", "市委员会", "县委员会", "旗委员会", "州委员会", "盟委员会", "届委员会")
}

// hasCommittees tells a league, or the party.
func (rd *Reader) hasCommittees(x Thing) bool { return org.HasCommittees(rd.v.Text(x.Start, x.End)) }

// inParliament tells whether t is a committee in the parliament or the like of a state that before names.
func inParliament(before, t Thing) bool {
	if before.Kind != org.Government || before.Anchor != PlaceAnchor || t.Kind != org.Government || t.Facility {
		return false
	}
	return strings.HasSuffix(t.Name, "委员会") && zh.EndsWith(before.Name, "议会", "国会", "议院", "白宫")
}

// branchOf tells whether t, which ends in the token last, is no more than a part of the body right before it: 某某公司|分公司, 某某医院|东院区.
func (rd *Reader) branchOf(before, t Thing, last lattice.Token) bool {
	if before.Hi != t.Lo || before.Facility || t.Facility {
		return false
	}
	return branches[rd.v.Text(last.Start, last.End)] || strings.HasSuffix(t.Name, "院区")
}

// branches are the endings of a part that follows the whole with a place between: 有限公司乌海分公司.
var branches = zh.Words("分公司 支行 分行 分局 分院 分校 支队 大队 中队 代表处 办事处 分会 支公司 调查队 调查总队 总队 研究所 研究院 预防控制所 分中心 工作组 分指挥部 派出所 交警大队 禁毒大队 分社")

// thingAt is the thing whose ending is at token k.
func (rd *Reader) thingAt(tokens []lattice.Token, k int) (Thing, bool) {
	t := tokens[k]
	x := Thing{Lo: k, Hi: k + 1, Start: t.Start, End: t.End}
	switch t.Kind {
	case lattice.Body:
		return rd.wellKnown(tokens, x), !rd.tornBody(t)
	case lattice.Place:
		if rd.asRiver(tokens, &x) {
			return x.Named(rd.v), true
		}
		if rd.districtElsewhere(tokens, k) {
			x.Lo, x.Start, x.Facility, x.Anchor = k-1, tokens[k-1].Start, true, PlaceAnchor
			return x.Named(rd.v), true
		}
		if !rd.endingPlace(tokens, k) {
			return rd.zone(tokens, k)
		}
	case lattice.Word, lattice.Letters, lattice.Number, lattice.Name:
	default:
		return x, false
	}
	if t.Kind == lattice.Word && zhplace.Known(rd.v.Text(t.Start, t.End)) && !zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), eponyms...) {
		x.Facility, x.Anchor = true, NameAnchor
		return x.Named(rd.v), true
	}
	if rd.numberedLine(tokens, &x) || rd.station(tokens, &x) || rd.landform(tokens, &x) || rd.terrain(tokens, &x) || rd.trader(tokens, &x) || rd.team(tokens, &x) {
		return x.Named(rd.v), true
	}
	if org.IsYouthLeague(rd.v.Text(t.Start, t.End)) && lattice.IsLevel(string(rd.v.Runes[t.Start+1])) {
		x.Kind, x.Anchor = org.Party, NameAnchor
		return x.Named(rd.v), true
	}
	return rd.suffixed(tokens, x, k)
}

// eponyms are what is called after a built place: 红旗渠|精神, 天坛|奖.
var eponyms = []string{"精神", "奖", "杯", "论坛", "文化", "峰会", "集团"}

// endingPlace tells a short name of a division that is the head of what stands in front of it besides: 歙县|古城, 某某|新区, 某市|北站,
// also where the gazetteer takes both for a chain (某市古城).
func (rd *Reader) endingPlace(tokens []lattice.Token, k int) bool {
	t := tokens[k]
	at, _, ok := zhplace.EndsAt(rd.v.Runes, t.End)
	if !ok || t.End-at < 2 || !t.Places[0].Form.Has(gazetteer.Short) && t.End-t.Start > 2 {
		return false
	}
	if t.Places[0].Form.Has(gazetteer.Chained) {
		return at > t.Start
	}
	return at <= t.Start && k > 0 && tokens[k-1].End == t.Start
}

// suffixed is the thing whose name the token at k, where x is, ends as such names do.
func (rd *Reader) suffixed(tokens []lattice.Token, x Thing, k int) (Thing, bool) {
	t := tokens[k]
	from, weak, strict, ok := rd.ending(&x, t.End)
	if !ok || rd.happens(tokens, k, from, x.Facility) {
		return x, false
	}
	for x.Lo > 0 && tokens[x.Lo].Start > from {
		x.Lo--
	}
	if tokens[x.Lo].Kind == lattice.Mark || tokens[x.Lo].Kind == lattice.Post && !rd.headOfState(tokens, x.Lo) {
		return x, false
	}
	rd.overParen(tokens, &x)
	x.Start = tokens[x.Lo].Start
	if !t.Whole {
		rd.stretch(tokens, &x)
	}
	if t := tokens[x.Lo]; x.Anchor == NoAnchor && t.Kind == lattice.Word && t.Tag == "nt" && rd.countryHead(t, from) {
		x.Anchor = PlaceAnchor // 德国联邦|议院
	}
	if x.Anchor == NoAnchor && from > x.Start && (organHead(rd.v.Runes[x.Start:from]) || from == x.Start+1 && leveled(rd.v.Text(x.Start, x.End))) {
		x.Anchor = LevelAnchor
	}
	if !x.Facility && x.Anchor == NoAnchor && (x.Kind == org.Government || x.Kind == org.Military) && !x.whole {
		if y := rd.lettered(tokens, x.Named(rd.v)); y.Anchor != NoAnchor {
			return y.Named(rd.v), true
		}
	}
	if x.Facility && strings.HasSuffix(rd.v.Text(x.Start, x.End), culturalCentre) {
		x.Facility, x.Kind = false, org.Other // a mission abroad
	}
	if is, sure := rd.surely(tokens, &x, k, from); sure {
		return x.Named(rd.v), is
	}
	rd.campaign(tokens, &x)
	rd.academy(tokens, &x)
	rd.inscribed(tokens, &x, from)
	rd.lettersOf(tokens, &x)
	if rd.mistaken(tokens, x) || !rd.enough(tokens, x, from, weak, strict) {
		return x, false
	}
	rd.bare(tokens, &x, from)
	return x.Named(rd.v), true
}

// surely tells whether x, of an ending that from begins, is a thing, and whether its ending alone decides that. It mends its kind.
func (rd *Reader) surely(tokens []lattice.Token, x *Thing, k, from int) (is, sure bool) {
	t, text := tokens[k], rd.v.Text(x.Start, x.End)
	switch {
	case x.Anchor == PlaceAnchor && tokens[x.Lo].Kind == lattice.Place && tokens[x.Lo].Places[0].Place.Kind == gazetteer.Abroad && zh.EndsWith(text, "总统府", "总理府", "首相府"):
		x.Facility, x.Kind = true, "" // 布达佩斯总理府, a house
		return true, true
	case x.Kind == org.Party && rd.v.Runes[t.End-1] == '党':
		return rd.party(tokens, *x, k), true
	case x.Kind == org.Hospital && strings.HasSuffix(text, "院区") && !zh.EndsWith(rd.v.Text(max(0, x.Start-1), x.Start), "院"):
		return false, true // of which hospital isn't said
	case x.Kind == org.Media && x.Anchor == NoAnchor && strings.HasSuffix(text, "频道"):
		return false, true // 音乐频道, of which station isn't said
	case text == culturalCentre:
		return false, true // of which town isn't said
	case rd.pressCentre(tokens, x):
		return true, true
	}
	if x.Anchor == NoAnchor && t.Kind == lattice.Word && x.Lo == k && !x.Facility && from > x.Start && rd.seat(x.Start, from+1) > 0 {
		x.Anchor = NameAnchor // 北京积水潭医院, a word of the lexicon
	}
	return false, false
}

// culturalCentre is what China's cultural centres abroad are called behind their town; by itself it is any of them.
const culturalCentre = "中国文化中心"

// countryHead tells a word that begins with the name of a country, which ends before from.
func (rd *Reader) countryHead(t lattice.Token, from int) bool {
	for n := 2; n < min(t.End, from)-t.Start+1 && n < 5; n++ {
		for _, c := range rd.g.NamedFolded(rd.v.Runes[t.Start : t.Start+n]) {
			if c.Place.Kind == gazetteer.Country {
				return true
			}
		}
	}
	return false
}

// headOfState tells the title of a state's head behind the state: 某国|总统|办公室.
func (rd *Reader) headOfState(tokens []lattice.Token, k int) bool {
	t := tokens[k].Title
	return t.Bare && title.IsOfState(t.Head) && k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == tokens[k].Start
}

// zone is a place token that is a facility by itself: a development zone or farm with a code of its own.
func (rd *Reader) zone(tokens []lattice.Token, k int) (Thing, bool) {
	t := tokens[k]
	x := Thing{Lo: k, Hi: k + 1, Start: t.Start, End: t.End, Facility: true, Anchor: PlaceAnchor}
	for _, c := range t.Places {
		if c.Place.Kind != gazetteer.Zone || c.Form.Has(gazetteer.Short) {
			return x, false
		}
	}
	if k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == t.Start && !t.Places[0].Form.Has(gazetteer.Chained) && tokens[k-1].Places[0].Place.Kind == gazetteer.Division {
		x.Lo, x.Start = k-1, tokens[k-1].Start // 于都县|工业园区管委会
	} else if k > 0 && rd.zoned(tokens, k-1) {
		x.Lo, x.Start, x.Anchor = k-1, tokens[k-1].Start, NameAnchor
	}
	if name := rd.v.Text(t.Start, t.End); strings.HasSuffix(name, "局") || strings.HasSuffix(name, "公司") || strings.HasSuffix(name, "管委会") {
		x.Facility, x.Kind = false, org.Other
	}
	return x.Named(rd.v), true
}

// ending reads the longest ending of a body or place at end. Weak endings need something in front; strict ones an anchor.
func (rd *Reader) ending(x *Thing, end int) (from int, weak, strict, ok bool) {
	a, e, isBody := org.EndsAt(rd.v.Runes, end)
	b, f, isPlace := zhplace.EndsAt(rd.v.Runes, end)
	switch {
	case isPlace && (!isBody || b < a):
		x.Facility, x.Natural = f.Type == reading.Facility, f.Type == reading.Natural
		return b, f.Weak || x.Natural, x.Natural, true
	case isBody:
		x.Kind, x.whole = e.Type, e.Whole
		return a, e.Anchored, e.Anchored && (e.Type == org.Government || e.Type == org.Other || e.Type == org.Party && rd.v.Runes[end-1] != '党' || e.Type == org.Military), true
	}
	return 0, false, false, false
}
