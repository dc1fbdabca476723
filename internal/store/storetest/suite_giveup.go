package storetest

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// ending is a context that ends when it is looked at for the n-th time, and lets others see that before it goes on.
type ending struct {
	context.Context
	cancel context.CancelFunc
	left   atomic.Int64
}

func endingAt(n int64) *ending {
	e := &ending{}
	e.Context, e.cancel = context.WithCancel(background)
	e.left.Store(n)
	return e
}

func (e *ending) look() {
	if e.left.Add(-1) == 0 {
		e.cancel()
		for range 100 {
			runtime.Gosched()
		}
	}
}

// Done looks. See context.Context.
func (e *ending) Done() <-chan struct{} {
	e.look()
	return e.Context.Done()
}

// Err looks. See context.Context.
func (e *ending) Err() error {
	e.look()
	return e.Context.Err()
}

// testGivingUp lets callers give up at every moment of a question and of a write: the next ones are served as if they had never been.
func testGivingUp(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(8)
	apply(t, s, docs[:4]...)
	gaveUp := 0
	try := func(n int64, do func(context.Context) error) bool {
		ctx := endingAt(n)
		defer ctx.cancel()
		err := do(ctx)
		if err != nil {
			gaveUp++
			wantWord(t, "somebody gave up, or others before", err, context.Canceled)
		}
		return err == nil
	}
	for n := int64(1); n <= 12; n++ {
		for range 2 {
			try(n, func(ctx context.Context) error { _, err := s.Stats(ctx); return err })
		}
		if try(n*n, func(ctx context.Context) error { _, err := s.Apply(ctx, docs[4:]...); return err }) {
			if err := s.Remove(background, docs[4].ID, docs[5].ID, docs[6].ID, docs[7].ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	if gaveUp == 0 {
		t.Error("nobody gave up")
	}
	countAtOnce(t, s)
	apply(t, s, docs...)
	m := NewModel()
	apply(t, m, docs...)
	same(t, m, s)
	sound(t, s)
}

// countAtOnce has more views ask at once than a SQLite store has connections for.
func countAtOnce(t *testing.T, s kg.Store) {
	var wg sync.WaitGroup
	for range 2 * kg.Views {
		wg.Go(func() {
			err := s.View(background, func(r kg.Reader) error { _, err := r.Stats(background); return err })
			if err != nil {
				t.Errorf("view: %v", err)
			}
		})
	}
	wg.Wait()
}
