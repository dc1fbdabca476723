package sqlite

import (
	"context"
	"fmt"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/turn"
)

func errClosed() error { return fmt.Errorf("sqlite: %w", turn.Closed()) }

// View calls fn with a reader that sees one state of the store throughout.
func (s *Store) View(ctx context.Context, fn func(kg.Reader) error) error {
	return s.read(ctx, func(r *reader) error { return fn(r) })
}

// read runs fn in a read transaction on an idle connection.
func (s *Store) read(ctx context.Context, fn func(*reader) error) error {
	ses, err := s.takeReader(ctx)
	if err != nil {
		return err
	}
	defer func() { s.readers <- ses }()
	if ses == nil {
		if ses, err = newReader(ctx, s.path); err != nil {
			return err
		}
	}
	// It waits for nothing. Interrupted, it may have begun all the same, and nobody could use the connection any more.
	if err := ses.bracket(context.WithoutCancel(ctx), "BEGIN"); err != nil {
		return err
	}
	defer func() {
		// The log of a reader that never ends grows for ever: end it whatever became of ctx.
		if err := ses.bracket(context.WithoutCancel(ctx), "ROLLBACK"); err != nil {
			_ = ses.close()
			ses = nil
		}
	}()
	return fn(&reader{s: ses, l: s.layout})
}

func (s *Store) takeReader(ctx context.Context) (*session, error) {
	select {
	case <-s.closed:
		return nil, errClosed()
	default:
	}
	select {
	case ses := <-s.readers:
		return ses, nil
	case <-s.closed:
		return nil, errClosed()
	case <-ctx.Done():
		return nil, fmt.Errorf("sqlite: wait for a connection: %w", context.Cause(ctx))
	}
}

// write runs fn in a write transaction and commits what it did, unless it fails. It waits at most leaseWait for other writers,
// those of this process and of others together.
func (s *Store) write(ctx context.Context, fn func(*session) error) error {
	if err := kg.CheckWritable(s.version, oldestVersion); err != nil {
		return fmt.Errorf("sqlite: %w", err)
	}
	left, err := s.line.Enter(ctx, leaseWait)
	if err != nil {
		return fmt.Errorf("sqlite: %w", err)
	}
	defer s.line.Leave()
	return writeOn(ctx, s.writer, left, fn)
}

func writeOn(ctx context.Context, ses *session, left time.Duration, fn func(*session) error) error {
	if err := ses.beginWrite(ctx, left); err != nil {
		return err
	}
	err := fn(ses)
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("sqlite: write: %w", context.Cause(ctx))
	}
	// From here on the outcome must be known: a commit isn't interrupted.
	lasting := context.WithoutCancel(ctx)
	if err == nil {
		if err = ses.bracket(lasting, "COMMIT"); err == nil {
			return nil
		}
	}
	_ = ses.bracket(lasting, "ROLLBACK") // the first error tells; SQLite may have rolled back by itself
	return err
}
