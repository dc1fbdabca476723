package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/tagger"
)

// What a person that the tagger sees costs, and at which odds it is one.
const (
	OfferedOdds = 1.5 // the least odds (natural logarithms) at which one is offered
	LikelyOdds  = 4   // those that are enough where a verb of persons stands behind the name
	taggedTop   = 10  // of no odds; a nat of odds takes one off
	taggedLeast = -2
)

// taggedAt tries the person that the tagger finds at i.
func (l *Lattice) taggedAt(i, start, end int) {
	tags := l.room.Tags
	for l.tag < len(tags) && tags[l.tag].Start < i {
		l.tag++ // positions are opened from left to right
	}
	for k := l.tag; k < len(tags) && tags[k].Start == i; k++ {
		x := tags[k]
		if x.Type != tagger.Person || x.Odds < OfferedOdds || x.End > end || l.sideAt(i, x.End) || IsAddressed(l.v.Runes[i:x.End]) {
			continue
		}
		if i > start && zh.IsMiddleDot(l.v.Runes[i-1]) || x.End < end && zh.IsMiddleDot(l.v.Runes[x.End]) || l.torn(i, x.End, start) || l.glued(i, x.End, end) {
			continue
		}
		cost := max(taggedLeast, taggedTop-x.Odds) + l.edges(i, x.End, end)
		t := Token{Kind: Name, Start: i, End: x.End, Script: l.Scripts[l.v.Text(i, x.End)], Cost: unknownRune * 2}
		if c, ok := l.room.Candidate(i, x.End, end); ok {
			t.Cost = nameCost(x.End-i, c.Score)
		}
		l.step(start, arc{t, cost})
	}
}

// torn tells a foreign name without its first character (领事法|图·恩迪亚, where a person is expected at 法), or with words behind it
// (马特维耶夫退休后).
func (l *Lattice) torn(i, j, start int) bool {
	r := l.v.Runes
	dots, other := 0, 0
	for _, c := range r[i:j] {
		switch {
		case zh.IsMiddleDot(c):
			dots, other = dots+1, 0
		case !classOf(c).is(transcribing) && !latin(c):
			other++
		}
	}
	return dots > 0 && (other > 1 || l.strange(i, j) || i > start && classOf(r[i-1]).is(transcribing) && l.expects(i-1-start))
}

// IsAddressed tells a name that goes on with what people are called by: 刘爷爷, 阿鲁师傅.
func IsAddressed(r []rune) bool {
	w := string(r[len(r)-2:])
	return len(r) > 2 && (honorifics[w] || relations[w])
}
