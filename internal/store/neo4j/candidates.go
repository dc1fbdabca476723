package neo4j

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

// Sounds walks the index of names once, and reads no node. See suggest.Rows.
func (r *reader) Sounds(ctx context.Context, kind kg.NodeKind, from suggest.Sound, limit int) ([]suggest.Sound, error) {
	q := newQuery("Reads a page of the name keys that some nodes of a kind share, the rarest first.", kg.When{})
	q.add("MATCH (n:" + string(kind) + ")\nWHERE n.nameKey > '' AND n.id > ''\nWITH n.nameKey AS key, count(*) AS n\n" +
		"WHERE n >= 2 AND n <= $p.most AND (n > $p.n OR n = $p.n AND key >= $p.key)\nRETURN key, n ORDER BY n, key LIMIT $p.limit")
	q.p["most"], q.p["n"], q.p["key"], q.p["limit"] = int64(kg.MaxBearers), int64(from.N), from.Key, int64(limit)
	var out []suggest.Sound
	err := r.each(ctx, q, func(values []any) error {
		out = append(out, suggest.Sound{Key: textOf(values[0]), N: number(values[1])})
		return nil
	})
	return out, err
}

// Apart reads the log. See suggest.Rows.
func (r *reader) Apart(ctx context.Context) (map[kg.Pair]bool, error) {
	log, err := readLog(ctx, r.t)
	return kg.Rule(log).Apart, err
}
