package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// overParen moves the left edge of a company over the place in parentheses in the middle of its name: 某某电梯（中国）|有限公司.
func (rd *Reader) overParen(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if k > 0 && bracketed[rd.v.Text(tokens[k].Start, tokens[k].End)] {
		k-- // （集团）控股|有限责任公司
	}
	if x.Kind != org.Company || k < 3 || !zh.ShutsParen(rd.v.Runes[tokens[k].Start]) {
		return
	}
	if brand := tokens[k-3]; rd.inParens(tokens[k-2], tokens[k-1]) && (brand.Kind == lattice.Word || brand.Kind == lattice.Name) {
		x.Lo = k - 3
	}
}

// seatBehind moves the right edge of a university over what tells it from its namesakes, or from itself elsewhere: 中国石油大学|（北京）,
// 北京语言大学|哈萨克斯坦分校.
func (rd *Reader) seatBehind(tokens []lattice.Token, x *Thing) {
	if x.Kind != org.School || x.Facility || !zh.EndsWith(rd.v.Text(x.Start, x.End), "大学", "学院") {
		return
	}
	if k := x.Hi; k+2 < len(tokens) && tokens[k].Start == x.End && zh.OpensParen(rd.v.Runes[x.End]) && tokens[k+1].Kind == lattice.Place && zh.ShutsParen(rd.v.Runes[tokens[k+2].Start]) {
		x.Hi, x.End = k+3, tokens[k+2].End
	}
	if k := x.Hi; k+1 < len(tokens) && tokens[k].Start == x.End && tokens[k].Kind == lattice.Place && rd.v.Text(tokens[k+1].Start, tokens[k+1].End) == "分校" {
		x.Hi, x.End = k+2, tokens[k+1].End
	}
}

// inParens tells whether open opens a parenthesis in the middle of a company's name, of which w is all.
func (rd *Reader) inParens(open, w lattice.Token) bool {
	if !zh.OpensParen(rd.v.Runes[open.Start]) {
		return false
	}
	return w.Kind == lattice.Place || bracketed[rd.v.Text(w.Start, w.End)]
}

// bracketed are the words besides places that stand in parentheses in the middle of a company's name: 某某运营（集团）|有限公司.
var bracketed = zh.Words("集团 控股 股份 国际 总部")

// stretch moves the left edge of x to where its name begins.
func (rd *Reader) stretch(tokens []lattice.Token, x *Thing) {
	if rd.legation(tokens, x) {
		return
	}
	rd.reach(tokens, x)
	rd.brand(tokens, x)
	rd.ordinal(tokens, x)
	rd.line(tokens, x)
	rd.foreword(tokens, x)
	rd.railwayGroup(tokens, x)
	rd.marketed(tokens, x)
	rd.openQuote(tokens, x)
	rd.fleet(tokens, x)
	rd.session(tokens, x)
	rd.lecturers(tokens, x)
	rd.helping(tokens, x)
	rd.outpost(tokens, x)
}

// tokenFrom is the token at k or before it that begins at from, false if none does.
func tokenFrom(tokens []lattice.Token, k, from int) (int, bool) {
	for k > 0 && tokens[k].Start > from {
		k--
	}
	return k, tokens[k].Start == from
}

// tokenTo is the index behind the token from hi on that ends at end.
func tokenTo(tokens []lattice.Token, hi, end int) (int, bool) {
	for ; hi < len(tokens) && tokens[hi].Start < end; hi++ {
		if tokens[hi].End == end {
			return hi + 1, true
		}
	}
	return hi, false
}

// legation takes the state that sends a mission to China, in front of 驻华, into its name: 埃塞俄比亚|驻华|使馆.
func (rd *Reader) legation(tokens []lattice.Token, x *Thing) bool {
	k := x.Lo - 1
	if k < 1 || !zh.EndsWith(rd.v.Text(x.Start, x.End), "使馆", "代表处") || rd.v.Text(tokens[k].Start, tokens[k].End) != "驻华" || tokens[k-1].Kind != lattice.Place {
		return false
	}
	x.Lo, x.Start, x.Anchor = k-1, tokens[k-1].Start, PlaceAnchor
	return true
}

// outpost takes the government that keeps an office in another city into its name: 某市|人民政府|驻|兰州联络处.
func (rd *Reader) outpost(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 3
	if k < 0 || x.Anchor != PlaceAnchor || !zh.EndsWith(rd.v.Text(x.Start, x.End), "办事处", "联络处", "代表处") || rd.v.Text(tokens[k+2].Start, tokens[k+2].End) != "驻" ||
		tokens[k].Kind != lattice.Place && !lattice.IsLevel(rd.v.Text(tokens[k].Start, tokens[k].End)) || !zh.EndsWith(rd.v.Text(tokens[k+1].Start, tokens[k+1].End), "政府") {
		return
	}
	x.Lo, x.Start, x.Anchor = k, tokens[k].Start, rd.anchorOf(tokens[k])
}

// foreword moves the left edge of a body or built place over what belongs in front of its first word: 京|港澳高速.
func (rd *Reader) foreword(tokens []lattice.Token, x *Thing) {
	front := forewords[rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End)]
	n := len([]rune(front))
	if front == "" || x.Start < n || rd.v.Text(x.Start-n, x.Start) != front {
		return
	}
	for x.Lo > 0 && tokens[x.Lo].Start > x.Start-n {
		x.Lo--
	}
	x.Start, x.Anchor = x.Start-n, NameAnchor
}

