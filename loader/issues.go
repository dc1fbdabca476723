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

// byIssue groups things by their issue, in the order in which issues come first; those of none are left out.
func byIssue[T any](list []T, document func(T) *document.Document) [][]T {
	var groups [][]T
	at := map[issueName]int{}
	for _, x := range list {
		name := issueOf(document(x))
		if name == (issueName{}) {
			continue
		}
		k, ok := at[name]
		if !ok {
			k, at[name] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], x)
	}
	return groups
}

// wholeIssues is documents as they are when those of one issue are read together, in the same order. They are copies.
func wholeIssues(docs []*document.Document) []*document.Document {
	out := make([]*document.Document, len(docs))
	all := make([]int, len(docs))
	for i, d := range docs {
		out[i], all[i] = joined(d)[0], i
	}
	for _, group := range byIssue(all, func(i int) *document.Document { return docs[i] }) {
		pages := make([]*document.Document, len(group))
		for k, i := range group {
			pages[k] = docs[i]
		}
		for k, d := range joined(pages...) {
			out[group[k]] = d
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
