package loader

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/document"
)

// headline is what lone articles (records without a document, HTML) may share and be several all the same: their texts tell
// them apart, and their documents have other ids. Where a file gives one of them with a corrected text, the former one has to go.
type headline struct{ paper, day, page, title string }

// headlineOf is the headline of a document of one article, and false for one of a page or a group.
func headlineOf(d *document.Document) (headline, bool) {
	if d.Group != "" || len(d.Articles) != 1 {
		return headline{}, false
	}
	a := d.Articles[0]
	return headline{zh.Key(d.Said.Publication), d.Said.Date, a.Page, zh.Key(a.Title)}, true
}

// lone is the lone articles of a file: those that are new to the store (all, of a file that was overtaken), and the documents
// that have been there under the title and the day of one.
type lone struct {
	fresh  map[headline][]kg.ID
	before map[kg.ID]bool
}

// topic is by what articles are looked up in a store: the day, and the title as it is printed.
type topic struct{ day, title string }

func topicOf(d *document.Document) topic { return topic{d.Said.Date, d.Articles[0].Title} }

// lookBefore notes, before documents are applied, which lone articles among them are new, and what may be former texts of those.
func (b *batch) lookBefore(ctx context.Context, all []result) error {
	topics, own := map[topic]bool{}, map[kg.ID]bool{}
	for _, r := range all {
		if _, ok := headlineOf(r.alone); ok {
			topics[topicOf(r.alone)], own[r.doc.ID] = true, true
		}
	}
	if len(topics) == 0 {
		return nil
	}
	there, err := b.documentsOf(ctx, topics)
	if err != nil {
		return err
	}
	for _, r := range all {
		h, ok := headlineOf(r.alone)
		if !ok {
			continue
		}
		l := &r.of.lone
		if l.fresh == nil {
			l.fresh, l.before = map[headline][]kg.ID{}, map[kg.ID]bool{}
		}
		known := there[topicOf(r.alone)]
		if b.overtaken || !slices.Contains(known, r.doc.ID) {
			l.fresh[h] = append(l.fresh[h], r.doc.ID)
		}
		for _, id := range known {
			if !own[id] {
				l.before[id] = true
			}
		}
	}
	return nil
}

// documentsOf is the documents of a store that have an article of one of topics.
func (b *batch) documentsOf(ctx context.Context, topics map[topic]bool) (map[topic][]kg.ID, error) {
	days, titles := map[string]bool{}, map[string]bool{}
	for t := range topics {
		days[t.day], titles[t.title] = true, true
	}
	in := func(field string, of map[string]bool) kg.Filter {
		return kg.Filter{Field: field, Op: kg.In, Values: slices.Sorted(maps.Keys(of))}
	}
	q := kg.NodeQuery{Kind: kg.ArticleKind, Where: kg.All(in("published", days), in("title", titles)), Page: kg.Page{First: maxHalves}}
	out := map[topic][]kg.ID{}
	for {
		page, err := b.store.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, n := range page.Nodes {
			a := n.(*kg.Article)
			t := topic{string(a.Published), a.Title}
			out[t] = append(out[t], a.Document)
		}
		if !page.Info.HasNext {
			return out, nil
		}
		q.Page.After = page.Info.End
	}
}

// correct takes out the former texts of lone articles that a file, all of whose documents are applied, gives corrected: those that
// it gave under the same headline and gives no more, and whose text is much the same as a new one's. Other articles that it
// gives no more stay.
func (b *batch) correct(ctx context.Context, f *filed) error {
	maps.DeleteFunc(f.lone.before, func(id kg.ID, _ bool) bool { _, given := b.seen[id]; return given })
	if len(f.lone.fresh) == 0 || len(f.lone.before) == 0 {
		return nil
	}
	return b.takeOut(ctx, func() ([]held, error) { return b.formerTexts(ctx, f.lone) }, func(h held) string {
		return fmt.Sprintf("the article of %s has another text now", placeInPaper(&h.source))
	})
}

// formerTexts is the documents that correct takes out.
func (b *batch) formerTexts(ctx context.Context, l lone) ([]held, error) {
	former, err := b.read(ctx, slices.Sorted(maps.Keys(l.before)))
	if err != nil {
		return nil, err
	}
	var out []held
	for _, old := range former {
		h, ok := headlineOf(old.alone)
		if !ok || len(l.fresh[h]) == 0 {
			continue
		}
		fresh, err := b.read(ctx, l.fresh[h])
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(fresh, func(x again) bool {
			return b.fileOfBoth(old, x) && sameText(old.alone.Articles[0], x.alone.Articles[0])
		}) {
			out = append(out, old.held)
		}
	}
	return out, nil
}

// again is a stored document with its articles.
type again struct {
	held
	alone *document.Document
}

// read reads stored documents again. What is none by today's rules is left out.
func (b *batch) read(ctx context.Context, ids []kg.ID) ([]again, error) {
	var out []again
	err := b.store.Sources(ctx, kg.SourceQuery{IDs: ids}, func(id kg.ID, _ string, s kg.Source) error {
		h := held{id, s}
		if r, ok := h.read(); ok {
			out = append(out, again{h, r.alone})
		}
		return nil
	})
	return out, err
}

// fileOfBoth says whether a file that gives fresh gave old too: the same one, or, as pages go by their file's name, one of that
// name elsewhere that isn't read in this load as well.
func (b *batch) fileOfBoth(old, fresh again) bool {
	was, is := absolute(document.FileOf(old.source.Name)), absolute(document.FileOf(fresh.source.Name))
	if was == is {
		return true
	}
	for p := was; p != filepath.Dir(p); p = filepath.Dir(p) { // it may lie in an archive
		if b.files[p] {
			return false
		}
	}
	return filepath.Base(was) == filepath.Base(is)
}

// leastShared is how much two texts of one article have in common, in per mille of the pairs of characters of the shorter one.
const leastShared = 600

// sameText says whether two articles under one headline are one, before and after a correction.
func sameText(a, b *article.Article) bool { return shareMost(claim.TextKey(a), claim.TextKey(b)) }

// shareMost says whether two texts have leastShared in common.
func shareMost(a, b string) bool {
	x, y := pairs(a), pairs(b)
	if len(y) < len(x) {
		x, y = y, x
	}
	shared := 0
	for p := range x {
		if y[p] {
			shared++
		}
	}
	return shared*1000 >= len(x)*leastShared
}

// pairs is the pairs of neighbouring characters of a text.
func pairs(s string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	last := rune(0)
	for _, r := range s {
		out[[2]rune{last, r}] = true
		last = r
	}
	return out
}
