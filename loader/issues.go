package loader

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/issue"
)

// issueName names an issue: a paper, as zh.Key writes it, and a day. The zero one is no issue: its documents are read alone.
type issueName struct{ paper, day string }

// issueOf is the issue of a document, none where its paper or its day isn't known.
func issueOf(d *document.Document) issueName {
	e := issueName{zh.Key(d.Said.Publication), d.Said.Date}
	if e.paper == "" || e.day == "" {
		return issueName{}
	}
	return e
}

// together is documents as they are when those of one issue are read together, in the same order. Documents that change are
// copies.
func together(docs []*document.Document) []*document.Document {
	groups := map[issueName][]int{}
	var order []issueName
	out := make([]*document.Document, len(docs))
	for i, d := range docs {
		e := issueOf(d)
		if e == (issueName{}) {
			out[i] = joined(d)[0]
			continue
		}
		if groups[e] == nil {
			order = append(order, e)
		}
		groups[e] = append(groups[e], i)
	}
	for _, e := range order {
		var list []*document.Document
		for _, i := range groups[e] {
			list = append(list, docs[i])
		}
		for k, d := range joined(list...) {
			out[groups[e][k]] = d
		}
	}
	return out
}

// joined reads the documents of one issue together.
func joined(docs ...*document.Document) []*document.Document {
	pages := make([]issue.Page, len(docs))
	for i, d := range docs {
		pages[i] = pageOf(d)
	}
	out := make([]*document.Document, len(docs))
	articles, _ := issue.Join(pages)
	for i, list := range articles {
		d := *docs[i]
		d.Articles = list
		out[i] = &d
	}
	return out
}

func pageOf(d *document.Document) issue.Page {
	return issue.Page{Number: d.Said.Page, Articles: d.Articles}
}
