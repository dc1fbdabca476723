package loader

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// unit is what becomes one document, before it is read.
type unit struct {
	place  string // file or file:line
	source document.Source
	pdf    string // file that the source is still to be taken from, page by page; "" none
	err    error
	end    bool // of a file: nothing to read
	there  bool // in the store already, read by today's rules: nothing to read
}

// maxFile bounds what is read of one file at once.
const maxFile = 1 << 30

// units yields what a file holds: one page, or a document for each record or run of records of one document; then its end.
func (f file) units(said source.Said, editions *editions, yield func(unit) bool) bool {
	if f.isPDF() {
		return f.pdf(said, yield)
	}
	text, err := f.text()
	if err != nil {
		return yield(unit{place: f.path, err: err}) && yield(unit{place: f.path, end: true})
	}
	manifest, err := f.manifest()
	if err != nil {
		return yield(unit{place: f.path, err: err}) && yield(unit{place: f.path, end: true})
	}
	if !source.Records(text) {
		page := document.Source{Name: f.path, Format: document.Page, Text: text, Said: said.Else(manifest)}
		if source.HTML(text) {
			page.Format, page.Listed = document.HTML, editions.of(f.path)
		}
		return yield(unit{place: f.path, source: page}) && yield(unit{place: f.path, end: true})
	}
	if !f.records(text, said, manifest, yield) {
		return false
	}
	return yield(unit{place: f.path, end: true})
}

func (f file) text() (string, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return "", err
	}
	if info.Size() > maxFile {
		return "", fmt.Errorf("%d bytes, at most %d can be read: split the file", info.Size(), maxFile)
	}
	b, err := os.ReadFile(f.path)
	if err != nil {
		return "", err
	}
	return source.Decode(b)
}

// manifest is what the manifest beside the file says of it, or one in the folder above that names it.
func (f file) manifest() (source.Said, error) {
	dir := filepath.Dir(f.path)
	for _, d := range []string{dir, filepath.Dir(dir)} {
		for _, name := range source.ManifestNames {
			path := filepath.Join(d, name)
			b, err := os.ReadFile(path)
			if err != nil {
				continue // most folders have none
			}
			m, err := source.ParseManifest(name, b)
			if err != nil {
				return source.Said{}, fmt.Errorf("%s: %w", path, err)
			}
			rel, err := filepath.Rel(d, f.path)
			if err != nil {
				return source.Said{}, err
			}
			if said, listed := m.Of(rel); listed || d == dir {
				return said, nil
			}
		}
	}
	return source.Said{}, nil
}

// records yields a document for each line, and, behind them, one for all lines of the file that name the same document,
// paper and day; its lines keep their order.
func (f file) records(text string, said, manifest source.Said, yield func(unit) bool) bool {
	type key struct{ document, publication, day string }
	var order []*unit
	groups := map[key]*unit{}
	for l := range article.Lines(strings.NewReader(text)) {
		place := fmt.Sprintf("%s:%d", f.path, l.Number)
		if l.Err != nil {
			if !yield(unit{place: place, err: l.Err}) {
				return false
			}
			continue
		}
		a := l.Article
		k := key{a.Document, cmp.Or(said.Publication, a.Publication), cmp.Or(said.Date, a.PublishedAt)}
		if g := groups[k]; g != nil {
			g.source.Text += "\n" + string(l.Text)
			continue
		}
		own := source.Said{Publication: a.Publication, Place: a.PublicationPlace, Date: a.PublishedAt}
		u := unit{place: place, source: document.Source{Name: place, Format: document.Record, Text: string(l.Text), Said: said.Else(own).Else(manifest)}}
		if a.Document != "" {
			groups[k] = &u
			order = append(order, &u)
			continue
		}
		if !yield(u) {
			return false
		}
	}
	for _, u := range order {
		if !yield(*u) {
			return false
		}
	}
	return true
}
