package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// Judge appends to the log and re-folds what it touches. See kg.Writer.
func (s *Store) Judge(ctx context.Context, j kg.Judgement) (kg.Judgement, error) {
	if err := j.Check(); err != nil {
		return kg.Judgement{}, err
	}
	if j.At == "" {
		j.At = time.Now().UTC().Format(time.RFC3339)
	}
	asked, tried := j, false
	err := s.write(ctx, func(t *tx, m *meta) error {
		log, err := readLog(ctx, t)
		if err != nil {
			return err
		}
		j = asked
		if n := len(log); tried && n > 0 && sameJudgement(&log[n-1], &asked) {
			j = log[n-1] // it was committed when the connection broke
			return errNothing
		}
		tried = true
		o := &objects{ctx: ctx, r: &reader{t: t, store: s}, log: log}
		if there, err := o.judgeable(&j); err != nil {
			return err
		} else if !there {
			return fmt.Errorf("judgement %q of what isn't in the graph: %w", j.Verb, kg.ErrNotFound)
		}
		if err := o.describe(&j); err != nil {
			return err
		}
		j.Seq = 1
		if n := len(log); n > 0 {
			j.Seq = log[n-1].Seq + 1
		}
		j.MakeID()
		return j.Apart(log, o.joined, func() error { return s.judged(ctx, t, m, log, []kg.Judgement{j}) })
	})
	if err != nil && !isNothing(err) {
		return kg.Judgement{}, err
	}
	return j, nil
}

// sameJudgement says whether an entry of the log is what was asked for.
func sameJudgement(a, b *kg.Judgement) bool {
	return a.At == b.At && a.Verb == b.Verb && a.A == b.A && a.B == b.B && a.Name == b.Name && a.By == b.By && a.Why == b.Why && slices.Equal(a.Articles, b.Articles)
}

// Replay writes a log into a store that has none. See kg.Writer.
func (s *Store) Replay(ctx context.Context, log []kg.Judgement) error {
	sorted, err := kg.CheckLog(log)
	if err != nil {
		return err
	}
	if len(sorted) == 0 {
		return nil
	}
	tried := false
	err = s.write(ctx, func(t *tx, m *meta) error {
		there, err := readLog(ctx, t)
		if err != nil {
			return err
		}
		if tried && sameLog(there, sorted) {
			return errNothing // it was committed when the connection broke
		}
		tried = true
		if len(there) > 0 {
			return fmt.Errorf("the store has %d judgements of its own: %w", len(there), kg.ErrConflict)
		}
		return s.judged(ctx, t, m, nil, sorted)
	})
	if isNothing(err) {
		return nil
	}
	return err
}

func sameLog(a, b []kg.Judgement) bool {
	return slices.EqualFunc(a, b, func(x, y kg.Judgement) bool { return x.ID == y.ID && x.Seq == y.Seq && x.At == y.At })
}

// judged appends to the log, and counts anew what follows.
func (s *Store) judged(ctx context.Context, t *tx, m *meta, log, more []kg.Judgement) error {
	b := newBatch(ctx, t, m, kg.Rule(log), kg.Rule(append(slices.Clone(log), more...)))
	var entries []any
	for _, j := range more {
		body, err := json.Marshal(j)
		if err != nil {
			return err
		}
		entries = append(entries, params{"id": string(j.ID), "seq": int64(j.Seq), "body": string(body), "at": j.At})
		m.changed(kg.OpJudge, j.ID)
		m.judgements++
	}
	if err := t.execRows(ctx, cypher("judgement-write"), entries); err != nil {
		return err
	}
	if err := b.addReassigned(); err != nil {
		return err
	}
	return b.run()
}

// Judgements answers the whole log. See kg.Auditor.
func (s *Store) Judgements(ctx context.Context) ([]kg.JudgementState, error) {
	var out []kg.JudgementState
	err := s.read(ctx, func(t *tx) (err error) {
		out, err = (&reader{t: t, store: s}).judgements(ctx)
		return err
	})
	return out, err
}

// judgements is the log as it stands.
func (r *reader) judgements(ctx context.Context) ([]kg.JudgementState, error) {
	log, err := readLog(ctx, r.t)
	if err != nil {
		return nil, err
	}
	o := &objects{ctx: ctx, r: r, log: log}
	return kg.States(log, o.there)
}
