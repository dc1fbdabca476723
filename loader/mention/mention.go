// Package mention finds the persons with their posts, the places and the organisations of one article. It turns the text
// into typed tokens in one scan and reads a grammar over the tokens; every mention is a span of the text.
package mention

import "github.com/baopu/baopu/loader/reading"

// Read fills r.Home, r.Mentions and the Unresolved of these kinds from r.Article, r.Text and r.Sentences.
func Read(r *reading.Reading) {
	r.Home = r.Article.PublicationPlace
}
