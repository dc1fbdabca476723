package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// kinsman tells a name of three characters with a usual surname behind a relation, of two characters, and before what shows where it
// ends: 儿子|秦汉平、. What it has in it besides are words: 秦汉.
func (l *Lattice) kinsman(i, j, end int) bool {
	if j-i != 3 || !zhname.UsualSurname(l.v.Runes[i]) || !relations[l.v.Text(max(0, i-2), i)] || classOf(l.v.Runes[j-1]).is(particle) {
		return false
	}
	return j == end || !zh.IsHan(l.v.Runes[j]) || strings.ContainsRune("等和与在说把", l.v.Runes[j])
}
