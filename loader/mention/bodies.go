package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// anchor is what the left edge of a name of a body or built place stands on.
type anchor uint8

const (
	noAnchor     anchor = iota
	placeAnchor         // 乌海市文体旅游广电局
	levelAnchor         // 市文体旅游广电局, 我市党政代表团
	nationAnchor        // 国家, 全国, 中央
	nameAnchor          // a well-known body, or a person's name before 公司
)

// thing is a named body or built place: tokens lo to hi (exclusive) and what it is.
type thing struct {
	lo, hi     int
	start, end int // of the view
	facility   bool
	natural    bool
	kind       string // type of body
	anchor     anchor
	known      bool
	part       bool // only the head of a longer name
	tagged     bool // only the tagger found it
	name       string
	full       string // with the place that its level word stands for, once a title or list says which
}

// things finds the named bodies and built places among tokens: an ending, and to its left what may belong to a name, as
// far as a place, a level word, or a mark or word that can't stand in one.
func (rd *reader) things(tokens []token) []thing {
	var out []thing
	for k := range tokens {
		t, ok := rd.thingAt(tokens, k)
		if !ok {
			continue
		}
		for len(out) > 0 && out[len(out)-1].lo >= t.lo {
			out = out[:len(out)-1]
		}
		if n := len(out); n > 0 && out[n-1].hi > t.lo {
			continue
		}
		if n := len(out); n > 0 && (rd.attached(tokens, out[n-1], t) || out[n-1].hi == t.lo && !out[n-1].facility && !t.facility && branches[rd.v.text(tokens[k].start, tokens[k].end)]) {
			t.lo, t.start, t.anchor = out[n-1].lo, out[n-1].start, out[n-1].anchor
			t = rd.named(t)
			out = out[:n-1]
		}
		out = append(out, t)
	}
	return out
}

// commonParties are words in 党 that name no party.
var commonParties = set("党 执政党 在野党 反对党 政党 全党 我党 两党 各党 本党 该党 参政党 多党 一党 朋党 死党 余党 同党 结党 建党 入党 爱党 管党 治党 从严治党 整党 退党 脱党 党外 民主党派 中国共产党 共产党 管党治党 强党 兴党")

// mistaken tells 大学学历, which is no school, and 各国和地区代表团, which is no delegation.
func (rd *reader) mistaken(tokens []token, x thing) bool {
	if r := rd.v.runes[x.start:x.end]; len(r) > 2 && (r[0] == '两' || string(r[:2]) == "双方" || r[1] == '级' && levelWords[string(r[:1])]) {
		return true // 两地人社局, 双方商会, 县级服务中心: of no one name
	}
	switch x.kind {
	case org.School:
		return strings.HasPrefix(rd.v.text(x.end, min(x.end+2, len(rd.v.runes))), "学历")
	case org.Delegation:
		return x.anchor == levelAnchor && rd.v.text(tokens[x.lo].start, tokens[x.lo].end) == "地区"
	}
	return false
}

// organHead tells the head of a word like 市委党校 or 市政府办公厅.
func organHead(r []rune) bool {
	return len(r) > 1 && levelWords[string(r[:1])] && (r[1] == '委' || len(r) > 2 && r[1] == '政' && r[2] == '府')
}

// party tells whether x names a political party: one word of its own, or a place and at least two characters before 党.
func (rd *reader) party(tokens []token, x thing, k int) bool {
	t := tokens[k]
	name := rd.v.runes[x.start:x.end]
	for n := 1; n <= 4 && n <= len(name); n++ {
		if commonParties[string(name[len(name)-n:])] && (n > 1 || len(name) < 4) && string(name[len(name)-n:]) != "共产党" {
			return false
		}
	}
	switch {
	case x.anchor == placeAnchor:
		return x.end-1-tokens[x.lo].end >= 1 && !particles[name[len(name)-2]]
	case x.lo == k:
		return t.kind == word && t.tag != "v" && t.end-t.start > 2 && string(name) != "共产党"
	}
	return false
}

// attached tells whether the thing at t is attached to the one before: 医学院附属瑞金医院.
func (rd *reader) attached(tokens []token, before, t thing) bool {
	if before.known && before.hi == t.lo && t.anchor == placeAnchor && !t.facility && before.kind == t.kind {
		return true // 国家税务总局滁州市税务局
	}
	if before.hi == t.lo && t.anchor == placeAnchor && !t.facility && before.kind == t.kind && t.kind != org.Hospital && t.kind != org.School &&
		t.end-t.start < before.end-before.start && t.end-t.start > 1 && rd.v.text(before.end-2, before.end) == rd.v.text(t.end-2, t.end) {
		return true // 中国国际贸易促进委员会威海市委员会
	}
	return !before.facility && !t.facility && before.hi == t.lo-1 && rd.v.text(tokens[t.lo-1].start, tokens[t.lo-1].end) == "附属"
}

