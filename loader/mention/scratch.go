package mention

import (
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
)

// scratch is what one article after the other is read in. Nothing that a reading keeps may lie in it.
type scratch struct {
	room   lattice.Room
	recur  recurrence
	units  []unit
	tagger *tagger.Tagger
	cut    []tagger.Token // of the part that is tagged
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// reset makes room for the article of v.
func (s *scratch) reset(v *lattice.View) {
	s.room.Reset(v)
	s.recur.index(v.Runes)
	s.units = s.units[:0]
}
