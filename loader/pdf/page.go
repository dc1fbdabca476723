package pdf

import (
	"fmt"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/baopu/baopu/loader/sheet"
)

// reading is one page being read.
type reading struct {
	in    pdfium.Pdfium
	page  requests.Page
	limit int
	sheet sheet.Sheet
	box   sheet.Box // the visible part of the page, in the file's coordinates (y up)
	turn  int       // quarter turns, clockwise, by which the page is shown
}

// Bounds on what one page may hold beside its characters.
const maxObjects = 20_000

func (p *reading) read() error {
	b, err := p.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: p.page})
	if err != nil {
		return err
	}
	p.box = sheet.Box{X0: float64(b.Rect.Left), Y0: float64(b.Rect.Bottom), X1: float64(b.Rect.Right), Y1: float64(b.Rect.Top)}
	rot, err := p.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: p.page})
	if err != nil {
		return err
	}
	p.turn = int(rot.PageRotation) & 3
	p.sheet.Width, p.sheet.Height = p.box.Width(), p.box.Height()
	if p.turn%2 == 1 {
		p.sheet.Width, p.sheet.Height = p.sheet.Height, p.sheet.Width
	}
	if err := p.text(); err != nil {
		return err
	}
	return p.marks()
}

// place is a point of the file on the sheet.
func (p *reading) place(x, y float64) (float64, float64) {
	x, y = x-p.box.X0, y-p.box.Y0
	switch p.turn {
	case 1:
		return y, x
	case 2:
		return p.box.Width() - x, y
	case 3:
		return p.box.Height() - y, p.box.Width() - x
	}
	return x, p.box.Height() - y
}

// placeBox is a rectangle of the file on the sheet.
func (p *reading) placeBox(left, bottom, right, top float64) sheet.Box {
	x0, y0 := p.place(left, bottom)
	x1, y1 := p.place(right, top)
	return sheet.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}

func (p *reading) text() error {
	t, err := p.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.page})
	if err != nil {
		return err
	}
	n, err := p.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: t.TextPage})
	if err != nil {
		return err
	}
	if n.Count > p.limit {
		return fmt.Errorf("%w (%d, at most %d)", ErrDense, n.Count, p.limit)
	}
	w := newWriter(p, t.TextPage)
	for i := range n.Count {
		if err := w.char(i); err != nil {
			return err
		}
	}
	w.flush()
	p.sheet.Runs = untwine(p.sheet.Runs)
	_, err = p.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: t.TextPage})
	return err
}
