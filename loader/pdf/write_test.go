package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
)

// file writes PDFs for tests: objects, their table and a trailer, nothing compressed.
type file struct {
	bytes.Buffer
	at      []int
	trailer string // more entries of the trailer
}

func newFile() *file {
	f := &file{}
	f.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	return f
}

// object writes object n = 1, 2, … in turn.
func (f *file) object(format string, a ...any) {
	f.at = append(f.at, f.Len())
	fmt.Fprintf(f, "%d 0 obj\n%s\nendobj\n", len(f.at), fmt.Sprintf(format, a...))
}

func (f *file) stream(dictionary, s string) {
	f.object("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(s), s)
}

// end writes the table and the trailer; object 1 is the catalogue.
func (f *file) end() []byte {
	at := f.Len()
	fmt.Fprintf(f, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, o := range f.at {
		fmt.Fprintf(f, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(f, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, f.trailer, at)
	return f.Bytes()
}

// characters are what the test's font has: square boxes of a full size, by code from 1. The last one is a space.
const characters = "市政府召开会议栏密甲乙丙丁戊己 "

// font writes the font as the three next objects, the first of them first.
func (f *file) font() {
	n := len(f.at) + 1
	names, procs, widths, codes := "", "", "", ""
	for i, r := range []rune(characters) {
		box := n + 2
		if r == ' ' {
			box = n + 3
		}
		names += fmt.Sprintf("/g%d ", i+1)
		procs += fmt.Sprintf("/g%d %d 0 R ", i+1, box)
		widths += "1000 "
		codes += fmt.Sprintf("<%02X> <%04X>\n", i+1, r)
	}
	all := len([]rune(characters))
	f.object("<< /Type /Font /Subtype /Type3 /FontBBox [ 0 -120 1000 880 ] /FontMatrix [ 0.001 0 0 0.001 0 0 ] /FirstChar 1 /LastChar %d /Widths [ %s ] /Encoding << /Type /Encoding /Differences [ 1 %s ] >> /CharProcs << %s >> /Resources << >> /ToUnicode %d 0 R >>", all, widths, names, procs, n+1)
	f.stream("", fmt.Sprintf("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%sendbfchar endcmap end end", all, codes))
	f.stream("", "1000 0 0 -120 1000 880 d1 0 -120 1000 1000 re f")
	f.stream("", "1000 0 0 0 0 0 d1")
}

// document is a PDF whose pages have these contents, 600 by 800 points each; more goes into every page's dictionary.
func document(more string, contents ...string) []byte {
	f := newFile()
	kids := make([]string, len(contents))
	for i := range contents {
		kids[i] = fmt.Sprintf("%d 0 R", 7+2*i)
	}
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	f.object("<< /Type /Pages /Count %d /Kids [ %s ] >>", len(contents), strings.Join(kids, " "))
	f.font()
	for i, c := range contents {
		f.object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Resources << /Font << /F 3 0 R /L << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents %d 0 R %s >>", 8+2*i, more)
		f.stream("", c)
	}
	return f.end()
}

// text is an operator that sets s at a place and size, the baseline y up.
func text(x, y, size float64, s string) string {
	return placed(fmt.Sprintf("1 0 0 1 %g %g", x, y), size, s)
}

// placed is text by a matrix.
func placed(matrix string, size float64, s string) string {
	var hex strings.Builder
	for _, r := range s {
		for i, c := range []rune(characters) {
			if c == r {
				fmt.Fprintf(&hex, "%02X", i+1)
			}
		}
	}
	return fmt.Sprintf("BT /F %g Tf %s Tm <%s> Tj ET\n", size, matrix, hex.String())
}
