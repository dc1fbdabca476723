package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/report"
)

// Target is what a load writes to. It is asked for the other pages of an issue, to read them together; a rebuild asks it
// where an earlier one broke off.
type Target interface {
	kg.Writer
	kg.Auditor
	List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) // see kg.Reader
}

// Rebuild reads every stored source of from again with today's rules into to, and replays the judgements of from over it.
// to is empty, or holds a part of it, as a rebuild that broke off leaves one: what it has by today's rules is not read again
// and counts as Unchanged. A to that has a source or a judgement which from hasn't is ErrConflict, and nothing is written. A
// source that can't be read any more is an error, so that nothing is lost without a word: the judgements are not replayed
// then. from is as it was in any case.
func Rebuild(ctx context.Context, from kg.Auditor, to Target, o Options) (*report.Report, error) {
	rep := &report.Report{}
	all, err := sourcesOf(ctx, from)
	if err != nil {
		return rep, fmt.Errorf("sources of the old store: %w", err)
	}
	log, err := logOf(ctx, from)
	if err != nil {
		return rep, fmt.Errorf("judgements of the old store: %w", err)
	}
	there, replayed, err := begun(ctx, to, all, log)
	if err != nil {
		return rep, err
	}
	var broken error
	b := &batch{store: to, report: rep, of: len(all), documents: true}
	if err := apply(ctx, stored(ctx, from, there, &broken), o, b); err != nil {
		return rep, err
	}
	if broken != nil {
		return rep, fmt.Errorf("sources of the old store: %w", broken)
	}
	if n := len(rep.Failed) + len(rep.Doubled); n > 0 {
		first := append(slices.Clone(rep.Failed), rep.Doubled...)[0]
		return rep, fmt.Errorf("%d documents can't be read again, the first is %s: %s", n, first.Place, first.Why)
	}
	if replayed || len(log) == 0 {
		return rep, nil
	}
	if err := to.Replay(ctx, log); err != nil {
		return rep, fmt.Errorf("replay of %d judgements: %w", len(log), err)
	}
	return rep, nil
}

// Stale counts the documents of a store that other rules than today's have read.
func Stale(ctx context.Context, store kg.Auditor) (int, error) {
	n := 0
	err := store.Sources(ctx, kg.SourceQuery{}, func(_ kg.ID, reader string, _ kg.Source) error {
		if reader != Version {
			n++
		}
		return nil
	})
	return n, err
}

// sourcesOf is the sources of a store, by their digests, each with the version of the rules that read it.
func sourcesOf(ctx context.Context, store kg.Auditor) (map[string]string, error) {
	out := map[string]string{}
	err := store.Sources(ctx, kg.SourceQuery{}, func(_ kg.ID, reader string, s kg.Source) error {
		out[s.Digest()] = reader
		return nil
	})
	return out, err
}

// begun is what an earlier rebuild has put into to: sources, and whether it came to the judgements.
func begun(ctx context.Context, to kg.Auditor, all map[string]string, log []kg.Judgement) (there map[string]string, replayed bool, err error) {
	if there, err = sourcesOf(ctx, to); err != nil {
		return nil, false, fmt.Errorf("sources of the new store: %w", err)
	}
	strangers := 0
	for d := range there {
		if _, ok := all[d]; !ok {
			strangers++
		}
	}
	if strangers > 0 {
		return nil, false, fmt.Errorf("the new store holds %d documents that the old one hasn't: %w", strangers, kg.ErrConflict)
	}
	done, err := logOf(ctx, to)
	if err != nil {
		return nil, false, fmt.Errorf("judgements of the new store: %w", err)
	}
	same := slices.EqualFunc(done, log, func(a, b kg.Judgement) bool { return a.ID == b.ID && a.Seq == b.Seq && a.By == b.By && a.Why == b.Why })
	if len(done) > 0 && !same {
		return nil, false, fmt.Errorf("the new store holds %d judgements, and they are not those of the old one: %w", len(done), kg.ErrConflict)
	}
	return there, len(done) > 0, nil
}

func logOf(ctx context.Context, store kg.Auditor) ([]kg.Judgement, error) {
	states, err := store.Judgements(ctx)
	log := make([]kg.Judgement, 0, len(states))
	for _, s := range states {
		log = append(log, s.Judgement)
	}
	return log, err
}

// stored yields every source of from; those that are there by today's rules aren't read. *broken is what from failed with.
func stored(ctx context.Context, from kg.Auditor, there map[string]string, broken *error) func(yield func(unit) bool) {
	stopped := errors.New("stopped")
	return func(yield func(unit) bool) {
		err := from.Sources(ctx, kg.SourceQuery{}, func(_ kg.ID, _ string, s kg.Source) error {
			u := unit{place: s.Name, there: there[s.Digest()] == Version, source: StoredSource(s)}
			if !yield(u) {
				return stopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, stopped) {
			*broken = err
		}
	}
}
