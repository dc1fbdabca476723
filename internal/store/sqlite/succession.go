package sqlite

import (
	"fmt"
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

// tenures reads the tenures in post, each with what kg.Succession reads and sets of it.
func (b *batch) tenures(t *edgeTable, post kg.ID) ([]kg.Holds, error) {
	cols := append([]string{"id", "from"}, kg.SuccessionFields...)
	at := make([]int, len(cols))
	for i, c := range cols {
		at[i] = slices.Index(t.cols, c)
	}
	text := fmt.Sprintf("SELECT %s FROM adjacency a CROSS JOIN %s e ON e.id = a.fact WHERE a.node = ? AND a.slot = ?", quoted(cols, "e."), t.name)
	var out []kg.Holds
	err := b.s.each(b.ctx, text, []any{string(post), t.slot(0, kg.Inward)}, func(got *row) error {
		h := &kg.Holds{}
		all, some := t.ptrs(h), make([]any, len(at))
		for i, k := range at {
			some[i] = all[k]
		}
		if err := got.takeAll(0, some); err != nil {
			return err
		}
		out = append(out, *h)
		return nil
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
