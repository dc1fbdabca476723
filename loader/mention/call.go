package mention

import (
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// Costs of a surname with a title behind it, by whether the article has a person of that surname.
const (
	callKnown = 7
	callOther = 22
)

// addresses are the titles besides seats by which persons are called behind their surname.
var addresses = set("医生 大夫 老师 教授 师傅 院士 警官 法官 律师 护士 工程师 将军 大使 教练 老板 先生 女士 同志 阿姨")

// calls tries a surname with a bare title behind it: 周书记, 习主席, 狄医生.
func (l *lattice) calls(i, start, end int) {
	n := zhname.Surname(l.v.runes[:end], i)
	if n == 0 || i+n >= end {
		return
	}
	t, ok := title.At(l.v.runes[:end], i+n)
	if !ok || !t.Bare || !t.Seat && !addresses[t.Text] || t.End-t.Start < 2 || t.Status != "" || l.v.runes[i] == '任' {
		return // 任 before a title is a verb
	}
	l.step(start, arc{token{kind: call, start: i, end: t.End, title: l.room.title(t)}, callOther})
}

// callCost is what a call whose surname stands from i to j costs in this scan.
func (l *lattice) callCost(i, j int) float32 {
	for _, w := range l.first[l.v.runes[i]] {
		if len(w) <= j-i+2 && len(w) > j-i && string(w[:j-i]) == l.v.text(i, j) {
			return callKnown
		}
	}
	return callOther
}

// refer ties a surname with a title to the one person of the article with that surname who holds it, or to the only one
// with that surname; otherwise it names nobody.
func (rd *reader) refer(u unit) *person {
	r := []rune(u.text)
	n := len(r) - len([]rune(u.title.Text))
	if n < 1 {
		return nil
	}
	var only, holder *person
	many, several := false, false
	for _, p := range rd.people {
		q := []rune(p.name)
		if p.script == foreign || len(q) < n+1 || len(q) > n+2 || string(q[:n]) != string(r[:n]) {
			continue
		}
		many = many || only != nil
		only = p
		for _, post := range p.posts {
			if endsWith(post.Title, u.title.Text) {
				several = several || holder != nil && holder != p
				holder = p
			}
		}
	}
	if holder != nil && !several {
		return holder
	}
	if many {
		return nil
	}
	return only
}

func endsWith(s, end string) bool { return len(s) >= len(end) && s[len(s)-len(end):] == end }
