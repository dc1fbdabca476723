// Package issue reads the pages of one issue together: the halves of an article that jumps (下转第二版 … 上接第一版) are found by
// the pages that their notes name and by shared words, and joined. It is pure: the order of the pages changes nothing.
package issue

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
)

// Page is one page of an issue, or the records of one document. Number is the page's number as far as known ("2", "A1");
// Articles are those of the page alone.
type Page struct {
	Number   string
	Articles []*article.Article
}

// Join answers the articles of each page as they are once all the pages are read together. An article that begins on a page
// and goes on is whole there, with Pages; the half that went into it is gone from its own page. A half whose other side
// isn't there, or could be several, stays and is marked Incomplete. A page that is there twice counts once. The articles of pages are
// left as they are: what changes is a copy, and halves are those that it was made of.
func Join(pages []Page) (articles [][]*article.Article, halves map[*article.Article][]*article.Article) {
	return withCopies(pages, originals(pages))
}

// joining is the halves of an issue, in the order of its pages, and for each those that it is joined of (chains).
type joining struct {
	halves []half
	chains [][]int
}

func join(pages []Page) joining {
	found := halvesOf(pages)
	return joining{found, chains(len(found), match(pages, found))}
}

// page is page i once it is joined, with the articles of p: its own, or those of a copy whose halves stand as its own do. It notes what
// an article was made of.
func (j joining) page(i int, p Page, made map[*article.Article][]*article.Article) (out []*article.Article) {
	start := slices.IndexFunc(j.halves, func(h half) bool { return h.page == i })
	var own []*article.Article
	for _, a := range p.Articles {
		if a.Half() {
			own = append(own, a)
		}
	}
	at := start
	for _, a := range p.Articles {
		if !a.Half() {
			out = append(out, a)
			continue
		}
		var list []*article.Article
		for _, h := range j.chains[at] {
			if j.halves[h].page == i {
				list = append(list, own[h-start])
			} else {
				list = append(list, j.halves[h].Article)
			}
		}
		if at++; len(list) > 0 { // else it went into another
			to := whole(list)
			made[to] = list
			out = append(out, to)
		}
	}
	return out
}

// Halves says whether any of the articles is a half.
func Halves(list []*article.Article) bool {
	return slices.ContainsFunc(list, (*article.Article).Half)
}

// half is one half with what its notes say.
type half struct {
	*article.Article
	page     int    // in the issue
	number   string // of its page, "" unknown
	to, from string // pages that its notes name, "" none
}

func halvesOf(pages []Page) []half {
	var out []half
	for i, p := range pages {
		for _, a := range p.Articles {
			if !a.Half() {
				continue
			}
			own := numberOf(a.Page)
			if named := numberOf(p.Number); named != "" && (own == "" || strings.HasPrefix(a.Document, a.Page)) {
				own = named // a page that is called by its file's name is known better by its head
			}
			out = append(out, half{Article: a, page: i, number: own, to: numberOf(a.Jump), from: numberOf(a.ContinuedFrom)})
		}
	}
	return out
}

// chains lists for each half those that it is joined of, itself first; none where it went into another. Notes that lead
// round in a circle join nothing.
func chains(n int, next map[int]int) [][]int {
	before := map[int]bool{}
	for _, to := range next {
		before[to] = true
	}
	out := make([][]int, n)
	reached := map[int]bool{}
	for i := range n {
		if before[i] {
			continue
		}
		for at, ok := i, true; ok; at, ok = next[at] {
			out[i] = append(out[i], at)
			reached[at] = true
		}
	}
	for i := range n {
		if !reached[i] {
			out[i] = []int{i}
		}
	}
	return out
}
