package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
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
	place      int    // of uPlace and uPost: index into reader.spots of the finest, -1 none
	body       int    // of uBody and uPost: index into reader.bodies, -1 none
	ours       bool   // of uPost: of the Chinese party's centre, whatever country is spoken of
	generic    string // of uPost: 集团 or 商会 in front of the title, for a body that the text has named
	organ      int    // of uPost: the same for a body inside the title, plus one; 0 none
	built      int    // of uPlace: the same for a built place, plus one; 0 none
	status     reading.Status
	script     lattice.Script
	cost       float32
	framed     bool // of uName: a frame of appointment encloses it
	gapped     bool // of uName: a layout space stood before its last character
}

// group makes units of the tokens of all parts, the titles among them with what stands in front of them; lists is the things of each part.
func (rd *reader) group(parts [][]lattice.Token, lists [][]body.Thing) {
	rd.scratch.units = slices.Grow(rd.scratch.units, most(parts))
	rd.units = make([][]unit, len(parts))
	for i, tokens := range parts {
		if len(tokens) == 0 {
			continue
		}
		base := len(rd.bodies)
		rd.bodies = append(rd.bodies, lists[i]...)
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
func (rd *reader) part(tokens []lattice.Token, list []body.Thing, base int) []unit {
	from := len(rd.scratch.units)
	out := rd.scratch.units
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
	rd.scratch.units = out
	return rd.posts(out[from:len(out):len(out)])
}

func (rd *reader) unit(t lattice.Token, k int) unit {
	u := unit{start: t.Start, end: t.End, from: k, to: k + 1, text: rd.v.Text(t.Start, t.End), tag: t.Tag, place: -1, body: -1}
	switch t.Kind {
	case lattice.Name:
		u.kind, u.script, u.cost, u.framed = uName, t.Script, t.Cost, t.Framed
		u.gapped = t.End-t.Start > 1 && rd.v.Gap[t.End-1]
	case lattice.Place:
		u.kind, u.place = uPlace, rd.At(t.Start)
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

// posts merges what stands in front of a title into it: (status) (place | body)* (department) title.
func (rd *reader) posts(in []unit) []unit {
	out := in[:0]
	for i := range in {
		if in[i].kind != uPost {
			out = append(out, in[i])
			continue
		}
		u := in[i] // escapes to the heap, so that only posts are copied
		u.status = u.title.Status
		out = rd.absorb(out, &u)
		rd.organOf(&u)
		out = append(out, u)
	}
	return out
}

// absorb takes the units that belong to u off the end of out.
func (rd *reader) absorb(out []unit, u *unit) []unit {
	if n := len(out); n > 1 && out[n-1].kind == uStatus && out[n-1].end == u.start && out[n-2].end == out[n-1].start {
		rd.before(out, u) // 联络组|原|组长
		u.start, u.from = out[n-1].start, out[n-1].from
		out = out[:n-1]
	}
	if len(out) == 0 || out[len(out)-1].end != u.start || rd.posting(out, u) == 0 {
		out = rd.portfolio(rd.department(out, u), u)
	}
	for len(out) > 0 {
		p := out[len(out)-1]
		if p.end != u.start {
			break
		}
		n := rd.zoned(out, u)
		if n == 0 {
			n = rd.posting(out, u)
		}
		if n == 0 {
			n = rd.body(out, u)
		}
		if n == 0 {
			n = rd.before(out, u)
		}
		if n == 0 {
			n = charged(out)
		}
		if n == 0 && u.generic == "" {
			n = rd.genericOf(out, u)
		}
		if n == 0 {
			n = rd.titledBody(out, u)
		}
		if n == 0 {
			return out
		}
		first := out[len(out)-n]
		u.start, u.from = first.start, first.from
		out = out[:len(out)-n]
	}
	return out
}

// body takes places and bodies in front of u, and tells how many units it took.
func (rd *reader) body(out []unit, u *unit) int {
	p := out[len(out)-1]
	if rd.township(u, p) || rd.partyOffice(u, p) {
		return 1
	}
	committee := strings.Contains(u.title.Organ, "委")
	if u.title.Level == "村" && u.place < 0 {
		if n := rd.village(out, u); n > 0 {
			return n
		}
	}
	switch {
	case p.kind == uBody && u.body < 0 && org.IsLeague(p.text) && committee:
		rd.league(u, p)
	case p.kind == uBody && u.body < 0:
		u.body = p.body
	case p.kind == uShut && u.body < 0 && u.place < 0:
		return rd.aliased(out, u)
	case p.kind == uPlace && p.place >= 0 && u.body >= 0:
	case p.kind == uPlace && p.place >= 0:
		if u.place < 0 {
			u.place = p.place
		}
	case p.kind == uPlace && u.body < 0 && u.place < 0 && (u.title.Organ == "管委会" || u.title.Organ == "党工委"):
		rd.committee(u, p)
	case p.kind == uPlace && p.built > 0 && u.body < 0 && u.place < 0 && u.title.Organ == "" && keepers[u.title.Head]:
		u.body = p.built - 1 // 县文化馆馆长
	default:
		return 0
	}
	return 1
}

// keepers are the heads of what is a place to visit and a body to serve: museums, stations, farms.
var keepers = zh.Words("馆长 站长 园长 场长 台长 店长 主任 经理 总经理 董事长 负责人 讲解员 馆员 研究馆员 副研究馆员")

// before takes words in front of u that say more of it: 驻华, 俄, 中共, 原.
func (rd *reader) before(out []unit, u *unit) int {
	p := out[len(out)-1]
	free := u.place < 0 && u.body < 0
	switch {
	case rd.town(out, u), free && rd.forcesOf(out, u), p.text == "任" && len(out) > 1 && strings.HasPrefix(out[len(out)-2].text, "第") && out[len(out)-2].end == p.start:
		return 2 // 第九|任|行政长官
	case rd.province(u, p), rd.chairs(u, p), rd.deputy(u, p):
	case p.kind == uWord && (strings.HasPrefix(p.text, "第") && strings.HasSuffix(p.text, "任") || p.text == "首任"): // 第六任行政长官
	case p.kind == uWord && newly[p.text] && len(out) > 1 && out[len(out)-2].end == p.start && (out[len(out)-2].kind == uBody || out[len(out)-2].kind == uPlace):
	case p.kind == uWord && p.text == "中共":
	case p.kind == uWord && p.text == "中共中央" && free:
		u.ours = true
	case p.kind == uWord && free && (rd.armyOf(u, p) || rd.partyOf(u, p) || rd.letterState(u, p)):
	case p.kind == uStatus:
		if u.status == "" || p.text != "现任" {
			u.status = reading.Former
		}
	default:
		return 0
	}
	return 1
}

// newly are the words between a body and the title of who has just come to it, or is not to stay: 某党|新|总裁, 某国|临时|政府总理.
var newly = zh.Words("新 新任 新当选 候任 当选 创始 首席 临时 过渡 看守")

// armyOf gives a post of a country's army its country: 以军总参谋长.
func (rd *reader) armyOf(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 2 && r[1] == '军' && rd.Side(r[0]) && rd.byLetter(u, p, r[0])
}

// forces are the words behind a country's letter that say which of its forces somebody leads.
var forces = zh.Words("军 武装力量 武装部队 国防军")

// forcesOf gives a post in the forces of a country the country for which a letter stands, two units in front of it: 俄|武装力量|总参谋长.
func (rd *reader) forcesOf(out []unit, u *unit) bool {
	n := len(out)
	if n < 2 || !forces[out[n-1].text] || out[n-2].end != out[n-1].start || out[n-2].kind != uWord || out[n-2].end-out[n-2].start != 1 {
		return false
	}
	letter := rd.v.Runes[out[n-2].start]
	return rd.Side(letter) && rd.byLetter(u, out[n-2], letter)
}

// partyOf gives a post in the centre of a foreign communist party its country: 越共中央总书记.
func (rd *reader) partyOf(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 2 && r[1] == '共' && r[0] != '中' && strings.HasPrefix(u.title.Text, "中央") && rd.byLetter(u, p, r[0])
}

// letterState gives a post the country that one letter in front of it stands for: 俄总统普京.
func (rd *reader) letterState(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 1 && (stateTitle(u.title) || missions[u.title.Head] || zh.BeginsWith(u.title.Text, "空军", "海军", "陆军", "武装部队", "总参谋", "国防")) && rd.Side(r[0]) && rd.byLetter(u, p, r[0])
}

// byLetter seats a post in the country for which the letter at the beginning of p stands; false where it stands for none.
func (rd *reader) byLetter(u *unit, p unit, letter rune) bool {
	c := rd.CountryBy(letter)
	if c == nil {
		return false
	}
	rd.Spots = append(rd.Spots, location.Spot{Start: p.start, End: p.start + 1, Place: c, Rule: "place.letter"})
	u.place = len(rd.Spots) - 1
	return true
}

// stateTitle tells the titles of a state's heads and ministers.
func stateTitle(t title.Title) bool {
	return title.IsOfState(t.Head) || strings.HasSuffix(t.Text, "部长") && !t.Bare || strings.HasSuffix(t.Text, "大臣") || strings.HasPrefix(t.Text, "总统")
}