// branches are the endings of a part that follows the whole with a place between: 有限公司乌海分公司.
var branches = set("分公司 支行 分行 分局 分院 分校 支队 大队 办事处 分会 支公司 分中心 工作组 分指挥部")

// thingAt is the thing whose ending is at token k.
func (rd *reader) thingAt(tokens []token, k int) (thing, bool) {
	t := tokens[k]
	x := thing{lo: k, hi: k + 1, start: t.start, end: t.end}
	switch t.kind {
	case body:
		return rd.wellKnown(tokens, x), true
	case place:
		return rd.zone(tokens, k)
	case word, letters, number, name:
	default:
		return x, false
	}
	from, weak, strict, ok := rd.ending(&x, t.end)
	if !ok {
		return x, false
	}
	if rd.happens(tokens, k, from, x.facility) {
		return x, false
	}
	for x.lo > 0 && tokens[x.lo].start > from {
		x.lo--
	}
	if tokens[x.lo].kind == mark || tokens[x.lo].kind == post {
		return x, false
	}
	x.start = tokens[x.lo].start
	rd.reach(tokens, &x)
	rd.ordinal(tokens, &x)
	rd.openQuote(tokens, &x)
	if x.anchor == noAnchor && from > x.start && organHead(rd.v.runes[x.start:from]) {
		x.anchor = levelAnchor
	}
	if !x.facility && x.anchor == noAnchor && x.kind == org.Government {
		if y := rd.lettered(tokens, rd.named(x)); y.full != "" {
			return y, true
		}
	}
	if x.kind == org.Party && rd.v.runes[t.end-1] == '党' {
		return rd.named(x), rd.party(tokens, x, k)
	}
	if rd.mistaken(tokens, x) || !rd.enough(tokens, x, from, weak, strict) {
		return x, false
	}
	return rd.named(x), true
}

// ordinal moves the left edge of a body that begins with a number to the 第 in front of it: 第71集团军.
func (rd *reader) ordinal(tokens []token, x *thing) {
	if first := tokens[x.lo]; first.kind == number && x.lo > 0 && rd.v.text(tokens[x.lo-1].start, first.start) == "第" {
		x.lo--
		x.start = tokens[x.lo].start
	}
}

// situations are the words in 局 that are no office.
var situations = set("布局 格局 结局 开局 僵局 全局 大局")

// happens tells a token whose last character only happens to be an ending: 格局, 干部, and after a title a name in 塔 or 山.
func (rd *reader) happens(tokens []token, k, from int, facility bool) bool {
	t := tokens[k]
	if t.end-from != 1 {
		return false
	}
	if t.kind == word && t.end-t.start > 2 && situations[rd.v.text(t.end-2, t.end)] {
		return true // 产业布局
	}
	return t.kind == word && t.end-t.start == 2 && (t.tag == "n" || t.tag == "v" || t.tag == "vn") && freq(rd.v.text(t.start, t.end)) > 100 ||
		t.kind == name && facility && (t.known || k > 0 && tokens[k-1].kind == post)
}

// wellKnown is a well-known body, with the country in front of it.
func (rd *reader) wellKnown(tokens []token, x thing) thing {
	k := x.lo
	x.kind, x.known, x.anchor = tokens[k].body, true, nameAnchor
	if k > 0 && tokens[k-1].kind == place && tokens[k-1].places[0].Place.Kind == gazetteer.Country {
		x.lo, x.start, x.anchor = k-1, tokens[k-1].start, placeAnchor
	}
	return rd.lettered(tokens, rd.named(x))
}

// lettered reads a letter in front of a ministry as its country: 俄国防部 is 俄罗斯国防部.
func (rd *reader) lettered(tokens []token, x thing) thing {
	if x.kind != org.Government || x.anchor == placeAnchor {
		return x
	}
	first := rd.v.runes[x.start]
	if x.lo > 0 && tokens[x.lo-1].kind == word && tokens[x.lo-1].end-tokens[x.lo-1].start == 1 && tokens[x.lo-1].end == x.start {
		first = rd.v.runes[x.start-1]
		if !rd.side(first) {
			return x
		}
		x.lo--
		x.start--
	} else if end, _, known := org.At(rd.v.runes, x.start+1); tokens[x.lo].end-tokens[x.lo].start != 1 && !(known && end == x.end) || !rd.side(first) {
		return x
	}
	c := rd.countryBy(first)
	if c == nil {
		return x
	}
	x = rd.named(x)
	x.full = c.Name + string([]rune(x.name)[1:])
	x.anchor = placeAnchor
	return x
}

