package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
)

// township makes the word in front of a title of a township's the township's name where the title took its last character: 宣和|乡党委
// 书记, 金泽|镇长. It has to be the only one of its name at home or in what the article names.
func (rd *reader) township(u *unit, p unit) bool {
	level := u.title.Level
	if !slices.Contains(lattice.TownLevels, level) || u.place >= 0 || u.body >= 0 || u.start != u.title.Start || !strings.HasPrefix(rd.v.Text(u.start, u.title.End), level) {
		return false
	}
	switch {
	case p.kind == uWord, p.kind == uName:
	case p.kind == uPlace && p.place >= 0 && len(rd.Spots[p.place].Candidates) > 0 && rd.Spots[p.place].Candidates[0].Place.Kind == gazetteer.Abroad:
	default:
		return false
	}
	end := u.start + len([]rune(level))
	var one *gazetteer.Place
	for _, c := range rd.g.NamedFolded(rd.v.Runes[p.start:end]) {
		if c.Place.Level != gazetteer.Township || c.Form.Has(gazetteer.Short) || !rd.around(c.Place) {
			continue
		}
		if one != nil && !rd.Same(one, c.Place) {
			return false
		}
		one = c.Place
	}
	if one == nil {
		return false
	}
	if p.kind == uPlace {
		rd.Spots[p.place].Inside = true
	}
	rd.Spots = append(rd.Spots, location.Spot{Start: p.start, End: end, Place: one, Rule: "place.gazetteer.context"})
	u.place = len(rd.Spots) - 1
	return true
}

// around tells whether p lies at home, or in a county or prefecture that the article names.
func (rd *reader) around(p *gazetteer.Place) bool {
	if rd.Home != nil && p.Within(rd.Home) {
		return true
	}
	for _, s := range rd.Spots {
		for _, c := range s.Candidates {
			if (c.Place.Level == gazetteer.County || c.Place.Level == gazetteer.Prefecture) && !c.Form.Has(gazetteer.Short) && p.Within(c.Place) {
				return true
			}
		}
	}
	return false
}

// partyOffices are the endings of offices of a party committee whose posts are the committee's: 县委办主任, 市委改革办主任.
var partyOffices = []string{"委办", "委办公室", "委改革办", "委农工委", "委农办", "委财经办", "委国安办", "委依法治市办", "委审计办", "委巡察办"}

// partyOffice takes such an office, which reads like a body, into the title of u.
func (rd *reader) partyOffice(u *unit, p unit) bool {
	if p.kind != uBody || p.body < 0 || u.body >= 0 || u.place >= 0 || u.title.Organ != "" || u.title.Level != "" {
		return false
	}
	x := &rd.bodies[p.body]
	start, place := x.Start, -1
	if x.Anchor == body.PlaceAnchor {
		if place = rd.At(x.Start); place < 0 {
			return false
		}
		start = rd.Spots[place].End - 1 // 水城|县|委办
	}
	name := rd.v.Text(start, x.End)
	level, rest := splitLevel(name)
	if level == "" {
		return false
	}
	for _, office := range partyOffices {
		if rest == office {
			u.title.Text, u.title.Organ, u.title.Level, u.title.Bare, u.place = name+u.title.Text, level+"委", level, false, place
			x.Part = true
			return true
		}
	}
	return false
}
