package page

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
)

// Lines into body and display: one decision over the whole sequence. Each line is either body text in a column of some
// width, or a display line (headline, byline, label, furniture). The best sequence is found by dynamic programming: body
// lines fill their column but for a paragraph's last one, and have stops; display lines do neither; changing costs.

const (
	minColumn  = 10 // half widths
	columnStep = 2
	columns    = 66 // widths 10, 12, … 140
)

// Costs and gains, in one unit: what a full line of a column is worth.
const (
	fullLine     = 0.75
	indentedLine = 0.7 // the first line of a paragraph, whose indent the dump has eaten
	lastLine     = 0.75
	loneLine     = -0.8  // a short line with a full stop that is alone in its column
	ragged       = -2.5  // a short line that ends no paragraph
	midway       = -1.1  // a full line, which no paragraph begins with, the first in its column
	tooWide      = 0.75  // what each half width costs that a line is wider than the column
	tooNarrow    = 0.675 // or narrower
	wideSet      = 0.2   // what each half width costs that a letter-spaced line is short of the column
	tooSoon      = -2.2  // a line as short as the first of a paragraph, where none ends before it
	overfull     = -5.0
	proseBonus   = 1.7
	noStops      = -0.2
	newColumn    = -2.6
	fromDisplay  = -2.2
	backToColumn = -1.35
	leaveColumn  = -0.3
	breakOff     = -3.0 // leaving a column inside a sentence
	emptyLine    = 0.35 // an empty line makes any change cheaper
	knownDisplay = 2.25
	knownBody    = -4.0
	standAlone   = 1.95 // a line without stops that begins and ends a paragraph
	opening      = 2.75 // 本报讯, 新华社…电, an item's mark
	showing      = 2.0  // it is of a caption, by its credit
	creditLoss   = 2.5  // a line of display that ends with a credit
	introduction = -0.5 // one that stands over a list
)

// state is a column's index, or columns + that index for a display line remembering the column above it; 2*columns is a
// display line with no column above.
const (
	noColumn = 2 * columns
	states   = 2*columns + 1
)

// guess gives each line the width of its column, 0 for a display line.
func guess(ls []line) []int {
	if len(ls) == 0 {
		return nil
	}
	back := make([][states]uint8, len(ls))
	var score, next [states]float64
	for s := range score {
		score[s] = -1e9
	}
	score[noColumn] = 0
	for i := range ls {
		step(&score, &next, &back[i], ls, i)
		score, next = next, score
	}
	best := argmax(score[:], 0, states)
	out := make([]int, len(ls))
	for i := len(ls) - 1; i >= 0; i-- {
		if best < columns {
			out[i] = minColumn + columnStep*best
		}
		best = int(back[i][best])
	}
	return out
}

func argmax(score []float64, from, to int) int {
	best := from
	for s := from + 1; s < to; s++ {
		if score[s] > score[best] {
			best = s
		}
	}
	return best
}

// step fills next with the best scores after line i and back with the states that led to them.
func step(score, next *[states]float64, back *[states]uint8, ls []line, i int) {
	ease, change, leave, stay := 0.0, newColumn, leaveColumn, 0.0
	if ls[i].gap {
		ease = emptyLine
	}
	if i > 0 && !ls[i-1].ends && !ls[i-1].pauses {
		change += breakOff / 2
		leave = breakOff + ease
		if ls[i].opens || ls[i].indent >= 4 {
			stay, change = knownBody, change+knownBody
		}
	}
	fromCol, fromDisp := argmax(score[:], 0, columns), argmax(score[:], columns, states)
	enter, column := score[fromDisp]+fromDisplay+ease, score[fromCol]+change+ease
	show := displayGain(ls, i)
	for c := range columns {
		d := columns + c
		from, v := c, score[c]+stay+bodyGain(ls, i, minColumn+columnStep*c, false)
		first := bodyGain(ls, i, minColumn+columnStep*c, true)
		for _, o := range [...]struct {
			from int
			v    float64
		}{{fromCol, column}, {d, score[d] + backToColumn}, {fromDisp, enter}} {
			if o.v+first > v {
				from, v = o.from, o.v+first
			}
		}
		next[c], back[c] = v, uint8(from)
		if score[c]+leave > score[d] {
			next[d], back[d] = score[c]+leave+show, uint8(c)
		} else {
			next[d], back[d] = score[d]+show, uint8(d)
		}
	}
	next[noColumn], back[noColumn] = score[noColumn]+show, noColumn
}

