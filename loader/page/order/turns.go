package order

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Columns that stand side by side come line by line in turn from tools that go down the page by height. Such stretches are
// told by their breaks: over most of them the text reads better when both the line above and the line below go on with
// another line close by than with each other. Their lines are put into columns as those of rows are.

const (
	laceReach   = 3    // lines: how far away another line is looked for
	laceColumns = 4    // how many may come in turn
	laceGain    = -2.0 // what any line's going on behind another one is worth
	laceDoubt   = 5.0  // breaks over which the text goes on with more than that are no doubt
	// laceSure and laceLean turn how much better the text reads elsewhere into the logarithm of odds, from laceLeast to laceMost,
	// and to laceEnd where a text may end. They are fitted on dumps of typeset pages, and rounded.
	laceSure, laceLean           = 0.65, -1.0
	laceLeast, laceEnd, laceMost = -1.5, 0.0, 5.0
	intoLace, outOfLace          = -4.0, -1.5 // what a stretch's beginning and its end cost
)

// lacer is the search for stretches of lines in turn.
type lacer struct {
	*joints
	ls     []line.Line
	column []int
	body   []int                    // lines of columns
	full   []int                    // by line: the width of its column's full lines
	gains  [][laceReach + 1]float64 // by body line: what there is for each of the next ones going on from it, 0 unknown
}

// newLacer measures the lines of columns.
func newLacer(q *joints, ls []line.Line, column []int) *lacer {
	l := &lacer{joints: q, ls: ls, column: column, full: make([]int, len(ls))}
	for _, s := range strands(ls, column) {
		for k := s.from; k <= s.to; k++ {
			l.full[k] = s.full
			l.body = append(l.body, k)
			l.learn(ls[k].Text)
		}
	}
	l.gains = make([][laceReach + 1]float64, len(l.body))
	return l
}

// unlace puts the lines of columns that come in turn one column behind the other.
func unlace(q *joints, ls []line.Line, column []int) ([]line.Line, []int) {
	l := newLacer(q, ls, column)
	var out []line.Line
	var widths []int
	at := 0
	for _, r := range l.runs() {
		if b := beginningOf(&ls[l.body[r[1]]], l.full[l.body[r[1]]]); b == firstLine || b == openingLine {
			r[1]-- // it begins what stands below
		}
		from, to := l.body[r[0]], l.body[r[1]]
		lines, columns := l.columns(from, to)
		if lines == nil {
			continue
		}
		out, widths = append(out, ls[at:from]...), append(widths, column[at:from]...)
		out, widths = append(out, lines...), append(widths, columns...)
		if at = to + 1; at < len(ls) {
			ls[at].Gap = true
		}
	}
	return append(out, ls[at:]...), append(widths, column[at:]...)
}

// runs lists the stretches in turn, as the first and last of their lines among those of columns: the most likely ones.
func (l *lacer) runs() [][2]int {
	n := len(l.body)
	if n < 4 {
		return nil
	}
	var from [2][]bool // by state and line: the state before it was the other one
	var best [2]float64
	best[1] = math.Inf(-1)
	from[0], from[1] = make([]bool, n), make([]bool, n)
	for t := 1; t < n; t++ {
		odds := l.odds(t)
		stay, leave := best[0], best[1]+outOfLace
		go1, keep := best[0]+intoLace, best[1]
		from[0][t], from[1][t] = leave > stay, go1 > keep
		best = [2]float64{max(stay, leave), max(go1, keep) + odds}
	}
	state := 0
	if best[1] > best[0] {
		state = 1
	}
	var out [][2]int
	for t := n - 1; t > 0; t-- {
		if state == 1 {
			if k := len(out) - 1; k >= 0 && out[k][0] == t {
				out[k][0] = t - 1
			} else {
				out = append(out, [2]int{t - 1, t})
			}
		}
		if from[state][t] {
			state = 1 - state
		}
	}
	slices.Reverse(out)
	return out
}

