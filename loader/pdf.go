package loader

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/sheet"
)

// pdf reads a PDF whole, if it isn't longer than one may be.
func (in *intake) pdf(name string, r *pdf.Reader) ([]byte, error) {
	f, size, err := in.tree.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := r.Fits(size); err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// pages is u itself, or, for a PDF, a unit for each of its pages: their sources are its sheets as text. A page is named by
// its file, and by its number where the file has several.
func (u unit) pages(ctx context.Context, r *pdf.Reader) []unit {
	if u.pdf == nil || u.err != nil {
		return []unit{u}
	}
	sheets, err := u.sheets(ctx, r)
	if err != nil {
		return []unit{{place: u.place, err: err}}
	}
	out := make([]unit, 0, len(sheets))
	for i, s := range sheets {
		p := unit{place: u.place, source: u.source}
		if len(sheets) > 1 {
			p.place = fmt.Sprintf("%s, page %d", u.place, i+1)
			p.source.Name = pageName(u.source.Name, strconv.Itoa(i+1))
		}
		if len(s.Runs) == 0 {
			p = unit{place: p.place, err: pdf.ErrNoText}
		}
		p.source.Text = s.Encode()
		out = append(out, p)
	}
	return out
}

// pageName is how a page of a PDF of several is named: a-p2.pdf of a.pdf.
func pageName(file, page string) string {
	ext := filepath.Ext(file)
	return strings.TrimSuffix(file, ext) + "-p" + page + ext
}

func (u unit) sheets(ctx context.Context, r *pdf.Reader) ([]*sheet.Sheet, error) {
	b, err := u.pdf(r)
	if err != nil {
		return nil, err
	}
	return r.Sheets(ctx, b)
}
