package post

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/reading"
)

// countryOf is the country of an office of state that names none: that of the office before it, China's where a paper of China
// speaks of its own, else the country spoken of; nil where that can't be told.
func (rd *Reader) countryOf(u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	if prev != nil && prev.Place == "中国" {
		return rd.g.ByPath(prev.Place) // 国务委员兼外交部长
	}
	c := rd.foreignCountry(u.start)
	if of := rd.mover(u); of != nil {
		c = of
	}
	if c == left || !rd.maybeOurs(u) {
		return rd.countryOr(c, u)
	}
	switch {
	case c == nil, rd.ours(u, c), !rd.namedBefore(c, u.start), !hanNamed[c.Name] && rd.native(u.holder):
		return rd.g.ByPath("中国")
	case rd.foreignTopic(u, c):
		return c
	}
	return nil
}

// countryOr is c, else the country of the paper, where that has the office of u.
func (rd *Reader) countryOr(c *gazetteer.Place, u unit) *gazetteer.Place {
	if c == nil && rd.places.Nation && !foreignHeads[u.title.Head] && (u.holder == nil || u.holder.script != lattice.Foreign) {
		return rd.g.ByPath("中国")
	}
	return c
}

// hanNamed are the countries many of whose people have names of surnames and characters like those of China.
var hanNamed = zh.Words("越南 韩国 朝鲜 日本 新加坡 马来西亚")

// maybeOurs tells whether the bare office of state of u may be one of China: it has that office, and its holder such a name.
func (rd *Reader) maybeOurs(u unit) bool {
	p := u.holder
	if p == nil || foreignHeads[u.title.Head] || p.script != lattice.Chinese || rd.foreignName(p.name) {
		return false
	}
	return rd.places.Nation || rd.places.Home != nil
}

// mover is the foreign country of who gives or takes the bare office of u in the same sentence: 甲宣布解除|财政部长|乙的职务. nil if nobody does.
func (rd *Reader) mover(u unit) *gazetteer.Place {
	if !zh.EndsWith(strings.TrimSuffix(rd.v.Text(max(0, u.start-3), u.start), "了"), "解除", "免去", "罢免", "撤换", "解雇", "任命") {
		return nil
	}
	var of *gazetteer.Place
	for _, x := range rd.units[rd.v.PartAt(u.start)] {
		if x.start >= u.start {
			break
		}
		if x.kind == uStop {
			of = nil
		}
		if p := rd.byName[x.text]; x.kind == uName && p != nil {
			for _, q := range p.posts {
				if c := rd.g.ByPath(q.Place); c != nil && c.Kind == gazetteer.Country && c.Name != "中国" && q.Status != reading.Former {
					of = c
				}
			}
		}
	}
	return of
}

// native tells a name that by its characters is Chinese and transcribes no other: 李远山, not 麦卡锡.
func (rd *Reader) native(p *person) bool {
	name := []rune(p.name)
	c, ok := rd.room.Candidate(p.first, p.first+len(name), len(rd.v.Runes))
	return ok && c.Kind == zhname.Han && c.Score >= plausible && zhname.UsualSurname(name[0]) && !lattice.Transcribed(name)
}

// ours tells whether the text says that the bare office of u is one of China: 我国 or 党的 stands in front, its holder has another office
// there, or meets somebody who holds one of the country spoken of.
func (rd *Reader) ours(u unit, c *gazetteer.Place) bool {
	if u.start > 1 && zh.EndsWith(rd.v.Text(u.start-2, u.start), "我国", "党的") || rd.holdsIn(u.holder, "中国") {
		return true
	}
	return rd.meetsOf(u, c)
}

// holdsIn tells whether p was given an office of a country.
func (rd *Reader) holdsIn(p *person, country string) bool {
	return slices.ContainsFunc(p.posts, func(q reading.Post) bool { return q.Place == country && q.Status != reading.Former })
}

// meetsOf tells whether who holds the office of u meets, in the same sentence, somebody with an office of the country c:
// 外交部长甲|会见|某国外长乙.
func (rd *Reader) meetsOf(u unit, c *gazetteer.Place) bool {
	met := false
	for _, x := range rd.units[rd.v.PartAt(u.start)] {
		switch {
		case x.start < u.end:
		case x.kind == uStop:
			return false
		case meets[x.text]:
			met = true
		case met && x.kind == uPost && x.place >= 0 && rd.places.Spots[x.place].Place == c:
			return true
		}
	}
	return false
}

// foreignTopic tells whether nothing but the country c is spoken of where the office of u stands: its holder has another office
// there, the sentence names it in front, or the article tells nothing of China.
func (rd *Reader) foreignTopic(u unit, c *gazetteer.Place) bool {
	from := rd.sentenceFrom(u.start)
	named := func(s location.Spot) bool { return s.Place == c && s.Start >= from && s.Start < u.start }
	if rd.holdsIn(u.holder, c.Name) || strings.Contains(rd.v.Text(from, u.start), c.Name) || slices.ContainsFunc(rd.places.Spots, named) {
		return true
	}
	return !slices.ContainsFunc(rd.people, func(p *person) bool { return rd.holdsIn(p, "中国") }) &&
		!slices.ContainsFunc(rd.places.Spots, func(s location.Spot) bool { return s.Place != nil && s.Place.Name == "中国" })
}

// receives tells whether p, named without an office, meets somebody with one of another state: 甲同某国总理会谈.
func (rd *Reader) receives(p *person) bool {
	for _, units := range rd.units {
		for k := 0; k+2 < len(units); k++ {
			if units[k].kind != uName || units[k].text != p.name || !meets[units[k+1].text] || units[k+2].kind != uPost || units[k+2].place < 0 {
				continue
			}
			if c := rd.places.Spots[units[k+2].place].Place; c != nil && c.Kind == gazetteer.Country && c.Name != "中国" {
				return true
			}
		}
	}
	return false
}

// namedBefore tells whether the text names a country before at.
func (rd *Reader) namedBefore(c *gazetteer.Place, at int) bool {
	return slices.ContainsFunc(rd.places.Spots, func(s location.Spot) bool { return s.Place == c && s.Start < at && s.Rule != "place.letter" })
}

// foreignCountry is the foreign country named last before start, else the first of the article.
func (rd *Reader) foreignCountry(start int) *gazetteer.Place {
	var last, first *gazetteer.Place
	for _, s := range rd.places.Spots {
		if s.Place == nil || s.Place.Kind != gazetteer.Country || s.Place.Name == "中国" || s.Rule == "place.letter" {
			continue
		}
		if first == nil {
			first = s.Place
		}
		if s.Start < start {
			last = s.Place
		}
	}
	if last != nil {
		return last
	}
	return first
}
