package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/org"
)

// longestBrand is how many characters may stand in front of the trade in the full name of a company that nothing anchors.
const longestBrand = 6

// brand moves the left edge of a company that ends as a full legal name does, and of which only the trade is found, over the
// brand in front of it, whatever words that is made of: 大疆|创新|科技有限公司, 晨|岚|医疗器械有限责任公司, 某某（中国）|投资有限公司.
func (rd *reader) brand(tokens []token, x *thing) {
	if x.kind != org.Company || x.anchor != noAnchor || !zh.EndsWith(rd.v.text(x.start, x.end), legal...) || rd.distinctive(tokens[x.lo:x.hi]) {
		return
	}
	rd.overParen(tokens, x)
	lo := x.lo
	for j := x.lo - 1; j >= 0 && tokens[x.lo].start-tokens[j].start <= longestBrand && tokens[j].end == tokens[j+1].start; j-- {
		t := tokens[j]
		if t.kind == place {
			x.anchor = placeAnchor
			for lo = j; lo > 0 && tokens[lo-1].kind == place; lo-- {
			}
			break
		}
		if !rd.mayBrand(t) {
			break
		}
		lo = j
	}
	x.lo, x.start = lo, tokens[lo].start
}

// distinctive tells whether one of the tokens is more than a word for a trade.
func (rd *reader) distinctive(tokens []token) bool {
	for _, t := range tokens {
		if t.kind != word || t.tag == "" || t.tag == "nz" || t.tag == "nt" || t.tag == "ns" || t.tag == "nr" {
			return true
		}
	}
	return false
}

// mayBrand tells whether a token may be part of a brand: a name, Latin, or a word that is no function word and governs nothing.
func (rd *reader) mayBrand(t token) bool {
	w := rd.v.text(t.start, t.end)
	switch t.kind {
	case name, letters:
		return true
	case word:
	default:
		return false
	}
	if breakers[w] || lastly[w] || verbs[w] != noVerb || levelWords[w] || homeWords[w] != "" || particles[rd.v.runes[t.start]] {
		return false
	}
	return t.tag == "" || strings.ContainsRune("nvabjgz", rune(t.tag[0]))
}
