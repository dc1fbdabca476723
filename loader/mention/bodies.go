package mention

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
	whole      bool // its ending is a name by itself
	name       string
	short      string // what a parenthesis says that it is called for short
	full       string // with the place that its level word stands for, once a title or list says which
}

// findBodies is the things of each part, a list for each, in order: what their names tell, what is called so for short elsewhere, what the
// tagger finds besides.
func (rd *reader) findBodies(parts [][]lattice.Token) [][]thing {
	lists := make([][]thing, len(parts))
	for i, tokens := range parts {
		lists[i] = rd.things(tokens)
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
func (rd *reader) things(tokens []lattice.Token) []thing {
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
			if b := out[n-1]; (!b.known || b.facility || t.facility || b.hi >= t.hi) && !(b.facility && !t.facility && !t.natural && t.kind != org.Party && b.hi < t.hi && zh.EndsWith(b.name, "区")) {
				continue // but 某某高新区|招商局
			}
			t.lo, t.start, t.anchor = out[n-1].lo, out[n-1].start, out[n-1].anchor
			t = t.named(rd.v) // 黎真主党|武装某部队
			out = out[:n-1]
		}
		if n := len(out); n > 0 && (rd.attached(tokens, out[n-1], t) || out[n-1].hi == t.lo && !out[n-1].facility && !t.facility && (branches[rd.v.Text(tokens[k].Start, tokens[k].End)] || strings.HasSuffix(t.name, "院区"))) {
			t.lo, t.start, t.anchor = out[n-1].lo, out[n-1].start, out[n-1].anchor
			t = t.named(rd.v)
			out = out[:n-1]
		}
		out = append(out, t)
	}
	return out
}

// attached tells whether the thing at t is attached to the one before: 医学院附属瑞金医院.
func (rd *reader) attached(tokens []lattice.Token, before, t thing) bool {
	if before.kind == org.Association && before.hi == t.lo && t.anchor == placeAnchor && t.kind == org.Association && zh.EndsWith(t.name, "总会", "分会") {
		return true // 某某促进会香港总会
	}
	if before.known && before.hi == t.lo && t.anchor == placeAnchor && !t.facility && (before.kind == t.kind || org.IsLeague(before.name) && t.kind == org.Association) {
		return true // 国家税务总局滁州市税务局
	}
	if before.hi == t.lo && t.anchor == placeAnchor && !t.facility && before.kind == t.kind && t.kind != org.Hospital && t.kind != org.School &&
		t.end-t.start < before.end-before.start && t.end-t.start > 1 && rd.v.Text(before.end-2, before.end) == rd.v.Text(t.end-2, t.end) {
		return true // 中国国际贸易促进委员会威海市委员会
	}
	if before.hi == t.lo && before.kind == org.School && t.kind == org.Hospital && (t.anchor == placeAnchor || strings.HasPrefix(t.name, "附属")) {
		return true // 香港大学|深圳医院, 医科大学|附属第二医院
	}
	if before.hi == t.lo && before.kind == org.Military && t.kind == org.Military {
		return true // 中国人民解放军|东部战区
	}
	if before.hi == t.lo && before.kind == org.Government && before.anchor == placeAnchor && !t.facility && t.kind == org.Government && strings.HasSuffix(t.name, "委员会") && zh.EndsWith(before.name, "议会", "国会", "议院", "白宫") {
		return true // 某国议会|国家安全委员会
	}
	return !before.facility && !t.facility && before.hi == t.lo-1 && rd.v.Text(tokens[t.lo-1].Start, tokens[t.lo-1].End) == "附属"
}

// branches are the endings of a part that follows the whole with a place between: 有限公司乌海分公司.
var branches = zh.Words("分公司 支行 分行 分局 分院 分校 支队 大队 代表处 办事处 分会 支公司 调查队 调查总队 总队 研究所 研究院 分中心 工作组 分指挥部")

