package mention

import "github.com/baopu/baopu/loader/lattice"

// tradesman tells whether a word for what people do stands right before the unit at i.
func (b *binder) tradesman(i int) bool {
	if i == 0 {
		return false
	}
	p := b.units[i-1]
	return p.kind == uWord && p.end == b.units[i].start && lattice.IsTrade([]rune(p.text), p.tag)
}
