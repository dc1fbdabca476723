package plan

import (
	"errors"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/internal/kg"
)

// ErrCost is wrapped by the error of an operation that may read more rows than it is allowed to.
var ErrCost = errors.New("the operation may read too many rows")

// Build makes the plan of the operation of oc. Arguments that can't be right fail the root field that they stand in or below,
// once, whatever the number of objects that they would be asked of; an operation that costs more than maxCost fails as a whole,
// with ErrCost.
func Build(schema *ast.Schema, oc *graphql.OperationContext, maxCost int) (*Plan, error) {
	b := &builder{schema: schema, oc: oc, times: map[kg.When]bool{}}
	sel := &selection{}
	for _, f := range b.collect(schema.Query, oc.Operation.SelectionSet) {
		if fl := b.root(f); fl != nil {
			sel.add(f.Alias, fl)
		}
	}
	if b.cost > maxCost {
		return nil, fmt.Errorf("%d rows, at most %d: %w", b.cost, maxCost, ErrCost)
	}
	return &Plan{sel, b.cost}, nil
}

type builder struct {
	schema *ast.Schema
	oc     *graphql.OperationContext
	cost   int
	times  map[kg.When]bool // of which the state as known then is charged for
	wrong  error            // of the first field below the root field whose arguments can't be right
}

// scope is what a selection inherits: the times, and how many objects may stand beside each other there.
type scope struct {
	when kg.When
	n    int
}

func (s *selection) add(alias string, f field) {
	s.names = append(s.names, alias)
	s.fields = append(s.fields, f)
}

// rows is the scope below s of a field that may read n rows for each object; it counts them.
func (b *builder) rows(s scope, n int) scope {
	s.n = min(s.n*n, 1<<40)
	b.cost = min(b.cost+s.n, 1<<40)
	return s
}

// thenCost is what the state of one day as known on another is charged for, in rows: the store folds again whatever later articles may
// have changed.
const thenCost = 20_000

// then charges for the state that w asks for, once in an operation, as stores work it out once in a view. What hangs on an object is
// worked out object by object; that is as many rows again.
func (b *builder) then(w kg.When, rows int) {
	if w.AsOf == "" || w.KnownAt == "" {
		return
	}
	if !b.times[w] {
		b.times[w] = true
		b.cost = min(b.cost+thenCost, 1<<40)
	}
	b.cost = min(b.cost+rows, 1<<40)
}

func (b *builder) collect(def *ast.Definition, set ast.SelectionSet) []graphql.CollectedField {
	return graphql.CollectFields(b.oc, set, append([]string{def.Name}, def.Interfaces...))
}

func (b *builder) args(f graphql.CollectedField) *args {
	return &args{m: f.ArgumentMap(b.oc.Variables)}
}

// refused notes that a field below a root field can't be asked as it is, and plans nothing for it.
func (b *builder) refused(f graphql.CollectedField, err error) field {
	if b.wrong == nil {
		b.wrong = fmt.Errorf("%s (line %d): %w", f.Alias, f.Position.Line, err)
	}
	return nil
}

// targets plans what is selected of nodes of a type, for each concrete type that it may be.
func (b *builder) targets(typ string, set ast.SelectionSet, s scope) targets {
	def := b.schema.Types[typ]
	possible := []*ast.Definition{def}
	if def.IsAbstractType() {
		possible = b.schema.GetPossibleTypes(def)
	}
	t := targets{}
	for _, p := range possible {
		t[p.Name] = b.object(p, set, s)
	}
	return t
}

// object plans the fields of an object that need reading.
func (b *builder) object(def *ast.Definition, set ast.SelectionSet, s scope) *selection {
	sel := &selection{}
	for _, f := range b.collect(def, set) {
		if f.Definition == nil || strings.HasPrefix(f.Name, "__") {
			continue
		}
		if fl := b.field(f, s); fl != nil {
			sel.add(f.Alias, fl)
		}
	}
	return sel
}

