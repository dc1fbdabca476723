package mention

import (
	"math"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
)

// Costs of what the lexicon doesn't say.
const (
	unknownRune  = 15 // a character that is no word
	torn         = 5  // a character that makes a common word with the next: 于 of 于是
	commonFreq   = 1500
	ordinaryFreq = 60
	loneSurname  = 5  // a surname by itself
	gapInWord    = 6  // a layout space inside a word or place
	gapInName    = -5 // a layout space inside a name of two characters
)

var logTotal = float32(math.Log(57e6)) // tokens behind the lexicon's counts

// words tries the words at i. One that the title grammar reads whole, up to titled, is a title.
func (l *lattice) words(i, start, end, titled int) {
	text := l.v.runes
	single := arc{token{kind: word, start: i, end: i + 1}, unknownRune}
	long := false
	for _, w := range l.room.words.At(i) {
		tag, cost := l.price(text[i:w.End], w.Freq, w.Tag)
		switch {
		case cost == 0, w.End == titled, w.End-i > 2 && w.Freq < 200 && endsInTitle(text[i:w.End]):
		case w.End == i+1:
			single.token.tag, single.cost = tag, cost
			if w.IsPerson() {
				single.cost += loneSurname
			}
		default:
			long = long || w.End == i+2 && w.Freq > commonFreq && !l.v.gap[i+1]
			l.step(start, l.classed(arc{token{kind: word, start: i, end: w.End, tag: tag, cost: cost}, cost + l.gaps(i, w.End) + l.joinTorn(i, w.End)}))
		}
	}
	if long {
		single.cost += torn
	}
	if dot(text[i]) && i > start && i+1 < end && han(text[i-1]) && han(text[i+1]) {
		single.cost += torn // 埃文·格林: a dot joins names
	}
	l.step(start, l.classed(single))
	extras().Each(text[:end], i, func(n, to int) {
		w := extraWords()[n]
		l.step(start, l.classed(arc{token{kind: word, start: i, end: to, tag: w.tag}, w.cost + l.gaps(i, to)}))
	})
}

// classed is the arc of a word with what the states ask of it: they ask of each word many times.
func (l *lattice) classed(a arc) arc {
	t := &a.token
	t.joins = joins[l.v.text(t.start, t.end)]
	t.trade = trade(l.v.runes[t.start:t.end], t.tag)
	return a
}

// word is the tag and cost of a word of the lexicon, cost 0 if it has none. Its names of persons are no words here.
func (l *lattice) word(i, j int) (tag string, cost float32) {
	w := l.v.runes[i:j]
	f := lexicon.Default().Freq(w)
	if f == 0 {
		return "", 0
	}
	return l.price(w, f, lexicon.Default().Tag(w))
}

func (l *lattice) price(w []rune, freq int, tag string) (string, float32) {
	if len(w) > 1 && (tag == "nr" || tag == "nrt" || tag == "nrfg") && (freq < 200 || len(w) > 2) {
		return "", 0
	}
	if len(w) == 4 && string(w[2:]) == "关系" {
		return "", 0 // 中俄关系
	}
	if len(w) > 3 && (tag == "nt" || tag == "ns" || tag == "nz") {
		at, _, body := org.EndsAt(w, len(w))
		if !body {
			at, _, body = zhplace.EndsAt(w, len(w))
		}
		if body && at > 1 {
			return "", 0 // 挪威议会: read by its parts
		}
	}
	return tag, logTotal - float32(math.Log(float64(freq)+1))
}

// freq is how often the lexicon counts a word.
func freq(w string) int { return lexicon.Default().Freq([]rune(w)) }

// gaps is the cost of layout spaces inside a word.
func (l *lattice) gaps(i, j int) float32 {
	n := 0
	for k := i + 1; k < j; k++ {
		if l.v.gap[k] {
			n++
		}
	}
	if n == 0 || n == j-i-1 && j-i > 2 || l.letterSpaced(i, j) {
		return 0
	}
	return float32(n) * gapInWord
}

// letterSpaced tells a stretch set with spaces between all characters, where a gap says nothing.
func (l *lattice) letterSpaced(i, j int) bool {
	return i > 0 && l.v.gap[i] && j < len(l.v.gap) && l.v.gap[j] && (i > 1 && l.v.gap[i-1] || j+1 < len(l.v.gap) && l.v.gap[j+1])
}

func (l *lattice) titleCost(t title.Title) float32 {
	n := t.End - t.Start
	cost := float32(9)
	if t.Kind == title.Occupation {
		cost = 10
	}
	if n == 1 {
		cost += 6
	}
	if t.Start > 0 && n > 1 && doubled[l.v.runes[t.Start]] && l.v.runes[t.Start] == l.v.runes[t.Start-1] {
		cost -= doubledEnd
	}
	return cost + l.gaps(t.Start, t.End)
}

// doubledEnd is what a title costs less behind the end of a body or department that says the same: 就业科|科长, 法院|院长.
const doubledEnd = 4

// doubled are the characters in which bodies end and titles begin.
var doubled = runeSet("科处局部院所站室庭厅司署馆校社会队")

