package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/verb"
)

// What somebody goes to, or something is held in, has a name even where that is an everyday word: 到|民生|工业园|看望, 在县城|火把|广场|举行.

var (
	// goes are the words behind which such a place stands, or a list of them.
	goes = zh.Words("到 来到 赶到 走进 深入 前往 参观 参观了 察看 察看了 查看 查看了 视察 视察了 考察 考察了 检查 检查了 抵达 去 在")
	// grounds are the kinds of places that are called so.
	grounds = zh.Words("广场 公园 水库 工业园 工业园区 产业园 文化园 植物园 客运站 汽车站 体育场 体育馆 体育公园 人民剧院 小区 花园")
	// anyGround are the words before such a kind that name none, besides the plain ones.
	anyGround = zh.Words("文化 中心 学校 公园 纪念 森林 湿地 国家 地质 遗址 商圈 住宅 安置 工业 市民 健身 中小 主题 中央 口袋 高新 当地 附近 一些 各个 所有 其他 标志性 试点 民族 花卉 水果 建材 景观 儿童 运动 音乐 室内 室外 露天 村里 镇上 城里 门前 楼下 大小 河边 湖边 中小型 病险 街心 校园 县城 城区 市区 老城 新城 景区 园区 大飞机 智能化")
	// inTown are the words for the middle of a town, which no name begins with.
	inTown = zh.Words("县城 城区 市区 老城区 新城区 主城区 镇区 集镇")
)

// goneTo tells whether x, whose ending begins at from, is such a place.
func (rd *Reader) goneTo(tokens []lattice.Token, x Thing, from int) bool {
	if !x.Facility || !grounds[rd.v.Text(from, x.End)] {
		return false
	}
	lo := x.Lo
	stem := rd.v.Text(tokens[lo].Start, from)
	if n := from - tokens[lo].Start; n < 2 || n > 3 || plain[stem] || anyGround[stem] || !rd.called(tokens[lo:x.Hi], from) {
		return false
	}
	for k := lo - 1; k >= 0 && lo-k < farthest; k-- {
		t := tokens[k]
		w := rd.v.Text(t.Start, t.End)
		switch {
		case goes[w]:
			return true
		case t.Kind == lattice.Mark && w != "、", t.Kind == lattice.Word && strings.HasPrefix(t.Tag, "v") && t.Tag != "vn":
			return false
		}
	}
	return false
}

// called tells whether what stands in front of from is one noun, or two characters that make no word of the lexicon: 民生, 横|溪.
func (rd *Reader) called(tokens []lattice.Token, from int) bool {
	if t := tokens[0]; t.End == from {
		return t.Kind == lattice.Name && !t.Known || t.Kind == lattice.Word && (t.Tag == "" || strings.Contains("naz", t.Tag[:1])) && !lattice.IsParticle(rd.v.Runes[t.Start])
	}
	for _, t := range tokens {
		if t.Start >= from {
			break
		}
		if !rd.lone(t) {
			return false
		}
	}
	return true
}

// longestSpelled is the most characters of such a name.
const longestSpelled = 8

// spelled tells whether nothing but foreign names and characters that spell them stands from the token at j to the head of x, two tokens
// at least: 珠恩|嘎|达布其|口岸, 乌里雅斯|太|工业园区.
func (rd *Reader) spelled(tokens []lattice.Token, j int, x *Thing) bool {
	from, ok := x.Ending(rd.v)
	if !ok || from-tokens[j].Start > longestSpelled {
		return false
	}
	behind := j > 0 && tokens[j-1].Kind == lattice.Name && tokens[j-1].End == tokens[j].Start
	names, n := 0, 0
	for _, t := range tokens[j:] {
		if t.Start >= from {
			break
		}
		n++
		switch {
		case t.Kind == lattice.Name && !t.Known && spells(rd.v.Runes[t.Start:t.End]):
			names++
		case t.Kind != lattice.Word || t.End-t.Start > 1 || !lattice.Transcribes(rd.v.Runes[t.Start]) && !alsoSpells[rd.v.Runes[t.Start]]:
			return false
		}
	}
	return n > 1 && names > 0 || tokens[j].Kind == lattice.Word && behind
}

