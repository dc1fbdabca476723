package page

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
)

// caption reports whether a spot describes a picture: it has a photographer's credit, or stands right under a picture, as
// wide as it, in a face that is not the body's.
func (d *desk) caption(s *spot) bool {
	var b strings.Builder
	for i := range s.lines {
		b.WriteString(s.lines[i].text.String())
	}
	if n, makers, ok := credit.Caption(b.String()); ok && n >= 6 && len(s.lines) < 12 && !wrote(makers) {
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

// photographed reports whether a line of credits names photographers only: it ends a caption, not a text.
func photographed(l *line) bool {
	makers, ok := credit.Line(l.text.String())
	return ok && !slices.ContainsFunc(makers, func(m article.Byline) bool { return m.Role != article.Photographer })
}

// photographers gives lines that name who took a picture, set apart under its caption, to the caption.
func (d *desk) photographers() {
	for i := 0; i < len(d.ss); i++ {
		s := &d.ss[i]
		if s.kind != displaySpot || len(s.lines) != 1 || !photographed(&s.lines[0]) {
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

// maxShown is how many lines of a caption are seen as such by their credit.
const maxShown = 5

// showLines marks the lines of a dump that end with a photographer's credit, whole or run over the line, and those before
// them in the same column: however wide they are, and whatever stands around, they are a caption's.
func showLines(ls []line) {
	for i := range ls {
		l := &ls[i]
		if !in("摄攝道影）)", lastOf(l.text.r)) || l.text.len() > 70 {
			continue
		}
		over := i > 0 && !l.gap && !ls[i-1].ends && ls[i-1].class == plain && captioned(slices.Concat(ls[i-1].text.r, l.text.r))
		if over && !(l.class == byline && photographed(l) && ls[i-1].stops == 0) {
			l.class, l.opens = plain, false
		} else if !captioned(l.text.r) {
			continue
		}
		l.shows, l.ends = true, true
		column := l.width
		for k := i - 1; k >= 0 && k > i-maxShown && !ls[k+1].gap && ls[k].class == plain && !ls[k].ends && !ls[k].opens; k-- {
			if k < i-1 && abs(ls[k].width-column) > 2 && ls[k].width+4 != column || ls[k].width < column-4 {
				break
			}
			column = max(column, ls[k].width)
			ls[k].shows = true
		}
	}
}

// captioned reports whether a line is the last of a caption: words, and behind them who took the picture.
func captioned(r []rune) bool {
	n, makers, ok := credit.Caption(string(r))
	return ok && n >= 2 && !wrote(makers) && len(makers) > 0
}
