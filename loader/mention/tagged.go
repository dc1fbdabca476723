package mention

import "github.com/baopu/baopu/internal/zh/tagger"

// What a person that the tagger sees costs.
const (
	offeredOdds = 1.5 // the least odds (natural logarithms) at which one is offered
	taggedTop   = 10  // of no odds; a nat of odds takes one off
	taggedLeast = -2
)

// taggedAt tries the person that the tagger finds at i.
func (l *lattice) taggedAt(i, start, end int) {
	for k := l.room.tagAt(i); k < len(l.room.tags) && l.room.tags[k].Start == i; k++ {
		x := l.room.tags[k]
		if x.Type != tagger.Person || x.Odds < offeredOdds || x.End > end || l.sideAt(i, x.End) || addressed(l.v.runes[i:x.End]) {
			continue
		}
		if i > start && dot(l.v.runes[i-1]) || x.End < end && dot(l.v.runes[x.End]) || l.torn(i, x.End, start) || l.glued(i, x.End, end) {
			continue
		}
		cost := max(taggedLeast, taggedTop-x.Odds) + l.edges(i, x.End, end)
		t := token{kind: name, start: i, end: x.End, script: l.scripts[l.v.text(i, x.End)], cost: unknownRune * 2}
		if c, ok := l.room.candidate(l.v.runes[:end], i, x.End); ok {
			t.cost = nameCost(x.End-i, c.Score)
		}
		l.step(start, arc{t, cost})
	}
}

// torn tells a foreign name without its first character (领事法|图·恩迪亚, where a person is expected at 法), or with words behind it
// (马特维耶夫退休后).
func (l *lattice) torn(i, j, start int) bool {
	r := l.v.runes
	dots, other := 0, 0
	for _, c := range r[i:j] {
		switch {
		case dot(c):
			dots, other = dots+1, 0
		case !transcribes[c] && !latin(c):
			other++
		}
	}
	return dots > 0 && (other > 1 || l.strange(i, j) || i > start && transcribes[r[i-1]] && l.expects(i-1-start))
}

// addressed tells a name that goes on with what people are called by: 刘爷爷, 阿鲁师傅.
func addressed(r []rune) bool {
	w := string(r[len(r)-2:])
	return len(r) > 2 && (honorifics[w] || relations[w])
}
