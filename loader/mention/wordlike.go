package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// wordlike are short names of places that are words, or parts of sayings, far oftener: they mean the place only where the text shows it.
var wordlike = zh.Words("老街 老街区 群山 山城 古城 海防 千山 牡丹 滨海 盐湖 文山 长安")

// sightly are those, and mountains, that behind a city are something to see there: 丽江古城, 运城盐湖.
var sightly = []string{"古城", "盐湖", "牡丹", "天山", "泰山"}

// wordly tells a place's short name that is a word, where nothing shows that the place is meant: 光影耀|长安, 文山|会海.
func (rd *reader) wordly(s *spot) bool {
	name := rd.v.Text(s.start, s.end)
	if !wordlike[name] || rd.behindPlace(s) || rd.leveled(name) {
		return false
	}
	part := rd.v.PartAt(s.start)
	return !slices.ContainsFunc(s.cands, func(c gazetteer.Candidate) bool {
		switch {
		case c.Place.Kind == gazetteer.Abroad:
			return slices.ContainsFunc(rd.spots, func(o spot) bool {
				return o.place != nil && o.place.Kind == gazetteer.Country && o.place.Name != "中国" && rd.v.PartAt(o.start) == part
			})
		case c.Place.Name != name && rd.contains(c.Place.Name):
			return true // 文山壮族苗族自治州 elsewhere
		}
		return rd.home != nil && !rd.nation && c.Place.Within(rd.home.Above(gazetteer.Province))
	})
}

// behindPlace tells whether a place stands right before s.
func (rd *reader) behindPlace(s *spot) bool {
	for range rd.spotsTo(s.start) {
		return true
	}
	return false
}

// behindDivision tells whether what may be a division stands right before s.
func (rd *reader) behindDivision(s *spot) bool {
	for o := range rd.spotsTo(s.start) {
		if len(o.cands) > 0 && o.cands[0].Place.Kind == gazetteer.Division {
			return true
		}
	}
	return false
}

// leveled tells whether the article has a short name with the level of a division behind it. 老街区 shows no 老街.
func (rd *reader) leveled(name string) bool {
	for _, level := range [...]string{"州", "市", "区", "县", "镇", "省"} {
		if full := name + level; !wordlike[full] && rd.contains(full) {
			return true
		}
	}
	return false
}

// contains tells whether a word stands in the article. It is looked for once.
func (rd *reader) contains(word string) bool {
	is, asked := rd.contained[word]
	if !asked {
		is = strings.Contains(rd.v.Folded, word)
		rd.contained[word] = is
	}
	return is
}

// seen is the city that a chain ends in behind which stands something to see there, nil for any other name.
func (rd *reader) seen(s *spot) *gazetteer.Place {
	c := s.cands[0]
	if !c.Form.Has(gazetteer.Chained) || !zh.EndsWith(rd.v.Text(s.start, s.end), sightly...) || s.end < len(rd.v.Runes) && rd.v.Runes[s.end] == '区' {
		return nil
	}
	return c.Place.Parent()
}

// heir is the division that has the place and the short name of one that is no more on the day of the issue, where the text is the
// nation's and says no more than that: 安徽天长 is of 滁州 today. Any other place stays itself.
func (rd *reader) heir(c gazetteer.Candidate) *gazetteer.Place {
	p := c.Place
	if !rd.nation || !c.Form.Has(gazetteer.Short) || p.Kind != gazetteer.Division || p.ValidAt(rd.date) {
		return p
	}
	for q := p.Successor(); q != nil; q = q.Successor() {
		if q.ValidAt(rd.date) && q.Plain() == p.Plain() {
			return q
		}
	}
	return p
}
