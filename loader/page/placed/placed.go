package placed

import (
	"math"
	"slices"

	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/layout"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/sheet"
)

// A page that comes with positions needs no guess at its columns: they are measured. From here on both kinds of page are the
// same: lines in the order of reading, each with the width of its column, 0 for a display line. What positions say beyond
// that goes with each line as its spot.

// spot is a stretch of the sheet with what its words say about it.
type spot struct {
	layout.Stretch
	lines  []line.Line
	kind   spotKind
	open   bool    // it breaks off inside a sentence
	fresh  bool    // its last line begins a paragraph, and may be a sub-heading
	closed bool    // its last line is short: a paragraph ends there
	paused bool    // that line ends with a semicolon or a colon
	flush  bool    // it begins at the column's edge, without an indent
	opens  bool    // its first words open an article
	ended  bool    // its last words close one
	spare  float64 // ems that its last line leaves free
	top    float64 // where its column begins: the top of the picture that stands right over it, with its caption; else its own
	stack  int     // of a display spot: which headline stack it stands in, from 1
}

type spotKind uint8

const (
	bodySpot spotKind = iota
	displaySpot
	captionSpot
	furnitureSpot
)

// Sheet gives the lines of a sheet in the order of reading, each with the width of its column, 0 for a display line, and
// with its place.
func Sheet(s *sheet.Sheet) ([]line.Line, []int) { return readSheet(s, nil) }

// Dump reads a region of a dump that keeps the look of the page as a sheet; false where it doesn't keep it.
func Dump(region []text.Text) (ls []line.Line, columns []int, ok bool) {
	s, texts := asSheet(region)
	if s == nil {
		return nil, nil, false
	}
	ls, columns = readSheet(s, texts)
	return ls, columns, true
}

// readSheet puts the lines of a sheet in order. The texts are those of its runs where they come from elsewhere than the sheet.
func readSheet(s *sheet.Sheet, texts []text.Text) ([]line.Line, []int) {
	d := &desk{Layout: layout.Analyze(s), sheet: s, texts: texts}
	d.spots()
	return d.arrange()
}

// desk is where a sheet is sorted.
type desk struct {
	*layout.Layout
	sheet  *sheet.Sheet
	texts  []text.Text // by run, of a dump that keeps the look of the page: its letters' sizes are not known; else nil
	ss     []spot
	top    float64 // what ends above it is the page's head
	stacks []stack
}

// spots makes spots of the stretches.
func (d *desk) spots() {
	d.top = d.headRule()
	for i := range d.Stretches {
		st := &d.Stretches[i]
		var ls []line.Line
		for k := range st.Lines {
			ls = append(ls, d.line(st, k))
		}
		line.RunOver(ls)
		if d.texts == nil {
			d.peel(st, ls)
			continue
		}
		from := 0
		for _, k := range headsIn(ls) {
			d.peelPart(st, ls, from, k)
			from = k
		}
		d.peelPart(st, ls, from, len(ls))
	}
	d.kinds()
	d.photographers()
	d.edges()
	for i := range d.ss {
		d.ss[i].judge()
		d.ss[i].top = d.topUnder(i)
	}
}

// topUnder is the top of the pictures right over a spot, their captions between; its own top where there is none.
func (d *desk) topUnder(i int) float64 {
	at := d.ss[i].Box
	em := d.ss[i].Size
	for range 3 { // a caption, a picture, another one over it
		moved := false
		over := func(b sheet.Box) {
			if gap := at.Y0 - b.Y1; gap > -2 && gap < 2.2*em && b.OverlapX(d.ss[i].Box) > 0.5*d.ss[i].Width() {
				at.Y0, moved = b.Y0, true
			}
		}
		for k := range d.ss {
			if d.ss[k].kind == captionSpot && at.Y0 == d.ss[i].Y0 {
				over(d.ss[k].Box)
			}
		}
		for _, p := range d.Pictures {
			over(p)
		}
		if !moved {
			break
		}
	}
	for _, p := range d.Pictures {
		if p.Y0 == at.Y0 {
			return at.Y0
		}
	}
	return d.ss[i].Y0
}

