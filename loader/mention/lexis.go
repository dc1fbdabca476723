package mention

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/wordlist"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
)

// Costs of what the lexicon doesn't say.
const (
	unknownRune = 15 // a character that is no word
	torn        = 5  // a character that makes a common word with the next: 于 of 于是
	commonFreq  = 1500
	loneSurname = 5  // a surname by itself
	gapInWord   = 6  // a layout space inside a word or place
	gapInName   = -5 // a layout space inside a name of two characters
)

var logTotal = float32(math.Log(57e6)) // tokens behind the lexicon's counts

// words tries the words at i. One that the title grammar reads whole, up to titled, is a title.
func (l *lattice) words(i, start, end, titled int) {
	text := l.v.runes
	single := arc{token{kind: word, start: i, end: i + 1}, unknownRune}
	long := false
	lexicon.Default().Each(text[:end], i, func(w lexicon.Word) {
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
			l.step(start, arc{token{kind: word, start: i, end: w.End, tag: tag}, cost + l.gaps(i, w.End)})
		}
	})
	if long {
		single.cost += torn
	}
	l.step(start, single)
	extras().Each(text[:end], i, func(n, to int) {
		w := extraWords()[n]
		l.step(start, arc{token{kind: word, start: i, end: to, tag: w.tag}, w.cost + l.gaps(i, to)})
	})
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
	return cost + l.gaps(t.Start, t.End)
}

// extraWord is a word that the lexicon lacks.
type extraWord struct {
	text, tag string
	cost      float32
}

// extraWords is the words of extra and the fixed pairs, in byte order.
var extraWords = sync.OnceValue(func() []extraWord {
	var out []extraWord
	for w, tag := range extra {
		out = append(out, extraWord{w, tag, 8})
	}
	for w := range fixedPairs {
		if _, ok := extra[w]; !ok {
			out = append(out, extraWord{w, "j", 9})
		}
	}
	slices.SortFunc(out, func(a, b extraWord) int { return strings.Compare(a.text, b.text) })
	return out
})

var extras = sync.OnceValue(func() *wordlist.List {
	l := wordlist.New(512, 2048)
	for _, w := range extraWords() {
		l.Add(w.text)
	}
	l.Done()
	return l
})

// Costs of a name of a place by how it stands there.
const (
	placeFull   = 8.5
	placeShort  = 11
	placeCommon = 3 // more than the word that it is
	placeTorn   = 4 // more where it tears a common word: 乌海军
	placePinned = 7 // the short name of what the article names in full
	placeSmall  = 3 // more for the short name of a township or zone
)

func (l *lattice) places(i, start, end int) {
	for m := range gazetteer.Default().Matches(l.v.runes[:end], i) {
		t := token{kind: place, start: i, end: m.End, places: m.Candidates}
		cost := l.placeCost(t)
		if m.End < end && m.End-i == 2 && l.common(m.End-1, m.End+1) {
			cost += placeTorn
		}
		l.step(start, arc{t, cost})
	}
}

func (l *lattice) placeCost(t token) float32 {
	best := far
	tag, known := l.word(t.start, t.end)
	for _, c := range t.places {
		cost := float32(placeFull)
		small := c.Place.Level == gazetteer.Township || c.Place.Kind == gazetteer.Zone
		if c.Form.Has(gazetteer.Short) {
			cost = placeShort
			if small {
				cost += placeSmall
			}
		}
		if small {
			cost += 1
		}
		switch {
		case known > 0 && tag == "ns":
			cost = min(cost, known) - 1
		case c.Form.Has(gazetteer.Common), known > 0 && c.Form.Has(gazetteer.Short):
			cost = max(cost, known) + placeCommon
		case known > 0:
			cost = min(cost, known) - 1
		}
		if l.pinned[c.Place] && (c.Form.Has(gazetteer.Short) || c.Form.Has(gazetteer.Common)) {
			cost = min(cost, placePinned)
		}
		best = min(best, cost)
	}
	return best + l.gaps(t.start, t.end)
}

