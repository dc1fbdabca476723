package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// ownedChanges is what happens to the nodes that belong to the revised documents.
type ownedChanges struct {
	gone map[kg.ID]bool
}

// revise replaces the owned nodes of the revised documents. A node that stays is changed in place, since other documents'
// edges may hang on it.
func (b *batch) revise() error {
	was, is, nodes := b.ownedNodes()
	for _, id := range slices.Sorted(maps.Keys(was)) {
		if !is[id] {
			b.owned.gone[id] = true
			kind, _ := kg.NodeKindOf(id)
			b.out.nodesGone.add(label(kind), string(id))
		}
	}
	for _, n := range nodes {
		h := n.NodeHead()
		props := nodeProperties(n)
		props["nameKey"] = text.SortKey(n)
		searchProperties(n, props)
		if was[h.ID] {
			b.out.nodesChanged.add(label(h.Kind), props)
		} else {
			b.out.nodesNew.add(labels(h.Kind), props)
		}
	}
	return nil
}

// ownedNodes lists the owned nodes that were there and that will be, and counts the characters of remainders.
func (b *batch) ownedNodes() (was, is map[kg.ID]bool, nodes []kg.Node) {
	was, is = map[kg.ID]bool{}, map[kg.ID]bool{}
	for _, r := range b.inOrder() {
		if r.again() {
			continue
		}
		if r.old != nil {
			for _, id := range r.old.content.Owned {
				was[id] = true
			}
			b.m.characters -= r.old.content.characters()
		}
		if r.new == nil {
			continue
		}
		for _, n := range r.new.doc.Nodes {
			if owned(n.NodeHead().ID) {
				is[n.NodeHead().ID] = true
				nodes = append(nodes, n)
			}
		}
		b.m.characters += r.new.content.characters()
	}
	return was, is, nodes
}
