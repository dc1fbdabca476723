package neo4j

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Edges sends one statement for all parents' pages and one for all their counts.
func (r *reader) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	pages := slices.Repeat([]kg.EdgePage{{Total: -1}}, len(from))
	if err := q.Then(from, r.refold(ctx)); err != nil {
		return nil, err
	}
	s, _ := kg.EdgeSchemaOf(q.Kind)
	if q.Count {
		if err := r.countEdges(ctx, s, from, &q, pages); err != nil {
			return nil, err
		}
	}
	if q.Page.Size() == 0 || len(from) == 0 {
		return pages, nil
	}
	order, err := s.Order(q.Order)
	if err != nil {
		return nil, err
	}
	var keys keyset
	scopes := q.Scopes(from)
	for _, scope := range scopes { // a cursor is bound to its parent
		if keys, err = newKeyset(q.Page, order, q.Reverse, s.Field, scope); err != nil {
			return nil, err
		}
	}
	rows, err := r.edgeRows(ctx, s, from, &q, keys)
	if err != nil {
		return nil, err
	}
	var edges []kg.Edge
	var far []kg.Node
	for i := range rows {
		fillPage(&pages[i], s, rows[i], q.Page, order, scopes[i])
		edges, far = append(edges, pages[i].Edges...), append(far, pages[i].Far...)
	}
	if err := r.edgesKnownAt(ctx, s, edges, q.When.KnownAt); err != nil {
		return nil, err
	}
	return pages, r.nodesKnownAt(ctx, far, q.When.KnownAt)
}

// fillPage makes a page of the rows that were read for it.
func fillPage(p *kg.EdgePage, s *kg.EdgeSchema, rows []edgeRow, page kg.Page, order kg.Order, scope kg.Scope) {
	rows, more := kg.CutPage(page, rows)
	for _, e := range rows {
		key := kg.EncodeValue(edgeField(s, e.edge, order.Field))
		p.Cursors = append(p.Cursors, kg.Cursor{Keys: []string{key}, ID: e.edge.EdgeFact().ID}.Encode(scope))
		p.Edges, p.Far = append(p.Edges, e.edge), append(p.Far, e.far)
	}
	p.Info = page.Info(more, p.Cursors)
}

type edgeRow struct {
	edge kg.Edge
	far  kg.Node
}

// nearEnd is the field of an edge that holds the end from which it is followed in direction d, and the kinds of that end.
func nearEnd(s *kg.EdgeSchema, d kg.Direction) (string, []kg.NodeKind) {
	if d == kg.Inward {
		return "to", s.To
	}
	return "from", s.From
}

// parents is the part of a statement that finds the edges x of a parent id, with their far ends f: by the index that holds
// its edges in the order of a field, or, where only a few can hang on it, from the node.
func (q *query) parents(s *kg.EdgeSchema, d kg.Direction, order string) string {
	end, kinds := nearEnd(s, d)
	hint := "\n  USING INDEX x:" + string(s.Kind) + "(" + end + ", " + quote(order) + ", id)"
	if !isCrowded(s.Kind, end) {
		return "MATCH " + pattern(":"+label(kinds[0])+" {id: id}", "x", "f", s.Kind, d) + "\n  WHERE true"
	}
	return "MATCH " + pattern("", "x", "f", s.Kind, d) + hint + "\n  WHERE x." + end + " = id"
}

// ends is the part of a statement that finds the edges x of a parent id, with their far ends f. Where many edges hang on the
// parent, but the filter picks a few far ends by an index (the events of one day), it starts from these: by their own label, to
// which the index belongs, and saying that they have an id, as an index of (day, id) serves only who speaks of both. They are
// collected, and the parent is compared behind coalesce, or the planner might walk all of the parent's edges all the same and look at
// each far end (ADR 13 has the figures).
func (q *query) ends(s *kg.EdgeSchema, eq *kg.EdgeQuery, order string, far []kg.NodeKind) string {
	end, _ := nearEnd(s, eq.Direction)
	if len(far) != 1 || !isCrowded(s.Kind, end) || eq.Node.Picks(far[0]) == "" {
		return q.parents(s, eq.Direction, order)
	}
	schema, _ := kg.NodeSchemaOf(far[0])
	return "MATCH (f:" + string(far[0]) + ")\n  WHERE " + q.condition(&eq.Node, position{"f", far[0], schema.Field}) +
		" AND f.id IS NOT NULL\n  WITH id, collect(f) AS few UNWIND few AS f\n  MATCH " + pattern("", "x", "f", s.Kind, eq.Direction) + "\n  WHERE coalesce(x." + end + ", '') = id"
}

func (r *reader) edgeRows(ctx context.Context, s *kg.EdgeSchema, from []kg.ID, q *kg.EdgeQuery, keys keyset) ([][]edgeRow, error) {
	kinds, err := q.FarKinds()
	if err != nil {
		return nil, err
	}
	end, _ := nearEnd(s, q.Direction)
	sql := newQuery("Reads a page of edges for each of several nodes.", q.When)
	sql.p["ids"] = list(from)
	sql.add(canonical + "CALL (id) {\n  " + sql.ends(s, q, keys.field.Name, kinds))
	keys.bounds(sql, "x")
	sql.add(sql.edgeConditions(s, "x", &q.Edge, q.MinConfidence) + sql.farConditions(kinds, s.Ends(q.Direction), &q.Node, "f"))
	sql.add("\n  WITH x, f" + keys.order("x."+end, "x."+quote(keys.field.Name), "x.id") + " LIMIT " + sql.param(int64(q.Page.Size()+1)))
	sql.add("\n  RETURN x, f\n}\nRETURN i, " + sql.edgeColumns("x", s) + ", " + sql.farColumns("f", kinds))
	sql.add(keys.order("i", "x."+quote(keys.field.Name), "x.id"))
	out := make([][]edgeRow, len(from))
	err = r.each(ctx, sql, func(values []any) error {
		var row edgeRow
		var err error
		if row.edge, err = edgeFrom(s, values[1]); err != nil {
			return err
		}
		row.far, err = nodeFrom(values[2])
		i := number(values[0])
		out[i] = append(out[i], row)
		return err
	})
	return out, err
}

func (r *reader) countEdges(ctx context.Context, s *kg.EdgeSchema, from []kg.ID, q *kg.EdgeQuery, pages []kg.EdgePage) error {
	kinds, err := q.FarKinds()
	if err != nil {
		return err
	}
	sql := newQuery("Counts the edges of each of several nodes.", q.When)
	sql.p["ids"] = list(from)
	cond := sql.edgeConditions(s, "x", &q.Edge, q.MinConfidence) + sql.farConditions(kinds, s.Ends(q.Direction), &q.Node, "f")
	_, near := nearEnd(s, q.Direction)
	if cond == "" { // the server keeps the number of edges on a node
		sql.add(canonical + "MATCH (n:" + label(near[0]) + " {id: id})\nRETURN i, COUNT { " + pattern("n", "", "", s.Kind, q.Direction) + " }")
	} else {
		sql.add(canonical + "MATCH (n:" + label(near[0]) + " {id: id})\nCALL (n) {\n  MATCH " + pattern("n", "x", "f", s.Kind, q.Direction))
		sql.add("\n  WHERE true" + cond + "\n  RETURN count(x) AS total\n}\nRETURN i, total")
	}
	for i := range pages {
		pages[i].Total = 0
	}
	return r.each(ctx, sql, func(values []any) error {
		pages[number(values[0])].Total = number(values[1])
		return nil
	})
}