func (l *lattice) names(i, start, end int) {
	if i > start && dot(l.v.runes[i-1]) {
		return
	}
	l.room = zhname.Append(l.room[:0], l.v.runes[:end], i)
	for _, c := range l.room {
		if c.Kind == zhname.Dotted || c.End < end && dot(l.v.runes[c.End]) {
			continue
		}
		t := token{kind: name, start: i, end: c.End, cost: nameCost(c.End-i, c.Score)}
		cost := t.cost
		if c.Kind >= zhname.Minority {
			t.script = foreign
			cost = min(cost, l.run(i, c.End))
			if j := l.reign(c.End, end); j > c.End {
				t.end = j
			}
		}
		if c.End-i == 2 && l.v.gap[i+1] && !l.letterSpaced(i, c.End) {
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

// extra are words of the genre that the lexicon lacks, with their tags.
var extra = map[string]string{
	"率队": "v", "带队": "v", "同志": "n", "代表团": "n", "考察团": "n", "主持召开": "v", "致辞": "v", "两地": "n", "京蒙": "j", "调研": "v", "指出": "v", "通电话": "v",
	"两市": "n", "两县": "n", "两区": "n", "两省": "n", "两国": "n", "三地": "n", "市直": "n", "县直": "n", "来华": "v", "访华": "v", "对华": "v", "作客": "v", "一行": "n", "接访": "v", "接访日": "n", "接待日": "n", "热线": "n", "全名": "n", "子女": "n",
	"工信局":   "nt",
	"农业农村局": "nt",
	"人社局":   "nt",
	"住建局":   "nt",
	"文旅局":   "nt",
	"发改局":   "nt",
	"市监局":   "nt",
	"卫健局":   "nt",
	"医保局":   "nt",
	"应急局":   "nt",
	"民政局":   "nt",
	"城管局":   "nt",
	"水务局":   "nt",
	"交运局":   "nt",
	"商务局":   "nt",
	"财政局":   "nt",
	"教体局":   "nt",
	"林草局":   "nt",
	"生态环境局": "nt",
	"自然资源局": "nt",
	"退役军人局": "nt",
	"信访局":   "nt",
	"文体局":   "nt",
	"广电局":   "nt",
	"科技局":   "nt",
	"审计局":   "nt",
	"统计局":   "nt",
	"农牧局":   "nt",
	"乡村振兴局": "nt",
	"市场监管局": "nt",
	"机关工委":  "nt",
	"工委":    "nt",
	"管委会":   "nt",
	"卫健委":   "nt",
	"发改委":   "nt",
	"经信委":   "nt",
	"住建委":   "nt",
	"国资委":   "nt",
	"新闻办":   "nt",
	"文明办":   "nt",
	"督查室":   "nt",
	"融媒体中心": "nt",
	"外事办公室": "nt",
	"台办":    "nt",
	"侨办":    "nt",
	"编办":    "nt",
	"网信办":   "nt",
	"党工委":   "nt",
	"宣传部":   "nt",
	"统战部":   "nt",
	"组织部":   "nt",
	"政法委":   "nt",
	"老干部局":  "nt",
	"行政审批局": "nt",
	"大数据局":  "nt",
	"投资促进局": "nt",
	"招商局":   "nt",
	"文化馆":   "nt",
	"社保局":   "nt",
	"农技站":   "nt",
	"供销社":   "nt",
	"主席国":   "n",
	"轮值主席国": "n",
	"主席团":   "n",
	"总理府":   "n",
	"总统府":   "n",
	"书记处":   "n",
	"市长热线":  "n",
	"部长级":   "n",
	"部长会议":  "n",
	"外长会":   "n",
	"外长会议":  "n",
	"主任会议":  "n",
	"总统选举":  "n",
	"总统大选":  "n",
	"总理会晤":  "n",
	"县长办公会": "n",
	"局长办公会": "n",
	"会长单位":  "n",
	"理事国":   "n",
	"观察员国":  "n",
	"成员国":   "n",
	"委员会":   "n",
	"委员们":   "n",
	"代表们":   "n",
	"代表大会":  "n",
	"代表队":   "n",
	"主席令":   "n",
	"总统令":   "n",
	"部长通道":  "n",
	"委员通道":  "n",
	"代表通道":  "n",
	"领导人":   "n",
	"领导班子":  "n",
	"领导小组":  "n",
	"教授级":   "n",
	"书记们":   "n",
	"专家组":   "n",
	"专家们":   "n",
	"同志们":   "n",
	"记者会":   "n",
	"记者站":   "n",
	"记者们":   "n",
	"主席们":   "n",
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
	endsInVerb   = 5  // 章程说
	beforeGender = -7 // 申时，男，
)

// lastly never end a name: they are what comes after one. A name that recurs is known and doesn't come here.
var lastly = set("与 和 同 及 对 向 在 说 称 率 到 等 为 将 就 已 曾 还 也 并 于 从 给 让 把 被 带 带领 指 表 作 是 有 任")

func (l *lattice) edges(i, j, end int) float32 {
	cost := float32(0)
	if firstly[l.v.runes[i]] || l.v.runes[i] == '任' && l.v.runes[j-1] == '为' {
		cost += endsInVerb
	}
	if lastly[string(l.v.runes[j-1])] && j < end && han(l.v.runes[j]) {
		cost += endsInVerb
	}
	if l.gendered(j, end) {
		cost += beforeGender
	}
	return cost
}

// firstly never begin a name behind an office: 会长由….
var firstly = map[rune]bool{'兼': true, '由': true, '被': true, '等': true, '即': true, '均': true}

// gendered tells whether a curriculum vitae goes on at j: ，男，
func (l *lattice) gendered(j, end int) bool {
	r := l.v.runes
	return j+2 < end && (r[j] == '，' || r[j] == ',') && (r[j+1] == '男' || r[j+1] == '女') && (r[j+2] == '，' || r[j+2] == ',')
}

// common tells a word of two characters that stands everywhere.
func (l *lattice) common(i, j int) bool {
	return han(l.v.runes[j-1]) && !l.v.gap[j-1] && freq(l.v.text(i, j)) > commonFreq
}
