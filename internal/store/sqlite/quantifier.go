package sqlite

import (
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// quantifier adds a condition that is true where the node at place has such an edge. The times of the question hold for
// that edge and its far node too. Where the far node is picked by an indexed value, the statement starts from there.
func (q *query) quantifier(e *kg.EdgeFilter, at place) {
	t := q.l.edges[e.Kind]
	kinds, err := e.FarKinds()
	if err != nil || !slices.Contains(t.schema.Ends(1-e.Direction), at.kind) {
		q.add("0") // another kind of the far end has such edges
		return
	}
	if q.selective(&e.Node, kinds) {
		q.from(e, t, kinds, at)
		return
	}
	a := q.alias("a")
	q.add("EXISTS (SELECT 1 FROM adjacency " + a)
	edge := q.joinEdge(t, e, a)
	q.add(fmt.Sprintf(" WHERE %s.node = %s.id AND %s.slot = ?", a, at.alias, a), t.slot(0, e.Direction))
	q.edgeConditions(t, edge, "", &e.Edge, e.MinConfidence)
	q.farConditions(kinds, t.schema.Ends(e.Direction), &e.Node, a+".far")
	q.add(")")
}

// joinEdge adds the table of the edges at a, where there are conditions on them, and answers its alias.
func (q *query) joinEdge(t *edgeTable, e *kg.EdgeFilter, a string) string {
	alias := q.alias("e")
	when := q.when.EdgeFilter(t.schema.Kind)
	if !e.Edge.IsZero() || !when.IsZero() || e.MinConfidence > 0 {
		q.add(fmt.Sprintf(" CROSS JOIN %s %s ON %s.id = %s.fact", t.name, alias, alias, a))
	}
	return alias
}

// from is the same condition as a list of ids, walked from the far end.
func (q *query) from(e *kg.EdgeFilter, t *edgeTable, kinds []kg.NodeKind, at place) {
	q.add(at.alias + ".id IN (")
	for i, kind := range kinds {
		if i > 0 {
			q.add(" UNION ALL ")
		}
		far, a := q.alias("n"), q.alias("a")
		n := q.l.nodes[kind]
		q.add(fmt.Sprintf("SELECT %s.far FROM %s %s CROSS JOIN adjacency %s ON %s.node = %s.id AND %s.slot = ?", a, n.name, far, a, a, far, a), t.slot(0, 1-e.Direction))
		edge := q.joinEdge(t, e, a)
		q.add(" WHERE 1")
		when := q.when.NodeFilter(kind)
		where := place{alias: far, kind: kind, field: n.schema.Field}
		q.filter(&e.Node, where)
		q.filter(&when, where)
		q.edgeConditions(t, edge, "", &e.Edge, e.MinConfidence)
	}
	q.add(")")
}

// selective says whether f picks few nodes by an index, whichever of kinds they are.
func (q *query) selective(f *kg.Filter, kinds []kg.NodeKind) bool {
	if f.Field != "" && (f.Op == kg.Eq || f.Op == kg.In) {
		return !slices.ContainsFunc(kinds, func(k kg.NodeKind) bool {
			fd, ok := q.l.nodes[k].schema.Field(f.Field)
			return !ok || !fd.Index || fd.Type != kg.Text && fd.Type != kg.Ref
		})
	}
	if f.Some != nil {
		far, err := f.Some.FarKinds()
		return err == nil && q.selective(&f.Some.Node, far)
	}
	return slices.ContainsFunc(f.And, func(x kg.Filter) bool { return q.selective(&x, kinds) })
}

// edgeConditions adds the conditions on an edge itself, those of time included. sorted is as in place.
func (q *query) edgeConditions(t *edgeTable, alias, sorted string, f *kg.Filter, minConfidence int) {
	at := place{alias: alias, field: t.schema.Field, sorted: sorted}
	when := q.when.EdgeFilter(t.schema.Kind)
	q.filter(f, at)
	q.filter(&when, at)
	if minConfidence > 0 {
		q.add(" AND "+alias+".confidence >= ?", minConfidence)
	}
}

// farConditions adds the conditions on the node whose id is the expression far, one of kinds; possible are all the kinds
// that can stand there.
func (q *query) farConditions(kinds, possible []kg.NodeKind, f *kg.Filter, far string) {
	some := len(kinds) < len(possible)
	filters := make([]kg.Filter, len(kinds))
	for i, k := range kinds {
		filters[i] = kg.All(*f, q.when.NodeFilter(k))
		some = some || !filters[i].IsZero()
	}
	if !some {
		return
	}
	q.add(" AND (0")
	for i, k := range kinds {
		t := q.l.nodes[k]
		if filters[i].IsZero() {
			prefix := t.schema.Prefix + "-"
			q.add(fmt.Sprintf(" OR substr(%s, 1, %d) = ?", far, len(prefix)), prefix)
			continue
		}
		n := q.alias("n")
		q.add(fmt.Sprintf(" OR EXISTS (SELECT 1 FROM %s %s WHERE %s.id = %s", t.name, n, n, far))
		q.filter(&filters[i], place{alias: n, kind: k, field: t.schema.Field})
		q.add(")")
	}
	q.add(")")
}
