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

// loadFacts reads the rows that a statement of t answers, in its order.
func (b *batch) loadFacts(t *edgeTable, text string, args ...any) ([]*factRow, error) {
	var out []*factRow
	err := b.s.each(b.ctx, text, args, func(got *row) error {
		f := &factRow{edge: t.schema.New()}
		out = append(out, f)
		return got.takeAll(0, append(t.ptrs(f.edge), &f.tallies))
	})
	return out, err
}

// writeFacts folds the touched facts anew; one that no claim supports any more goes.
func (b *batch) writeFacts() error {
	facts := map[kg.EdgeKind][]*subject{}
	for _, sub := range b.subjectsInOrder() {
		if sub.as.Kind != kg.Attribute && !sub.as.Retracted {
			facts[sub.as.Kind] = append(facts[sub.as.Kind], sub)
		}
	}
	for i := range kg.EdgeKinds {
		t := b.l.edges[kg.EdgeKinds[i].Kind]
		old, err := b.oldFacts(t, facts[t.schema.Kind])
		if err != nil {
			return err
		}
		if err := b.readAgain(unkept(facts[t.schema.Kind], old), t.schema.Kind); err != nil {
			return err
		}
		for _, sub := range facts[t.schema.Kind] {
			if err := b.writeFact(t, sub, old[sub.id]); err != nil {
				return err
			}
		}
		if err := b.insertFacts(t); err != nil {
			return err
		}
	}
	return nil
}

// unkept lists the facts that are there without their tallies.
func unkept(facts []*subject, old map[string]*factRow) []string {
	var out []string
	for _, sub := range facts {
		if f := old[sub.id]; f != nil && len(f.tallies) == 0 {
			out = append(out, sub.id)
		}
	}
	return out
}

// oldFacts reads the rows of facts, but for those of a node that wasn't there before.
func (b *batch) oldFacts(t *edgeTable, facts []*subject) (map[string]*factRow, error) {
	var ids []kg.ID
	for _, sub := range facts {
		if !b.fresh[sub.as.From] && !b.fresh[sub.as.To] {
			ids = append(ids, kg.ID(sub.id))
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := b.loadFacts(t, t.sql.load, idList(ids))
	out := make(map[string]*factRow, len(rows))
	for _, f := range rows {
		out[string(f.edge.EdgeFact().ID)] = f
	}
	return out, err
}

func (b *batch) writeFact(t *edgeTable, sub *subject, old *factRow) error {
	var err error
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

// replaceFact writes one row, or gathers it for insertFacts where it is new, and gathers its places in the adjacency table; old
// is nil for a new fact, next for one that goes.
func (b *batch) replaceFact(t *edgeTable, old, next *factRow) error {
	var err error
	switch {
	case old == nil:
		b.counters["edge "+string(t.schema.Kind)]++
		b.newFacts = append(b.newFacts, append(binds(t.ptrs(next.edge)), notNil(next.tallies)))
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
		if was != is {
			b.place(t, i, old, next, was, is)
		}
	}
	return nil
}

// insertFacts writes the new facts that were gathered, all of t.
func (b *batch) insertFacts(t *edgeTable) error {
	rows := b.newFacts
	b.newFacts = nil
	return b.s.insert(b.ctx, t.sql.insert, rows)
}
