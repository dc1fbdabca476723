package pdf

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/baopu/baopu/loader/sheet"
)

// thin is up to how many points a rectangle is a rule.
const thin = 3

// deepest is how far forms are followed that stand in forms: a page that was placed on another one, an advertisement on that.
const deepest = 4

// matrix takes points of a form to the page: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

// within is the matrix that takes points by inner first, then by m.
func (m matrix) within(inner matrix) matrix {
	return matrix{
		a: m.a*inner.a + m.c*inner.b, b: m.b*inner.a + m.d*inner.b,
		c: m.a*inner.c + m.c*inner.d, d: m.b*inner.c + m.d*inner.d,
		e: m.a*inner.e + m.c*inner.f + m.e, f: m.b*inner.e + m.d*inner.f + m.f,
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// box is the least upright rectangle about what a rectangle becomes.
func (m matrix) box(left, bottom, right, top float64) (l, b, r, t float64) {
	l, b = math.Inf(1), math.Inf(1)
	r, t = math.Inf(-1), math.Inf(-1)
	for _, c := range [...][2]float64{{left, bottom}, {left, top}, {right, bottom}, {right, top}} {
		x, y := m.point(c[0], c[1])
		l, r, b, t = min(l, x), max(r, x), min(b, y), max(t, y)
	}
	return l, b, r, t
}

// marks lists the pictures, rules and frames of the page.
func (p *reading) marks() error {
	n, err := p.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.page})
	if err != nil {
		return err
	}
	left := maxObjects
	for i := 0; i < n.Count && left > 0; i++ {
		o, err := p.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p.page, Index: i})
		if err != nil {
			return err
		}
		if err := p.object(o.PageObject, matrix{a: 1, d: 1}, 0, &left); err != nil {
			return err
		}
	}
	return nil
}

// object notes the mark that an object is, or those of the form that it is.
func (p *reading) object(o references.FPDF_PAGEOBJECT, m matrix, depth int, left *int) error {
	*left--
	t, err := p.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil || t.Type == enums.FPDF_PAGEOBJ_TEXT {
		return err
	}
	if t.Type == enums.FPDF_PAGEOBJ_FORM {
		if depth == deepest {
			return nil
		}
		return p.form(o, m, depth+1, left)
	}
	b, err := p.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return nil //nolint:nilerr // it has none: nothing to see
	}
	p.mark(t.Type, p.placeBox(m.box(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))))
	return nil
}

// form notes the marks of a form: a page that is placed on this one, as those are that were turned or imposed.
func (p *reading) form(o references.FPDF_PAGEOBJECT, m matrix, depth int, left *int) error {
	at, err := p.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return err
	}
	x := at.Matrix
	m = m.within(matrix{float64(x.A), float64(x.B), float64(x.C), float64(x.D), float64(x.E), float64(x.F)})
	n, err := p.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return err
	}
	for i := 0; i < n.Count && *left > 0; i++ {
		inner, err := p.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := p.object(inner.PageObject, m, depth, left); err != nil {
			return err
		}
	}
	return nil
}

func (p *reading) mark(t enums.FPDF_PAGEOBJ, b sheet.Box) {
	page := sheet.Box{X1: p.sheet.Width, Y1: p.sheet.Height}
	if !page.Holds(b, 2) || b.Width() > 0.97*page.Width() && b.Height() > 0.97*page.Height() {
		return // the paper itself, or what is cut off by its edge
	}
	k := sheet.Frame
	switch {
	case t == enums.FPDF_PAGEOBJ_IMAGE, t == enums.FPDF_PAGEOBJ_SHADING:
		k = sheet.Picture
	case t != enums.FPDF_PAGEOBJ_PATH:
		return
	case math.Min(b.Width(), b.Height()) <= thin:
		k = sheet.Rule
	}
	if k == sheet.Rule && max(b.Width(), b.Height()) < 12 || k != sheet.Rule && (b.Width() < 12 || b.Height() < 8) {
		return // a dot, a bullet, an underline's piece
	}
	p.sheet.Marks = append(p.sheet.Marks, sheet.Mark{Box: b, Kind: k})
}
