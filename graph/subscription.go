package graph

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/baopu/baopu/graph/internal/plan"
	"github.com/baopu/baopu/internal/kg"
)

// errCrowded is wrapped where as many subscriptions or sockets are open as may be.
var errCrowded = errors.New("ask again later")

// events is what one subscription sends. It holds what was read at one time and isn't sent yet.
type events interface {
	// begin finds the place in the log behind which the subscription goes on.
	begin(ctx context.Context, r kg.Reader) error
	// behind is the change up to which all was read; -1 where the first event doesn't wait for one.
	behind() int64
	// more reads the events up to the change end, some of them at most. None may be an answer.
	more(ctx context.Context, end int64) error
	// next puts the next event into the channel that WithStream was given, false where all that was read is sent.
	next() bool
	// stream is ctx with that channel.
	stream(ctx context.Context) context.Context
}

// subscription sends events one by one: each is read and made when the one before was taken, so that whoever takes them slowly is behind
// and nothing grows.
type subscription struct {
	*engine
	events
	field graphql.CollectedField
	pace  pace
}

// subscribe answers a subscription: a response for each event.
func (e *engine) subscribe(ctx context.Context, oc *graphql.OperationContext, next graphql.OperationHandler) graphql.ResponseHandler {
	p, err := plan.Subscribe(e.schema, oc, e.opts.Limits.Cost)
	if err != nil {
		return e.failed(ctx, err)
	}
	s := &subscription{engine: e, events: e.eventsOf(p), field: p.Field, pace: pace{every: e.opts.Poll}}
	leave, err := e.enter()
	if err != nil {
		return e.failed(ctx, err)
	}
	context.AfterFunc(ctx, leave)
	if err := s.inTurn(ctx, func(ctx context.Context) error {
		return e.store.View(ctx, func(r kg.Reader) error { return s.begin(ctx, r) })
	}); err != nil {
		leave()
		return e.failed(ctx, err)
	}
	respond := next(s.stream(ctx))
	ended := false
	return func(ctx context.Context) *graphql.Response {
		if ended {
			return nil
		}
		res := s.response(ctx, respond)
		if ended = res == nil || res.Data == nil; ended {
			leave()
		}
		return res
	}
}

func (e *engine) eventsOf(p *plan.Subscription) events {
	if p.Articles == nil {
		return newProgress(e, p.After)
	}
	return newArrivals(e, p)
}

// enter takes one of the places for subscriptions, and keeps the poller running.
func (e *engine) enter() (leave func(), err error) {
	select {
	case e.places <- struct{}{}:
	default:
		return nil, fmt.Errorf("%d subscriptions are open: %w", cap(e.places), errCrowded)
	}
	quit := e.feed.join()
	return sync.OnceFunc(func() {
		quit()
		<-e.places
	}), nil
}

// inTurn does what takes one of the turns, within the time of one query from then on.
func (e *engine) inTurn(ctx context.Context, do func(context.Context) error) error {
	select {
	case e.turns <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-e.turns }()
	ctx, cancel := context.WithTimeout(ctx, e.opts.Timeout)
	defer cancel()
	return do(ctx)
}

// response waits for the next event and makes its response: nil where ctx is over, one without data, the last, where the store fails.
func (s *subscription) response(ctx context.Context, respond graphql.ResponseHandler) *graphql.Response {
	err := s.pull(ctx)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return &graphql.Response{Errors: gqlerror.List{present(s.opts.Log)(ctx, err)}}
	}
	var res *graphql.Response
	room := newRoom(s.opts.Limits.Answer)
	err = s.inTurn(ctx, func(context.Context) error {
		ctx := context.WithValue(ctx, roomKey{}, room)
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: "Subscription", Field: s.field}) // with which paths of errors begin
		res = respond(ctx)
		return nil
	})
	if err == nil && room.full() {
		return &graphql.Response{Errors: gqlerror.List{present(s.opts.Log)(ctx, room.err())}, Data: []byte("null")}
	}
	return res
}

// pull waits until an event is in the channel. A store that can't be reached is asked again for some time.
func (s *subscription) pull(ctx context.Context) error {
	for !s.next() {
		end, err := s.feed.beyond(ctx, s.behind())
		if err == nil {
			err = s.inTurn(ctx, func(ctx context.Context) error { return s.more(ctx, end) })
		}
		switch {
		case err == nil:
			s.pace.good()
		case ctx.Err() != nil || !errors.Is(err, kg.ErrUnavailable):
			return err
		default:
			if s.pace.bad(); s.pace.tired() {
				return err
			}
			pause(ctx, s.pace.next())
		}
	}
	return nil
}