// alsoSpells are characters that names of Mongol and Manchu places are written with besides.
var alsoSpells = zh.Runes("嘎太浩呼苏诺查")

// spells tells whether nothing but characters that foreign names are written with makes a name.
func spells(name []rune) bool {
	return !slices.ContainsFunc(name, func(r rune) bool { return !lattice.Transcribes(r) })
}

// headed moves the left edge of x over the one character that the place which it begins with lacks, where that can only belong to it: 到|大|龙潭水库.
func (rd *Reader) headed(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if !x.Facility || x.Anchor != PlaceAnchor || k < 1 || tokens[x.Lo].Kind != lattice.Place || !tokens[x.Lo].Places[0].Form.Has(gazetteer.Short) || tokens[k].End != x.Start {
		return
	}
	t, before := tokens[k], tokens[k-1]
	if t.Kind != lattice.Word || t.End-t.Start > 1 || strings.ContainsRune("新老旧原", rd.v.Runes[t.Start]) || t.Tag == "" || !strings.Contains("ang", t.Tag[:1]) || verb.Breaks(rd.v.Text(t.Start, t.End)) || lattice.IsParticle(rd.v.Runes[t.Start]) {
		return
	}
	if w := rd.v.Text(before.Start, before.End); goes[w] || w == "、" || w == "和" || w == "与" {
		x.Lo, x.Start, x.Anchor = k, t.Start, NameAnchor
	}
}

// zones are the words for a zone behind what it is called.
var zones = zh.Words("经济开发区 经开区 高新区 高新技术产业开发区 工业园区 产业园区 开发区 保税区 度假区")

// zoned tells whether the name at token j is what the zone right behind it is called, and nobody: 花桥|经济开发区管委会.
func (rd *Reader) zoned(tokens []lattice.Token, j int) bool {
	t := tokens[j]
	if t.Kind != lattice.Name || t.End-t.Start > 2 || j+1 >= len(tokens) || tokens[j+1].Start != t.End || j > 0 && tokens[j-1].Kind == lattice.Post {
		return false
	}
	w := rd.v.Text(tokens[j+1].Start, tokens[j+1].End)
	return zones[w] || zones[strings.TrimSuffix(w, "管委会")]
}

// districtElsewhere tells whether the new district at token k is none of those that go by its name, since it stands right behind a city in which
// none of them lies: 锦州|滨海新区.
func (rd *Reader) districtElsewhere(tokens []lattice.Token, k int) bool {
	t := tokens[k]
	if k == 0 || t.End-t.Start < 4 || tokens[k-1].Kind != lattice.Place || tokens[k-1].End != t.Start || t.Places[0].Place.Kind != gazetteer.Division || !strings.HasSuffix(rd.v.Text(t.Start, t.End), "新区") {
		return false
	}
	city := tokens[k-1].Places[0].Place
	if city.Kind != gazetteer.Division || city.Level == gazetteer.Province {
		return false
	}
	return !slices.ContainsFunc(t.Places, func(c gazetteer.Candidate) bool {
		return c.Form.Has(gazetteer.Chained) || c.Place.Within(city) || slices.ContainsFunc(tokens[k-1].Places, func(o gazetteer.Candidate) bool { return c.Place.Within(o.Place) })
	})
}

// halfName tells whether x begins with the first of two characters that are all of a name, where somebody goes there: 到|横|溪|客运站.
func (rd *Reader) halfName(tokens []lattice.Token, x *Thing) bool {
	k := x.Lo
	if !x.Facility || k == 0 || x.Hi-k != 3 || tokens[k].End-tokens[k].Start > 1 || tokens[k+1].End-tokens[k+1].Start > 1 || counting[rd.v.Runes[tokens[k].Start]] {
		return false
	}
	before := rd.v.Text(tokens[k-1].Start, tokens[k-1].End)
	return tokens[k].Tag == "zg" && (goes[before] || before == "、")
}

// counting are the characters that count, or join, and begin no name.
var counting = zh.Runes("家座个处所并且占万刚把被让给")
