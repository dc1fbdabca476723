// Package epaper reads saved HTML: the article pages and page lists of the e-paper systems that Chinese papers use, and
// news pages of the web. How a system lays out its pages is data (rules.yaml); where no rule fits, readability finds the
// text. Scripts are never run, nothing is fetched, and size, nesting and the number of elements are bounded. It is pure.
package epaper

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/source"
)

// MaxBytes bounds the text of one HTML file, maxElements the elements in it.
const (
	MaxBytes    = 2 << 20
	maxElements = 20_000 // pages have some hundreds to thousands
)

// The reasons why a page of HTML gives no article.
var (
	ErrTooBig    = fmt.Errorf("HTML of more than %d MB or %d elements and texts", MaxBytes>>20, 3*maxElements)
	ErrTooDeep   = errors.New("HTML nested deeper than 512 elements")
	ErrNoArticle = errors.New("the HTML holds no article that a rule or readability can find")
)

// Page is what one HTML file holds: an article, or a list of articles in files of their own.
type Page struct {
	Article *article.Article // nil for a list
	Links   []Link           // of a list
	Printed source.Said      // what the page prints of itself
	Meta    source.Said      // what only its meta data say; a file's name counts before it
	Layout  string           // the rule that read it, or "readability"
}

// Link is one entry of a list: the file, as the list links to it, and the headline.
type Link struct{ Href, Title string }

// Read reads the HTML text of the file called name (only its last parts matter). Errors wrap ErrTooBig, ErrTooDeep or
// ErrNoArticle.
func Read(name, text string) (*Page, error) {
	root, err := parse(text)
	if err != nil {
		return nil, err
	}
	r := table()
	p := &Page{}
	d := &doc{rules: r, root: root, property: properties(root)}
	base := path.Base(filepath.ToSlash(name))
	p.Links = d.links(base)
	switch l, body := d.layout(); {
	case body != nil && !(len(p.Links) > 0 && matches(r.lists, base)):
		p.Links = nil
		p.Layout = l.name
		p.Article = d.article(l, body)
	case len(p.Links) > 0 && (matches(r.lists, base) || len(p.Links) > 2 && !matches(r.articles, base)):
		l = r.common
		p.Layout = "list"
		d.used = l
	default:
		p.Links = nil
		p.Layout = "readability"
		if p.Article, err = d.readable(); err != nil {
			return nil, err
		}
	}
	p.Printed, p.Meta = d.said()
	if p.Article == nil && p.Printed.Page == "" {
		p.Printed.Page = d.ownPage(base)
	}
	if p.Article != nil {
		d.agency(p.Article)
		page.Ready(p.Article)
	}
	return p, nil
}

// parse is the tree of text with what the marks of Founder's systems enclose as an element.
func parse(text string) (*html.Node, error) {
	if len(text) > MaxBytes {
		return nil, ErrTooBig
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTooDeep, err) // strings.Reader has no error of its own
	}
	n := 0
	for range root.Descendants() {
		if n++; n > 3*maxElements {
			return nil, ErrTooBig
		}
	}
	enclose(root)
	return root, nil
}

// doc is one page while it is read.
type doc struct {
	rules    *rules
	root     *html.Node
	property map[string]string // of Founder's comment
	used     layout
	body     *html.Node
	title    *html.Node
	paper    string
}

// layout is the first layout whose title and body both select text, with the body.
func (d *doc) layout() (layout, *html.Node) {
	for _, l := range d.rules.layouts {
		title := d.first(d.rules.of(l, "title"))
		if title == nil && d.property["title"] == "" {
			continue
		}
		if body := d.first(d.rules.of(l, "body")); body != nil && body != title {
			d.used, d.body, d.title = l, body, title
			return l, body
		}
	}
	return layout{}, nil
}

// first is the first element, by the order of the selectors, that holds text.
func (d *doc) first(list []cascadia.Sel) *html.Node {
	for _, sel := range list {
		for _, n := range cascadia.QueryAll(d.root, sel) {
			if len(lines(n, nil)) > 0 {
				return n
			}
		}
	}
	return nil
}

