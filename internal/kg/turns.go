package kg

import (
	"context"
	"sync"
	"time"
)

// Turns counts how the calls of a Writer under one context came to write. It may be used from several goroutines, and a nil
// one counts nothing.
type Turns struct {
	mu      sync.Mutex
	waits   int
	longest time.Duration
	retries int
}

type turnsKey struct{}

// CountTurns answers a context under which turns are counted, and the counter.
func CountTurns(ctx context.Context) (context.Context, *Turns) {
	t := &Turns{}
	return context.WithValue(ctx, turnsKey{}, t), t
}

// TurnsIn is the counter of a context, nil where it has none.
func TurnsIn(ctx context.Context) *Turns {
	t, _ := ctx.Value(turnsKey{}).(*Turns)
	return t
}

// noticeable is what a writer may take to begin where nobody else writes.
const noticeable = 50 * time.Millisecond

// Waited notes how long a call took to come to its turn. Stores call it once for each transaction that begins to write.
func (t *Turns) Waited(d time.Duration) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.longest = max(t.longest, d)
	if d > noticeable {
		t.waits++
	}
}

// TriedAgain notes that a transaction is begun once more, since the server gave it up or its connection was lost.
func (t *Turns) TriedAgain() {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.retries++
}

// Waits is how many transactions waited noticeably for their turn, and the longest that one did.
func (t *Turns) Waits() (n int, longest time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.waits, t.longest
}

// Retries is how often a transaction was begun once more.
func (t *Turns) Retries() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.retries
}
