package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// centre makes the centre of a foreign party, which a title begins with, its body: 古巴共产党|中央委员会第一书记, 越共|中央总书记.
func (rd *Reader) centre(u *unit) {
	x := rd.Bodies[u.body]
	if x.Kind != org.Party || x.Known && !org.Abroad(x.Name) || u.title.Organ != "中央" && u.title.Organ != "中央委员会" || zh.BeginsWith(u.title.Text, "中央政治局", "中央书记处") {
		return
	}
	end := u.title.Start + len([]rune(u.title.Organ))
	y := body.Thing{Start: x.Start, End: end, Kind: org.Party, Anchor: x.Anchor, Name: rd.v.Said(x.Start, end)}
	if full := x.PartyName() + "中央委员会"; full != y.Name && strings.Contains(rd.v.Folded, full) {
		y.Full = full
	}
	rd.Bodies[u.body].Part = true
	if c := rd.country(x); c != nil && x.Anchor != body.PlaceAnchor {
		rd.places.Spots = append(rd.places.Spots, location.Spot{Start: x.Start, End: x.Start + 1, Place: c, Rule: "place.letter"}) // 越共中央 is of 越南
	}
	u.body = rd.addBody(y)
	rd.strip(u)
}

// leaders are the heads of the titles that show a party by its last character.
var leaders = zh.Words("主席 总主席 总书记 党首 领袖 领导人 发言人 党鞭 干事长 秘书长 最高委员 议员 国会议员 众议员 参议员")

// movements are what parties call themselves beside 党.
var movements = zh.Words("运动 大会")

// longestParty bounds the units of a party's name.
const longestParty = 8

// faction takes a party that no name of a body shows off the end of out, and tells how many units it took:
// 某国某集团|党|总主席, “某某”|党|主席, 某党（联合派）|主席.
func (rd *Reader) faction(out []unit, u *unit) int {
	n := len(out)
	if u.body >= 0 || u.place >= 0 || u.title.Organ != "" || u.title.Level != "" || !leaders[u.title.Head] {
		return 0
	}
	k := -1
	switch p := out[n-1]; {
	case p.kind == uShut:
		if k = rd.opening(out, uOpen) - 1; k < 0 || out[k].kind != uBody || out[k].end != out[k+1].start || rd.Bodies[out[k].body].Kind != org.Party {
			return 0
		}
	case p.kind == uWord && strings.HasSuffix(p.text, "党"):
		k = rd.partyStart(out)
	case p.kind == uWord && movements[p.text] && u.title.Head != "发言人":
		if k = rd.partyStart(out); k >= 0 && (out[k].kind != uPlace || k > n-3) {
			return 0 // 某国|社会主义|战斗|运动: by its state and more than that
		}
	}
	if k < 0 {
		return 0
	}
	x := body.Thing{Start: out[k].start, End: u.start, Kind: org.Party, Anchor: body.NameAnchor}
	if rd.places.At(x.Start) >= 0 {
		x.Anchor = body.PlaceAnchor
	}
	if x.Name = rd.v.Said(x.Start, x.End); body.IsCommonParty(x.Name) || x.End-x.Start < 3 || zh.EndsWith(x.Name, "反对党", "执政党", "在野党", "政党") {
		return 0
	}
	for _, p := range out[k:] {
		if p.kind == uBody && p.body >= 0 {
			rd.Bodies[p.body].Part = true
		}
	}
	u.body = rd.addBody(x)
	return n - k
}

// opening is the unit that opens what the last unit of out shuts, -1 if none of the few before it does.
func (rd *Reader) opening(out []unit, kind unitKind) int {
	for k := len(out) - 2; k >= 0 && len(out)-k < longestParty; k-- {
		if out[k].kind == kind {
			return k
		}
	}
	return -1
}

// partyStart is the unit with which the name of the party begins whose last word ends out, -1 if that is none.
func (rd *Reader) partyStart(out []unit) int {
	k := len(out) - 1
	touches := func() bool { return k > 0 && out[k-1].end == out[k].start }
	switch {
	case touches() && out[k-1].kind == uBody && out[k-1].body >= 0:
		return k - 1
	case touches() && out[k-1].text == "”":
		if k = rd.opening(out[:k], uQuote); k < 0 {
			return -1
		}
	default:
		for touches() && len(out)-k < longestParty && rd.ofParty(out[k-1]) {
			k--
		}
	}
	switch {
	case touches() && out[k-1].kind == uPlace && out[k].text == "党":
		return -1 // 某国新|某国|党
	case touches() && out[k-1].kind == uPlace && out[k-1].place >= 0 && rd.state1(out[k-1]):
		return k - 1
	case touches() && !rd.opens(out[k-1]) && !body.NamesNoParty(out[k-1].text) && out[k-1].tag != "b" && out[k-1].text != "资深":
		return -1
	}
	return k
}

// ofParty tells a word that the name of a party may hold.
func (rd *Reader) ofParty(p unit) bool {
	return p.kind == uWord && (nounish(p.tag) || p.tag == "t" || p.text == "共同") && p.verb == verb.None && p.end-p.start > 1 && !body.NamesNoParty(p.text) && !verb.Breaks(p.text) && p.text != "资深"
}
