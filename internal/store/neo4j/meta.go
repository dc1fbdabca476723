package neo4j

import (
	"context"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// meta is the Meta node: the version of the layout and the counters that no index of Neo4j keeps.
type meta struct {
	version    int
	seq        int64 // of the last change
	claims     int
	characters int // of remainders
	judgements int // length of the log

	was     *meta
	changes []any // rows of Change nodes
}

func lockMeta(ctx context.Context, t *tx) (*meta, error) { return readMeta(ctx, t, "meta-lock") }

func readMeta(ctx context.Context, t *tx, name string) (*meta, error) {
	values, err := t.one(ctx, cypher(name), nil)
	if err != nil {
		return nil, err
	}
	if values == nil {
		return nil, fmt.Errorf("neo4j: the database has lost its Meta node: %w", kg.ErrConflict)
	}
	m := meta{version: number(values[0]), seq: int64(number(values[1])), claims: number(values[2]), characters: number(values[3]), judgements: number(values[4])}
	was := m
	m.was = &was
	return &m, nil
}

// changed notes one change for the list of changes.
func (m *meta) changed(op string, subject kg.ID) {
	m.seq++
	m.changes = append(m.changes, params{"seq": m.seq, "op": op, "subject": string(subject)})
}

// write writes what changed.
func (m *meta) write(ctx context.Context, t *tx) error {
	if err := t.execRows(ctx, cypher("change-write"), m.changes); err != nil {
		return err
	}
	if m.seq == m.was.seq && m.claims == m.was.claims && m.characters == m.was.characters && m.judgements == m.was.judgements {
		return nil
	}
	return t.exec(ctx, cypher("meta-write"), params{"row": params{
		"seq": m.seq, "claims": int64(m.claims), "remainderCharacters": int64(m.characters), "judgements": int64(m.judgements),
	}})
}
