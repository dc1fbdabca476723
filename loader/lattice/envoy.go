package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
)

// longestPosting bounds how far in front of 代表 its 驻 stands, in characters.
const longestPosting = 10

// envoy offers 代表 at i as a post where 驻 and a place or body stand before it: 驻伊朗代表, 常驻联合国代表. Elsewhere it is a
// verb, or nobody's office.
func (l *Lattice) envoy(i, start, end int) {
	r := l.v.Runes
	if r[i] != '代' && r[i] != '副' && r[i] != '第' && r[i] != '临' {
		return
	}
	n := 2
	for _, w := range [...]string{"副代表", "第一副代表", "临时代表"} {
		if k := len([]rune(w)); i+k <= end && l.v.Text(i, i+k) == w {
			n = k
		}
	}
	if i+n+1 > end || r[i+n-2] != '代' || r[i+n-1] != '表' || strings.ContainsRune("团队处们性机大", r[i+n]) {
		return
	}
	for k := i - 2; k >= start && i-k <= longestPosting && zh.IsHan(r[k]) && !strings.ContainsRune("和与及的", r[k]); k-- {
		if r[k] == '驻' {
			t := title.Title{Start: i, End: i + n, Text: l.v.Text(i, i+n), Head: "代表"}
			l.step(start, arc{Token{Kind: Post, Start: i, End: i + n, Title: l.room.title(t)}, 6})
			return
		}
	}
}
