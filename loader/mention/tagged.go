package mention

import (
	"cmp"
	"slices"

	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
)

// What the tagger's odds (natural logarithms) must be, and what they are good for. Set on the first halves of the gold and on
// raw text.
const (
	offeredOdds  = 1.5 // a person is offered to the lattice
	likelyPerson = 4   // is enough where a verb of persons stands behind the name
	surePerson   = 6   // is enough by itself
	sureWord     = 9   // is enough for what is rather a word
	sureAnchored = 1   // for a body behind a place or a level word
	sureBody     = 3.5
	sureCommon   = 6 // for a body of usual words
	sureVerb     = 6 // for a body with a verb in it
	sureFacility = 7
	taggedTop    = 10 // cost of a name of no odds; a nat of odds takes one off
	taggedLeast  = -2
	plausible    = 700 // the least score of the characters of a name that only the tagger sees
	convincing   = 850 // of one of two characters that the tagger doesn't see
)

// tag asks the tagger what stands in the tokens of the first scan. What runs over a name that stands firmly elsewhere is left
// out: 陶冶答 where 陶冶 is known.
func (rd *reader) tag(known map[string]float32) {
	if rd.room.tagger == nil {
		rd.room.tagger = tagger.New()
	}
	for i := range rd.parts {
		if len(rd.parts[i].tokens) == 0 {
			continue
		}
		s := rd.sequence(rd.room.cut[:0], rd.parts[i].tokens)
		rd.room.cut = s.Tokens
		rd.room.tagger.Read(s)
		lo := 0
		for k := range s.Tokens {
			if c := s.Tokens[k].Code; k+1 < len(s.Tokens) && c != codeStop && c != codeComma && c != codeColon {
				continue
			}
			if rd.promising(rd.parts[i].tokens[lo : k+1]) {
				rd.room.tags = rd.room.tagger.Tag(rd.room.tags, lo, k+1)
			}
			lo = k + 1
		}
	}
	rd.room.tags = slices.DeleteFunc(rd.room.tags, func(x tagger.Span) bool {
		return x.Type == tagger.Person && rd.misread(x, known)
	})
}

// promising tells whether a clause may hold a name that the grammar doesn't see: a name that no title announces, characters
// that begin with a surname and make no usual word, a word that ends as bodies do.
func (rd *reader) promising(tokens []token) bool {
	for k := range tokens {
		t := &tokens[k]
		switch t.kind {
		case name:
			if k == 0 || tokens[k-1].kind != post {
				return true
			}
		case word:
			r := rd.v.runes[t.start:t.end]
			if t.tag == "" || bodyHeads[r[len(r)-1]] && len(r) > 1 && t.tag[0] == 'n' {
				return true
			}
			alone := len(r) == 1
			if alone && (k+1 == len(tokens) || tokens[k+1].kind != word || tokens[k+1].end-tokens[k+1].start > 1 && tokens[k+1].tag != "") {
				continue
			}
			if (alone || t.cost > usualWord) && zhname.IsSurname(r[0]) {
				return true
			}
		}
	}
	return false
}

// usualWord is the cost of a word that nobody is called by.
const usualWord = 9

// tagAt is the index of the first tag that begins at i or later.
func (s *scratch) tagAt(i int) int {
	k, _ := slices.BinarySearchFunc(s.tags, i, func(x tagger.Span, at int) int { return cmp.Compare(x.Start, at) })
	return k
}

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
	return dots > 0 && (other > 1 || i > start && transcribes[r[i-1]] && l.expects(i-1-start))
}

// odds is what the tagger gives a person from start to end, 0 if it finds none there.
func (rd *reader) odds(start, end int) float32 {
	for k := rd.room.tagAt(start); k < len(rd.room.tags) && rd.room.tags[k].Start == start; k++ {
		if x := rd.room.tags[k]; x.End == end && x.Type == tagger.Person {
			return x.Odds
		}
	}
	return 0
}
