package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// Costs of a surname with a title behind it, by whether the article has a person of that surname.
const (
	callKnown = 7
	callOther = 22
)

// addresses are the titles besides seats by which persons are called behind their surname.
var addresses = zh.Words("医生 大夫 老师 教授 师傅 院士 警官 法官 律师 护士 工程师 将军 大使 教练 老板 先生 女士 同志 阿姨")

// calls tries a surname with a bare title behind it: 周书记, 习主席, 狄医生.
func (l *Lattice) calls(i, start, end int) {
	n := zhname.Surname(l.v.Runes[:end], i)
	if n == 0 || i+n >= end {
		return
	}
	t, ok := title.At(l.v.Runes[:end], i+n)
	if !ok || !t.Bare || !t.Seat && !addresses[t.Text] || t.End-t.Start < 2 || t.Status != "" || l.v.Runes[i] == '任' {
		return // 任 before a title is a verb
	}
	l.step(start, arc{Token{Kind: Call, Start: i, End: t.End, Title: l.room.title(t)}, callOther})
}

// callCost is what a call whose surname stands from i to j costs in this scan.
func (l *Lattice) callCost(i, j int) float32 {
	for _, w := range l.first.by[l.v.Runes[i]] {
		if len(w) <= j-i+2 && len(w) > j-i && string(w[:j-i]) == l.v.Text(i, j) {
			return callKnown
		}
	}
	return callOther
}
