package mention

import (
	"strings"

	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// vessel tells a name in marks of quotation that a ship bears: “亚伯拉罕·林肯”号.
func (b *binder) vessel(i int) bool {
	if i == 0 || b.units[i-1].kind != uQuote {
		return false
	}
	for k := i + 1; k+1 < len(b.units) && k < i+3; k++ {
		if b.units[k].kind == uQuote {
			return strings.HasPrefix(b.units[k+1].text, "号") || strings.HasPrefix(b.units[k+1].text, "级")
		}
	}
	return false
}

// fleet moves the left edge of a group of ships over the quoted name of its flagship, and over the navy before it.
func (rd *reader) fleet(tokens []lattice.Token, x *thing) {
	k := x.lo - 1
	if x.kind != org.Military || k < 3 || rd.v.Text(tokens[k].Start, tokens[k].End) != "号" {
		return
	}
	if k--; rd.v.Runes[tokens[k].Start] != '”' {
		return
	}
	for k--; k >= 0 && x.lo-k < farthest && rd.v.Runes[tokens[k].Start] != '“'; k-- {
	}
	if k >= 0 && rd.v.Runes[tokens[k].Start] == '“' {
		x.lo, x.start, x.anchor = k, tokens[k].Start, nameAnchor
	}
}
