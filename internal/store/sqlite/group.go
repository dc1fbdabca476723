package sqlite

import (
	"context"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// Group sends one statement, and one for each kind of far nodes where it groups by an edge.
func (r *reader) Group(ctx context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	t := r.l.nodes[q.Kind]
	if err := q.Then(r.refold(ctx)); err != nil {
		return nil, err
	}
	where := kg.All(q.Where, q.When.NodeFilter(q.Kind))
	sql := r.query(q.When)
	if q.Edge != "" {
		r.groupByEdge(sql, t, &q)
	} else {
		f, _ := t.schema.Field(q.By)
		groupByField(sql, t, f, q.Cut)
	}
	sql.filter(&where, place{alias: "n", kind: q.Kind, field: t.schema.Field})
	sql.add(" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", q.Limit)
	var out []kg.Bucket
	var far []kg.ID
	err := r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		var b kg.Bucket
		err := got.scan(&b.Key, &b.Count)
		out, far = append(out, b), append(far, kg.ID(b.Key))
		return err
	})
	if err != nil || q.Edge == "" || len(out) == 0 {
		return out, err
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

func groupByField(sql *query, t *nodeTable, f *kg.Field, cut int) {
	col := "n." + quote(f.Name)
	switch {
	case f.Type == kg.TextList:
		sql.add("SELECT j.value, count(*) FROM " + t.name + " n CROSS JOIN json_each(" + col + ") j WHERE 1")
		return
	case f.Type == kg.Bool:
		col = "iif(" + col + ", 'true', '')"
	case f.Type == kg.Int:
		col = "iif(" + col + " = 0, '', CAST(" + col + " AS TEXT))"
	case cut > 0:
		col = fmt.Sprintf("substr(%s, 1, %d)", col, cut)
	}
	sql.add("SELECT " + col + ", count(*) FROM " + t.name + " n WHERE 1")
}

func (r *reader) groupByEdge(sql *query, t *nodeTable, q *kg.GroupQuery) {
	e := r.l.edges[q.Edge]
	sql.add(fmt.Sprintf("SELECT a.far, count(DISTINCT n.id) FROM %s n CROSS JOIN adjacency a ON a.node = n.id AND a.slot = ? CROSS JOIN %s x ON x.id = a.fact WHERE 1", t.name, e.name), e.slot(0, q.Dir))
	sql.edgeConditions(e, "x", "", &kg.Filter{}, 0)
	sql.farConditions(e.schema.Ends(q.Dir), e.schema.Ends(q.Dir), &kg.Filter{}, "a.far")
}
