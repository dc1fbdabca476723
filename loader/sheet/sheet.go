// Package sheet is one page as a file with positions gives it: runs of text with their place, size and face, and the
// pictures, rules and frames between them. It knows no Chinese and no articles. Its text form (Encode, Parse) is what a
// store keeps of a PDF, so that a page can be read again with newer rules and without the file.
package sheet

import "strings"

// Box is a rectangle in points, from the top left corner of the page, y down; X0 ≤ X1 and Y0 ≤ Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width is the box's extent sideways, in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height is its extent up and down.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// Union is the least box that holds both.
func (b Box) Union(c Box) Box {
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// OverlapX is how far the boxes overlap sideways, in points; below 0 it is the gap between them.
func (b Box) OverlapX(c Box) float64 { return min(b.X1, c.X1) - max(b.X0, c.X0) }

// OverlapY is how far they overlap up and down; below 0 it is the gap.
func (b Box) OverlapY(c Box) float64 { return min(b.Y1, c.Y1) - max(b.Y0, c.Y0) }

// Holds reports whether c lies inside b, give or take slack points.
func (b Box) Holds(c Box, slack float64) bool {
	return c.X0 >= b.X0-slack && c.X1 <= b.X1+slack && c.Y0 >= b.Y0-slack && c.Y1 <= b.Y1+slack
}

// Run is a stretch of text of one size and face on one baseline without a wide gap. Its box goes from baseline less 0.88 of
// the size to baseline plus 0.12, sideways from the first advance to the last. Spaces at its ends are left out.
type Run struct {
	Box
	Size float64 // points, as printed
	Face string  // name of the font, without a subset's prefix; "" where it has none
	Bold bool
	Text string
}

// Mark is something on the page that is no text.
type Mark struct {
	Box
	Kind Kind
}

// Kind says what a mark is.
type Kind byte

// The kinds of mark.
const (
	Picture Kind = 'p'
	Rule    Kind = 'r' // a line, across or down
	Frame   Kind = 'f' // a rectangle round something, drawn or tinted
)

// Sheet is a page of Width by Height points. Runs stand in the order of the file.
type Sheet struct {
	Width, Height float64
	Runs          []Run
	Marks         []Mark
}

// Text is the words of a sheet, run by run.
func (s *Sheet) Text() string {
	var b strings.Builder
	for i := range s.Runs {
		b.WriteString(s.Runs[i].Text)
		b.WriteByte('\n')
	}
	return b.String()
}
