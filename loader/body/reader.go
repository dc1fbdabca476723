// Package body finds the bodies (offices, companies, schools, parties) and the built and natural places that one article names,
// among the tokens of package lattice: by how such names end, and by what stands in front of the ending.
//
// Its steps, in order:
//
//	find.go     Find; for each token that ends a name: what is at once one (road.go, landform.go, terrain.go, trade.go, known.go,
//	            team.go), else by its ending
//	edge.go     how far the name reaches to the left, token by token; words.go, pair.go, apposition.go, world.go: what stops it or
//	            goes on; sender.go: who sends or owns it
//	listed.go   what a list says at its end that it is a list of; shown.go: what halls and contracts show
//	stretch.go  what belongs to it beyond; brand.go, group.go, quote.go
//	enough.go   whether enough stands in it for a name; party.go: parties; mistaken.go, commonplace.go: what looks like a name and is none
//	short.go    short names for the things found; called.go: what a thing may be called for short
//	tagged.go   what only the tagger finds
package body

import (
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
)

// Reader finds the things of one article.
type Reader struct {
	places *location.Reader // of the article
	v      *lattice.View
	g      *gazetteer.Gazetteer
	room   *lattice.Room
}

// New is the reader of the article of v, which was cut in room and names those places.
func New(v *lattice.View, room *lattice.Room, places *location.Reader) *Reader {
	return &Reader{places: places, v: v, g: gazetteer.Default(), room: room}
}
