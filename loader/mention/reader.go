// Package mention finds the persons with their posts, the places and the bodies of one article. Every mention is a span of the
// text; nothing is looked up outside it. Its steps, in order:
//
//	package lattice   one scan cuts the folded text into typed tokens
//	firm.go           names that stand firmly in it are known to the next scan; recur.go: where else a name stands
//	tag.go            the tagger says what else may be a name (sequence.go: what it is shown; misread.go: what is left out)
//	package location  what names a place among the tokens of the last scan, and which place each means
//	package body      the bodies and built places among them
//	package post      titles are tied to names, places and bodies; people and organisations are written down
//	places.go         and so are places
package mention

import (
	"maps"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/post"
	"github.com/baopu/baopu/loader/reading"
)

// reader holds one article while it is read.
type reader struct {
	places    *location.Reader
	r         *reading.Reading
	v         *lattice.View
	g         *gazetteer.Gazetteer
	tokens    [][]lattice.Token // of each part
	scratch   *scratch
	room      *lattice.Room
	posts     *post.Reader
	naturals  map[int]int               // ends of the rivers and the like by where they begin
	beginning map[int][]*location.Spot  // places by where they begin
	scripts   map[string]lattice.Script // of the firm names, where not Chinese
}

// Read fills r.Home, r.Mentions and the Unresolved of these kinds from r.Article and r.Text. Sentences need not be there.
func Read(r *reading.Reading) { read(r, false) }

// ReadUntagged is Read without the tagger: by grammar and gazetteers alone. It shows what the tagger brings.
func ReadUntagged(r *reading.Reading) { read(r, true) }

func read(r *reading.Reading, untagged bool) {
	s := scratches.Get().(*scratch)
	rd := newReader(r, s)
	r.Home = rd.places.Settle(r.Article)
	known := rd.scan(nil)
	if !untagged {
		rd.tag(known)
	}
	for round := 0; round < 2; round++ {
		before := len(rd.places.Abroad)
		next := rd.scan(known)
		if maps.Equal(next, known) && before == len(rd.places.Abroad) {
			break
		}
		known = next
	}
	rd.places.Find(rd.tokens)
	rd.posts.Reset(r, rd.v, rd.room, rd.places, untagged)
	rd.posts.Group(rd.tokens, body.New(rd.v, rd.room, rd.places).Find(rd.tokens))
	rd.places.Resolve()
	rd.posts.Bind()
	rd.nest()
	rd.posts.People()
	rd.writePlaces()
	rd.posts.Organizations()
	scratches.Put(s)
}

// newReader is the reader of r, in the room of s.
func newReader(r *reading.Reading, s *scratch) *reader {
	s.reset(r)
	return &reader{places: &s.places, posts: &s.posts, r: r, scratch: s, room: &s.room, v: &s.view, g: gazetteer.Default()}
}

// scan cuts all parts into tokens, given the names known so far, and gives back the names that stand firmly.
func (rd *reader) scan(known map[string]float32) map[string]float32 {
	l := lattice.New(rd.room, rd.v, lattice.Hints{Known: known, Scripts: rd.scripts, Abroad: rd.places.Abroad, Pinned: rd.pin(), Sides: rd.sides()})
	rd.tokens = rd.tokens[:0]
	roster := false
	for i, p := range rd.v.Parts {
		roster = rd.roster(i, roster)
		rd.tokens = append(rd.tokens, rd.places.Locals(l.Cut(p.Start, p.End, roster)))
	}
	rd.places.NameCountries(rd.tokens)
	return rd.firm()
}

// roster tells whether part i stands under a line 任命： or 免去：, where every clause begins with a name.
func (rd *reader) roster(i int, before bool) bool {
	if i == 0 {
		return false
	}
	p := rd.v.Parts[i-1]
	line := strings.TrimSpace(rd.v.Text(p.Start, p.End))
	if head := strings.TrimRight(line, "：:"); head != line || lattice.EndsInOpener(line) {
		return lattice.HoldsOpener(head)
	}
	return before && (!strings.HasSuffix(line, "。") || rd.v.Enrols(i-1))
}

// sides is the first characters of the countries that the last scan found, and of those beside China: 中卢建交, 中欧关系.
func (rd *reader) sides() map[rune]bool {
	m := map[rune]bool{}
	r := rd.v.Runes
	for i := range len(r) - 3 {
		if r[i] == '中' && r[i+1] != '国' && zh.BeginsWith(string(r[i+2:i+4]), "建交", "关系", "双方", "两国") {
			m[r[i+1]] = true
		}
	}
	for i := range rd.tokens {
		for _, t := range rd.tokens[i] {
			if t.Kind == lattice.Place && t.Places[0].Place.Kind == gazetteer.Country {
				m[rd.v.Runes[t.Start]] = true
			}
		}
	}
	return m
}

// pin is the home and the places that the last scan found under their full names.
func (rd *reader) pin() map[*gazetteer.Place]bool {
	m := map[*gazetteer.Place]bool{}
	if rd.places.Home != nil {
		m[rd.places.Home] = true
	}
	for i := range rd.tokens {
		for _, t := range rd.tokens[i] {
			if t.Kind == lattice.Place {
				if p := rd.places.Plain(t.Places); p != nil {
					m[p] = true
				}
			}
		}
	}
	return m
}
