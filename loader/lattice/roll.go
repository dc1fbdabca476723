package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// longestNote is how many characters a parenthesis behind a name in a list has at most.
const longestNote = 16

// rolled tells a name from i to j, with a usual surname, of a list that tells in parentheses whose each one is:
// 刘小木（木拱廊桥营造）、|毛细花（乌饭烹制）.
func (l *Lattice) rolled(i, j, _ int) bool {
	r := l.v.Runes
	if j-i != 3 || !zhname.UsualSurname(r[i]) || i < 3 || !zh.ShutsParen(r[i-2]) || j >= len(r) || !zh.OpensParen(r[j]) && r[j] != '、' && r[j] != '等' {
		return false
	}
	open := i - 3
	for open > 0 && !zh.OpensParen(r[open]) && i-open <= longestNote {
		open--
	}
	if !zh.OpensParen(r[open]) {
		return false
	}
	for n := 2; n <= 3 && open-n >= 0; n++ {
		if zhname.UsualSurname(r[open-n]) && (open-n == 0 || !zh.IsHan(r[open-n-1])) {
			return true
		}
	}
	return false
}
