package lattice

import "github.com/baopu/baopu/internal/zh"

// asides are what stands in a parenthesis between a title and the name of who holds it: 副县长（挂职）徐海军.
var asides = zh.Words("挂职 援疆 援藏 援青 兼职 兼 主持工作 正县级 副县级 正处级 副处级 正厅级 副厅级 正科级 副科级")

// longestAside is how many characters it has at most.
const longestAside = 4

// aside tells whether the mark at i shuts such a parenthesis.
func (l *Lattice) aside(i int) bool {
	for k := i - 1; k >= 0 && i-k <= longestAside+1; k-- {
		if zh.OpensParen(l.v.Runes[k]) {
			return asides[l.v.Text(k+1, i)]
		}
	}
	return false
}
