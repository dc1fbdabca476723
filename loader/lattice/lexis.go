package lattice

import (
	"math"
	"strings"

	"github.com/baopu/baopu/internal/zh"
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

// words records the words at i. One that the title grammar reads whole, up to titled, is a title.
func (l *Lattice) words(i, start, end, titled int) {
	text := l.v.Runes
	single := edge{start: int32(i), end: int32(i + 1), cost: unknownRune}
	long := false
	words := l.room.words.At(i)
	for k := range words {
		w := &words[k]
		tag, cost := l.price(i, w)
		switch {
		case cost == 0, w.End == titled, w.End-i > 2 && w.Freq < 200 && endsInTitle(text[i:w.End]):
		case w.End == i+1:
			single.tag, single.cost = tag, cost
			if w.IsPerson() {
				single.cost += loneSurname
			}
		default:
			long = long || w.End == i+2 && w.Freq > commonFreq && !l.v.Gap[i+1]
			l.recordWord(edge{start: int32(i), end: int32(w.End), tag: tag, own: cost, cost: cost + l.gaps(i, w.End) + l.joinTorn(i, w.End)})
		}
	}
	if long || l.untimely(i, start) {
		single.cost += torn
	}
	if zh.IsMiddleDot(text[i]) && i > start && i+1 < end && zh.IsHan(text[i-1]) && zh.IsHan(text[i+1]) {
		single.cost += torn // 埃文·格林: a dot joins names
	}
	l.recordWord(single)
	if !classOf(text[i]).is(extraHead) {
		return
	}
	extras().Each(text[:end], i, func(n, to int) {
		w := extraWords()[n]
		l.recordWord(edge{start: int32(i), end: int32(to), tag: w.tag, cost: w.cost + l.gaps(i, to)})
	})
}

// timed are the characters, besides numerals, behind which 月 and 年 are words, animals of the calendar among them.
const timed = "这当今去明前后每上下同本次半整多几数全单岁某腊正闰季逐隔历近往来头新旧光跨鼠牛虎兔龙蛇马羊猴鸡狗猪"

// untimely tells a 月 or 年 at i behind what may be a name and begins no time: 张琼月|夺得, 沈柏年|介绍.
func (l *Lattice) untimely(i, start int) bool {
	r := l.v.Runes
	if r[i] != '月' && r[i] != '年' || i < start+2 || !zhname.UsualSurname(r[i-2]) || l.room.words.Freq(i, min(i+2, len(r))) > 0 {
		return false
	}
	p := r[i-1]
	return zh.IsHan(p) && !classOf(p).is(ordinal) && !strings.ContainsRune("〇零百千两", p) && !strings.ContainsRune(timed, p)
}

// recordWord adds a word to the atlas.
func (l *Lattice) recordWord(e edge) {
	e.kind = Word
	e.joins, e.trade = l.asked(int(e.start), int(e.end), e.tag)
	l.atlas.edges = append(l.atlas.edges, e)
}

// classed is the arc of a word with what the states ask of it.
func (l *Lattice) classed(a arc) arc {
	t := &a.token
	t.Joins, t.trade = l.asked(t.Start, t.End, t.Tag)
	return a
}

// asked is what the states ask of a word, many times: whether it joins persons, and whether it is a trade.
func (l *Lattice) asked(i, j int, tag string) (joint, trade bool) {
	w := l.v.Runes[i:j]
	return classOf(w[0]).is(joining) && joins[l.v.Text(i, j)], IsTrade(w, tag)
}

// word is the tag and cost of a word of the lexicon, cost 0 if it has none. Its names of persons are no words here.
func (l *Lattice) word(i, j int) (tag string, cost float32) {
	w := l.room.words.Word(i, j)
	if w.Freq == 0 {
		return "", 0
	}
	return l.price(i, &w)
}

// price is word of w, which begins at i.
func (l *Lattice) price(i int, w *lexicon.Word) (string, float32) {
	n := w.End - i
	if n > 1 && (w.Tag == "nr" || w.Tag == "nrt" || w.Tag == "nrfg") && (w.Freq < 200 || n > 2) {
		return "", 0
	}
	if n > 2 && l.v.Runes[w.End-1] == '兼' {
		return "", 0 // 总裁兼: a title, and that another follows
	}
	if n == 2 && l.v.Runes[i] == '任' && levelWords[l.v.Text(i+1, w.End)] {
		return "", 0 // 任|县档案馆馆长
	}
	if n == 2 && l.v.Text(i, w.End) == "在内" && l.v.Text(w.End, min(w.End+2, len(l.v.Runes))) == "蒙古" {
		return "", 0 // 在|内蒙古考察
	}
	if n == 2 && l.v.Runes[i] == '处' && l.v.Runes[i+1] == '处' && w.End < len(l.v.Runes) && l.v.Runes[w.End] == '长' {
		return "", 0 // 海事处|处长
	}
	if n == 4 && l.v.Text(i+2, w.End) == "关系" || n > 3 && l.v.Text(i+2, i+4) == "毕业" {
		return "", 0 // 中俄关系, 从某某大学|毕业
	}
	if n > 3 && (w.Tag == "nt" || w.Tag == "ns" || w.Tag == "nz") {
		text := l.v.Runes[i:w.End]
		at, _, body := org.EndsAt(text, n)
		if !body {
			at, _, body = zhplace.EndsAt(text, n)
		}
		if body && (at > 1 || at == 1 && strong[l.v.Text(i, i+1)]) {
			return "", 0 // 挪威议会: read by its parts
		}
	}
	return w.Tag, logTotal - w.LogPlusOne
}

// gaps is the cost of layout spaces inside a word.
func (l *Lattice) gaps(i, j int) float32 {
	n := 0
	for k := i + 1; k < j; k++ {
		if l.v.Gap[k] {
			n++
		}
	}
	if n == 0 || n == j-i-1 && j-i > 2 || l.letterSpaced(i, j) {
		return 0
	}
	return float32(n) * gapInWord
}

// apart tells a layout space at k between what may be a Chinese name of its own, from i on, and another: 赵龙　赵刚, in a list set with spaces.
func (l *Lattice) apart(i, k, end int) bool {
	return k < end && l.v.Gap[k] && !l.v.Gap[k-1] && zhname.UsualSurname(l.v.Runes[i]) && zhname.Surname(l.v.Runes[:end], i) < k-i
}

// letterSpaced tells a stretch set with spaces between all characters, where a gap says nothing.
func (l *Lattice) letterSpaced(i, j int) bool {
	return i > 0 && l.v.Gap[i] && j < len(l.v.Gap) && l.v.Gap[j] && (i > 1 && l.v.Gap[i-1] || j+1 < len(l.v.Gap) && l.v.Gap[j+1])
}

func (l *Lattice) titleCost(t title.Title) float32 {
	n := t.End - t.Start
	cost := float32(9)
	if t.Kind == title.Occupation {
		cost = 10
	}
	if n == 1 {
		cost += 6
	}
	if t.Start > 0 && n > 1 && doubled[l.v.Runes[t.Start]] && l.v.Runes[t.Start] == l.v.Runes[t.Start-1] {
		cost -= doubledEnd
	}
	return cost + l.gaps(t.Start, t.End)
}

// doubledEnd is what a title costs less behind the end of a body or department that says the same: 就业科|科长, 法院|院长.
const doubledEnd = 4

// doubled are the characters in which bodies end and titles begin.
var doubled = zh.Runes("科处局部院所站室庭厅司署馆校社会队")

func (l *Lattice) names(i, start, end int) {
	if i > start && zh.IsMiddleDot(l.v.Runes[i-1]) {
		return
	}
	l.room.names = l.room.finder.Append(l.room.names[:0], i, end)
	for _, c := range l.room.names {
		if c.Kind == zhname.Dotted || c.End < end && zh.IsMiddleDot(l.v.Runes[c.End]) {
			continue
		}
		t := Token{Kind: Name, Start: i, End: c.End, Cost: nameCost(c.End-i, c.Score)}
		cost := t.Cost
		if c.Kind >= zhname.Minority {
			if c.End-i > 3 || zhname.Surname(l.v.Runes[:end], i) == 0 {
				t.Script = Foreign
			}
			cost = min(cost, l.run(i, c.End))
			if i > start && classOf(l.v.Runes[i-1]).is(transcribing) && !(i > start+1 && l.room.words.Freq(i-2, i) > 100) {
				cost += tornHead // 尔班 of 欧尔班
			}
			if j := l.reign(c.End, end); j > c.End {
				t.End = j
			}
		}
		if t.Script == Foreign && c.End-i > 4 && l.sameDay(i, c.End) {
			continue
		}
		if c.End-i > 2 && l.apart(i, i+2, end) || c.End-i > 4 && l.apart(i, i+3, end) {
			continue
		}
		if c.End-i > 2 {
			cost += l.gaps(i, c.End)
		} else if l.v.Gap[i+1] && !l.letterSpaced(i, c.End) {
			cost += gapInName
		}
		cost += l.edges(i, t.End, end)
		l.step(start, arc{t, cost})
	}
	l.dotted(i, start, end)
}

// sameDay tells whether 当天 or 当日 stands behind the first of two names from i to j: 塞西|当天|同佩泽希.
func (l *Lattice) sameDay(i, j int) bool {
	for k := i + 1; k+1 < j; k++ {
		if r := l.v.Runes[k+1]; l.v.Runes[k] == '当' && (r == '天' || r == '日') {
			return true
		}
	}
	return false
}

// Costs of a name by its score: what its characters would cost in plain text, less the evidence for a name.
const (
	textRune     = 6.2 // of a character in plain text
	evidenceRate = 0.8
)

func nameCost(n, score int) float32 {
	return float32(textRune*float64(n) - evidenceRate*2*logits[min(max(score, 1), 999)])
}

// logits is the logarithm of the odds that each score stands for.
var logits = func() (t [1000]float64) {
	for score := 1; score < len(t); score++ {
		s := float64(score) / 1000
		t[score] = math.Log(s / (1 - s))
	}
	return t
}()

// endsInTitle tells a rare compound of the lexicon that ends in a title (局局长): the grammar reads it better.
func endsInTitle(w []rune) bool {
	for k := 1; k < len(w)-1; k++ {
		if t, ok := title.At(w, k); ok && t.End == len(w) && (t.Kind == title.Office || t.Kind == title.Occupation && len(w) > 3) {
			return true
		}
	}
	return false
}
