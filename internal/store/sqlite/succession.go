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
		post, err := b.loadNode(posts, id)
		if err != nil {
			return err
		}
		if post == nil {
			continue
		}
		if err := b.writeSuccession(t, id, post.node.(*kg.Post).Seats == 1); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeSuccession(t *edgeTable, post kg.ID, one bool) error {
	old, err := b.holders(t, post)
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
	if one {
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

func (b *batch) holders(t *edgeTable, post kg.ID) ([]*factRow, error) {
	var ids []string
	err := b.s.each(b.ctx, "SELECT fact FROM adjacency WHERE node = ? AND slot = ?", []any{string(post), t.slot(0, kg.Inward)}, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]*factRow, len(ids))
	for i, id := range ids {
		if out[i], err = b.loadFact(t, id); err != nil {
			return nil, err
		}
	}
	return out, nil
}
