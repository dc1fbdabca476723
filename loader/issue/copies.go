package issue

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
)

// An issue may be there twice, as where its pages were fetched once more under other names. Then each half has a double, and no pair
// stands out: so pages are joined without their copies, and each copy as if it were the page that it is a copy of.

// originals is for each page the one that it is a copy of: of those with the same text, one whose number is known, by name the first; itself
// if it is none.
func originals(pages []Page) []int {
	of := make([]int, len(pages))
	first := map[string]int{}
	for i, p := range pages {
		of[i] = i
		if !Halves(p.Articles) {
			continue
		}
		text := textOf(p)
		if k, ok := first[text]; !ok || rank(p) < rank(pages[k]) {
			first[text] = i
		}
	}
	for i, p := range pages {
		if Halves(p.Articles) {
			of[i] = first[textOf(p)]
		}
	}
	return of
}

// textOf is all that is printed on a page.
func textOf(p Page) string {
	var b strings.Builder
	for _, a := range p.Articles {
		for _, s := range append([]string{a.Kicker, a.Title, a.Subtitle, a.Body, a.Jump, a.ContinuedFrom, a.ContinuedTitle}, a.Captions...) {
			b.WriteString(s + "\x00")
		}
		b.WriteString("\x01")
	}
	return b.String()
}

func rank(p Page) string {
	name := p.Articles[0].Document + "\x00" + p.Articles[0].Page
	if numberOf(p.Number) == "" {
		return "2" + name
	}
	return "1" + name
}

// withCopies joins the pages that are originals, then each copy in the place of its own: anew only where its halves call themselves by
// other pages, since the words are the same.
func withCopies(pages []Page, of []int) (articles [][]*article.Article, halves map[*article.Article][]*article.Article) {
	var list []Page
	place := map[int]int{}
	for i, p := range pages {
		if of[i] == i {
			place[i] = len(list)
			list = append(list, p)
		}
	}
	articles, halves = make([][]*article.Article, len(pages)), map[*article.Article][]*article.Article{}
	joined := join(list)
	for i, p := range pages {
		k, in := place[of[i]], joined
		if of[i] != i {
			p.Number = list[k].Number
			if !sameHalves(p, list[k]) {
				others := slices.Clone(list)
				others[k] = p
				in = join(others)
			}
		}
		articles[i] = in.page(k, p, halves)
	}
	return articles, halves
}

// sameHalves says whether halves of a page and of its copy stand at the same places in them and say the same of pages.
func sameHalves(a, b Page) bool {
	if !slices.EqualFunc(a.Articles, b.Articles, func(x, y *article.Article) bool { return x.Half() == y.Half() }) {
		return false
	}
	return slices.EqualFunc(halvesOf([]Page{a}), halvesOf([]Page{b}), func(x, y half) bool {
		return x.number == y.number && x.to == y.to && x.from == y.from
	})
}
