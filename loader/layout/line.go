package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/sheet"
)

// Gaps between pieces of one line, in parts of the size.
const (
	sureGap   = 0.6  // up to here two pieces are one line
	bulletGap = 1.3  // up to here a single character is one line with what follows
	hungGap   = 0.25 // the same behind a mark that may hang out of its column
	narrowest = 0.95 // no column's gap is narrower
	wideGap   = 2.4  // from here on they are two, where no line above or below says otherwise
	alike     = 1.12
	rowSlack  = 0.3 // how far baselines of one line may differ
)

// lines makes lines of the runs: vertical ones first, then rows, cut where columns stand side by side.
func (l *Layout) lines(s *sheet.Sheet) []Line {
	taken := make([]bool, len(s.Runs))
	out := vertical(s, taken)
	out = append(out, scattered(s, taken)...)
	var rows []Line
	for i := range s.Runs {
		if !taken[i] {
			r := &s.Runs[i]
			rows = append(rows, Line{Box: r.Box, Size: r.Size, Face: r.Face, Bold: r.Bold, Runs: []int{i}, chars: letters(r.Text), hangs: hangs(r.Text), leans: leans(r.Text)})
		}
	}
	slices.SortStableFunc(rows, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Y1, b.Y1), cmp.Compare(a.X0, b.X0)) })
	rows = l.near(rows, func(a, b *Line) bool {
		return b.X0-a.X1 <= sureGap*a.em() && !((a.hangs || b.leans) && b.X0-a.X1 > hungGap*a.em())
	})
	all := slices.Clone(rows)
	rows = l.near(rows, func(a, b *Line) bool { return l.oneLine(a, b, all) })
	out = append(out, rows...)
	for i := range out {
		out[i].Frame = l.frameOf(out[i].Box)
		out[i].face(s)
	}
	return out
}

// face gives a line the face of most of its characters.
func (l *Line) face(s *sheet.Sheet) {
	best := 0
	counts := map[string]int{}
	for _, k := range l.Runs {
		r := &s.Runs[k]
		counts[r.Face] += utf8.RuneCountInString(r.Text)
		if counts[r.Face] > best {
			best, l.Face, l.Bold = counts[r.Face], r.Face, r.Bold
		}
	}
}

// near joins neighbours in a row for which join holds, the first pair first.
func (l *Layout) near(rows []Line, join func(a, b *Line) bool) []Line {
	gone := make([]bool, len(rows))
	for i := range rows {
		for !gone[i] {
			k := l.rightOf(rows, gone, i)
			if k < 0 || !join(&rows[i], &rows[k]) {
				break
			}
			rows[i].Runs = append(rows[i].Runs, rows[k].Runs...)
			rows[i].chars += rows[k].chars
			rows[i].hangs = rows[k].hangs
			rows[i].Box = rows[i].Union(rows[k].Box)
			gone[k] = true
			if k < i { // it begins further left in another row of the sort
				break
			}
		}
	}
	out := rows[:0:0]
	for i := range rows {
		if !gone[i] {
			out = append(out, rows[i])
		}
	}
	return out
}

// rightOf is the nearest piece on the right of piece i in its row that no rule or frame divides from it; -1 for none.
func (l *Layout) rightOf(rows []Line, gone []bool, i int) int {
	a := &rows[i]
	best := -1
	for k := range rows {
		b := &rows[k]
		if k == i || gone[k] || math.Abs(a.Y1-b.Y1) > rowSlack*a.em() || !sizesAlike(a.Size, b.Size) || b.X0 < a.X1-sureGap*a.em() || b.X0 <= a.X0 {
			continue
		}
		if best < 0 || b.X0 < rows[best].X0 {
			best = k
		}
	}
	if best < 0 || l.Divided(a.Box, rows[best].Box) || l.frameOf(a.Box) != l.frameOf(rows[best].Box) {
		return -1
	}
	return best
}

func sizesAlike(a, b float64) bool { return a <= alike*b && b <= alike*a }

// oneLine decides a gap that may be a column's: lines above and below that run across it say that it is none, lines that
// leave it free too say that it is.
func (l *Layout) oneLine(a, b *Line, all []Line) bool {
	gap := b.X0 - a.X1
	if gap > 6*a.em() {
		return false
	}
	if a.chars == 1 && gap < bulletGap*a.em() { // a mark before a byline
		return true
	}
	for _, reach := range [...]float64{3.6, 8, 16} {
		across, free := l.evidence(a, b, all, reach*a.em())
		switch {
		case across > free, across > 0 && gap < narrowest*a.em():
			return gap <= 3.5*a.em()
		case free > 0:
			return false
		}
	}
	return gap <= wideGap*a.em() && !l.columnGap(a, b, all)
}

