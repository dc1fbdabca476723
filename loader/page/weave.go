package page

import (
	"cmp"
	"slices"
)

// weave is one way of giving the pieces of a region's lines to its columns.
type weave struct {
	score float64
	last  []text  // by column: its last piece
	way   *stitch // the steps so far, the last first
}

// stitch is the columns that one line's pieces went to.
type stitch struct {
	line    int
	columns []int
	before  *stitch
}

// beam is how many ways are kept from line to line.
const beam = 48

// columnsOf puts the lines of a region into columns of the given widths. Lines that are no body text (bylines, labels) come
// first, notes of where the text goes on last.
func columnsOf(src []ruled, widths []int) []text {
	var out, notes []text
	var lines [][]text
	for i := range src {
		t := src[i].text
		if t.len() == 0 {
			continue
		}
		cut := columnPieces(&src[i], widths)
		l := line{text: t}
		switch kind := classify(&l); {
		case kind == jumpNote:
			notes = append(notes, t)
		case cut == nil || len(cut) == 1 && kind != plain:
			out = append(out, t)
		default:
			lines = append(lines, cut)
		}
	}
	ways := []weave{{last: make([]text, len(widths))}}
	for i, cut := range lines {
		ways = extend(ways, i, cut, widths)
	}
	cols := make([][]text, len(widths))
	for s := ways[0].way; s != nil; s = s.before {
		for n, c := range s.columns {
			cols[c] = append(cols[c], lines[s.line][n])
		}
	}
	for _, c := range cols {
		slices.Reverse(c)
		out = append(out, text{})
		out = append(out, c...)
	}
	return append(append(out, notes...), text{})
}

// misfit is the cost of a piece in a column that it doesn't fit, missed of a line that a column lacks inside a sentence.
const (
	misfit = 3.0
	missed = 0.4
)

// extend gives the pieces of line i to columns in every way, from left to right, and keeps the best.
func extend(ways []weave, i int, cut []text, widths []int) []weave {
	var next []weave
	for _, w := range ways {
		for _, cs := range choices(len(widths), len(cut)) {
			n := weave{score: w.score, last: slices.Clone(w.last), way: &stitch{i, cs, w.way}}
			for c, column := range widths {
				if at := slices.Index(cs, c); at >= 0 {
					n.score += follows(w.last[c].r, cut[at].r, column)
					if pieceFit(cut[at].r, column) == 0 {
						n.score -= misfit
					}
					n.last[c] = cut[at]
				} else if len(w.last[c].r) > 0 && !ended(w.last[c].r, column) {
					n.score -= missed
				}
			}
			next = append(next, n)
		}
	}
	slices.SortStableFunc(next, func(a, b weave) int { return cmp.Compare(b.score, a.score) })
	return next[:min(beam, len(next))]
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

// ended reports whether a piece ends a paragraph.
func ended(r []rune, column int) bool {
	return terminal(r) && width(r) < column-slack || pausing(r) && width(r) < column-2*slack
}

// follows is how well piece b goes on where a column's last piece is a.
func follows(a, b []rune, column int) float64 {
	short := column - width(b)
	first := short > slack && short <= 7 && !terminal(b)
	switch {
	case len(a) == 0:
		return 0.3
	case ended(a, column):
		if first || short > slack && terminal(b) {
			return 1
		}
		return -0.5
	case terminal(a):
		return 0.6
	case first:
		return -1.5 // a paragraph can't begin inside a sentence
	}
	return 1
}
