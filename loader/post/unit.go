package post

import (
	"slices"

	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// unitKind is what a unit does in the grammar of appositions.
type unitKind uint8

const (
	uWord unitKind = iota
	uPost          // a title with the places and bodies in front of it
	uName
	uPlace
	uBody
	uPause  // 、
	uJoin   // 和 与 及 以及
	uAlso   // 兼
	uComma  // ，
	uSemi   // ；：
	uStop   // 。！？ or the end of a part
	uOpen   // （
	uShut   // ）
	uEtc    // 等
	uQuote  // “ ” 《 》
	uHonor  // 同志, 先生
	uStatus // 原, 时任
	uCall   // 周书记
)

// unit is a token or several, grouped. Offsets are of the view; from and to are tokens.
type unit struct {
	kind       unitKind
	start, end int
	from, to   int
	text       string
	tag        string
	verb       verb.Class
	title      title.Title
	place      int    // of uPlace and uPost: index into the places' Spots of the finest, -1 none
	body       int    // of uBody and uPost: index into Reader.Bodies, -1 none
	houseHead  bool   // of uPost: it, or a title joined to it, is one that companies give
	ours       bool   // of uPost: of the Chinese party's centre, whatever country is spoken of
	generic    string // of uPost: 集团 or 商会 in front of the title, for a body that the text has named
	organ      int    // of uPost: the same for a body inside the title, plus one; 0 none
	built      int    // of uPlace: the same for a built place, plus one; 0 none
	status     reading.Status
	now        bool    // of uPost: 现任 says so, behind what was
	rolled     bool    // of uName: in a list whose names have parentheses
	holder     *person // of uPost in a chain: whose name follows it
	script     lattice.Script
	cost       float32
	framed     bool // of uName: a frame of appointment encloses it
	gapped     bool // of uName: a layout space stood before its last character
}

// Group makes units of the tokens of all parts, the titles among them with what stands in front of them; lists is the things of each part.
func (rd *Reader) Group(parts [][]lattice.Token, lists [][]body.Thing) {
	rd.grown = slices.Grow(rd.grown, most(parts))
	rd.tokens = parts
	rd.units = make([][]unit, len(parts))
	for i, tokens := range parts {
		if len(tokens) == 0 {
			continue
		}
		base := len(rd.Bodies)
		rd.Bodies = append(rd.Bodies, lists[i]...)
		rd.units[i] = rd.part(tokens, lists[i], base)
	}
}

// most is how many units the tokens of all parts may become. They take much room, which is made once.
func most(parts [][]lattice.Token) int {
	n := 0
	for _, tokens := range parts {
		n += len(tokens) + 1
	}
	return n
}

// part groups the tokens of one part, whose things are list, from base on among those of all parts.
func (rd *Reader) part(tokens []lattice.Token, list []body.Thing, base int) []unit {
	from := len(rd.grown)
	out := rd.grown
	at := 0
	for k := 0; k < len(tokens); {
		if at < len(list) && list[at].Lo == k {
			t := list[at]
			u := unit{kind: uBody, start: t.Start, end: t.End, from: k, to: t.Hi, text: t.Name, place: -1, body: -1}
			if t.Facility || t.Natural {
				u.kind = uPlace
				if t.Facility {
					u.built = base + at + 1
				}
			} else {
				u.body = base + at
			}
			out = append(out, u)
			k = t.Hi
			at++
			continue
		}
		out = append(out, rd.unit(tokens[k], k))
		k++
	}
	out = append(out, unit{kind: uStop, start: tokens[len(tokens)-1].End, end: tokens[len(tokens)-1].End, place: -1, body: -1})
	rd.grown = out
	return rd.posts(out[from:len(out):len(out)])
}

func (rd *Reader) unit(t lattice.Token, k int) unit {
	u := unit{start: t.Start, end: t.End, from: k, to: k + 1, text: rd.v.Text(t.Start, t.End), tag: t.Tag, place: -1, body: -1}
	switch t.Kind {
	case lattice.Name:
		u.kind, u.script, u.cost, u.framed = uName, t.Script, t.Cost, t.Framed
		u.gapped = t.End-t.Start > 1 && rd.v.Gap[t.End-1]
	case lattice.Place:
		u.kind, u.place = uPlace, rd.places.At(t.Start)
	case lattice.Post:
		u.kind, u.title = uPost, *t.Title
	case lattice.Call:
		u.kind, u.title = uCall, *t.Title
	case lattice.Mark:
		u.kind = markUnit(rd.v.Runes[t.Start])
	case lattice.Word:
		u.kind, u.verb = wordUnit(u.text)
	}
	return u
}

func markUnit(r rune) unitKind {
	switch r {
	case '、':
		return uPause
	case '，', ',', ' ':
		return uComma
	case '；', ';', '：', ':':
		return uSemi
	case '。', '！', '？', '!', '?':
		return uStop
	case '（', '(':
		return uOpen
	case '）', ')':
		return uShut
	case '“', '”', '《', '》', '‘', '’', '【', '】', '「', '」':
		return uQuote
	}
	return uWord
}

func wordUnit(w string) (unitKind, verb.Class) {
	switch w {
	case "和", "与", "及", "以及", "同", "暨":
		return uJoin, verb.None
	case "兼":
		return uAlso, verb.None
	case "等", "等人", "等等":
		return uEtc, verb.None
	}
	if lattice.IsHonorific(w) {
		return uHonor, verb.None
	}
	if title.IsFormer(w) {
		return uStatus, verb.None
	}
	return uWord, verb.Of(w)
}
