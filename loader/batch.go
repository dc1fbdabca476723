package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/report"
)

// batch gathers documents for one transaction and counts what was applied.
type batch struct {
	store     Target
	report    *report.Report
	of        int  // files, or documents
	documents bool // are counted, not files
	size      int  // documents that fill a transaction
	most      int  // claims that fill it
	step      func(Progress)
	seen      map[kg.ID]given // documents of this load
	restores  bool            // what was taken out of a document comes back with its file
	each      func(report.File)

	results []result
	claims  int      // of results
	now     *filed   // the file that is being read
	ended   []*filed // files of which documents wait to be applied
	notes   []kg.ReadFile
	looked  []looked // what of its files others may have overtaken
}

// given is a document of this load: whence it came last, with which text, and what of it is counted.
type given struct {
	place   string
	of      *filed
	text    string // the digest of its source without its name
	counted *report.Count
}

// add takes one result; the transaction is written when it is full. A document that stands in it already begins a new one,
// since the later of two counts.
func (b *batch) add(ctx context.Context, r result) error {
	switch {
	case r.end:
		return b.end(ctx, r)
	case r.there:
		b.report.Unchanged++
		b.report.Add(r.count)
		b.tell()
		return nil
	case r.passed != "":
		b.report.Skip(r.place, r.passed)
		return nil
	case r.err != nil:
		b.fail(b.file(), r.place, r.err)
		b.tell()
		return nil
	}
	r.of = b.file()
	for _, why := range r.differ {
		if !b.documents { // those of a rebuild were told when their files were loaded
			b.report.Differ(r.place, why)
		}
	}
	text := r.text()
	if first, ok := b.seen[r.doc.ID]; ok {
		if first.of == r.of && first.text == text { // there is nothing to write
			b.report.Double(r.place, "the same document as "+first.place+", with the same text: it stands twice, and counts once")
			return nil
		}
		b.report.Double(r.place, "the same document as "+first.place+" (paper, day, and title or file's name); the later counts")
		r.doubled = true
		if first.of != r.of {
			r.of.note.Beside = append(append(r.of.note.Beside, first.of.note.Name), first.of.note.Beside...)
		}
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	b.seen[r.doc.ID] = given{r.place, r.of, text, b.seen[r.doc.ID].counted}
	b.results = append(b.results, r)
	if b.claims += r.count.Claims; len(b.results) < b.size && b.claims < b.most {
		return nil
	}
	return b.flush(ctx)
}

// fail notes what could not be read, in the report and for its file.
func (b *batch) fail(f *filed, place string, err error) {
	b.report.Fail(place, err, advice(err))
	f.failed = true
	f.Problems = append(f.Problems, report.Problem{Place: place, Why: err.Error(), Do: advice(err)})
}

// flush writes the transaction. Where a document is at fault, the others are written without it.
func (b *batch) flush(ctx context.Context) error {
	if len(b.results) == 0 {
		return nil
	}
	all := b.results
	b.results, b.claims = nil, 0
	if !b.documents {
		if err := b.keepOut(ctx, all); err != nil {
			return fmt.Errorf("%s: what was taken out before: %w", all[0].place, err)
		}
	}
	err := b.write(ctx, all)
	if ofDocument(err) {
		err = b.oneByOne(ctx, all)
	}
	b.tell()
	if err != nil {
		return err
	}
	return b.settle(ctx)
}

// finish writes what is left at the end of a load.
func (b *batch) finish(ctx context.Context) error {
	if err := b.flush(ctx); err != nil {
		return err
	}
	if err := b.settle(ctx); err != nil {
		return err
	}
	return b.takeNotes(ctx)
}

// ofDocument says whether an error of the store is one document's: the store serves the others.
func ofDocument(err error) bool {
	return errors.Is(err, kg.ErrInvalid) || errors.Is(err, kg.ErrConflict)
}

func (b *batch) oneByOne(ctx context.Context, all []result) error {
	for _, r := range all {
		err := b.write(ctx, []result{r})
		switch {
		case ofDocument(err):
			b.fail(r.of, r.place, err)
		case err != nil:
			return err
		}
	}
	return nil
}

// write applies documents and, in the same transaction, what they change in others of their issues. Where another loader
// has written to an issue meanwhile, it is read again: the later of the two sees what both gave. What it has replaced of the
// others is never put back: the store refuses it then, and it is read again too.
func (b *batch) write(ctx context.Context, all []result) error {
	unchanged := -1
	for tries := 0; ; tries++ {
		others, err := b.others(ctx, all)
		if err != nil {
			return fmt.Errorf("%s: the rest of its issue: %w", all[0].place, err)
		}
		docs := b.together(all, others)
		applied, err := b.store.Apply(ctx, docs...)
		if errors.Is(err, kg.ErrConflict) && len(others) > 0 && tries < maxTries {
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", all[0].place, err)
		}
		if unchanged < 0 { // others of an issue are as they were, where no page of it changes: they are none of this load's
			unchanged = max(0, applied.Unchanged-(len(docs)-len(all)))
		}
		if len(others) == 0 && !slices.ContainsFunc(all, result.hasHalves) {
			break
		}
		again, err := b.others(ctx, all)
		if err != nil {
			return fmt.Errorf("%s: the rest of its issue: %w", all[0].place, err)
		}
		if slices.Equal(others, again) || tries == maxTries {
			break
		}
	}
	b.report.Unchanged += unchanged
	if !b.documents {
		if err := b.takePlace(ctx, all); err != nil {
			return fmt.Errorf("what the files of a transaction gave before: %w", err)
		}
	}
	for _, r := range all {
		b.count(r)
		if !b.documents { // of a rebuild no file ends, at which these are asked for and given up
			r.of.gave(r)
		}
	}
	return nil
}

// count counts a document that was applied, in the place of an earlier one of this load.
func (b *batch) count(r result) {
	g := b.seen[r.doc.ID]
	if g.counted != nil {
		b.report.Take(*g.counted)
	}
	counted := r.count // a pointer into r would keep all of it
	g.counted = &counted
	b.seen[r.doc.ID] = g
	b.report.Add(r.count)
	r.of.Add(r.count)
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
