package loader_test

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
)

// What came from a file is told by the names that sources have: of lines, pages of a PDF and entries of an archive too.
func TestCameFrom(t *testing.T) {
	for _, c := range []struct {
		name, format, file string
		is, page           bool
	}{
		{"a.txt", "page", "a.txt", true, false},
		{"a.jsonl:12", "record", "a.jsonl", true, false},
		{"a.zip/b/c.txt", "page", "a.zip", true, false},
		{"papers/c.txt", "page", "papers", false, false},
		{"a.pdf", "sheet", "a.pdf", true, false},
		{"x/a-p2.pdf", "sheet", "x/a.pdf", false, true},
		{"a.zip/a-p12.pdf", "sheet", "a.zip/a.pdf", false, true},
		{"a-p2.txt", "page", "a.txt", false, false},
		{"a-pb.pdf", "sheet", "a.pdf", false, false},
		{"b.txt", "page", "a.txt", false, false},
	} {
		if is, page := loader.CameFrom(kg.Source{Name: c.name, Format: c.format}, c.file); is != c.is || page != c.page {
			t.Errorf("%s from %s: %t, %t", c.name, c.file, is, page)
		}
	}
}
