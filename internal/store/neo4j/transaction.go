package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/statement"
	"github.com/baopu/baopu/internal/store/turn"
)

// params are the parameters of a statement. They are sent as one map $p: the server plans a statement anew for each class
// of lengths of a list parameter, but not for what a map holds.
type params = map[string]any

// tx is one managed transaction: the one wrapper through which every statement goes.
type tx struct {
	run bolt.ManagedTransaction
}

// each runs a statement and calls row with the values of every row.
func (t *tx) each(ctx context.Context, text string, p params, row func(values []any) error) error {
	statement.Note(ctx, text)
	res, err := t.run.Run(ctx, text, params{"p": p})
	if err != nil {
		return wrap(ctx, text, err)
	}
	for res.Next(ctx) {
		if err := row(res.Record().Values); err != nil {
			return err
		}
	}
	return wrap(ctx, text, res.Err())
}

// exec runs a statement that answers nothing.
func (t *tx) exec(ctx context.Context, text string, p params) error {
	return t.each(ctx, text, p, func([]any) error { return nil })
}

// maxRows bounds the rows of one statement, so that neither side holds too many at once.
const maxRows = 2000

// execRows runs a statement over p.rows, some thousand rows at a time; no rows, no statement.
func (t *tx) execRows(ctx context.Context, text string, rows []any) error {
	for len(rows) > 0 {
		n := min(len(rows), maxRows)
		if err := t.exec(ctx, text, params{"rows": rows[:n]}); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// one runs a statement for at most one row; it answers nil where there is none.
func (t *tx) one(ctx context.Context, text string, p params) ([]any, error) {
	var out []any
	err := t.each(ctx, text, p, func(values []any) error {
		out = values
		return nil
	})
	return out, err
}

func errClosed() error { return fmt.Errorf("neo4j: %w", turn.Closed()) }

func (s *Store) ready(ctx context.Context) error {
	select {
	case <-s.closed:
		return errClosed()
	default:
	}
	if ctx.Err() != nil {
		return fmt.Errorf("neo4j: %w", context.Cause(ctx))
	}
	return nil
}

func (s *Store) session(ctx context.Context, mode bolt.AccessMode) bolt.SessionWithContext {
	return s.driver.NewSession(ctx, bolt.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmark, FetchSize: 5000,
	})
}

func closeSession(ctx context.Context, ses bolt.SessionWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectWait)
	defer cancel()
	_ = ses.Close(ctx) // a broken connection is thrown away
}

// read runs fn in a managed read transaction. fn may be called again after an error that passes; it must begin anew then.
func (s *Store) read(ctx context.Context, fn func(*tx) error) error {
	if err := s.ready(ctx); err != nil {
		return err
	}
	ses := s.session(ctx, bolt.AccessModeRead)
	defer closeSession(ctx, ses)
	return s.ask(ctx, ses, fn)
}

func (s *Store) ask(ctx context.Context, ses bolt.SessionWithContext, fn func(*tx) error) error {
	leave, err := s.gate.ask(ctx)
	if err != nil {
		return err
	}
	defer leave()
	return readOn(ctx, ses, fn, readTimeout)
}

// once answers a single question.
func (s *Store) once(ctx context.Context, ask func(kg.Reader) error) error {
	return s.read(ctx, func(t *tx) error { return ask(&reader{t: t, store: s}) })
}

// readLong is read without holding up commits: for what takes minutes.
func (s *Store) readLong(ctx context.Context, fn func(*tx) error) error {
	if err := s.ready(ctx); err != nil {
		return err
	}
	ses := s.session(ctx, bolt.AccessModeRead)
	defer closeSession(ctx, ses)
	return readOn(ctx, ses, fn, longTimeout)
}

func readOn(ctx context.Context, ses bolt.SessionWithContext, fn func(*tx) error, timeout time.Duration) error {
	var try trial
	_, err := ses.ExecuteRead(ctx, func(run bolt.ManagedTransaction) (any, error) {
		return nil, try.end(fn(&tx{run}))
	}, bolt.WithTxTimeout(timeout))
	return try.outcome(ctx, "read", err)
}

