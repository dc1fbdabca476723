// Package turn makes the writers of one store take turns. Those of this process come in the order in which they asked. Those
// of other processes wait for a lock in the store, which is nobody's queue: whoever looks at the right moment gets it, and a
// writer that begins anew as soon as it has ended would keep it from all others. So a writer without end pauses now and then,
// for as long as it takes another to look.
package turn

import (
	"context"
	"fmt"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// Line is where the writers of one process queue up for one store.
type Line struct {
	closed <-chan struct{} // when the store is closed
	pace   Pace
	slot   chan struct{} // held by the one whose turn it is

	// Of the holder of slot:
	since time.Time // the last moment at which others could have come in
	ended time.Time // the last turn of this process
}

// Pace is how a writer without end lets others in: after writing for Every it pauses for Pause. Pause must be longer than the
// time between two looks of a waiting process.
type Pace struct{ Every, Pause time.Duration }

// NewLine is the line of a store that ends when closed is closed.
func NewLine(closed <-chan struct{}, p Pace) *Line {
	return &Line{closed: closed, pace: p, slot: make(chan struct{}, 1)}
}

// Enter waits for its turn, at most for patience, and answers what is left of it for writers of other processes. Whoever
// entered must Leave. Somebody else's turn that doesn't end wraps kg.ErrUnavailable, and so does a closed store.
func (l *Line) Enter(ctx context.Context, patience time.Duration) (left time.Duration, err error) {
	begun := time.Now()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case l.slot <- struct{}{}:
	case <-l.closed:
		return 0, Closed()
	case <-timer.C:
		return 0, Taken(patience)
	case <-ctx.Done():
		return 0, fmt.Errorf("wait for another writer: %w", context.Cause(ctx))
	}
	if err := l.letIn(ctx); err != nil {
		<-l.slot
		return 0, err
	}
	return max(0, patience-time.Since(begun)), nil
}

// letIn pauses where nobody else could come in for long.
func (l *Line) letIn(ctx context.Context) error {
	if now := time.Now(); now.Sub(l.ended) >= l.pace.Pause {
		l.since = now
	}
	if time.Since(l.since) >= l.pace.Every {
		select {
		case <-time.After(l.pace.Pause):
		case <-l.closed:
		case <-ctx.Done():
		}
		l.since = time.Now()
	}
	select {
	case <-l.closed:
		return Closed()
	default:
	}
	if ctx.Err() != nil {
		return fmt.Errorf("write: %w", context.Cause(ctx))
	}
	return nil
}

// Leave ends the turn.
func (l *Line) Leave() {
	l.ended = time.Now()
	<-l.slot
}

// Drain waits for the last turn of a store that is closed; nobody has one after it.
func (l *Line) Drain() { l.slot <- struct{}{} }

// Taken is the error of whoever waited in vain.
func Taken(patience time.Duration) error {
	return fmt.Errorf("another writer holds the store for more than %s: %w", patience, kg.ErrUnavailable)
}

// Closed is the error of whoever comes when the store is closed.
func Closed() error { return fmt.Errorf("the store is closed: %w", kg.ErrUnavailable) }