func (l *lattice) names(i, start, end int) {
	if i > start && dot(l.v.runes[i-1]) {
		return
	}
	l.room.names = zhname.Append(l.room.names[:0], l.v.runes[:end], i, &l.room.words)
	for _, c := range l.room.names {
		if c.Kind == zhname.Dotted || c.End < end && dot(l.v.runes[c.End]) {
			continue
		}
		t := token{kind: name, start: i, end: c.End, cost: nameCost(c.End-i, c.Score)}
		cost := t.cost
		if c.Kind >= zhname.Minority {
			if c.End-i > 3 || zhname.Surname(l.v.runes[:end], i) == 0 {
				t.script = foreign
			}
			cost = min(cost, l.run(i, c.End))
			if i > start && transcribes[l.v.runes[i-1]] && !(i > start+1 && l.room.words.Freq(i-2, i) > 100) {
				cost += tornHead // 尔班 of 欧尔班
			}
			if j := l.reign(c.End, end); j > c.End {
				t.end = j
			}
		}
		if c.End-i > 2 {
			cost += l.gaps(i, c.End)
		} else if l.v.gap[i+1] && !l.letterSpaced(i, c.End) {
			cost += gapInName
		}
		cost += l.edges(i, t.end, end)
		l.step(start, arc{t, cost})
	}
	l.dotted(i, start, end)
}

// Costs of a name by its score: what its characters would cost in plain text, less the evidence for a name.
const (
	textRune     = 6.2 // of a character in plain text
	evidenceRate = 0.8
)

func nameCost(n, score int) float32 {
	s := float64(min(max(score, 1), 999)) / 1000
	return float32(textRune*float64(n) - evidenceRate*2*math.Log(s/(1-s)))
}

// dot is the mark inside foreign names.
func dot(r rune) bool { return r == '·' || r == '•' || r == '‧' || r == '・' }

// endsInTitle tells a rare compound of the lexicon that ends in a title (局局长): the grammar reads it better.
func endsInTitle(w []rune) bool {
	for k := 1; k < len(w)-1; k++ {
		if t, ok := title.At(w, k); ok && t.End == len(w) && (t.Kind == title.Office || t.Kind == title.Occupation && len(w) > 3) {
			return true
		}
	}
	return false
}

func lexiconTag(w []rune) string { return lexicon.Default().Tag(w) }

// Costs of a name by what stands at its edges.
const (
	endsInVerb   = 5 // 章程说
	tornEnd      = 4
	tornHead     = 4
	beforeGender = -7 // 申时，男，
)

// lastly never end a name: they are what comes after one. A name that recurs is known and doesn't come here.
var lastly = set("与 和 同 及 对 向 在 说 称 率 到 等 为 将 就 已 曾 还 也 并 于 从 给 让 把 被 受 因 带 带领 指 表 作 是 有 任 致 祝 互 乘 送")

func (l *lattice) edges(i, j, end int) float32 {
	cost := float32(0)
	if j-i == 2 && l.v.runes[i] == '来' {
		cost += endsInVerb // 来乌
	}
	if firstly[l.v.runes[i]] {
		cost += 2 * endsInVerb
	}
	if l.v.runes[i] == '任' && l.v.runes[j-1] == '为' || zhname.IsPreposition(l.v.runes[i]) && (levelWords[string(l.v.runes[i+1])] || l.v.runes[j-1] == '方') {
		cost += 2 * endsInVerb // 向省某集团表示感谢
	}
	if zhname.IsPreposition(l.v.runes[i]) && (l.ordinary(i+1, j) || j < end && l.ordinary(j-1, j+1)) || l.state(i, j) {
		cost += 2 * endsInVerb // 向高端迈进, 安哥拉总统
	}
	if l.glued(i, j, end) || l.villaged(i, j) {
		cost += 2 * endsInVerb
	}
	if divisionEnds[l.v.runes[j-1]] || l.v.runes[j-1] == '中' && i > 0 && l.v.runes[i-1] == '在' {
		cost += 2 * endsInVerb // 城关区, 某县
	}
	if lastly[string(l.v.runes[j-1])] && j < end && han(l.v.runes[j]) && l.room.words.Freq(i, j) < commonFreq {
		cost += endsInVerb
		if r := l.v.runes[j-1]; r == '为' || r == '任' || r == '向' && j-i > 2 {
			cost += endsInVerb // 席北辰向乌方致贺
		}
		if l.v.runes[j-1] == '为' && levelWords[string(l.v.runes[j])] {
			cost += endsInVerb // 秦镜为区纪委揭牌
		}
	}
	if zhname.IsPreposition(l.v.runes[i]) && l.embodied(j, end) {
		cost += 2 * endsInVerb // 同捷斯|工商会, 向希法|医院
	}
	if j < end && l.zoned(j, end) {
		cost += 2 * endsInVerb // 临港 of 临港开发区
	}
	if j < end && l.common(j-1, j+1) {
		cost += tornEnd // 普京日 of 普京日前
	}
	if l.gendered(j, end) {
		cost += beforeGender
	}
	return cost
}

