package neo4j

import (
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// keyset is how a page is read: sorted by a key and an id, from a cursor on.
type keyset struct {
	page  kg.Page
	desc  bool // as it is read: turned round for a page from the end
	field *kg.Field
	from  *kg.Cursor // nil: from the start
}

func newKeyset(page kg.Page, order kg.Order, reverse bool, field func(string) (*kg.Field, bool), scope kg.Scope) (keyset, error) {
	k := keyset{page: page, desc: order.Desc != reverse != page.Backward()}
	k.field, _ = field(order.Field)
	cursor := page.After + page.Before // one of them at most is set
	if cursor == "" {
		return k, nil
	}
	c, err := kg.DecodeCursor(cursor, scope, 1)
	if err != nil {
		return k, err
	}
	if k.field.Type == kg.Int {
		if err := kg.DecodeValue(new(int), c.Keys[0]); err != nil {
			return k, fmt.Errorf("%.40q: %w", cursor, kg.ErrCursor)
		}
	}
	k.from = &c
	return k, nil
}

// bounds adds the conditions that a row of alias stands behind the cursor. They name every field of the order's index,
// which the planner asks for before it uses one.
func (k *keyset) bounds(q *query, alias string) {
	key, id := alias+"."+quote(k.field.Name), alias+".id"
	q.add(" AND " + id + " IS NOT NULL")
	if k.from == nil {
		if k.field.Type == kg.Int {
			q.add(" AND " + key + " IS NOT NULL")
		} else {
			q.add(" AND " + key + " >= ''")
		}
		return
	}
	op, at, last := ">", q.param(operand(k.field, k.from.Keys[0])), q.param(string(k.from.ID))
	if k.desc {
		op = "<"
	}
	q.add(fmt.Sprintf(" AND %[1]s %[2]s= %[3]s AND (%[1]s %[2]s %[3]s OR %[4]s %[2]s %[5]s)", key, op, at, id, last))
}

// order is the order by these expressions.
func (k *keyset) order(exprs ...string) string {
	out := " ORDER BY "
	for i, e := range exprs {
		if i > 0 {
			out += ", "
		}
		out += e
		if k.desc {
			out += " DESC"
		}
	}
	return out
}
