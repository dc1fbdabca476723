package lattice

import (
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// comrade stands behind a name like such a verb.
const comrade = "同志"

// acting tells whether a verb of what persons say and do stands at i, so that no person does.
func (l *Lattice) acting(i int) bool {
	if i >= len(l.v.Runes) || !classOf(l.v.Runes[i]).is(acting) {
		return false
	}
	w := l.v.Text(i, min(i+2, len(l.v.Runes)))
	return verb.IsActing(w) || w == comrade
}

// doing tells whether the longest word at i, of two characters or more, is a verb that no title begins with.
func (l *Lattice) doing(i, end int) bool {
	var longest lexicon.Word
	for _, w := range l.room.words.At(i) {
		if w.End <= end && w.End > i+1 {
			longest = w
		}
	}
	if longest.End == 0 || longest.Tag != "v" {
		return false
	}
	_, titled := title.At(l.v.Runes[:end], i)
	return !titled
}

// gives tells whether 作 stands at i and what somebody gives follows, no body that begins with it: 作|报告, 作了, but 作协.
func (l *Lattice) gives(i int) bool {
	r := l.v.Runes
	if i+1 >= len(r) || r[i] != '作' || l.room.words.Freq(i, i+2) > 0 {
		return false
	}
	_, _, body := org.At(r, i)
	return !body
}

// takesOffice tells whether 任 stands at i as a verb: before what somebody becomes, or as 任命 and 任职, but 任务 and 任何.
func (l *Lattice) takesOffice(i int) bool {
	r := l.v.Runes
	return i+1 < len(r) && r[i] == '任' && (r[i+1] == '命' || r[i+1] == '职' || l.room.words.Freq(i, i+2) == 0)
}
