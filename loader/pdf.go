package loader

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/sheet"
	"github.com/baopu/baopu/loader/source"
)

// isPDF says whether a file is a PDF by its first bytes. One that can't be read isn't: reading it says why.
func (f file) isPDF() bool {
	in, err := os.Open(f.path)
	if err != nil {
		return false
	}
	defer in.Close()
	head := make([]byte, pdf.Head)
	n, _ := io.ReadFull(in, head) // a short file has a short head
	return pdf.Is(head[:n])
}

// pdf yields a PDF as one unit: its pages are found where it is read, by one of the workers.
func (f file) pdf(said source.Said, yield func(unit) bool) bool {
	u := unit{place: f.path, pdf: f.path}
	manifest, err := f.manifest()
	if err != nil {
		u = unit{place: f.path, err: err}
	}
	u.source = document.Source{Name: f.path, Format: document.Sheet, Said: said.Else(manifest)}
	return yield(u) && yield(unit{place: f.path, end: true})
}

// pages is u itself, or, for a PDF, a unit for each of its pages: their sources are its sheets as text. A page is named by
// its file, and by its number where the file has several.
func (u unit) pages(ctx context.Context, r *pdf.Reader) []unit {
	if u.pdf == "" || u.err != nil {
		return []unit{u}
	}
	sheets, err := sheetsOf(ctx, r, u.pdf)
	if err != nil {
		return []unit{{place: u.place, err: err}}
	}
	out := make([]unit, 0, len(sheets))
	for i, s := range sheets {
		p := unit{place: u.place, source: u.source}
		if len(sheets) > 1 {
			ext := filepath.Ext(u.pdf)
			p.place = fmt.Sprintf("%s, page %d", u.place, i+1)
			p.source.Name = fmt.Sprintf("%s-p%d%s", strings.TrimSuffix(u.pdf, ext), i+1, ext)
		}
		if len(s.Runs) == 0 {
			p = unit{place: p.place, err: pdf.ErrNoText}
		}
		p.source.Text = s.Encode()
		out = append(out, p)
	}
	return out
}

func sheetsOf(ctx context.Context, r *pdf.Reader, path string) ([]*sheet.Sheet, error) {
	if err := r.Fits(path); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return r.Sheets(ctx, b)
}
