package mention

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// nest marks the places that stand inside the name of a body or built place, behind its head.
func (rd *reader) nest() {
	rd.naturals = map[int]int{}
	for _, x := range rd.posts.Bodies {
		if x.Natural {
			rd.naturals[x.Start] = max(rd.naturals[x.Start], x.End)
		}
	}
	rd.beginning = map[int][]*location.Spot{}
	for i := range rd.places.Spots {
		s := &rd.places.Spots[i]
		rd.beginning[s.Start] = append(rd.beginning[s.Start], s)
	}
	overlapping := overlaps(rd.posts.Bodies)
	for i := range rd.places.Spots {
		s := &rd.places.Spots[i]
		for _, x := range overlapping(s.Start, s.End) {
			if rd.behindHead(s, x) || rd.partOfName(s, x) {
				s.Inside = true
				break
			}
		}
		if zh.BeginsWith(rd.v.Text(s.End, min(s.End+3, len(rd.v.Runes))), treaties...) {
			s.Inside = true // 《巴黎协定》
		}
	}
}

// overlaps answers which of the things, in the order of the text, may share characters with what stands from start to end.
func overlaps(things []body.Thing) func(start, end int) []body.Thing {
	longest := 0
	for _, x := range things {
		longest = max(longest, x.End-x.Start)
	}
	sorted := slices.Clone(things)
	slices.SortStableFunc(sorted, func(x, y body.Thing) int { return x.Start - y.Start })
	from := func(at int) int {
		i, _ := slices.BinarySearchFunc(sorted, at, func(x body.Thing, at int) int { return x.Start - at })
		return i
	}
	return func(start, end int) []body.Thing { return sorted[from(start-longest):from(end)] }
}

// behindHead tells whether s stands in the name of x behind the places at its head, or is the 中国 that bodies of the whole country begin
// with.
func (rd *reader) behindHead(s *location.Spot, x body.Thing) bool {
	switch {
	case s.Start < x.Start || s.End > x.End:
		return false
	case s.Start > x.Start && (!rd.chained(x, s.Start) || s.Place != nil && (s.Place.Kind == gazetteer.Region || s.Place.Kind == gazetteer.Natural)):
		return true
	}
	return s.End < x.End && s.Place != nil && s.Place.Name == "中国"
}

// partOfName tells whether s is no place that is spoken of, since x is only called after it (三峡|医科大学), since the name of x cuts it, or
// since it is all of x's ending (歙县|古城).
func (rd *reader) partOfName(s *location.Spot, x body.Thing) bool {
	switch {
	case s.Start == x.Start && s.End < x.End:
		return rd.incidental(s, x) || rd.eponym(s, x)
	case s.Start < x.Start && s.End > x.Start && s.End < x.End:
		return s.Place == nil || s.Place.Level >= gazetteer.County
	}
	if s.Start == x.Start && s.End == x.End && x.Natural {
		return len(s.Candidates) > 0 && s.Candidates[0].Place.Kind == gazetteer.Division // 东河|上游, a river
	}
	return s.End == x.End && x.Facility && (len(s.Candidates) == 0 || rd.places.Seen(s) == nil)
}

// treaties are the words behind a place that a treaty is called after.
var treaties = []string{"协定", "公约", "议定书", "条约"}

// eponym tells the last place of a chain that an airport or the like is called after: 广州|白云|机场.
func (rd *reader) eponym(s *location.Spot, x body.Thing) bool {
	if !x.Facility || s.Head || len(s.Candidates) == 0 || !s.Candidates[0].Form.Has(gazetteer.Chained) || !s.Candidates[0].Form.Has(gazetteer.Short) {
		return false
	}
	from, ok := x.Ending(rd.v)
	return ok && from == s.End && zh.EndsWith(x.Name, "机场")
}

// incidental tells a short name of a county that stands only at the head of a company, school or built place.
func (rd *reader) incidental(s *location.Spot, x body.Thing) bool {
	switch x.Kind {
	case org.Government, org.Delegation, org.Party, org.Military:
		return false
	}
	if s.Place != nil && s.Place.Kind == gazetteer.Natural {
		return true // 三峡|医科大学
	}
	if s.Place == nil || len(s.Candidates) == 0 || s.Place.Level != gazetteer.County && s.Place.Level != gazetteer.Township {
		return false
	}
	if form := s.Candidates[0].Form; !form.Has(gazetteer.Short) || form.Has(gazetteer.Chained) {
		return false
	}
	for i := range rd.places.Spots {
		if o := &rd.places.Spots[i]; o != s && o.Place == s.Place && !o.Inside && !rd.headsNatural(o) {
			return false
		}
	}
	return rd.places.Home == nil || !s.Place.Within(rd.places.Home)
}

// headsNatural tells whether s stands at the head of a river or the like: 永宁|河.
func (rd *reader) headsNatural(s *location.Spot) bool { return s.End < rd.naturals[s.Start] }

// chained tells whether only places stand between the head of x and start.
func (rd *reader) chained(x body.Thing, start int) bool {
	at := x.Start
	for at < start {
		k := slices.IndexFunc(rd.beginning[at], func(s *location.Spot) bool { return s.End <= start })
		if k < 0 {
			return false
		}
		at = rd.beginning[at][k].End
	}
	return true
}

// writePlaces writes the places down, and the built and natural ones among the things.
func (rd *reader) writePlaces() {
	at := map[string]int{}
	add := func(name string, t reading.PlaceType, code string, ev reading.Evidence) {
		i, ok := at[name]
		if !ok {
			i = len(rd.r.Places)
			at[name] = i
			rd.r.Places = append(rd.r.Places, reading.Place{Name: name, Type: t, Code: code})
		}
		rd.r.Places[i].Spans = append(rd.r.Places[i].Spans, ev)
	}
	for _, s := range rd.places.Spots {
		if s.Inside {
			continue
		}
		if s.Place == nil {
			var names []string
			for _, c := range s.Candidates {
				if c.Place.ValidAt(rd.places.Date) {
					names = append(names, c.Place.PathAt(rd.places.Date))
				}
			}
			if len(names) > 0 {
				slices.Sort(names)
				rd.r.Unresolved = append(rd.r.Unresolved, rd.v.Unresolved(s.Start, s.End, "place", "ambiguous-place", names[:min(len(names), 12)]))
			}
			continue
		}
		if s.Place.Kind == gazetteer.Zone {
			continue // stands among the bodies and built places
		}
		add(rd.places.Path(s.Place), placeType(s.Place), s.Place.Code, rd.v.Evidence(s.Start, s.End, s.Rule))
	}
	for _, x := range rd.posts.Bodies {
		if x.Facility {
			add(x.Name, reading.Facility, "", rd.v.Evidence(x.Start, x.End, x.Rule("place.facility", "tagger.facility")))
		} else if x.Natural {
			add(x.Name, reading.Natural, "", rd.v.Evidence(x.Start, x.End, "place.natural"))
		}
	}
	slices.SortStableFunc(rd.r.Places, func(a, b reading.Place) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
}

func placeType(p *gazetteer.Place) reading.PlaceType {
	switch p.Kind {
	case gazetteer.Region:
		return reading.Region
	case gazetteer.Natural:
		return reading.Natural
	}
	return reading.Admin
}
