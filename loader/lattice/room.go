package lattice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/title"
)

// Room is what one article after the other is read in, and what the lattice found of the one that is read now. Nothing that a
// reading keeps may lie in it.
type Room struct {
	atlas   atlas
	words   lexicon.Index
	places  gazetteer.Index
	finder  zhname.Finder // of names, over words
	openers openers
	elects  bool          // 当选 stands in the article
	Tags    []tagger.Span // persons and bodies that the tagger sees, of all parts, by their start; the caller's
	best    [][states]cell
	alive   []stateSet
	arcs    []arc
	names   []zhname.Candidate
	matches []gazetteer.Match
	full    []rune  // a name that the text has for short
	tokens  []Token // of the last scan, of all parts
	titles  []title.Title
}

// Reset makes room for the article of v.
func (s *Room) Reset(v *View) {
	n := len(v.Runes)
	s.atlas.reset(n)
	s.titles, s.Tags, s.tokens = s.titles[:0], s.Tags[:0], slices.Grow(s.tokens[:0], n*2/3)
	s.openers, s.elects = s.openers.find(v), strings.Contains(v.Folded, "当选")
	s.words.Reset(n)
	s.places.Reset()
	for _, p := range v.Parts {
		s.words.Add(lexicon.Default(), v.Runes[p.Start:p.End])
		s.places.Add(gazetteer.Default(), v.Runes[p.Start:p.End])
	}
	s.finder.Reset(v.Runes, &s.words)
}

// title keeps t until the next reset.
func (s *Room) title(t title.Title) *title.Title {
	if len(s.titles) == cap(s.titles) {
		s.titles = make([]title.Title, 0, max(64, 2*cap(s.titles))) // those handed out stay where they are
	}
	s.titles = append(s.titles, t)
	return &s.titles[len(s.titles)-1]
}

// Sized is room for n elements, whatever they are.
func Sized[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n)
	}
	return room[:n]
}

// TagAt is the index of the first tag that begins at i or later.
func (s *Room) TagAt(i int) int {
	k, _ := slices.BinarySearchFunc(s.Tags, i, func(x tagger.Span, at int) int { return cmp.Compare(x.Start, at) })
	return k
}

// Odds is what the tagger gives a person from start to end, 0 if it finds none there.
func (s *Room) Odds(start, end int) float32 {
	for k := s.TagAt(start); k < len(s.Tags) && s.Tags[k].Start == start; k++ {
		if x := s.Tags[k]; x.End == end && x.Type == tagger.Person {
			return x.Odds
		}
	}
	return 0
}

// Candidate is the name that the characters from start to end make, where no name goes on behind limit.
func (s *Room) Candidate(start, end, limit int) (zhname.Candidate, bool) {
	s.names = s.finder.Append(s.names[:0], start, limit)
	for _, c := range s.names {
		if c.End == end {
			return c, true
		}
	}
	return zhname.Candidate{}, false
}
