package neo4j

import (
	"context"
	"fmt"

	"golang.org/x/sync/semaphore"
)

// gate lets questions in side by side, and a commit alone, so that an answer has all of a commit of this process or nothing. Who
// gives up waits no longer: a server that stops answering in the middle of a commit keeps the gate for minutes.
type gate struct{ s *semaphore.Weighted }

// everybody is more than will ever ask at once.
const everybody = 1 << 30

func newGate() gate { return gate{semaphore.NewWeighted(everybody)} }

// ask lets a question in; whoever was let in must leave.
func (g gate) ask(ctx context.Context) (leave func(), err error) { return g.enter(ctx, 1) }

// commit lets a commit in, when all questions have left.
func (g gate) commit(ctx context.Context) (leave func(), err error) { return g.enter(ctx, everybody) }

func (g gate) enter(ctx context.Context, n int64) (leave func(), err error) {
	if err := g.s.Acquire(ctx, n); err != nil {
		return nil, fmt.Errorf("neo4j: wait for a commit or for questions: %w", context.Cause(ctx))
	}
	return func() { g.s.Release(n) }, nil
}