// bodyGain is what line i is worth as body text in a column of that width; entered says that it is
// the first one there.
func bodyGain(ls []line, i, column int, entered bool) float64 {
	l := &ls[i]
	gain := prose(l)
	first := entered || i == 0 || ls[i-1].ends || ls[i-1].pauses
	short := column - l.width
	switch {
	case short < -5:
		return gain + overfull
	case l.spaced && l.width*2 >= column:
		return gain + fullLine - wideSet*float64(max(short, 2))
	case short <= 2:
		if entered && !l.opens && !l.shows {
			gain += midway
		}
		if short < 0 {
			return gain + fullLine - tooWide*float64(-short-hanging(l.text.r))
		}
		return gain + fullLine - tooNarrow*float64(short)
	case short <= 6 && (first || l.indent >= 2), short <= 14 && l.opens:
		return gain + indentedLine
	case l.ends:
		if entered {
			return gain + loneLine
		}
		return gain + lastLine
	case l.pauses:
		return gain + lastLine - 0.6
	case short <= 2+nextWord(ls, i):
		return gain + 0.2
	case short <= 6:
		return gain + tooSoon
	}
	return gain + ragged
}

// prose is what a line's words say for its being body text.
func prose(l *line) float64 {
	gain := noStops
	if l.stops > 0 || in("、", lastOf(l.text.r)) || l.spaced && slices.Contains(l.text.r, '：') {
		gain = proseBonus
	}
	if l.class != plain {
		gain += knownBody
	}
	if l.opens {
		gain += opening
	}
	if l.shows {
		gain += showing
	}
	return gain
}

// leaning are the marks that belong to what stands before them: no line begins with one, and one at a line's end may hang out.
const leaning = "，。、；：！？”’）》」』"

// hanging is the width of a mark at a line's end that may hang over the column.
func hanging(r []rune) int {
	if in(leaning, lastOf(r)) {
		return 1
	}
	return 0
}

// nextWord is the width of the number or word, unbroken, that the line behind line i begins with: it had no room on it.
func nextWord(ls []line, i int) int {
	if i+1 >= len(ls) {
		return 0
	}
	n := 0
	for _, c := range ls[i+1].text.r {
		if !isWord(c) && !in(".%", c) {
			break
		}
		n++
	}
	return n
}

// displayGain is what a line is worth as a display line.
func displayGain(ls []line, i int) float64 {
	l := &ls[i]
	if l.class != plain {
		return knownDisplay
	}
	r := l.text.r
	gain := 0.0
	if l.spaced && l.text.len() <= 8 && (i+1 == len(ls) || ls[i+1].gap || !ls[i+1].spaced) && !in("，；：", lastOf(r)) {
		gain = 0.2
	}
	if l.opens || hasPrefix(r, "图为") {
		gain -= opening
	}
	if l.shows {
		gain -= showing
	}
	if alone(ls, i) {
		gain += standAlone
	}
	for _, c := range r {
		if in("，；", c) {
			gain -= 0.8
		}
		if c == '。' {
			gain -= 2
		}
	}
	if introduces(ls, i) {
		gain += introduction
	}
	if in("。，；、", lastOf(r)) {
		gain--
	}
	if l.ends && in("摄攝影道图圖）)", lastOf(r)) { // with who took the picture, or wrote the text
		gain -= creditLoss
	}
	if l.width > 80 {
		gain -= 1.5
	}
	return gain
}

func lastOf(r []rune) rune {
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}

// listReach is how many lines the first item of a list may have.
const listReach = 3

// introduces reports whether line i stands over a list: with a colon, and right over text that ends as items do.
func introduces(ls []line, i int) bool {
	if lastOf(ls[i].text.r) != '：' {
		return false
	}
	for k := i + 1; k < len(ls) && k <= i+listReach; k++ {
		if ls[k].ends || ls[k].pauses && k > i+1 {
			return true
		}
	}
	return false
}

// alone reports whether line i has no stops and is a paragraph of its own by the look of its neighbours: empty lines on both
// sides, or an indent behind it that it does not have itself.
func alone(ls []line, i int) bool {
	l := &ls[i]
	if l.stops > 0 || i+1 >= len(ls) || l.width < 6 || i > 0 && !ls[i-1].ends && ls[i-1].class == plain {
		return false
	}
	return (l.gap || i == 0) && ls[i+1].gap || l.indent < 4 && ls[i+1].indent >= 4
}

// hasHalves reports whether a line without stops is two stretches of Han text with a space between, as a headline is.
func hasHalves(r []rune) bool {
	if stops(r) > 0 {
		return false
	}
	for i := 3; i+3 < len(r); i++ {
		if isSpace(r[i]) && !isWord(r[i-1]) && !isWord(r[i+1]) && isText(r[i-1]) && isText(r[i-2]) && isText(r[i-3]) && isText(r[i+1]) && isText(r[i+2]) && isText(r[i+3]) {
			return true
		}
	}
	return false
}

func isText(r rune) bool { return zh.IsHan(r) || isWord(r) || in("“”《》", r) }
