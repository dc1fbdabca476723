package placed

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
)

// caption reports whether a spot describes a picture: it has a photographer's credit, or stands right under a picture, as
// wide as it, in a face that is not the body's.
func (d *desk) caption(s *spot) bool {
	var b strings.Builder
	for i := range s.lines {
		b.WriteString(s.lines[i].Text.String())
	}
	if n, makers, ok := credit.Caption(b.String()); ok && n >= 6 && len(s.lines) < 12 && !line.NamesWriter(makers) {
		return true
	}
	if len(s.lines) > 8 || s.Face == d.mainFace() && s.Size > 0.97*d.Body {
		return false
	}
	for _, p := range d.Pictures {
		if s.Frame >= 0 && !d.Frames[s.Frame].Holds(p, 2) {
			continue // it stands over the frame
		}
		if gap := s.Y0 - p.Y1; gap > -2 && gap < 2.5*s.Size && s.OverlapX(p) > 0.9*s.Width() && s.X0 < p.X0+3*s.Size {
			return true
		}
	}
	return false
}

// photographers gives lines that name who took a picture, set apart under its caption, to the caption.
func (d *desk) photographers() {
	for i := 0; i < len(d.ss); i++ {
		s := &d.ss[i]
		if s.kind != displaySpot || len(s.lines) != 1 || !line.Photographed(&s.lines[0]) {
			continue
		}
		c := slices.IndexFunc(d.ss, func(o spot) bool {
			return o.kind == captionSpot && o.Frame == s.Frame && s.Y0-o.Y1 > -0.3*s.Size && s.Y0-o.Y1 < s.Size && o.OverlapX(s.Box) > 0.8*s.Width()
		})
		if c < 0 {
			continue
		}
		o := &d.ss[c]
		o.lines, o.Lines = append(slices.Clip(o.lines), s.lines...), append(slices.Clip(o.Lines), s.Lines...)
		o.Box = o.Union(s.Box)
		d.ss = slices.Delete(d.ss, i, i+1)
		i--
	}
}
