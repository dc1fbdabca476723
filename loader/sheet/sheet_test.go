package sheet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/sheet"
)

func TestEncode(t *testing.T) {
	s := &sheet.Sheet{
		Width: 800, Height: 1130.5,
		Runs: []sheet.Run{
			{Box: sheet.Box{X0: 38, Y0: 46.04, X1: 294.25, Y1: 102.1}, Size: 58, Face: "Kai\tTi", Bold: true, Text: "河东\n日报"},
			{Box: sheet.Box{X1: 5, Y1: 9}, Size: 9, Text: "1"},
		},
		Marks: []sheet.Mark{{Box: sheet.Box{X0: 1, Y0: 2, X1: 3, Y1: 4}, Kind: sheet.Picture}, {Box: sheet.Box{X1: 9}, Kind: sheet.Rule}, {Kind: sheet.Frame}},
	}
	text := s.Encode()
	want := "sheet 1\t800\t1130.5\nb\t38\t46\t294.3\t102.1\t58\tKai Ti\t河东 日报\nt\t0\t0\t5\t9\t9\t\t1\np\t1\t2\t3\t4\nr\t0\t0\t9\t0\nf\t0\t0\t0\t0\n"
	if diff := cmp.Diff(want, text); diff != "" {
		t.Error(diff)
	}
	again, err := sheet.Parse(text)
	if err != nil || again.Encode() != text || again.Text() != "河东 日报\n1\n" {
		t.Error(err, again)
	}
}

func TestParseNamesTheLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "line 1",
		"sheet 2\t1\t1":                        "line 1",
		"sheet 1\t1":                           "line 1",
		"sheet 1\t9\t9\nt\t0\t0\t1\t1\t1":      "line 2",
		"sheet 1\t9\t9\nr\t5\t0\t1\t1":         "line 2",
		"sheet 1\t9\t9\nr\t0\t0\tNaN\t1":       "line 2",
		"sheet 1\t9\t9\nr\t0\t0\t1\t1\nx\t0":   "line 3",
		"sheet 1\t9\t9\nt\t0\t0\t1\t1\tx\t\ta": "line 2",
	} {
		if _, err := sheet.Parse(in); !errors.Is(err, sheet.ErrFormat) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// What parses is written so that it parses to the same.
func FuzzParse(f *testing.F) {
	f.Add("sheet 1\t800\t1130\nt\t38\t46\t294\t102\t58\tKai\t河东日报\np\t1\t2\t3\t4")
	f.Fuzz(func(t *testing.T, in string) {
		s, err := sheet.Parse(in)
		if err != nil {
			return
		}
		text := s.Encode()
		if again, err := sheet.Parse(text); err != nil || again.Encode() != text {
			t.Errorf("%q became %q: %v", in, text, err)
		}
	})
}
