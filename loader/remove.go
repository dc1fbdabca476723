package loader

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/issue"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// StoredSource is a stored source as it can be read again.
func StoredSource(s kg.Source) document.Source {
	return document.Source{
		Name: s.Name, Format: document.Format(s.Format), Text: s.Text,
		Said: source.Said{Publication: s.Publication, Place: s.Place, Date: string(s.Date), Page: s.Page},
	}
}

// Removed counts what was taken out: articles from documents that keep others, and whole documents.
type Removed struct{ Articles, From, Documents int }

// Remove takes documents out of a store, and articles (by the documents that they are in), of which an unknown one is
// kg.ErrNotFound, and nothing is done. Of a document that loses articles the records of the others and the remainders are kept
// from then on, and what tells which went, so that they stay out; one that loses all goes whole. An
// article that was joined goes from all its pages. Halves that lose their other side stand alone again.
func Remove(ctx context.Context, store Target, whole []kg.ID, articles map[kg.ID][]kg.ID) (Removed, error) {
	m := &removal{batch: &batch{store: store, report: &report.Report{}}, whole: map[kg.ID]bool{}, dropped: map[*article.Article]bool{}}
	for _, id := range whole {
		m.whole[id] = true
	}
	if err := m.gather(ctx, articles); err != nil {
		return Removed{}, err
	}
	if err := m.drop(articles); err != nil {
		return Removed{}, err
	}
	fresh, err := m.lessened()
	if err != nil {
		return Removed{}, err
	}
	done := Removed{From: len(fresh), Documents: len(m.whole)}
	for _, r := range fresh {
		done.Articles += len(articles[r.doc.ID])
	}
	return done, m.write(ctx, fresh)
}

// removal is what is to be taken out, and what it touches.
type removal struct {
	batch   *batch
	named   []result // documents of which something goes
	beside  []held   // the others of their issues …
	others  []result // … as far as they can be read
	whole   map[kg.ID]bool
	dropped map[*article.Article]bool
}

// gather reads the documents that are named, and finds the others of their issues.
func (m *removal) gather(ctx context.Context, articles map[kg.ID][]kg.ID) error {
	left := map[kg.ID]bool{}
	maps.Copy(left, m.whole)
	for id := range articles {
		left[id] = true
	}
	err := m.batch.store.Sources(ctx, kg.SourceQuery{IDs: slices.AppendSeq([]kg.ID{}, maps.Keys(left))}, func(id kg.ID, _ string, s kg.Source) error {
		delete(left, id)
		return m.name(held{id, s})
	})
	if err != nil {
		return err
	}
	for id := range left {
		return fmt.Errorf("document %s: %w", id, kg.ErrNotFound)
	}
	if m.beside, err = m.batch.others(ctx, m.named); err != nil {
		return err
	}
	for _, o := range m.beside {
		if r, ok := o.read(); ok {
			m.others = append(m.others, r)
		}
	}
	return nil
}

// name takes a document of which something goes. One that can't be read any more can go whole.
func (m *removal) name(h held) error {
	r, ok := h.read()
	if !ok {
		if !m.whole[h.id] {
			return fmt.Errorf("%s is no document by today's rules, or another one: rebuild the store first: %w", h.source.Name, kg.ErrConflict)
		}
		r.alone = &document.Document{Said: r.source.Said}
	}
	m.named = append(m.named, r)
	return nil
}

// drop notes what the articles to be taken out were made of, on any page.
func (m *removal) drop(articles map[kg.ID][]kg.ID) error {
	for i := range m.named {
		r := &m.named[i]
		out := articles[r.doc.ID]
		if len(out) == 0 || m.whole[r.doc.ID] {
			continue
		}
		d, halves := m.asStored(r)
		doc, _, err := toDocument(r.source, r.doc.ID, d)
		if err != nil {
			return fmt.Errorf("%s can't be read again: %w", r.place, err)
		}
		there := doc.Articles()
		for _, id := range out {
			k := slices.IndexFunc(there, func(a *kg.Article) bool { return a.ID == id })
			if k < 0 {
				return fmt.Errorf("article %s isn't found by today's rules, rebuild the store first: %w", id, kg.ErrNotFound)
			}
			m.dropped[d.Articles[k]] = true
			for _, half := range halves[d.Articles[k]] {
				m.dropped[half] = true
			}
		}
	}
	return nil
}