// all is the elements that any selector selects, none inside another.
func (d *doc) all(list []cascadia.Sel) []*html.Node {
	var out []*html.Node
	seen := map[*html.Node]bool{}
	for _, sel := range list {
		for _, n := range cascadia.QueryAll(d.root, sel) {
			inside := false
			for up := n; up != nil; up = up.Parent {
				inside = inside || seen[up]
			}
			if !inside {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}

// article reads the parts of an article. A line of credits that stands alone at either end of the body is no text of it.
func (d *doc) article(l layout, body *html.Node) *article.Article {
	a := &article.Article{Title: d.property["title"]}
	if a.Title == "" {
		a.Title = line(d.title)
	}
	a.Kicker, a.Subtitle = d.deck(l, a.Title)
	leave := map[*html.Node]bool{d.title: true}
	for _, n := range d.all(d.rules.of(l, "drop")) {
		leave[n] = true
	}
	for _, n := range d.all(d.rules.of(l, "caption")) {
		leave[n] = true
		d.caption(a, line(n))
	}
	for _, n := range append(d.all(d.rules.of(l, "author")), d.all(d.rules.of(l, "deck"))...) {
		leave[n] = true
	}
	d.authors(a, l)
	paras := lines(body, func(n *html.Node) bool { return leave[n] })
	for len(paras) > 0 && (paras[0] == a.Title || paras[0] == a.Kicker || paras[0] == a.Subtitle) {
		paras = paras[1:] // a print copy of the headline
	}
	for len(paras) > 0 && d.byline(a, paras[0]) {
		paras = paras[1:]
	}
	for len(paras) > 1 && d.byline(a, paras[len(paras)-1]) {
		paras = paras[:len(paras)-1]
	}
	a.Body = strings.Join(paras, "\n")
	return a
}

// deck is the lines above and below the title.
func (d *doc) deck(l layout, title string) (kicker, subtitle string) {
	kicker, subtitle = d.property["introtitle"], d.property["subtitle"]
	if kicker != "" || subtitle != "" {
		return kicker, subtitle
	}
	if n := d.first(l.fields["kicker"]); n != nil {
		kicker = line(n)
	}
	if n := d.first(l.fields["subtitle"]); n != nil {
		subtitle = line(n)
	}
	above, below := d.around(l.fields["deck"], title)
	return strings.Join(append(one(kicker), above...), " "), dashless(strings.Join(append(one(subtitle), below...), " "))
}

// around is the headline lines that stand before and after the title on the page.
func (d *doc) around(sel []cascadia.Sel, title string) (above, below []string) {
	nodes := map[*html.Node]bool{}
	for _, n := range d.all(sel) {
		nodes[n] = true
	}
	passed := false
	for n := range d.root.Descendants() {
		if n == d.body {
			break
		}
		passed = passed || n == d.title
		s := ""
		if nodes[n] {
			s = line(n)
		}
		switch {
		case s == "" || s == title:
		case passed:
			below = append(below, s)
		default:
			above = append(above, s)
		}
	}
	return above, below
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// dashless is a subtitle without the dash that leads it.
func dashless(s string) string { return strings.TrimLeft(s, "—-－─ ") }

func (d *doc) authors(a *article.Article, l layout) {
	text := d.property["author"]
	if n := d.first(d.rules.of(l, "author")); n != nil && text == "" {
		text = line(n)
	}
	if text == "" {
		return
	}
	text = strings.TrimSpace(strings.NewReplacer("作者：", "", "作者:", "").Replace(text))
	if list := credit.Parse(text, article.Author); !list.Rest {
		a.Bylines = append(a.Bylines, list.Bylines...)
	}
}

// byline takes a line of credits that stands alone.
func (d *doc) byline(a *article.Article, s string) bool {
	makers, ok := credit.Line(s)
	if ok {
		a.Bylines = append(a.Bylines, makers...)
	}
	return ok
}

// caption takes a caption, its credit apart.
func (d *doc) caption(a *article.Article, s string) {
	if s == "" {
		return
	}
	if n, makers, ok := credit.Caption(s); ok {
		s = strings.TrimSpace(string([]rune(s)[:n]))
		a.Bylines = append(a.Bylines, makers...)
	}
	if s != "" {
		a.Captions = append(a.Captions, s)
	}
}
