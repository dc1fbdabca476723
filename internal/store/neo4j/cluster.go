package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// cluster is a reprint cluster that a batch touches.
type cluster struct {
	before []kg.ClusterMember
	after  []kg.ClusterMember
}

// noteClusters notes the clusters of the articles that are revised, or whose claims count otherwise.
func (b *batch) noteClusters() {
	for _, sub := range b.subjects {
		for _, s := range slices.Concat(sub.removed, sub.added) {
			b.clusters[s.origin.Cluster] = &cluster{}
		}
	}
	for _, r := range b.revisions {
		for _, s := range b.sides(r) {
			for _, a := range s.v.content.Articles {
				b.clusters[a.Cluster] = &cluster{}
			}
		}
	}
}

// loadClusters reads who is in the clusters that the batch touches, and works out who will be.
func (b *batch) loadClusters() error {
	b.noteClusters()
	if len(b.clusters) == 0 {
		return nil
	}
	err := b.t.each(b.ctx, cypher("cluster-load"), params{"ids": list(slices.Sorted(maps.Keys(b.clusters)))}, func(values []any) error {
		c := b.clusters[textOf(values[0])]
		c.before = append(c.before, kg.ClusterMember{ID: kg.ID(textOf(values[1])), Published: kg.Date(textOf(values[2]))})
		return nil
	})
	if err != nil {
		return err
	}
	left, came := map[kg.ID]bool{}, map[string][]kg.ClusterMember{}
	for _, r := range b.revisions {
		if r.again() {
			continue
		}
		if r.old != nil {
			for _, a := range r.old.content.Articles {
				left[a.ID] = true
			}
		}
		if r.new != nil {
			for _, a := range r.new.content.Articles {
				came[a.Cluster] = append(came[a.Cluster], kg.ClusterMember{ID: a.ID, Published: a.Published})
			}
		}
	}
	for name, c := range b.clusters {
		c.after = append(slices.DeleteFunc(slices.Clone(c.before), func(m kg.ClusterMember) bool { return left[m.ID] }), came[name]...)
	}
	return nil
}

// reprint makes the edges of the touched clusters anew and notes what differs.
func (b *batch) reprint() error {
	schema, _ := kg.EdgeSchemaOf(kg.ReprintOf)
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
			switch {
			case was == nil:
				b.out.create(schema, edgeProperties(e))
			case *was.EdgeFact() != *f || b.owned.gone[f.From] || b.owned.gone[f.To]:
				b.out.remove(schema, was.EdgeFact())
				b.out.create(schema, edgeProperties(e))
			}
		}
		for _, id := range slices.Sorted(maps.Keys(old)) {
			b.out.remove(schema, old[id].EdgeFact())
		}
	}
	return nil
}
