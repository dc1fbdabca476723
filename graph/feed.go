package graph

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// feed tells subscriptions that the store's log of changes has grown. Who loads is another process as a rule, so that the log must be
// asked; one poller does that for all subscriptions, while there are any.
type feed struct {
	store kg.Store
	every time.Duration
	wait  time.Duration // of one question
	log   *slog.Logger

	mu     sync.Mutex
	open   int
	stop   context.CancelFunc
	polled chan struct{} // closed when the last poller has ended; nil where none began
	known  bool          // since the poller runs
	seq    int64         // the end of the log as last told
	err    error         // set when the store couldn't be asked for long, until it can
	moved  chan struct{} // closed when seq or err change
}

// lasting is for how many polls the store must fail until subscriptions end.
const lasting = 60

func newFeed(store kg.Store, opts Options) *feed {
	return &feed{store: store, every: opts.Poll, wait: opts.Timeout, log: opts.Log, moved: make(chan struct{})}
}

// join keeps the poller running until leave is called.
func (f *feed) join() (leave func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.open++; f.open == 1 {
		ctx, stop := context.WithCancel(context.Background())
		before, ended := f.polled, make(chan struct{})
		f.stop, f.err, f.polled = stop, nil, ended
		f.known, f.seq = false, 0 // it may be far behind by now, or of a log that was made anew
		go func() {
			defer close(ended)
			if before != nil {
				<-before // it has been stopped
			}
			f.poll(ctx)
		}()
	}
	return sync.OnceFunc(func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.open--; f.open == 0 {
			f.stop()
		}
	})
}

// rest waits until the store isn't asked any more: whoever has joined must leave.
func (f *feed) rest(ctx context.Context) error {
	f.mu.Lock()
	polled := f.polled
	f.mu.Unlock()
	if polled == nil {
		return nil
	}
	select {
	case <-polled:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// beyond waits until the log is longer than seq, and answers its end. It fails with the store's error when that has failed for long.
func (f *feed) beyond(ctx context.Context, seq int64) (int64, error) {
	for {
		f.mu.Lock()
		end, known, err, moved := f.seq, f.known, f.err, f.moved
		f.mu.Unlock()
		if err != nil {
			return 0, err
		}
		if known && end > seq {
			return end, nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

func (f *feed) poll(ctx context.Context) {
	pace, end := pace{every: f.every}, int64(unknown)
	for again := true; again; again = pause(ctx, pace.next()) {
		var err error
		if end, err = f.look(ctx, end); ctx.Err() != nil {
			return
		}
		if err != nil {
			if pace.bad() {
				f.log.WarnContext(ctx, "the log of changes can't be read", "err", err)
			}
			if pace.tired() {
				f.tell(0, fmt.Errorf("the log of changes: %v: %w", err, kg.ErrUnavailable))
			}
			continue
		}
		pace.good()
		// A store without snapshots shows the rows of one commit within some milliseconds: those who are told now must find them all.
		if f.grown(end) && !pause(ctx, f.every/10) {
			return
		}
		f.tell(end, nil)
	}
}

// unknown is the end of a log that nobody has looked at.
const unknown = -1

// look finds the end of the log: by what is in it behind the end that was known. Where it fails it answers how far it has come.
func (f *feed) look(ctx context.Context, known int64) (end int64, err error) {
	end = known
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, f.wait)
	defer cancel()
	if end == unknown {
		s, err := f.store.Stats(ctx)
		if err != nil {
			return unknown, err
		}
		return s.Seq, nil
	}
	for {
		changes, err := f.store.Changes(ctx, end, kg.MaxPage)
		if err != nil {
			return end, err
		}
		for _, c := range changes {
			if c.Seq == end+1 { // nothing is told before what precedes it can be read
				end++
			}
		}
		if len(changes) < kg.MaxPage {
			return end, nil
		}
	}
}

func (f *feed) grown(end int64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return end != f.seq
}

func (f *feed) tell(end int64, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err == nil {
		if f.known && f.err == nil && end <= f.seq {
			return
		}
		f.seq, f.known = max(end, f.seq), true
	}
	f.err = err
	close(f.moved)
	f.moved = make(chan struct{})
}

// pace is how long to wait before something is tried again: ever longer while it fails.
type pace struct {
	every time.Duration
	fails int
	since time.Time // of the first failure
}

// slowest is for how many times every a failing store is left alone at most.
const slowest = 16

func (p *pace) next() time.Duration { return p.every * time.Duration(min(1<<min(p.fails, 8), slowest)) }

func (p *pace) good() { p.fails = 0 }

// bad notes a failure, and says whether it is the first of several.
func (p *pace) bad() bool {
	if p.fails == 0 {
		p.since = time.Now()
	}
	p.fails++
	return p.fails == 1
}

// tired says that all has failed for long.
func (p *pace) tired() bool { return p.fails > 1 && time.Since(p.since) > lasting*p.every }

// pause waits, and says whether ctx goes on.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
