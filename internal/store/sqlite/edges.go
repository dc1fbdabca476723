package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Edges sends one statement for all parents' pages and one for all their counts.
func (r *reader) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	pages := make([]kg.EdgePage, len(from))
	for i := range pages {
		pages[i].Total = -1
	}
	t := r.l.edges[q.Kind]
	if err := q.Then(from, r.refold(ctx)); err != nil {
		return nil, err
	}
	if q.Count {
		if err := r.countEdges(ctx, t, from, &q, pages); err != nil {
			return nil, err
		}
	}
	if q.Page.Size() == 0 || len(from) == 0 {
		return pages, nil
	}
	order, err := t.schema.Order(q.Order)
	if err != nil {
		return nil, err
	}
	var keys keyset
	scopes := q.Scopes(from)
	for _, scope := range scopes { // a cursor is bound to its parent
		if keys, err = newKeyset(q.Page, order, q.Reverse, t.schema.Field, scope); err != nil {
			return nil, err
		}
	}
	rows := make([][]edgeRow, len(from))
	if err := r.edgeRows(ctx, t, from, &q, t.orderIndex(order.Name), keys, rows); err != nil {
		return nil, err
	}
	for i := range rows {
		fillPage(&pages[i], rows[i], &keys, scopes[i])
	}
	return pages, r.edgePagesKnownAt(ctx, t, pages, q.When.KnownAt)
}

// fillPage brings the rows of a page into their order: SQLite would carry whole articles through its sorter.
func fillPage(p *kg.EdgePage, rows []edgeRow, keys *keyset, scope kg.Scope) {
	slices.SortFunc(rows, func(a, b edgeRow) int {
		order := cmp.Or(compareSorts(a.sort, b.sort), cmp.Compare(a.edge.EdgeFact().ID, b.edge.EdgeFact().ID))
		if keys.desc {
			return -order
		}
		return order
	})
	rows, more := kg.CutPage(keys.page, rows)
	p.Edges, p.Far, p.Cursors = make([]kg.Edge, len(rows)), make([]kg.Node, len(rows)), make([]string, len(rows))
	for i, e := range rows {
		p.Edges[i], p.Far[i], p.Cursors[i] = e.edge, e.far, keys.cursor(e.sort, e.edge.EdgeFact().ID, scope)
	}
	p.Info = keys.page.Info(more, p.Cursors)
}

func (r *reader) edgePagesKnownAt(ctx context.Context, t *edgeTable, pages []kg.EdgePage, day kg.Date) error {
	if day == "" {
		return nil
	}
	var edges []kg.Edge
	var far []kg.Node
	for _, p := range pages {
		edges, far = append(edges, p.Edges...), append(far, p.Far...)
	}
	if err := r.edgesKnownAt(ctx, t, edges, day); err != nil {
		return err
	}
	return r.nodesKnownAt(ctx, far, day)
}

type edgeRow struct {
	edge kg.Edge
	far  kg.Node
	sort any // as in placing
}

// parent is an expression for a node whose edges are asked for, with its arguments.
type parent struct {
	expr string
	args []any
}

// oneParent is the only one, eachParent the ones that stand in the rows p of a list.
func oneParent(id kg.ID) parent { return parent{canonical("?"), []any{string(id), string(id)}} }

func eachParent() parent { return parent{canonical("p.value"), nil} }

// edgeRows seeks, for each parent, the first rows of its list, in no order. The list of a single parent is walked in the order of
// the adjacency table, with the facts and far nodes looked up on the way. Those of several, and one that is found from its
// far nodes and must be sorted, are cut first, as lists of ids.
func (r *reader) edgeRows(ctx context.Context, t *edgeTable, from []kg.ID, q *kg.EdgeQuery, order int, keys keyset, out [][]edgeRow) error {
	kinds, err := q.FarKinds()
	if err != nil {
		return err
	}
	sql := r.query(q.When)
	cols := quoted(t.cols, "e.")
	for i, k := range kinds {
		cols += ", " + quoted(r.l.nodes[k].cols, fmt.Sprintf("f%d.", i))
	}
	ends := r.farEnds(kinds, q.Direction)
	walk := edgeWalk{near: eachParent(), order: order, backward: backward(q, kinds)}
	switch {
	case len(from) > 1:
		sql.add("SELECT p.key, "+cols+" FROM json_each(?) p CROSS JOIN "+t.name+" e ON e.id IN (SELECT a.fact FROM ", idList(from))
		ends = ")" + ends
	case walk.backward:
		walk.near = oneParent(from[0])
		sql.add("SELECT 0, " + cols + " FROM (SELECT a.fact FROM ")
		ends = fmt.Sprintf(") s CROSS JOIN %s e ON e.id = s.fact", t.name) + ends
	default:
		walk.near, walk.joined, ends = oneParent(from[0]), ends, ""
		sql.add("SELECT 0, " + cols + " FROM ")
	}
	r.edgeConditions(sql, t, q, kinds, walk)
	keys.after(sql, "a.sort", "a.fact")
	sql.add(" ORDER BY ")
	keys.order(sql, "a.sort", "a.fact")
	sql.add(" LIMIT ?"+ends, keys.limit())
	return r.scanEdges(ctx, t, kinds, keys.field.Name, sql, out)
}

