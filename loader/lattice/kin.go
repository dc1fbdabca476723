package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// kin are the words for somebody's kin.
var kin = []string{"儿子", "女儿", "妻子", "丈夫", "父亲", "母亲", "弟弟", "哥哥", "妹妹", "姐姐", "孙子", "孙女", "儿媳", "女婿", "老伴"}

// kinsman tells a name of three characters with a usual surname between a word for kin and where the name surely ends: 儿子|秦汉平、. What it
// has in it besides are words: 秦汉.
func (l *Lattice) kinsman(i, j, end int) bool {
	if j-i != 3 || !zhname.UsualSurname(l.v.Runes[i]) || !zh.EndsWith(l.v.Text(max(0, i-2), i), kin...) || classOf(l.v.Runes[j-1]).is(particle) {
		return false
	}
	return j == end || !zh.IsHan(l.v.Runes[j]) || strings.ContainsRune("等和与在说把", l.v.Runes[j])
}
