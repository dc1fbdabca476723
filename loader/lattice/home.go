package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// enters are the verbs behind which somebody's home is entered.
var enters = []string{"走进", "来到", "走到", "走访", "看望", "探望", "慰问", "做客"}

// AtHome tells the full name of somebody whose home is entered: 走进低洼户|何桂兰|家，, 来到居民|林永和|家中.
func (v *View) AtHome(i, j int) bool {
	r := v.Runes
	if j-i != 3 || !zh.AtHome(r[j:]) || !zhname.UsualSurname(r[i]) {
		return false
	}
	from := i
	for from > 0 && i-from < farHome && !strings.ContainsRune("，。；！？\n", r[from-1]) {
		from--
	}
	before := string(r[from:i])
	return zh.Holds(before, enters...) || zh.EndsWith(before, dwellers...)
}

// dwellers are the words for those who have the home: 在村民熊成龙家，.
var dwellers = []string{"村民", "居民", "农户", "牧民", "渔民", "茶农", "果农", "菜农", "脱贫户", "低保户", "老党员", "退休职工"}

// farHome is how far before the name that verb may stand, in characters.
const farHome = 16
