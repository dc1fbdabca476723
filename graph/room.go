package graph

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// errAnswer is wrapped where an answer, or what must be read for it, is larger than Limits allow. Cost bounds rows, and a row may be an
// article.
var errAnswer = errors.New("ask for fewer rows or fields at once")

// What an answer takes in memory until it is sent: each field beside its name and text, and each error.
const (
	perField = 40
	perError = 400
)

// room is what is left of the bytes that an answer may have.
type room struct {
	all  int
	left atomic.Int64
}

func newRoom(bytes int) *room {
	r := &room{all: bytes}
	r.left.Store(int64(bytes))
	return r
}

type roomKey struct{}

func roomIn(ctx context.Context) *room {
	r, _ := ctx.Value(roomKey{}).(*room)
	return r
}

func (r *room) full() bool { return r.left.Load() < 0 }

func (r *room) err() error {
	return fmt.Errorf("the answer is larger than %d bytes: %w", r.all, errAnswer)
}

// InterceptField counts what a field adds to the answer. When the room is full nothing more is walked into, and texts are left out:
// InterceptOperation throws the answer away then. An error would be kept for each field.
func (e *engine) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	r := roomIn(ctx)
	if r == nil { // no query
		return next(ctx)
	}
	f := graphql.GetFieldContext(ctx).Field
	if r.full() && len(f.Selections) > 0 {
		return nil, nil //nolint:nilnil // null
	}
	v, err := next(ctx)
	if r.left.Add(-int64(perField+len(f.Alias)+textSize(v)+typeNames(f.Selections)*elements(v))) < 0 && v != nil && len(f.Selections) == 0 {
		return reflect.Zero(reflect.TypeOf(v)).Interface(), err
	}
	return v, err
}

// typeNames is what the __typename fields of one object of set take: gqlgen writes them without asking for them as fields.
func typeNames(set ast.SelectionSet) int {
	n := 0
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if s.Name == "__typename" {
				n += perField + len(s.Alias)
			}
		case *ast.InlineFragment:
			n += typeNames(s.SelectionSet)
		case *ast.FragmentSpread:
			n += typeNames(s.Definition.SelectionSet)
		}
	}
	return n
}

// elements is how many objects v is, if it is one or lists some.
func elements(v any) int {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Invalid:
		return 0
	case reflect.Slice:
		return r.Len()
	}
	return 1
}

// textSize is the length of the texts that v, the value of a field, is or lists.
func textSize(v any) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case *string:
		if v != nil {
			return len(*v)
		}
	case []string:
		n := 0
		for _, s := range v {
			n += perField + len(s)
		}
		return n
	default:
		if r := reflect.ValueOf(v); r.Kind() == reflect.String {
			return r.Len()
		}
	}
	return 0
}

// roomy is handle with the room for its answer: one that doesn't fit is refused as a whole. leave is called when it is made.
func (e *engine) roomy(ctx context.Context, handle graphql.OperationHandler, leave func()) graphql.ResponseHandler {
	r := newRoom(e.opts.Limits.Answer)
	respond := handle(context.WithValue(ctx, roomKey{}, r))
	made := false
	return func(ctx context.Context) *graphql.Response {
		if made { // a socket or a stream asks until there is no more
			return nil
		}
		made = true
		defer leave()
		res := respond(ctx)
		if r.full() {
			return &graphql.Response{Errors: gqlerror.List{present(e.opts.Log)(ctx, r.err())}, Data: []byte("null")}
		}
		return res
	}
}
