package loader

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/issue"
	"github.com/baopu/baopu/loader/read"
)

// maxTries is how often an issue is read again, or what files gave before is looked for again, since others write to it.
const maxTries = 3

// maxHalves is how many halves are asked for at once: where days have more, all of them are taken to have some.
const maxHalves = 1000

// held is a source of a store.
type held struct {
	id     kg.ID
	source kg.Source
}

// others is what the store holds of the issues of all, beside all itself, as far as there are halves on their days. What of
// a document was joined with another's is told by the other: it keeps its note.
func (b *batch) others(ctx context.Context, all []result) ([]held, error) {
	issues, own := map[issueName]bool{}, map[kg.ID]bool{}
	var days []string
	for _, r := range all {
		own[r.doc.ID] = true
		if name := issueOf(r.alone); name != (issueName{}) {
			issues[name] = true
			days = append(days, name.day)
		}
	}
	slices.Sort(days)
	days, err := daysWithHalves(ctx, b.store, slices.Compact(days))
	if err != nil {
		return nil, err
	}
	var out []held
	for _, day := range days {
		err := b.store.Sources(ctx, kg.SourceQuery{Day: kg.Date(day)}, func(id kg.ID, _ string, s kg.Source) error {
			if !own[id] && issues[issueName{zh.Key(s.Publication), day}] {
				out = append(out, held{id, s})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// daysWithHalves is the days on which a store has halves, joined ones too.
func daysWithHalves(ctx context.Context, store Target, days []string) ([]string, error) {
	if len(days) == 0 {
		return nil, nil
	}
	noted := func(field string) kg.Filter { return kg.Filter{Field: field, Op: kg.Empty, Value: "false"} }
	page, err := store.List(ctx, kg.NodeQuery{
		Kind: kg.ArticleKind, Page: kg.Page{First: maxHalves},
		Where: kg.Filter{And: []kg.Filter{{Field: "published", Op: kg.In, Values: days}, {Or: []kg.Filter{noted("jump"), noted("continuedFrom")}}}},
	})
	if err != nil || page.Info.HasNext {
		return days, err
	}
	var out []string
	for _, day := range days {
		if slices.ContainsFunc(page.Nodes, func(n kg.Node) bool { return n.(*kg.Article).Published == kg.Date(day) }) {
			out = append(out, day)
		}
	}
	return out, nil
}

// together reads the documents of each issue together, and answers all that is to be applied: those of all, anew where they
// have halves, and those of others that have.
func (b *batch) together(all []result, others []held) []*kg.Document {
	var halves []*result
	add := func(r *result) {
		if r.hasHalves() {
			halves = append(halves, r)
		}
	}
	for i := range all {
		add(&all[i])
	}
	for _, o := range others {
		if r, ok := o.read(); ok {
			add(&r)
		}
	}
	issues := byIssue(halves, func(r *result) *document.Document { return r.alone })
	for _, pages := range issues {
		for _, r := range readIssue(pages) {
			b.report.Fail(r.place, r.err, advice(r.err))
		}
	}
	var out []*kg.Document
	for i := range all {
		out = append(out, all[i].doc)
	}
	for _, pages := range issues {
		for _, r := range pages {
			if r.doc.Reader != "" && !slices.Contains(out, r.doc) { // "": it couldn't be read again
				out = append(out, r.doc)
			}
		}
	}
	return out
}

// read splits a stored source again. False where it is no document by today's rules, or another one: a rebuild tells.
func (h held) read() (r result, ok bool) {
	r = result{place: h.source.Name, source: StoredSource(h.source), was: h.source.Digest(), doc: &kg.Document{ID: h.id}}
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	var err error
	r.alone, err = document.Read(r.source)
	return r, err == nil && idOf(r.alone) == h.id
}

// hasHalves says whether the document has halves of articles that other pages may have more of.
func (r result) hasHalves() bool { return issue.Halves(r.alone.Articles) }

// readIssue reads the pages of an issue together, and answers those that can't be read so: then all of them stay as they were.
func readIssue(pages []*result) (failed []*result) {
	docs := make([]*document.Document, len(pages))
	for i, r := range pages {
		docs[i] = r.alone
	}
	fresh := make([]result, len(pages))
	for i, d := range joined(docs...) {
		fresh[i] = *pages[i]
		if fresh[i].reread(d); fresh[i].err != nil {
			failed = append(failed, &fresh[i])
		}
	}
	if len(failed) > 0 {
		return failed
	}
	for i, r := range pages {
		*r = fresh[i]
	}
	return nil
}

// reread makes the document of r of d.
func (r *result) reread(d *document.Document) {
	r.doc = nil
	r.err = read.Guard(func() (err error) {
		if r.doc, r.count, err = toDocument(r.source, idOf(r.alone), d); err == nil {
			r.doc.Was = r.was
		}
		return err
	})
}