// holds tells whether a title stands right behind x, which makes a body of what may be a common noun: 财政经济委员会主任委员.
func (rd *reader) holds(tokens []token, x thing, front int) bool {
	if front < 2 || x.hi >= len(tokens) || tokens[x.hi].kind != post {
		return false
	}
	t := tokens[x.hi].title
	return t.Kind == title.Office && t.Organ == "" && x.hi+1 < len(tokens) && tokens[x.hi+1].kind == name
}

// zone is a place token that is a facility by itself: a development zone or farm with a code of its own.
func (rd *reader) zone(tokens []token, k int) (thing, bool) {
	t := tokens[k]
	x := thing{lo: k, hi: k + 1, start: t.start, end: t.end, facility: true, anchor: placeAnchor}
	for _, c := range t.places {
		if c.Place.Kind != gazetteer.Zone || c.Form.Has(gazetteer.Short) {
			return x, false
		}
	}
	if name := rd.v.text(t.start, t.end); strings.HasSuffix(name, "局") || strings.HasSuffix(name, "公司") || strings.HasSuffix(name, "管委会") {
		x.facility, x.kind = false, org.Other
	}
	return rd.named(x), true
}

func (rd *reader) named(x thing) thing {
	x.name = rd.v.said(x.start, x.end)
	if x.kind == org.Other && (x.anchor == placeAnchor || x.anchor == levelAnchor) && strings.HasSuffix(rd.v.text(x.start, x.end), "林业局") {
		x.kind = org.Government // a division's; others are enterprises
	}
	return x
}

// ending reads the longest ending of a body or place at end. Weak endings need something in front; strict ones an anchor.
func (rd *reader) ending(x *thing, end int) (from int, weak, strict, ok bool) {
	a, e, isBody := org.EndsAt(rd.v.runes, end)
	b, f, isPlace := zhplace.EndsAt(rd.v.runes, end)
	switch {
	case isPlace && (!isBody || b < a):
		x.facility, x.natural = f.Type == reading.Facility, f.Type == reading.Natural
		return b, f.Weak || x.natural, x.natural, true
	case isBody:
		x.kind = e.Type
		return a, e.Anchored, e.Anchored && (e.Type == org.Government || e.Type == org.Other || e.Type == org.Party && rd.v.runes[end-1] != '党' || e.Type == org.Military), true
	}
	return 0, false, false, false
}

// quotedEnds are the endings that make a name of what stands in marks of quotation; others stand there as a manner of speaking.
var quotedEnds = []string{"联盟", "阵线", "组织", "研究院", "研究所", "基金会", "协会", "学会", "商会", "联合会", "公司", "集团", "合作社", "大学", "学院"}

// openQuote moves the left edge of a body that a closing mark of quotation follows to the opening one.
func (rd *reader) openQuote(tokens []token, x *thing) {
	if x.facility || x.natural || x.hi >= len(tokens) || rd.v.runes[x.end] != '”' || !hasEnd(rd.v.text(x.start, x.end), quotedEnds) {
		return
	}
	for k := x.hi - 1; k >= 0 && x.hi-k < farthest; k-- {
		if tokens[k].kind == mark {
			if rd.v.runes[tokens[k].start] == '“' {
				x.lo, x.start = k+1, tokens[k+1].start
			}
			return
		}
	}
}

// inQuotes tells a name that marks of quotation enclose: “三月联盟”.
func (rd *reader) inQuotes(x thing) bool {
	r := rd.v.runes
	return x.start > 0 && x.end < len(r) && (r[x.start-1] == '“' && r[x.end] == '”' || r[x.start-1] == '"' && r[x.end] == '"')
}

// enough tells whether what stands in front of an ending makes it a name.
func (rd *reader) enough(tokens []token, x thing, from int, weak, strict bool) bool {
	front := from - x.start
	if x.natural {
		t := tokens[x.hi-1]
		return x.hi-x.lo == 1 && t.tag == "ns" && front > 1
	}
	switch x.anchor {
	case placeAnchor, levelAnchor, nameAnchor:
		return true
	case nationAnchor:
		return from > tokens[x.lo].end
	}
	if !x.facility && front >= 2 && rd.inQuotes(x) && hasEnd(rd.v.text(x.start, x.end), quotedEnds) {
		return true
	}
	if front == 0 || strict && !rd.holds(tokens, x, front) {
		return false
	}
	if !weak {
		return front >= 2
	}
	own := 0
	for k := x.lo; k < x.hi && tokens[k].start < from; k++ {
		t := tokens[k]
		if t.kind == letters || t.tag == "nz" || t.tag == "nt" || t.tag == "ns" || t.tag == "nr" || t.tag == "" || t.kind == name {
			own++
		}
	}
	return front >= 2 && own > 0
}
