package loader

import (
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/report"
)

// A rebuild has no file that ends, so it keeps nothing of its documents for one.
func TestRebuildKeepsNothingForAFile(t *testing.T) {
	to, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = to.Close() }()
	const record = `{"publication":"乌海日报","publishedAt":"2025-01-10","page":"1","title":"简讯","body":"昨日，乌海市召开会议。"}`
	units := func(yield func(unit) bool) {
		yield(unit{place: "a.jsonl:1", source: document.Source{Name: "a.jsonl:1", Format: document.Record, Text: record}})
	}
	for _, documents := range []bool{false, true} {
		b := &batch{store: to, report: &report.Report{}, documents: documents}
		if err := apply(t.Context(), units, Options{}, b); err != nil || b.report.Articles != 1 {
			t.Fatalf("%v %+v", err, b.report)
		}
		want := 1
		if documents {
			want = 0
		}
		if f := b.file(); len(f.byText) != want || len(f.note.Documents) != want {
			t.Errorf("of documents (%v) %d texts and %d documents are kept, want %d", documents, len(f.byText), len(f.note.Documents), want)
		}
	}
}
