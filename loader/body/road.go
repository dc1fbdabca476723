package body

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
)

// lines are the endings of what runs from place to place.
var lines = []string{"高铁", "铁路", "公路", "高速", "航线", "专线", "通道", "管道"}

// line moves the left edge of a road or railway to the first of the two places that it runs between: 宣城至|绩溪高铁.
func (rd *Reader) line(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 2
	if !x.Facility || k < 0 || tokens[k].Kind != lattice.Place || tokens[x.Lo].Kind != lattice.Place || rd.v.Text(tokens[k+1].Start, tokens[k+1].End) != "至" {
		return
	}
	if zh.EndsWith(rd.v.Text(x.Start, x.End), lines...) {
		x.Lo, x.Start = k, tokens[k].Start
	}
}

// roads are the endings of what is called by a character of each place that it joins.
var roads = zh.Words("高铁 铁路 高速 高速公路 高速铁路 城际铁路")

// inFront are the characters of places that stand in front of such a name rather than in it, if two more letters follow: 新|成昆铁路,
// but 大秦铁路.
const inFront = "新随和大台百"

// hastes are what stands behind 高速 where it tells how fast something goes: 高速|增长, 高速|列车.
var hastes = []string{"增", "发展", "运", "行", "飞", "旋", "路", "列", "插", "转", "移", "推", "奔", "奋", "宽", "泛", "网", "光", "充", "通信", "数据", "摄", "成像", "公交", "度", "前"}

// most and fewest letters of such a name: 渝昆高铁, 沪渝蓉高铁, 通苏嘉甬高铁.
const (
	fewestLetters = 2
	mostLetters   = 4
)

// lettersOf moves the left edge of a road or railway over the characters that stand for the places it joins, each a token of its own or
// all of them a word that hardly any text has: 渝|昆|高铁, 弥蒙|高铁.
func (rd *Reader) lettersOf(tokens []lattice.Token, x *Thing) {
	from, _, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	head := rd.v.Text(from, x.End)
	if !ok || !x.Facility || !roads[head] {
		return
	}
	k, ok := tokenFrom(tokens, x.Hi-1, from)
	if !ok {
		return
	}
	lo := k
	for lo > 0 && tokens[lo-1].End == tokens[lo].Start && from-tokens[lo-1].Start <= mostLetters && rd.letters(tokens[lo-1]) {
		lo--
	}
	for tokens[lo].Tag == "p" || from-tokens[lo].Start > fewestLetters && strings.ContainsRune(inFront, rd.v.Runes[tokens[lo].Start]) {
		lo++ // 自|贵南高铁
	}
	switch {
	case from-tokens[lo].Start < fewestLetters || rd.v.Runes[from-1] == '上' || !slices.ContainsFunc(tokens[lo:k], rd.ofPlaces):
		return
	case lo > 0 && tokens[lo-1].End == tokens[lo].Start && !rd.besideLetters(tokens[lo-1]):
		return
	case head == "高速" && lo == k-1 && zh.BeginsWith(rd.v.Text(x.End, min(x.End+2, len(rd.v.Runes))), hastes...):
		return
	case x.Lo <= lo && x.Anchor != NoAnchor:
		return
	}
	x.Anchor = NameAnchor
	if lo > 0 && tokens[lo-1].Kind == lattice.Place && tokens[lo-1].End == tokens[lo].Start {
		lo, x.Anchor = lo-1, PlaceAnchor
	}
	x.Lo, x.Start = lo, tokens[lo].Start
}

// letters tells a token that may stand for one or more of the places that a road joins.
func (rd *Reader) letters(t lattice.Token) bool {
	if t.Kind != lattice.Word {
		return false
	}
	r := rd.v.Runes[t.Start:t.End]
	known := 0
	for _, c := range r {
		if rd.letter(c, t) {
			known++
		}
	}
	switch {
	case len(r) == 1:
		return known == 1
	case strings.Trim(string(r), inFront) == "":
		return false // 上|百台|高速
	case t.Tag == "j":
		return known == len(r) && lexicon.FreqOf(string(r)) < fewSay
	}
	return (known == len(r) || len(r) == fewestLetters && letterTags[t.Tag]) && lexicon.FreqOf(string(r)) < rareWord
}

// letterTags are those of words that may be the letters of two places, one of them too small or abroad.
var letterTags = map[string]bool{"": true, "nz": true, "ns": true, "nr": true}

// cityLetters are the characters that cities are called by besides those that their names begin with: 宁波, 成都, 广州, 贵阳, 福州, 南宁, 深圳.
const cityLetters = "甬蓉穗筑榕邕鹏"

