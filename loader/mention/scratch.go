package mention

import (
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
)

// scratch is what one article after the other is read in. Nothing that a reading keeps may lie in it.
type scratch struct {
	room   room
	recur  recurrence
	units  []unit
	tagger *tagger.Tagger
	cut    []tagger.Token // of the part that is tagged
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// reset makes room for the article of v.
func (s *scratch) reset(v *view) {
	s.room.reset(v)
	s.recur.index(v.runes)
	s.units = s.units[:0]
}
