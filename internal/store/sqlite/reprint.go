package sqlite

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// writeReprints makes the edges of the touched clusters anew and writes what differs.
func (b *batch) writeReprints() error {
	t := b.l.edges[kg.ReprintOf]
	for _, name := range slices.Sorted(maps.Keys(b.clusters)) {
		c := b.clusters[name]
		old := map[kg.ID]kg.Edge{}
		for _, e := range kg.Reprints(c.before) {
			old[e.EdgeFact().ID] = e
		}
		for _, e := range kg.Reprints(c.after) {
			f := e.EdgeFact()
			was := old[f.ID]
			delete(old, f.ID)
			if was != nil && *was.EdgeFact() == *f {
				continue
			}
			if err := b.replaceFact(t, asRow(was), &factRow{edge: e}); err != nil {
				return err
			}
		}
		for _, id := range slices.Sorted(maps.Keys(old)) {
			if err := b.replaceFact(t, &factRow{edge: old[id]}, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

func asRow(e kg.Edge) *factRow {
	if e == nil {
		return nil
	}
	return &factRow{edge: e}
}
