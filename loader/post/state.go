package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// byState seats a post in the country of the article for which the letter p stands.
func (rd *Reader) byState(u *unit, p unit) bool {
	letter := rd.v.Runes[p.start]
	return rd.places.CountryNamed(letter) != nil && (p.tag != "p" || rd.v.Text(p.end, p.end+2) == "军方") && rd.places.Side(letter) && rd.byLetter(u, p, letter)
}

// state1 tells whether a place is a country by all that it may mean.
func (rd *Reader) state1(p unit) bool {
	s := rd.places.Spots[p.place]
	if s.Place != nil {
		return s.Place.Kind == gazetteer.Country
	}
	return len(s.Candidates) > 0 && s.Candidates[0].Place.Kind == gazetteer.Country
}

// province makes the foreign name in front of a title of a level a place: 阿特米萨|省委第一书记, 西弗吉尼亚|州长. No gazetteer
// has all of them, and a person is not followed by one.
func (rd *Reader) province(u *unit, p unit) bool {
	r := []rune(p.text)
	level := u.title.Level
	if u.place >= 0 || u.body >= 0 || level != "省" && level != "州" && level != "市" || len(r) < 2 || !strings.HasPrefix(u.title.Text, level) {
		return false
	}
	if p.kind != uWord && !(p.kind == uName && u.title.Organ != "") || level == "市" && u.title.Organ == "" && p.tag != "ns" {
		return false // 某某市长: the title is behind its person
	}
	for _, c := range r {
		if !lattice.Transcribes(c) {
			return false
		}
	}
	if len(r) < 3 && p.tag != "ns" || len(rd.g.NamedFolded(append(r, []rune(level)...))) > 0 && len(r) < 4 {
		return false
	}
	place := &gazetteer.Place{Name: p.text + level, Kind: gazetteer.Abroad}
	rd.places.Spots = append(rd.places.Spots, location.Spot{Start: p.start, End: p.end, Place: place, Rule: "place.abroad"})
	u.place = len(rd.places.Spots) - 1
	return true
}

// ruling are the parties that govern their state by its constitution: their leaders' posts are of the country, too.
var ruling = []string{"中国共产党", "古巴共产党", "越南共产党", "老挝人民革命党", "朝鲜劳动党"}

// country is the country of which a party of another country is the ruling one, nil for any other body.
func (rd *Reader) country(x body.Thing) *gazetteer.Place {
	if x.Kind != org.Party {
		return nil
	}
	name := x.PartyName()
	for _, w := range ruling {
		if name == w {
			return rd.g.ByPath(string([]rune(w)[:2]))
		}
	}
	return nil
}

// armyOf gives a post of a country's army its country: 以军总参谋长.
func (rd *Reader) armyOf(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 2 && r[1] == '军' && rd.places.Side(r[0]) && rd.byLetter(u, p, r[0])
}

// forces are the words behind a country's letter that say which of its forces somebody leads.
var forces = zh.Words("军 武装力量 武装部队 国防军")

// forcesOf gives a post in the forces of a country the country for which a letter stands, two units in front of it: 俄|武装力量|总参谋长.
func (rd *Reader) forcesOf(out []unit, u *unit) bool {
	n := len(out)
	if n < 2 || !forces[out[n-1].text] || out[n-2].end != out[n-1].start || out[n-2].kind != uWord || out[n-2].end-out[n-2].start != 1 {
		return false
	}
	letter := rd.v.Runes[out[n-2].start]
	return rd.places.Side(letter) && rd.byLetter(u, out[n-2], letter)
}

// partyOf gives a post in the centre of a foreign communist party its country: 越共中央总书记.
func (rd *Reader) partyOf(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 2 && r[1] == '共' && r[0] != '中' && strings.HasPrefix(u.title.Text, "中央") && rd.byLetter(u, p, r[0])
}

// letterState gives a post the country that one letter in front of it stands for: 俄总统普京.
func (rd *Reader) letterState(u *unit, p unit) bool {
	r := []rune(p.text)
	return len(r) == 1 && (stateTitle(u.title) || missions[u.title.Head] || zh.BeginsWith(u.title.Text, "空军", "海军", "陆军", "武装部队", "总参谋", "国防")) && rd.places.Side(r[0]) && rd.byLetter(u, p, r[0])
}

// sideTeam gives the head of a side's delegation the country of the side: 乌方|代表团|团长, 美方|谈判代表团|团长.
func (rd *Reader) sideTeam(out []unit, u *unit) bool {
	n := len(out)
	if n < 2 || !strings.HasSuffix(out[n-1].text, "代表团") || out[n-2].end != out[n-1].start {
		return false
	}
	r := []rune(out[n-2].text)
	return len(r) == 2 && r[1] == '方' && (r[0] == '中' || rd.places.Side(r[0])) && rd.byLetter(u, out[n-2], r[0])
}

// byLetter seats a post in the country for which the letter at the beginning of p stands; false where it stands for none.
func (rd *Reader) byLetter(u *unit, p unit, letter rune) bool {
	c := rd.places.CountryBy(letter)
	if c == nil {
		return false
	}
	rd.places.Spots = append(rd.places.Spots, location.Spot{Start: p.start, End: p.start + 1, Place: c, Rule: "place.letter"})
	u.place = len(rd.places.Spots) - 1
	return true
}

// stateTitle tells the titles of a state's heads and ministers.
func stateTitle(t title.Title) bool {
	return title.IsOfState(t.Head) || strings.HasSuffix(t.Text, "部长") && !t.Bare || strings.HasSuffix(t.Text, "大臣") || strings.HasPrefix(t.Text, "总统")
}

// missions are the heads of posts abroad: 驻华大使.
var missions = zh.Words("大使 总领事 领事 公使 武官 代办 参赞 使节 常驻代表 代表 特使")

// posting takes where a post abroad is held, which is neither its jurisdiction nor its body, and tells how many units that
// is: 突尼斯|驻|叙利亚|大使, 某运动|驻|伊朗|代表, 俄|常驻|联合国|代表, 驻华|大使.
func (rd *Reader) posting(out []unit, u *unit) int {
	n := len(out)
	if !missions[u.title.Head] || u.place >= 0 || u.body >= 0 {
		return 0
	}
	p := out[n-1]
	if strings.HasPrefix(p.text, "驻") && len([]rune(p.text)) > 1 && len([]rune(p.text)) <= 3 {
		return 1
	}
	if n < 2 || out[n-2].end != p.start {
		return 0
	}
	switch at := out[n-2].text; {
	case at != "驻" && at != "常驻":
		return 0
	case p.kind != uPlace && p.kind != uBody && p.end-p.start > 1:
		return 0
	case at == "常驻" && u.title.Head == "代表" && !strings.HasPrefix(u.title.Text, at):
		u.title.Text = at + u.title.Text
	}
	if p.kind == uBody && p.body >= 0 && strings.HasPrefix(u.title.Text, "常驻") {
		u.organ = p.body + 1 // the body of many states that the post is at
	}
	return 2
}
