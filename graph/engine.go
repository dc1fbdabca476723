package graph

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/graph/internal/gen"
	"github.com/baopu/baopu/graph/internal/plan"
	"github.com/baopu/baopu/internal/kg"
)

// Options is what a deployment may say; zero values stand for defaults.
type Options struct {
	Log     *slog.Logger // default: none
	Limits  Limits
	Timeout time.Duration // of one query, default 10 s

	Poll      time.Duration // between two looks for what was loaded, while anybody waits for it, default 500 ms
	KeepAlive time.Duration // between two signs of life on sockets and streams, default 10 s; a socket must begin within it
	Patience  time.Duration // for how long a client may take nothing of what is sent, or leave a sign of life unanswered, default 2 min
	Origins   []string      // web pages, beside the server's own, that may open sockets: as browsers write Origin, or "*"
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	if o.Poll == 0 {
		o.Poll = 500 * time.Millisecond
	}
	if o.KeepAlive == 0 {
		o.KeepAlive = 10 * time.Second
	}
	if o.Patience == 0 {
		o.Patience = 2 * time.Minute
	}
	o.Limits = o.Limits.withDefaults()
	return o
}

// engine is the gqlgen extension that guards a query and reads what it selects before it is resolved.
type engine struct {
	store  kg.Store
	opts   Options
	turns  chan struct{} // as many as operations may be answered at one time
	places chan struct{} // as many as subscriptions may be open
	feed   *feed
	schema *ast.Schema
	cache  graphql.Cache[*ast.QueryDocument] // of validated documents, which passed the guard
}

// executor is the part that gqlgen's server and executor have in common.
type executor interface {
	Use(graphql.HandlerExtension)
	SetErrorPresenter(graphql.ErrorPresenterFunc)
	SetRecoverFunc(graphql.RecoverFunc)
	SetQueryCache(graphql.Cache[*ast.QueryDocument])
	SetParserTokenLimit(int)
}

// executable is the schema with its resolvers, less the directive @defer, which gqlgen's prelude adds: an answer is read whole, and
// sent in one piece.
func executable() graphql.ExecutableSchema {
	config := gen.Config{Resolvers: &resolver{}}
	schema := *gen.NewExecutableSchema(config).Schema()
	schema.Directives = maps.Clone(schema.Directives)
	delete(schema.Directives, "defer")
	config.Schema = &schema
	return gen.NewExecutableSchema(config)
}

// install makes e answer for the store.
func install(e executor, store kg.Store, opts Options) *engine {
	cache := short[*ast.QueryDocument]{lru.New[*ast.QueryDocument](1000), func(query string, _ *ast.QueryDocument) string { return query }}
	e.SetQueryCache(cache)
	e.Use(extension.AutomaticPersistedQuery{Cache: short[string]{lru.New[string](1000), func(_, query string) string { return query }}})
	e.SetParserTokenLimit(opts.Limits.Tokens)
	e.SetErrorPresenter(present(opts.Log))
	e.SetRecoverFunc(func(_ context.Context, v any) error { return fmt.Errorf("panic: %v", v) })
	e.Use(extension.Introspection{})
	ours := &engine{
		store: store, opts: opts, cache: cache, feed: newFeed(store, opts),
		turns: make(chan struct{}, opts.Limits.Together), places: make(chan struct{}, opts.Limits.Open),
	}
	e.Use(ours)
	return ours
}

// short is a cache that keeps nothing of a long query: a thousand of the longest would take hundreds of megabytes.
type short[T any] struct {
	graphql.Cache[T]
	query func(key string, value T) string // of which an entry is
}

// cachedBytes is the longest query that is kept. The longest question of a person or a generated client has a few thousand.
const cachedBytes = 16 << 10

// Add keeps value, if its query isn't long.
func (c short[T]) Add(ctx context.Context, key string, value T) {
	if len(c.query(key, value)) <= cachedBytes {
		c.Cache.Add(ctx, key, value)
	}
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.OperationInterceptor
	graphql.FieldInterceptor
} = (*engine)(nil)

// ExtensionName names the extension.
func (*engine) ExtensionName() string { return "Baopu" }

// Validate keeps the schema.
func (e *engine) Validate(es graphql.ExecutableSchema) error {
	e.schema = es.Schema()
	return nil
}

// MutateOperationParameters guards a query that isn't known yet.
func (e *engine) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if tooDeep(p.Variables, deepest) {
		return coded(gqlerror.Wrap(fmt.Errorf("variables of more than %d levels: %w", deepest, errTooLarge)), codeTooLarge)
	}
	if _, known := e.cache.Get(ctx, p.Query); known {
		return nil
	}
	return e.opts.Limits.check(p.Query)
}

// MutateOperationContext checks the variables once more, strictly.
func (e *engine) MutateOperationContext(_ context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	return checkVariables(e.schema, oc.Operation, oc.Variables)
}

// InterceptOperation reads what a query selects, inside one view of the store; of a subscription, what each of its events selects.
func (e *engine) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	oc := graphql.GetOperationContext(ctx)
	switch oc.Operation.Operation {
	case ast.Subscription:
		return e.subscribe(ctx, oc, next)
	case ast.Query:
	default:
		return next(ctx)
	}
	if err := outletOf(ctx).take(ctx); err != nil { // what lies on the way to the client is no fault of the query
		return e.failed(ctx, err)
	}
	ctx, cancel := context.WithTimeout(ctx, e.opts.Timeout)
	defer cancel()
	select {
	case e.turns <- struct{}{}:
	case <-ctx.Done():
		return e.failed(ctx, ctx.Err())
	}
	leave := func() { <-e.turns }
	made := false
	defer func() {
		if !made { // it may have panicked
			leave()
		}
	}()
	root, err := e.read(ctx, oc)
	if err != nil {
		return e.failed(ctx, err)
	}
	respond := e.roomy(answer.WithRoot(context.WithoutCancel(ctx), root), next, leave)
	made = true
	return respond
}

// failed answers an operation of which nothing was read.
func (e *engine) failed(ctx context.Context, err error) graphql.ResponseHandler {
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(e.opts.Log)(ctx, err)}, Data: []byte("null")})
}

func (e *engine) read(ctx context.Context, oc *graphql.OperationContext) (answer.Row, error) {
	p, err := plan.Build(e.schema, oc, e.opts.Limits.Cost)
	if err != nil {
		return answer.Row{}, err
	}
	var root answer.Row
	if p.Empty() {
		return root, nil
	}
	err = e.store.View(ctx, func(r kg.Reader) error {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		w := &weighed{r, e.opts.Limits.Read, e.opts.Limits.Read, stop}
		if root, err = p.Run(ctx, w); w.left < 0 {
			err = w.err()
		}
		return err
	})
	return root, err
}
