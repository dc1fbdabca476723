package sqlite

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
	text := page.After + page.Before // one of them at most is set
	if text == "" {
		return k, nil
	}
	c, err := kg.DecodeCursor(text, scope, 1)
	if err != nil {
		return k, err
	}
	if k.field.Type == kg.Int {
		if err := kg.DecodeValue(new(int), c.Keys[0]); err != nil {
			return k, fmt.Errorf("%.40q: %w", text, kg.ErrCursor)
		}
	}
	k.from = &c
	return k, nil
}

// after adds the condition that a row stands behind the cursor; key and id are expressions.
func (k *keyset) after(q *query, key, id string) {
	if k.from == nil {
		return
	}
	op := ">"
	if k.desc {
		op = "<"
	}
	q.add(fmt.Sprintf(" AND (%s, %s) %s (?, ?)", key, id, op), operand(k.field, k.from.Keys[0]), string(k.from.ID))
}

// order adds the order by these expressions.
func (k *keyset) order(q *query, exprs ...string) {
	for i, e := range exprs {
		if i > 0 {
			q.add(", ")
		}
		q.add(e)
		if k.desc {
			q.add(" DESC")
		}
	}
}

// cursor is that of a row by its key, as the column has it, and its id.
func (k *keyset) cursor(key any, id kg.ID, scope kg.Scope) string {
	text, _ := key.(string)
	if n, ok := key.(int64); ok {
		i := int(n)
		text = kg.EncodeValue(&i)
	}
	return kg.Cursor{Keys: []string{text}, ID: id}.Encode(scope)
}

// limit is the number of rows to read: one more than asked for, to know whether there are more.
func (k *keyset) limit() int { return k.page.Size() + 1 }
