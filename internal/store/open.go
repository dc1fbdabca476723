// Package store opens a store by its URL and counts statements. It is the only place that knows which stores there are.
package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/statement"
)

// Open opens the store that url names:
//
//	sqlite:PATH      a file, made where there is none
//	sqlite::memory:  a store that is gone when it is closed
//	neo4j://USER:PASSWORD@HOST:PORT/DATABASE  a Neo4j server, the database optional; also neo4j+s, bolt and bolt+s, and
//	                 with +ssc for certificates that nobody else vouches for
//
// Another scheme wraps kg.ErrInvalid; a file or database of another application or a newer version wraps kg.ErrConflict; a folder that
// can't be written wraps kg.ErrUnavailable.
func Open(ctx context.Context, url string) (kg.Store, error) {
	scheme, rest, ok := strings.Cut(url, ":")
	if ok && slices.Contains(neo4j.Schemes(), scheme) {
		return neo4j.Open(ctx, url)
	}
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
	return nil, fmt.Errorf("store %s:…: no scheme %q, only sqlite, neo4j and bolt: %w", scheme, scheme, kg.ErrInvalid) // a password may follow
}

// CountStatements answers a context under which the statements that stores send are counted, and the counter.
func CountStatements(ctx context.Context) (context.Context, *statement.Counter) {
	return statement.Count(ctx)
}
