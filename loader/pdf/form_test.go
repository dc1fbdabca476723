package pdf_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/sheet"
)

// A page that stands in a form, turned, has its marks where they are seen.
func TestMarksOfForms(t *testing.T) {
	r := reader(t, pdf.Limits{})
	f := newFile()
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	f.object("<< /Type /Pages /Count 1 /Kids [ 7 0 R ] >>")
	f.font()
	f.object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Resources << /XObject << /A 9 0 R >> >> /Contents 8 0 R >>")
	f.stream("", "q 0 1 -1 0 600 0 cm /A Do Q")
	f.stream("/Type /XObject /Subtype /Form /BBox [ 0 0 800 600 ] /Matrix [ 1 0 0 1 10 0 ] /Resources << /Font << /F 3 0 R >> >>",
		text(50, 300, 10, "市政府召开")+"300 100 200 150 re S\n")
	s, err := r.Sheets(t.Context(), f.end())
	if err != nil || len(s) != 1 {
		t.Fatal(err, len(s))
	}
	want := []sheet.Mark{{Box: sheet.Box{X0: 349, Y0: 289, X1: 501, Y1: 491}, Kind: sheet.Frame}}
	if diff := cmp.Diff(want, rounded(t, s[0]).Marks); diff != "" {
		t.Error(diff)
	}
}

// Two headlines that run down the page side by side, in a file that gives the page row by row; and a table of words, which
// stays one.
func TestHeadlinesSideBySide(t *testing.T) {
	r := reader(t, pdf.Limits{})
	for _, c := range []struct {
		lead float64
		want int
	}{{22, 10}, {40, 5}} {
		page := ""
		for i, pair := range []string{"市政", "府召", "开会", "议栏", "密甲"} {
			two := []rune(pair)
			y := 700 - c.lead*float64(i)
			page += text(100, y, 20, string(two[0])) + text(125, y, 20, string(two[1]))
		}
		s, err := r.Sheets(t.Context(), document("", page))
		if err != nil || len(s) != 1 || len(s[0].Runs) != c.want {
			t.Error(c.lead, err, fmt.Sprintf("%+v", s[0].Runs))
		}
	}
}
