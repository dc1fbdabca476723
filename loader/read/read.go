// Package read takes one article to its reading: sentences, mentions, facts, and the marks of a text that is
// not to be believed, in this order. It is pure: the same article
// gives the same reading, on every machine, whatever was read before.
package read

import (
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/fact"
	"github.com/baopu/baopu/loader/mention"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/sentence"
	"github.com/baopu/baopu/loader/unfit"
)

// Article reads a. It never fails: what can't be read stands in Unresolved.
func Article(a *article.Article) *reading.Reading { return with(a, mention.Read) }

// Untagged is Article without the tagger, to see what that brings.
func Untagged(a *article.Article) *reading.Reading { return with(a, mention.ReadUntagged) }

func with(a *article.Article, mentions func(*reading.Reading)) *reading.Reading {
	r := &reading.Reading{Article: a, Text: a.Text()}
	sentence.Split(r)
	mentions(r)
	fact.Read(r)
	r.Marks = unfit.Marks(r.Text)
	return r
}
