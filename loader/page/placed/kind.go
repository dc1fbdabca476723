package placed

import (
	"math"
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/layout"
	"github.com/baopu/baopu/loader/page/line"
)

// What a spot is: text, display, a caption, the page's own.

// headRule is the height of the rule under the page's head: the lowest rule across most of the page in its upper part with
// lines above it that are masthead by their words; 0 for none.
func (d *desk) headRule() float64 {
	top := 0.0
	for _, r := range d.Rules {
		if r.Width() < 0.6*d.Width || r.Y0 > 0.3*d.Height {
			continue
		}
		heads, all := 0, 0
		for i := range d.Stretches {
			st := &d.Stretches[i]
			if st.Y1 > r.Y1+2 {
				continue
			}
			for k := range st.Lines {
				all++
				if l := d.line(st, k); l.Class == line.Masthead || l.Class == line.DateLine {
					heads++
				}
			}
		}
		if heads > 0 && heads*3 >= all {
			top = max(top, r.Y1)
		}
	}
	return top
}

// kinds tells body, display, captions and furniture apart.
func (d *desk) kinds() {
	for i := range d.ss {
		s := &d.ss[i]
		switch {
		case s.Y1 <= d.top+2:
			s.kind = furnitureSpot
			for k := range s.lines {
				s.lines[k].Class = line.Masthead
			}
		case d.furniture(s):
			s.kind = furnitureSpot
		case s.Large, s.Vertical:
			s.kind = displaySpot
		case d.caption(s):
			s.kind = captionSpot
		case d.displayed(s):
			s.kind = displaySpot
		}
	}
	for i := range d.ss {
		if d.section(&d.ss[i]) {
			d.ss[i].kind = furnitureSpot
		}
	}
}

// section reports whether a label is the page's section: it stands in one line with the page's head, over all text.
func (d *desk) section(s *spot) bool {
	if s.kind != displaySpot || len(s.lines) > 1 || s.lines[0].Class != line.Label || s.Vertical {
		return false
	}
	head := false
	for i := range d.ss {
		switch o := &d.ss[i]; {
		case o.kind == bodySpot && o.Y0 < s.Y1:
			return false
		case o.kind == furnitureSpot && !o.Vertical:
			head = head || s.OverlapY(o.Box) > 0.5*min(s.Height(), o.Height())
		}
	}
	return head
}

// furniture reports whether a spot is the page's own by its words: all its lines, or most of them where they are smaller
// than the body's.
func (d *desk) furniture(s *spot) bool {
	own, days := 0, 0
	for i := range s.lines {
		switch s.lines[i].Class {
		case line.Masthead, line.Contents, line.Weather:
			own++
		case line.DateLine:
			days++
		}
	}
	if own > 0 && own+days == len(s.lines) {
		return true
	}
	if s.Size < smallPrint*d.Body {
		own += days
	}
	if own == len(s.lines) {
		return true
	}
	if s.Size >= smallPrint*d.Body || own*2 < len(s.lines) {
		return false
	}
	for i := range s.lines {
		if s.lines[i].Class == line.Plain {
			s.lines[i].Class = line.Masthead
		}
	}
	return true
}

// smallPrint is up to what part of the body's size print is small.
const smallPrint = 0.92

// displayed reports whether a spot of about the body's size is display: a line or two without stops that stand alone, up to
// four in another face or a little larger.
func (d *desk) displayed(s *spot) bool {
	known := true
	for i := range s.lines {
		known = known && s.lines[i].Class != line.Plain && s.lines[i].Class != line.DateLine
	}
	if known {
		return true
	}
	last := &s.lines[len(s.lines)-1]
	if d.firstLine(s) {
		return false
	}
	most := 2
	if d.texts != nil || s.Face != d.mainFace() || s.Size > 1.06*d.Body {
		most = 4
	}
	if len(s.lines) > most || last.Ends || line.OpensArticle(s.lines[0].Text.Runes) {
		return false
	}
	for i := range s.lines {
		if strings.ContainsAny(s.lines[i].Text.String(), "，。；") {
			return false
		}
	}
	return true
}

// firstLine reports whether a spot is one line set as the first of a paragraph at the foot of a column: its indent and its end
// are those of the column's.
func (d *desk) firstLine(s *spot) bool {
	return len(s.lines) == 1 && s.Face == d.mainFace() && line.AlikeSizes(s.Size, d.Body) && slices.ContainsFunc(d.Stretches, func(o layout.Stretch) bool {
		return len(o.Lines) > 2 && !o.Large && line.AlikeSizes(o.Size, s.Size) && o.Frame == s.Frame && math.Abs(s.X0-o.X0-2*s.Size) < 0.4*s.Size &&
			math.Abs(s.X1-o.X1) < 0.6*s.Size && -o.OverlapY(s.Box) < 5*s.Size
	})
}

// mainFace is the face of most of the body's lines.
func (d *desk) mainFace() string {
	counts := map[string]int{}
	best := ""
	for i := range d.Stretches {
		if st := &d.Stretches[i]; !st.Large {
			counts[st.Face] += len(st.Lines)
			if counts[st.Face] > counts[best] || counts[st.Face] == counts[best] && st.Face < best {
				best = st.Face
			}
		}
	}
	return best
}
