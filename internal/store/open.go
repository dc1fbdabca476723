// Package store opens a store by its URL and counts statements. It is the only place that knows which stores there are.
package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/statement"
)

// Open opens the store that url names:
//
//	sqlite:PATH      a file, made where there is none
//	sqlite::memory:  a store that is gone when it is closed
//
// Another scheme wraps kg.ErrInvalid; a file of another application or a newer version wraps kg.ErrConflict; a folder that
// can't be written wraps kg.ErrUnavailable.
func Open(ctx context.Context, url string) (kg.Store, error) {
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok || rest == "" {
		return nil, fmt.Errorf("store %q: want scheme:place, as in sqlite:baopu.db: %w", url, kg.ErrInvalid)
	}
	switch scheme {
	case "sqlite":
		if rest == ":memory:" {
			return sqlite.OpenTemporary(ctx)
		}
		return sqlite.Open(ctx, rest)
	}
	return nil, fmt.Errorf("store %q: no scheme %q, only sqlite: %w", url, scheme, kg.ErrInvalid)
}

// CountStatements answers a context under which the statements that stores send are counted, and the counter.
func CountStatements(ctx context.Context) (context.Context, *statement.Counter) {
	return statement.Count(ctx)
}
