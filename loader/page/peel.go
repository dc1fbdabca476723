package page

import "github.com/baopu/baopu/loader/layout"

// peel makes a spot of a stretch, and spots of their own of what its first and last lines are by their words: a byline over
// the text, a note under it, in a page whose faces and sizes don't tell them apart.
func (d *desk) peel(st *layout.Stretch, ls []line) {
	i, j := 0, len(ls)
	for i < j && ls[i].text.len() == 0 {
		i++
	}
	from := i
	for i+1 < j && aside(ls, i) && (ls[i+1].indent > ls[i].indent+1 || ls[i+1].indent >= 3 || setOff(st, i) || ls[i].opens) {
		i++
	}
	if j > i+2 && ls[j-1].class == jumpNote && ls[j-2].class == byline {
		j-- // a note under who wrote the text
	}
	for j > i+1 && (ls[j-1].class == byline && !photographed(&ls[j-1]) || ls[j-1].class == label || signed(st, ls, j-1)) && !openBefore(ls, j-1) && !in("（(", ls[j-1].text.r[0]) {
		j--
	}
	d.cut(st, ls, from, i)
	for k := i + 1; k+1 < j; k++ {
		if subhead(st, ls, k) {
			d.cut(st, ls, i, k)
			d.cut(st, ls, k, k+1)
			i = k + 1
		}
	}
	d.cut(st, ls, i, j)
	d.cut(st, ls, j, len(ls))
}

// signed reports whether line i closes a column with a name alone: it stands at the right edge, under the end of a paragraph.
func signed(st *layout.Stretch, ls []line, i int) bool {
	return ls[i-1].ends && bareName(ls[i].text.r) && ls[i].indent > 6 && st.X1-st.Lines[i].X1 < 2.5*st.Size
}

// aside reports whether line i, at the head of a column, is none of its text by its words: a byline, a label, a pen name.
func aside(ls []line, i int) bool {
	return ls[i].class == byline || ls[i].class == label || ls[i].class == plain && bareName(ls[i].text.r)
}

// subhead reports whether line k of a stretch is a sub-heading set as the text is: one line in the middle of its column,
// between a paragraph's end and another's beginning.
func subhead(st *layout.Stretch, ls []line, k int) bool {
	right := halfWidths(st.X1-st.Lines[k].X1, st.Size)
	return ls[k-1].ends && ls[k].class == plain && stops(ls[k].text.r) == 0 && ls[k].indent >= 3 && abs(ls[k].indent-right) <= 2 &&
		ls[k+1].indent >= 3 && halfWidths(st.X1-st.Lines[k+1].X1, st.Size) <= 3
}

// setOff reports whether line i stands apart from the text under it: it ends short of its column, or the gap under it is wider
// than those between the text's lines.
func setOff(st *layout.Stretch, i int) bool {
	n := len(st.Lines) - 1
	lead := st.Lines[i+1].Y1 - st.Lines[i].Y1
	return st.Lines[i].X1 < st.X1-1.5*st.Size || i+1 < n && lead > 1.2*(st.Lines[n].Y1-st.Lines[i+1].Y1)/float64(n-i-1)
}

// openBefore reports whether the line before i breaks off, so that line i is its end.
func openBefore(ls []line, i int) bool {
	return i > 0 && !ls[i-1].ends && !ls[i-1].pauses && ls[i-1].class == plain
}

// cut makes a spot of the lines i to j of a stretch.
func (d *desk) cut(st *layout.Stretch, ls []line, i, j int) {
	if i >= j {
		return
	}
	s := spot{Stretch: *st, lines: ls[i:j:j]}
	s.Lines = st.Lines[i:j]
	if j-i < len(ls) {
		s.Box = s.Lines[0].Box
		for k := range s.Lines {
			s.Box = s.Union(s.Lines[k].Box)
		}
		s.Face, s.Bold = s.Lines[0].Face, s.Lines[0].Bold
	}
	d.ss = append(d.ss, s)
}
