package order

import (
	"iter"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Read gives the lines of a region of a dump in the order of reading, each with the width of its column, 0 for a
// display line. A region is cut into stretches of maxRegion lines at most, which come one by one.
func Read(region []text.Text) iter.Seq2[[]line.Line, []int] {
	return func(yield func([]line.Line, []int) bool) {
		ls := line.New(partLabels(takeApart(upright(unsplit(region)))))
		for len(ls) > 0 {
			n := regionEnd(ls)
			if !yield(inColumns(ls[:n:n])) {
				return
			}
			ls = ls[n:]
		}
	}
}

// inColumns finds the columns of a stretch, and puts what comes by turns one behind the other.
func inColumns(ls []line.Line) ([]line.Line, []int) {
	q := newJoints()
	ls, column := unlace(q, ls, guess(ls))
	return untangle(q, ls, column)
}

// regionEnd is where a long text is cut: behind the last closed paragraph within maxRegion lines.
func regionEnd(ls []line.Line) int {
	if len(ls) <= line.MaxRegion {
		return len(ls)
	}
	for n := line.MaxRegion; n > line.MaxRegion/2; n-- {
		if ls[n].Gap && ls[n-1].Ends {
			return n
		}
	}
	return line.MaxRegion
}
