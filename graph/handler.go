package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	gqlexecutor "github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler"

	"github.com/baopu/baopu/internal/kg"
)

// New answers GraphQL over HTTP: POST with a JSON body, GET for queries, and for the hash of a query that was sent before (automatic
// persisted queries, version 1). It reads the store; it never writes.
func New(store kg.Store, opts Options) http.Handler {
	opts = opts.withDefaults()
	srv := handler.New(executable())
	install(srv, store, opts)
	srv.AddTransport(transport{opts.Limits.Body})
	return front{srv, opts.Limits.Body}
}

// Execute answers one operation in-process: the JSON of a GraphQL response, errors included, as New would send it.
// A deadline of ctx takes the place of the default timeout.
func Execute(ctx context.Context, store kg.Store, query string, variables map[string]any, operationName string) (json.RawMessage, error) {
	opts := Options{}
	if deadline, ok := ctx.Deadline(); ok {
		opts.Timeout = max(1, time.Until(deadline))
	}
	opts = opts.withDefaults()
	e := gqlexecutor.New(executable())
	install(e, store, opts)
	ctx = graphql.StartOperationTrace(ctx)
	p := &graphql.RawParams{Query: query, OperationName: operationName, Variables: map[string]any{}}
	if len(variables) > 0 { // as a request would carry them
		b, err := json.Marshal(variables)
		if err == nil {
			err = decode(bytes.NewReader(b), &p.Variables)
		}
		if err != nil {
			return nil, fmt.Errorf("variables: %w", err)
		}
	}
	return json.Marshal(respond(ctx, e, p, false).body)
}
