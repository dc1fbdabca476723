package page

import "iter"

// orderRead gives the lines of a region of a dump in the order of reading, each with the width of its column, 0 for a
// display line. A region is cut into stretches of maxRegion lines at most, which come one by one.
func orderRead(region []text) iter.Seq2[[]line, []int] {
	return func(yield func([]line, []int) bool) {
		ls := newLines(partLabels(takeApart(upright(unsplit(region)))))
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
func inColumns(ls []line) ([]line, []int) {
	q := newJoints()
	ls, column := unlace(q, ls, guess(ls))
	return untangle(q, ls, column)
}

// maxRegion bounds how many lines are decided together; a printed page has fewer.
const maxRegion = 600

// regionEnd is where a long text is cut: behind the last closed paragraph within maxRegion lines.
func regionEnd(ls []line) int {
	if len(ls) <= maxRegion {
		return len(ls)
	}
	for n := maxRegion; n > maxRegion/2; n-- {
		if ls[n].gap && ls[n-1].ends {
			return n
		}
	}
	return maxRegion
}
