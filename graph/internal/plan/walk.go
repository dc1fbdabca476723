package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// fact is a field that leads to the edge which was read with its parent.
type fact struct{ sel *selection }

func (f *fact) read(x *execution, parents []parent, i int) error {
	for k, made := range x.facts(f.sel, parents) {
		parents[k].row.Set(i, made)
	}
	return nil
}

// facts makes the answer's facts of the parents' edges and reads what is selected of them.
func (x *execution) facts(sel *selection, parents []parent) []*answer.Fact {
	out := make([]*answer.Fact, len(parents))
	below := make([]parent, len(parents))
	for k := range parents {
		below[k] = parents[k]
		below[k].row = answer.NewRow(sel.names)
		out[k] = answer.NewFact(parents[k].edge, below[k].row)
	}
	x.read(sel, below)
	return out
}

// slots plans the fields of an object of package answer that hold lists: nodes, facts, steps.
func (b *builder) slots(typ string, f graphql.CollectedField, s scope) (names []string, subs []sub) {
	for _, c := range b.collect(b.schema.Types[typ], f.Selections) {
		switch c.Name {
		case "nodes":
			subs = append(subs, sub{t: b.targets("Node", c.Selections, s)})
		case "facts", "steps":
			subs = append(subs, sub{sel: b.object(b.schema.Types[c.Definition.Type.Name()], c.Selections, s)})
		default:
			continue
		}
		names = append(names, c.Alias)
	}
	return names, subs
}

// sub is one list: of nodes (t), or of facts or steps (sel).
type sub struct {
	t   targets
	sel *selection
}

type paths struct {
	q     kg.PathQuery
	names []string
	subs  []sub
}

func (b *builder) paths(f graphql.CollectedField, a *args, s scope) field {
	q := kg.PathQuery{
		From: kg.ID(a.text("from")), To: kg.ID(a.text("to")), Via: a.edgeKinds("via"), All: a.text("mode") == "ALL_SHORTEST",
		MaxHops: a.within("maxHops", 4, 1, kg.MaxHops), Limit: a.within("limit", 10, 1, MaxPage), When: s.when, MinConfidence: a.perMille(),
	}
	if !q.All {
		q.Limit = 1
	}
	a.checked(&q)
	p := &paths{q: q}
	p.names, p.subs = b.slots("Path", f, b.rows(s, q.Limit*q.MaxHops))
	return p
}

func (f *paths) read(x *execution, parents []parent, i int) error {
	found, err := x.reader.Paths(x.ctx, f.q)
	if err != nil {
		return err
	}
	out := make([]*answer.Path, len(found))
	var nodes, steps []parent
	for j, p := range found {
		out[j] = &answer.Path{Length: len(p.Edges), Row: answer.NewRow(f.names)}
		for _, n := range p.Nodes {
			nodes = append(nodes, parent{node: n})
		}
		for k, e := range p.Edges {
			step := parent{edge: e, from: p.Nodes[k], to: p.Nodes[k+1], node: p.Nodes[k+1]}
			if reversed(&step, p.Nodes[k]) {
				step.from, step.to = step.to, step.from
			}
			steps = append(steps, step)
		}
	}
	for k, s := range f.subs {
		if s.sel != nil {
			f.steps(x, s.sel, found, steps, out, k)
			continue
		}
		wrapped := x.wrap(s.t, nodes)
		for j, p := range found {
			n := len(p.Nodes)
			out[j].Set(k, wrapped[:n:n])
			wrapped = wrapped[n:]
		}
	}
	parents[0].row.Set(i, out)
	return nil
}

// reversed says whether the step's edge is walked from its end, when it starts at here.
func reversed(step *parent, here kg.Node) bool {
	return step.edge.EdgeFact().From != here.NodeHead().ID
}

func (f *paths) steps(x *execution, sel *selection, found []kg.Path, flat []parent, out []*answer.Path, k int) {
	made := make([]*answer.PathStep, len(flat))
	below := make([]parent, len(flat))
	for n, p := range flat {
		p.row = answer.NewRow(sel.names)
		below[n] = p
		made[n] = &answer.PathStep{Row: p.row, Reversed: p.node == p.from}
	}
	x.read(sel, below)
	for j, p := range found {
		n := len(p.Edges)
		out[j].Set(k, made[:n:n])
		made = made[n:]
	}
}

type neighborhood struct {
	q     kg.NeighborhoodQuery
	names []string
	subs  []sub
}

func (b *builder) neighborhood(f graphql.CollectedField, a *args, s scope) field {
	q := kg.NeighborhoodQuery{
		From: kg.ID(a.text("of")), Hops: a.within("hops", 1, 1, 3), Via: a.edgeKinds("via"),
		Limit: a.within("limit", MaxPage, 1, 1000), When: s.when, MinConfidence: a.perMille(),
	}
	a.checked(&q)
	n := &neighborhood{q: q}
	n.names, n.subs = b.slots("Subgraph", f, b.rows(s, q.Limit))
	return n
}

func (f *neighborhood) read(x *execution, parents []parent, i int) error {
	g, err := x.reader.Neighborhood(x.ctx, f.q)
	if err != nil {
		return err
	}
	out := &answer.Subgraph{Truncated: g.Truncated, Row: answer.NewRow(f.names)}
	nodes := make([]parent, len(g.Nodes))
	byID := make(map[kg.ID]kg.Node, len(g.Nodes))
	for j, n := range g.Nodes {
		nodes[j].node = n
		byID[n.NodeHead().ID] = n
	}
	facts := make([]parent, len(g.Edges))
	for j, e := range g.Edges {
		facts[j] = parent{edge: e, from: byID[e.EdgeFact().From], to: byID[e.EdgeFact().To]}
	}
	for k, s := range f.subs {
		if s.sel != nil {
			out.Set(k, x.facts(s.sel, facts))
		} else {
			out.Set(k, x.wrap(s.t, nodes))
		}
	}
	parents[0].row.Set(i, out)
	return nil
}