// thingAt is the thing whose ending is at token k.
func (rd *reader) thingAt(tokens []lattice.Token, k int) (thing, bool) {
	t := tokens[k]
	x := thing{lo: k, hi: k + 1, start: t.Start, end: t.End}
	switch t.Kind {
	case lattice.Body:
		return rd.wellKnown(tokens, x), !rd.tornBody(t)
	case lattice.Place:
		if !rd.endingPlace(tokens, k) {
			return rd.zone(tokens, k)
		}
	case lattice.Word, lattice.Letters, lattice.Number, lattice.Name:
	default:
		return x, false
	}
	if t.Kind == lattice.Word && zhplace.Known(rd.v.Text(t.Start, t.End)) && !zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), eponyms...) {
		x.facility, x.anchor = true, nameAnchor
		return x.named(rd.v), true
	}
	if rd.numberedLine(tokens, &x) || rd.station(tokens, &x) || rd.landform(tokens, &x) || rd.terrain(tokens, &x) || rd.trader(tokens, &x) {
		return x.named(rd.v), true
	}
	if org.IsYouthLeague(rd.v.Text(t.Start, t.End)) && lattice.IsLevel(string(rd.v.Runes[t.Start+1])) {
		x.kind, x.anchor = org.Party, nameAnchor
		return x.named(rd.v), true
	}
	return rd.suffixed(tokens, x, k)
}

// eponyms are what is called after a built place: 红旗渠|精神, 天坛|奖.
var eponyms = []string{"精神", "奖", "杯", "论坛", "文化", "峰会", "集团"}

