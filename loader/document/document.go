// Package document takes one source, a page or some article records, to its articles: it splits the page, and settles the
// paper, its home and the day in the order of trust (flag, manifest, masthead or record, file name). It is pure.
package document

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/home"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/sheet"
	"github.com/baopu/baopu/loader/source"
)

// Format is what the text of a source is.
type Format string

// The formats of sources.
const (
	Page   Format = "page"   // a dump of one page
	Record Format = "record" // articles of one document as JSON Lines, mostly one
	HTML   Format = "html"   // a saved page of an e-paper or of the web: one article
	Sheet  Format = "sheet"  // one page with positions, as package sheet writes it: what is kept of a PDF
)

// Source is one document as text. Said is what the user said, Manifest what a manifest does; Listed is what the list of its e-paper edition
// says, which counts after what the page prints; Name is its file, or file:line.
type Source struct {
	Name   string
	Format Format
	Text   string
	Said   source.Said

	Manifest, Listed source.Said
}

// Document is what is read together and replaced together. Said is settled: what was said, completed by the page and the
// file's name; Inferred tells that the home was said by nobody. Every article carries it. Group names the document within its paper and day: a page's
// stem, with its headlines where nobody says the paper, the document of records, or "" for a record that stands alone. Page is what
// its articles call the page: its stem, or what the first record says.
type Document struct {
	Said       source.Said
	Differ     []string // a line for each thing of which two of those who say something say different things
	Inferred   bool
	Group      string
	Page       string
	Articles   []*article.Article
	Remainders []Remainder
	Removed    []*article.Article // what tells which articles were taken out of it (article.Removed)
	Furniture  int                // masthead lines, labels, jump notes and the like: read, and no article's text
}

// Remainder is text of a page that no article claimed; lines count from 1.
type Remainder struct {
	Text                string
	FirstLine, LastLine int
}

// ErrNoDay is the error of a document whose publication day nobody says. It is never guessed.
var ErrNoDay = errors.New("no publication day: give --date, a manifest beside the file, or a file name with the day (20250226)")

// Read reads s. A list of articles in files of their own is ErrList. Texts that are not Chinese, records that are no articles and days that are none are errors, with the place
// in the text. A missing day is no error here: see NeedDay.
func Read(s Source) (*Document, error) {
	s.Name = source.FileName(s.Name) // it is part of what is read
	if err := s.Said.Check(); err != nil {
		return nil, err
	}
	switch s.Format {
	case Record:
		return records(s)
	case HTML:
		return htmlOf(s)
	}
	return pageOf(s)
}

func (s Source) flag() source.Voice     { return source.Voice{Who: "the flag", Said: s.Said} }
func (s Source) manifest() source.Voice { return source.Voice{Who: "the manifest", Said: s.Manifest} }

// named is what a file's name says, without the page: the number there is as often one of the file's own.
func named(name string) source.Voice {
	said := source.FromName(name)
	said.Page = ""
	return source.Voice{Who: "the file's name", Said: said}
}

// NeedDay is ErrNoDay if the document has none.
func (d *Document) NeedDay() error {
	if d.Said.Date == "" {
		return ErrNoDay
	}
	return nil
}

func pageOf(s Source) (*Document, error) {
	p, err := split(s)
	if err != nil {
		return nil, err
	}
	printed := source.Said{Publication: p.Masthead.Publication, Date: p.Masthead.Date, Page: p.Masthead.Page}
	stem := source.Stem(s.Name)
	d := &Document{Group: stem, Page: stem, Furniture: len(p.Furniture)}
	d.Said, d.Differ = source.Settle(s.flag(), s.manifest(), source.Voice{Who: "the page", Said: printed}, named(s.Name))
	if d.Said.Publication == "" {
		d.Group += "-" + headlines(p.Articles, s.Text)
	}
	if d.Said.Page == "" {
		d.Said.Page = source.FromName(s.Name).Page
	}
	if err := d.Said.Check(); err != nil {
		return nil, err
	}
	if d.Said.Place == "" {
		d.Said.Place, d.Inferred = d.inferHome(p.Articles), true
	}
	for i := range p.Articles {
		a := &p.Articles[i]
		a.ID = fmt.Sprintf("%s-a%d", stem, i+1)
		a.Document, a.Page = d.Group, stem
		d.mark(a)
		d.Articles = append(d.Articles, a)
	}
	for _, r := range p.Remainders {
		first := r.Line + 1
		d.Remainders = append(d.Remainders, Remainder{Text: r.Text, FirstLine: first, LastLine: first + strings.Count(r.Text, "\n")})
	}
	return d, nil
}

