package loader

import (
	"context"
	"errors"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// Rebuild reads every stored source of from again with today's rules into to, an empty store, and replays the judgements
// of from over it. A source that can't be read any more is an error, so that nothing is lost: to is then of no use, and
// from is as it was.
func Rebuild(ctx context.Context, from kg.Auditor, to kg.Writer, o Options) (*report.Report, error) {
	rep := &report.Report{}
	stopped := errors.New("stopped")
	var broken error
	units := func(yield func(unit) bool) {
		err := from.Sources(ctx, func(_ kg.ID, _ string, s kg.Source) error {
			u := unit{place: s.Name, source: document.Source{
				Name: s.Name, Format: document.Format(s.Format), Text: s.Text,
				Said: source.Said{Publication: s.Publication, Place: s.Place, Date: string(s.Date)},
			}}
			if !yield(u) {
				return stopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, stopped) {
			broken = err
		}
	}
	if err := apply(ctx, to, units, 0, o, rep); err != nil {
		return rep, err
	}
	if broken != nil {
		return rep, fmt.Errorf("sources of the old store: %w", broken)
	}
	if n := len(rep.Failed) + len(rep.Doubled); n > 0 {
		first := append(rep.Failed, rep.Doubled...)[0]
		return rep, fmt.Errorf("%d documents can't be read again, the first is %s: %s", n, first.Place, first.Why)
	}
	states, err := from.Judgements(ctx)
	if err != nil {
		return rep, fmt.Errorf("judgements of the old store: %w", err)
	}
	log := make([]kg.Judgement, 0, len(states))
	for _, s := range states {
		log = append(log, s.Judgement)
	}
	if len(log) == 0 {
		return rep, nil
	}
	if err := to.Replay(ctx, log); err != nil {
		return rep, fmt.Errorf("replay of %d judgements: %w", len(log), err)
	}
	return rep, nil
}
