package epaper

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"

	"github.com/baopu/baopu/loader/article"
)

// leastReadable is how many characters readability must find for a page to be an article.
const leastReadable = 80

// maxReadable bounds the elements that readability, whose time grows faster than they do, is given.
const maxReadable = 8_000

// nowhere is the address of a page that has none: readability makes links whole by it, and we keep none.
var nowhere = url.URL{Scheme: "http", Host: "localhost"}

// readable is the article that readability finds. What it drops is not kept: menus, lists of links, comments.
func (d *doc) readable() (*article.Article, error) {
	p := readability.NewParser()
	p.MaxElemsToParse = maxReadable
	p.CharThresholds = leastReadable
	found, err := p.ParseDocument(d.root, &nowhere)
	if err != nil || found.Node == nil {
		return nil, ErrNoArticle
	}
	a := &article.Article{Title: headline(found.Title())}
	paras := lines(found.Node, nil)
	for len(paras) > 0 && (paras[0] == a.Title || d.byline(a, paras[0])) {
		paras = paras[1:]
	}
	a.Body = strings.Join(paras, "\n")
	if utf8.RuneCountInString(a.Body) < leastReadable {
		return nil, ErrNoArticle
	}
	return a, nil
}

// headline is a window's title without the site's name behind a sign.
func headline(s string) string {
	parts := separators.Split(strings.TrimSpace(s), -1)
	best := parts[0]
	for _, p := range parts[1:] {
		if len(p) > len(best) {
			best = p
		}
	}
	return best
}
