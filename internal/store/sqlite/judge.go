package sqlite

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
	err := s.write(ctx, func(ses *session) error {
		log, err := readLog(ctx, ses)
		if err != nil {
			return err
		}
		o := &objects{ctx: ctx, r: &reader{s: ses, l: s.layout}, log: log}
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
		if j.At == "" {
			j.At = time.Now().UTC().Format(time.RFC3339)
		}
		return j.Apart(log, o.joined, func() error { return s.judged(ctx, ses, log, []kg.Judgement{j}) })
	})
	if err != nil {
		return kg.Judgement{}, err
	}
	return j, nil
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
	return s.write(ctx, func(ses *session) error {
		there, err := readLog(ctx, ses)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			return fmt.Errorf("the store has %d judgements of its own: %w", len(there), kg.ErrConflict)
		}
		return s.judged(ctx, ses, nil, sorted)
	})
}

// judged appends to the log, and counts anew what follows.
func (s *Store) judged(ctx context.Context, ses *session, log, more []kg.Judgement) error {
	before, after := kg.Rule(log), kg.Rule(append(slices.Clone(log), more...))
	b := newBatch(ctx, ses, s.layout, before, after)
	for _, j := range more {
		body, err := json.Marshal(j)
		if err != nil {
			return err
		}
		if _, err := ses.exec(ctx, "INSERT INTO judgement (seq, id, body, at) VALUES (?, ?, ?, ?)", j.Seq, string(j.ID), string(body), j.At); err != nil {
			return err
		}
		if err := b.changed(kg.OpJudge, j.ID); err != nil {
			return err
		}
	}
	if err := b.addReassigned(); err != nil {
		return err
	}
	return b.run()
}

// Judgements answers the whole log. See kg.Auditor.
func (s *Store) Judgements(ctx context.Context) (log []kg.JudgementState, err error) {
	err = s.read(ctx, func(r *reader) (err error) {
		log, err = r.judgements(ctx)
		return err
	})
	return log, err
}

// judgements is the log as it stands.
func (r *reader) judgements(ctx context.Context) ([]kg.JudgementState, error) {
	log, err := readLog(ctx, r.s)
	if err != nil {
		return nil, err
	}
	o := &objects{ctx: ctx, r: r, log: log}
	return kg.States(log, o.there)
}
