package order

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// loom puts the pieces of a region's lines into columns: line by line in every way that keeps the columns' order from left
// to right, the best ways kept. What goes on where is said by the characters at the breaks, as it is for whole strands.
type loom struct {
	*joints
	widths  []int
	threads []thread
	gains   map[[2]int]float64 // of one thread behind another
	laced   bool               // each row is one line, and which column is how wide is not known
}

// thread is one piece as the line of a column.
type thread struct {
	line.Line
	full int // the width of the column that it fits best
}

// weave is one way of giving the pieces of a region's lines to its columns.
type weave struct {
	score float64
	reached
	way *stitch // the steps so far, the last first
}

// reached is all of a way that matters for what comes: of two ways that reached the same the better one is kept.
type reached struct {
	last [maxColumns]int // by column: its last thread, -1 none
	edge int             // the column of the last piece
}

// stitch is the columns that one line's pieces went to.
type stitch struct {
	row     []int // its threads
	columns []int
	before  *stitch
}

// beam is how many ways are kept from line to line.
const beam = 48

// columnsOf puts the lines of a region into columns of the given widths. Lines that are no body text (bylines, labels) come
// first, notes of where the text goes on last.
func columnsOf(src []ruled, widths []int) []text.Text {
	l := &loom{joints: newJoints(), widths: widths, gains: map[[2]int]float64{}}
	var out, notes []text.Text
	var rows [][]int
	for i := range src {
		t := src[i].text
		if t.Len() == 0 {
			continue
		}
		cut := columnPieces(&src[i], widths)
		switch kind := line.ClassOf(t.Runes, false); {
		case kind == line.JumpNote:
			notes = append(notes, t)
		case cut == nil || len(cut) == 1 && kind != line.Plain:
			out = append(out, t)
		default:
			rows = append(rows, l.add(cut))
		}
	}
	best := l.best(rows, len(widths))
	for n := len(widths) + 1; n <= min(len(widths)+moreColumns, maxColumns); n++ {
		if w := l.best(rows, n); w.score > best.score {
			best = w
		}
	}
	for _, c := range best.lines() {
		out = append(out, text.Text{})
		for _, t := range c {
			out = append(out, l.threads[t].Text)
		}
	}
	return append(append(out, notes...), text.Text{})
}

// lines is the threads of each column that has some, from left to right.
func (w *weave) lines() [][]int {
	cols := make([][]int, maxColumns)
	for s := w.way; s != nil; s = s.before {
		for n, c := range s.columns {
			cols[c] = append(cols[c], s.row[n])
		}
	}
	for _, c := range cols {
		slices.Reverse(c)
	}
	return slices.DeleteFunc(cols, func(c []int) bool { return len(c) == 0 })
}

// add adds the pieces of a line.
func (l *loom) add(cut []text.Text) []int {
	var row []int
	for _, p := range cut {
		x := thread{Line: line.Line{Text: p, Width: text.Width(p.Runes), Ends: line.Terminal(p.Runes), Pauses: line.Pausing(p.Runes), Opens: line.OpensArticle(p.Runes)}}
		best := -1
		for _, w := range l.widths {
			if v := pieceFit(p.Runes, w); v > best || v == best && text.Abs(w-x.Width) < text.Abs(x.full-x.Width) {
				best, x.full = v, w
			}
		}
		l.learn(p)
		row = append(row, len(l.threads))
		l.threads = append(l.threads, x)
	}
	return row
}

// Gains and costs of weaving, on the scale of those of sequels.
const (
	weaveGain   = -0.5 // what any line's standing under another one is worth
	misfit      = 5.0  // the cost of a piece in a column that it doesn't fit
	missed      = 2.5  // of a line that a column lacks inside a sentence
	missedEnd   = 0.5  // and elsewhere
	oneMore     = 4.0  // of a column beside those whose lines stand in full rows
	oneLaced    = 8    // of each column of lines in turn
	moreColumns = 1    // how many columns there may be beside those whose lines stand in full rows
)

// best is the best way of giving rows to n columns.
func (l *loom) best(rows [][]int, n int) weave {
	start := weave{reached: reached{edge: n - 1}, score: -oneMore * float64(n-len(l.widths))}
	if l.laced {
		start.score = -oneLaced * float64(n)
	}
	for c := range start.last {
		start.last[c] = -1
	}
	ways := []weave{start}
	options := make([][][]int, n+1)
	for _, row := range rows {
		if options[len(row)] == nil {
			options[len(row)] = choices(n, len(row))
		}
		ways = l.extend(ways, row, n, options[len(row)])
	}
	return ways[0]
}

// extend gives the pieces of a row to n columns in every way, from left to right, and keeps the best.
func (l *loom) extend(ways []weave, row []int, n int, options [][]int) []weave {
	at := map[reached]int{}
	var out []weave
	for i := range ways {
		w := &ways[i]
		for _, columns := range options {
			to := w.reached
			for k, c := range columns {
				to.last[c], to.edge = row[k], c
			}
			score := w.score + l.gain(&w.reached, row, n, columns)
			k, ok := at[to]
			if !ok {
				k = len(out)
				at[to] = k
				out = append(out, weave{score: math.Inf(-1), reached: to})
			}
			if score > out[k].score {
				out[k].score, out[k].way = score, &stitch{row, columns, w.way}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b weave) int { return cmp.Compare(b.score, a.score) })
	return out[:min(beam, len(out))]
}

// gain is what there is for putting a row into these columns. The pieces of lines that stand at one height come from the left
// to the right, in one row or in several; each column that has none there must have ended.
func (l *loom) gain(w *reached, row []int, n int, columns []int) float64 {
	gain, edge := 0.0, w.edge
	for k, c := range columns {
		for x := (edge + 1) % n; x != c; x = (x + 1) % n {
			gain -= l.missing(w.last[x])
		}
		if edge = c; w.last[c] >= 0 {
			gain += l.behind(w.last[c], row[k])
		}
		if !l.laced && n == len(l.widths) && pieceFit(l.threads[row[k]].Text.Runes, l.widths[c]) == 0 {
			gain -= misfit
		}
	}
	return gain
}

// missing is the cost of a column's having no line at some height, whose last one is given.
func (l *loom) missing(last int) float64 {
	switch {
	case last < 0:
		return 0
	case l.threads[last].stopping() == openLine:
		return missed
	}
	return missedEnd
}

func (x *thread) stopping() stopping { return stoppingOf(&x.Line, x.full) }

// behind is what there is for thread j standing right under thread i.
func (l *loom) behind(i, j int) float64 {
	v, ok := l.gains[[2]int{i, j}]
	if !ok {
		a, b := &l.threads[i], &l.threads[j]
		v = weaveGain + l.link(&a.Line, &b.Line, a.full, b.full)
		l.gains[[2]int{i, j}] = v
	}
	return v
}

// choices lists the ways to choose n of k columns, in order.
func choices(k, n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for last := n - 1; last < k; last++ {
		for _, c := range choices(last, n-1) {
			out = append(out, append(slices.Clone(c), last))
		}
	}
	return out
}
