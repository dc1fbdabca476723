package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Group sends one statement, and one for each kind of far nodes where it groups by an edge.
func (r *reader) Group(ctx context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	s, _ := kg.NodeSchemaOf(q.Kind)
	if err := q.Then(r.refold(ctx)); err != nil {
		return nil, err
	}
	where := kg.All(q.Where, q.When.NodeFilter(q.Kind))
	sql := newQuery("Counts nodes by a field or by the far ends of an edge.", q.When)
	at := position{"n", q.Kind, s.Field}
	if q.Edge != "" {
		groupByEdge(sql, &q, &where, at)
	} else {
		f, _ := s.Field(q.By)
		groupByField(sql, f, q.Cut, &where, at)
	}
	var out []kg.Bucket
	err := r.each(ctx, sql, func(values []any) error {
		out = append(out, kg.Bucket{Key: textOf(values[0]), Count: number(values[1])})
		return nil
	})
	if err != nil {
		return nil, err
	}
	// By bytes, as Go compares: the server compares characters beyond the BMP otherwise.
	slices.SortFunc(out, func(a, b kg.Bucket) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key)) })
	out = out[:min(len(out), q.Limit)]
	if q.Edge == "" || len(out) == 0 {
		return out, nil
	}
	far := make([]kg.ID, len(out))
	for i, b := range out {
		far[i] = kg.ID(b.Key)
	}
	nodes, err := r.Nodes(ctx, far, kg.When{KnownAt: q.When.KnownAt})
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Node = nodes[i]
	}
	return out, nil
}

func groupByField(sql *query, f *kg.Field, cut int, where *kg.Filter, at position) {
	col := at.alias + "." + quote(f.Name)
	key := col
	switch {
	case f.Type == kg.Bool:
		key = "CASE WHEN " + col + " THEN 'true' ELSE '' END"
	case f.Type == kg.Int:
		key = "CASE WHEN " + col + " = 0 THEN '' ELSE toString(" + col + ") END"
	case cut > 0:
		key = fmt.Sprintf("substring(%s, 0, %d)", col, cut)
	}
	sql.add("MATCH (n:" + string(at.kind) + ")\nWHERE true")
	sql.filter(where, at)
	if f.Type == kg.TextList {
		sql.add("\nUNWIND " + col + " AS key\nRETURN key, count(*)")
		return
	}
	sql.add("\nRETURN " + key + " AS key, count(n)")
}

func groupByEdge(sql *query, q *kg.GroupQuery, where *kg.Filter, at position) {
	s, _ := kg.EdgeSchemaOf(q.Edge)
	far := s.Ends(q.Dir)
	sql.add("MATCH " + pattern("n:"+string(at.kind), "x", "f", s.Kind, q.Dir) + "\nWHERE true")
	sql.filter(where, at)
	sql.add(sql.edgeConditions(s, "x", &kg.Filter{}, 0) + sql.farConditions(far, far, &kg.Filter{}, "f"))
	sql.add("\nWITH f.id AS key, count(DISTINCT n) AS n\nRETURN key, n ORDER BY n DESC, key LIMIT " + sql.param(int64(q.Limit)))
}
