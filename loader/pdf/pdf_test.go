package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/sheet"
)

func TestMain(m *testing.M) {
	pdf.Work()
	goleak.VerifyTestMain(m)
}

func reader(t *testing.T, l pdf.Limits) *pdf.Reader {
	t.Helper()
	return closed(t, pdf.NewReader(l))
}

func closed(t *testing.T, r *pdf.Reader) *pdf.Reader {
	t.Helper()
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// encrypted is a document that asks for a password: its hashes fit none.
func encrypted() []byte {
	f := newFile()
	f.trailer = "/Encrypt 4 0 R /ID [ <00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff> ]"
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	f.object("<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>")
	f.object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] >>")
	f.object("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>", strings.Repeat("5a", 32), strings.Repeat("a5", 32))
	return f.end()
}

// many is a document of n pages that share one object.
func many(n int) []byte {
	f := newFile()
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	f.object("<< /Type /Pages /Count %d /Kids [ %s ] >>", n, strings.Repeat("7 0 R ", n))
	f.font()
	f.object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Resources << /Font << /F 3 0 R >> >> /Contents 8 0 R >>")
	f.stream("", text(50, 700, 10, "市政府"))
	return f.end()
}

// nested is a page whose form draws itself, over and over.
func nested() []byte {
	f := newFile()
	f.object("<< /Type /Catalog /Pages 2 0 R >>")
	f.object("<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>")
	f.object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>")
	f.stream("", "/X Do")
	f.stream("/Type /XObject /Subtype /Form /BBox [ 0 0 600 800 ] /Resources << /XObject << /X 5 0 R >> >>", strings.Repeat("/X Do ", 50))
	return f.end()
}

func TestVerdicts(t *testing.T) {
	whole := document("", text(50, 700, 10, "市政府召开会议"))
	picture := "q 500 0 0 700 50 50 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\xff\xff\x00 EI Q\n"
	cases := []struct {
		name string
		in   []byte
		lim  pdf.Limits
		err  error
	}{
		{"whole", whole, pdf.Limits{}, nil},
		{"encrypted", encrypted(), pdf.Limits{}, pdf.ErrEncrypted},
		{"no PDF behind its mark", []byte("%PDF-1.7\n" + strings.Repeat("junk ", 500)), pdf.Limits{}, pdf.ErrDamaged},
		{"cut off, with nothing left to mend", whole[:len(whole)/5], pdf.Limits{}, pdf.ErrDamaged},
		{"no pages", document(""), pdf.Limits{}, pdf.ErrDamaged},
		{"pictures of pages", document("", picture, picture), pdf.Limits{}, pdf.ErrNoText},
		{"ten thousand pages", many(10_000), pdf.Limits{}, pdf.ErrPages},
		{"large", whole, pdf.Limits{Bytes: 100}, pdf.ErrBytes},
		{"dense", document("", text(50, 700, 1, strings.Repeat("密", 3000))), pdf.Limits{Characters: 2000}, pdf.ErrDense},
		{"draws itself without end", nested(), pdf.Limits{Time: 2 * time.Second}, pdf.ErrTime},
		{"more memory than it may have", document("", strings.Repeat(text(50, 700, 10, "市政府"), 200_000)), pdf.Limits{Memory: 40 << 20}, pdf.ErrFault},
	}
	for place, start := range map[string]func(pdf.Limits) *pdf.Reader{"in a process of its own": pdf.NewReader, "inside": pdf.NewInside} {
		usual := closed(t, start(pdf.Limits{}))
		for _, c := range cases {
			t.Run(c.name+", "+place, func(t *testing.T) {
				r := usual
				if c.lim != (pdf.Limits{}) {
					r = closed(t, start(c.lim))
				}
				wantVerdict(t, r, c.in, c.err)
			})
		}
	}
}

func wantVerdict(t *testing.T, r *pdf.Reader, in []byte, want error) {
	t.Helper()
	start := time.Now()
	_, err := r.Sheets(t.Context(), in)
	if !errors.Is(err, want) {
		t.Errorf("%v, want %v", err, want)
	}
	if err != nil && strings.Contains(err.Error(), "\n") {
		t.Errorf("a verdict of several lines: %q", err)
	}
	if spent := time.Since(start); spent > time.Minute {
		t.Errorf("it took %v", spent)
	}
}

// A worker that is killed in mid-file, or ends, is followed by another.
func TestWorkersAreFollowed(t *testing.T) {
	r := reader(t, pdf.Limits{Time: 2 * time.Second})
	for range 3 {
		wantVerdict(t, r, nested(), pdf.ErrTime)
		wantVerdict(t, r, document("", text(50, 700, 10, "市政府召开会议")), nil)
	}
}

