package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"

	"modernc.org/sqlite"

	"github.com/baopu/baopu/internal/kg"
)

// connection and prepared are what the driver gives for one connection. A session keeps its connection for good and is used by
// one caller at a time, so that database/sql, which is there to share connections, would only add locks and copies (ADR 25).
type connection interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ExecerContext
}

type prepared interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// connect opens the file at path, an absolute one. The settings of the connection stand in its DSN, busy_timeout first.
func connect(ctx context.Context, path string, pragmas ...string) (connection, error) {
	q := url.Values{"_pragma": append([]string{fmt.Sprintf("busy_timeout(%d)", leaseWait.Milliseconds()), "temp_store(MEMORY)"}, pragmas...)}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	c, err := sqlite.NewConnector(u.String())
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	opened, err := c.Connect(ctx)
	if err != nil {
		return nil, wrap(ctx, "connect", err)
	}
	conn, ok := opened.(connection)
	if !ok {
		return nil, errors.Join(fmt.Errorf("sqlite: the driver's %T can't prepare or execute", opened), opened.Close())
	}
	return conn, nil
}

// numbered numbers the arguments of a statement, as the driver wants them.
func numbered(args []any) ([]driver.NamedValue, error) {
	if len(args) == 0 {
		return nil, nil
	}
	out := make([]driver.NamedValue, len(args))
	for i, a := range args {
		out[i].Ordinal = i + 1
		switch v := a.(type) {
		case string, int64, float64, []byte:
			out[i].Value = v
		case int:
			out[i].Value = int64(v)
		default:
			return nil, fmt.Errorf("sqlite: argument %d is a %T: %w", i+1, a, kg.ErrInvalid)
		}
	}
	return out, nil
}

// row is the current one of those that a statement answers. The driver makes each text and each blob anew: they may be kept.
type row struct{ values []driver.Value }

// eachOf calls do for every row. It looks between rows whether ctx has ended.
func eachOf(ctx context.Context, rows driver.Rows, do func(*row) error) error {
	got := row{make([]driver.Value, len(rows.Columns()))}
	for {
		if err := rows.Next(got.values); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return wrap(ctx, "next row", err)
		}
		if ctx.Err() != nil {
			return wrap(ctx, "next row", ctx.Err())
		}
		if err := do(&got); err != nil {
			return err
		}
	}
}

// scan sets what dest points to from all columns.
func (r *row) scan(dest ...any) error {
	if len(dest) != len(r.values) {
		return fmt.Errorf("sqlite: %d columns for %d values", len(r.values), len(dest))
	}
	return r.takeAll(0, dest)
}

// takeAll sets what ptrs point to from the columns from number first on.
func (r *row) takeAll(first int, ptrs []any) error {
	for i, p := range ptrs {
		if err := take(p, r.values[first+i]); err != nil {
			return err
		}
	}
	return nil
}