// farEnds joins the far nodes of edges e: where they are of one kind, every edge has one.
func (r *reader) farEnds(kinds []kg.NodeKind, d kg.Direction) string {
	end, join := `e."to"`, "CROSS JOIN"
	if d == kg.Inward {
		end = `e."from"`
	}
	if len(kinds) > 1 {
		join = "LEFT JOIN"
	}
	var out strings.Builder
	for i, k := range kinds {
		fmt.Fprintf(&out, " %s %s f%d ON f%[3]d.id = %[4]s", join, r.l.nodes[k].name, i, end)
	}
	return out.String()
}

// edgeWalk is a way to the edges of a parent: in which order, from which end, and what is joined to edges e on the way ("" where
// only the adjacency table is read).
type edgeWalk struct {
	near     parent
	order    int
	backward bool
	joined   string
}

// backward says whether the edges are better found from their far nodes, which are few.
func backward(q *kg.EdgeQuery, kinds []kg.NodeKind) bool {
	return len(kinds) == 1 && q.Node.Picks(kinds[0]) != ""
}

// edgeConditions adds which edges of a parent are asked for, as rows a of the adjacency table: those at the parent, or those at
// the far nodes that lead to it. Both have the same sort keys.
func (r *reader) edgeConditions(sql *query, t *edgeTable, q *kg.EdgeQuery, kinds []kg.NodeKind, walk edgeWalk) {
	when := q.When.EdgeFilter(q.Kind)
	own := !q.Edge.IsZero() || !when.IsZero() || q.MinConfidence > 0
	if walk.backward {
		sql.add(r.l.nodes[kinds[0]].name+" n CROSS JOIN adjacency a ON a.node = n.id AND a.slot = ?", t.slot(walk.order, 1-q.Direction))
	} else {
		sql.add("adjacency a")
	}
	if own || walk.joined != "" {
		sql.add(fmt.Sprintf(" CROSS JOIN %s e ON e.id = a.fact", t.name) + walk.joined)
	}
	if walk.backward {
		sql.add(" WHERE a.far = "+walk.near.expr, walk.near.args...)
	} else {
		sql.add(" WHERE a.node = "+walk.near.expr, walk.near.args...)
		sql.add(" AND a.slot = ?", t.slot(walk.order, q.Direction))
	}
	if own {
		sql.edgeConditions(t, "e", t.schema.Orders[walk.order].Field, &q.Edge, q.MinConfidence)
	}
	if walk.backward {
		where := kg.All(q.Node, q.When.NodeFilter(kinds[0]))
		sql.filter(&where, place{alias: "n", kind: kinds[0], field: r.l.nodes[kinds[0]].schema.Field})
		return
	}
	sql.farConditions(kinds, t.schema.Ends(q.Direction), &q.Node, "a.far")
}

func (r *reader) scanEdges(ctx context.Context, t *edgeTable, kinds []kg.NodeKind, sort string, sql *query, out [][]edgeRow) error {
	width, sorted := 1+len(t.cols), 1+slices.Index(t.cols, sort)
	for _, k := range kinds {
		width += len(r.l.nodes[k].cols)
	}
	return r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		e := edgeRow{edge: t.schema.New(), sort: got.values[sorted]}
		if err := got.takeAll(1, t.ptrs(e.edge)); err != nil {
			return err
		}
		at := 1 + len(t.cols)
		for _, k := range kinds {
			n := r.l.nodes[k]
			if got.values[at] != nil {
				e.far = n.schema.New()
				if err := got.takeAll(at, kg.AllColumns(e.far)); err != nil {
					return err
				}
			}
			at += len(n.cols)
		}
		i, _ := got.values[0].(int64)
		out[i] = append(out[i], e)
		return nil
	})
}

func (r *reader) countEdges(ctx context.Context, t *edgeTable, from []kg.ID, q *kg.EdgeQuery, pages []kg.EdgePage) error {
	kinds, err := q.FarKinds()
	if err != nil {
		return err
	}
	sql := r.query(q.When)
	sql.add("SELECT p.key, (SELECT count(*) FROM ")
	r.edgeConditions(sql, t, q, kinds, edgeWalk{near: eachParent(), backward: backward(q, kinds)})
	sql.add(") FROM json_each(?) p", idList(from))
	return r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		var i, n int
		err := got.scan(&i, &n)
		pages[i].Total = n
		return err
	})
}
