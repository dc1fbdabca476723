package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// errNothing ends a write transaction that has nothing to write.
var errNothing = errors.New("neo4j: nothing to write")

func isNothing(err error) bool { return errors.Is(err, errNothing) }

// Apply replaces the documents of those ids by these. See kg.Writer.
func (s *Store) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	if err := kg.CheckAll(docs); err != nil {
		return kg.Applied{}, err
	}
	versions := make([]*version, len(docs))
	for i, d := range docs {
		var err error
		if versions[i], err = wanted(d); err != nil {
			return kg.Applied{}, err
		}
	}
	var done kg.Applied
	err := s.write(ctx, func(t *tx, m *meta) error {
		var err error
		done, err = s.apply(ctx, t, m, versions)
		return err
	})
	if err != nil && !isNothing(err) {
		return kg.Applied{}, err
	}
	return done, nil
}

func (s *Store) apply(ctx context.Context, t *tx, m *meta, versions []*version) (kg.Applied, error) {
	var done kg.Applied
	rulings, err := s.currentRulings(ctx, t, m)
	if err != nil {
		return done, err
	}
	all, err := standing(ctx, t, versions)
	if err != nil {
		return done, err
	}
	b := newBatch(ctx, t, m, rulings, rulings)
	var replaced []kg.ID
	var learnt []any // sources of documents from before they were kept
	for _, v := range versions {
		old, there := all[v.id]
		if old.hash == v.hash {
			done.Unchanged++
			if old.source != v.source {
				learnt = append(learnt, params{"id": string(v.id), "source": v.source})
			}
			continue
		}
		if there {
			replaced = append(replaced, v.id)
		}
		b.revisions[v.id] = &revision{id: v.id, new: v}
		done.Documents++
		done.Articles += len(v.content.Articles)
		done.Claims += len(v.claims)
	}
	if done.Documents+len(learnt) == 0 {
		return done, errNothing
	}
	if err := t.execRows(ctx, cypher("document-learn"), learnt); err != nil || done.Documents == 0 {
		return done, err
	}
	old, err := storedOf(ctx, t, replaced)
	if err != nil {
		return done, err
	}
	for id, v := range old {
		b.revisions[id].old = v
	}
	return done, b.run()
}

// state is in which state a document stands in the store, and with which source.
type state struct{ hash, source string }

// standing reads the states of the documents that are there, and checks that they are what versions were read again from.
func standing(ctx context.Context, t *tx, versions []*version) (map[kg.ID]state, error) {
	ids := make([]kg.ID, len(versions))
	for i, v := range versions {
		ids[i] = v.id
	}
	out := map[kg.ID]state{}
	err := t.each(ctx, cypher("document-hash"), params{"ids": list(ids)}, func(values []any) error {
		out[kg.ID(textOf(values[0]))] = state{textOf(values[1]), textOf(values[2])}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, v := range versions {
		was, there := out[v.id]
		err = errors.Join(err, v.doc.CheckWas(there, was.source))
	}
	return out, err
}

// Remove takes documents out again. See kg.Writer.
func (s *Store) Remove(ctx context.Context, docs ...kg.ID) error {
	if len(docs) == 0 {
		return nil
	}
	return s.write(ctx, func(t *tx, m *meta) error {
		rulings, err := s.currentRulings(ctx, t, m)
		if err != nil {
			return err
		}
		old, err := storedOf(ctx, t, docs)
		if err != nil {
			return err
		}
		b := newBatch(ctx, t, m, rulings, rulings)
		for _, id := range docs {
			if old[id] == nil {
				return fmt.Errorf("document %s: %w", id, kg.ErrNotFound)
			}
			b.revisions[id] = &revision{id: id, old: old[id]}
		}
		return b.run()
	})
}
