package mention

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/title"
)

// atlas is what may stand at every position of the view by the text alone: found once, used by every scan.
type atlas struct {
	arcs        []arc
	first, last []int32 // the arcs at each position
	done        []bool
}

// room is what one article after the other is read in, and what the lattice found of the one that is read now. Nothing that a
// reading keeps may lie in it.
type room struct {
	atlas   atlas
	words   lexicon.Index
	openers openers
	elects  bool          // 当选 stands in the article
	tags    []tagger.Span // persons and bodies that the tagger sees, of all parts, by their start; the caller's
	best    [][states]cell
	arcs    []arc
	names   []zhname.Candidate
	tokens  []token // of the last scan, of all parts
	titles  []title.Title
}

// reset makes room for the article of v.
func (s *room) reset(v *view) {
	n := len(v.runes)
	s.atlas.arcs = s.atlas.arcs[:0]
	s.atlas.first, s.atlas.last = sized(s.atlas.first, n), sized(s.atlas.last, n)
	s.atlas.done = sized(s.atlas.done, n)
	clear(s.atlas.done)
	s.titles, s.tags = s.titles[:0], s.tags[:0]
	s.openers, s.elects = s.openers.find(v), strings.Contains(v.folded, "当选")
	s.words.Reset()
	for _, p := range v.parts {
		s.words.Add(lexicon.Default(), v.runes[p.start:p.end])
	}
}

// title keeps t until the next reset.
func (s *room) title(t title.Title) *title.Title {
	if len(s.titles) == cap(s.titles) {
		s.titles = make([]title.Title, 0, max(64, 2*cap(s.titles))) // those handed out stay where they are
	}
	s.titles = append(s.titles, t)
	return &s.titles[len(s.titles)-1]
}

// sized is room for n elements, whatever they are.
func sized[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n)
	}
	return room[:n]
}

// tagAt is the index of the first tag that begins at i or later.
func (s *room) tagAt(i int) int {
	k, _ := slices.BinarySearchFunc(s.tags, i, func(x tagger.Span, at int) int { return cmp.Compare(x.Start, at) })
	return k
}

// candidate is the name that the characters from start to end make.
func (s *room) candidate(text []rune, start, end int) (zhname.Candidate, bool) {
	s.names = zhname.Append(s.names[:0], text, start, &s.words)
	for _, c := range s.names {
		if c.End == end {
			return c, true
		}
	}
	return zhname.Candidate{}, false
}
