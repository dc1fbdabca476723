package neo4j

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/walk"
)

// Neighborhood sends one statement for every 500 nodes of a frontier, one for each kind of nodes and edges found, and one for the edges among the nodes found.
func (r *reader) Neighborhood(ctx context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	var out kg.Subgraph
	if err := q.Check(); err != nil {
		return out, err
	}
	start, err := r.there(ctx, []kg.ID{q.From}, q.When)
	if err != nil || start[0] == nil {
		return out, err
	}
	if err := q.Then(r.refold(ctx)); err != nil {
		return out, err
	}
	s := stepping{via: q.Via, when: q.When, minConfidence: q.MinConfidence}
	ids, truncated, err := walk.Round(ctx, start[0].NodeHead().ID, q.Hops, q.Limit, r.expand(s))
	if err != nil {
		return out, err
	}
	s.within = ids
	among, err := r.expand(s)(ctx, ids)
	if err != nil {
		return out, err
	}
	g := newFoundGraph(ids...)
	for _, st := range among {
		g.note(st)
	}
	if err := r.hydrate(ctx, g, q.When.KnownAt); err != nil {
		return out, err
	}
	out.Truncated = truncated
	for _, id := range slices.Sorted(maps.Keys(g.nodes)) {
		if g.nodes[id] != nil {
			out.Nodes = append(out.Nodes, g.nodes[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.edges)) {
		out.Edges = append(out.Edges, g.edges[id])
	}
	return out, nil
}

// foundGraph is what a walk came by, first by id, then whole.
type foundGraph struct {
	nodes map[kg.ID]kg.Node
	facts map[kg.EdgeKind]map[kg.ID]bool
	edges map[kg.ID]kg.Edge
}

func newFoundGraph(ids ...kg.ID) *foundGraph {
	g := &foundGraph{nodes: map[kg.ID]kg.Node{}, facts: map[kg.EdgeKind]map[kg.ID]bool{}, edges: map[kg.ID]kg.Edge{}}
	for _, id := range ids {
		g.nodes[id] = nil
	}
	return g
}

func (g *foundGraph) note(st walk.Step) {
	if g.facts[st.Kind] == nil {
		g.facts[st.Kind] = map[kg.ID]bool{}
	}
	g.facts[st.Kind][st.Fact] = true
}

// stepping is along which edges to walk.
type stepping struct {
	via           []kg.EdgeKind
	when          kg.When
	minConfidence int
	within        []kg.ID // far ends to stay among, nil any
}

// expand sends one statement for each label among the nodes: for entities, mostly.
func (r *reader) expand(s stepping) walk.Expand {
	return func(ctx context.Context, nodes []kg.ID) ([]walk.Step, error) {
		via, err := kg.Walkable(s.via)
		if err != nil {
			return nil, err
		}
		by := map[string][]kg.ID{}
		for _, id := range nodes {
			kind, _ := kg.NodeKindOf(id)
			by[label(kind)] = append(by[label(kind)], id)
		}
		var out []walk.Step
		for _, l := range slices.Sorted(maps.Keys(by)) {
			q := s.steps(l, by[l], via)
			err := r.each(ctx, q, func(values []any) error {
				out = append(out, walk.Step{
					From: kg.ID(textOf(values[0])), To: kg.ID(textOf(values[1])), Fact: kg.ID(textOf(values[2])),
					Kind: kg.EdgeKind(textOf(values[3])), Support: number(values[4]),
				})
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
		return out, nil
	}
}

// steps is the statement for all steps from the nodes of one label.
func (s *stepping) steps(label string, nodes []kg.ID, via []kg.EdgeKind) *query {
	q := newQuery("Reads all steps of a walk from each of several nodes.", s.when)
	q.p["ids"] = list(nodes)
	q.add("UNWIND $p.ids AS id\nMATCH (n:" + label + " {id: id})\n")
	within := ""
	if s.within != nil {
		within = " AND f.id IN " + q.param(list(s.within))
	}
	if s.when == (kg.When{}) && s.minConfidence == 0 {
		q.add("MATCH (n)-[x:" + anyOf(via) + "]-(f)\nWHERE true" + within)
	} else {
		q.add("CALL (n) {\n")
		for i, k := range via {
			schema, _ := kg.EdgeSchemaOf(k)
			for j, d := range []kg.Direction{kg.Out, kg.Inward} {
				if i+j > 0 {
					q.add("  UNION ALL\n")
				}
				far := schema.Ends(d)
				q.add("  MATCH " + pattern("n", "x", "f", k, d) + " WHERE true" + q.edgeConditions(schema, "x", &kg.Filter{}, s.minConfidence) +
					q.farConditions(far, far, &kg.Filter{}, "f") + within + "\n  RETURN x, f\n")
			}
		}
		q.add("}")
	}
	q.add("\nRETURN id, f.id, x.id, type(x), x.articleCount")
	return q
}

// hydrate reads whole nodes and edges, one statement for each kind.
func (r *reader) hydrate(ctx context.Context, g *foundGraph, known kg.Date) error {
	nodes, err := r.Nodes(ctx, slices.Sorted(maps.Keys(g.nodes)), kg.When{KnownAt: known})
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n != nil {
			g.nodes[n.NodeHead().ID] = n
		}
	}
	for _, k := range slices.Sorted(maps.Keys(g.facts)) {
		schema, _ := kg.EdgeSchemaOf(k)
		q := newQuery("Reads edges of one kind by id.", kg.When{})
		q.p["ids"] = list(slices.Sorted(maps.Keys(g.facts[k])))
		q.add("UNWIND $p.ids AS id\nMATCH ()-[x:" + string(k) + "]->()\nUSING INDEX x:" + string(k) + "(id)\nWHERE x.id = id\nRETURN " + q.edgeColumns("x", schema))
		var edges []kg.Edge
		err := r.each(ctx, q, func(values []any) error {
			e, err := edgeFrom(schema, values[0])
			edges = append(edges, e)
			return err
		})
		if err != nil {
			return err
		}
		for _, e := range edges {
			g.edges[e.EdgeFact().ID] = e
		}
		if err := r.edgesKnownAt(ctx, schema, edges, known); err != nil {
			return err
		}
	}
	return nil
}
