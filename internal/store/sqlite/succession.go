package sqlite

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// writeSuccessions infers anew the ends of tenures in one-seat posts whose holders changed.
func (b *batch) writeSuccessions() error {
	t, posts := b.l.edges[kg.HoldsPost], b.l.nodes[kg.PostKind]
	for _, id := range slices.Sorted(maps.Keys(b.posts)) {
		if _, ok := b.single[id]; !ok {
			rows, err := b.loadNodes(posts, []kg.ID{id})
			if err != nil {
				return err
			}
			if rows[id] == nil {
				continue
			}
			b.single[id] = rows[id].node.(*kg.Post).Seats == 1
		}
		if err := b.writeSuccession(t, id); err != nil {
			return err
		}
	}
	return nil
}

// writeSuccession infers the ends of tenures in one post. Of its tenures, thousands where articles share a post, it reads what
// kg.Succession asks for, and only those whole whose ends change.
func (b *batch) writeSuccession(t *edgeTable, post kg.ID) error {
	if !b.single[post] && !b.reseated[post] {
		return nil
	}
	old, err := b.tenures(t, post)
	if err != nil {
		return err
	}
	fresh := make([]*kg.Holds, len(old))
	for i := range old {
		h := old[i]
		if h.EndInferred {
			h.StatedEnd, h.End, h.EndInferred = "", "", false
		}
		fresh[i] = &h
	}
	if b.single[post] {
		kg.Succession(fresh)
	}
	ends := map[kg.ID]*kg.Holds{}
	for i := range old {
		if *fresh[i] != old[i] {
			ends[old[i].ID] = fresh[i]
		}
	}
	return b.writeEnds(t, ends)
}

// tenures reads the tenures in post, with the fields by which kg.Succession goes and those that it sets.
func (b *batch) tenures(t *edgeTable, post kg.ID) ([]kg.Holds, error) {
	const text = `SELECT e.id, e."from", e.start, e."end", e.statedEnd, e.endInferred, e.observedTo
		FROM adjacency a CROSS JOIN "e_HOLDS" e ON e.id = a.fact WHERE a.node = ? AND a.slot = ?`
	var out []kg.Holds
	err := b.s.each(b.ctx, text, []any{string(post), t.slot(0, kg.Inward)}, func(got *row) error {
		var h kg.Holds
		err := got.takeAll(0, []any{&h.ID, &h.From, &h.Start, &h.End, &h.StatedEnd, &h.EndInferred, &h.ObservedTo})
		out = append(out, h)
		return err
	})
	return out, err
}

// writeEnds gives tenures, by their ids, other ends.
func (b *batch) writeEnds(t *edgeTable, ends map[kg.ID]*kg.Holds) error {
	if len(ends) == 0 {
		return nil
	}
	rows, err := b.loadFacts(t, t.sql.load, idList(slices.Sorted(maps.Keys(ends))))
	if err != nil {
		return err
	}
	for _, old := range rows {
		h := *old.edge.(*kg.Holds)
		end := ends[h.ID]
		h.StatedEnd, h.End, h.EndInferred = end.StatedEnd, end.End, end.EndInferred
		if err := b.replaceFact(t, old, &factRow{&h, old.tallies}); err != nil {
			return err
		}
	}
	return nil
}
