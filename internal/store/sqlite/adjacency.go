package sqlite

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// placing is a row of the adjacency table that comes or goes. A batch gathers them and writes them in the order of the
// table's key, several times as quick as one by one.
type placing struct {
	node kg.ID
	slot int
	sort any // a text or an int64, the same in one slot
	fact kg.ID
	far  kg.ID
}

// place moves a fact in one order, in both directions; old is nil for a new fact, next for one that goes.
func (b *batch) place(t *edgeTable, order int, old, next *factRow, was, is any) {
	for _, d := range []kg.Direction{kg.Out, kg.Inward} {
		slot := t.slot(order, d)
		if old != nil {
			f := old.edge.EdgeFact()
			b.leaving = append(b.leaving, placing{end(f, d), slot, was, f.ID, end(f, 1-d)})
		}
		if next != nil {
			f := next.edge.EdgeFact()
			b.coming = append(b.coming, placing{end(f, d), slot, is, f.ID, end(f, 1-d)})
		}
	}
}

// writePlaces writes what was gathered.
func (b *batch) writePlaces() error {
	for _, list := range [][]placing{b.leaving, b.coming} {
		slices.SortFunc(list, comparePlacings)
	}
	for _, p := range b.leaving {
		if _, err := b.s.exec(b.ctx, "DELETE FROM adjacency WHERE node = ? AND slot = ? AND sort = ? AND fact = ?", string(p.node), p.slot, p.sort, string(p.fact)); err != nil {
			return err
		}
	}
	rows := make([][]any, len(b.coming))
	for i, p := range b.coming {
		rows[i] = []any{string(p.node), p.slot, p.sort, string(p.fact), string(p.far)}
	}
	b.leaving, b.coming = nil, nil
	return b.s.insert(b.ctx, "INSERT INTO adjacency (node, slot, sort, fact, far)", rows)
}

func comparePlacings(x, y placing) int {
	return cmp.Or(cmp.Compare(x.node, y.node), cmp.Compare(x.slot, y.slot), compareSorts(x.sort, y.sort), cmp.Compare(x.fact, y.fact))
}

func compareSorts(x, y any) int {
	if a, ok := x.(int64); ok {
		b, _ := y.(int64)
		return cmp.Compare(a, b)
	}
	a, _ := x.(string)
	b, _ := y.(string)
	return cmp.Compare(a, b)
}

// end is the node from which f is followed in direction d.
func end(f *kg.Fact, d kg.Direction) kg.ID {
	if d == kg.Inward {
		return f.To
	}
	return f.From
}
