package mention

import (
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/lattice"
)

// scratch is what one article after the other is read in. Nothing that a reading keeps may lie in it.
type scratch struct {
	view   lattice.View
	room   lattice.Room
	recur  recurrence
	spots  spotIndex
	units  []unit
	tagger *tagger.Tagger
	cut    []tagger.Token // of the part that is tagged
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// reset makes room for the article of text.
func (s *scratch) reset(text *article.Text) {
	s.view.Reset(text)
	s.room.Reset(&s.view)
	s.recur.index(s.view.Runes)
	s.spots.reset(len(s.view.Runes))
	s.units = s.units[:0]
}
