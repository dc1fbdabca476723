package mention

import (
	"slices"

	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// tag asks the tagger what stands in the tokens of the first scan. What runs over a name that stands firmly elsewhere is left
// out: 陶冶答 where 陶冶 is known.
func (rd *reader) tag(known map[string]float32) {
	if rd.scratch.tagger == nil {
		rd.scratch.tagger = tagger.New()
	}
	for i := range rd.tokens {
		if len(rd.tokens[i]) == 0 {
			continue
		}
		s := rd.sequence(rd.scratch.cut[:0], rd.tokens[i])
		rd.scratch.cut = s.Tokens
		rd.scratch.tagger.Read(s)
		lo := 0
		for k := range s.Tokens {
			if c := s.Tokens[k].Code; k+1 < len(s.Tokens) && c != codeStop && c != codeComma && c != codeColon {
				continue
			}
			if rd.promising(rd.tokens[i][lo : k+1]) {
				rd.room.Tags = rd.scratch.tagger.Tag(rd.room.Tags, lo, k+1)
			}
			lo = k + 1
		}
	}
	rd.room.Tags = slices.DeleteFunc(rd.room.Tags, func(x tagger.Span) bool {
		return x.Type == tagger.Person && rd.misread(x, known)
	})
}

// promising tells whether a clause may hold a name that the grammar doesn't see: a name that no title announces, characters
// that begin with a surname and make no usual word, a word that ends as bodies do.
func (rd *reader) promising(tokens []lattice.Token) bool {
	for k := range tokens {
		t := &tokens[k]
		switch t.Kind {
		case lattice.Name:
			if k == 0 || tokens[k-1].Kind != lattice.Post {
				return true
			}
		case lattice.Word:
			r := rd.v.Runes[t.Start:t.End]
			if t.Tag == "" || org.MayEnd(r[len(r)-1]) && len(r) > 1 && t.Tag[0] == 'n' {
				return true
			}
			alone := len(r) == 1
			if alone && (k+1 == len(tokens) || tokens[k+1].Kind != lattice.Word || tokens[k+1].End-tokens[k+1].Start > 1 && tokens[k+1].Tag != "") {
				continue
			}
			if (alone || t.Cost > usualWord) && zhname.IsSurname(r[0]) {
				return true
			}
		}
	}
	return false
}

// usualWord is the cost of a word that nobody is called by.
const usualWord = 9
