// Package answer holds the objects that a query's answer is made of: the nodes, edges and connections that gqlgen's
// generated code walks over. They are filled before it starts (see package plan), so that none of their methods reads
// the store: a method finds what was read for its field by the field's alias. links_gen.go is written from
// schema.graphqls: an edge kind needs nothing here.
package answer

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
)

// Row holds what was read for the fields of one object, by alias. Copies share what was read.
type Row struct {
	names []string
	read  []any
}

// NewRow makes a row for the fields of those aliases, in the order in which Set counts them. Rows may share names.
func NewRow(names []string) Row {
	if len(names) == 0 {
		return Row{}
	}
	return Row{names, make([]any, len(names))}
}

// IsNode marks what can be listed: nodes, and evidence.
func (Row) IsNode() {}

// Set keeps what was read for the i-th field: a *List, a One, a list of objects, or the error with which it failed.
func (r Row) Set(i int, v any) { r.read[i] = v }

// value finds what was read for the field that ctx resolves; an error that was read is returned as such.
func value[T any](ctx context.Context, r Row) (T, error) {
	alias := graphql.GetFieldContext(ctx).Field.Alias
	var none T
	for i, name := range r.names {
		if name != alias {
			continue
		}
		switch v := r.read[i].(type) {
		case T:
			return v, nil
		case error:
			return none, v
		default:
			return none, fmt.Errorf("field %s holds a %T", alias, v)
		}
	}
	return none, fmt.Errorf("field %s was not planned", alias)
}

// One is the answer of a field that leads to at most one node; the zero One is null.
type One struct {
	Node Node
}

// one resolves a field that leads to at most one node: nil where there is none.
func one[N Node](ctx context.Context, r Row) (N, error) {
	var none N
	o, err := value[One](ctx, r)
	if err != nil || o.Node == nil {
		return none, err
	}
	return as[N](o.Node)
}

func as[N Node](n Node) (N, error) {
	typed, ok := n.(N)
	if !ok {
		return typed, fmt.Errorf("a %T where a %T belongs", n, typed)
	}
	return typed, nil
}

type rootKey struct{}

// WithRoot gives the resolvers of the root fields what was read for them.
func WithRoot(ctx context.Context, root Row) context.Context {
	return context.WithValue(ctx, rootKey{}, root)
}

func root(ctx context.Context) Row {
	r, _ := ctx.Value(rootKey{}).(Row)
	return r
}

// Root resolves a root field to what was read for it.
func Root[T any](ctx context.Context) (T, error) { return value[T](ctx, root(ctx)) }

// RootOne resolves a root field that leads to at most one node.
func RootOne[N Node](ctx context.Context) (N, error) { return one[N](ctx, root(ctx)) }

// RootConnection resolves a root field that is a connection.
func RootConnection[N Node, E any](ctx context.Context) (*Connection[N, E], error) {
	return connection[N, E](ctx, root(ctx))
}
