package mention

import (
	"strings"
	"sync"

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

// scratch is the room that one article after the other is read in. Nothing that a reading keeps may lie in it.
type scratch struct {
	atlas  atlas
	words  lexicon.Index
	best   [][states]cell
	arcs   []arc
	names  []zhname.Candidate
	tokens []token // of the last scan, of all parts
	units  []unit
	titles []title.Title

	openers openers
	elects  bool // 当选 stands in the article

	tagger *tagger.Tagger
	cut    []tagger.Token // of the part that is tagged
	tags   []tagger.Span  // of all parts, by their start
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// reset makes room for an article of n runes.
func (s *scratch) reset(v *view) {
	n := len(v.runes)
	s.atlas.arcs = s.atlas.arcs[:0]
	s.atlas.first, s.atlas.last = sized(s.atlas.first, n), sized(s.atlas.last, n)
	s.atlas.done = sized(s.atlas.done, n)
	clear(s.atlas.done)
	s.titles, s.units, s.tags = s.titles[:0], s.units[:0], s.tags[:0]
	s.openers, s.elects = s.openers.find(v), strings.Contains(v.folded, "当选")
	s.words.Reset()
	for _, p := range v.parts {
		s.words.Add(lexicon.Default(), v.runes[p.start:p.end])
	}
}

// title keeps t until the next reset.
func (s *scratch) title(t title.Title) *title.Title {
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
