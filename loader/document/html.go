package document

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/epaper"
	"github.com/baopu/baopu/loader/home"
	"github.com/baopu/baopu/loader/source"
)

// ErrList is the error of HTML that only lists articles: they are read from files of their own. A *List says which.
var ErrList = errors.New("a list of articles, which stand in files of their own")

// List is ErrList with the articles that are listed.
type List struct{ Links []epaper.Link }

// Error says how many articles the list links to.
func (l *List) Error() string { return fmt.Sprintf("%v (%d)", ErrList, len(l.Links)) }

// Unwrap makes a List an ErrList.
func (l *List) Unwrap() error { return ErrList }

// htmlOf reads a saved page. What it prints of itself counts before the edition's list, that before the file's name, and
// the page's meta data last.
func htmlOf(s Source) (*Document, error) {
	p, err := epaper.Read(s.Name, s.Text)
	if err != nil {
		return nil, err
	}
	if p.Article == nil {
		return nil, &List{p.Links}
	}
	a := p.Article
	if err := a.CheckLength(); err != nil {
		return nil, err
	}
	if !source.Chinese(a.Text().String()) {
		return nil, source.ErrNotChinese
	}
	d := &Document{}
	d.Said, d.Differ = source.Settle(
		s.flag(), s.manifest(), source.Voice{Who: "the page", Said: p.Printed}, source.Voice{Who: "the edition's list", Said: s.Listed}, named(s.Name),
	)
	d.Said = d.Said.Else(source.FromName(s.Name)).Else(p.Meta)
	if err := d.Said.Check(); err != nil {
		return nil, err
	}
	if d.Said.Place == "" {
		d.Said.Place, d.Inferred = home.OfPaper(d.Said.Publication, d.Said.Date), true
	}
	a.ID, a.Page = source.Stem(s.Name), d.Said.Page
	d.mark(a)
	d.Articles = append(d.Articles, a)
	return d, nil
}

// Stored is what is kept of s, from which it can be read again without its file: its text, and of HTML the article in it as
// a record, with the page's number that an edition's list may have given.
func (d *Document) Stored(s Source) (Format, string, error) {
	if s.Format != HTML {
		return s.Format, s.Text, nil
	}
	a := *d.Articles[0]
	if d.Inferred {
		a.PublicationPlace = ""
	}
	var b bytes.Buffer
	if err := article.Encode(&b, &a); err != nil {
		return "", "", err
	}
	return Record, string(bytes.TrimSpace(b.Bytes())), nil
}
