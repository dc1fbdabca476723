package loader

import (
	"context"
	"errors"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/report"
)

// batch gathers documents for one transaction and counts what was applied.
type batch struct {
	store     kg.Writer
	report    *report.Report
	of        int  // files, or documents
	documents bool // are counted, not files
	size      int
	step      func(Progress)
	seen      map[kg.ID]string // documents of this load, and where they stood

	results []result
}

// add takes one result; the transaction is written when it is full. A document that stands in it already begins a new one,
// since the later of two counts.
func (b *batch) add(ctx context.Context, r result) error {
	if r.end {
		b.report.Files++
		return nil
	}
	if r.there {
		b.report.Unchanged++
		b.report.Add(r.count)
		b.tell()
		return nil
	}
	if errors.Is(r.err, document.ErrList) {
		b.report.Skip(r.place, r.err.Error())
		return nil
	}
	if r.err != nil {
		b.report.Fail(r.place, r.err)
		b.tell()
		return nil
	}
	if at, ok := b.seen[r.doc.ID]; ok {
		b.report.Double(r.place, "the same paper, day, page and title as "+at+"; the later counts")
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	b.seen[r.doc.ID] = r.place
	b.results = append(b.results, r)
	if len(b.results) < b.size {
		return nil
	}
	return b.flush(ctx)
}

// flush writes the transaction. Where a document is at fault, the others are written without it.
func (b *batch) flush(ctx context.Context) error {
	if len(b.results) == 0 {
		return nil
	}
	all := b.results
	b.results = nil
	err := b.write(ctx, all)
	if errors.Is(err, kg.ErrInvalid) {
		err = b.oneByOne(ctx, all)
	}
	b.tell()
	return err
}

func (b *batch) oneByOne(ctx context.Context, all []result) error {
	for _, r := range all {
		err := b.write(ctx, []result{r})
		switch {
		case errors.Is(err, kg.ErrInvalid):
			b.report.Fail(r.place, err)
		case err != nil:
			return err
		}
	}
	return nil
}

func (b *batch) write(ctx context.Context, all []result) error {
	docs := make([]*kg.Document, 0, len(all))
	for _, r := range all {
		docs = append(docs, r.doc)
	}
	applied, err := b.store.Apply(ctx, docs...)
	if err != nil {
		return fmt.Errorf("%s: %w", all[0].place, err)
	}
	b.report.Unchanged += applied.Unchanged
	for _, r := range all {
		b.report.Add(r.count)
	}
	return nil
}

func (b *batch) tell() {
	if b.step == nil {
		return
	}
	done := b.report.Files
	if b.documents {
		done = b.report.Documents
	}
	b.step(Progress{Done: done, Of: b.of, Articles: b.report.Articles})
}
