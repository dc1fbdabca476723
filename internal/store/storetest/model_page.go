package storetest

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// sorted is a value with what it is ordered by.
type sorted[T any] struct {
	value T
	keys  []key
	id    kg.ID
}

// key is one sort key: a number or a text.
type key struct {
	text   string // as a cursor has it
	number bool
	desc   bool
}

func (k key) compare(text string) int {
	c := cmp.Compare(k.text, text)
	if k.number {
		a, _ := strconv.Atoi(k.text)
		b, _ := strconv.Atoi(text)
		c = cmp.Compare(a, b)
	}
	if k.desc {
		return -c
	}
	return c
}

func (s *sorted[T]) compare(keys []string, id kg.ID, desc bool) int {
	for i, k := range s.keys {
		if c := k.compare(keys[i]); c != 0 {
			return c
		}
	}
	if desc {
		return compareIDs(id, s.id)
	}
	return compareIDs(s.id, id)
}

func (s *sorted[T]) texts() []string {
	out := make([]string, len(s.keys))
	for i, k := range s.keys {
		out[i] = k.text
	}
	return out
}

// paged sorts rows and cuts one page out; ids go in direction desc behind the keys.
func paged[T any](rows []sorted[T], p kg.Page, desc bool, scope kg.Scope, keys int) (values []T, cursors []string, info kg.PageInfo, err error) {
	slices.SortFunc(rows, func(a, b sorted[T]) int { return a.compare(b.texts(), b.id, desc) })
	if text := p.After + p.Before; text != "" {
		c, err := kg.DecodeCursor(text, scope, keys)
		if err != nil {
			return nil, nil, info, err
		}
		rows = slices.DeleteFunc(rows, func(r sorted[T]) bool {
			side := r.compare(c.Keys, c.ID, desc)
			return p.After != "" && side <= 0 || p.Before != "" && side >= 0
		})
	}
	more := len(rows) > p.Size()
	if p.Backward() {
		rows = rows[max(len(rows)-p.Size(), 0):]
		info = kg.PageInfo{HasNext: p.Before != "", HasPrevious: more}
	} else {
		rows = rows[:min(len(rows), p.Size())]
		info = kg.PageInfo{HasNext: more, HasPrevious: p.After != ""}
	}
	for _, r := range rows {
		values = append(values, r.value)
		cursors = append(cursors, kg.Cursor{Keys: r.texts(), ID: r.id}.Encode(scope))
	}
	if n := len(cursors); n > 0 {
		info.Start, info.End = cursors[0], cursors[n-1]
	}
	return values, cursors, info, nil
}

func orderKey(it item, o kg.Order, desc bool) []key {
	fd, ptr := it.field(o.Field)
	return []key{{kg.EncodeValue(ptr), fd.Type == kg.Int, desc}}
}
