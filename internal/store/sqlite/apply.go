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
	if err := kg.CheckAll(docs); err != nil {
		return kg.Applied{}, err
	}
	versions := make([]*version, len(docs))
	for i, d := range docs {
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
	learnt := false
	for _, v := range versions {
		hash, source, err := standing(ctx, ses, v)
		if err != nil {
			return done, err
		}
		if hash == v.hash {
			done.Unchanged++
			if source != v.source { // it is from before it was kept
				learnt = true
				if _, err := ses.exec(ctx, "UPDATE document SET source = ? WHERE id = ?", v.source, string(v.doc.ID)); err != nil {
					return done, err
				}
			}
			continue
		}
		r := &revision{id: v.doc.ID, new: v}
		if hash != "" {
			if r.old, err = stored(ctx, ses, r.id); err != nil {
				return done, err
			}
		}
		b.revisions[r.id] = r
		done.Documents++
		done.Articles += len(v.content.Articles)
		done.Claims += len(v.claims)
	}
	switch {
	case done.Documents > 0:
		return done, b.run()
	case learnt:
		return done, nil
	}
	return done, errNothing
}

// standing is in which state, and with which source, the document stands there that v takes the place of; "" where none does.
func standing(ctx context.Context, ses *session, v *version) (hash, source string, err error) {
	found, err := ses.one(ctx, "SELECT hash, source FROM document INDEXED BY document_state WHERE id = ?", []any{string(v.doc.ID)}, &hash, &source)
	if err != nil {
		return "", "", err
	}
	return hash, source, v.doc.CheckWas(found, source)
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
