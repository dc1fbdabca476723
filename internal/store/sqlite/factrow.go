package sqlite

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// factRow is a row of a table of edges.
type factRow struct {
	edge    kg.Edge
	tallies []byte
}

func (b *batch) subjectsInOrder() []*subject {
	out := make([]*subject, 0, len(b.subjects))
	for _, id := range slices.Sorted(maps.Keys(b.subjects)) {
		out = append(out, b.subjects[id])
	}
	return out
}

func (b *batch) loadFact(t *edgeTable, id string) (*factRow, error) {
	f := &factRow{edge: t.schema.New()}
	ptrs := append(t.ptrs(f.edge), &f.tallies)
	r := newRow(len(ptrs))
	found, err := b.s.one(b.ctx, t.sql.load, []any{id}, r.dest...)
	if err != nil || !found {
		return nil, err
	}
	return f, r.takeAll(0, ptrs)
}

// writeFacts folds the touched facts anew; one that no claim supports any more goes.
func (b *batch) writeFacts() error {
	for _, sub := range b.subjectsInOrder() {
		if sub.as.Kind == kg.Attribute || sub.as.Retracted {
			continue
		}
		if err := b.writeFact(b.l.edges[sub.as.Kind], sub); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeFact(t *edgeTable, sub *subject) error {
	old, err := b.loadFact(t, sub.id)
	if err != nil {
		return err
	}
	var stored []kg.Tally
	if old != nil {
		if stored, err = unpackTallies(old.tallies); err != nil {
			return err
		}
	}
	tallies, err := b.tally(sub, old != nil, stored)
	if err != nil {
		return err
	}
	if sub.as.Kind == kg.HoldsPost {
		b.posts[sub.as.To] = true
	}
	if len(tallies) == 0 {
		if old == nil {
			return nil
		}
		return b.replaceFact(t, old, nil)
	}
	e, err := foldFact(t, sub.as, tallies)
	if err != nil {
		return err
	}
	return b.replaceFact(t, old, &factRow{edge: e, tallies: packTallies(tallies)})
}

// foldFact makes the edge of a fact from its tallies; ends that follow from successors are left to kg.Succession.
func foldFact(t *edgeTable, as kg.Resolved, tallies []kg.Tally) (kg.Edge, error) {
	e := t.schema.New()
	f := e.EdgeFact()
	f.ID, f.From, f.To = as.Subject, as.From, as.To
	if t.schema.Key != "" {
		if err := kg.DecodeValue(t.column(e, t.schema.Key), as.Key); err != nil {
			return nil, err
		}
	}
	return e, kg.FoldEdge(e, tallies)
}

// replaceFact writes one row and its places in the adjacency table; old is nil for a new fact, next for one that goes.
func (b *batch) replaceFact(t *edgeTable, old, next *factRow) error {
	var err error
	switch {
	case old == nil:
		b.counters["edge "+string(t.schema.Kind)]++
		_, err = b.s.exec(b.ctx, t.sql.insert, append(binds(t.ptrs(next.edge)), notNil(next.tallies))...)
	case next == nil:
		b.counters["edge "+string(t.schema.Kind)]--
		_, err = b.s.exec(b.ctx, t.sql.remove, string(old.edge.EdgeFact().ID))
	default:
		args := append(binds(t.ptrs(next.edge))[1:], notNil(next.tallies), string(next.edge.EdgeFact().ID))
		_, err = b.s.exec(b.ctx, t.sql.update, args...)
	}
	if err != nil {
		return err
	}
	for i, o := range t.schema.Orders {
		var was, is any
		if old != nil {
			was = bind(t.column(old.edge, o.Field))
		}
		if next != nil {
			is = bind(t.column(next.edge, o.Field))
		}
		if was == is {
			continue
		}
		if err := b.place(t, i, old, was, next, is); err != nil {
			return err
		}
	}
	return nil
}

// place moves a fact in one order, in both directions.
func (b *batch) place(t *edgeTable, order int, old *factRow, was any, next *factRow, is any) error {
	for _, d := range []kg.Direction{kg.Out, kg.Inward} {
		slot := t.slot(order, d)
		if old != nil {
			f := old.edge.EdgeFact()
			if _, err := b.s.exec(b.ctx, "DELETE FROM adjacency WHERE node = ? AND slot = ? AND sort = ? AND fact = ?", string(end(f, d)), slot, was, string(f.ID)); err != nil {
				return err
			}
		}
		if next != nil {
			f := next.edge.EdgeFact()
			if _, err := b.s.exec(b.ctx, "INSERT INTO adjacency (node, slot, sort, fact, far) VALUES (?, ?, ?, ?, ?)", string(end(f, d)), slot, is, string(f.ID), string(end(f, 1-d))); err != nil {
				return err
			}
		}
	}
	return nil
}

// end is the node from which f is followed in direction d.
func end(f *kg.Fact, d kg.Direction) kg.ID {
	if d == kg.Inward {
		return f.To
	}
	return f.From
}