// edges gives short spots the edges of their column, which they may not reach themselves: those of the nearest longer spot
// that they fit in.
func (d *desk) edges() {
	for i := range d.ss {
		s := &d.ss[i]
		if s.kind != bodySpot || len(s.lines) > 2 {
			continue
		}
		best, near := -1, 40*s.Size
		for k := range d.ss {
			o := &d.ss[k]
			if o.kind != bodySpot || len(o.lines) < 3 || o.Frame != s.Frame || !line.AlikeSizes(o.Size, s.Size) || s.X0 < o.X0-0.7*s.Size || s.X1 > o.X1+1.2*s.Size || s.X0 > o.X0+2.7*s.Size {
				continue
			}
			if gap := -s.OverlapY(o.Box); gap < near && !d.takes(i, o.X0, o.X1) {
				best, near = k, gap
			}
		}
		if best >= 0 {
			left := d.ss[best].X0
			if n := len(s.lines); n == 2 && !s.lines[0].Ends && math.Abs(s.Lines[0].X0-s.Lines[1].X0) < 0.5*s.Size {
				left = s.X0 // the rest of a paragraph: its lines begin at the edge
			}
			s.X0, s.X1 = min(s.X0, left), max(s.X1, d.ss[best].X1)
			for k := range s.lines {
				s.lines[k].Indent = halfWidths(s.Lines[k].X0-s.X0, s.Size)
			}
		}
	}
}

// takes reports whether spot i would take up room of another body spot beside it, were it as wide as that.
func (d *desk) takes(i int, x0, x1 float64) bool {
	wide := d.ss[i].Box
	wide.X0, wide.X1 = x0, x1
	for k := range d.ss {
		if o := &d.ss[k]; k != i && o.kind == bodySpot && o.OverlapY(wide) > 0.5*o.Size && o.OverlapX(wide) > o.Size {
			return true
		}
	}
	return false
}

// line composes line k of a stretch: its runs with their gaps as spaces, its width and indent as measured.
func (d *desk) line(st *layout.Stretch, k int) line.Line {
	at := &st.Lines[k]
	var t text.Text
	for n, r := range at.Runs {
		run := &d.sheet.Runs[r]
		var u text.Text
		if d.texts != nil {
			u = d.texts[r]
		} else {
			u = text.Repair(run.Text, int32(r+1))
		}
		if n > 0 && !at.Vertical {
			before := &d.sheet.Runs[at.Runs[n-1]]
			for range spaces((run.X0 - before.X1) / at.Size) {
				t.Add(' ', u.At[0])
			}
		}
		t.Join(u)
	}
	got := line.New([]text.Text{t})
	if len(got) == 0 {
		return line.Line{}
	}
	l := got[0]
	if !at.Vertical {
		l.Width = halfWidths(at.Width(), at.Size)
		l.Indent = halfWidths(at.X0-st.X0, at.Size)
	}
	return l
}

// spaces is how many spaces a gap of so many ems is.
func spaces(ems float64) int {
	switch {
	case ems < 0.2:
		return 0
	case ems < 0.75:
		return 1
	}
	return 2
}

func halfWidths(points, size float64) int { return int(points/size*2 + 0.5) }

// judge reads what a spot's first and last lines say.
func (s *spot) judge() {
	first, last := &s.lines[0], &s.lines[len(s.lines)-1]
	em := s.Size
	at, to := s.Lines[0], s.Lines[len(s.Lines)-1]
	s.opens = first.Opens || line.OpensArticle(first.Text.Runes) || s.opensWithCredit() || len(s.lines) > 1 && line.BrokenLede(first.Text.Runes, s.lines[1].Text.Runes)
	s.flush = at.X0 < s.X0+0.8*em && !s.opens
	s.closed = last.Ends && to.X1 < s.X1-1.6*em || last.Pauses && to.X1 < s.X1-1.6*em
	s.paused = last.Pauses && !last.Ends
	begun := to.X0 < s.X0+1.2*em || last.Stops > 0 || math.Abs(to.X0-s.X0-2*em) < 0.4*em && to.X1 > s.X1-0.5*em
	s.open = !last.Ends && !last.Pauses && last.Class == line.Plain && to.X1 > s.X1-2.6*em && begun
	s.fresh = len(s.lines) > 1 && s.lines[len(s.lines)-2].Ends && last.Stops == 0 && to.X0 > s.X0+1.2*em
	s.spare = (s.X1 - to.X1) / em
	closing := last.Text.Runes
	if n := len(s.lines); n > 1 { // credits may run over the line
		closing = slices.Concat(s.lines[n-2].Text.Runes, closing)
	}
	if _, _, ok := credit.Closing(string(closing)); ok || last.Class == line.JumpNote {
		s.ended = true
	}
	if _, _, ok := line.CutJump(last.Text.Runes); ok {
		s.ended = true
	}
}

// opensWithCredit reports whether a spot begins with credits in brackets and goes on behind them: （记者 王明）昨日, ….
func (s *spot) opensWithCredit() bool {
	r := s.lines[0].Text.Runes
	if len(s.lines) > 1 {
		r = slices.Concat(r, s.lines[1].Text.Runes)
	}
	end, _ := credit.Opening(r)
	return end > 0 && end < len(r)
}
