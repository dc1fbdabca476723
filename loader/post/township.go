package post

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
)

// town makes a foreign name and 市 in front of a mayor's title a place: 莱茵|市|市长.
func (rd *Reader) town(out []unit, u *unit) bool {
	n := len(out)
	if n < 2 || u.place >= 0 || u.body >= 0 || u.title.Level == "" || out[n-1].text != u.title.Level || out[n-2].end != out[n-1].start || out[n-2].kind != uWord && out[n-2].kind != uName {
		return false
	}
	p := out[n-2]
	r := []rune(p.text)
	for _, c := range r {
		if !lattice.Transcribes(c) && p.tag != "ns" {
			return false
		}
	}
	if len(r) < 2 || len(rd.g.NamedFolded(append(r, []rune(u.title.Level)...))) > 0 {
		return false
	}
	rd.places.Spots = append(rd.places.Spots, location.Spot{Start: p.start, End: out[n-1].end, Place: &gazetteer.Place{Name: p.text + u.title.Level, Kind: gazetteer.Abroad}, Rule: "place.abroad"})
	u.place = len(rd.places.Spots) - 1
	return true
}

// village gives the post of a village or neighbourhood whose name the title cut off (水口镇水口村 + 党总支书记, 习水县水口村 + 党总支书记) its
// place, and a neighbourhood's committee as its body. It tells how many units it took.
func (rd *Reader) village(out []unit, u *unit) int {
	n, k := len(out), len(out)-1
	if out[k].kind == uPlace {
		k-- // the village is a place to the gazetteer
	}
	for k >= 0 && n-k < 4 && (out[k].kind == uWord || out[k].kind == uName) {
		k--
	}
	if k < 0 || k == n-1 || out[k].kind != uPlace || out[k].place < 0 || u.start-out[k].end > 4 {
		return 0
	}
	for j := k + 1; j < n; j++ {
		if out[j-1].end != out[j].start {
			return 0
		}
	}
	town := rd.places.Spots[out[k].place]
	if len(town.Candidates) == 0 {
		return 0
	}
	head := rd.places.Plain(town.Candidates)
	if head == nil || head.Level < gazetteer.County {
		return 0
	}
	level := "村"
	if strings.HasPrefix(u.title.Text, "社区") {
		level = "社区"
	}
	from := out[k].end
	name := rd.v.Text(from, u.start)
	if strings.HasSuffix(name, level) || zh.EndsWith(name, "位", "一名", "两名", "几名", "多名") {
		return 0 // 水口村|村委会主任: the title took nothing; 某街道一位|社区干部
	}
	place := &gazetteer.Place{Name: rd.places.Path(head) + name + level, Kind: gazetteer.Abroad}
	rd.places.Spots = append(rd.places.Spots, location.Spot{Start: from, End: u.title.Start + len([]rune(level)), Place: place, Rule: "place.village"})
	u.place = len(rd.places.Spots) - 1
	for _, c := range [...]string{"居委会", "村委会", "居民委员会", "村民委员会"} {
		if end := u.title.Start + len([]rune(level+c)); strings.HasPrefix(u.title.Text, level+c) {
			u.organ = rd.addBody(body.Thing{Start: from, End: end, Kind: org.Government, Anchor: body.NameAnchor, Name: rd.v.Said(from, end)}) + 1
		}
	}
	return n - k
}

// township makes the word in front of a title of a township's the township's name where the title took its last character: 宣和|乡党委
// 书记, 金泽|镇长. It has to be the only one of its name at home or in what the article names.
func (rd *Reader) township(u *unit, p unit) bool {
	level := u.title.Level
	if !slices.Contains(lattice.TownLevels, level) || u.place >= 0 || u.body >= 0 || u.start != u.title.Start || !strings.HasPrefix(rd.v.Text(u.start, u.title.End), level) {
		return false
	}
	switch {
	case p.kind == uWord, p.kind == uName:
	case p.kind == uPlace && p.place >= 0 && len(rd.places.Spots[p.place].Candidates) > 0 && rd.places.Spots[p.place].Candidates[0].Place.Kind == gazetteer.Abroad:
	default:
		return false
	}
	end := u.start + len([]rune(level))
	var one *gazetteer.Place
	for _, c := range rd.g.NamedFolded(rd.v.Runes[p.start:end]) {
		if c.Place.Level != gazetteer.Township || c.Form.Has(gazetteer.Short) || !rd.around(c.Place) {
			continue
		}
		if one != nil && !rd.places.Same(one, c.Place) {
			return false
		}
		one = c.Place
	}
	if one == nil {
		return false
	}
	if p.kind == uPlace {
		rd.places.Spots[p.place].Inside = true
	}
	rd.places.Spots = append(rd.places.Spots, location.Spot{Start: p.start, End: end, Place: one, Rule: "place.gazetteer.context"})
	u.place = len(rd.places.Spots) - 1
	return true
}

// around tells whether p lies at home, or in a county or prefecture that the article names.
func (rd *Reader) around(p *gazetteer.Place) bool {
	if rd.places.Home != nil && p.Within(rd.places.Home) {
		return true
	}
	for _, s := range rd.places.Spots {
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
func (rd *Reader) partyOffice(u *unit, p unit) bool {
	if p.kind != uBody || p.body < 0 || u.body >= 0 || u.place >= 0 || u.title.Organ != "" || u.title.Level != "" {
		return false
	}
	x := &rd.Bodies[p.body]
	start, place := x.Start, -1
	if x.Anchor == body.PlaceAnchor {
		if place = rd.places.At(x.Start); place < 0 {
			return false
		}
		start = rd.places.Spots[place].End - 1 // 水城|县|委办
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
