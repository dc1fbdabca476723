package location

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
)

// wordlike are short names of places that are words, or parts of sayings, far oftener: they mean the place only where the text shows it.
var wordlike = zh.Words("老街 老街区 群山 山城 古城 海防 千山 牡丹 滨海 盐湖 文山 长安 中原 安康 青山 江山 新市区 友好区")

// sightly are those, and mountains, that behind a city are something to see there: 丽江古城, 运城盐湖.
var sightly = []string{"古城", "盐湖", "牡丹", "天山", "泰山"}

// bearings are the names of counties that any town may have a part called by: that somebody goes there shows none of them.
var bearings = zh.Words("河西 河东 河北 江北 江南 江东 江西 桥东 桥西 城东 城西 城南 城北 路南 路北 东区 西区 新城 新区 老城 城区 郊区 矿区 港口 南岸 北岸 海港 山城")

// wordly tells a place's short name that is a word, where nothing shows that the place is meant: 光影耀|长安, 文山|会海.
func (rd *Reader) wordly(s *Spot) bool {
	name := rd.v.Text(s.Start, s.End)
	if !wordlike[name] || rd.behindPlace(s) || rd.leveled(name) {
		return false
	}
	part := rd.v.PartAt(s.Start)
	return !slices.ContainsFunc(s.Candidates, func(c gazetteer.Candidate) bool {
		switch {
		case c.Place.Kind == gazetteer.Abroad:
			return slices.ContainsFunc(rd.Spots, func(o Spot) bool {
				return o.Place != nil && o.Place.Kind == gazetteer.Country && o.Place.Name != "中国" && rd.v.PartAt(o.Start) == part
			})
		case c.Place.Name != name && rd.Contains(c.Place.Name):
			return true // 文山壮族苗族自治州 elsewhere
		}
		return rd.Home != nil && !rd.Nation && c.Place.Within(rd.Home.Above(gazetteer.Province))
	})
}

// torn tells a place's short name whose first character makes a word with a noun of one character in front of it: 核|桃园, of 核桃.
func (rd *Reader) torn(before, t lattice.Token) bool {
	if before.Kind != lattice.Word || before.End != t.Start || before.End-before.Start != 1 || !strings.HasPrefix(before.Tag, "n") || !t.Places[0].Form.Has(gazetteer.Short) {
		return false
	}
	return lexicon.FreqOf(rd.v.Text(before.Start, t.Start+1)) > 0
}

// behindPlace tells whether a place stands right before s.
func (rd *Reader) behindPlace(s *Spot) bool {
	for range rd.spotsTo(s.Start) {
		return true
	}
	return false
}

// behindDivision tells whether what may be a division stands right before s.
func (rd *Reader) behindDivision(s *Spot) bool {
	for o := range rd.spotsTo(s.Start) {
		if len(o.Candidates) > 0 && o.Candidates[0].Place.Kind == gazetteer.Division {
			return true
		}
	}
	return false
}

// leveled tells whether the article has a short name with the level of a division behind it. 老街区 shows no 老街.
func (rd *Reader) leveled(name string) bool {
	if strings.HasSuffix(name, "区") {
		return false // its level is in it: 缔结友好区市关系
	}
	for _, level := range [...]string{"州", "市", "区", "县", "镇", "省"} {
		if full := name + level; !wordlike[full] && rd.Contains(full) {
			return true
		}
	}
	return false
}

// Seen is the city that a chain ends in behind which stands something to see there, nil for any other name.
func (rd *Reader) Seen(s *Spot) *gazetteer.Place {
	c := s.Candidates[0]
	if !c.Form.Has(gazetteer.Chained) || !zh.EndsWith(rd.v.Text(s.Start, s.End), sightly...) || s.End < len(rd.v.Runes) && rd.v.Runes[s.End] == '区' {
		return nil
	}
	return c.Place.Parent()
}
