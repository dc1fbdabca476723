// Package post ties titles to people, and to the bodies and places that their posts are in: a grammar over the tokens of one
// article whose places and bodies are found. It writes the people and the organisations down.
//
// Group makes units of the tokens; a title takes in what stands in front of it:
//
//	unit.go      what units are, and how tokens become units
//	front.go     the units that a title takes in, from right to left: a place, a body, words of status; by what they are in
//	             state.go, ministry.go, township.go, department.go, generic.go, organ.go, office.go, zone.go, session.go
//	bureau.go    bodies that only the title behind them shows; company.go, employer.go, party.go
//
// Bind reads the units of each part from left to right:
//
//	bind.go      a name after titles, a list of names; list.go, board.go, deal.go: what a title in front of several gives each
//	appoint.go   verbs that give and take posts; subject.go: whose; paren.go: what parentheses say of a name
//	guest.go     a title in the headline, of whom the text below names
//	behind.go    a title behind the name, or behind a surname alone
//	seat.go      the place and body of each post: jurisdiction.go, chief.go, nearest.go, meant.go; fullname.go: a body's full name
//	country.go   of which country a bare office of state is; counterpart.go: of which two states are who are called alike
//	person.go    who is named, and the votes for its being a person at all; evidence.go: what gives them
//	voice.go     whose 我市 is meant, once it is known who speaks, and whose ministries, in a guest's suite
//
// People (people.go; phantom.go: names that are none) and Organizations (bodies.go) write down what is left.
package post

import (
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/reading"
)

// Reader holds one article while its posts are read.
type Reader struct {
	places   *location.Reader // of the article
	r        *reading.Reading
	v        *lattice.View
	g        *gazetteer.Gazetteer
	room     *lattice.Room
	untagged bool              // the tagger was not asked
	tokens   [][]lattice.Token // of each part
	units    [][]unit          // the same, grouped
	grown    []unit            // the room of the units
	Bodies   []body.Thing      // of all parts, built places too; index is unit.body
	people   []*person
	byName   map[string]*person
	calls    []unit // 周书记, of all parts
	elected  chief  // whose assembly's election was told
	alias    map[string]string
}

// Reset makes rd ready for the article of r, which is v, was cut in room and names those places. An untagged one is read without a
// tagger's word on who is a person.
func (rd *Reader) Reset(r *reading.Reading, v *lattice.View, room *lattice.Room, places *location.Reader, untagged bool) {
	*rd = Reader{places: places, r: r, v: v, g: gazetteer.Default(), room: room, untagged: untagged, byName: map[string]*person{}, grown: rd.grown[:0]}
}
