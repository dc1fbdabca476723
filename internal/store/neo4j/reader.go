package neo4j

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// reader answers within one read transaction.
type reader struct {
	t      *tx
	store  *Store
	folded kg.Refolded
}

var _ kg.Reader = (*reader)(nil)

func (r *reader) each(ctx context.Context, q *query, row func(values []any) error) error {
	return r.t.each(ctx, q.text.String(), q.p, row)
}

// canonical follows merges: from $p.ids to rows of i, the place in the list, and id.
const canonical = `UNWIND range(0, size($p.ids) - 1) AS i
OPTIONAL MATCH (m:Merged {id: $p.ids[i]})
WITH i, coalesce(m.rep, $p.ids[i]) AS id
`

// Nodes sends one statement for each kind among ids, and up to three more under KnownAt.
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
	at := map[kg.NodeKind][]int{}
	for i, id := range ids {
		if kind, ok := kg.NodeKindOf(id); ok {
			at[kind] = append(at[kind], i)
		}
	}
	for i := range kg.NodeKinds {
		s := &kg.NodeKinds[i]
		places := at[s.Kind]
		if len(places) == 0 {
			continue
		}
		asked := make([]any, len(places))
		for j, at := range places {
			asked[j] = string(ids[at])
		}
		q, where := newQuery("Reads nodes of one kind by id.", when), when.NodeFilter(s.Kind)
		q.add(canonical + "MATCH (n:" + label(s.Kind) + " {id: id})\nWHERE true")
		q.filter(&where, position{"n", s.Kind, s.Field})
		q.add("\nRETURN i, " + q.nodeColumns("n", s))
		q.p["ids"] = asked
		err := r.each(ctx, q, func(values []any) error {
			n, err := nodeFrom(values[1])
			out[places[number(values[0])]] = n
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// List sends one statement for a page and one for a count.
func (r *reader) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	page := kg.NodePage{Total: -1}
	if err := q.Check(); err != nil {
		return page, err
	}
	s, _ := kg.NodeSchemaOf(q.Kind)
	if err := q.Then(r.refold(ctx)); err != nil {
		return page, err
	}
	where := kg.All(q.Where, q.When.NodeFilter(q.Kind))
	if q.One {
		var err error
		page.Nodes, err = r.foremost(ctx, s, &where, q.When)
		return page, err
	}
	if q.Count {
		if err := r.countNodes(ctx, s, &where, q.When, &page.Total); err != nil {
			return page, err
		}
	}
	if q.Page.Size() == 0 {
		return page, nil
	}
	order, err := s.Order(q.Order)
	if err != nil {
		return page, err
	}
	scope := q.Scope()
	keys, err := newKeyset(q.Page, order, q.Reverse, s.Field, scope)
	if err != nil {
		return page, err
	}
	nodes, err := r.listRows(ctx, s, &where, q.When, keys)
	if err != nil {
		return page, err
	}
	nodes, more := kg.CutPage(q.Page, nodes)
	page.Nodes = nodes
	for _, n := range nodes {
		page.Cursors = append(page.Cursors, kg.Cursor{Keys: []string{kg.EncodeValue(nodeField(s, n, order.Field))}, ID: n.NodeHead().ID}.Encode(scope))
	}
	page.Info = q.Page.Info(more, page.Cursors)
	return page, r.nodesKnownAt(ctx, nodes, q.When.KnownAt)
}

func (r *reader) countNodes(ctx context.Context, s *kg.NodeSchema, where *kg.Filter, when kg.When, total *int) error {
	q := newQuery("Counts the nodes of a kind that a filter leaves.", when)
	q.add("MATCH (n:" + string(s.Kind) + ")\nWHERE true")
	q.filter(where, position{"n", s.Kind, s.Field})
	q.add("\nRETURN count(n)")
	return r.each(ctx, q, func(values []any) error {
		*total = number(values[0])
		return nil
	})
}

func (r *reader) listRows(ctx context.Context, s *kg.NodeSchema, where *kg.Filter, when kg.When, keys keyset) ([]kg.Node, error) {
	q := newQuery("Reads a page of the nodes of a kind that a filter leaves.", when)
	q.add("MATCH (n:" + string(s.Kind) + ")\nWHERE true")
	q.filter(where, position{"n", s.Kind, s.Field})
	keys.bounds(q, "n")
	q.add("\nWITH n" + keys.order("n."+quote(keys.field.Name), "n.id") + " LIMIT " + q.param(int64(keys.page.Size()+1)))
	return r.nodesOf(ctx, q, s)
}

// foremost is the one of the nodes that where leaves: kg.NodeQuery.One.
func (r *reader) foremost(ctx context.Context, s *kg.NodeSchema, where *kg.Filter, when kg.When) ([]kg.Node, error) {
	q := newQuery("Reads the node of those that a filter leaves which most articles name, or which was seen last.", when)
	q.add("MATCH (n:" + string(s.Kind) + ")\nWHERE true")
	q.filter(where, position{"n", s.Kind, s.Field})
	if when.KnownAt == "" || s.Owned {
		q.add("\nWITH n, n.articleCount AS articles, n." + quote(s.Seen()) + " AS seen")
	} else {
		q.add("\nCALL (n) {\n  MATCH (a)-[e:EVIDENCE]->()\n  USING INDEX e:EVIDENCE(fact, published)\n  WHERE e.fact = n.id AND e.published <= " + q.param(when.KnownAt.Last()))
		q.add("\n  RETURN count(DISTINCT a.cluster) AS articles, coalesce(max(e.published), '') AS seen\n}\nWITH n, articles, seen")
	}
	q.add(" ORDER BY ")
	if s.Renowned() {
		q.add("articles DESC, ")
	}
	q.add("seen DESC, n.id DESC LIMIT 1")
	nodes, err := r.nodesOf(ctx, q, s)
	if err != nil {
		return nil, err
	}
	return nodes, r.nodesKnownAt(ctx, nodes, when.KnownAt)
}

// nodesOf ends a statement with the columns of its nodes n, and asks it.
func (r *reader) nodesOf(ctx context.Context, q *query, s *kg.NodeSchema) ([]kg.Node, error) {
	q.add("\nRETURN " + q.nodeColumns("n", s))
	var out []kg.Node
	err := r.each(ctx, q, func(values []any) error {
		n, err := nodeFrom(values[0])
		out = append(out, n)
		return err
	})
	return out, err
}

// nodeField points to the field of n that is called name.
func nodeField(s *kg.NodeSchema, n kg.Node, name string) any {
	for i, ptr := range kg.AllColumns(n) {
		if fieldAt(kg.CommonNodeFields, s.Fields, i).Name == name {
			return ptr
		}
	}
	return nil
}

// edgeField points to the field of e that is called name.
func edgeField(s *kg.EdgeSchema, e kg.Edge, name string) any {
	for i, ptr := range kg.EdgeColumns(e) {
		if fieldAt(kg.CommonEdgeFields, s.Fields, i).Name == name {
			return ptr
		}
	}
	return nil
}
