package order

import (
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Where one text stands under another, both in columns, a tool that reads along the line gives the rows of the one, the lines
// between, and the rows of the other. What stands between is told by the columns about it: the last of those above ends with a
// stop, and the first of those below begins a paragraph. Lines that stand inside one column have the others go on about them.

// textBetween finds the first lines of a region that stand between rows and part them: the first of them, and the one behind their
// last. Both are the region's end where there are none.
func textBetween(ls []ruled, widths []int) (from, to int) {
	n, ended := 0, false // rows so far; their last column ends a paragraph
	for k := 0; k < len(ls); k++ {
		if ls[k].text.Len() == 0 {
			continue
		}
		if !beside(&ls[k], widths) {
			if row := columnPieces(&ls[k], widths); len(row) > 1 {
				n, ended = n+1, line.Terminal(row[len(row)-1].Runes)
			}
			continue
		}
		j, rows := k, false // they have rows of other columns among them
		for j < len(ls) && (ls[j].text.Len() == 0 || beside(&ls[j], widths)) {
			rows = rows || ls[j].prose
			j++
		}
		if n >= minRows && ended && !rows && j < len(ls) && beginsRows(&ls[j], widths) {
			return k, j
		}
		k = j - 1
	}
	return len(ls), len(ls)
}

// beside reports whether a line is none of columns of these widths: a headline, a byline, a label, text of another width.
func beside(l *ruled, widths []int) bool {
	cut := columnPieces(l, widths)
	return cut == nil || len(cut) == 1 && line.ClassOf(l.text.Runes, false) != line.Plain
}

// beginsRows reports whether a line is a row whose first column begins a paragraph.
func beginsRows(l *ruled, widths []int) bool {
	row := columnPieces(l, widths)
	if len(row) < 2 || line.Terminal(row[0].Runes) {
		return false
	}
	if line.OpensArticle(row[0].Runes) {
		return true
	}
	short := false
	for _, w := range widths {
		differ := w - text.Width(row[0].Runes)
		if text.Abs(differ) <= line.Slack {
			return false
		}
		short = short || differ > 0 && differ <= mostIndent
	}
	return short
}

// mostIndent is by how many half widths a paragraph's first line is shorter than its column at most.
const mostIndent = 7
