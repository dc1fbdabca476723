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

func (b *batch) writeSuccession(t *edgeTable, post kg.ID) error {
	if !b.single[post] && !b.reseated[post] {
		return nil
	}
	old, err := b.loadFacts(t, t.sql.at, string(post), t.slot(0, kg.Inward))
	if err != nil {
		return err
	}
	next := make([]*factRow, len(old))
	fresh := make([]*kg.Holds, len(old))
	for i, f := range old {
		h := *f.edge.(*kg.Holds)
		if h.EndInferred {
			h.StatedEnd, h.End, h.EndInferred = "", "", false
		}
		fresh[i], next[i] = &h, &factRow{&h, f.tallies}
	}
	if b.single[post] {
		kg.Succession(fresh)
	}
	for i := range old {
		if *fresh[i] == *old[i].edge.(*kg.Holds) {
			continue
		}
		if err := b.replaceFact(t, old[i], next[i]); err != nil {
			return err
		}
	}
	return nil
}
