package neo4j

import (
	"context"
	"errors"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// Who gives up while a commit is under way waits for it no longer, neither a question nor another commit.
func TestGateKeepsNobodyWhoGivesUp(t *testing.T) {
	s := &Store{gate: newGate(), closed: make(chan struct{})}
	leave, err := s.gate.commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 2)
	go func() { done <- s.ask(ctx, nil, func(*tx) error { return nil }) }()
	go func() {
		_, err := s.gate.commit(ctx)
		done <- err
	}()
	cancel()
	for range 2 {
		if err := <-done; !errors.Is(err, context.Canceled) || errors.Is(err, kg.ErrUnavailable) {
			t.Errorf("%v", err)
		}
	}
	leave()
	for range 2 { // all that were let in left
		leave, err := s.gate.commit(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
}
