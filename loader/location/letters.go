package location

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
)

// pairPlace reads 中非 and 巴中 as two countries where they may be: where the article names the other, or no more is said.
func (rd *Reader) pairPlace(t lattice.Token, runes []rune) bool {
	if len(runes) != 2 || runes[0] != '中' && runes[1] != '中' {
		return false
	}
	k := 0
	if runes[0] == '中' {
		k = 1
	}
	if string(runes) == "中非" && zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), "总统", "总理", "外长") {
		rd.AddCountry(t.Start, t.End, "中非")
		return true
	}
	if string(runes) != "中非" && rd.CountryNamed(runes[k]) == nil {
		return false
	}
	rd.AddCountry(t.Start+1-k, t.Start+2-k, "中国")
	if c := rd.CountryNamed(runes[k]); c != nil {
		rd.Spots = append(rd.Spots, Spot{Start: t.Start + k, End: t.Start + k + 1, Place: c, Rule: "place.letter"})
	}
	return true
}

// CountryNamed is the first country of the article that begins with r.
func (rd *Reader) CountryNamed(r rune) *gazetteer.Place {
	return rd.countries[r]
}

// NameCountries notes the countries among the tokens of each part, each by its first character, for those noted before.
func (rd *Reader) NameCountries(parts [][]lattice.Token) {
	rd.countries = map[rune]*gazetteer.Place{}
	for _, tokens := range parts {
		for _, t := range tokens {
			if t.Kind != lattice.Place || t.End-t.Start < 2 || t.Places[0].Place.Kind != gazetteer.Country {
				continue
			}
			if r := rd.v.Runes[t.Start]; rd.countries[r] == nil {
				rd.countries[r] = t.Places[0].Place
			}
		}
	}
}

// conflict is the states for which the letters of a pair stand wherever it is spoken of.
var conflict = map[string]map[rune]string{"巴以": {'巴': "巴勒斯坦", '以': "以色列"}, "以巴": {'巴': "巴勒斯坦", '以': "以色列"}, "俄乌": {'俄': "俄罗斯", '乌': "乌克兰"}}

// plainLetters are the letters that stand for a province in two-character words with a verb (赴京), and for nothing else.
const plainLetters = "京沪津渝粤港澳琼鲁浙闽赣湘鄂豫冀晋陕滇黔桂蒙疆"

func (rd *Reader) pairOf(runes []rune, word, tag string) bool {
	if lattice.IsPair(word) {
		return true
	}
	return len(runes) == 2 && (runes[0] == '中' && rd.foreignLetter(runes[1]) || runes[1] == '中' && rd.foreignLetter(runes[0])) && strings.HasPrefix(tag, "ns")
}

// between are what stands behind the letters of two states.
var between = []string{"关系", "建交", "友谊"}

// besideState tells whether 中 stands beside the letter of a country that the article names, where the two have something between them: 中刚关系,
// 刚中友谊.
func (rd *Reader) besideState(t lattice.Token) bool {
	r := rd.v.Runes
	switch {
	case t.End < len(r) && rd.CountryNamed(r[t.End]) != nil && zh.BeginsWith(rd.v.Text(t.End+1, min(t.End+3, len(r))), between...):
		return true
	case t.Start > 0 && rd.CountryNamed(r[t.Start-1]) != nil:
		return zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(r))), between...)
	}
	return false
}

// foreignPair tells a pair of countries (中俄, 巴以) from one of provinces (京蒙, 苏陕).
func (rd *Reader) foreignPair(runes []rune) bool {
	for _, r := range runes {
		province := false
		for _, p := range rd.g.Letter(r) {
			province = province || p.Level == gazetteer.Province
		}
		if !province {
			return true
		}
	}
	return false
}

// Side tells whether r before 方, 军 or 称 is a country: one of the strong letters after no number, or a country of the article.
func (rd *Reader) Side(r rune) bool {
	if lattice.IsStateLetter(string(r)) && r != '日' {
		return rd.CountryBy(r) != nil
	}
	return !common[string(r)+"方"] && rd.CountryNamed(r) != nil
}

// common are the words in 方 that are no country's side.
var common = zh.Words("东方 西方 南方 北方 对方 官方 军方 警方 双方 各方 多方 一方 我方 地方 后方 前方 四方 三方 远方 大方 比方 买方 卖方 资方 校方 院方 馆方 店方 厂方 甲方 乙方 中方")

func (rd *Reader) foreignLetter(r rune) bool { return rd.CountryBy(r) != nil }

// letterSpot is one character for a place. In a pair or before 方 it may be any country; else a province or the home.
func (rd *Reader) letterSpot(start, end int, paired bool) {
	r := rd.v.Runes[start]
	s := Spot{Start: start, End: end, Rule: "place.letter"}
	if rd.Home != nil && !paired && []rune(rd.Home.Name)[0] == r {
		s.Place = rd.Home
		rd.Spots = append(rd.Spots, s)
		return
	}
	if paired {
		if s.Place = rd.CountryBy(r); s.Place != nil {
			rd.Spots = append(rd.Spots, s)
		}
		return
	}
	for _, p := range rd.g.Letter(r) {
		if p.Level == gazetteer.Province {
			if s.Place = rd.cityLettered(r, p); s.Place == nil {
				s.Place = p
			}
			rd.Spots = append(rd.Spots, s)
			return
		}
	}
}

// cityLetters are the cities that go by the letter of another province, too.
var cityLetters = map[rune][]string{'宁': {"南京市"}, '苏': {"苏州市"}, '青': {"青岛市"}, '台': {"台州市"}}

// cityLettered is the city of the article that the letter of the province p means where the article doesn't name p: 在宁期间, of 南京. nil if
// it means p.
func (rd *Reader) cityLettered(r rune, p *gazetteer.Place) *gazetteer.Place {
	if rd.Contains(p.Plain()) || rd.Home != nil && rd.Home.Within(p) {
		return nil
	}
	for _, name := range cityLetters[r] {
		if !rd.Contains(strings.TrimSuffix(name, "市")) {
			continue
		}
		for _, c := range rd.g.Named(name) {
			if c.Place.Level == gazetteer.Prefecture && c.Place.ValidAt(rd.Date) {
				return c.Place
			}
		}
	}
	return nil
}

// CountryBy is the country that the article names with r first, else the one that r usually stands for.
func (rd *Reader) CountryBy(r rune) *gazetteer.Place {
	if c := rd.CountryNamed(r); c != nil {
		return c
	}
	for _, p := range rd.g.Letter(r) {
		if p.Kind == gazetteer.Country {
			return p
		}
	}
	return nil
}