// endingPlace tells a short name of a division that is the head of what stands in front of it besides: 歙县|古城, 某某|新区, 某市|北站,
// also where the gazetteer takes both for a chain (某市古城).
func (rd *reader) endingPlace(tokens []lattice.Token, k int) bool {
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
func (rd *reader) suffixed(tokens []lattice.Token, x thing, k int) (thing, bool) {
	t := tokens[k]
	from, weak, strict, ok := rd.ending(&x, t.End)
	if !ok || rd.happens(tokens, k, from, x.facility) {
		return x, false
	}
	for x.lo > 0 && tokens[x.lo].Start > from {
		x.lo--
	}
	if tokens[x.lo].Kind == lattice.Mark || tokens[x.lo].Kind == lattice.Post && !rd.headOfState(tokens, x.lo) {
		return x, false
	}
	rd.overParen(tokens, &x)
	x.start = tokens[x.lo].Start
	if !t.Whole {
		rd.stretch(tokens, &x)
	}
	if t := tokens[x.lo]; x.anchor == noAnchor && t.Kind == lattice.Word && t.Tag == "nt" && rd.countryHead(t, from) {
		x.anchor = placeAnchor // 德国联邦|议院
	}
	if x.anchor == noAnchor && from > x.start && (organHead(rd.v.Runes[x.start:from]) || from == x.start+1 && leveled(rd.v.Text(x.start, x.end))) {
		x.anchor = levelAnchor
	}
	if !x.facility && x.anchor == noAnchor && (x.kind == org.Government || x.kind == org.Military) && !x.whole {
		if y := rd.lettered(tokens, x.named(rd.v)); y.anchor == placeAnchor {
			return y, true
		}
	}
	if x.facility && strings.HasSuffix(rd.v.Text(x.start, x.end), culturalCentre) {
		x.facility, x.kind = false, org.Other // a mission abroad
	}
	if is, sure := rd.surely(tokens, &x, k, from); sure {
		return x.named(rd.v), is
	}
	rd.academy(tokens, &x)
	rd.inscribed(tokens, &x, from)
	rd.lettersOf(tokens, &x)
	if rd.mistaken(tokens, x) || !rd.enough(tokens, x, from, weak, strict) {
		return x, false
	}
	rd.bare(tokens, &x, from)
	return x.named(rd.v), true
}

// surely tells whether x, of an ending that from begins, is a thing, and whether its ending alone decides that. It mends its kind.
func (rd *reader) surely(tokens []lattice.Token, x *thing, k, from int) (is, sure bool) {
	t, text := tokens[k], rd.v.Text(x.start, x.end)
	switch {
	case x.anchor == placeAnchor && tokens[x.lo].Kind == lattice.Place && tokens[x.lo].Places[0].Place.Kind == gazetteer.Abroad && zh.EndsWith(text, "总统府", "总理府", "首相府"):
		x.facility, x.kind = true, "" // 布达佩斯总理府, a house
		return true, true
	case x.kind == org.Party && rd.v.Runes[t.End-1] == '党':
		return rd.party(tokens, *x, k), true
	case x.kind == org.Hospital && strings.HasSuffix(text, "院区") && !zh.EndsWith(rd.v.Text(max(0, x.start-1), x.start), "院"):
		return false, true // of which hospital isn't said
	case x.kind == org.Media && x.anchor == noAnchor && strings.HasSuffix(text, "频道"):
		return false, true // 音乐频道, of which station isn't said
	case text == culturalCentre:
		return false, true // of which town isn't said
	case rd.pressCentre(tokens, x):
		return true, true
	}
	if x.anchor == noAnchor && t.Kind == lattice.Word && x.lo == k && !x.facility && from > x.start && rd.seat(x.start, from+1) > 0 {
		x.anchor = nameAnchor // 北京积水潭医院, a word of the lexicon
	}
	return false, false
}

// culturalCentre is what China's cultural centres abroad are called behind their town; by itself it is any of them.
const culturalCentre = "中国文化中心"

// countryHead tells a word that begins with the name of a country, which ends before from.
func (rd *reader) countryHead(t lattice.Token, from int) bool {
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
func (rd *reader) headOfState(tokens []lattice.Token, k int) bool {
	t := tokens[k].Title
	return t.Bare && title.IsOfState(t.Head) && k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == tokens[k].Start
}

// overParen moves the left edge of a company over the place in parentheses in the middle of its name: 某某电梯（中国）|有限公司.
func (rd *reader) overParen(tokens []lattice.Token, x *thing) {
	k := x.lo - 1
	if k > 0 && bracketed[rd.v.Text(tokens[k].Start, tokens[k].End)] {
		k-- // （集团）控股|有限责任公司
	}
	if x.kind != org.Company || k < 3 || rd.v.Runes[tokens[k].Start] != '）' && rd.v.Runes[tokens[k].Start] != ')' {
		return
	}
	if r := rd.v.Runes[tokens[k-2].Start]; (tokens[k-1].Kind == lattice.Place || bracketed[rd.v.Text(tokens[k-1].Start, tokens[k-1].End)]) && (r == '（' || r == '(') && (tokens[k-3].Kind == lattice.Word || tokens[k-3].Kind == lattice.Name) {
		x.lo = k - 3
	}
}

// bracketed are the words besides places that stand in parentheses in the middle of a company's name: 某某运营（集团）|有限公司.
var bracketed = zh.Words("集团 控股 股份 国际 总部")

// stretch moves the left edge of x to where its name begins.
func (rd *reader) stretch(tokens []lattice.Token, x *thing) {
	if rd.legation(tokens, x) {
		return
	}
	rd.reach(tokens, x)
	rd.brand(tokens, x)
	rd.ordinal(tokens, x)
	rd.line(tokens, x)
	rd.foreword(tokens, x)
	rd.openQuote(tokens, x)
	rd.fleet(tokens, x)
	rd.session(tokens, x)
	rd.lecturers(tokens, x)
	rd.helping(tokens, x)
}

// tokenFrom is the token at k or before it that begins at from, false if none does.
func tokenFrom(tokens []lattice.Token, k, from int) (int, bool) {
	for k > 0 && tokens[k].Start > from {
		k--
	}
	return k, tokens[k].Start == from
}

// legation takes the state that sends a mission to China, in front of 驻华, into its name: 埃塞俄比亚|驻华|使馆.
func (rd *reader) legation(tokens []lattice.Token, x *thing) bool {
	k := x.lo - 1
	if k < 1 || !zh.EndsWith(rd.v.Text(x.start, x.end), "使馆", "代表处") || rd.v.Text(tokens[k].Start, tokens[k].End) != "驻华" || tokens[k-1].Kind != lattice.Place {
		return false
	}
	x.lo, x.start, x.anchor = k-1, tokens[k-1].Start, placeAnchor
	return true
}

// foreword moves the left edge of a body or built place over what belongs in front of its first word: 京|港澳高速.
func (rd *reader) foreword(tokens []lattice.Token, x *thing) {
	front := forewords[rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End)]
	n := len([]rune(front))
	if front == "" || x.start < n || rd.v.Text(x.start-n, x.start) != front {
		return
	}
	for x.lo > 0 && tokens[x.lo].Start > x.start-n {
		x.lo--
	}
	x.start, x.anchor = x.start-n, nameAnchor
}

// forewords are what belongs in front of the words that bodies and built places are taken to begin with.
var forewords = map[string]string{"港澳": "京", "同胞": "侵华日军南京大屠杀遇难", "部队": "联勤保障", "俄罗斯": "今日"}

// ordinal moves the left edge of a body that begins with a number to the 第 in front of it: 第71集团军.
func (rd *reader) ordinal(tokens []lattice.Token, x *thing) {
	if first := tokens[x.lo]; first.Kind == lattice.Number && x.lo > 0 && rd.v.Text(tokens[x.lo-1].Start, first.Start) == "第" {
		x.lo--
		x.start = tokens[x.lo].Start
	} else if before := x.lo - 1; before >= 0 && x.facility && x.anchor == noAnchor && tokens[before].Tag == "m" && tokens[before].End == x.start && strings.HasPrefix(rd.v.Text(x.start, x.end), "会议") {
		x.lo, x.start = before, tokens[before].Start // 八七|会议会址纪念馆
	}
}

// zone is a place token that is a facility by itself: a development zone or farm with a code of its own.
func (rd *reader) zone(tokens []lattice.Token, k int) (thing, bool) {
	t := tokens[k]
	x := thing{lo: k, hi: k + 1, start: t.Start, end: t.End, facility: true, anchor: placeAnchor}
	for _, c := range t.Places {
		if c.Place.Kind != gazetteer.Zone || c.Form.Has(gazetteer.Short) {
			return x, false
		}
	}
	if k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == t.Start && !t.Places[0].Form.Has(gazetteer.Chained) && tokens[k-1].Places[0].Place.Kind == gazetteer.Division {
		x.lo, x.start = k-1, tokens[k-1].Start // 于都县|工业园区管委会
	}
	if name := rd.v.Text(t.Start, t.End); strings.HasSuffix(name, "局") || strings.HasSuffix(name, "公司") || strings.HasSuffix(name, "管委会") {
		x.facility, x.kind = false, org.Other
	}
	return x.named(rd.v), true
}

// named gives x its name as the article v writes it, and mends its kind by that.
func (x thing) named(v *lattice.View) thing {
	x.name = v.Said(x.start, x.end)
	if x.kind == org.Other && (x.anchor == placeAnchor || x.anchor == levelAnchor) && strings.HasSuffix(v.Text(x.start, x.end), "林业局") {
		x.kind = org.Government // a division's; others are enterprises
	}
	if x.kind == org.Hospital && strings.HasSuffix(x.name, "分院") && zh.Holds(x.name, "研究院", "设计院", "科学院") {
		x.kind = org.Other
	}
	if x.kind == org.Association && x.anchor == placeAnchor && strings.HasSuffix(x.name, "联盟") && zh.Holds(x.name, "民主", "人民", "民族", "穆斯林", "爱国", "共和") {
		x.kind = org.Party // 某国人民民主联盟
	}
	return x
}

// ending reads the longest ending of a body or place at end. Weak endings need something in front; strict ones an anchor.
func (rd *reader) ending(x *thing, end int) (from int, weak, strict, ok bool) {
	a, e, isBody := org.EndsAt(rd.v.Runes, end)
	b, f, isPlace := zhplace.EndsAt(rd.v.Runes, end)
	switch {
	case isPlace && (!isBody || b < a):
		x.facility, x.natural = f.Type == reading.Facility, f.Type == reading.Natural
		return b, f.Weak || x.natural, x.natural, true
	case isBody:
		x.kind, x.whole = e.Type, e.Whole
		return a, e.Anchored, e.Anchored && (e.Type == org.Government || e.Type == org.Other || e.Type == org.Party && rd.v.Runes[end-1] != '党' || e.Type == org.Military), true
	}
	return 0, false, false, false
}
