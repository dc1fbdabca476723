package placed

import (
	"github.com/baopu/baopu/loader/layout"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// peel makes a spot of a stretch, and spots of their own of what its first and last lines are by their words: a byline over
// the text, a note under it, in a page whose faces and sizes don't tell them apart.
func (d *desk) peel(st *layout.Stretch, ls []line.Line) {
	i, j := 0, len(ls)
	for i < j && ls[i].Text.Len() == 0 {
		i++
	}
	from := i
	for i+1 < j && aside(ls, i) && (ls[i+1].Indent > ls[i].Indent+1 || ls[i+1].Indent >= 3 || setOff(st, i) || ls[i].Opens) {
		i++
	}
	if j > i+2 && ls[j-1].Class == line.JumpNote && ls[j-2].Class == line.Byline {
		j-- // a note under who wrote the text
	}
	for j > i+1 && (ls[j-1].Class == line.Byline && !line.Photographed(&ls[j-1]) || ls[j-1].Class == line.Label || signed(st, ls, j-1)) && !openBefore(ls, j-1) && !text.In("（(", ls[j-1].Text.Runes[0]) {
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
func signed(st *layout.Stretch, ls []line.Line, i int) bool {
	return ls[i-1].Ends && line.BareName(ls[i].Text.Runes) && ls[i].Indent > 6 && st.X1-st.Lines[i].X1 < 2.5*st.Size
}

// aside reports whether line i, at the head of a column, is none of its text by its words: a byline, a label, a pen name.
func aside(ls []line.Line, i int) bool {
	return ls[i].Class == line.Byline || ls[i].Class == line.Label || ls[i].Class == line.Plain && line.BareName(ls[i].Text.Runes)
}

// subhead reports whether line k of a stretch is a sub-heading set as the text is: one line in the middle of its column,
// between a paragraph's end and another's beginning.
func subhead(st *layout.Stretch, ls []line.Line, k int) bool {
	right := halfWidths(st.X1-st.Lines[k].X1, st.Size)
	return ls[k-1].Ends && ls[k].Class == line.Plain && text.Stops(ls[k].Text.Runes) == 0 && ls[k].Indent >= 3 && text.Abs(ls[k].Indent-right) <= 2 &&
		ls[k+1].Indent >= 3 && halfWidths(st.X1-st.Lines[k+1].X1, st.Size) <= 3
}

// setOff reports whether line i stands apart from the text under it: it ends short of its column, or the gap under it is wider
// than those between the text's lines.
func setOff(st *layout.Stretch, i int) bool {
	n := len(st.Lines) - 1
	lead := st.Lines[i+1].Y1 - st.Lines[i].Y1
	return st.Lines[i].X1 < st.X1-1.5*st.Size || i+1 < n && lead > 1.2*(st.Lines[n].Y1-st.Lines[i+1].Y1)/float64(n-i-1)
}

// openBefore reports whether the line before i breaks off, so that line i is its end.
func openBefore(ls []line.Line, i int) bool {
	return i > 0 && !ls[i-1].Ends && !ls[i-1].Pauses && ls[i-1].Class == line.Plain
}

// cut makes a spot of the lines i to j of a stretch.
func (d *desk) cut(st *layout.Stretch, ls []line.Line, i, j int) {
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
