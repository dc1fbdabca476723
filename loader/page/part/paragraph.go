package part

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

func (p *Part) display() bool { return p.Column == 0 }

// pieces joins the lines of each column into paragraphs; display lines stay by themselves.
func pieces(ls []line.Line, column []int) []Part {
	indented := indents(ls, column)
	var out []Part
	for i := 0; i < len(ls); {
		if column[i] == 0 {
			out = append(out, Part{Text: ls[i].Text, First: i, Last: i, gap: ls[i].Gap, class: ls[i].Class, Spaced: ls[i].Spaced, Place: ls[i].Place})
			i++
			continue
		}
		j := i
		for j < len(ls) && column[j] == column[i] && line.SameText(ls[i].Place, ls[j].Place) {
			j++
		}
		out = append(out, run(ls, i, j, column[i], indented)...)
		i = j
	}
	return out
}

// indents reports whether the dump kept the two spaces before each paragraph, so that their absence means something.
func indents(ls []line.Line, column []int) bool {
	n, fresh := 0, 0
	for i := range ls {
		if column[i] == 0 {
			continue
		}
		if ls[i].Indent >= 4 {
			n++
		}
		if i > 0 && ls[i-1].Ends && column[i-1] == column[i] && ls[i-1].Width < column[i]-3 {
			fresh++
		}
	}
	return n >= 3 && n*2 >= fresh
}

// run cuts the lines i..j-1 of one column into paragraphs.
func run(ls []line.Line, i, j, column int, indented bool) []Part {
	full := line.FullWidth(ls[i:j], column)
	if indented {
		indented = false
		for k := i; k < j && !indented; k++ {
			indented = ls[k].Indent >= 4
		}
	}
	var out []Part
	start := i
	for k := i + 1; k <= j; k++ {
		if k < j && (ls[k].Place != nil && !placedBreak(&ls[k-1], &ls[k], column) || ls[k].Place == nil && !breaks(&ls[k-1], &ls[k], full, indented)) {
			continue
		}
		p := Part{First: start, Last: k - 1, Column: column, gap: ls[start].Gap, Place: ls[start].Place}
		p.Text = joinLines(ls[start:k])
		p.Flush = ls[start].Indent < 2 && (ls[start].Width >= full-2 || ls[start].Spaced)
		end := &ls[k-1]
		p.Open = !end.Ends && (end.Width >= full-5 || !end.Pauses)
		if end.Place != nil {
			p.Flush = ls[start].Indent < 2
			p.Open = !end.Ends && column-end.Indent-end.Width <= 5
		}
		out = append(out, p)
		start = k
	}
	return out
}

// breaks reports whether a paragraph ends with line a, where b comes next in the same column.
func breaks(a, b *line.Line, full int, indented bool) bool {
	short := full - a.Width
	if b.Opens {
		return true
	}
	if !a.Ends {
		if b.Indent >= 4 && (short > 5 || a.Pauses) {
			return true
		}
		return short > 5 && !a.Spaced && (a.Pauses || short > 8 && a.Stops == 0 && b.Gap)
	}
	fresh := b.Width <= full-3 && !b.Spaced && !b.Ends // the indent of a first line, eaten by the dump
	switch {
	case indented:
		return b.Indent >= 4
	case fresh, short > 5:
		return true
	case b.Gap:
		return short > 3 || b.Width <= full-2 || text.In("“‘", b.Text.Runes[0])
	}
	return false
}

// placedBreak reports whether a paragraph ends with line a, where b comes next and indents are measured.
func placedBreak(a, b *line.Line, column int) bool {
	short := column - a.Indent - a.Width
	switch {
	case b.Place != nil && b.Place.Caption && line.Photographed(b): // it ends the caption, on a line of its own
		return false
	case b.Opens, b.Indent >= 3 && (b.Indent <= 6 || a.Ends || short > 4):
		return true
	case a.Ends:
		return short > 3
	}
	return a.Pauses && short > 5
}

// joinLines joins wrapped lines: without space between Han characters and inside numbers, with one between Latin words.
// A space at a line's end or start stays where it pads a name or divides credits; closePadding decides.
func joinLines(ls []line.Line) text.Text {
	n := 0
	for i := range ls {
		n += ls[i].Text.Len() + 1
	}
	t := text.Text{Runes: make([]rune, 0, n), At: make([]text.Pos, 0, n)}
	for i := range ls {
		u := ls[i].Text
		if i > 0 && len(t.Runes) > 0 && u.Len() > 0 {
			a, b := t.Runes[len(t.Runes)-1], u.Runes[0]
			switch {
			case isLatin(a) && isLatin(b), photoLine(u.Runes) && !begun(t.Runes), ls[i-1].Tail && zh.IsHan(a) && zh.IsHan(b):
				t.Add(' ', t.At[len(t.At)-1])
			case ls[i].Indent == 2 && zh.IsHan(a) && zh.IsHan(b):
				t.Add(' ', u.At[0])
			}
		}
		t.Join(u)
	}
	return text.ClosePadding(t, true)
}

// photoLine reports whether the last line of a caption is nothing but its credit: the break before it was a space (…劳动模范称号
// / 褚明月 摄).
func photoLine(r []rune) bool {
	if len(r) > 24 || !text.In("摄攝", text.Last(r)) || text.In("（(", r[0]) {
		return false
	}
	_, ok := credit.Line(string(r))
	return ok
}

// begun reports whether a line ends with the beginning of a name behind a space (…3.1万平方米　冯 / 东升 摄).
func begun(r []rune) bool {
	for n := 1; n < 4 && n <= len(r); n++ {
		if c := r[len(r)-n]; text.IsSpace(c) {
			return n > 1
		} else if !zh.IsHan(c) {
			return false
		}
	}
	return false
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
