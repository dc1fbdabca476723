package order

import (
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Lines into body and display: one decision over the whole sequence. Each line is either body text in a column of some
// width, or a display line (headline, byline, label, furniture). The best sequence is found by dynamic programming: body
// lines fill their column but for a paragraph's last one, and have stops; display lines do neither; changing costs.

const (
	columnStep = 2  // half widths
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
func guess(ls []line.Line) []int {
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
			out[i] = line.MinColumn + columnStep*best
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
func step(score, next *[states]float64, back *[states]uint8, ls []line.Line, i int) {
	ease, change, leave, stay := 0.0, newColumn, leaveColumn, 0.0
	if ls[i].Gap {
		ease = emptyLine
	}
	if i > 0 && !ls[i-1].Ends && !ls[i-1].Pauses {
		change += breakOff / 2
		leave = breakOff + ease
		if ls[i].Opens || ls[i].Indent >= 4 {
			stay, change = knownBody, change+knownBody
		}
	}
	fromCol, fromDisp := argmax(score[:], 0, columns), argmax(score[:], columns, states)
	enter, column := score[fromDisp]+fromDisplay+ease, score[fromCol]+change+ease
	show := displayGain(ls, i)
	for c := range columns {
		d := columns + c
		from, v := c, score[c]+stay+bodyGain(ls, i, line.MinColumn+columnStep*c, false)
		first := bodyGain(ls, i, line.MinColumn+columnStep*c, true)
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
func bodyGain(ls []line.Line, i, column int, entered bool) float64 {
	l := &ls[i]
	gain := prose(l)
	first := entered || i == 0 || ls[i-1].Ends || ls[i-1].Pauses
	short := column - l.Width
	switch {
	case short < -5:
		return gain + overfull
	case l.Spaced && l.Width*2 >= column:
		return gain + fullLine - wideSet*float64(max(short, 2))
	case short <= 2:
		if entered && !l.Opens && !l.Shows {
			gain += midway
		}
		if short < 0 {
			return gain + fullLine - tooWide*float64(-short-hanging(l.Text.Runes))
		}
		return gain + fullLine - tooNarrow*float64(short)
	case short <= 6 && (first || l.Indent >= 2), short <= 14 && l.Opens:
		return gain + indentedLine
	case l.Ends:
		if entered {
			return gain + loneLine
		}
		return gain + lastLine
	case l.Pauses:
		return gain + lastLine - 0.6
	case short <= 2+nextWord(ls, i):
		return gain + 0.2
	case short <= 6:
		return gain + tooSoon
	}
	return gain + ragged
}

// prose is what a line's words say for its being body text.
func prose(l *line.Line) float64 {
	gain := noStops
	if l.Stops > 0 || text.In("、", text.Last(l.Text.Runes)) || l.Spaced && slices.Contains(l.Text.Runes, '：') {
		gain = proseBonus
	}
	if l.Class != line.Plain {
		gain += knownBody
	}
	if l.Opens {
		gain += opening
	}
	if l.Shows {
		gain += showing
	}
	return gain
}

// leaning are the marks that belong to what stands before them: no line begins with one, and one at a line's end may hang out.
const leaning = "，。、；：！？”’）》」』"

// hanging is the width of a mark at a line's end that may hang over the column.
func hanging(r []rune) int {
	if text.In(leaning, text.Last(r)) {
		return 1
	}
	return 0
}

// nextWord is the width of the number or word, unbroken, that the line behind line i begins with: it had no room on it.
func nextWord(ls []line.Line, i int) int {
	if i+1 >= len(ls) {
		return 0
	}
	n := 0
	for _, c := range ls[i+1].Text.Runes {
		if !text.IsWord(c) && !text.In(".%", c) {
			break
		}
		n++
	}
	return n
}

// displayGain is what a line is worth as a display line.
func displayGain(ls []line.Line, i int) float64 {
	l := &ls[i]
	if l.Class != line.Plain {
		return knownDisplay
	}
	r := l.Text.Runes
	gain := 0.0
	if l.Spaced && l.Text.Len() <= 8 && (i+1 == len(ls) || ls[i+1].Gap || !ls[i+1].Spaced) && !text.In("，；：", text.Last(r)) {
		gain = 0.2
	}
	if l.Opens || text.HasPrefix(r, "图为") {
		gain -= opening
	}
	if l.Shows {
		gain -= showing
	}
	if alone(ls, i) {
		gain += standAlone
	}
	for _, c := range r {
		if text.In("，；", c) {
			gain -= 0.8
		}
		if c == '。' {
			gain -= 2
		}
	}
	if introduces(ls, i) {
		gain += introduction
	}
	if text.In("。，；、", text.Last(r)) {
		gain--
	}
	if l.Ends && text.In("摄攝影道图圖）)", text.Last(r)) { // with who took the picture, or wrote the text
		gain -= creditLoss
	}
	if l.Width > 80 {
		gain -= 1.5
	}
	return gain
}

// listReach is how many lines the first item of a list may have.
const listReach = 3

// introduces reports whether line i stands over a list: with a colon, and right over text that ends as items do.
func introduces(ls []line.Line, i int) bool {
	if text.Last(ls[i].Text.Runes) != '：' {
		return false
	}
	for k := i + 1; k < len(ls) && k <= i+listReach; k++ {
		if ls[k].Ends || ls[k].Pauses && k > i+1 {
			return true
		}
	}
	return false
}

// alone reports whether line i has no stops and is a paragraph of its own by the look of its neighbours: empty lines on both
// sides, or an indent behind it that it does not have itself.
func alone(ls []line.Line, i int) bool {
	l := &ls[i]
	if l.Stops > 0 || i+1 >= len(ls) || l.Width < 6 || i > 0 && !ls[i-1].Ends && ls[i-1].Class == line.Plain {
		return false
	}
	return (l.Gap || i == 0) && ls[i+1].Gap || l.Indent < 4 && ls[i+1].Indent >= 4
}
