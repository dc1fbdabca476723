package loader_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

// typesetPage is the PDF of one of the typeset pages.
func typesetPage(t *testing.T, stem string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", "pages", "pdf", stem+".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A PDF is loaded beside one that is none behind its mark; its day and paper are those of its masthead. The store keeps its
// sheet: a rebuild, without the file, gives the same graph.
func TestPDF(t *testing.T) {
	dir := write(t, map[string]string{
		"a.pdf": "%PDF-1.4\nno objects here\n", "b.pdf": typesetPage(t, "sanming-20110129-p1"), "p2.pdf": "%PDF-",
	})
	url := "sqlite:" + filepath.Join(dir, "s.db")
	s, err := store.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := loader.Load(t.Context(), s, []string{filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf"), filepath.Join(dir, "p2.pdf")}, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, f := range rep.Failed {
		failed = append(failed, filepath.Base(f.Place)+": "+f.Why)
	}
	want := []string{"a.pdf: the PDF is damaged: no page of it can be opened", "p2.pdf: the PDF is damaged: no page of it can be opened"}
	if diff := cmp.Diff(want, failed); diff != "" || rep.Documents != 1 || rep.Articles != 11 {
		t.Errorf("%s %+v", diff, rep)
	}
	again, err := store.Open(t.Context(), "sqlite:"+filepath.Join(dir, "again.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loader.Rebuild(t.Context(), s, again, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	var one, two strings.Builder
	if err := export.JSONL(t.Context(), &one, s); err != nil {
		t.Fatal(err)
	}
	if err := export.JSONL(t.Context(), &two, again); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() || !strings.Contains(one.String(), `"三明日报"`) || !strings.Contains(one.String(), "2011-01-29") {
		t.Errorf("exports of %d and %d bytes", one.Len(), two.Len())
	}
	for _, s := range []interface{ Close() error }{s, again} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
