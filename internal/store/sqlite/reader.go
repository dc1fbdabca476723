package sqlite

import (
	"context"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// reader answers within one read transaction.
type reader struct {
	s      *session
	l      *layout
	folded kg.Refolded
}

var _ kg.Reader = (*reader)(nil)

// canonical is an expression for the node that the id in expr counts as.
func canonical(expr string) string {
	return "coalesce((SELECT m.rep FROM merged m WHERE m.id = " + expr + "), " + expr + ")"
}

// Nodes sends one statement for each kind among ids, and one or two more under KnownAt.
func (r *reader) Nodes(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	nodes, err := r.there(ctx, ids, when)
	if err != nil {
		return nil, err
	}
	return nodes, r.nodesKnownAt(ctx, nodes, when.KnownAt)
}

// there is Nodes as they are known today.
func (r *reader) there(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	if err := when.Check(); err != nil {
		return nil, err
	}
	out := make([]kg.Node, len(ids))
	at := map[*nodeTable][]int{}
	for i, id := range ids {
		if t := r.l.nodeOf(id); t != nil {
			at[t] = append(at[t], i)
		}
	}
	for i := range kg.NodeKinds {
		t := r.l.nodes[kg.NodeKinds[i].Kind]
		where := at[t]
		if len(where) == 0 {
			continue
		}
		asked := make([]kg.ID, len(where))
		for j, w := range where {
			asked[j] = ids[w]
		}
		err := r.nodesOf(ctx, t, asked, when, func(j int, n kg.Node) { out[where[j]] = n })
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *reader) nodesOf(ctx context.Context, t *nodeTable, ids []kg.ID, when kg.When, yield func(int, kg.Node)) error {
	sql, where := r.query(when), when.NodeFilter(t.schema.Kind)
	sql.add(fmt.Sprintf("SELECT j.key, %s FROM json_each(?) j CROSS JOIN %s n ON n.id = %s WHERE 1", quoted(t.cols, "n."), t.name, canonical("j.value")), idList(ids))
	sql.filter(&where, place{alias: "n", kind: t.schema.Kind, field: t.schema.Field})
	return r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		n := t.schema.New()
		j, _ := got.values[0].(int64)
		yield(int(j), n)
		return got.takeAll(1, kg.AllColumns(n))
	})
}

// List sends one statement for a page and one for a count.
func (r *reader) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	page := kg.NodePage{Total: -1}
	if err := q.Check(); err != nil {
		return page, err
	}
	t := r.l.nodes[q.Kind]
	if err := q.Then(r.refold(ctx)); err != nil {
		return page, err
	}
	where := kg.All(q.Where, q.When.NodeFilter(q.Kind))
	if q.One {
		var err error
		page.Nodes, err = r.foremost(ctx, t, &where, q.When)
		return page, err
	}
	if q.Count {
		if err := r.countNodes(ctx, t, &where, q.When, &page.Total); err != nil {
			return page, err
		}
	}
	if q.Page.Size() == 0 {
		return page, nil
	}
	order, err := t.schema.Order(q.Order)
	if err != nil {
		return page, err
	}
	scope := q.Scope()
	keys, err := newKeyset(q.Page, order, q.Reverse, t.schema.Field, scope)
	if err != nil {
		return page, err
	}
	rows, err := r.listRows(ctx, t, &where, q.When, keys)
	if err != nil {
		return page, err
	}
	rows, more := kg.CutPage(q.Page, rows)
	page.Nodes, page.Cursors = make([]kg.Node, len(rows)), make([]string, len(rows))
	for i, n := range rows {
		page.Nodes[i], page.Cursors[i] = n.node, keys.cursor(n.sort, n.node.NodeHead().ID, scope)
	}
	page.Info = q.Page.Info(more, page.Cursors)
	return page, r.nodesKnownAt(ctx, page.Nodes, q.When.KnownAt)
}

func (r *reader) countNodes(ctx context.Context, t *nodeTable, where *kg.Filter, when kg.When, total *int) error {
	sql := r.query(when)
	sql.add("SELECT count(*) FROM " + t.name + " n WHERE 1")
	sql.filter(where, place{alias: "n", kind: t.schema.Kind, field: t.schema.Field})
	_, err := r.s.one(ctx, sql.text.String(), sql.args, total)
	return err
}

// listRow is a node with its sort key, as in placing.
type listRow struct {
	node kg.Node
	sort any
}

func (r *reader) listRows(ctx context.Context, t *nodeTable, where *kg.Filter, when kg.When, keys keyset) ([]listRow, error) {
	sql := r.query(when)
	key := "n." + quote(keys.field.Name)
	sql.add("SELECT " + quoted(t.cols, "n.") + " FROM " + t.name + " n WHERE 1")
	sql.filter(where, place{alias: "n", kind: t.schema.Kind, field: t.schema.Field})
	keys.after(sql, key, "n.id")
	sql.add(" ORDER BY ")
	keys.order(sql, key, "n.id")
	sql.add(" LIMIT ?", keys.limit())
	var out []listRow
	sorted := slices.Index(t.cols, keys.field.Name)
	err := r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		n := listRow{t.schema.New(), got.values[sorted]}
		out = append(out, n)
		return got.takeAll(0, kg.AllColumns(n.node))
	})
	return out, err
}

// foremost is the one of the nodes that where leaves: kg.NodeQuery.One. The plus keeps SQLite from walking all nodes in the
// order of that day, until one is left.
func (r *reader) foremost(ctx context.Context, t *nodeTable, where *kg.Filter, when kg.When) ([]kg.Node, error) {
	sql := r.query(when)
	sql.add("SELECT " + quoted(t.cols, "n.") + " FROM " + t.name + " n WHERE 1")
	sql.filter(where, place{alias: "n", kind: t.schema.Kind, field: t.schema.Field})
	articles, seen, by := "+n."+quote("articleCount"), "+n."+quote(t.schema.Seen()), []any(nil)
	if when.KnownAt != "" && !t.schema.Owned {
		const then = "FROM proof p WHERE p.subject = n.id AND p.published <= ?)"
		articles, seen, by = "(SELECT count(DISTINCT p.cluster) "+then, "(SELECT max(p.published) "+then, []any{when.KnownAt.Last()}
	}
	sql.add(" ORDER BY ")
	if t.schema.Renowned() {
		sql.add(articles+" DESC, ", by...)
	}
	sql.add(seen+" DESC", by...)
	sql.add(", n.id DESC LIMIT 1")
	var out []kg.Node
	err := r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		n := t.schema.New()
		out = append(out, n)
		return got.takeAll(0, kg.AllColumns(n))
	})
	if err != nil {
		return nil, err
	}
	return out, r.nodesKnownAt(ctx, out, when.KnownAt)
}
