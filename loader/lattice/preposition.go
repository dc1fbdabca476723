package lattice

// Here are names that begin with a preposition, or hold one: most are none, and some are somebody's.

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// prepositional tells a preposition with what it governs, or a verb with its 为: 向省|某集团表示感谢, 任某某为.
func (l *Lattice) prepositional(i, j, _ int) bool {
	r := l.v.Runes
	return r[i] == '任' && r[j-1] == '为' || zhname.IsPreposition(r[i]) && (levelWords[string(r[i+1])] || r[j-1] == '方')
}

// glued tells a name that holds the preposition before it or behind: 愿|同卢拉|总统一道, 应陶里|总统邀请, 李强同奥|云额尔登. 向 and 应
// are surnames of their own with one or two characters behind them, unless an office follows and none stands before:
// 向洪森|首相致贺电.
func (l *Lattice) glued(i, j, end int) bool {
	r := l.v.Runes
	switch j - i {
	case 3:
		if r[i+1] == '双' && r[i+2] == '方' || r[i+1] == '为' && i > 2 && (zh.IsMiddleDot(r[i-2]) || zh.IsMiddleDot(r[i-1])) {
			return true // 中|卢双方, 某·贝|鲁为新
		}
	case 4:
		if (r[j-1] == '家' || strings.ContainsRune("同向与和对", r[i+2])) && zhname.Surname(r[:end], i) == 1 {
			return true
		}
	}
	if !classOf(r[i]).is(gluing) {
		return false
	}
	if r[i] == '边' && slices.Contains(r[i+1:min(end, i+longestTwin)], '边') {
		return true // 边走边看
	}
	if !zhname.IsPreposition(r[i]) && r[i] != '应' {
		return false
	}
	switch {
	case j-i > 3:
		return true
	case j-i == 2:
		return r[i] != '应' && !l.v.Gap[j-1] // 向　楚 is somebody
	case r[i] == '应' && r[i+2] == '尽':
		return true
	}
	if t, ok := title.At(r[:end], min(j+1, end)); ok && t.Kind == title.Office && zhname.Surname(r[:end], i+1) > 0 {
		return true // 向习近|平主席
	}
	t, ok := title.At(r[:end], j)
	if !ok || t.Kind != title.Office || t.End-t.Start > 3 {
		return r[i] == '应' && strings.HasPrefix(l.v.Text(j, min(end, j+2)), "邀请")
	}
	for k := max(0, i-6); k < i; k++ {
		if before, ok := title.At(r[:i], k); ok && before.End == i {
			return false // 副市长向洪森
		}
	}
	return Transcribed(r[i+1:j]) || r[i] == '应'
}

// longestTwin is how far the second 边 of two stands behind the first, with it: 边破拆边前进.
const longestTwin = 4

// familyXiang tells a name whose surname is the preposition 向, between an office and a mark, an office or what people do: 秘书长|向岳阳，
// 副县长|向北山|出席.
func (l *Lattice) familyXiang(i, j, end int) bool {
	r := l.v.Runes[:end]
	if r[i] != '向' || j-i != 3 || r[j-1] == '方' || Transcribed(r[i+1:j]) {
		return false
	}
	office := i > 0 && strings.ContainsRune("长记", r[i-1])
	if office && (j == end || !zh.IsHan(r[j])) {
		return true
	}
	if zhname.Surname(r, i+1) > 0 || l.side(r[i+1]) && !office {
		return false
	}
	_, titled := title.At(r, j)
	return titled || l.acting(j)
}
