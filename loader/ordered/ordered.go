// Package ordered runs a pure step over a stream with a bounded number of workers and hands the results on in the order of
// the input, so that the number of workers can't change what comes out.
package ordered

import (
	"context"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// window is how many items a worker may be ahead of the one that is handed on: enough to ride out a slow item.
const window = 4

// Run takes items from in, runs step on each in one of workers goroutines (0: one a core), and calls out with the results,
// one after the other, in the order of in. At most workers*window items are in flight. It ends at the first error of out, or
// when ctx is done, with that error; items that were begun are then dropped.
func Run[I, O any](ctx context.Context, workers int, in iter.Seq[I], step func(I) O, out func(O) error) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan job[I, O], workers)
	line := make(chan chan O, workers*window)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return feed(ctx, in, jobs, line) })
	for range workers {
		g.Go(func() error {
			for j := range jobs {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				j.done <- step(j.item)
			}
			return nil
		})
	}
	g.Go(func() error {
		for done := range line {
			select {
			case result := <-done:
				if err := out(result); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return ctx.Err()
	})
	return g.Wait()
}

// job is an item and where its result goes.
type job[I, O any] struct {
	item I
	done chan O
}

// feed gives each item to the workers, and its place in the line to whoever hands the results on.
func feed[I, O any](ctx context.Context, in iter.Seq[I], jobs chan<- job[I, O], line chan<- chan O) error {
	defer close(jobs)
	defer close(line)
	for item := range in {
		j := job[I, O]{item, make(chan O, 1)}
		if !put(ctx, line, j.done) || !put(ctx, jobs, j) {
			return ctx.Err()
		}
	}
	return nil
}

func put[T any](ctx context.Context, ch chan<- T, v T) bool {
	select {
	case ch <- v:
		return true
	case <-ctx.Done():
		return false
	}
}