// railwayGroup moves the left edge of one of the groups of the railways over the words that all their names begin with: 中国铁路|武汉局集团有限公司.
func (rd *Reader) railwayGroup(tokens []lattice.Token, x *Thing) {
	const railways = "中国铁路"
	n := len([]rune(railways))
	if x.Kind != org.Company || x.Start < n || rd.v.Text(x.Start-n, x.Start) != railways || !strings.Contains(rd.v.Text(x.Start, x.End), "局集团") {
		return
	}
	for x.Lo > 0 && tokens[x.Lo].Start > x.Start-n {
		x.Lo--
	}
	x.Start, x.Anchor = tokens[x.Lo].Start, NameAnchor
}

// marketed moves the left edge of a body that seems to begin with 市 or the like over the one character that is the rest of the word, to the place in
// front of that: 颍泉区|中|市小学.
func (rd *Reader) marketed(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 2
	if x.Anchor != LevelAnchor || k < 0 || tokens[k].Kind != lattice.Place || tokens[k].End != tokens[k+1].Start || tokens[k+1].End != x.Start {
		return
	}
	if t := tokens[k+1]; !x.Facility && t.Kind == lattice.Word && t.End-t.Start == 1 && t.Tag != "m" && !lattice.IsOrdinal(rd.v.Runes[t.Start]) && !Governs(rd.v.Runes[t.Start]) {
		x.Lo, x.Start, x.Anchor = k, tokens[k].Start, PlaceAnchor
	}
}

// forewords are what belongs in front of the words that bodies and built places are taken to begin with.
var forewords = map[string]string{"港澳": "京", "同胞": "侵华日军南京大屠杀遇难", "部队": "联勤保障", "俄罗斯": "今日"}

// ordinal moves the left edge of a body that begins with a number to the 第 in front of it: 第71集团军.
func (rd *Reader) ordinal(tokens []lattice.Token, x *Thing) {
	if first := tokens[x.Lo]; first.Kind == lattice.Number && x.Lo > 0 && rd.v.Text(tokens[x.Lo-1].Start, first.Start) == "第" {
		x.Lo--
		x.Start = tokens[x.Lo].Start
	} else if before := x.Lo - 1; before >= 0 && x.Facility && x.Anchor == NoAnchor && tokens[before].Tag == "m" && tokens[before].End == x.Start && strings.HasPrefix(rd.v.Text(x.Start, x.End), "会议") {
		x.Lo, x.Start = before, tokens[before].Start // 八七|会议会址纪念馆
	}
}

// A division in full, or a province, in front of a built place that has a name of its own says where that is and is none of the name:
// 松山区|玉龙大街, 江苏省|太仓港, 云南|丽江古城; not 三台县|人民医院.

// ownNamed are the endings of what has a name of its own; roadEnds those that a town of its own goes without, too: 上海|淮海路.
var (
	ownNamed = []string{"景区", "风景区", "风景名胜区", "古镇", "古城", "古村", "大街", "大道", "路", "街", "广场", "港", "桥", "寺", "塔", "庙", "宫", "楼", "阁", "机场", "水库", "电站", "隧道", "运河", "公园", "遗址", "石窟", "故居", "旧址", "码头", "滑雪场", "度假区", "街区", "口岸", "酒店", "宾馆", "饭店"}
	// lineEnds are those of what a province or city may be part of the name of: 江苏南沿江城际铁路, 广州白云机场
	lineEnds = []string{"铁路", "公路", "高速", "快速路", "机场"}
	roadEnds = []string{"路", "街", "大街", "大道", "巷", "胡同"}
)

// bare moves the left edge of x, of an ending that from begins, behind such a division.
func (rd *Reader) bare(tokens []lattice.Token, x *Thing, from int) {
	t := tokens[x.Lo]
	if !x.Facility || t.Kind != lattice.Place || x.Start != t.Start || t.Places[0].Place.Kind != gazetteer.Division {
		return
	}
	if name := rd.v.Text(x.Start, x.End); !zh.EndsWith(name, ownNamed...) || zh.EndsWith(name, lineEnds...) {
		return
	}
	if t.End >= from || x.Lo+1 >= x.Hi {
		if p := t.Places[0]; t.End == from && p.Form.Has(gazetteer.Short) {
			x.Start = rd.lastOf(t) // 安徽|芜湖古城
		}
		return
	}
	stem := *x
	stem.Lo, stem.Start = x.Lo+1, tokens[x.Lo+1].Start
	next := tokens[stem.Lo]
	if plain[rd.v.Text(next.Start, next.End)] || next.Kind != lattice.Place && !rd.ownWords(tokens, stem, from) && !rd.rare(tokens[stem.Lo:x.Hi], from) {
		return
	}
	p := t.Places[0].Place
	state := p.Level == gazetteer.Province && !strings.HasSuffix(p.Name, "市")
	if !t.Places[0].Form.Has(gazetteer.Short) || state || zh.EndsWith(rd.v.Text(stem.Start, x.End), roadEnds...) && x.End-stem.Start > 2 {
		x.Lo, x.Start = stem.Lo, stem.Start
	}
}