// write runs fn in a managed write transaction that holds the lease: the lock of the Meta node. It waits at most
// patience.lease for other writers, those of this process and of others together. fn may be called again, also after a commit
// whose outcome was lost with the connection.
func (s *Store) write(ctx context.Context, fn func(*tx, *meta) error) error {
	if err := s.ready(ctx); err != nil {
		return err
	}
	left, err := s.line.Enter(ctx, s.patience.lease)
	if err != nil {
		return fmt.Errorf("neo4j: %w", err)
	}
	defer s.line.Leave()
	ses := s.session(ctx, bolt.AccessModeWrite)
	defer closeSession(ctx, ses)
	return s.writeOn(ctx, ses, func(t *tx) error { return s.writeInside(ctx, t, left, fn) })
}

// writeOn tries again where the connection broke in the commit: the driver can't know the outcome then, but whatever is
// written here may be written twice.
func (s *Store) writeOn(ctx context.Context, ses bolt.SessionWithContext, fn func(*tx) error) error {
	begun := time.Now()
	for {
		err := s.writeOnce(ctx, ses, fn)
		if err == nil || ctx.Err() != nil || !lostCommit(err) || time.Since(begun) > s.patience.retry {
			return err
		}
		kg.TurnsIn(ctx).TriedAgain()
	}
}

func (s *Store) writeOnce(ctx context.Context, ses bolt.SessionWithContext, fn func(*tx) error) error {
	leave, tries := func() {}, 0
	defer func() { leave() }()
	var try trial
	_, err := ses.ExecuteWrite(ctx, func(run bolt.ManagedTransaction) (any, error) {
		leave() // of a try whose commit failed
		leave = func() {}
		if tries++; tries > 1 {
			kg.TurnsIn(ctx).TriedAgain()
		}
		if err := try.end(fn(&tx{run})); err != nil {
			return nil, err
		}
		in, err := s.gate.commit(ctx)
		if err != nil {
			return nil, err
		}
		leave = in
		return nil, ctx.Err()
	}, bolt.WithTxTimeout(writeTimeout))
	return try.outcome(ctx, "write", err)
}

func (s *Store) writeInside(ctx context.Context, t *tx, left time.Duration, fn func(*tx, *meta) error) error {
	begun := time.Now()
	m, err := s.lease(ctx, t, left)
	if err != nil {
		return err
	}
	kg.TurnsIn(ctx).Waited(s.patience.lease - left + time.Since(begun))
	if err := kg.CheckWritable(m.version, oldestLayout); err != nil {
		return fmt.Errorf("neo4j: %w", err)
	}
	if err := fn(t, m); err != nil {
		return err
	}
	return m.write(ctx, t)
}

// trial keeps our words for the error that ended the last try, while the driver sees its own: only that it tries again.
type trial struct{ err error }

func (t *trial) end(err error) error {
	t.err = err
	var f *failure
	if errors.As(err, &f) {
		return f.err
	}
	return err
}

func (t *trial) outcome(ctx context.Context, what string, err error) error {
	if err != nil && t.err != nil {
		return t.err
	}
	return wrap(ctx, what, err)
}

// lostCommit says whether the connection was lost in a commit. The driver tells by words only.
func lostCommit(err error) bool {
	var f *failure
	return errors.As(err, &f) && strings.Contains(f.err.Error(), "Connection lost during commit")
}

// lease locks the Meta node until the transaction ends, where that takes no longer than what is left of our patience.
func (s *Store) lease(ctx context.Context, t *tx, left time.Duration) (*meta, error) {
	wait, cancel := context.WithTimeoutCause(ctx, left, errLease)
	defer cancel()
	m, err := lockMeta(wait, t)
	if err != nil && errors.Is(context.Cause(wait), errLease) {
		return nil, fmt.Errorf("neo4j: %w", turn.Taken(s.patience.lease))
	}
	return m, err
}

var errLease = errors.New("the lease is taken")
