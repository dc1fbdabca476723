package lattice

import (
	"github.com/baopu/baopu/internal/zh/lexicon"
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
