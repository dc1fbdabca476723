package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/walk"
)

// manyWalks is how many shortest walks between two nodes the server may list: their number grows with the power of their
// length where hubs lie between, and what walk.Shortest reads doesn't.
const manyWalks = 2000

// Paths sends one statement, where the server lists the shortest walks itself. Where they are too many, or where the edges
// must hold at a time, it walks step by step: one statement for every 500 nodes of a frontier, then one for each kind of
// nodes and edges found.
func (r *reader) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	_, isNode := kg.NodeKindOf(q.From)
	if _, ok := kg.NodeKindOf(q.To); !ok || !isNode {
		return nil, nil // an unknown id is no error, and there is no label to look for it
	}
	if !q.All {
		q.Limit = 1
	}
	if q.When == (kg.When{}) && q.MinConfidence == 0 {
		if paths, few, err := r.listedPaths(ctx, &q); err != nil || len(paths) > 0 {
			return paths, err
		} else if few {
			return r.samePath(ctx, &q)
		}
	}
	return r.walkedPaths(ctx, &q)
}

// listedPaths is the paths that the server lists. few is false where there are more than manyWalks; no path may also mean that
// both ends are one node.
func (r *reader) listedPaths(ctx context.Context, p *kg.PathQuery) (paths []kg.Path, few bool, err error) {
	via, err := kg.Walkable(p.Via)
	if err != nil {
		return nil, false, err
	}
	from, _ := kg.NodeKindOf(p.From)
	to, _ := kg.NodeKindOf(p.To)
	q := newQuery("Lists the shortest walks between two nodes in the order of their edges, unless they are very many.", kg.When{})
	q.p["ids"] = list([]kg.ID{p.From, p.To})
	q.add(canonical + "WITH id ORDER BY i\nWITH collect(id) AS ends\nWHERE ends[0] <> ends[1]\n")
	// One row of a before b: else the planner pairs the two by a cartesian product.
	q.add("MATCH (a:" + label(from) + " {id: ends[0]})\nWITH a, ends LIMIT 1\nMATCH (b:" + label(to) + " {id: ends[1]})\n")
	q.add(fmt.Sprintf("CALL (a, b) {\n  MATCH w = allShortestPaths((a)-[:%s*..%d]-(b))\n  RETURN w LIMIT %d\n}\n", anyOf(via), p.MaxHops, manyWalks+1))
	q.add(fmt.Sprintf("WITH collect(w) AS walks\nUNWIND CASE WHEN size(walks) > %d THEN [null] ELSE walks END AS w\n", manyWalks))
	q.add("WITH w ORDER BY [x IN relationships(w) | x.id] LIMIT " + q.param(int64(p.Limit)) + "\n")
	q.add("RETURN [n IN nodes(w) | " + q.farColumns("n", kinds()) + "], [x IN relationships(w) | [type(x), " + q.viaColumns("x", via) + "]]")
	few = true
	err = r.each(ctx, q, func(values []any) error {
		if values[0] == nil {
			few = false
			return nil
		}
		path, err := pathFrom(values[0], values[1])
		paths = append(paths, path)
		return err
	})
	return paths, few, err
}

// anyOf is the kinds as a pattern names them.
func anyOf(via []kg.EdgeKind) string {
	out := make([]string, len(via))
	for i, k := range via {
		out[i] = string(k)
	}
	return strings.Join(out, "|")
}

func kinds() []kg.NodeKind {
	out := make([]kg.NodeKind, len(kg.NodeKinds))
	for i := range kg.NodeKinds {
		out[i] = kg.NodeKinds[i].Kind
	}
	return out
}

// pathFrom makes a path from the columns of its nodes, and the kinds and columns of its edges.
func pathFrom(nodes, edges any) (kg.Path, error) {
	var out kg.Path
	list, _ := nodes.([]any)
	for _, v := range list {
		n, err := nodeFrom(v)
		if err != nil {
			return out, err
		}
		out.Nodes = append(out.Nodes, n)
	}
	list, _ = edges.([]any)
	for _, v := range list {
		pair, _ := v.([]any)
		if len(pair) != 2 {
			return out, fmt.Errorf("neo4j: an edge of %d columns: %w", len(pair), kg.ErrConflict)
		}
		schema, ok := kg.EdgeSchemaOf(kg.EdgeKind(textOf(pair[0])))
		if !ok {
			return out, fmt.Errorf("neo4j: an edge of no kind %v: %w", pair[0], kg.ErrConflict)
		}
		e, err := edgeFrom(schema, pair[1])
		if err != nil {
			return out, err
		}
		out.Edges = append(out.Edges, e)
	}
	return out, nil
}

// samePath is the path of no steps where both ends are one node, else none.
func (r *reader) samePath(ctx context.Context, q *kg.PathQuery) ([]kg.Path, error) {
	ends, err := r.there(ctx, []kg.ID{q.From, q.To}, q.When)
	if err != nil || ends[0] == nil || ends[1] == nil || ends[0].NodeHead().ID != ends[1].NodeHead().ID {
		return nil, err
	}
	return []kg.Path{{Nodes: ends[:1]}}, nil
}

// walkedPaths finds the paths by walking from both ends.
func (r *reader) walkedPaths(ctx context.Context, q *kg.PathQuery) ([]kg.Path, error) {
	ends, err := r.there(ctx, []kg.ID{q.From, q.To}, q.When)
	if err != nil || ends[0] == nil || ends[1] == nil {
		return nil, err
	}
	from, to := ends[0].NodeHead().ID, ends[1].NodeHead().ID
	if from == to {
		return []kg.Path{{Nodes: ends[:1]}}, r.nodesKnownAt(ctx, ends[:1], q.When.KnownAt)
	}
	if err := q.Then(r.refold(ctx)); err != nil {
		return nil, err
	}
	s := stepping{via: q.Via, when: q.When, minConfidence: q.MinConfidence}
	found, err := walk.Shortest(ctx, from, to, q.MaxHops, q.Limit, r.expand(s))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	g := newFoundGraph(from)
	for _, p := range found {
		for _, st := range p {
			g.nodes[st.To] = nil
			g.note(st)
		}
	}
	if err := r.hydrate(ctx, g, q.When.KnownAt); err != nil {
		return nil, err
	}
	out := make([]kg.Path, len(found))
	for i, p := range found {
		out[i].Nodes = []kg.Node{g.nodes[from]}
		for _, st := range p {
			out[i].Nodes, out[i].Edges = append(out[i].Nodes, g.nodes[st.To]), append(out[i].Edges, g.edges[st.Fact])
		}
	}
	return out, nil
}
