// Package loader is the shell round the reading steps: it finds files, runs the pure steps with bounded workers, and
// applies the documents to a store in the order of the input, some dozens a transaction. The number of workers and the
// size of the transactions can't change the graph. What can't be read is reported, and stops nothing else.
package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/ordered"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// Version names the rules of this reader; documents record it. It rises when rules change.
const Version = "21"

// MaxBatch bounds the documents of one transaction that a user may ask for.
const MaxBatch = 50

// mostDocuments bounds those of one that is filled by claims: documents may have hardly any.
const mostDocuments = 500

// defaultBatch is the documents of one transaction where the store doesn't say what it takes best.
const defaultBatch = 20

// Options is how a load is run. The zero value is a good one.
type Options struct {
	Said    source.Said    // what the user said of every file: it counts before all that the files say
	Workers int            // articles read at the same time; 0: one a core
	Batch   int            // documents a transaction, 1 to MaxBatch; 0: what the store takes best (kg.Sized)
	Again   bool           // files that were read before, and haven't changed, are read too, with what was taken out of them
	Stdin   io.Reader      // what the path - stands for
	Step    func(Progress) // called after each transaction and each failure, from one goroutine; nil: not

	restores bool // Again, as it was said

	Each func(report.File) // called with each file whose documents are applied, in order, from one goroutine; nil: not
}

// Progress is how far a load is.
type Progress struct {
	Done     int // files whose last document is applied; of a rebuild, documents
	Of       int // files to be read, documents of a rebuild
	Articles int
}

// batch is how many documents, and how many claims, fill a transaction of store.
func (o Options) batch(store Target) (documents, claims int, err error) {
	switch {
	case o.Workers < 0:
		return 0, 0, fmt.Errorf("%d workers, want 1 or more, or 0 for one a core: %w", o.Workers, kg.ErrInvalid)
	case o.Batch < 0 || o.Batch > MaxBatch:
		return 0, 0, fmt.Errorf("batch of %d documents, want 1 to %d: %w", o.Batch, MaxBatch, kg.ErrInvalid)
	case o.Batch > 0:
		return o.Batch, math.MaxInt, nil
	}
	if s, ok := store.(kg.Sized); ok {
		return mostDocuments, s.BestClaims(), nil
	}
	return defaultBatch, math.MaxInt, nil
}

// Load reads the files, folders and patterns that paths name and applies them to store. What can't be read stands in the
// report's Failed; an error is one of the store, or of the context: then whole documents are applied, up to some place in
// the order of the input, and a second load goes on from any such place. The report is good in both cases.
//
// A store that is a kg.Ledger remembers the files that were read whole: they are not read again before they, their manifest,
// the list of their edition, the flags or the rules of this reader change, or a document of theirs is removed. Files that
// changed, or that another load wrote, while this one read them, are read once more at its end, and stand in the report's
// Overtaken; so do those of which that is not enough.
func Load(ctx context.Context, store Target, paths []string, o Options) (*report.Report, error) {
	rep := &report.Report{}
	files, err := find(paths, rep)
	if err != nil {
		return rep, err
	}
	return rep, load(ctx, store, files, o, rep)
}

// load reads files, and once more those that were overtaken.
func load(ctx context.Context, store Target, files []file, o Options, rep *report.Report) error {
	o.restores = o.Again
	left, err := once(ctx, store, files, o, rep)
	if err != nil || len(left) == 0 {
		return err
	}
	for _, f := range left {
		rep.Forget(f.path)
		rep.Overtake(f.path, "it changed, or another load wrote what it gives, while it was read; it is read once more", "")
	}
	o.Again, o.Step = true, nil
	left, err = once(ctx, store, left, o, rep)
	for _, f := range left {
		rep.Overtake(f.path, "it happened again, while it was read once more", "load it again")
	}
	return err
}

// once reads files, and answers those that were overtaken.
func once(ctx context.Context, store Target, files []file, o Options, rep *report.Report) ([]file, error) {
	in := newIntake(o.Said, disk{})
	in.stdin = o.Stdin
	if !o.Again {
		var err error
		if in.noted, err = noted(ctx, store, files); err != nil {
			return nil, err
		}
	}
	b := &batch{store: store, report: rep, of: len(files), each: o.Each, restores: o.restores}
	if err := apply(ctx, in.all(files), o, b); err != nil {
		return nil, err
	}
	return overtaken(ctx, store, b.looked, newIntake(o.Said, disk{}))
}

// Sources reads sources that are no files, an embedded page for one, and applies them as Load does.
func Sources(ctx context.Context, store Target, sources []document.Source, o Options) (*report.Report, error) {
	rep := &report.Report{}
	units := func(yield func(unit) bool) {
		for _, s := range sources {
			s.Said = o.Said.Else(s.Said)
			if !yield(unit{place: s.Name, source: s}) || !yield(unit{place: s.Name, end: true}) {
				return
			}
		}
	}
	return rep, apply(ctx, units, o, &batch{store: store, report: rep, of: len(sources)})
}

// apply reads units and applies what they give, in their order, through b.
func apply(ctx context.Context, units func(yield func(unit) bool), o Options, b *batch) error {
	var err error
	if b.size, b.most, err = o.batch(b.store); err != nil {
		return err
	}
	b.step, b.seen = o.Step, map[kg.ID]given{}
	pdfs := pdf.NewReader(pdf.Limits{})
	read := func(u unit) []result {
		var out []result
		for _, p := range u.pages(ctx, pdfs) {
			out = append(out, p.read())
		}
		return out
	}
	ctx, turns := kg.CountTurns(ctx)
	defer func() {
		waits, longest := turns.Waits()
		b.report.Turns(waits, longest, turns.Retries())
	}()
	err = ordered.Run(ctx, o.Workers, units, read, func(list []result) error {
		for _, r := range list {
			if err := b.add(ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, pdfs.Close()); err != nil {
		return err
	}
	return b.finish(ctx)
}
