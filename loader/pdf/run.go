package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/baopu/baopu/loader/sheet"
)

// Gaps and steps between characters of one run, in parts of the size.
const (
	widestGap = 0.35 // sideways
	overlap   = 0.5  // back
	baseSlack = 0.12 // up and down
	sizeSlack = 0.04
	twice     = 0.12 // a character set twice this near is set bold, not doubled
	ascent    = 0.88
	descent   = 0.12
)

// glyph is one character on the sheet.
type glyph struct {
	r        rune
	x, y     float64 // origin: left end of its baseline
	end      float64 // right end of its advance
	box      sheet.Box
	size     float64
	upright  bool
	straight bool // it is upright or turned by a quarter
}

// writer makes runs of the characters of a page.
type writer struct {
	*reading
	text references.FPDF_TEXTPAGE
	run  sheet.Run
	base float64
	r    []rune
	gaps []float64 // by character of r: the gap before it, in points; -1 where a space stands
	last glyph
	any  bool
	han  bool // the run's face is that of a Han character
}

func newWriter(p *reading, t references.FPDF_TEXTPAGE) *writer { return &writer{reading: p, text: t} }

// char takes the character with index i. Those that PDFium made up, controls, and text at odd angles (a watermark's) are
// left out.
func (w *writer) char(i int) error {
	made, err := w.in.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: w.text, Index: i})
	if err != nil || made.IsGenerated {
		return err
	}
	u, err := w.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: w.text, Index: i})
	if err != nil {
		return err
	}
	r := rune(u.Unicode)
	if r < ' ' || r == unicode.ReplacementChar || r == 0xfffe || r == 0x7f {
		return nil
	}
	g, err := w.glyph(i, r)
	if err != nil {
		return err
	}
	if !g.straight || g.size < 2 || !w.visible(&g) {
		return nil
	}
	if unicode.IsSpace(r) {
		if len(w.r) > 0 && w.follows(&g) {
			w.put(r, -1)
			w.last = g
		}
		return nil
	}
	return w.add(i, &g)
}

func (w *writer) add(i int, g *glyph) error {
	if w.any && g.r == w.last.r && math.Abs(g.x-w.last.x) < twice*g.size && math.Abs(g.y-w.last.y) < twice*g.size {
		return nil
	}
	gap := g.x - w.last.end
	if len(w.r) == 0 || !w.follows(g) {
		w.flush()
		gap = 0
		if err := w.begin(i, g); err != nil {
			return err
		}
	} else if unicode.IsSpace(w.last.r) {
		gap = -1
	}
	if !w.han && g.r >= 0x2e80 {
		if err := w.named(i); err != nil {
			return err
		}
		w.han = true
	}
	w.put(g.r, gap)
	w.run.Box = w.run.Union(g.box)
	w.last, w.any = *g, true
	return nil
}

// follows reports whether g goes on where the run ends.
func (w *writer) follows(g *glyph) bool {
	gap := (g.x - w.last.end) / g.size
	return g.upright && w.last.upright && math.Abs(g.y-w.base) < baseSlack*g.size && gap < widestGap && gap > -overlap &&
		math.Abs(g.size-w.run.Size) <= sizeSlack*w.run.Size
}

func (w *writer) begin(i int, g *glyph) error {
	w.base, w.han = g.y, g.r >= 0x2e80
	w.run = sheet.Run{Box: g.box, Size: g.size}
	return w.named(i)
}

// named gives the run the face of character i. That is the first one, but the first Han character where the run begins with
// figures or quotation marks, which papers set in a Latin face (“云上”签约, 22日).
func (w *writer) named(i int) error {
	info, err := w.in.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: w.text, Index: i})
	if err != nil {
		return err
	}
	face := info.FontName
	if k := strings.IndexByte(face, '+'); k == 6 {
		face = face[7:]
	}
	w.run.Face, w.run.Bold = face, heavy(face)
	return nil
}

func (w *writer) put(r rune, gap float64) {
	w.r = append(w.r, r)
	w.gaps = append(w.gaps, gap)
}

