package loader

import (
	"errors"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// result is what became of a unit: a document, an error, or the end of a file.
type result struct {
	place string
	doc   *kg.Document
	count report.Count
	err   error
	end   bool
	there bool

	source document.Source
	alone  *document.Document // its articles, as they are without the rest of its issue
	ofPage bool               // what was taken out of a page is left out of it: its source is records
	was    string             // the digest of the stored source that it is read again from; "" of a file

	passed       string
	differ       []string // what the sources of paper, place, day and page say differently
	file, digest string
	of           *filed
	doubled      bool // its document stood in this load before
}

// read runs the pure steps on u.
func (u unit) read() (r result) {
	r = result{place: u.place, err: u.err, end: u.end, there: u.there, passed: u.passed, file: u.file, digest: u.digest}
	if r.err != nil || r.end || r.there || r.passed != "" {
		return r
	}
	r.err = read.Guard(func() (err error) {
		var d *document.Document
		if d, r.passed, err = u.document(); d == nil {
			return err
		}
		r.differ, r.source, r.alone = d.Differ, u.source, d
		r.doc, r.count, err = toDocument(u.source, idOf(d), joined(d)[0])
		return err
	})
	return r
}

// text is a digest of what r was read from, whatever its file is called.
func (r result) text() string {
	s := r.doc.Source
	s.Name = ""
	return s.Digest()
}

// idOf is the id of a document, by its articles as they are alone.
func idOf(alone *document.Document) kg.ID {
	return claim.DocumentID(alone.Said.Publication, alone.Said.Date, alone.Group, alone.Articles)
}

// document is the source with its articles found. A list is passed over, and said to be whole or not.
func (u unit) document() (d *document.Document, passed string, err error) {
	d, err = document.Read(u.source)
	if list := (*document.List)(nil); errors.As(err, &list) {
		return nil, err.Error() + missing(u.tree, u.source.Name, list), nil
	}
	return d, "", err
}

// toDocument reads the articles of a source whole, as d has them. The source that the document keeps is settled: reading it
// again needs no file.
func toDocument(s document.Source, id kg.ID, d *document.Document) (*kg.Document, report.Count, error) {
	if err := d.NeedDay(); err != nil {
		return nil, report.Count{}, err
	}
	format, text, err := d.Stored(s)
	if err != nil {
		return nil, report.Count{}, err
	}
	in := claim.Input{
		ID: id, Reader: Version,
		Source: kg.Source{
			Name: source.FileName(s.Name), Format: string(format), Text: text,
			Publication: d.Said.Publication, Place: d.Said.Place, Date: kg.Date(d.Said.Date), Page: d.Said.Page,
		},
	}
	if d.Inferred {
		in.Source.Place = "" // it is inferred anew, by the rules of the day, when the source is read again
	}
	var c report.Count
	for _, a := range d.Articles {
		r := read.Article(a)
		c.Articles++
		c.Unresolved += len(r.Unresolved)
		c.Damaged += count(r, false)
		c.Fiction += count(r, true)
		in.Readings = append(in.Readings, r)
	}
	for _, m := range d.Remainders {
		c.Remainders++
		c.RemainderCharacters += len([]rune(m.Text))
		in.Remainders = append(in.Remainders, claim.Remainder{Text: m.Text, FirstLine: m.FirstLine, LastLine: m.LastLine})
	}
	doc, err := claim.Build(in)
	if err != nil {
		return nil, report.Count{}, err
	}
	c.Claims = len(doc.Claims)
	return doc, c, nil
}

// count is 1 where r bears a mark: of fiction, or of another kind; else 0.
func count(r *reading.Reading, fiction bool) int {
	if slices.ContainsFunc(r.Marks, func(m reading.Mark) bool { return (m.Kind == reading.Fiction) == fiction }) {
		return 1
	}
	return 0
}
