package loader_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
)

// sources is a store that holds sources of these names only, each of a format; their ids are their names. It remembers no file.
type sources struct {
	kg.Auditor
	formats map[string]string
}

func (s sources) Sources(_ context.Context, _ kg.SourceQuery, yield func(kg.ID, string, kg.Source) error) error {
	for name, format := range s.formats {
		if err := yield(kg.ID(name), "", kg.Source{Name: name, Format: format}); err != nil {
			return err
		}
	}
	return nil
}

// What came from a file is told by the names that sources have: of lines, pages of a PDF and entries of an archive too.
func TestCameFrom(t *testing.T) {
	all := sources{formats: map[string]string{
		"a.txt": "page", "b.jsonl:12": "record", "c.zip/b/c.txt": "page", "papers/c.txt": "page", "d.pdf": "sheet", "d-p1.pdf": "sheet",
		"x/a-p2.pdf": "sheet", "c.zip/a-p12.pdf": "sheet", "a-p2.txt": "page", "a-pb.pdf": "sheet", "乌海日报.txt": "page",
	}}
	for file, want := range map[string][]kg.ID{
		"a.txt": {"a.txt"}, "b.jsonl": {"b.jsonl:12"}, "c.zip": {"c.zip/a-p12.pdf", "c.zip/b/c.txt"}, "papers": nil, "d.pdf": {"d.pdf"},
		"x/a.pdf": {"x/a-p2.pdf"}, "c.zip/a.pdf": {"c.zip/a-p12.pdf"}, "a.pdf": nil, "\xce\xda\xba\xa3\xc8\xd5\xb1\xa8.txt": {"乌海日报.txt"}, "": nil,
	} {
		got, err := loader.CameFrom(t.Context(), all, file)
		slices.Sort(got[file])
		if err != nil || !slices.Equal(got[file], want) {
			t.Errorf("from %q came %q, want %q, %v", file, got[file], want, err)
		}
	}
}

// What the store remembers of files tells a file from a page of another that is named so, and an archive by any name from a folder.
func TestCameFromRemembered(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{
		"a-p1.pdf": typesetPage(t, "sanming-20110129-p1"), "papers.bak": string(zipped(t, "20240502-p1.txt", notice)), "folder/20240503-p1.txt": notice,
	})
	in := func(name string) string { return filepath.Join(dir, name) }
	g.load(loader.Options{}, in("a-p1.pdf"), in("papers.bak"), in("folder"))
	from, err := loader.CameFrom(t.Context(), g.Store, in("a.pdf"), in("a-p1.pdf"), in("papers.bak"), in("folder"))
	if err != nil || len(from[in("a.pdf")]) != 0 || len(from[in("a-p1.pdf")]) != 1 || len(from[in("papers.bak")]) != 1 || len(from[in("folder")]) != 0 {
		t.Errorf("%v %v", from, err)
	}
}
