package order

import (
	"math"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/internal/zh/ngram"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// Gains of a strand for going on where another one stops, as logarithms of odds against its being alone, fitted on dumps of
// typeset pages of many layouts by several tools, and rounded.
const (
	aloneOdds    = 3.5  // what going on is worth before anything is known
	sameBlock    = 0.4  // it comes next, without an empty line
	nextBlockUp  = -0.2 // it comes next, behind an empty line
	behindHead   = -2.5 // it comes next, behind a display line
	eachHead     = -0.4 // for each display line more
	underHead    = -1.0 // a display line stands right before it, and the other elsewhere
	overFoot     = -2.1 // one stands right behind the other, and it elsewhere
	equalWidth   = 1.3
	nearlyWidth  = 1.0
	otherSet     = -1.0 // the same of strands long enough to tell it
	unlikeWidth  = -0.3
	foreignWidth = -2.4
	oneLineWidth = 1.8  // one of them is a single line, shorter than the column of the other
	pageWord     = 2.0  // the characters at the break stand side by side elsewhere on the page
	nextPair     = 0.5  // and the first of them with the one behind it
	threeGain    = 1.5  // three of them do
	wordOverlap  = 0.25 // for each power of e by which the words over the break are likelier as words
	goesOnOver   = 0.35 // and by which the characters there are likelier side by side
	badMark      = 0.3  // it begins with a mark that nothing begins with
	twoNumbers   = -0.7
	numberUnit   = 1.4 // a number at the end of the one, its unit at the start of the other
	noUnit       = -0.7
	bracketsMeet = 0.9
	leftOpen     = -2.2
	notOpened    = -1.4
	kinWeight    = 0.3   // for each power of e by which their words are alike
	leastAlike   = 0.003 // what any two strands share
	usualLag     = 0.8   // for each power of e by which strands near by go on at the same distance
)

// breakGain is the same for how the one stops and the other begins.
var breakGain = [stoppings][beginnings]float64{
	openLine:   {flushLine: 3.9, firstLine: 1.6, indentedHead: 0.3, endLine: 3.7, raggedLine: 1.4, openingLine: -4},
	stopLine:   {flushLine: 0.1, firstLine: 0.1, indentedHead: 0.4, endLine: -0.6, raggedLine: -0.3, openingLine: -2.5},
	doneLine:   {flushLine: -1.6, firstLine: 0.3, indentedHead: 0.7, endLine: -1.3, raggedLine: -0.4, openingLine: -3.9},
	pausedLine: {flushLine: -0.2, firstLine: 0.7, indentedHead: 0.1, endLine: -0.4, raggedLine: 0.3, openingLine: -0.9},
	brokenLine: {flushLine: 0.6, firstLine: -0.2, indentedHead: 0, endLine: 0.3, raggedLine: 0.8, openingLine: -0.3},
}

// joints tells what the characters on both sides of a break say, by the words of the page and of the language.
type joints struct {
	words *words.Vocabulary
	lex   *lexicon.Lexicon
	grams *ngram.Model
	lines map[span]words.Bag  // the words of each line that was learnt
	three map[[3]rune]bool    // what three characters stand side by side inside lines
	known map[[4]rune]float64 // how likely the words of what stands on one side of a break are
}

// span is where a line stands in the source, and how many code points it has: a piece of a line may begin where the line does.
type span struct {
	from text.Pos
	n    int
}

func newJoints() *joints {
	return &joints{words.New(), lexicon.Default(), ngram.Default(), map[span]words.Bag{}, map[[3]rune]bool{}, map[[4]rune]float64{}}
}

// learn notes the characters that stand side by side in a line, and gives its words.
func (q *joints) learn(t text.Text) words.Bag {
	at := span{t.At[0], t.Len()}
	if b, ok := q.lines[at]; ok {
		return b
	}
	for i := 0; i+2 < len(t.Runes); i++ {
		q.three[[3]rune(t.Runes[i:])] = true
	}
	b := q.words.Bigrams(t.Runes)
	q.lines[at] = b
	return b
}

// sequels is the search for what goes on where.
type sequels struct {
	*joints
	ls []line.Line
	ss []strand
}

// gain is what there is for strand j going on where strand i stops, but for the distance; the vocabulary has seen strand i,
// whose norm is given.
func (q *sequels) gain(i, j int, norm float64) float64 {
	a, b := &q.ss[i], &q.ss[j]
	gain := aloneOdds + breakGain[a.stops][b.begins] + widths(a, b) + q.stand(i, j)
	switch {
	case a.opened && b.closes:
		gain += bracketsMeet
	case a.opened:
		gain += leftOpen
	case b.closes:
		gain += notOpened
	}
	if b.begins != openingLine && (a.stops == openLine || a.stops == stopLine && b.begins != firstLine) {
		gain += q.across(q.ls[a.to].Text.Runes, q.ls[b.from].Text.Runes)
	}
	return gain + kinWeight*math.Log(q.words.Alike(b.words, norm)+leastAlike)
}

// link is what there is for line b going on right behind line a, in columns of those widths.
func (q *joints) link(a, b *line.Line, columnA, columnB int) float64 {
	stops, begins := stoppingOf(a, columnA), beginningOf(b, columnB)
	gain := breakGain[stops][begins]
	if text.Abs(columnA-columnB) <= line.Slack {
		gain += equalWidth
	} else {
		gain += foreignWidth
	}
	if begins != openingLine && (stops == openLine || stops == stopLine && begins != firstLine) {
		gain += q.across(a.Text.Runes, b.Text.Runes)
	}
	return gain
}

// stand is what stands between and about them.
func (q *sequels) stand(i, j int) float64 {
	a, b := &q.ss[i], &q.ss[j]
	switch between := b.from - a.to - 1; {
	case j == i+1 && between > 0:
		return behindHead + eachHead*float64(between-1)
	case j == i+1 && q.ls[b.from].Gap:
		return nextBlockUp
	case j == i+1:
		return sameBlock
	}
	gain := 0.0
	if b.head {
		gain += underHead
	}
	if a.foot {
		gain += overFoot
	}
	return gain
}

func widths(a, b *strand) float64 {
	switch differ := text.Abs(a.full - b.full); {
	case differ <= 1:
		return equalWidth
	case differ <= line.Slack && (a.to < a.from+2 || b.to < b.from+2):
		return nearlyWidth
	case differ <= line.Slack:
		return otherSet
	case a.from == a.to && a.full < b.full, b.from == b.to && b.full < a.full:
		return oneLineWidth
	case differ <= 6:
		return unlikeWidth
	}
	return foreignWidth
}

// unitChars stand behind numbers.
const unitChars = "万亿元人个年月日名户次岁公吨亩米千时多余件项"

// across is what the characters on both sides of a break say for their standing side by side.
func (q *joints) across(a, b []rune) float64 {
	x, y := text.Last(a), b[0]
	gain := goesOnOver * q.grams.Gain(a, b)
	if q.words.Has(x, y) {
		gain += pageWord
		if len(b) > 1 && q.words.Has(y, b[1]) {
			gain += nextPair
		}
	}
	if n := len(a); n > 1 && q.three[[3]rune{a[n-2], x, y}] || len(b) > 1 && q.three[[3]rune{x, y, b[1]}] {
		gain += threeGain
	}
	switch {
	case text.In(leaning, y):
		gain += badMark
	case text.IsDigit(x) && (text.IsDigit(y) || text.In(".%", y)):
		gain += twoNumbers
	case text.IsDigit(x) && text.In(unitChars, y):
		gain += numberUnit
	case text.IsDigit(x) && zh.IsHan(y):
		gain += noUnit
	}
	tail, head := hanTail(a), hanHead(b)
	if len(tail) > 0 && len(head) > 0 {
		both := append(append(make([]rune, 0, 8), tail...), head...)
		gain += wordOverlap * (q.likely(both) - q.side(tail) - q.side(head))
	}
	return gain
}

// side is likely of what stands on one side of a break, four characters at most.
func (q *joints) side(r []rune) float64 {
	var key [4]rune
	copy(key[:], r)
	v, ok := q.known[key]
	if !ok {
		v = q.likely(r)
		q.known[key] = v
	}
	return v
}

// likely is the logarithm of how likely the words are that some characters fall into, the best way that they do.
func (q *joints) likely(r []rune) float64 {
	var best [9]float64
	for i := range r {
		best[i+1] = math.Inf(-1)
	}
	all := math.Log(float64(q.lex.Total()))
	for i := range r {
		best[i+1] = max(best[i+1], best[i]-all-1)
		q.lex.Each(r, i, func(w lexicon.Word) {
			if w.Freq > 0 {
				best[w.End] = max(best[w.End], best[i]+w.Log-all)
			}
		})
	}
	return best[len(r)]
}
