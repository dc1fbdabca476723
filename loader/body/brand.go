package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// longestBrand is how many characters may stand in front of the trade in the full name of a company that nothing anchors.
const longestBrand = 6

// brand moves the left edge of a company that ends as a full legal name does, and of which only the trade is found, over the
// brand in front of it, whatever words that is made of: 大疆|创新|科技有限公司, 晨|岚|医疗器械有限责任公司, 某某（中国）|投资有限公司.
func (rd *Reader) brand(tokens []lattice.Token, x *Thing) {
	if x.Kind != org.Company {
		return
	}
	rd.registered(tokens, x)
	rd.cutBrand(tokens, x)
	if rd.seatedBrand(tokens, x); x.Anchor != NoAnchor || !zh.EndsWith(rd.v.Text(x.Start, x.End), legal...) || rd.distinctive(tokens[x.Lo:x.Hi]) {
		return
	}
	rd.overParen(tokens, x)
	lo := x.Lo
	for j := x.Lo - 1; j >= 0 && tokens[x.Lo].Start-tokens[j].Start <= longestBrand && tokens[j].End == tokens[j+1].Start; j-- {
		t := tokens[j]
		if t.Kind == lattice.Place {
			x.Anchor = PlaceAnchor
			for lo = j; lo > 0 && tokens[lo-1].Kind == lattice.Place; lo-- {
			}
			break
		}
		if !rd.mayBrand(t) {
			break
		}
		lo = j
	}
	x.Lo, x.Start = lo, tokens[lo].Start
}

// registered moves the left edge of a company's full legal name to the division that it was registered in, whatever stands between but what
// joins or relates: 深圳市|恒泰|新|能|材料股份有限公司.
func (rd *Reader) registered(tokens []lattice.Token, x *Thing) {
	if x.Anchor != NoAnchor || !zh.EndsWith(rd.v.Text(x.Start, x.End), legal...) {
		return
	}
	for j := x.Lo - 1; j >= 0 && x.Start-tokens[j].Start <= longestName && tokens[j].End == tokens[j+1].Start; j-- {
		t := tokens[j]
		switch {
		case t.Kind == lattice.Place && t.Places[0].Place.Kind == gazetteer.Division && j < x.Lo-1:
			x.Lo, x.Start, x.Anchor = j, t.Start, PlaceAnchor
			return
		case t.Kind != lattice.Word && t.Kind != lattice.Name && t.Kind != lattice.Letters:
			return
		case t.Kind == lattice.Word && (noBrand[rd.v.Text(t.Start, t.End)] || t.End-t.Start > 1 && strings.HasPrefix(t.Tag, "v") && t.Tag != "vn"):
			return
		}
	}
}

// cutBrand moves the left edge of a company's full legal name over the characters that the lexicon cuts its brand into, up to a mark or a
// word: 来到|芯|联|集成电路制造股份有限公司. A county that is only seen in them is none: 广|汽|埃|安新|能源汽车股份有限公司.
func (rd *Reader) cutBrand(tokens []lattice.Token, x *Thing) {
	if !zh.EndsWith(rd.v.Text(x.Start, x.End), legal...) || x.Lo == 0 || x.Anchor != NoAnchor && !placeInBrand(tokens, x) {
		return
	}
	lo := x.Lo
	for lo > 0 && tokens[lo-1].End == tokens[lo].Start && tokens[lo-1].Kind == lattice.Word && tokens[lo-1].End-tokens[lo-1].Start == 1 && !noBrand[rd.v.Text(tokens[lo-1].Start, tokens[lo].Start)] {
		lo--
	}
	if n := x.Lo - lo; n < 2 || n > longestBrand-2 || lo > 0 && tokens[lo-1].Kind != lattice.Mark && tokens[lo-1].Kind != lattice.Word {
		return
	}
	x.Lo, x.Start, x.Anchor = lo, tokens[lo].Start, NoAnchor
}

// longestName is how many characters may stand between the division and what is found of such a name.
const longestName = 8

// noBrand are the words of one character that stand in no name of a company.
var noBrand = zh.Words("与 和 及 同 由 在 对 将 向 为 被 把 给 等 的 了 是 从 到 以 并 也 又 有 为 让 使 请 市 县 区 省")

