package answer

import (
	"context"
	"fmt"
	"reflect"

	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/internal/kg"
)

// List is one page of rows as it was read. Cursors stand for its rows; Edges (of a relation) or Hits (of a search) stand
// beside them. Slots holds its selections of `nodes` and `edges`.
type List struct {
	Edges   []kg.Edge
	Hits    []kg.Hit
	Cursors []string
	Info    kg.PageInfo
	Total   int
	AsOf    kg.Date
	Slots   []Slot
}

// Slot is what was read for one selection of `nodes` (Nodes) or of `edges` (Rows): an element for each row of the list.
type Slot struct {
	Alias string
	Nodes []Node
	Rows  []Row
}

func (l *List) slot(ctx context.Context) (*Slot, error) {
	alias := graphql.GetFieldContext(ctx).Field.Alias
	for i := range l.Slots {
		if l.Slots[i].Alias == alias {
			return &l.Slots[i], nil
		}
	}
	return nil, fmt.Errorf("field %s was not planned", alias)
}

// Connection is a page of nodes N with edges E: a struct that embeds Far[N], and then the store's own struct if it has one.
type Connection[N Node, E any] struct {
	list *List
}

func connection[N Node, E any](ctx context.Context, r Row) (*Connection[N, E], error) {
	l, err := value[*List](ctx, r)
	if err != nil {
		return nil, err
	}
	return &Connection[N, E]{l}, nil
}

// Edges lists the rows with their cursors and facts.
func (c *Connection[N, E]) Edges(ctx context.Context) ([]*E, error) {
	slot, err := c.list.slot(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*E, len(slot.Rows))
	for i := range out {
		out[i] = new(E)
		v := reflect.ValueOf(out[i]).Elem()
		v.Field(0).Addr().Interface().(binder).bind(c.list, i, slot.Rows[i])
		if v.NumField() > 1 {
			v.Field(1).Set(reflect.ValueOf(c.list.Edges[i]))
		}
	}
	return out, nil
}

// Nodes lists the rows' nodes.
func (c *Connection[N, E]) Nodes(ctx context.Context) ([]N, error) {
	slot, err := c.list.slot(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]N, len(slot.Nodes))
	for i := range out {
		if out[i], err = as[N](slot.Nodes[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// TotalCount is the number of rows in all; it was counted only if it was selected.
func (c *Connection[N, E]) TotalCount() int { return c.list.Total }

// PageInfo tells where the page lies.
func (c *Connection[N, E]) PageInfo() *PageInfo {
	i := c.list.Info
	return &PageInfo{HasNextPage: i.HasNext, HasPreviousPage: i.HasPrevious, StartCursor: i.Start, EndCursor: i.End}
}

// PageInfo tells where a page lies in its list; a cursor is "" where the page is empty.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       string
}

// binder is what every Far is.
type binder interface {
	bind(l *List, i int, r Row)
}

// Far is the far end of an edge: its cursor, node and evidence.
type Far[N Node] struct {
	list *List
	i    int
	row  Row
}

func (f *Far[N]) bind(l *List, i int, r Row) { f.list, f.i, f.row = l, i, r }

// Cursor is the row's place in the list.
func (f *Far[N]) Cursor() string { return f.list.Cursors[f.i] }

// Node is the node at the far end.
func (f *Far[N]) Node(ctx context.Context) (N, error) { return one[N](ctx, f.row) }

// Evidence is the page of evidence that was read for the edge.
func (f *Far[N]) Evidence(ctx context.Context) (*EvidenceConnection, error) {
	return connection[*Evidence, EvidenceEdge](ctx, f.row)
}
