package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	gqlexecutor "github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler"

	"github.com/baopu/baopu/internal/kg"
)

// Handler answers GraphQL over HTTP: POST with a JSON body, GET for queries, and for the hash of a query that was sent before (automatic
// persisted queries, version 1); all operations, subscriptions too, as a stream of events where that is accepted (npm graphql-sse, distinct
// connections), and over WebSocket (graphql-transport-ws).
type Handler struct {
	front front
	life  *life
	feed  *feed
}

// ServeHTTP answers one request; of a socket or a stream, until that ends.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.front.ServeHTTP(w, r) }

// New reads the store; it never writes. Whoever closes the store calls Shutdown before: sockets and subscriptions ask it until then.
func New(store kg.Store, opts Options) *Handler {
	opts = opts.withDefaults()
	srv := handler.New(executable())
	h := &Handler{life: newLife(), feed: install(srv, store, opts).feed}
	srv.AddTransport(newSockets(opts, h.life))
	srv.AddTransport(stream{opts, h.life})
	srv.AddTransport(transport{opts.Limits.Body})
	h.front = front{srv, opts.Limits.Body}
	return h
}

// Shutdown ends what is open for long, sockets and streams, and refuses new ones. It returns when all have ended and the store isn't asked
// for them any more, or with ctx's error. http.Server doesn't know of sockets, and would wait for streams.
func (h *Handler) Shutdown(ctx context.Context) error {
	return errors.Join(h.life.end(ctx), h.feed.rest(ctx))
}

// Execute answers one query in-process: the JSON of a GraphQL response, errors included, as New would send it. A subscription is refused:
// it has no one answer. A deadline of ctx takes the place of the default timeout.
func Execute(ctx context.Context, store kg.Store, query string, variables map[string]any, operationName string) (json.RawMessage, error) {
	e, _, p, err := local(ctx, store, query, variables, operationName)
	if err != nil {
		return nil, err
	}
	return json.Marshal(respond(graphql.StartOperationTrace(ctx), e, p, false).body)
}

// Answers answers one operation in-process: a query once, a subscription whenever there is something to tell, until ctx is done or it can't
// go on. Errors of GraphQL are in the JSON, as Execute's are; the error beside it says that nothing was asked, or can be written.
func Answers(ctx context.Context, store kg.Store, query string, variables map[string]any, operationName string) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		e, feed, p, err := local(ctx, store, query, variables, operationName)
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() {
			cancel()
			_ = feed.rest(context.WithoutCancel(ctx)) // it waits without end
		}()
		for body := range answers(ctx, e, p) {
			if !yield(json.Marshal(body)) {
				return
			}
		}
	}
}

// local is what answers in-process, the feed of its subscriptions, and the request for it.
func local(ctx context.Context, store kg.Store, query string, variables map[string]any, operationName string) (*gqlexecutor.Executor, *feed, *graphql.RawParams, error) {
	opts := Options{}
	if deadline, ok := ctx.Deadline(); ok {
		opts.Timeout = max(1, time.Until(deadline))
	}
	e := gqlexecutor.New(executable())
	feed := install(e, store, opts.withDefaults()).feed
	p := &graphql.RawParams{Query: query, OperationName: operationName, Variables: map[string]any{}}
	if len(variables) > 0 { // as a request would carry them
		b, err := json.Marshal(variables)
		if err == nil {
			err = decode(bytes.NewReader(b), &p.Variables)
		}
		if err != nil {
			return nil, nil, nil, fmt.Errorf("variables: %w", err)
		}
	}
	return e, feed, p, nil
}
