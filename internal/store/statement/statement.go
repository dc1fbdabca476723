// Package statement counts the statements that a store sends, so that tests can hold the edge to its promise: one statement
// for each relation, whatever the number of parents or rows. The counter travels in the context.
package statement

import (
	"context"
	"sync"
)

// Counter collects the statements sent under one context. It may be used from several goroutines.
type Counter struct {
	mu    sync.Mutex
	texts []string
}

type contextKey struct{}

// Count answers a context under which statements are counted, and the counter.
func Count(ctx context.Context) (context.Context, *Counter) {
	c := &Counter{}
	return context.WithValue(ctx, contextKey{}, c), c
}

// Note counts one statement under ctx; stores call it once for each statement that they send. Beginning and ending a
// transaction isn't counted.
func Note(ctx context.Context, text string) {
	c, ok := ctx.Value(contextKey{}).(*Counter)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.texts = append(c.texts, text)
}

// N is the number of statements so far.
func (c *Counter) N() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.texts)
}

// Texts lists the statements so far, in order.
func (c *Counter) Texts() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]string(nil), c.texts...)
}
