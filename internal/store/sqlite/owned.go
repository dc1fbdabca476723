package sqlite

import (
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// writeOwned replaces the nodes that belong to the revised documents, and finds out who is in the touched clusters.
func (b *batch) writeOwned() error {
	if err := b.loadClusters(); err != nil {
		return err
	}
	revisions := b.inOrder()
	keep := map[kg.ID]bool{}
	for _, r := range revisions {
		if r.old == r.new || r.old == nil {
			continue
		}
		if err := b.removeOwned(r, keep); err != nil {
			return err
		}
	}
	for _, r := range revisions {
		if r.old == r.new || r.new == nil {
			continue
		}
		if err := b.insertOwned(r.new, keep); err != nil {
			return err
		}
	}
	return nil
}

// removeOwned deletes the owned nodes that the new version hasn't, or has otherwise, and notes in keep those that stay.
func (b *batch) removeOwned(r *revision, keep map[kg.ID]bool) error {
	next := map[kg.ID]kg.Node{}
	if r.new != nil {
		for _, n := range r.new.doc.Nodes {
			next[n.NodeHead().ID] = n
		}
	}
	rows, err := b.loadOwned(r.old.content.Owned)
	if err != nil {
		return err
	}
	for _, id := range r.old.content.Owned {
		t, old := b.l.nodeOf(id), rows[id]
		if old == nil {
			return fmt.Errorf("sqlite: document %s has no row for its node %s: %w", r.id, id, kg.ErrConflict)
		}
		if n := next[id]; n != nil && slices.Equal(binds(kg.AllColumns(named(n))), binds(kg.AllColumns(old.node))) {
			keep[id] = true
			continue
		}
		b.gone[id] = true
		if err := b.removeNode(t, old.node); err != nil {
			return err
		}
		if a, ok := old.node.(*kg.Article); ok {
			b.leaveCluster(a)
		}
		b.countOwned(old.node, -1)
	}
	return nil
}

// loadOwned reads the rows of owned nodes of all kinds.
func (b *batch) loadOwned(ids []kg.ID) (map[kg.ID]*nodeRow, error) {
	kinds := map[*nodeTable][]kg.ID{}
	for _, id := range ids {
		t := b.l.nodeOf(id)
		kinds[t] = append(kinds[t], id)
	}
	out := map[kg.ID]*nodeRow{}
	for t, list := range kinds {
		rows, err := b.loadNodes(t, list)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, rows)
	}
	return out, nil
}

func (b *batch) insertOwned(v *version, keep map[kg.ID]bool) error {
	there, err := b.loadOwned(v.content.Owned)
	if err != nil {
		return err
	}
	for _, n := range v.doc.Nodes {
		id := n.NodeHead().ID
		t := b.l.nodeOf(id)
		if !t.schema.Owned || keep[id] {
			continue
		}
		if there[id] != nil {
			return fmt.Errorf("sqlite: document %s: node %s stands in another document: %w", v.doc.ID, id, kg.ErrConflict)
		}
		b.fresh[id] = !b.gone[id]
		if err := b.insertNode(t, &nodeRow{node: named(n)}); err != nil {
			return err
		}
		if a, ok := n.(*kg.Article); ok {
			c := b.clusters[a.Cluster]
			c.after = append(c.after, kg.ClusterMember{ID: a.ID, Published: a.Published})
		}
		b.countOwned(n, 1)
	}
	return nil
}

// named is n with the key that orders it; the caller's node stays as it is.
func named(n kg.Node) kg.Node {
	s, _ := kg.NodeSchemaOf(n.NodeHead().Kind)
	c := s.New()
	to, from := kg.AllColumns(c), kg.AllColumns(n)
	for i := range to {
		if err := take(to[i], bind(from[i])); err != nil {
			panic(err) // what bind made
		}
	}
	c.NodeHead().NameKey = text.SortKey(c)
	return c
}

func (b *batch) countOwned(n kg.Node, sign int64) {
	switch n := n.(type) {
	case *kg.Remainder:
		b.counters["remainderCharacters"] += sign * int64(n.Characters)
	case *kg.Article:
		b.counters["articles"] += sign
	}
}

// loadClusters reads who is in the clusters of the articles that are revised, or whose claims count otherwise.
func (b *batch) loadClusters() error {
	names := map[string]bool{}
	for _, sub := range b.subjects {
		for _, s := range slices.Concat(sub.removed, sub.added) {
			names[s.origin.Cluster] = true
		}
	}
	for _, r := range b.revisions {
		for _, v := range []*version{r.old, r.new} {
			if v == nil {
				continue
			}
			for _, a := range v.content.Articles {
				names[a.Cluster] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		c := &cluster{}
		b.clusters[name] = c
		err := b.s.each(b.ctx, `SELECT id, published FROM "n_Article" WHERE cluster = ? ORDER BY id`, []any{name}, func(got *row) error {
			var id, published string
			err := got.scan(&id, &published)
			c.before = append(c.before, kg.ClusterMember{ID: kg.ID(id), Published: kg.Date(published)})
			return err
		})
		if err != nil {
			return err
		}
		c.after = slices.Clone(c.before)
	}
	return nil
}

func (b *batch) leaveCluster(a *kg.Article) {
	c := b.clusters[a.Cluster]
	c.after = slices.DeleteFunc(c.after, func(m kg.ClusterMember) bool { return m.ID == a.ID })
}
