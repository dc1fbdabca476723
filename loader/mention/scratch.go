package mention

import (
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/post"
	"github.com/baopu/baopu/loader/reading"
)

// scratch is what one article after the other is read in. Nothing that a reading keeps may lie in it.
type scratch struct {
	view   lattice.View
	room   lattice.Room
	recur  recurrence
	places location.Reader
	posts  post.Reader
	tagger *tagger.Tagger
	cut    []tagger.Token // of the part that is tagged

	follows map[string]follower // what follows words of this article, as far as it was asked for
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// reset makes room for the article of r.
func (s *scratch) reset(r *reading.Reading) {
	s.view.Reset(r.Text)
	s.room.Reset(&s.view)
	s.recur.index(s.view.Runes)
	s.places.Reset(&s.view, r.Article.PublishedAt)
	s.follows = nil
}
