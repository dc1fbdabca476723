package sqlite

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// writeReprints makes the edges of the touched clusters anew and writes what differs. All clusters are taken together:
// two articles that move from one to another keep their edge.
func (b *batch) writeReprints() error {
	old, next := map[kg.ID]kg.Edge{}, map[kg.ID]kg.Edge{}
	for _, c := range b.clusters {
		for _, e := range kg.Reprints(c.before) {
			old[e.EdgeFact().ID] = e
		}
		for _, e := range kg.Reprints(c.after) {
			next[e.EdgeFact().ID] = e
		}
	}
	t := b.l.edges[kg.ReprintOf]
	for _, id := range slices.Sorted(maps.Keys(old)) {
		if next[id] != nil && *old[id].EdgeFact() == *next[id].EdgeFact() {
			delete(next, id)
			continue
		}
		if next[id] == nil {
			if err := b.replaceFact(t, &factRow{edge: old[id]}, nil); err != nil {
				return err
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(next)) {
		var was *factRow
		if old[id] != nil {
			was = &factRow{edge: old[id]}
		}
		if err := b.replaceFact(t, was, &factRow{edge: next[id]}); err != nil {
			return err
		}
	}
	return b.insertFacts(t)
}
