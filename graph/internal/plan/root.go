package plan

import (
	"cmp"
	"fmt"
	"maps"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// root plans a root field; nil for introspection.
func (b *builder) root(f graphql.CollectedField) field {
	if strings.HasPrefix(f.Name, "__") {
		return nil
	}
	a := b.args(f)
	s := scope{when: a.when(kg.When{}), n: 1}
	cost, times := b.cost, maps.Clone(b.times)
	b.wrong = nil
	b.then(s.when, 0)
	fl := b.rootField(f, a, s)
	if err := cmp.Or(a.err, b.wrong); err != nil {
		b.cost, b.times = cost, times // nothing is read for it
		return failed{err}
	}
	return fl
}

func (b *builder) rootField(f graphql.CollectedField, a *args, s scope) field {
	typ := f.Definition.Type.Name()
	switch f.Name {
	case "node":
		return &byID{kg.ID(a.text("id")), "", s.when, b.targets(typ, f.Selections, b.rows(s, 1))}
	case "nodes":
		return b.byIDs(f, a, s)
	case "search":
		return b.search(f, a, s)
	case "paths":
		return b.paths(f, a, s)
	case "neighborhood":
		return b.neighborhood(f, a, s)
	case "timeline":
		return b.timeline(f, a, s)
	case "mergeCandidates":
		return b.candidates(f, a, s)
	case "stats":
		return stats{}
	case "articlesByMonth", "agreementsBySector", "eventsByType", "eventsByPlace":
		return b.group(f, a, s)
	}
	if kind, ok := strings.CutSuffix(typ, "Connection"); ok {
		return b.list(kg.NodeKind(kind), f, a, s)
	}
	return b.lookup(kg.NodeKind(typ), f, a, s)
}

// byID is a node by its id; one of another kind than wanted isn't there.
type byID struct {
	id   kg.ID
	kind kg.NodeKind // "" any
	when kg.When
	t    targets
}

func (f *byID) read(x *execution, parents []parent, i int) error {
	nodes, err := x.nodes([]kg.ID{f.id}, f.when)
	if err != nil {
		return err
	}
	item := parent{node: nodes[0]}
	if item.node != nil && f.kind != "" && item.node.NodeHead().Kind != f.kind {
		item.node = nil
	}
	setOne(x, f.t, []parent{item}, parents, []int{0}, i)
	return nil
}

type byIDs struct {
	ids  []kg.ID
	when kg.When
	t    targets
}

func (b *builder) byIDs(f graphql.CollectedField, a *args, s scope) field {
	var ids []kg.ID
	for _, id := range a.list("ids") {
		ids = append(ids, kg.ID(id))
	}
	if len(ids) > MaxIDs {
		a.fail("ids: %d, at most %d", len(ids), MaxIDs)
	}
	return &byIDs{ids, s.when, b.targets("Node", f.Selections, b.rows(s, len(ids)))}
}

func (f *byIDs) read(x *execution, parents []parent, i int) error {
	nodes, err := x.nodes(f.ids, f.when)
	if err != nil {
		return err
	}
	items := make([]parent, len(nodes))
	for j, n := range nodes {
		items[j].node = n
	}
	parents[0].row.Set(i, x.wrap(f.t, items))
	return nil
}

// list is a root connection of nodes of one kind.
type list struct {
	q    kg.NodeQuery
	page page
}

func (b *builder) list(kind kg.NodeKind, f graphql.CollectedField, a *args, s scope) field {
	schema, ok := kg.NodeSchemaOf(kind)
	if !ok {
		a.fail("%s: no nodes of kind %q", f.Name, kind)
		return nil
	}
	q := kg.NodeQuery{Kind: kind, When: s.when, Page: a.page()}
	q.Order, q.Reverse = a.order(schema.Orders)
	q.Where = b.nodeWhere(kind, a)
	if f.Name == "officials" {
		q.Where = kg.All(official(s.when), q.Where)
	}
	p := b.page(f.Definition.Type.Name(), f.Selections, b.rows(s, q.Page.Size()))
	q.Count, q.Page = p.total, p.ask(q.Page)
	a.checked(&q)
	return &list{q, p}
}

// nodeWhere reads the argument where of a root field.
func (b *builder) nodeWhere(kind kg.NodeKind, a *args) kg.Filter {
	if a.err != nil || a.m["where"] == nil {
		return kg.Filter{}
	}
	w, err := b.where(b.schema.Types[string(kind)+"Where"], a.m["where"], nodeFields(string(kind)))
	if err != nil {
		a.err = fmt.Errorf("where: %w", err)
	}
	return w
}

func (f *list) read(x *execution, parents []parent, i int) error {
	p, err := x.reader.List(x.ctx, f.q)
	if err != nil {
		return err
	}
	l := &answer.List{Cursors: p.Cursors, Info: p.Info, Total: p.Total}
	items := make([]parent, len(p.Nodes))
	for j, n := range p.Nodes {
		items[j].node = n
	}
	f.page.fill(x, []*answer.List{l}, [][]parent{items})
	parents[0].row.Set(i, l)
	return nil
}

type stats struct{}

func (stats) read(x *execution, parents []parent, i int) error {
	s, err := x.reader.Stats(x.ctx)
	if err != nil {
		return err
	}
	parents[0].row.Set(i, &answer.Stats{Stats: s})
	return nil
}
