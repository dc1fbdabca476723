package page

import "slices"

// Tools that read along the line put columns that stand side by side into one line of the dump, with a space between. Such
// rows are taken apart again: where several lines near each other fall into the same number of equally wide pieces, the
// lines there are cut, and each piece goes to the column that it continues.

const (
	minPiece   = 14 // half widths: a narrower column can't be told from words
	maxColumns = 4
	rowReach   = 6 // lines: how far apart the rows of one region may stand
	minRows    = 3
	slack      = 3 // half widths that lines of one column differ by
)

// row is one line of a region as pieces of equal width.
type row struct {
	pieces []text
	width  int // of the widest; 0 where the line is no full row
}

// takeApart gives the lines of a dump with rows of columns taken apart, column by column with an empty line between.
func takeApart(src []text) []text {
	rows := make([]row, len(src))
	for i := range src {
		rows[i] = equalPieces(src[i].trim())
	}
	var out []text
	for i := 0; i < len(src); {
		first, last := region(rows, i)
		if last < 0 {
			return append(out, src[i:]...)
		}
		k, width := len(rows[first].pieces), 0
		for j := first; j <= last; j++ {
			if len(rows[j].pieces) == k {
				width = max(width, rows[j].width)
			}
		}
		first, last = widen(src, i, first, last, width)
		out = append(out, src[i:first]...)
		out = append(out, columnsOf(src[first:last+1], k, width)...)
		i = last + 1
	}
	return out
}

// region is the first and last full row of the next region from line i on; last is -1 where there is none.
func region(rows []row, i int) (first, last int) {
	for ; i < len(rows); i++ {
		if rows[i].width == 0 {
			continue
		}
		n, end := 1, i
		for j := i + 1; j < len(rows) && j <= end+rowReach; j++ {
			if rows[j].width > 0 && len(rows[j].pieces) == len(rows[i].pieces) && abs(rows[j].width-rows[i].width) <= slack {
				n++
				end = j
			}
		}
		if n >= minRows {
			return i, end
		}
	}
	return 0, -1
}

// widen adds lines above and below that can only be columns' lines: pieces of the width, or the ends of paragraphs.
func widen(src []text, from, first, last, width int) (int, int) {
	for first > from && columnLine(src[first-1], width) {
		first--
	}
	for last+1 < len(src) && columnLine(src[last+1], width) {
		last++
	}
	return first, last
}

func columnLine(t text, width int) bool {
	t = t.trim()
	if t.len() == 0 {
		return false
	}
	cut := columnPieces(t, maxColumns, width)
	if cut == nil {
		return false
	}
	for _, p := range cut {
		if stops(p.r) > 0 || terminal(p.r) || opensArticle(p.r) {
			return true
		}
	}
	return false
}

// gapsOf lists where a line may be cut: its spaces.
func gapsOf(r []rune) []int {
	var out []int
	for i := 1; i+1 < len(r); i++ {
		if isSpace(r[i]) && !isSpace(r[i-1]) {
			out = append(out, i)
		}
	}
	return out
}

// equalPieces cuts a line into the greatest number of equally wide pieces that it falls into; a line with hardly a stop is
// a headline, and no row.
func equalPieces(t text) row {
	w := width(t.r)
	gaps := gapsOf(t.r)
	if w < 2*minPiece || stops(t.r) == 0 || len(gaps) == 0 || len(gaps) > 12 || letterSpaced(t.r) {
		return row{}
	}
	for k := min(maxColumns, len(gaps)+1); k > 1; k-- {
		target := (w - (k - 1)) / k
		if target < minPiece {
			continue
		}
		cut := cutNear(t, gaps, k, target)
		if cut == nil {
			continue
		}
		widest := 0
		for _, p := range cut {
			widest = max(widest, width(p.r))
		}
		return row{pieces: cut, width: widest}
	}
	return row{}
}

// cutNear cuts t at k-1 gaps so that each piece is as wide as target, give or take; nil where it can't.
func cutNear(t text, gaps []int, k, target int) []text {
	var out []text
	from := 0
	for n := 1; n < k; n++ {
		best := -1
		for _, g := range gaps {
			if g <= from {
				continue
			}
			if d := abs(width(t.r[from:g]) - target); d <= slack && (best < 0 || d < abs(width(t.r[from:best])-target)) {
				best = g
			}
		}
		if best < 0 {
			return nil
		}
		p := t.slice(from, best)
		out = append(out, p.trim())
		from = best
	}
	rest := t.slice(from, t.len())
	rest = rest.trim()
	if abs(width(rest.r)-target) > slack {
		return nil
	}
	return append(out, rest)
}

// columnPieces cuts a line into up to k pieces of a column's width, of which each but a full one ends or begins a paragraph; nil
// where it is something else.
func columnPieces(t text, k, column int) []text {
	type way struct {
		score  int
		pieces []text
	}
	gaps := append(gapsOf(t.r), t.len())
	best := way{score: -1}
	var try func(from int, w way)
	try = func(from int, w way) {
		if from >= t.len() {
			if w.score > best.score {
				best = way{w.score, slices.Clone(w.pieces)}
			}
			return
		}
		if len(w.pieces) == k {
			return
		}
		for _, g := range gaps {
			if g <= from {
				continue
			}
			p := t.slice(from, g)
			p = p.trim()
			if v := pieceFit(p.r, column); v > 0 {
				try(g, way{w.score + v - 2, append(slices.Clip(w.pieces), p)})
			}
		}
	}
	if len(gaps) <= 13 {
		try(0, way{score: 1})
	}
	if best.score < 0 {
		return nil
	}
	return best.pieces
}

// pieceFit is how well a piece fits a column: 4 a full line, 3 a paragraph's first or last, 0 not at all.
func pieceFit(r []rune, column int) int {
	w := width(r)
	switch short := column - w; {
	case short < -slack:
		return 0
	case short <= slack:
		return 4
	case terminal(r) || pausing(r):
		return 3
	case short <= 7 && w >= minPiece-4:
		return 3
	}
	return 0
}