// evidence counts the lines within reach above and below that run across the gap between two pieces, and those that leave it
// free, as columns' lines do.
func (l *Layout) evidence(a, b *Line, all []Line, reach float64) (across, free int) {
	whole, left, right := 0, 0, 0
	slack := 0.7 * a.em()
	for i := range all {
		c := &all[i]
		dy := math.Abs(c.Y1 - a.Y1)
		if dy < 0.7*a.em() || dy > reach || !sizesAlike(c.Size, a.Size) {
			continue
		}
		switch {
		case c.X0 < a.X1-slack && c.X1 > b.X0+slack:
			across++
			if c.X0 < a.X0+slack && c.X1 > b.X1-slack {
				whole++
			}
		case c.X0 > a.X1-slack && c.X0 < b.X0+slack:
			right++
		case c.X1 > a.X1-slack && c.X1 < b.X0+slack:
			left++
		}
	}
	if right == 0 && whole*3 > left { // lines may end anywhere, but they begin at a column's edge
		return across, 0
	}
	return across, left + right
}

// columnGap reports whether two lines without neighbours of their size stand over two columns, each over its own: the gap
// between them is wide and goes on between smaller lines under them.
func (l *Layout) columnGap(a, b *Line, all []Line) bool {
	if b.X0-a.X1 < 1.2*a.em()+2*a.spacing() {
		return false
	}
	left, right := 0, 0
	for i := range all {
		c := &all[i]
		if c.Y0 < a.Y1-1 || c.Y0 > a.Y1+6*a.em() || c.Size > a.Size {
			continue
		}
		switch {
		case c.X0 < a.X1-1 && c.X1 > b.X0+1:
			return false
		case c.X0 < a.X1 && c.X1 <= b.X0:
			left++
		case c.X1 > b.X0 && c.X0 >= a.X1:
			right++
		}
	}
	return left > 0 && right > 0
}

// spacing is the mean gap between the characters of a line that is set with gaps, in points.
func (l *Line) spacing() float64 {
	if l.chars < 2 {
		return 0
	}
	return max(0, (l.Width()-float64(l.chars)*l.Size)/float64(l.chars-1))
}

// letters counts the characters of a text without its spaces.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// hangs reports whether a text ends with a mark that may stand half outside its column.
func hangs(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("，。、；：", r)
}

// leans reports whether a text begins with a mark that may stand half outside its column.
func leans(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("（《“‘【", r)
}

// Steps from character to character in a vertical line, in parts of the size.
const (
	leastStep   = 0.75
	leastTurned = 0.3
	mostStep    = 2.3
)

// vertical finds lines that run down: pieces of few characters that stand under one another and follow in the file.
func vertical(s *sheet.Sheet, taken []bool) []Line {
	var out []Line
	for i := 0; i < len(s.Runs); {
		r := &s.Runs[i]
		v := Line{Box: r.Box, Size: r.Size, Face: r.Face, Bold: r.Bold, Vertical: true, Runs: []int{i}}
		j := i + 1
		for j < len(s.Runs) && v.goesDown(&s.Runs[j-1], &s.Runs[j]) {
			v.Runs = append(v.Runs, j)
			v.Box = v.Union(s.Runs[j].Box)
			j++
		}
		if j-i >= 3 || j-i == 2 && r.Size > largeSize {
			for k := i; k < j; k++ {
				taken[k] = true
			}
			out = append(out, v)
		}
		i = j
	}
	return out
}

// largeSize is from how many points on two characters one under the other are a line.
const largeSize = 16

// goesDown reports whether b, a character or a short number set across, stands under a, the last piece of the line.
func (l *Line) goesDown(a, b *sheet.Run) bool {
	if utf8.RuneCountInString(a.Text) > 3 || utf8.RuneCountInString(b.Text) > 3 || !sizesAlike(a.Size, b.Size) {
		return false
	}
	step, least := (b.Y1-a.Y1)/a.Size, leastStep
	if a.Text[0] < utf8.RuneSelf || b.Text[0] < utf8.RuneSelf { // a figure lies on its side
		least = leastTurned
	}
	if step < least || step > mostStep {
		return false
	}
	slack := 0.25 * a.Size
	if leans(b.Text) || hangs(b.Text) || strings.ContainsAny(b.Text, "）》”") { // its box may begin half a character away
		slack = 0.55 * a.Size
	}
	return l.X0-slack <= b.X0 && b.X1 <= l.X1+slack || b.X0-slack <= l.X0 && l.X1 <= b.X1+slack
}
