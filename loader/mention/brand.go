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
	if x.kind != org.Company || x.anchor != noAnchor || !zh.EndsWith(rd.v.Text(x.start, x.end), legal...) || rd.distinctive(tokens[x.lo:x.hi]) {
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
	if breakers[w] || lattice.EndsNoName(w) || verb.Of(w) != verb.None || lattice.IsLevel(w) || lattice.HomeLevel(w) != "" || lattice.IsParticle(rd.v.Runes[t.Start]) {
		return false
	}
	return t.Tag == "" || strings.ContainsRune("nvabjgz", rune(t.Tag[0]))
}
