package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// errNothing ends a write transaction that has nothing to write.
var errNothing = errors.New("sqlite: nothing to write")

// Apply replaces the documents of those ids by these. See kg.Writer.
func (s *Store) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	versions := make([]*version, len(docs))
	seen := map[kg.ID]bool{}
	for i, d := range docs {
		if err := d.Check(); err != nil {
			return kg.Applied{}, err
		}
		if seen[d.ID] {
			return kg.Applied{}, fmt.Errorf("document %s stands twice in one call: %w", d.ID, kg.ErrInvalid)
		}
		seen[d.ID] = true
		var err error
		if versions[i], err = incoming(d); err != nil {
			return kg.Applied{}, err
		}
	}
	var done kg.Applied
	err := s.write(ctx, func(ses *session) error {
		var err error
		done, err = s.apply(ctx, ses, versions)
		return err
	})
	if err != nil && !errors.Is(err, errNothing) {
		return kg.Applied{}, err
	}
	return done, nil
}

func (s *Store) apply(ctx context.Context, ses *session, versions []*version) (kg.Applied, error) {
	var done kg.Applied
	rulings, err := s.currentRulings(ctx, ses)
	if err != nil {
		return done, err
	}
	b := newBatch(ctx, ses, s.layout, rulings, rulings)
	for _, v := range versions {
		id := v.doc.ID
		var hash string
		if _, err := ses.one(ctx, "SELECT hash FROM document WHERE id = ?", []any{string(id)}, &hash); err != nil {
			return done, err
		}
		if hash == v.hash {
			done.Unchanged++
			continue
		}
		r := &revision{id: id, new: v}
		if hash != "" {
			if r.old, err = stored(ctx, ses, id); err != nil {
				return done, err
			}
		}
		b.revisions[id] = r
		done.Documents++
		done.Articles += len(v.content.Articles)
		done.Claims += len(v.claims)
	}
	if done.Documents == 0 {
		return done, errNothing
	}
	return done, b.run()
}

// Remove takes documents out again. See kg.Writer.
func (s *Store) Remove(ctx context.Context, docs ...kg.ID) error {
	if len(docs) == 0 {
		return nil
	}
	return s.write(ctx, func(ses *session) error {
		rulings, err := s.currentRulings(ctx, ses)
		if err != nil {
			return err
		}
		b := newBatch(ctx, ses, s.layout, rulings, rulings)
		for _, id := range docs {
			old, err := stored(ctx, ses, id)
			if err != nil {
				return err
			}
			if old == nil {
				return fmt.Errorf("document %s: %w", id, kg.ErrNotFound)
			}
			b.revisions[id] = &revision{id: id, old: old}
		}
		return b.run()
	})
}