// letter tells a character of the token t that a place may be called by in the name of a road: the one that stands for a state or
// province, or the first of a prefecture's name; a county's where it is no verb, particle or the like besides. What the lexicon takes
// for parts of names alone may be a smaller place (浩吉铁路). 市 of 市中区 is none.
func (rd *Reader) letter(c rune, t lattice.Token) bool {
	if lattice.IsLevel(string(c)) {
		return false
	}
	switch rd.g.Initial(c) {
	case gazetteer.Province, gazetteer.Prefecture:
		return true
	case gazetteer.County:
		return rd.ofPlaces(t) || t.Tag == "p" // 南|凭|高铁
	}
	return t.Tag == "j" || t.Tag == "nr" || len(rd.g.Letter(c)) > 0 || strings.ContainsRune(cityLetters, c)
}

// besideLetters tells whether the letters of a road may begin behind t: 发挥好|中老铁路, 首条|渝昆高铁.
func (rd *Reader) besideLetters(t lattice.Token) bool {
	return rd.sets(t) || strings.ContainsRune(inFront, rd.v.Runes[t.End-1]) || tagOf(t, "amq")
}

// ofPlaces tells a character that is no verb, particle or the like, or a word that hardly any text has: one letter at least of a road is
// such, so that nobody 去|找|铁路.
func (rd *Reader) ofPlaces(t lattice.Token) bool {
	return t.Tag == "" || tagOf(t, "jngz") || t.End-t.Start > 1
}

// rareWord is how often the lexicon counts a word that hardly any text has, fewSay a contraction that few texts have.
const (
	rareWord = 10
	fewSay   = 1000
)

// numbered lines of a town's railways, and roads by their number.
var (
	metroLine = regexp.MustCompile(`(?:地铁|轨道交通|城轨|轻轨)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z][0-9]{0,2})号线$`)
	roadLine  = regexp.MustCompile(`(?:国道|省道|县道|[GSX])[0-9]{1,4}线$`)
)

// longestLine is how far the name of such a line reaches back from its end, in characters: 轨道交通十四号线.
const longestLine = 10

// numberedLine tells whether the token at x ends the name of such a line, and moves the left edge of x to its town or first word.
func (rd *Reader) numberedLine(tokens []lattice.Token, x *Thing) bool {
	if rd.v.Runes[x.End-1] != '线' {
		return false
	}
	text := rd.v.Text(max(0, x.End-longestLine), x.End)
	at := metroLine.FindStringIndex(text)
	if at == nil {
		at = roadLine.FindStringIndex(text)
	}
	if at == nil {
		return false
	}
	k, ok := tokenFrom(tokens, x.Lo, x.End-utf8.RuneCountInString(text[at[0]:]))
	if !ok {
		return false
	}
	x.Anchor, x.Facility = NameAnchor, true
	for k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == tokens[k].Start {
		k, x.Anchor = k-1, PlaceAnchor
	}
	x.Lo, x.Start = k, tokens[k].Start
	return true
}

// travel is what an article of trains speaks of; games are what is held at a stop of a tour, which is no station, and gameEnds how its
// name ends right in front of the town.
var (
	travel   = []string{"列车", "铁路", "高铁", "旅客", "车站", "客流", "班列", "地铁", "火车"}
	games    = []string{"联赛", "赛季", "大赛", "杯赛", "赛事", "锦标", "巡回", "巡演", "大奖赛", "公开赛", "挑战赛", "邀请赛", "世界杯"}
	gameEnds = []string{"赛", "杯"}
)

// longestTour is how far in front of a stop the tour is named, in characters.
const longestTour = 8

// station tells whether the token at x is 站 right behind the town whose railway station it is (阜阳|站), and moves the left edge of x
// to the town. What stands somewhere is none: 中国站在一起.
func (rd *Reader) station(tokens []lattice.Token, x *Thing) bool {
	k, text := x.Lo, rd.v.Runes
	if k == 0 || tokens[k].End-tokens[k].Start != 1 || text[tokens[k].Start] != '站' || tokens[k-1].Kind != lattice.Place || tokens[k-1].End != tokens[k].Start {
		return false
	}
	p := tokens[k-1].Places[0]
	if !p.Form.Has(gazetteer.Short) || p.Place.Kind != gazetteer.Division || p.Place.Level == gazetteer.Province && !strings.HasSuffix(p.Place.Name, "市") {
		return false
	}
	if x.End < len(text) && strings.ContainsRune("在起出稳上到着了点立位台岗姿高", text[x.End]) {
		return false
	}
	if front := rd.v.Text(max(0, tokens[k-1].Start-longestTour), tokens[k-1].Start); zh.Holds(front, games...) || zh.EndsWith(front, gameEnds...) || !slices.ContainsFunc(travel, rd.places.Contains) {
		return false
	}
	x.Lo, x.Start, x.Anchor, x.Facility = k-1, tokens[k-1].Start, PlaceAnchor, true
	return true
}
