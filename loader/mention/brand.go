package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// longestBrand is how many characters may stand in front of the trade in the full name of a company that nothing anchors.
const longestBrand = 6

// brand moves the left edge of a company that ends as a full legal name does, and of which only the trade is found, over the
// brand in front of it, whatever words that is made of: 大疆|创新|科技有限公司, 晨|岚|医疗器械有限责任公司, 某某（中国）|投资有限公司.
func (rd *reader) brand(tokens []lattice.Token, x *thing) {
	if x.kind != org.Company {
		return
	}
	if rd.seatedBrand(tokens, x); x.anchor != noAnchor || !zh.EndsWith(rd.v.Text(x.start, x.end), legal...) || rd.distinctive(tokens[x.lo:x.hi]) {
		return
	}
	rd.overParen(tokens, x)
	lo := x.lo
	for j := x.lo - 1; j >= 0 && tokens[x.lo].Start-tokens[j].Start <= longestBrand && tokens[j].End == tokens[j+1].Start; j-- {
		t := tokens[j]
		if t.Kind == lattice.Place {
			x.anchor = placeAnchor
			for lo = j; lo > 0 && tokens[lo-1].Kind == lattice.Place; lo-- {
			}
			break
		}
		if !rd.mayBrand(t) {
			break
		}
		lo = j
	}
	x.lo, x.start = lo, tokens[lo].Start
}

// seatedBrand moves the left edge of a company to the place in front of its brand, whatever fragments the lexicon cuts that into:
// 上海|佰|仁|堂|养老服务集团, 浙江|正|大新|材料公司.
func (rd *reader) seatedBrand(tokens []lattice.Token, x *thing) {
	if rd.located(tokens, x); x.lo == 0 || x.anchor != noAnchor && (x.anchor != placeAnchor || tokens[x.lo].Kind != lattice.Place || tokens[x.lo].End-tokens[x.lo].Start > 2 || tokens[x.lo-1].End-tokens[x.lo-1].Start > 1) {
		return
	}
	for j := x.lo - 1; j >= 0 && tokens[x.lo].Start-tokens[j].Start <= longestBrand && tokens[j].End == tokens[j+1].Start; j-- {
		switch t := tokens[j]; {
		case t.Kind == lattice.Place:
			if j == x.lo-1 {
				return
			}
			for j > 0 && tokens[j-1].Kind == lattice.Place && tokens[j-1].End == tokens[j].Start {
				j--
			}
			x.lo, x.start, x.anchor = j, tokens[j].Start, placeAnchor
			return
		case t.Kind == lattice.Word && t.End-t.Start == 1 && rd.mayCoin(t), rd.mayBrand(t) && !strings.HasPrefix(t.Tag, "v"):
		default:
			return
		}
	}
}

// located moves the left edge of a company whose name has nothing but its place over the brand in front of that: 某洋产险|宜春|公司.
func (rd *reader) located(tokens []lattice.Token, x *thing) {
	if x.anchor != placeAnchor || x.hi-x.lo != 2 || tokens[x.lo].Kind != lattice.Place || !zh.EndsWith(rd.v.Text(x.start, x.end), "公司", "支行", "分行", "营业部") {
		return
	}
	lo := x.lo
	for lo > 0 && tokens[lo-1].End == tokens[lo].Start && x.start-tokens[lo-1].Start <= longestBrand && rd.mayBrand(tokens[lo-1]) && !strings.HasPrefix(tokens[lo-1].Tag, "v") {
		lo--
	}
	if x.start-tokens[lo].Start < 2 || lo > 0 && tokens[lo-1].End == tokens[lo].Start && tokens[lo-1].Kind != lattice.Mark && tokens[lo-1].Tag != "p" && tokens[lo-1].Tag != "c" {
		return
	}
	x.lo, x.start, x.anchor = lo, tokens[lo].Start, nameAnchor
}

// mayCoin tells whether the character of a token may be one of a coined brand: it relates, counts and points to nothing.
func (rd *reader) mayCoin(t lattice.Token) bool {
	w := rd.v.Text(t.Start, t.End)
	return !verb.Breaks(w) && !lattice.EndsNoName(w) && !lattice.IsLevel(w) && !lattice.IsParticle(rd.v.Runes[t.Start]) && !strings.Contains("一二两三四五六七八九十几多数某各该本这那此其另每首前后内外多家个所的得之", w)
}

// distinctive tells whether one of the tokens is more than a word for a trade.
func (rd *reader) distinctive(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind != lattice.Word || t.Tag == "" || t.Tag == "nz" || t.Tag == "nt" || t.Tag == "ns" || t.Tag == "nr" {
			return true
		}
	}
	return false
}

// mayBrand tells whether a token may be part of a brand: a name, Latin, or a word that is no function word and governs nothing.
func (rd *reader) mayBrand(t lattice.Token) bool {
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
