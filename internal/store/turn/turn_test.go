package turn_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/turn"
)

const turnTime = 10 * time.Millisecond

var pace = turn.Pace{Every: 100 * time.Millisecond, Pause: 4 * time.Millisecond}

// take writes for so many turns, with a rest behind each.
func take(t *testing.T, l *turn.Line, turns int, rest time.Duration, held *atomic.Bool) {
	for range turns {
		if _, err := l.Enter(t.Context(), time.Second); err != nil {
			t.Error(err)
		}
		held.Store(true)
		<-time.After(turnTime)
		held.Store(false)
		l.Leave()
		<-time.After(rest)
	}
}

// Whoever writes without end pauses, so that another process that looks now and then finds the store free; whoever rests
// anyway isn't held up.
func TestOthersComeIn(t *testing.T) {
	for _, c := range []struct {
		name    string
		rest    time.Duration
		took    time.Duration // by a hundred turns
		longest time.Duration // that the store is never found free
	}{
		{"without end", 0, 100*turnTime + 9*pace.Pause, pace.Every + turnTime},
		{"with rests", 5 * time.Millisecond, 100 * (turnTime + 5*time.Millisecond), turnTime + 2*time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var held atomic.Bool
				done := make(chan struct{})
				begun := time.Now()
				go func() {
					defer close(done)
					take(t, turn.NewLine(make(chan struct{}), pace), 100, c.rest, &held)
				}()
				var longest time.Duration
				for free := time.Now(); ; {
					select {
					case <-done:
						if took := time.Since(begun); took != c.took {
							t.Errorf("a hundred turns took %s, want %s", took, c.took)
						}
						if longest > c.longest {
							t.Errorf("for %s nobody could come in, want %s at most", longest, c.longest)
						}
						return
					case <-time.After(999 * time.Microsecond):
						if !held.Load() {
							free = time.Now()
						}
						longest = max(longest, time.Since(free))
					}
				}
			})
		})
	}
}

func TestWaitInVain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		closed := make(chan struct{})
		l := turn.NewLine(closed, pace)
		if left, err := l.Enter(t.Context(), time.Second); err != nil || left != time.Second {
			t.Errorf("a free line: %s, %v", left, err)
		}
		if _, err := l.Enter(t.Context(), time.Second); !errors.Is(err, kg.ErrUnavailable) || err.Error() != turn.Taken(time.Second).Error() {
			t.Errorf("a taken one: %v", err)
		}
		ctx, cancel := context.WithCancelCause(t.Context())
		enough := errors.New("enough")
		cancel(enough)
		if _, err := l.Enter(ctx, time.Second); !errors.Is(err, enough) {
			t.Errorf("who has enough: %v", err)
		}
		go func() {
			<-time.After(300 * time.Millisecond)
			l.Leave()
		}()
		if left, err := l.Enter(t.Context(), time.Second); err != nil || left != 700*time.Millisecond-pace.Pause {
			t.Errorf("when it is left: %s, %v", left, err)
		}
		if _, err := l.Enter(ctx, time.Second); !errors.Is(err, enough) {
			t.Errorf("who has enough: %v", err)
		}
		close(closed)
		if _, err := l.Enter(t.Context(), time.Second); !errors.Is(err, kg.ErrUnavailable) || err.Error() != turn.Closed().Error() {
			t.Errorf("a closed one: %v", err)
		}
		go l.Leave()
		l.Drain()
		if _, err := l.Enter(t.Context(), time.Second); err.Error() != turn.Closed().Error() {
			t.Errorf("after the last turn: %v", err)
		}
	})
}