// odds is what there is for body line t not going on from the one before it, where others near by do, as the logarithm of odds.
func (l *lacer) odds(t int) float64 {
	if l.ls[l.body[t]].Gap {
		return laceEnd
	}
	here := l.goesOn(t-1, t)
	if here > laceDoubt {
		return laceLeast
	}
	behind, before, n, m := 1.0, 1.0, 1.0, 1.0
	for d := 1; d <= laceReach; d++ {
		if t+d < len(l.body) {
			behind, n = behind+math.Exp(l.goesOn(t-1, t+d)), n+1
		}
		if t-1-d >= 0 {
			before, m = before+math.Exp(l.goesOn(t-1-d, t)), m+1
		}
	}
	better := math.Log(behind/n) + math.Log(before/m) - here
	most := laceMost
	if a, b := l.body[t-1], l.body[t]; l.ls[b].Opens || stoppingOf(&l.ls[a], l.full[a]) != openLine {
		most = laceEnd // a text may end here
	}
	return min(max(laceSure*better+laceLean, laceLeast), most)
}

// goesOn is what there is for body line u going on where body line t ends.
func (l *lacer) goesOn(t, u int) float64 {
	gain := &l.gains[t][u-t-1]
	if *gain == 0 {
		i, j := l.body[t], l.body[u]
		*gain = l.link(&l.ls[i], &l.ls[j], l.full[i], l.full[j]) + laceGain
	}
	return *gain
}

// columns gives the lines from one to another column by column, and the widths of their columns; nil where they read better as
// they are.
func (l *lacer) columns(from, to int) (lines []line.Line, columns []int) {
	w := &loom{joints: l.joints, widths: l.widths(from, to), gains: map[[2]int]float64{}, laced: true}
	if len(w.widths) == 0 {
		return nil, nil
	}
	var rows [][]int
	var body []line.Line // by thread
	for k := from; k <= to; k++ {
		cut := l.inColumns(k, w.widths)
		if len(cut) == 0 {
			lines, columns = append(lines, l.ls[k]), append(columns, 0)
			continue
		}
		row := make([]text.Text, len(cut))
		for i := range cut {
			row[i] = cut[i].Text
		}
		rows, body = append(rows, w.add(row)), append(body, cut...)
	}
	cols := w.likeliest(rows)
	if len(cols) < 2 {
		return nil, nil
	}
	for _, c := range cols {
		width := 0
		for _, t := range c {
			width = max(width, w.threads[t].full)
		}
		for i, t := range c {
			body[t].Gap = i == 0
			lines, columns = append(lines, body[t]), append(columns, width)
		}
	}
	return lines, columns
}

// likeliest is the threads of each column of lines in turn, in the way that reads best; nil where they are too many.
func (l *loom) likeliest(rows [][]int) [][]int {
	least := 1
	for _, r := range rows {
		least = max(least, len(r))
	}
	if least > laceColumns {
		return nil
	}
	best := l.best(rows, least)
	for n := least + 1; n <= laceColumns; n++ {
		if v := l.best(rows, n); v.score > best.score {
			best = v
		}
	}
	return best.lines()
}

// inColumns is the lines of columns that stand side by side in line k, or the line itself; nil where it is of no column.
func (l *lacer) inColumns(k int, widths []int) []line.Line {
	x := &l.ls[k]
	if x.Width > slices.Max(widths)+line.Slack {
		r := rule(x.Text)
		if cut := columnPieces(&r, slices.Repeat(widths, laceColumns)); len(cut) > 1 {
			return line.New(cut)
		}
	}
	if l.column[k] == 0 && (x.Class != line.Plain || pieceFit(x.Text.Runes, widths[0]) != 4) {
		return nil
	}
	return []line.Line{*x}
}

// widths is the widths that lines from one to another have oftenest, that of most lines first.
func (l *lacer) widths(from, to int) []int {
	counts := map[int]int{}
	for k := from; k <= to; k++ {
		if l.column[k] > 0 && !l.ls[k].Ends {
			counts[l.ls[k].Width]++
		}
	}
	var out []int
	for w, n := range counts {
		if n >= 2 {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(b, a)) })
	return out[:min(len(out), laceColumns)]
}
