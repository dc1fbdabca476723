package placed

import (
	"slices"

	"github.com/baopu/baopu/loader/layout"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/sheet"
)

// Some tools keep the look of a page in their dump: columns stand side by side, with runs of spaces between them as wide as on
// paper. Such a dump says where each piece of a line begins, and so it is read as a sheet is, in letters of one size. A Han
// character is one code point and takes up nearly two cells, so no piece reaches the next.

const (
	gridSize   = 10.0 // of all letters of such a sheet, in points
	gridLead   = 14.0
	gridStep   = 4.0 // between lines of the dump that have no column in common
	gridGutter = 1.8 // ems between two columns, rather more than less
	gridGap    = 13.0
	leastCell  = 1.2 // cells that a Han character takes up
	mostCell   = 2.6
)

// cell is one piece of a line of such a dump.
type cell struct {
	text text.Text
	line int
	from int // code points before it in its line
	box  sheet.Box
}

// asSheet reads a region of a dump as a sheet, with the text of each run; nil where it does not keep the look of the page.
func asSheet(src []text.Text) (*sheet.Sheet, []text.Text) {
	if len(src) > 2*line.MaxRegion {
		return nil, nil
	}
	rows := make([][]cell, len(src))
	for i := range src {
		rows[i] = cells(src[i], i)
	}
	em := cellsOf(rows)
	if em == 0 || !consistent(rows) {
		return nil, nil
	}
	across(rows, em)
	heights(rows)
	s := &sheet.Sheet{}
	var texts []text.Text
	for _, c := range downwards(rows) {
		s.Runs = append(s.Runs, sheet.Run{Box: c.box, Size: gridSize, Text: c.text.String()})
		s.Width, s.Height = max(s.Width, c.box.X1+gridSize), max(s.Height, c.box.Y1+gridSize)
		texts = append(texts, c.text)
	}
	return s, texts
}

// cells cuts a line at runs of two spaces and more.
func cells(t text.Text, line int) []cell {
	var out []cell
	for i := 0; i < t.Len(); {
		if text.IsSpace(t.Runes[i]) {
			i++
			continue
		}
		j := i
		for j < t.Len() && (!text.IsSpace(t.Runes[j]) || j+1 < t.Len() && !text.IsSpace(t.Runes[j+1])) {
			j++
		}
		out = append(out, cell{text: t.Slice(i, j), line: line, from: i})
		i = j
	}
	return out
}

// fewRows is how many lines with columns side by side a dump has at least that keeps the look of the page.
const fewRows = 12

// cellsOf is how many cells a Han character takes up, by lines that have two long pieces of text: the way from one to the
// next, against the length of the longest line of that column. 0 where the dump has no columns.
func cellsOf(rows [][]cell) float64 {
	type column struct{ from, to int }
	longest := map[column]int{}
	n, all := 0, 0
	for _, row := range rows {
		all += min(1, len(row))
		for k := 1; k < len(row); k++ {
			a, b := &row[k-1], &row[k]
			if w := text.Width(a.text.Runes); w >= line.MinPiece && text.Width(b.text.Runes) >= line.MinPiece/2 && text.Stops(a.text.Runes)+text.Stops(b.text.Runes) > 0 {
				n++
				c := column{a.from / 2, b.from / 2}
				longest[c] = max(longest[c], w)
			}
		}
	}
	if n < fewRows || n*5 < all {
		return 0
	}
	var sizes []float64
	for c, w := range longest {
		sizes = append(sizes, 2*float64(c.to-c.from)/(float64(w)/2+gridGutter))
	}
	slices.Sort(sizes)
	em := sizes[len(sizes)/2]
	if em < leastCell || em > mostCell {
		return 0
	}
	return em
}

// consistent reports whether pieces mostly begin in the same cell as one in a line nearby, as they do where the tool keeps the
// look of the page. One that sorts words by height (PyMuPDF) gives runs of spaces too, but in cells of the next word's
// characters, and begins no line where rows overlap.
func consistent(rows [][]cell) bool {
	n, same := 0, 0
	for i, row := range rows {
		for k := 1; k < len(row); k++ {
			if row[k].text.Len() < 6 {
				continue
			}
			n++
			for j := max(0, i-line.RowReach); j <= min(len(rows)-1, i+line.RowReach); j++ {
				if j != i && slices.ContainsFunc(rows[j], func(c cell) bool { return c.from == row[k].from && c.text.Len() > 5 }) {
					same++
					break
				}
			}
		}
	}
	return same*2 >= n
}