// asStored is a document as it was read with its issue, and what its joined articles were made of.
func (m *removal) asStored(r *result) (*document.Document, map[*article.Article][]*article.Article) {
	pages := []issue.Page{pageOf(r.alone)}
	name := issueOf(r.alone)
	for _, other := range slices.Concat(m.named, m.others) {
		if name != (issueName{}) && issueOf(other.alone) == name && other.doc.ID != r.doc.ID {
			pages = append(pages, pageOf(other.alone))
		}
	}
	lists, halves := issue.Join(pages)
	d := *r.alone
	d.Articles = lists[0]
	return &d, halves
}

// lessened is the documents that lose some of their articles, read again from the records of the others.
func (m *removal) lessened() ([]result, error) {
	var fresh []result
	for _, r := range slices.Concat(m.named, m.others) {
		id := r.doc.ID
		if m.whole[id] || !slices.ContainsFunc(r.alone.Articles, func(a *article.Article) bool { return m.dropped[a] }) {
			continue
		}
		m.beside = slices.DeleteFunc(m.beside, func(o held) bool { return o.id == id })
		text, left, err := lessenedText(r.alone, func(a *article.Article) bool { return m.dropped[a] })
		if err != nil {
			return nil, err
		}
		if left == 0 {
			m.whole[id] = true
			continue
		}
		r.source.Format, r.source.Text = document.Record, text
		if r.alone, err = document.Read(r.source); err == nil && idOf(r.alone) != id {
			err = fmt.Errorf("it is another document by today's rules, rebuild the store first: %w", kg.ErrConflict)
		}
		if err == nil {
			r.reread(joined(r.alone)[0])
			err = r.err
		}
		if err != nil {
			return nil, fmt.Errorf("%s can't be read again: %w", r.place, err)
		}
		fresh = append(fresh, r)
	}
	return fresh, nil
}

// write applies what stays, as it is without what goes, and then takes out whole documents: who is interrupted between
// the two removes again. The notes of the files hold on, so that no load puts back what is taken out of a page.
func (m *removal) write(ctx context.Context, fresh []result) error {
	docs := m.batch.together(fresh, m.beside)
	if failed := m.batch.report.Failed; len(failed) > 0 {
		return fmt.Errorf("%s: %w", failed[0], kg.ErrInvalid)
	}
	if err := m.apply(ctx, docs, fresh); err != nil {
		return err
	}
	ids := make([]kg.ID, 0, len(m.whole))
	for id := range m.whole {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return m.batch.store.Remove(ctx, ids...)
}

// apply writes documents that lose some of their articles, and lets the notes of their files count with what is left. The notes come
// first, so that a load never finds them broken; and once more behind it, for another load that has written the whole page, and noted
// it, between the two. Who is interrupted leaves a note that doesn't hold, and the file is read again.
func (m *removal) apply(ctx context.Context, docs []*kg.Document, fresh []result) error {
	ledger, ok := m.batch.store.(kg.Ledger)
	if !ok {
		_, err := m.batch.store.Apply(ctx, docs...)
		return err
	}
	lost, back := make([]kg.Resourced, len(fresh)), make([]kg.Resourced, len(fresh))
	for i, r := range fresh {
		lost[i] = kg.Resourced{ID: r.doc.ID, From: r.was, To: r.doc.Source.Digest()}
		back[i] = kg.Resourced{ID: r.doc.ID, From: lost[i].To, To: lost[i].From}
	}
	if err := ledger.Keep(ctx, lost...); err != nil {
		return err
	}
	if _, err := m.batch.store.Apply(ctx, docs...); err != nil {
		return errors.Join(err, ledger.Keep(context.WithoutCancel(ctx), back...))
	}
	return ledger.Keep(ctx, lost...)
}
