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

// skipped is wrapped by what goes wrong with one event, and not with those behind it: cursor is its own.
type skipped struct {
	error
	cursor string
}

func (s skipped) Unwrap() error { return s.error }

// events is what one subscription sends. It holds what was read at one time and isn't sent yet.
type events interface {
	// begin finds the place in the log behind which the subscription goes on.
	begin(ctx context.Context, r kg.Reader) error
	// behind is the change up to which all was read; -1 where the first event doesn't wait for one.
	behind() int64
	// more reads the events up to the change end, some of them at most. None may be an answer. An event that can't be read is skipped.
	more(ctx context.Context, end int64) error
	// next puts the next event into the channel that WithStream was given, false where all that was read is sent.
	next() bool
	// last is the cursor of the event that next has put there.
	last() string
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
	if err := s.start(ctx); err != nil {
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

// start finds where the subscription begins.
func (s *subscription) start(ctx context.Context) error {
	for {
		err := s.inTurn(ctx, func(ctx context.Context) error {
			return s.store.View(ctx, func(r kg.Reader) error { return s.begin(ctx, r) })
		})
		if err == nil {
			s.pace.good()
			return nil
		}
		if err = s.again(ctx, err); err != nil {
			return err
		}
	}
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

// response waits for the next event and makes its response: nil where ctx is over, one without data, the last, where the subscription can't
// go on.
func (s *subscription) response(ctx context.Context, respond graphql.ResponseHandler) *graphql.Response {
	res, err := s.pull(ctx, respond)
	if err == nil {
		return res
	}
	if ctx.Err() != nil {
		return nil
	}
	told := present(s.opts.Log)(ctx, err)
	res = &graphql.Response{Errors: gqlerror.List{told}}
	var one skipped
	if errors.As(err, &one) {
		told.Extensions["cursor"], res.Data = one.cursor, []byte("null")
	}
	return res
}

// pull waits until there is an event, and answers it: in the turn in which it was read, since it may be as large as what may be read at all.
func (s *subscription) pull(ctx context.Context, respond graphql.ResponseHandler) (res *graphql.Response, err error) {
	out := outletOf(ctx)
	for {
		there, end := s.next(), int64(0)
		if !there {
			if end, err = s.feed.beyond(ctx, s.behind()); err != nil {
				return nil, err // the feed has been patient
			}
		}
		if err = out.take(ctx); err != nil {
			return nil, err
		}
		err = s.inTurn(ctx, func(brief context.Context) (err error) {
			if !there {
				err = s.more(brief, end)
				there = err == nil && s.next()
			}
			if there {
				res, err = s.answer(ctx, respond)
			}
			return err
		})
		if err == nil {
			s.pace.good()
		}
		if there {
			return res, err
		}
		out.leave()
		if err != nil {
			if err = s.again(ctx, err); err != nil {
				return nil, err
			}
		}
	}
}

// answer makes the response to the event that is in the channel, all of which has been read.
func (s *subscription) answer(ctx context.Context, respond graphql.ResponseHandler) (*graphql.Response, error) {
	room := newRoom(s.opts.Limits.Answer)
	inner := context.WithValue(ctx, roomKey{}, room)
	inner = graphql.WithFieldContext(inner, &graphql.FieldContext{Object: "Subscription", Field: s.field}) // with which paths of errors begin
	res := respond(inner)
	if room.full() {
		return nil, skipped{room.err(), s.last()}
	}
	return res, nil
}

// again waits where a store that can't be reached or takes too long may do better soon; else it answers err.
func (s *subscription) again(ctx context.Context, err error) error {
	if ctx.Err() != nil || !errors.Is(err, kg.ErrUnavailable) && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if s.pace.bad(); s.pace.tired() {
		return err
	}
	pause(ctx, s.pace.next())
	return nil
}
