package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// keepOrders makes the adjacency table anew of those kinds of edges that it keeps in other orders than the schema table has. In
// which it does, by their fields, stands with the numbers of the kinds.
func keepOrders(ctx context.Context, s *session, l *layout) error {
	if err := ensure(ctx, s, `"kind"`, []column{{"orders", "TEXT NOT NULL DEFAULT ''"}}, false, nil); err != nil {
		return err
	}
	kept := map[string]string{}
	err := s.each(ctx, "SELECT name, orders FROM kind", nil, func(got *row) error {
		var name, orders string
		err := got.scan(&name, &orders)
		kept[name] = orders
		return err
	})
	if err != nil {
		return err
	}
	var stale []*edgeTable
	var codes []int
	for i := range kg.EdgeKinds {
		if t := l.edges[kg.EdgeKinds[i].Kind]; kept[string(t.schema.Kind)] != t.orders() {
			stale, codes = append(stale, t), append(codes, t.code)
		}
	}
	list, err := json.Marshal(codes)
	if err != nil || len(stale) == 0 {
		return err
	}
	if _, err := s.exec(ctx, "DELETE FROM adjacency WHERE slot / ? IN (SELECT value FROM json_each(?))", slotsAKind, string(list)); err != nil {
		return err
	}
	for _, t := range stale {
		if err := t.placeAll(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// orders names the fields of t's orders.
func (t *edgeTable) orders() string {
	out := make([]string, len(t.schema.Orders))
	for i, o := range t.schema.Orders {
		out[i] = o.Field
	}
	return strings.Join(out, " ")
}

// placeAll fills the adjacency table with all of t's edges, and notes in which orders.
func (t *edgeTable) placeAll(ctx context.Context, s *session) error {
	for i, o := range t.schema.Orders {
		for d, ends := range [...][2]string{kg.Out: {`"from"`, `"to"`}, kg.Inward: {`"to"`, `"from"`}} {
			text := fmt.Sprintf("INSERT INTO adjacency (node, slot, sort, fact, far) SELECT %[1]s, ?, %[2]s, id, %[3]s FROM %[4]s ORDER BY %[1]s, %[2]s, id", ends[0], quote(o.Field), ends[1], t.name)
			if _, err := s.exec(ctx, text, t.slot(i, kg.Direction(d))); err != nil {
				return err
			}
		}
	}
	_, err := s.exec(ctx, "UPDATE kind SET orders = ? WHERE code = ?", t.orders(), t.code)
	return err
}
