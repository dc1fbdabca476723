package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// What stands in front of the place or body that a name begins with: whoever sends or owns the body, and where it is.

// stateLetter makes the letter of a country of the article at token j the head of the name of a body of its state.
func (rd *Reader) stateLetter(tokens []lattice.Token, j int, x *Thing) bool {
	t := tokens[j]
	letter := t.Kind == lattice.Word && t.End-t.Start == 1
	short := x.Lo == j+1 && x.Hi == x.Lo+1 && tokens[x.Lo].End-tokens[x.Lo].Start < 3                           // one word such as 议会
	behind := j > 0 && tokens[j-1].Kind == lattice.Word && tokens[j-1].End == t.Start && tokens[j-1].Tag == "j" // another letter
	if x.Kind != org.Government || !letter || short || behind {
		return false
	}
	if strings.ContainsRune("中军方美俄欧", rd.v.Runes[t.End]) || t.Start > 0 && strings.ContainsRune("中驻赴访在", rd.v.Runes[t.Start-1]) {
		return false // 驻俄|大使馆, 乌军|指挥部
	}
	c := rd.places.CountryNamed(rd.v.Runes[t.Start])
	if c == nil || c.Name == "中国" {
		return false
	}
	x.Lo, x.Start, x.Anchor = j, t.Start, PlaceAnchor
	x.Full = c.Name + rd.v.Text(t.End, x.End)
	return true
}

// seated takes what may stand in front of the place that x begins with into its name.
func (rd *Reader) seated(tokens []lattice.Token, x *Thing) {
	for first := x.Lo; x.Lo > max(0, first-farthest) && tokens[x.Lo-1].Kind == lattice.Place && !x.Natural; {
		x.Lo--
	}
	if k := x.Lo - 1; k >= 0 && !x.Facility && rd.forRegion(tokens[k], tokens[x.Lo]) {
		x.Lo, x.Kind = k, org.Other // 联合国|非洲|经济委员会
		return
	}
	if rd.ofAssembly(tokens, x) {
		return
	}
	rd.mission(tokens, x)
	rd.aiding(tokens, x)
	rd.allChina(tokens, x)
	rd.armed(tokens, x)
}

// ofAssembly takes the assembly that has a part for the town which x begins with into its name: 某县人大常委会|某街道工作委员会.
func (rd *Reader) ofAssembly(tokens []lattice.Token, x *Thing) bool {
	k := x.Lo - 1
	if k < 1 || tokens[k].End != tokens[x.Lo].Start || tokens[k-1].End != tokens[k].Start || tokens[k-1].Kind != lattice.Place || !zh.EndsWith(rd.v.Text(tokens[x.Lo].Start, x.End), "工作委员会", "工委", "联络站", "联络处") {
		return false
	}
	if !zh.EndsWith(rd.v.Text(tokens[k].Start, tokens[k].End), "人大常委会", "人大", "政协") {
		return false
	}
	x.Lo = k - 1
	return true
}

// forRegion tells whether owner is a body of many states, and the place right behind it a region that it has a part for.
func (rd *Reader) forRegion(owner, place lattice.Token) bool {
	return owner.Kind == lattice.Body && owner.End == place.Start && org.OfStates(rd.v.Text(owner.Start, owner.End)) && place.Places[0].Place.Kind == gazetteer.Region
}

// founded are the words between a place and the name of what it has founded.
var founded = zh.Words("省立 市立 国立 私立 县立 立")

// within takes the division in front of the river or mountain that x begins with (天津|海河|轻工职业学院), and that in front of 省立, into
// its name.
func (rd *Reader) within(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if k > 0 && tokens[k].Kind == lattice.Word && founded[rd.v.Text(tokens[k].Start, tokens[k].End)] && tokens[k].End == tokens[x.Lo].Start {
		k--
	} else if x.Anchor != NameAnchor || tokens[x.Lo].Kind != lattice.Place {
		return
	}
	if k >= 0 && !x.Facility && !x.Natural && tokens[k].Kind == lattice.Place && tokens[k].End == tokens[k+1].Start && tokens[k].Places[0].Place.Kind == gazetteer.Division {
		x.Lo, x.Anchor = k, PlaceAnchor
	}
}

// armed takes the armed police, and the railways, into the name of their units: 武警|张掖支队, 国铁|南昌局.
func (rd *Reader) armed(tokens []lattice.Token, x *Thing) {
	if x.Lo > 0 && tokens[x.Lo-1].End == tokens[x.Lo].Start && rd.v.Text(tokens[x.Lo-1].Start, tokens[x.Lo-1].End) == "武警" {
		x.Lo--
		x.Kind = org.Military
	}
	if x.Lo > 0 && tokens[x.Lo-1].End == tokens[x.Lo].Start && rd.v.Text(tokens[x.Lo-1].Start, tokens[x.Lo-1].End) == "国铁" {
		x.Lo--
		x.Kind = org.Company // 国铁南昌局
	}
}

// allChina takes the words of the whole country in front of the place that the name of an association goes on with:
// 中华全国|台湾同胞联谊会.
func (rd *Reader) allChina(tokens []lattice.Token, x *Thing) {
	for x.Kind == org.Association && x.Lo > 0 && nationwide[rd.v.Text(tokens[x.Lo-1].Start, tokens[x.Lo-1].End)] {
		x.Lo--
	}
}

// nationwide are these words.
var nationwide = zh.Words("中华 全国 中华全国 中国")