// across gives each piece its place sideways. The tool puts no more spaces between two pieces than some line needs, so that
// cells are no measure but an order: each begins where the longest piece before it leaves room for it.
func across(rows [][]cell, em float64) {
	var before [][]cell // by first cell of the piece behind them, the pieces before it
	for _, row := range rows {
		for k := range row {
			for len(before) <= row[k].from {
				before = append(before, nil)
			}
			if k > 0 {
				before[row[k].from] = append(before[row[k].from], row[k-1])
			}
		}
	}
	x := make([]float64, len(before))
	for c := 1; c < len(x); c++ {
		x[c] = x[c-1] + gridSize/em
		for _, b := range before[c] {
			x[c] = max(x[c], x[b.from]+b.long()+gridGap)
		}
	}
	for _, row := range rows {
		for k := range row {
			row[k].box.X0 = x[row[k].from]
			row[k].box.X1 = row[k].box.X0 + row[k].long()
		}
	}
}

// long is how long a piece is, in points.
func (c *cell) long() float64 { return max(1, float64(text.Width(c.text.Runes))/2) * gridSize }

// heights gives each piece its height: a lead under the piece over it, and a little more where other columns' lines between
// them say so. Tools give lines that are a little apart in height a line of the dump each.
func heights(rows [][]cell) {
	y := 0.0
	empty := 0
	for i, row := range rows {
		if len(row) == 0 {
			empty++
			y += gridLead / 2
			continue
		}
		at := y + gridStep
		for k := range row {
			if top, ok := over(rows[max(0, i-line.RowReach):i], &row[k]); ok {
				at = max(at, top+gridLead+min(float64(empty), 2)*gridLead/2)
			}
		}
		for k := range row {
			c := &row[k]
			c.box.Y0 = at
			if top, ok := over(rows[max(0, i-line.RowReach):i], c); ok && empty == 0 {
				c.box.Y0 = min(at, top+gridLead+gridStep)
			}
			c.box.Y1 = c.box.Y0 + gridSize
		}
		y, empty = at, 0
	}
}

// over is the height of the lowest piece over c in these rows.
func over(rows [][]cell, c *cell) (y float64, ok bool) {
	for i := range rows {
		for k := range rows[i] {
			if o := &rows[i][k]; o.box.OverlapX(c.box) > 0 && (!ok || o.box.Y0 > y) {
				y, ok = o.box.Y0, true
			}
		}
	}
	return y, ok
}

// downwards lists the pieces row by row, but single characters that stand one under the other together.
func downwards(rows [][]cell) []cell {
	var out []cell
	used := map[[2]int]bool{} // by line and place in the row
	for i := range rows {
		for k := range rows[i] {
			if used[[2]int{i, k}] {
				continue
			}
			used[[2]int{i, k}] = true
			out = append(out, rows[i][k])
			if !line.OneLetter(rows[i][k].text.Runes) {
				continue
			}
			last := rows[i][k]
			for j := i + 1; j < len(rows) && j <= last.line+line.RowReach; j++ {
				n := slices.IndexFunc(rows[j], func(c cell) bool { return text.Abs(c.from-last.from) <= 1 })
				if n < 0 {
					continue
				}
				if !line.OneLetter(rows[j][n].text.Runes) || used[[2]int{j, n}] {
					break
				}
				used[[2]int{j, n}] = true
				last = rows[j][n]
				out = append(out, last)
			}
		}
	}
	return out
}

// headsIn lists where the lines of one column are to be cut, as sizes don't tell headline from text: where the page's own
// lines begin and end, and before and behind lines without stops that stand over the first line of a paragraph, or close the
// column, and under the last one of another.
func headsIn(ls []line.Line) []int {
	var out []int
	for k := 0; k < len(ls); k++ {
		if k > 0 && (ls[k].Class == line.Masthead) != (ls[k-1].Class == line.Masthead) {
			out = append(out, k)
		}
		if k > 0 && !ls[k-1].Ends && ls[k-1].Class == line.Plain {
			continue
		}
		j := k
		for j < len(ls) && j < k+line.MostHead && ls[j].Class != line.Masthead && ls[j].Stops == 0 && !ls[j].Ends && !ls[j].Opens && ls[j].Indent != 4 {
			j++
		}
		if j > k && (j == len(ls) || ls[j].Opens || ls[j].Indent >= 3 && ls[j].Indent <= 6) {
			if k > 0 {
				out = append(out, k)
			}
			if j < len(ls) {
				out = append(out, j)
			}
			k = j - 1
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// peelPart is peel for some lines of a stretch.
func (d *desk) peelPart(st *layout.Stretch, ls []line.Line, i, j int) {
	if i == j {
		return
	}
	part := *st
	part.Lines = st.Lines[i:j]
	if j-i < len(ls) {
		part.Box = part.Lines[0].Box
		for k := range part.Lines {
			part.Box = part.Union(part.Lines[k].Box)
		}
		if j-i > 2 {
			part.X0 = min(part.X0, st.X0)
		}
	}
	d.peel(&part, slices.Clone(ls[i:j]))
}
