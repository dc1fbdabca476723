package sqlite

import (
	"context"
	"fmt"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

func errClosed() error { return fmt.Errorf("sqlite: the store is closed: %w", kg.ErrUnavailable) }

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
		if ses, err = newSession(ctx, s.readDB); err != nil {
			return err
		}
	}
	if err := ses.control(ctx, "BEGIN"); err != nil {
		return err
	}
	defer func() {
		// The log of a reader that never ends grows for ever: end it whatever became of ctx.
		if err := ses.control(context.WithoutCancel(ctx), "ROLLBACK"); err != nil {
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

// write runs fn in a write transaction and commits what it did, unless it fails. It waits for other writers: for those of
// this process here, for those of others in BEGIN IMMEDIATE (busy_timeout).
func (s *Store) write(ctx context.Context, fn func(*session) error) error {
	select {
	case <-s.closed:
		return errClosed()
	default:
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("sqlite: write: %w", context.Cause(ctx))
	}
	timer := time.NewTimer(leaseWait)
	defer timer.Stop()
	select {
	case ses := <-s.writer:
		defer func() { s.writer <- ses }()
		return writeOn(ctx, ses, fn)
	case <-s.closed:
		return errClosed()
	case <-timer.C:
		return fmt.Errorf("sqlite: another writer holds the store for more than %s: %w", leaseWait, kg.ErrUnavailable)
	case <-ctx.Done():
		return fmt.Errorf("sqlite: wait for another writer: %w", context.Cause(ctx))
	}
}

func writeOn(ctx context.Context, ses *session, fn func(*session) error) error {
	if err := ses.control(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := fn(ses)
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("sqlite: write: %w", context.Cause(ctx))
	}
	// From here on the outcome must be known: a commit isn't interrupted.
	lasting := context.WithoutCancel(ctx)
	if err == nil {
		if err = ses.control(lasting, "COMMIT"); err == nil {
			return nil
		}
	}
	_ = ses.control(lasting, "ROLLBACK") // the first error tells; SQLite may have rolled back by itself
	return err
}
