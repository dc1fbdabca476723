package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/statement"
	"github.com/baopu/baopu/internal/store/turn"
)

// session is one connection with its prepared statements: the one wrapper through which every statement goes. It is used
// by one caller at a time.
type session struct {
	conn  connection
	stmts map[string]prepared
	short bool // statements are short: see begin
}

// maxPrepared bounds the prepared statements of a connection; filters make as many texts as users have ideas.
const maxPrepared = 400

func newSession(ctx context.Context, path string, pragmas ...string) (*session, error) {
	conn, err := connect(ctx, path, pragmas...)
	if err != nil {
		return nil, err
	}
	return &session{conn: conn, stmts: map[string]prepared{}}, nil
}

func (s *session) close() error {
	s.forget()
	return s.conn.Close()
}

func (s *session) forget() {
	for _, st := range s.stmts {
		_ = st.Close() // SQLite repeats the error that the last call gave
	}
	clear(s.stmts)
}

func (s *session) prepare(ctx context.Context, text string) (prepared, error) {
	if st := s.stmts[text]; st != nil {
		return st, nil
	}
	if len(s.stmts) >= maxPrepared {
		s.forget()
	}
	made, err := s.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, wrap(ctx, text, err)
	}
	st, ok := made.(prepared)
	if !ok {
		return nil, errors.Join(fmt.Errorf("sqlite: the driver's %T can't execute or query", made), made.Close())
	}
	s.stmts[text] = st
	return st, nil
}

// begin is called before each statement. The driver starts a goroutine for every statement whose context can end; a writer
// sends thousands of short ones, and looks itself between them.
func (s *session) begin(ctx context.Context, text string) (context.Context, error) {
	statement.Note(ctx, text)
	if !s.short {
		return ctx, nil
	}
	if ctx.Err() != nil {
		return ctx, wrap(ctx, text, ctx.Err())
	}
	return context.WithoutCancel(ctx), nil
}

// exec runs a statement and answers the number of rows that it changed.
func (s *session) exec(ctx context.Context, text string, args ...any) (int64, error) {
	st, err := s.prepare(ctx, text)
	if err != nil {
		return 0, err
	}
	inner, err := s.begin(ctx, text)
	if err != nil {
		return 0, err
	}
	values, err := numbered(args)
	if err != nil {
		return 0, err
	}
	res, err := st.ExecContext(inner, values)
	if err != nil {
		return 0, wrap(ctx, text, err)
	}
	n, err := res.RowsAffected()
	return n, wrap(ctx, text, err)
}

// manyRows go into a table in one statement: each costs what a statement costs beside its row, which is as much.
const manyRows = 32

// insert puts rows into a table. into is a statement up to its VALUES.
func (s *session) insert(ctx context.Context, into string, rows [][]any) error {
	for n := manyRows; len(rows) > 0; {
		if len(rows) < n {
			n = 1
		}
		row := "(" + marks(len(rows[0])) + ")"
		if _, err := s.exec(ctx, into+" VALUES "+row+strings.Repeat(", "+row, n-1), slices.Concat(rows[:n]...)...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// each runs a query and calls do with every row, which is good until do returns.
func (s *session) each(ctx context.Context, text string, args []any, do func(*row) error) error {
	st, err := s.prepare(ctx, text)
	if err != nil {
		return err
	}
	inner, err := s.begin(ctx, text)
	if err != nil {
		return err
	}
	values, err := numbered(args)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(inner, values)
	if err != nil {
		return wrap(ctx, text, err)
	}
	err = eachOf(ctx, rows, do)
	if closed := rows.Close(); err == nil {
		err = wrap(ctx, text, closed)
	}
	return err
}

// one runs a query for at most one row, and says whether there was one.
func (s *session) one(ctx context.Context, text string, args []any, dest ...any) (bool, error) {
	found := false
	err := s.each(ctx, text, args, func(got *row) error {
		found = true
		return got.scan(dest...)
	})
	return found, err
}

// bracket runs a statement that begins or ends a transaction. It isn't counted, but prepared: read transactions are short.
func (s *session) bracket(ctx context.Context, text string) error {
	st, err := s.prepare(ctx, text)
	if err == nil {
		_, err = st.ExecContext(ctx, nil)
	}
	return wrap(ctx, text, err)
}

// control runs settings and definitions, which aren't counted.
func (s *session) control(ctx context.Context, text string) error {
	_, err := s.conn.ExecContext(ctx, text, nil)
	return wrap(ctx, text, err)
}

// look is how long SQLite itself waits for another writer's lock. It looks then ever more seldom, ten times a second at last,
// and comes too late each time where that one writes without end; so it is asked anew after one millisecond.
const look = time.Millisecond

// wait tells SQLite how long to wait for locks.
func (s *session) wait(ctx context.Context, d time.Duration) error {
	return s.control(ctx, fmt.Sprintf("PRAGMA busy_timeout = %d", d.Milliseconds()))
}

// beginWrite begins a transaction that holds the one lock for writing, and waits for those of other processes, at most for
// what is left of leaseWait. SQLite should wait for locks no longer than look.
func (s *session) beginWrite(ctx context.Context, left time.Duration) error {
	for begun := time.Now(); ; {
		_, err := s.conn.ExecContext(ctx, "BEGIN IMMEDIATE", nil)
		took := time.Since(begun)
		switch {
		case err == nil:
			kg.TurnsIn(ctx).Waited(leaseWait - left + took)
			return nil
		case ctx.Err() != nil:
			_ = s.control(context.WithoutCancel(ctx), "ROLLBACK") // it may have begun before it was cancelled; else this fails
			return wrap(ctx, "BEGIN IMMEDIATE", err)
		case !isBusy(err):
			return wrap(ctx, "BEGIN IMMEDIATE", err)
		case took >= left:
			return fmt.Errorf("sqlite: %w", turn.Taken(leaseWait))
		}
	}
}

func isBusy(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == lib.SQLITE_BUSY
}

// wrap turns a driver's error into the words of kg; nil stays nil.
func wrap(ctx context.Context, what string, err error) error {
	if err == nil {
		return nil
	}
	if len(what) > 60 {
		what = what[:60] + "…"
	}
	if ctx.Err() != nil {
		return fmt.Errorf("sqlite: %s: %w", what, context.Cause(ctx))
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		what = noRoom(e.Code()) + what
		switch e.Code() & 0xff {
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN, lib.SQLITE_FULL, lib.SQLITE_READONLY:
			return fmt.Errorf("sqlite: %s: %v: %w", what, err, kg.ErrUnavailable)
		case lib.SQLITE_NOTADB:
			return fmt.Errorf("sqlite: %s: %v: %w", what, err, kg.ErrConflict)
		}
	}
	return fmt.Errorf("sqlite: %s: %w", what, err)
}

// noRoom says in plain words what SQLite calls an error of the disk, "" for other errors. A limit on the size of files, a
// quota for one, is told by the codes behind: SQLite knows only the full disk by name.
func noRoom(code int) string {
	switch code {
	case lib.SQLITE_FULL:
		return "no room left on the disk: "
	case lib.SQLITE_IOERR_WRITE, lib.SQLITE_IOERR_FSYNC, lib.SQLITE_IOERR_TRUNCATE, lib.SQLITE_IOERR_SHMSIZE:
		return "the disk takes no more: "
	}
	return ""
}
