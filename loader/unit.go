package loader

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/pdf"
)

// unit is what becomes one document, before it is read.
type unit struct {
	place  string // file or file:line
	source document.Source
	pdf    func(*pdf.Reader) ([]byte, error) // whence the source is still to be taken, page by page; nil nowhere
	tree   tree                              // where HTML lies
	err    error
	passed string // why it is passed over
	end    bool   // of a file: nothing to read
	there  bool   // in the store already, read by today's rules: nothing to read

	file, digest string // of an end: by what the file is noted
}

// records yields a document for each line, and, behind them, one for all lines of the file that name the same document,
// paper and day; its lines keep their order. What only stores hold is passed over. of is the file, without a text.
func records(of document.Source, text string, yield func(unit) bool) bool {
	type key struct{ document, publication, day string }
	var order []*unit
	groups := map[key]*unit{}
	for l := range article.Lines(strings.NewReader(text)) {
		place := fmt.Sprintf("%s:%d", of.Name, l.Number)
		if l.Err != nil {
			if !yield(unit{place: place, err: l.Err}) {
				return false
			}
			continue
		}
		a := l.Article
		if a.Kind == article.Removed {
			if !yield(unit{place: place, passed: article.ErrRemoved.Error()}) {
				return false
			}
			continue
		}
		k := key{a.Document, cmp.Or(of.Said.Publication, a.Publication), cmp.Or(of.Said.Date, a.PublishedAt)}
		if g := groups[k]; g != nil {
			g.source.Text += "\n" + string(l.Text)
			continue
		}
		u := unit{place: place, source: of}
		u.source.Name, u.source.Format, u.source.Text = place, document.Record, string(l.Text)
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