// seatedBrand moves the left edge of a company to the place in front of its brand, whatever fragments the lexicon cuts that into:
// 上海|佰|仁|堂|养老服务集团, 浙江|正|大新|材料公司.
func (rd *Reader) seatedBrand(tokens []lattice.Token, x *Thing) {
	if rd.located(tokens, x); x.Lo == 0 || x.Anchor != NoAnchor && !placeInBrand(tokens, x) {
		return
	}
	for j := x.Lo - 1; j >= 0 && tokens[x.Lo].Start-tokens[j].Start <= longestBrand && tokens[j].End == tokens[j+1].Start; j-- {
		switch t := tokens[j]; {
		case t.Kind == lattice.Place:
			if j == x.Lo-1 {
				return
			}
			for j > 0 && tokens[j-1].Kind == lattice.Place && tokens[j-1].End == tokens[j].Start {
				j--
			}
			x.Lo, x.Start, x.Anchor = j, tokens[j].Start, PlaceAnchor
			return
		case t.Kind == lattice.Word && t.End-t.Start == 1 && rd.mayCoin(t), rd.mayBrand(t) && !strings.HasPrefix(t.Tag, "v"):
		default:
			return
		}
	}
}

// placeInBrand tells whether the short place that x begins with may be a fragment of its brand: a single character stands before it, as in
// 正|大新|材料公司.
func placeInBrand(tokens []lattice.Token, x *Thing) bool {
	before, first := tokens[x.Lo-1], tokens[x.Lo]
	return x.Anchor == PlaceAnchor && first.Kind == lattice.Place && first.End-first.Start <= 2 && before.End-before.Start <= 1
}

// located moves the left edge of a company whose name has nothing but its place over the brand in front of that: 某洋产险|宜春|公司.
func (rd *Reader) located(tokens []lattice.Token, x *Thing) {
	if x.Anchor != PlaceAnchor || x.Hi-x.Lo != 2 || tokens[x.Lo].Kind != lattice.Place || !zh.EndsWith(rd.v.Text(x.Start, x.End), "公司", "支行", "分行", "营业部") {
		return
	}
	lo := x.Lo
	for lo > 0 && tokens[lo-1].End == tokens[lo].Start && x.Start-tokens[lo-1].Start <= longestBrand && rd.mayBrand(tokens[lo-1]) && !strings.HasPrefix(tokens[lo-1].Tag, "v") {
		lo--
	}
	if x.Start-tokens[lo].Start < 2 || lo > 0 && tokens[lo-1].End == tokens[lo].Start && tokens[lo-1].Kind != lattice.Mark && tokens[lo-1].Tag != "p" && tokens[lo-1].Tag != "c" {
		return
	}
	x.Lo, x.Start, x.Anchor = lo, tokens[lo].Start, NameAnchor
}

// mayCoin tells whether the character of a token may be one of a coined brand: it relates, counts and points to nothing.
func (rd *Reader) mayCoin(t lattice.Token) bool {
	w := rd.v.Text(t.Start, t.End)
	return !verb.Breaks(w) && !lattice.EndsNoName(w) && !lattice.IsLevel(w) && !lattice.IsParticle(rd.v.Runes[t.Start]) && !strings.Contains("一二两三四五六七八九十几多数某各该本这那此其另每首前后内外多家个所的得之", w)
}

// distinctive tells whether one of the tokens is more than a word for a trade.
func (rd *Reader) distinctive(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind != lattice.Word || t.Tag == "" || t.Tag == "nz" || t.Tag == "nt" || t.Tag == "ns" || t.Tag == "nr" {
			return true
		}
	}
	return false
}

// mayBrand tells whether a token may be part of a brand: a name, Latin, or a word that is no function word and governs nothing.
func (rd *Reader) mayBrand(t lattice.Token) bool {
	w := rd.v.Text(t.Start, t.End)
	switch t.Kind {
	case lattice.Name, lattice.Letters:
		return true
	case lattice.Word:
	default:
		return false
	}
	if verb.Breaks(w) || lattice.EndsNoName(w) || verb.Of(w) != verb.None || lattice.IsLevel(w) || lattice.HomeLevel(w) != "" || lattice.IsParticle(rd.v.Runes[t.Start]) {
		return false
	}
	return t.Tag == "" || strings.ContainsRune("nvabjgz", rune(t.Tag[0]))
}