func TestFits(t *testing.T) {
	r := pdf.NewReader(pdf.Limits{Bytes: 100})
	if err := r.Fits(200); !errors.Is(err, pdf.ErrBytes) {
		t.Error(err)
	}
	if err := r.Fits(100); err != nil {
		t.Error(err)
	}
}

func TestIs(t *testing.T) {
	for s, want := range map[string]bool{"%PDF-1.7": true, "\xef\xbb\xbf\r\n %PDF-1.4": true, "报道说%PDF-": false, "": false} {
		if pdf.Is([]byte(s)) != want {
			t.Errorf("%q", s)
		}
	}
}

// One bad page doesn't take the others with it, and a cancelled reading says so.
func TestSheets(t *testing.T) {
	r := reader(t, pdf.Limits{})
	page := text(50, 700, 10, "市政府 召开") + text(50, 690, 10, "会议") + text(110.5, 690, 10, "栏") +
		"40 600 m 560 600 l S 300 100 200 150 re S q 100 0 0 80 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q\n"
	b := document("", page, page)
	broken := bytes.Replace(b, []byte("/Type /Page /Parent"), []byte("/Type /Pagf /Parent"), 1)
	for name, in := range map[string][]byte{"whole": b, "a bad page": broken} {
		s, err := r.Sheets(t.Context(), in)
		if err != nil || len(s) != 2 {
			t.Fatal(name, err, len(s))
		}
		want := &sheet.Sheet{
			Width: 600, Height: 800,
			Runs: []sheet.Run{
				run(50, 100, 110, "市政府 召开"), run(50, 110, 70, "会议"), run(110.5, 110, 120.5, "栏"),
			},
			Marks: []sheet.Mark{
				{Box: sheet.Box{X0: 39, Y0: 199, X1: 561, Y1: 201}, Kind: sheet.Rule},
				{Box: sheet.Box{X0: 299, Y0: 549, X1: 501, Y1: 701}, Kind: sheet.Frame},
				{Box: sheet.Box{X0: 50, Y0: 670, X1: 150, Y1: 750}, Kind: sheet.Picture},
			},
		}
		got := rounded(t, s[1])
		if diff := cmp.Diff(rounded(t, want), got); diff != "" {
			t.Error(name, diff)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Sheets(ctx, b); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A run that begins with figures has the face of its Han characters: papers set figures in a Latin face.
func TestFaceOfFigures(t *testing.T) {
	r := reader(t, pdf.Limits{})
	s, err := r.Sheets(t.Context(), document("", "BT /L 10 Tf 1 0 0 1 50 700 Tm (22) Tj ET\n"+text(61.1, 700, 10, "市政府")))
	if err != nil || len(s) != 1 || len(s[0].Runs) != 1 {
		t.Fatal(err, s)
	}
	if got := s[0].Runs[0]; got.Text != "22市政府" || got.Face != "" {
		t.Errorf("%+v", got)
	}
}

// rounded is a sheet as its text form keeps it.
func rounded(t *testing.T, s *sheet.Sheet) *sheet.Sheet {
	t.Helper()
	out, err := sheet.Parse(s.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func run(x0, base, x1 float64, s string) sheet.Run {
	return sheet.Run{Box: sheet.Box{X0: x0, Y0: base - 8.8, X1: x1, Y1: base + 1.2}, Size: 10, Text: s}
}

// A page that is shown turned reads as one that isn't.
func TestTurned(t *testing.T) {
	r := reader(t, pdf.Limits{})
	for turn, matrix := range map[int]string{90: "0 1 -1 0 100 50", 180: "-1 0 0 -1 550 100", 270: "0 -1 1 0 500 750"} {
		got, err := r.Sheets(t.Context(), document(fmt.Sprintf("/Rotate %d", turn), placed(matrix, 10, "市政府召开")))
		if err != nil {
			t.Fatal(err)
		}
		want := sheet.Run{Box: sheet.Box{X0: 50, Y0: 91.2, X1: 100, Y1: 101.2}, Size: 10, Text: "市政府召开"}
		if diff := cmp.Diff([]sheet.Run{want}, rounded(t, got[0]).Runs); diff != "" {
			t.Errorf("%d: %s", turn, diff)
		}
	}
}

// TestReaderIsShared: documents read at the same time don't meet.
func TestReaderIsShared(t *testing.T) {
	r := reader(t, pdf.Limits{})
	for i := range 6 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			want := strings.Repeat("会", i+1)
			s, err := r.Sheets(t.Context(), document("", text(50, 700, 10, want)))
			if err != nil || len(s[0].Runs) != 1 || s[0].Runs[0].Text != want {
				t.Error(err, s)
			}
		})
	}
}