// homeland takes the country in front of the known body or the word 国家 that x begins with into its name: 德国|社民党代表团.
func (rd *Reader) homeland(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if k > 0 && rd.v.Text(tokens[k].Start, tokens[k].End) == "最高" && tokens[k-1].Kind == lattice.Place {
		x.Lo, x.Anchor = k-1, PlaceAnchor // 某国|最高|国家安全委员会
		return
	}
	if k >= 0 && x.Anchor == NationAnchor && rd.stateLetter(tokens, k, x) {
		return // 乌|国家安全局
	}
	if k < 0 || tokens[k].Kind != lattice.Place || tokens[k].Places[0].Place.Name == "中国" && rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End) != "国家" && tokens[x.Lo].Kind != lattice.Body {
		return // 中华人民共和国|中央军事委员会
	}
	switch first := tokens[x.Lo]; tokens[k].Places[0].Place.Kind {
	case gazetteer.Country, gazetteer.Abroad:
		x.Lo, x.Anchor = k, PlaceAnchor
	case gazetteer.Division, gazetteer.Region:
		if rd.v.Text(first.Start, first.End) == "国家" && tokens[k].End == first.Start {
			x.Lo, x.Anchor = k, PlaceAnchor
		}
	}
}

// sends tells whether the level word at j in the name of a delegation is not its head: a place or party that sends it stands
// before it, as in 某党|省市委领导干部考察团.
func (rd *Reader) sends(tokens []lattice.Token, j int, x *Thing) bool {
	if x.Kind != org.Delegation || j == 0 || rd.anchorOf(tokens[j]) != LevelAnchor || tokens[j-1].End != tokens[j].Start {
		return false
	}
	p := tokens[j-1]
	w := rd.v.Text(p.Start, p.End)
	return p.Kind == lattice.Place || p.Kind == lattice.Body || lattice.IsLevel(w) || p.Kind == lattice.Word && (strings.HasSuffix(w, "党") || strings.HasSuffix(w, "共"))
}

// mission takes the sender of a mission into its name (沙特驻伊朗大使馆, 中国常驻日内瓦代表团); where nobody says who sends it, at least that it
// is sent: 驻伊朗大使馆.
func (rd *Reader) mission(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if k > 0 && rd.v.Text(tokens[k-1].Start, tokens[k].End) == "常驻" {
		k--
	}
	if k < 0 || !zh.BeginsWith(rd.v.Text(tokens[k].Start, tokens[x.Lo].Start), "驻", "常驻") || tokens[x.Lo].Start-tokens[k].Start > len([]rune("常驻")) {
		return
	}
	sent := x.Kind == org.Military || zh.EndsWith(rd.v.Text(x.Start, x.End), "使馆", "领事馆", "领馆", "代表团", "使团", "代表处")
	switch {
	case k > 0 && (tokens[k-1].Kind == lattice.Place || tokens[k-1].Kind == lattice.Body):
		x.Lo = k - 1 // 联合国|驻某国临时部队
	case k > 0 && sent && tokens[k-1].Kind == lattice.Word && tokens[k-1].End-tokens[k-1].Start == 1 && rd.places.Side(rd.v.Runes[tokens[k-1].Start]):
		x.Lo = k - 1 // 法|驻某国大使馆
	case sent:
		x.Lo = k // 驻澳门部队
	}
}

// aids are what teams do for the place that they are sent to.
var aids = zh.Words("支援 援助 驰援 对口支援 援")

// aiding takes what a team was sent for, as which and by whom into its name: 我市|第四批|支援|湖北医疗队.
func (rd *Reader) aiding(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if k < 0 || !zh.EndsWith(rd.v.Text(x.Start, x.End), "医疗队", "救援队", "工作队", "专家组") || !aids[rd.v.Text(tokens[k].Start, tokens[k].End)] || tokens[k].End != tokens[x.Lo].Start {
		return
	}
	x.Lo, x.Anchor = k, NameAnchor
	if k--; k >= 0 && tokens[k].End == tokens[k+1].Start && strings.HasSuffix(rd.v.Text(tokens[k].Start, tokens[k].End), "批") {
		x.Lo = k
		k--
	}
	if k >= 0 && tokens[k].End == tokens[k+1].Start && (tokens[k].Kind == lattice.Place || lattice.HomeLevel(rd.v.Text(tokens[k].Start, tokens[k].End)) != "") {
		x.Lo, x.Anchor = k, rd.anchorOf(tokens[k])
	}
}

// accredited takes who sends a mission to a body of the world into its name: 中国常驻|联合国代表团, 某国驻日内瓦|联合国代表团.
func (rd *Reader) accredited(tokens []lattice.Token, x *Thing) {
	k := x.Lo
	for k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == tokens[k].Start {
		k--
	}
	for _, w := range [...]string{"常驻", "驻"} {
		j := k
		for j > 0 && k-j < 2 && rd.v.Text(tokens[j].Start, tokens[k].Start) != w {
			j--
		}
		if j == 0 || rd.v.Text(tokens[j].Start, tokens[k].Start) != w {
			continue
		}
		if p := tokens[j-1]; p.Kind == lattice.Place || p.Kind == lattice.Word && p.End-p.Start == 1 && rd.places.Side(rd.v.Runes[p.Start]) {
			x.Lo, x.Anchor = j-1, PlaceAnchor
		}
		return
	}
}