// glued tells a name that holds the preposition before it or behind: 愿|同卢拉|总统一道, 应陶里|总统邀请, 李强同奥|云额尔登. 向 and 应 are surnames of their own with
// one or two characters behind them, unless an office follows and none stands before: 向洪森|首相致贺电.
func (l *lattice) glued(i, j, end int) bool {
	r := l.v.runes
	single := zhname.Surname(r[:end], i) == 1
	if j-i == 3 && (string(r[i+1:j]) == "双方" || r[i+1] == '为' && i > 2 && (dot(r[i-2]) || dot(r[i-1]))) {
		return true // 中|卢双方, 某·贝|鲁为新
	}
	if j-i == 4 && single && (strings.ContainsRune("同向与和对", r[i+2]) || r[j-1] == '家') {
		return true
	}
	if r[i] == '边' && slices.Contains(r[i+1:min(end, i+longestTwin)], '边') {
		return true // 边走边看
	}
	if !zhname.IsPreposition(r[i]) && r[i] != '应' {
		return false
	}
	switch {
	case j-i > 3:
		return true
	case j-i == 2:
		return r[i] != '应' && !l.v.gap[j-1] // 向　楚 is somebody
	case r[i] == '应' && r[i+2] == '尽':
		return true
	}
	if t, ok := title.At(r[:end], min(j+1, end)); ok && t.Kind == title.Office && zhname.Surname(r[:end], i+1) > 0 {
		return true // 向习近|平主席
	}
	t, ok := title.At(r[:end], j)
	if !ok || t.Kind != title.Office || t.End-t.Start > 3 {
		return r[i] == '应' && strings.HasPrefix(l.v.text(j, min(end, j+2)), "邀请")
	}
	for k := max(0, i-6); k < i; k++ {
		if before, ok := title.At(r[:i], k); ok && before.End == i {
			return false // 副市长向洪森
		}
	}
	return transcribed(r[i+1:j]) || r[i] == '应'
}

// longestTwin is how far the second 边 of two stands behind the first, with it: 边破拆边前进.
const longestTwin = 4

// villaged tells what a village, an island or a province abroad is called by: 石桥村, 西泽州. A Chinese name may end in 州.
func (l *lattice) villaged(i, j int) bool {
	r := l.v.runes
	switch r[j-1] {
	case '村', '屿', '省':
		return j-i < 4 // 洛桑江村 is somebody
	case '州', '岛':
		return zhname.Surname(r, i) == 0
	}
	return false
}

// embodied tells whether the ending of a body begins at j.
func (l *lattice) embodied(j, end int) bool {
	for k := j + 2; k <= min(j+4, end); k++ {
		if at, _, ok := org.EndsAt(l.v.runes, k); ok && at == j {
			return true
		}
	}
	return false
}

// ordinary tells a word of two characters that stands behind a preposition rather than in a name.
func (l *lattice) ordinary(i, j int) bool { return j-i == 2 && l.room.words.Freq(i, j) > ordinaryFreq }

// state tells whether a country is called so.
func (l *lattice) state(i, j int) bool {
	return j-i > 1 && slices.ContainsFunc(gazetteer.Default().NamedFolded(l.v.runes[i:j]), func(c gazetteer.Candidate) bool {
		return c.Place.Kind == gazetteer.Country
	})
}

// zoned tells whether the word of a zone begins at j, so that what stands before it is its name.
func (l *lattice) zoned(j, end int) bool {
	rest := l.v.text(j, min(end, j+3))
	return zh.BeginsWith(rest, "开发区", "高新区", "经开区", "保税区", "工业园", "产业园", "管委会", "新区", "园区", "景区")
}

// sideAt tells a span that is, or tears, a country's side or army: 安方, 中|方愿.
func (l *lattice) sideAt(i, j int) bool {
	r := l.v.runes
	if j == i+2 && (l.sides[r[i]] || r[i] == '中') && l.sides[r[i+1]] {
		return true // 土伊外长
	}
	return l.sides[r[i]] && (r[i+1] == '方' || r[i+1] == '军' || r[i+1] == '媒' && j == i+2) || i > 0 && r[i] == '方' && (l.sides[r[i-1]] || r[i-1] == '中')
}

// divisionEnds never end a person's name.
var divisionEnds = runeSet("区县市")

// firstly never begin a name behind an office: 会长由…, nor elsewhere: 俄|称乌军.
var firstly = runeSet("兼由被等即均从则亦称促占刚者访过须随纾出")

// gendered tells whether a curriculum vitae goes on at j: ，男，
func (l *lattice) gendered(j, end int) bool {
	r := l.v.runes
	return j+2 < end && (r[j] == '，' || r[j] == ',') && (r[j+1] == '男' || r[j+1] == '女') && (r[j+2] == '，' || r[j+2] == ',')
}

// common tells a word of two characters that stands everywhere.
func (l *lattice) common(i, j int) bool {
	return han(l.v.runes[j-1]) && !l.v.gap[j-1] && l.room.words.Freq(i, j) > commonFreq
}
