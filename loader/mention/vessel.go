package mention

import "strings"

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
