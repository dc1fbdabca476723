package body

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// What stands around a name can show that it is a company's, whatever it ends in: what only a company has behind it (美源电器|展厅), or a
// contract that it makes (与|苏州澜图|签订).

var (
	// workplaces are what visitors are led through at a company.
	workplaces = zh.Words("展厅 展台 展位 厂区 总部 研发中心")
	// signs are the verbs behind the second of two parties.
	signs = zh.Words("签订 签署 签约 签 签下 签定 缔约")
	withs = zh.Words("与 和 同")
)

// shown adds to list the companies among tokens that only their surroundings show.
func (rd *Reader) shown(tokens []lattice.Token, list []Thing) []Thing {
	for k := 1; k < len(tokens); k++ {
		t := tokens[k]
		if t.Kind == lattice.Mark {
			list = rd.calledAt(tokens, list, k)
		}
		if t.Kind != lattice.Word || tokens[k-1].End != t.Start {
			continue
		}
		w := rd.v.Text(t.Start, t.End)
		work, contract := workplaces[w], signs[w]
		if !work && !contract {
			continue
		}
		if contract {
			list = rd.first(tokens, list, rd.withAt(tokens, k))
		}
		lo := k
		for lo > 0 && k-lo < farthest && tokens[lo-1].End == tokens[lo].Start && (tokens[lo-1].Kind == lattice.Place || rd.mayItem(tokens[lo-1])) {
			lo--
		}
		x := Thing{Lo: lo, Hi: k, Kind: org.Company}
		if lo == k || rd.item(tokens, &x) != itemNamed || contract && !rd.besideWith(tokens, lo) {
			continue
		}
		if last := tokens[k-1]; work && !IsItemTrade(rd.v.Text(last.Start, last.End)) || rd.official(tokens, &x) || rd.somebody(tokens, &x) {
			continue
		}
		list = insertNew(list, x.Named(rd.v))
	}
	return list
}

// arrivals are what the name of a visited company stands behind, and the name ends its clause: 来到|中裕铁信交通科技，.
var arrivals = zh.Words("来到 走进 走访 走访了 参观 参观了 考察 考察了 抵达 前往")

// calledAt adds to list the company that is all that stands between such a word and the mark at token k, and ends in a trade.
func (rd *Reader) calledAt(tokens []lattice.Token, list []Thing, k int) []Thing {
	if r := rd.v.Runes[tokens[k].Start]; r != '，' && r != '。' || !IsItemTrade(rd.v.Text(tokens[k-1].Start, tokens[k-1].End)) || tokens[k-1].End != tokens[k].Start {
		return list
	}
	lo := k
	for lo > 0 && k-lo < farthest && tokens[lo-1].End == tokens[lo].Start && !arrivals[rd.v.Text(tokens[lo-1].Start, tokens[lo-1].End)] && (tokens[lo-1].Kind == lattice.Place || rd.mayItem(tokens[lo-1])) {
		lo--
	}
	x := Thing{Lo: lo, Hi: k, Kind: org.Company}
	if lo < 1 || lo == k || !arrivals[rd.v.Text(tokens[lo-1].Start, tokens[lo-1].End)] || tokens[lo-1].End != tokens[lo].Start || rd.item(tokens, &x) != itemNamed || !unheard(tokens[lo:k]) {
		return list
	}
	return insertNew(list, x.Named(rd.v))
}

// unheard tells whether a name or what the lexicon doesn't know stands in a company's name, so that it is no notion: not 智慧|农业.
func unheard(tokens []lattice.Token) bool {
	return slices.ContainsFunc(tokens, func(t lattice.Token) bool {
		return t.Kind == lattice.Name || t.Kind == lattice.Word && t.Tag == "" && t.End-t.Start > 1
	}) && tokens[len(tokens)-1].End-tokens[0].Start > shortestItem
}

// withAt is where 与 stands before the verb at token k, with no mark between; 0 if it doesn't.
func (rd *Reader) withAt(tokens []lattice.Token, k int) int {
	for j := k - 1; j > 0 && k-j < farthest && tokens[j].Kind != lattice.Mark; j-- {
		if withs[rd.v.Text(tokens[j].Start, tokens[j].End)] {
			return j
		}
	}
	return 0
}

// first adds to list the company of a country or city that is the first of the two parties before 与 at token k: 日本松下|与.
func (rd *Reader) first(tokens []lattice.Token, list []Thing, k int) []Thing {
	lo := k
	for lo > 0 && k-lo < farthest && tokens[lo-1].End == tokens[lo].Start && tokens[lo].Kind != lattice.Place && (tokens[lo-1].Kind == lattice.Place || rd.mayItem(tokens[lo-1])) {
		lo--
	}
	x := Thing{Lo: lo, Hi: k, Kind: org.Company}
	if lo == k || k-lo < 2 || tokens[lo].Kind != lattice.Place {
		return list
	}
	if rd.item(tokens, &x) != itemNamed || rd.official(tokens, &x) || rd.somebody(tokens, &x) {
		return list
	}
	return insertNew(list, x.Named(rd.v))
}

// besideWith tells whether the party from token lo on is the second of two: 弶港镇与|苏州澜图.
func (rd *Reader) besideWith(tokens []lattice.Token, lo int) bool {
	return lo > 1 && withs[rd.v.Text(tokens[lo-1].Start, tokens[lo-1].End)]
}

// somebody tells what ends in the name of a person: 江苏|张某. A brand that begins with no usual surname is none, nor what ends in a trade.
func (rd *Reader) somebody(tokens []lattice.Token, x *Thing) bool {
	last := tokens[x.Hi-1]
	return last.Kind == lattice.Name && !IsItemTrade(rd.v.Text(last.Start, last.End)) &&
		(last.Script == lattice.Foreign || zhname.UsualSurname(rd.v.Runes[last.Start]) || x.Hi-x.Lo == 1)
}

// official tells the words of a party that is no company: a government, whoever is counted, a day.
func (rd *Reader) official(tokens []lattice.Token, x *Thing) bool {
	for _, t := range tokens[x.Lo:x.Hi] {
		if t.Kind == lattice.Number {
			return true
		}
	}
	return zh.EndsWith(rd.v.Text(x.Start, x.End), "府", "委", "会", "局", "团", "部", "院", "校", "方", "省", "市", "县", "区", "镇", "乡", "村", "者", "人", "员", "户", "们", "妇", "星", "手", "某")
}
