package loader

import (
	"context"
	"errors"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/ordered"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/report"
)

// Articles finds the articles of the pages that paths name and calls yield with each, in the order of the pages; it needs
// no store, and no day. Text that no article claims is counted, and yielded as an article of kind remainder where
// how.Remainders is set. Errors are those of yield, of the context, and of paths that name nothing.
func Articles(ctx context.Context, paths []string, o Options, how Printing, yield func(*article.Article) error) (*report.Report, error) {
	rep := &report.Report{}
	files, err := find(paths, rep)
	if err != nil {
		return rep, err
	}
	in := newIntake(o.Said, disk{})
	in.stdin = o.Stdin
	pdfs := pdf.NewReader(pdf.Limits{})
	split := func(u unit) []answer { return u.split(ctx, pdfs) }
	var kept []*document.Document
	err = ordered.Run(ctx, o.Workers, in.all(files), split, func(list []answer) error {
		for _, r := range list {
			switch {
			case r.passed != "":
				rep.Skip(r.place, r.passed)
			case r.err != nil:
				rep.Fail(r.place, r.err, advice(r.err))
			case r.end:
				rep.Files++
			default:
				for _, why := range r.doc.Differ {
					rep.Differ(r.place, why)
				}
				if how.Join {
					kept = append(kept, r.doc)
				} else if err := pass(r.doc, how.Remainders, rep, yield); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err := errors.Join(err, pdfs.Close()); err != nil {
		return rep, err
	}
	for _, d := range wholeIssues(kept) {
		if err := pass(d, how.Remainders, rep, yield); err != nil {
			return rep, err
		}
	}
	return rep, nil
}

// Printing is what of pages is printed, and how.
type Printing struct {
	Remainders bool // what no article claims, too
	Join       bool // articles that jump from page to page are whole, as a store has them; else pages are printed one by one
}

// answer is what became of a unit that is only to be split: a document, an error, or the end of a file.
type answer struct {
	unit
	doc *document.Document
}

func (u unit) split(ctx context.Context, pdfs *pdf.Reader) []answer {
	var out []answer
	for _, p := range u.pages(ctx, pdfs) {
		a := answer{unit: p}
		if a.err == nil && !a.end && a.passed == "" {
			a.err = read.Guard(func() (err error) {
				a.doc, a.passed, err = p.document()
				return err
			})
		}
		out = append(out, a)
	}
	return out
}

// pass counts a document's articles and hands them on.
func pass(d *document.Document, remainders bool, rep *report.Report, yield func(*article.Article) error) error {
	c := report.Count{Articles: len(d.Articles), Remainders: len(d.Remainders)}
	for _, a := range d.Articles {
		if err := yield(a); err != nil {
			return err
		}
	}
	for _, m := range d.Remainders {
		c.RemainderCharacters += len([]rune(m.Text))
		if !remainders {
			continue
		}
		a := &article.Article{
			Document: d.Group, Page: d.Page, Kind: article.Remainder, Body: m.Text,
			Publication: d.Said.Publication, PublicationPlace: d.Said.Place, PublishedAt: d.Said.Date,
		}
		if err := yield(a); err != nil {
			return err
		}
	}
	rep.Add(c)
	return nil
}
