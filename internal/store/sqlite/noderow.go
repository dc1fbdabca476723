package sqlite

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// nodeRow is a row of a table of nodes.
type nodeRow struct {
	node    kg.Node
	refs    int
	tallies []byte
}

// loadNodes reads rows, in one statement.
func (b *batch) loadNodes(t *nodeTable, ids []kg.ID) (map[kg.ID]*nodeRow, error) {
	out := make(map[kg.ID]*nodeRow, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	err := b.s.each(b.ctx, t.sql.load, []any{idList(ids)}, func(got *row) error {
		n := &nodeRow{node: t.schema.New()}
		if err := got.takeAll(0, append(kg.AllColumns(n.node), &n.refs, &n.tallies)); err != nil {
			return err
		}
		out[n.node.NodeHead().ID] = n
		return nil
	})
	return out, err
}

func (b *batch) insertNode(t *nodeTable, n *nodeRow) error {
	args := append(binds(kg.AllColumns(n.node)), n.refs, notNil(n.tallies))
	if _, err := b.s.exec(b.ctx, t.sql.insert, args...); err != nil {
		return err
	}
	b.counters["node "+string(t.schema.Kind)]++
	return b.index(nil, n.node)
}

func (b *batch) updateNode(t *nodeTable, old, n *nodeRow) error {
	was, is := binds(kg.AllColumns(old.node)), binds(kg.AllColumns(n.node))
	h := n.node.NodeHead()
	sighted := *old.node.NodeHead()
	sighted.ArticleCount, sighted.FirstSeen, sighted.LastSeen = h.ArticleCount, h.FirstSeen, h.LastSeen
	if sighted == *h && slices.Equal(was[len(kg.CommonNodeFields):], is[len(kg.CommonNodeFields):]) {
		_, err := b.s.exec(b.ctx, t.sql.sight, h.ArticleCount, string(h.FirstSeen), string(h.LastSeen), n.refs, notNil(n.tallies), string(h.ID))
		return err
	}
	args := append(is[1:], n.refs, notNil(n.tallies), string(h.ID))
	if _, err := b.s.exec(b.ctx, t.sql.update, args...); err != nil {
		return err
	}
	return b.index(old.node, n.node)
}

func (b *batch) removeNode(t *nodeTable, n kg.Node) error {
	if _, err := b.s.exec(b.ctx, t.sql.remove, string(n.NodeHead().ID)); err != nil {
		return err
	}
	b.counters["node "+string(t.schema.Kind)]--
	return b.index(n, nil)
}

func notNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// writeNodes folds the touched nodes anew; one that no claim names any more goes.
func (b *batch) writeNodes() error {
	ids := map[*nodeTable][]kg.ID{}
	for _, id := range slices.Sorted(maps.Keys(b.nodes)) {
		t := b.l.nodeOf(id)
		ids[t] = append(ids[t], id)
	}
	for i := range kg.NodeKinds {
		t := b.l.nodes[kg.NodeKinds[i].Kind]
		old, err := b.loadNodes(t, ids[t])
		if err != nil {
			return err
		}
		var unkept []string
		for _, id := range ids[t] {
			if n := old[id]; n != nil && len(n.tallies) == 0 {
				unkept = append(unkept, string(id))
			}
		}
		if err := b.readAgain(unkept, kg.Attribute); err != nil {
			return err
		}
		for _, id := range ids[t] {
			if err := b.writeNode(t, id, old[id]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *batch) writeNode(t *nodeTable, id kg.ID, old *nodeRow) error {
	touch := b.nodes[id]
	next := &nodeRow{refs: touch.refs}
	var stored []kg.Tally
	var err error
	if old != nil {
		next.refs += old.refs
		if stored, err = unpackTallies(old.tallies); err != nil {
			return err
		}
	}
	if next.refs == 0 {
		if old == nil {
			return nil
		}
		return b.removeNode(t, old.node)
	}
	if next.node, err = b.bare(t, id, old, touch.body); err != nil {
		return err
	}
	sub := b.subjects[string(id)]
	if sub == nil {
		sub = &subject{id: string(id), as: kg.Resolved{Kind: kg.Attribute}}
	}
	tallies, err := b.tally(sub, old != nil, stored)
	if err != nil {
		return err
	}
	if err := kg.FoldNode(next.node, tallies, b.after.names[id]); err != nil {
		return err
	}
	next.node.NodeHead().NameKey = text.SortKey(next.node)
	next.tallies = packTallies(tallies)
	b.seats(old, next.node)
	if old == nil {
		return b.insertNode(t, next)
	}
	return b.updateNode(t, old, next)
}

// seats notes whether a post has one seat, and a post whose seats changed: its tenures end otherwise then.
func (b *batch) seats(old *nodeRow, n kg.Node) {
	p, ok := n.(*kg.Post)
	if !ok {
		return
	}
	b.single[p.ID] = p.Seats == 1
	if old == nil {
		return
	}
	if was, ok := old.node.(*kg.Post); ok && was.Seats != p.Seats {
		b.posts[p.ID], b.reseated[p.ID] = true, true
	}
}

// bare makes the node with its key fields only, as the old row has them or, where they may have changed, from the raw
// nodes merged into it: kg.CompareRawKeys.
func (b *batch) bare(t *nodeTable, id kg.ID, old *nodeRow, again bool) (kg.Node, error) {
	if old != nil && !again {
		return kg.NodeOfKey(t.schema.Kind, id, kg.KeyText(old.node))
	}
	var body string
	_, err := b.s.one(b.ctx, `SELECT body FROM raw WHERE id IN (SELECT id FROM merged WHERE rep = ?1 UNION ALL SELECT ?1) ORDER BY n DESC, id, body LIMIT 1`, []any{string(id)}, &body)
	if err != nil {
		return nil, err
	}
	return kg.NodeOfKey(t.schema.Kind, id, body)
}
