package body

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// What bodies begin with besides places: two states whose body it is, a place that the lexicon has in one word with what comes next, all
// the world or all the country.

// bilateral are the endings of bodies of two states: 中德|经济顾问委员会.
var bilateral = []string{"委员会", "中心", "理事会", "商会", "协会", "学院", "大学", "联合会", "实验室", "基金会"}

// pairWord tells two states in one word, one of them China: 中德.
func (rd *Reader) pairWord(t lattice.Token) bool {
	r := rd.v.Runes[t.Start:t.End]
	if t.Kind != lattice.Word || len(r) != 2 || r[0] != '中' && r[1] != '中' {
		return false
	}
	other := r[0]
	if other == '中' {
		other = r[1]
	}
	return (lattice.IsPair(string(r)) || t.Tag == "j") && rd.places.CountryBy(other) != nil
}

// seatWord tells a word of the lexicon that begins with a city or province and names something of it: 北京理工|大学.
func (rd *Reader) seatWord(t lattice.Token) bool {
	if t.Kind != lattice.Word || t.End-t.Start < 3 || t.Tag != "nt" && t.Tag != "nz" && t.Tag != "n" || lexicon.FreqOf(rd.v.Text(t.Start, t.End)) > everyday {
		return false
	}
	return rd.seat(t.Start, t.End) > 0
}

// seat is how many characters of the city or province stand at the head of the stretch from start to end, 0 if none does.
func (rd *Reader) seat(start, end int) int {
	for n := 2; n < min(5, end-start); n++ {
		for _, c := range rd.g.NamedFolded(rd.v.Runes[start : start+n]) {
			if !c.Form.Has(gazetteer.Common) && (c.Place.Level == gazetteer.Province || c.Place.Level == gazetteer.Prefecture) {
				return n
			}
		}
	}
	return 0
}

// opensBody tells whether the name of the body x begins with the word at t for the states or the place that it is of.
func (rd *Reader) opensBody(tokens []lattice.Token, x *Thing, t lattice.Token) bool {
	return rd.pairWord(t) && zh.EndsWith(rd.v.Text(tokens[x.Lo].Start, x.End), bilateral...) || rd.seatWord(t)
}

// bearings are the words for a part of the country that companies and institutes are called by.
var bearings = zh.Words("北方 南方 东方 西部 华北 华东 华南 华中")

// worlds are the words for all the world or country in front of a body; worldly the endings of bodies that are named by them and what
// they are for: 世界|竹编|联合会.
var (
	worlds  = zh.Words("国际 世界 全国 中华")
	worldly = zh.Words("委员会 协会 学会 联合会 理事会 基金会 研究会 总会 促进会 领导小组 总工会")
)

// worldlyEnd tells whether x ends as such bodies do.
func (rd *Reader) worldlyEnd(x *Thing) bool {
	from, ok := x.Ending(rd.v)
	return ok && worldly[rd.v.Text(from, x.End)]
}

// ofWorld tells a body that is one of the world's or the country's, by what it is for.
func (rd *Reader) ofWorld(tokens []lattice.Token, x Thing, from int) bool {
	first := tokens[x.Lo]
	return !x.Facility && worlds[rd.v.Text(first.Start, first.End)] && first.Start == x.Start && worldly[rd.v.Text(from, x.End)] && from > first.End &&
		!zh.BeginsWith(rd.v.Text(first.End, from), "委员会", "代表", "理事会") && !likes[rd.v.Text(first.End, from)] && !plain[rd.v.Text(first.End, from)] && !zh.EndsWith(rd.v.Text(first.End, from), "调查", "特别", "专门")
}

// campaigns are the verbs that the name of a group which leads one begins with, behind a level or place: 市|推进|新区建设领导小组.
var campaigns = zh.Words("推进 加快 创建 深化 促进 打击 整治 处置 应对 治理 支持 服务 实施 推动 争创 落实 统筹 维护 抢抓 迎接 承接 对口 支援 援助")

// campaign moves the left edge of a leading group over such a verb to what it is the group of.
func (rd *Reader) campaign(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if x.Facility || k < 1 || tokens[k].End != x.Start || tokens[k-1].End != tokens[k].Start || !campaigns[rd.v.Text(tokens[k].Start, tokens[k].End)] ||
		!zh.EndsWith(rd.v.Text(x.Start, x.End), "领导小组", "指挥部", "工作专班", "工作组", "委员会") {
		return
	}
	w := rd.v.Text(tokens[k-1].Start, tokens[k-1].End)
	switch {
	case lattice.IsLevel(w), IsOrganWord(w):
		x.Anchor = LevelAnchor
	case tokens[k-1].Kind == lattice.Place:
		x.Anchor = PlaceAnchor
	default:
		return
	}
	x.Lo, x.Start = k-1, tokens[k-1].Start
}

// pressRoom is the press centre of a congress or of the two sessions.
var pressRoom = regexp.MustCompile(`(?:[一二三]?十[一二三四五六七八九]?大|全国两会|两会)新闻中心$`)

// pressCentre tells one at x, and moves the left edge of x to the congress.
func (rd *Reader) pressCentre(tokens []lattice.Token, x *Thing) bool {
	text := rd.v.Text(max(0, x.End-longestPress), x.End)
	at := pressRoom.FindStringIndex(text)
	if at == nil {
		return false
	}
	k, ok := tokenFrom(tokens, x.Lo, x.End-utf8.RuneCountInString(text[at[0]:]))
	if !ok {
		return false
	}
	x.Lo, x.Start, x.Anchor, x.Kind = k, tokens[k].Start, NameAnchor, org.Other
	return true
}

// longestPress is how many characters such a name has.
const longestPress = 9

// journal takes the word 杂志 behind the mark that closes a paper's name into it: 《求是》|杂志.
func (rd *Reader) journal(tokens []lattice.Token, x *Thing) {
	if x.Kind != org.Media || x.Hi+1 >= len(tokens) || rd.v.Runes[x.End] != '》' {
		return
	}
	if w := rd.v.Text(tokens[x.Hi+1].Start, tokens[x.Hi+1].End); strings.HasPrefix(w, "杂志") {
		x.Full = rd.v.Text(x.Start, x.End) + w
	}
}