// headlines is a short digest of the headlines of a page, in any order, or of its text where it has none: it tells the pages of several
// papers apart whose files have one name (ADR 34).
func headlines(articles []article.Article, text string) string {
	var keys []string
	for i := range articles {
		if t := zh.Key(articles[i].Title); t != "" {
			keys = append(keys, t)
		}
	}
	if len(keys) == 0 {
		keys = append(keys, text)
	}
	slices.Sort(keys)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(keys), "\n")))
	return hex.EncodeToString(sum[:4])
}

// split finds the articles of a page, with positions or without.
func split(s Source) (page.Page, error) {
	if s.Format != Sheet {
		if !source.Chinese(s.Text) {
			return page.Page{}, source.ErrNotChinese
		}
		if err := article.CheckPage(s.Text); err != nil {
			return page.Page{}, err
		}
		return page.Split(s.Text), nil
	}
	positions, err := sheet.Parse(s.Text)
	if err != nil {
		return page.Page{}, err
	}
	if !source.Chinese(positions.Text()) {
		return page.Page{}, source.ErrNotChinese
	}
	return page.SplitSheet(positions), nil
}

// Complete settles an article that is read by itself, as `facts` does: its own fields, and a home from the paper's name. A day
// that is none is an error.
func Complete(a *article.Article) error {
	d := &Document{Said: source.Said{Publication: a.Publication, Place: a.PublicationPlace, Date: a.PublishedAt}}
	if err := d.Said.Check(); err != nil {
		return fmt.Errorf("field publishedAt: %w", err)
	}
	d.Said.Place = cmp.Or(d.Said.Place, home.OfPaper(a.Publication, a.PublishedAt))
	d.mark(a)
	return nil
}

// inferHome finds the paper's home by the paper's name, else by what its reports are about.
func (d *Document) inferHome(articles []article.Article) string {
	if place := home.OfPaper(d.Said.Publication, d.Said.Date); place != "" {
		return place
	}
	list := make([]*article.Article, 0, len(articles))
	for i := range articles {
		list = append(list, &articles[i])
	}
	return home.OfArticles(list, d.Said.Date)
}

func records(s Source) (*Document, error) {
	d := &Document{}
	for l := range article.Lines(strings.NewReader(s.Text)) {
		if l.Err != nil {
			return nil, l.Err
		}
		a := l.Article
		if a.Kind == article.Removed {
			d.Removed = append(d.Removed, a)
			continue
		}
		if len(d.Articles) == 0 {
			own := source.Said{Publication: a.Publication, Place: a.PublicationPlace, Date: a.PublishedAt, Page: a.Page}
			d.Group, d.Page = a.Document, a.Page
			d.Said, d.Differ = source.Settle(s.flag(), source.Voice{Who: "the record", Said: own}, s.manifest(), named(FileOf(s.Name)))
			if err := d.Said.Check(); err != nil {
				return nil, fmt.Errorf("field publishedAt: %w", err)
			}
			if d.Said.Place == "" {
				d.Said.Place, d.Inferred = home.OfPaper(d.Said.Publication, d.Said.Date), true
			}
		}
		if a.Kind == article.Remainder {
			d.Remainders = append(d.Remainders, Remainder{Text: a.Body, FirstLine: l.Number, LastLine: l.Number})
			continue
		}
		d.mark(a)
		d.Articles = append(d.Articles, a)
	}
	return d, nil
}

// mark writes into an article what is settled for the document. A kind that isn't ours is plain news.
func (d *Document) mark(a *article.Article) {
	a.Publication, a.PublicationPlace, a.PublishedAt = d.Said.Publication, d.Said.Place, d.Said.Date
	if a.Dateline != nil {
		a.Dateline = dateline(*a.Dateline, d.Said.Date)
	}
	if !slices.Contains([]article.Kind{article.News, article.Brief, article.Photo, article.Notice, article.Box}, a.Kind) {
		a.Kind = ""
	}
}

// dateline completes a day without a year (--02-24) to the nearest such day up to the issue; without an issue's day, or for
// a day that isn't one, it has none.
func dateline(l article.Dateline, issue string) *article.Dateline {
	md, short := strings.CutPrefix(l.Date, "--")
	if !short {
		return &l
	}
	l.Date = ""
	if len(issue) == len("2006-01-02") {
		year := issue[:4]
		if n, err := strconv.Atoi(year); err == nil && md > issue[5:] {
			year = fmt.Sprintf("%04d", n-1)
		}
		if said := (source.Said{Date: year + "-" + md}); said.Check() == nil {
			l.Date = said.Date
		}
	}
	if l == (article.Dateline{}) {
		return nil
	}
	return &l
}

// FileOf is the file of a source's name: articles.jsonl of articles.jsonl:12, and the name itself where it has no line.
func FileOf(place string) string {
	if i := strings.LastIndexByte(place, ':'); i > 0 {
		if _, err := strconv.Atoi(place[i+1:]); err == nil {
			return place[:i]
		}
	}
	return place
}
