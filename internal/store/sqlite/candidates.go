package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/suggest"
)

var _ suggest.Rows = (*reader)(nil)

// Candidates sends some statements, whatever the number of names.
func (r *reader) Candidates(ctx context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	return suggest.Page(ctx, r, q)
}

// Sounds walks the index of names once. See suggest.Rows.
func (r *reader) Sounds(ctx context.Context, kind kg.NodeKind, from suggest.Sound, limit int) ([]suggest.Sound, error) {
	t := r.l.nodes[kind]
	var out []suggest.Sound
	err := r.s.each(ctx, "SELECT n.nameKey, count(*) FROM "+t.name+` n WHERE n.nameKey > '' GROUP BY n.nameKey
		HAVING count(*) BETWEEN 2 AND ? AND (count(*), n.nameKey) >= (?, ?) ORDER BY 2, 1 LIMIT ?`,
		[]any{kg.MaxBearers, from.N, from.Key, limit}, func(got *row) error {
			var s suggest.Sound
			err := got.scan(&s.Key, &s.N)
			out = append(out, s)
			return err
		})
	return out, err
}

// Apart reads the log. See suggest.Rows.
func (r *reader) Apart(ctx context.Context) (map[kg.Pair]bool, error) {
	log, err := readLog(ctx, r.s)
	return kg.Rule(log).Apart, err
}
