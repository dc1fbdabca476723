package claim

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/reading"
)

func (b *builder) newspaper() {
	s := b.doc.Source
	if s.Publication == "" {
		return
	}
	ev := b.given("given.publication")
	n := &kg.Newspaper{Head: kg.Head{ID: kg.MakeID("np", zh.Key(s.Publication)), Kind: kg.NewspaperKind, Key: zh.Key(s.Publication)}}
	id := b.entity(n, s.Publication, ev)
	b.attr(id, "homePlace", s.Place, ev)
	b.say(kg.PublishedIn, b.at, id, &kg.Published{Page: b.r.Article.Page}, string(s.Date), ev)
}

func (b *builder) allPlaces() {
	for _, p := range b.r.Places {
		if len(p.Spans) == 0 {
			continue
		}
		id := b.place(p.Name, p.Type, p.Spans[0])
		b.mention(id, p.Spans)
	}
}

// place is the node of a place by the name that reading gives it: a full path, a country, or what stands in the text.
// Divisions come with their parents. A facility, and what the gazetteer doesn't know, is known by the paper's home too;
// where that is a whole country, by a name that isn't short; and else in the article alone.
func (b *builder) place(name string, typ reading.PlaceType, ev reading.Evidence) kg.ID {
	if id, ok := b.places[name]; ok {
		return id
	}
	n := &kg.Place{PlaceType: string(typ)}
	n.Kind = kg.PlaceKind
	printed, given := name, name
	if typ == reading.Admin {
		name = b.division(name)
	}
	known := b.gazetted(name)
	switch {
	case known != nil && typ != reading.Facility:
		n.Path, n.Code, n.Level, n.PlaceType = name, known.Code, level(known), placeTypes[known.Kind]
		n.ValidFrom, n.ValidTo = kg.Date(known.From), kg.Date(known.To)
		n.ID, printed = kg.MakeID("l", n.PlaceType, known.Code, zh.Key(name)), known.Name
	case typ == reading.Admin:
		n.Path, n.PlaceType = zh.Key(name), "division"
		n.ID = kg.MakeID("l", n.PlaceType, "", n.Path)
	case typ == reading.Region:
		n.Path = zh.Key(name)
		n.ID = kg.MakeID("l", "region", "", n.Path)
	case b.town() != "":
		n.Path = b.town() + zh.Key(name)
		n.ID = kg.MakeID("l", string(typ), "", n.Path)
	case b.r.Home != "" && utf8.RuneCountInString(name) >= localBelow:
		n.Path = zh.Key(name)
		n.ID = kg.MakeID("l", string(typ), "", n.Path)
	default:
		n.Path = zh.Key(name)
		n.ID = b.local("l", string(typ), n.Path)
	}
	n.Key = n.Path
	id := b.entity(n, printed, ev)
	b.places[given] = id
	if known != nil && typ != reading.Facility {
		b.above(id, known, ev)
	}
	return id
}

// town is the paper's home, "" where that is a whole country or unknown.
func (b *builder) town() string {
	if p := b.gazetted(b.r.Home); p != nil && p.Kind == gazetteer.Country {
		return ""
	}
	return b.r.Home
}

// above says what a division lies in, up to its province or country, by the names of the day.
func (b *builder) above(id kg.ID, p *gazetteer.Place, ev reading.Evidence) {
	parent := p.Parent()
	if parent == nil {
		return
	}
	if !strings.HasSuffix(ev.Rule, ".parent") {
		ev.Rule += ".parent" // as sure as the place itself
	}
	path := parent.PathAt(string(b.doc.Source.Date))
	b.say(kg.LocatedIn, id, b.place(path, reading.Admin, ev), &kg.Link{}, "", ev)
}

// division is the name by which a division is known: a city abroad, or that the gazetteer doesn't know, is one with 市 and without
// (洛杉矶市, 洛杉矶), as papers call them, if the gazetteer has both or neither; but 科威特 is a state, and 胡志明 none but its city's.
func (b *builder) division(name string) string {
	bare, ok := strings.CutSuffix(name, "市")
	if !ok || utf8.RuneCountInString(bare) < 2 {
		return name
	}
	whole, short := b.gazetted(name), b.gazetted(bare)
	if whole == nil && short == nil || whole != nil && short != nil && whole.Kind == gazetteer.Abroad && short.Kind == gazetteer.Abroad {
		return bare
	}
	if whole == nil && short.Kind != gazetteer.Division {
		return bare
	}
	return name
}

// gazetted is the division, country or feature whose full path is name; nil if none is.
func (b *builder) gazetted(name string) *gazetteer.Place { return gazetteer.Default().ByPath(name) }

// placeTypes are the gazetteer's kinds in the graph's words.
var placeTypes = map[gazetteer.Kind]string{
	gazetteer.Division: "division", gazetteer.Zone: "division", gazetteer.Abroad: "division", gazetteer.Country: "country",
	gazetteer.Region: "region", gazetteer.Natural: "natural",
}

func level(p *gazetteer.Place) string {
	switch p.Level {
	case gazetteer.Nation:
		return "country"
	case gazetteer.Province:
		return "province"
	case gazetteer.Prefecture:
		return "prefecture"
	case gazetteer.County:
		return "county"
	case gazetteer.Township:
		return "township"
	case gazetteer.NoLevel:
	}
	return ""
}

// jurisdiction is the path of the county, prefecture, province or country in which path lies; townships answer for their
// county, so that sides of an event compare.
func (b *builder) jurisdiction(path string) string {
	p := b.gazetted(path)
	if p == nil || p.Level == gazetteer.NoLevel {
		return ""
	}
	if p.Level == gazetteer.Township && p.Parent() != nil {
		return p.Parent().PathAt(string(b.doc.Source.Date))
	}
	return path
}

// lastName is the own name at the end of a full path: 乌海市 of 内蒙古自治区乌海市.
func (b *builder) lastName(path string) string {
	if p := b.gazetted(path); p != nil {
		return p.Name
	}
	return strings.TrimSpace(path)
}
