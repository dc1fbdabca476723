package graph

import (
	"context"
	"errors"
	"sync"
)

// errEnding is the cause with which what is open ends when the server does.
var errEnding = errors.New("the server is going down")

// life is that of what is open for long: it ends when the server does.
type life struct {
	mu    sync.Mutex
	over  bool
	ends  map[*context.CancelCauseFunc]struct{}
	empty chan struct{} // closed when it is over and nothing is open
}

func newLife() *life {
	return &life{ends: map[*context.CancelCauseFunc]struct{}{}, empty: make(chan struct{})}
}

// enter answers a context that ends with the server, and leave, to be called when what was opened is closed; false where the server ends.
func (l *life) enter(ctx context.Context) (inner context.Context, leave func(), ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over {
		return ctx, nil, false
	}
	inner, cancel := context.WithCancelCause(ctx)
	l.ends[&cancel] = struct{}{}
	return inner, sync.OnceFunc(func() {
		cancel(context.Canceled)
		l.mu.Lock()
		defer l.mu.Unlock()
		if delete(l.ends, &cancel); l.over && len(l.ends) == 0 {
			close(l.empty)
		}
	}), true
}

func (l *life) end(ctx context.Context) error {
	l.mu.Lock()
	if !l.over {
		l.over = true
		for cancel := range l.ends {
			(*cancel)(errEnding)
		}
		if len(l.ends) == 0 {
			close(l.empty)
		}
	}
	l.mu.Unlock()
	select {
	case <-l.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
