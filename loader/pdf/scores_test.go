package pdf_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/page/pagescore"
	"github.com/baopu/baopu/loader/pdf"
)

var update = flag.Bool("update", false, "rewrite the golden file")

const testdata = "../../testdata"

// golds reads the gold of the typeset pages, by page.
func golds(tb testing.TB) map[string][]pagescore.Gold {
	tb.Helper()
	out := map[string][]pagescore.Gold{}
	names, err := filepath.Glob(filepath.Join(testdata, "pages", "pages-*.gold.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			tb.Fatal(err)
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var g pagescore.Gold
			if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
				tb.Fatal(err)
			}
			out[g.Page] = append(out[g.Page], g)
		}
		if err := f.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	return out
}

func files(tb testing.TB) []string {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(testdata, "pages", "pdf", "*.pdf"))
	if err != nil || len(names) == 0 {
		tb.Fatal("no PDFs", err)
	}
	return names
}

// TestScores holds the scores of the typeset pages' PDFs to a golden file: a change that moves them shows in its diff.
func TestScores(t *testing.T) {
	var b strings.Builder
	byPage := golds(t)
	r := reader(t, pdf.Limits{})
	var all pagescore.Scores
	row := func(name string, s pagescore.Scores) {
		fmt.Fprintf(&b, "%-24s articles %.3f (%d of %d, %d found)  titles %.3f\n", name, s.Articles.F1(), s.Articles.Right, s.Articles.Gold, s.Articles.Predicted, s.Titles.F1())
		for _, w := range s.Wrong {
			t.Logf("%s: %s", name, w)
		}
	}
	for _, name := range files(t) {
		in, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := r.Sheets(t.Context(), in)
		if err != nil || len(sheets) != 1 {
			t.Fatal(name, err)
		}
		stem := strings.TrimSuffix(filepath.Base(name), ".pdf")
		p := page.SplitSheet(sheets[0])
		s := pagescore.Page(byPage[stem], p.Articles)
		row(stem, s)
		all = all.Add(s)
		if p.Masthead.Date == "" {
			t.Errorf("%s: no day found", stem)
		}
	}
	all.Wrong = nil
	row("all", all)
	path := filepath.Join(testdata, "scores", "pdf.golden")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-want +got), rewrite with -update:\n%s", path, diff)
	}
}

// PDFs to articles on one core, once PDFium has started.
func BenchmarkPages(b *testing.B) {
	var in [][]byte
	for _, name := range files(b) {
		f, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		in = append(in, f)
	}
	r := pdf.NewReader(pdf.Limits{})
	defer func() {
		if err := r.Close(); err != nil {
			b.Error(err)
		}
	}()
	one := func(f []byte) {
		sheets, err := r.Sheets(b.Context(), f)
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range sheets {
			page.SplitSheet(s)
		}
	}
	one(in[0])
	n := 0
	for b.Loop() {
		one(slices.Clone(in[n%len(in)]))
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "PDFs/s")
	b.ReportMetric(peakOfChildren(), "MiB/process") // of those that hold PDFium
}
