package neo4j

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/question"
)

// The server keeps no old states: a transaction that reads sees what others commit meanwhile. So every answer within a view
// is checked against the number of the last change; where that moved on, the answer is withheld and the view begins anew.

// viewTries is how often a view begins without the lease. The last time it holds the lease, and nobody can come between.
const viewTries = 4

// View calls fn with a reader that sees one state of the store throughout. See kg.Store: fn is called again where somebody
// committed between two of its questions.
func (s *Store) View(ctx context.Context, fn func(kg.Reader) error) error {
	for try := range viewTries {
		if try > 0 {
			pause(ctx, time.Duration(try)*10*time.Millisecond)
		}
		moved, err := s.viewOnce(ctx, fn)
		if !moved {
			return err
		}
	}
	err := s.write(ctx, func(t *tx, _ *meta) error {
		if err := fn(&reader{t: t, store: s}); err != nil {
			return err
		}
		return errNothing
	})
	if isNothing(err) {
		return nil
	}
	return err
}

// viewOnce says whether the store moved on while fn asked.
func (s *Store) viewOnce(ctx context.Context, fn func(kg.Reader) error) (bool, error) {
	if err := s.ready(ctx); err != nil {
		return false, err
	}
	ses := s.session(ctx, bolt.AccessModeRead)
	defer closeSession(ctx, ses)
	var moved atomic.Bool
	err := readOn(ctx, ses, func(t *tx) error {
		moved.Store(false)
		base, err := readSeq(ctx, t)
		if err != nil {
			return err
		}
		r := &reader{t: t, store: s}
		return fn(&question.Asker{View: func(ctx context.Context, ask func(kg.Reader) error) error {
			leave, err := s.gate.ask(ctx) // so that no commit of this process is half visible
			if err != nil {
				return err
			}
			defer leave()
			if err := ask(r); err != nil {
				return err
			}
			switch now, err := readSeq(ctx, t); {
			case err != nil:
				return err
			case now != base:
				moved.Store(true)
				return fmt.Errorf("neo4j: the store moved on from change %d to %d, and the view begins anew: %w", base, now, kg.ErrUnavailable)
			}
			return nil
		}})
	}, longTimeout)
	return moved.Load(), err
}

// readSeq reads the number of the last change. It isn't counted as a statement: it belongs to the transaction.
func readSeq(ctx context.Context, t *tx) (int64, error) {
	res, err := t.run.Run(ctx, cypher("meta-seq"), nil)
	if err != nil {
		return 0, wrap(ctx, cypher("meta-seq"), err)
	}
	row, err := res.Single(ctx)
	if err != nil {
		return 0, wrap(ctx, cypher("meta-seq"), err)
	}
	return int64(number(row.Values[0])), nil
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
