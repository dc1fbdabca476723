package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
)

// spotBefore is the place of a level that a bare title at start means: the last one named before it in the same paragraph,
// else the one that the whole article names most.
func (rd *Reader) spotBefore(start int, level string) *gazetteer.Place {
	from := rd.v.Parts[rd.v.PartAt(start)].Start
	var last *gazetteer.Place
	for i := range rd.places.Spots {
		if s := &rd.places.Spots[i]; s.Start >= from && s.Start < start && location.HasLevel(s.Place, level) {
			last = s.Place
		}
	}
	if last != nil {
		return last
	}
	return rd.foremostOf(level)
}

// foremostOf is the place of a level that the whole article names most, the first of several; nil if it names none.
func (rd *Reader) foremostOf(level string) *gazetteer.Place {
	count := map[*gazetteer.Place]int{}
	for i := range rd.places.Spots {
		if p := rd.places.Spots[i].Place; location.HasLevel(p, level) {
			count[p]++
		}
	}
	var foremost *gazetteer.Place
	best := 0
	for i := range rd.places.Spots {
		if p := rd.places.Spots[i].Place; count[p] > best {
			foremost, best = p, count[p]
		}
	}
	return foremost
}

// villageBefore is the last village that the paragraph names before u: 车队来到某镇某村。…和|村党支部书记|某某.
func (rd *Reader) villageBefore(u unit) *gazetteer.Place {
	from := rd.v.Parts[rd.v.PartAt(u.start)].Start
	var last *gazetteer.Place
	for _, s := range rd.places.Spots {
		if p := s.Place; s.Start >= from && s.Start < u.start && p == nil && len(s.Candidates) == 1 && strings.HasSuffix(s.Candidates[0].Place.Name, "村") {
			last = s.Candidates[0].Place
		} else if p != nil && s.Start >= from && s.Start < u.start && strings.HasSuffix(p.Name, "村") {
			last = p
		}
	}
	if last != nil {
		return last
	}
	for _, s := range rd.places.Spots { // else the only one of the article
		if p := s.Place; p != nil && strings.HasSuffix(p.Name, "村") {
			if last != nil && last.Name != p.Name {
				return nil
			}
			last = p
		}
	}
	return last
}

// foreignName tells a name that no Chinese person bears: it is written with ·, or longer than surname and given name.
func (rd *Reader) foreignName(name string) bool {
	n := len([]rune(name))
	return strings.ContainsAny(name, "·-") || n > 3 || rd.byName[name] != nil && rd.byName[name].script == lattice.Foreign
}
