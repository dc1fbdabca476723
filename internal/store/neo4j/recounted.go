package neo4j

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// listDocuments lists the documents that a statement finds for ids, in order.
func listDocuments(ctx context.Context, t *tx, name string, ids []kg.ID) ([]kg.ID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	found := map[kg.ID]bool{}
	err := t.each(ctx, cypher(name), params{"ids": list(ids)}, func(values []any) error {
		found[kg.ID(textOf(values[0]))] = true
		return nil
	})
	return slices.Sorted(maps.Keys(found)), err
}

// recount notes the documents that a statement finds, to be counted anew: their texts and raw nodes stay.
func (b *batch) recount(name string, ids []kg.ID) error {
	docs, err := listDocuments(b.ctx, b.t, name, ids)
	for _, id := range docs {
		if b.revisions[id] == nil {
			b.recounted[id] = true
		}
	}
	return err
}

// collectRecounted resolves the claims of the documents that count anew as before and as after, and keeps what differs.
func (b *batch) collectRecounted() error {
	for part := range slices.Chunk(slices.Sorted(maps.Keys(b.recounted)), kg.MaxRecounted) {
		versions, err := storedOf(b.ctx, b.t, part)
		if err != nil {
			return err
		}
		ids := map[kg.ID]bool{}
		for _, v := range versions {
			addNamed(ids, v, &b.before)
		}
		if err := b.loadReps(ids); err != nil {
			return err
		}
		for _, id := range slices.Sorted(maps.Keys(versions)) {
			if err := b.collectVersion(versions[id]); err != nil {
				return err
			}
		}
	}
	return nil
}

// collectVersion keeps what differs in how the claims of v count, which is the state before and after, and the keys of its
// raw nodes that move.
func (b *batch) collectVersion(v *version) error {
	old, err := say(v, &b.before)
	if err != nil {
		return err
	}
	standing, err := say(v, &b.after)
	if err != nil {
		return err
	}
	b.compare(old, standing)
	for _, s := range slices.Concat(old, standing) {
		if b.subjects[s.subject] != nil {
			c := *s.claim // or it would keep all claims of its document
			s.claim = &c
		}
	}
	for k := range rawNodes(side{v, &b.before, 0}) {
		if m, moves := b.moved[k.id]; moves {
			b.touch(m.from).keysDelta[k]--
			b.touch(m.to).keysDelta[k]++
		}
	}
	return nil
}