// flush ends the run. Spaces that the file says by a gap alone are written: gaps well beyond the run's usual one, which is
// wide where a line was set wide to fill its column.
func (w *writer) flush() {
	usual := median(w.gaps)
	var b strings.Builder
	for i, r := range w.r {
		if i > 0 && w.gaps[i] > max(0, usual)+leastSpace*w.run.Size && plain(w.r[i-1]) && plain(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	if s := strings.TrimRightFunc(b.String(), unicode.IsSpace); s != "" {
		w.run.Text = s
		w.sheet.Runs = append(w.sheet.Runs, w.run)
	}
	w.r, w.gaps = w.r[:0], w.gaps[:0]
}

// leastSpace is the width of a space, in parts of the size.
const leastSpace = 0.15

// plain reports whether a space may be seen beside r: it is no punctuation, whose box holds space of its own.
func plain(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '）' || r == ')' }

func median(v []float64) float64 {
	if len(v) < 3 {
		return 0
	}
	s := slices.Sorted(slices.Values(v[1:]))
	return s[(len(s)-1)/2]
}

func (w *writer) visible(g *glyph) bool {
	return g.x > -g.size && g.x < w.sheet.Width && g.y > 0 && g.y-g.size < w.sheet.Height
}

// glyph places a character: its size is the font's by the matrix that it is drawn with.
func (w *writer) glyph(i int, r rune) (glyph, error) {
	g := glyph{r: r}
	o, err := w.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: w.text, Index: i})
	if err != nil {
		return g, err
	}
	size, err := w.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: w.text, Index: i})
	if err != nil {
		return g, err
	}
	m, err := w.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: w.text, Index: i})
	if err != nil {
		return g, err
	}
	loose, err := w.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: w.text, Index: i})
	if err != nil {
		return g, err
	}
	g.size = size.FontSize * math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
	quarters := math.Atan2(float64(m.Matrix.B), float64(m.Matrix.A))/(math.Pi/2) - float64(w.turn)
	whole := math.Round(quarters)
	g.straight = math.Abs(quarters-whole) < 0.03
	turn := (int(whole)%4 + 4) % 4
	g.upright = turn == 0
	g.x, g.y = w.place(o.X, o.Y)
	b := w.placeBox(float64(loose.Rect.Left), float64(loose.Rect.Bottom), float64(loose.Rect.Right), float64(loose.Rect.Top))
	long := max(w.advance(&g, b), 0.1*g.size)
	if turn%2 == 1 {
		long = max(b.Height(), 0.3*g.size)
	}
	g.end = g.x + long
	g.box = stand(g.x, g.y, g.size, long, turn)
	return g, nil
}

// stand is the box of a character by its origin, the length of its advance, and the quarter turns, counterclockwise, that it
// is set with.
func stand(x, y, size, long float64, turn int) sheet.Box {
	switch turn {
	case 1:
		return sheet.Box{X0: x - ascent*size, Y0: y - long, X1: x + descent*size, Y1: y}
	case 2:
		return sheet.Box{X0: x - long, Y0: y - descent*size, X1: x, Y1: y + ascent*size}
	case 3:
		return sheet.Box{X0: x - descent*size, Y0: y, X1: x + ascent*size, Y1: y + long}
	}
	return sheet.Box{X0: x, Y0: y - ascent*size, X1: x + long, Y1: y + descent*size}
}

// advance is how far the next character stands: a full size for a Han character whatever its box, which in some fonts is the
// ink's.
func (w *writer) advance(g *glyph, b sheet.Box) float64 {
	if g.r >= 0x2e80 || g.r == '\u3000' {
		return max(g.size, b.X1-g.x)
	}
	if adv := b.X1 - g.x; adv > 0 && adv < 2*g.size {
		return adv
	}
	return g.size / 2
}

// heavy reports whether a font's name says that it is bold. Its weight doesn't: PDFium makes that of the stems.
func heavy(face string) bool {
	face = strings.ToLower(face)
	return strings.Contains(face, "bold") || strings.Contains(face, "black") || strings.Contains(face, "heavy")
}
