package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Changes sends one statement.
func (r *reader) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	if limit < 1 || limit > kg.MaxPage {
		return nil, fmt.Errorf("changes: limit %d, want 1 to %d: %w", limit, kg.MaxPage, kg.ErrInvalid)
	}
	var out []kg.Change
	err := r.s.each(ctx, "SELECT seq, op, subject FROM change WHERE seq > ? ORDER BY seq LIMIT ?", []any{after, limit}, func(got *row) error {
		var c kg.Change
		var subject string
		err := got.scan(&c.Seq, &c.Op, &subject)
		c.Subject = kg.ID(subject)
		out = append(out, c)
		return err
	})
	return out, err
}

// Stats sends one statement: the counts are kept as documents are applied.
func (r *reader) Stats(ctx context.Context) (kg.Stats, error) {
	s := kg.Stats{Nodes: map[kg.NodeKind]int{}, Edges: map[kg.EdgeKind]int{}}
	err := r.s.each(ctx, `SELECT name, n, '' FROM counter UNION ALL SELECT '@judgements', count(*), '' FROM judgement
		UNION ALL SELECT '@seq', coalesce(max(seq), 0), '' FROM change
		UNION ALL SELECT '@first', 0, coalesce(min(published), '') FROM "n_Article" UNION ALL SELECT '@last', 0, coalesce(max(published), '') FROM "n_Article"`,
		nil, func(got *row) error {
			var name, day string
			var n int
			if err := got.scan(&name, &n, &day); err != nil {
				return err
			}
			takeCount(&s, name, n, kg.Date(day))
			return nil
		})
	return s, err
}

func takeCount(s *kg.Stats, name string, n int, day kg.Date) {
	switch name {
	case "documents":
		s.Documents = n
	case "claims":
		s.Claims = n
	case "remainderCharacters":
		s.RemainderCharacters = n
	case "@judgements":
		s.Judgements = n
	case "@seq":
		s.Seq = int64(n)
	case "@first":
		s.FirstPublished = day
	case "@last":
		s.LastPublished = day
	}
	if n == 0 {
		return
	}
	if kind, ok := strings.CutPrefix(name, "node "); ok {
		s.Nodes[kg.NodeKind(kind)] = n
	}
	if kind, ok := strings.CutPrefix(name, "edge "); ok {
		s.Edges[kg.EdgeKind(kind)] = n
	}
}
