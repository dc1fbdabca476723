package placed

import (
	"math"
	"slices"

	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/page/assign"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Gains of letting one column follow another, as logarithms of odds: by place, by form, by whether the text goes on.
const (
	besideGain  = 2.5  // the next column of the row
	lowerBeside = 0.5  // the next column, beginning at another height
	rightUnder  = 2.5  // right under it in the same column
	nearUnder   = 2.5  // ems of empty paper between them that say nothing
	farUnder    = 0.5  // loss for each em more
	underMark   = 1.2  // the same with a picture or a box between
	elsewhere   = -2.5 // anywhere else
	upwards     = -1.5 // further up, or to the left
	goesOnGain  = 4.0  // it breaks off, and the other begins without an indent
	wordOver    = 1.6  // a word runs over the break, or the other begins with a mark that nothing begins with
	tornLoss    = -4.5 // it breaks off and the other begins a paragraph, or the other way about
	freshGain   = 0.3  // a paragraph ends and another begins
	sameWidth   = 0.7
	otherWidth  = -1.0
	otherFace   = -2.5
	otherFrame  = -6.0
	ruleBetween = -2.5
	newHead     = -5.0 // the other has a headline of its own
	maySub      = -0.3 // the line over it may be a sub-heading
	newSign     = -1.5 // a byline alone stands over it
	endedLoss   = -6.0
)

// chains finds for each body spot the one that goes on where it ends, -1 none: the best assignment over the page.
func (d *desk) chains() []int {
	var body []int
	for i := range d.ss {
		if d.ss[i].kind == bodySpot {
			body = append(body, i)
		}
	}
	gain := make([][]float64, len(body))
	for a, i := range body {
		gain[a] = make([]float64, len(body))
		for b, k := range body {
			gain[a][b] = -1
			if i != k {
				gain[a][b] = d.follows(i, k)
			}
		}
	}
	next := make([]int, len(d.ss))
	for i := range next {
		next[i] = -1
	}
	for a, b := range assign.Best(gain) {
		if b >= 0 {
			next[body[a]] = body[b]
		}
	}
	d.unwind(next, gain, body)
	return next
}

// unwind opens circles at their weakest link.
func (d *desk) unwind(next []int, gain [][]float64, body []int) {
	at := make(map[int]int, len(body))
	for a, i := range body {
		at[i] = a
	}
	seen := make([]int, len(next))
	for n, i := range body {
		round := n + 1
		k := i
		for k >= 0 && seen[k] == 0 {
			seen[k] = round
			k = next[k]
		}
		if k < 0 || seen[k] != round {
			continue
		}
		weak, least := k, math.Inf(1)
		for c := k; ; {
			if g := gain[at[c]][at[next[c]]]; g < least {
				weak, least = c, g
			}
			if c = next[c]; c == k {
				break
			}
		}
		next[weak] = -1
	}
}

// follows is what there is for spot k going on where spot i ends.
func (d *desk) follows(i, k int) float64 {
	a, b := &d.ss[i], &d.ss[k]
	return d.byPlace(i, k) + byText(a, b) + d.byForm(a, b) + d.byHead(i, k)
}

// byText is what the end of a and the beginning of b say.
func byText(a, b *spot) float64 {
	gain := 0.0
	if a.ended || b.opens {
		gain += endedLoss
	}
	switch {
	case a.open && b.flush:
		return gain + goesOnGain + atBreak(a.lines[len(a.lines)-1].Text.Runes, b.lines[0].Text.Runes)
	case a.closed && b.flush && a.paused: // a semicolon may end a line for want of room
		return gain + tornLoss/3
	case a.open && a.fresh:
		return gain
	case a.open, a.closed && b.flush && a.spare > b.unbroken():
		return gain + tornLoss
	case b.flush: // a full line that ends with a stop
		return gain - freshGain
	}
	return gain + freshGain
}

// atBreak is what the characters on both sides of a break say for their standing side by side.
func atBreak(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	gain := 0.0
	if text.In("”’』」》、，。；：）", b[0]) {
		gain += wordOver
	}
	tail, head := a[max(0, len(a)-3):], b[:min(3, len(b))]
	if _, _, ok := lexicon.Default().Crossing(slices.Concat(tail, head), len(tail)); ok {
		gain += wordOver
	}
	return gain
}

// unbroken is the width in ems of what a spot begins with and no line breaks in: a number, a Latin word. Where it found no
// room, the column before it ends short (…各执两份。/ 2021年…).
func (s *spot) unbroken() float64 {
	n := 0
	for _, r := range s.lines[0].Text.Runes {
		if !text.IsWord(r) && !text.In(".%-+", r) {
			break
		}
		n++
	}
	if n < 2 {
		return 0
	}
	return 0.6*float64(n) + 0.7
}

func (d *desk) byForm(a, b *spot) float64 {
	gain := otherWidth
	if wide := max(a.Width(), b.Width()); math.Abs(a.Width()-b.Width()) < 0.08*wide || len(a.lines) < 2 || len(b.lines) < 2 {
		gain = sameWidth
	}
	if a.Face != b.Face && a.Face != "" && b.Face != "" || !line.AlikeSizes(a.Size, b.Size) {
		gain += otherFace
	}
	if a.Frame != b.Frame {
		gain += otherFrame
	}
	return gain
}

// byHead is what the headlines over b say: one of its own speaks against going on.
func (d *desk) byHead(i, k int) float64 {
	gain := 0.0
	for t := range d.stacks {
		s := &d.stacks[t]
		switch {
		case s.head != k:
		case s.inline == i:
			gain += maySub
		case !d.ss[s.main].headed():
			gain += newSign
		default:
			gain += newHead
		}
	}
	return gain
}

// byPlace is what the places of two columns say.
func (d *desk) byPlace(i, k int) float64 {
	a, b := &d.ss[i], &d.ss[k]
	em := a.Size
	gain := 0.0
	if d.Divided(a.Box, b.Box) {
		gain += ruleBetween
	}
	gap := b.X0 - a.X1
	level := min(math.Abs(a.Y0-b.Y0), math.Abs(a.Y0-b.top), math.Abs(a.top-b.Y0), math.Abs(a.top-b.top))
	switch {
	case math.Abs(a.X0-b.X0) < 1.5*em && b.Y0 > a.Y1-em:
		switch between := d.between(i, k); {
		case between == 0:
			return gain + max(elsewhere, rightUnder-farUnder*max(0, (b.Y0-a.Y1)/em-nearUnder))
		case between == 1:
			return gain + underMark
		}
		return gain + elsewhere
	case gap > -em && gap < 3*em && level < 1.2*em:
		return gain + besideGain
	case gap > -em && gap < 3*em && b.top < a.Y1 && b.Y1 > a.top:
		return gain + lowerBeside - level/d.Height
	case gap > -em && b.top < a.Y1 && b.Y1 > a.top:
		return gain + elsewhere - gap/d.Width
	case b.Y0 > a.Y1-em:
		return gain + elsewhere - (b.Y0-a.Y1)/d.Height
	}
	return gain + elsewhere + upwards
}

// between says what stands between spot i and spot k under it: 0 nothing, or a line that may be a sub-heading; 1 a picture,
// a caption, a box; 2 text, or a headline.
func (d *desk) between(i, k int) int {
	a, b := &d.ss[i], &d.ss[k]
	gap := a.Box
	gap.X0, gap.X1, gap.Y0, gap.Y1 = max(a.X0, b.X0), min(a.X1, b.X1), a.Y1, b.Y0
	worst := 0
	for n := range d.ss {
		s := &d.ss[n]
		if n == i || n == k || s.OverlapX(gap) < 1 || s.OverlapY(gap) < 1 {
			continue
		}
		switch {
		case s.kind == displaySpot && d.stacks[s.stack-1].inline == i:
		case s.kind == captionSpot, s.Frame >= 0 && s.Frame != a.Frame:
			worst = max(worst, 1)
		default:
			return 2
		}
	}
	for _, p := range d.Pictures {
		if p.OverlapX(gap) > 1 && p.OverlapY(gap) > 1 {
			worst = max(worst, 1)
		}
	}
	return worst
}