// field plans one field; nil where it needs no reading.
func (b *builder) field(f graphql.CollectedField, s scope) field {
	typ := f.Definition.Type.Name()
	switch {
	case f.Definition.Directives.ForName("edge") != nil:
		return b.relation(f, s)
	case f.Definition.Directives.ForName("ref") != nil:
		column := f.Definition.Directives.ForName("ref").Arguments.ForName("field").Value.Raw
		return &ref{columnRef(column), s.when, b.targets(typ, f.Selections, b.rows(s, 1))}
	case typ == "EvidenceConnection":
		return b.evidence(f, s)
	case f.Name == "nearReprints":
		return b.near(f, s)
	case f.Name == "node", f.Name == "article": // the other articles are followed by @ref
		return &end{func(p *parent) parent { return parent{node: p.node, proof: p.proof, pair: p.pair} }, b.targets(typ, f.Selections, s)}
	case f.Name == "from" && typ == "Node":
		return &end{func(p *parent) parent { return parent{node: p.from} }, b.targets(typ, f.Selections, s)}
	case f.Name == "to" && typ == "Node":
		return &end{func(p *parent) parent { return parent{node: p.to} }, b.targets(typ, f.Selections, s)}
	case f.Name == "a" && typ == "Entity":
		return &end{func(p *parent) parent { return parent{node: p.pair.A} }, b.targets(typ, f.Selections, s)}
	case f.Name == "b" && typ == "Entity":
		return &end{func(p *parent) parent { return parent{node: p.pair.B} }, b.targets(typ, f.Selections, s)}
	case typ == "Fact":
		return &fact{b.object(b.schema.Types["Fact"], f.Selections, s)}
	}
	return nil
}

// edgeOf reads @edge.
func edgeOf(d *ast.Directive) (kg.EdgeKind, kg.Direction) {
	dir := kg.Out
	if in := d.Arguments.ForName("inward"); in != nil && in.Value.Raw == "true" {
		dir = kg.Inward
	}
	return kg.EdgeKind(d.Arguments.ForName("kind").Value.Raw), dir
}

func (b *builder) relation(f graphql.CollectedField, s scope) field {
	a := b.args(f)
	q := kg.EdgeQuery{MinConfidence: a.perMille()}
	q.Kind, q.Direction = edgeOf(f.Definition.Directives.ForName("edge"))
	s.when = a.when(s.when)
	q.When = s.when
	typ := f.Definition.Type.Name()
	if !strings.HasSuffix(typ, "Connection") {
		q.Far = []kg.NodeKind{kg.NodeKind(typ)}
		q.Page = kg.Page{First: 1}
		if a.err != nil {
			return b.refused(f, a.err)
		}
		b.then(s.when, s.n)
		return &toOne{q, b.targets(typ, f.Selections, b.rows(s, 1))}
	}
	q.Page = a.page()
	schema, _ := kg.EdgeSchemaOf(q.Kind)
	q.Order, q.Reverse = a.order(schema.Orders)
	node := b.schema.Types[b.schema.Types[typ].Fields.ForName("nodes").Type.Name()]
	if node.IsAbstractType() {
		q.Far = a.kinds("types")
	} else {
		q.Far = []kg.NodeKind{kg.NodeKind(node.Name)}
	}
	if w := f.Definition.Arguments.ForName("where"); w != nil && a.err == nil {
		q.Edge, q.Node, a.err = b.edgeWhere(q.Kind, b.schema.Types[w.Type.Name()], a.m["where"])
	}
	if a.err != nil {
		return b.refused(f, a.err)
	}
	below := b.rows(s, q.Page.Size())
	b.then(s.when, below.n)
	p := b.page(typ, f.Selections, below)
	q.Count, q.Page = p.total, p.ask(q.Page)
	if a.checked(&q); a.err != nil {
		return b.refused(f, a.err)
	}
	return &relation{q, p}
}

func (b *builder) evidence(f graphql.CollectedField, s scope) field {
	a := b.args(f)
	s.when = a.when(s.when)
	q := kg.EvidenceQuery{KnownAt: s.when.KnownAt, Page: a.page()}
	if a.err != nil {
		return b.refused(f, a.err)
	}
	p := b.page("EvidenceConnection", f.Selections, b.rows(s, q.Page.Size()))
	q.Count, q.Page = p.total, p.ask(q.Page)
	return &evidence{q, p}
}

// page plans what is selected of a connection.
func (b *builder) page(conn string, set ast.SelectionSet, s scope) page {
	def := b.schema.Types[conn]
	var p page
	for _, f := range b.collect(def, set) {
		switch f.Name {
		case "totalCount":
			p.total = true
			b.rows(s, 1)
		case "pageInfo":
			p.rows = true
		case "nodes":
			p.rows = true
			p.nodes = append(p.nodes, nodeSlot{f.Alias, b.targets(f.Definition.Type.Name(), f.Selections, s)})
		case "edges":
			p.rows = true
			edge := b.schema.Types[f.Definition.Type.Name()]
			p.edges = append(p.edges, edgeSlot{f.Alias, b.object(edge, f.Selections, s)})
		}
	}
	return p
}
