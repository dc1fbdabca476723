package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/walk"
)

// Paths sends one statement for every 500 nodes of a frontier, then one for each kind of nodes and edges found.
func (r *reader) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
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
	limit := q.Limit
	if !q.All {
		limit = 1
	}
	steps := stepping{via: q.Via, when: q.When, minConfidence: q.MinConfidence}
	found, err := walk.Shortest(ctx, from, to, q.MaxHops, limit, r.expand(steps))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	facts := map[kg.EdgeKind]map[kg.ID]bool{}
	nodes := map[kg.ID]bool{from: true}
	for _, p := range found {
		for _, st := range p {
			nodes[st.To] = true
			note(facts, st)
		}
	}
	byID, edges, err := r.hydrate(ctx, nodes, facts, q.When.KnownAt)
	if err != nil {
		return nil, err
	}
	out := make([]kg.Path, len(found))
	for i, p := range found {
		out[i].Nodes = []kg.Node{byID[from]}
		for _, st := range p {
			out[i].Nodes, out[i].Edges = append(out[i].Nodes, byID[st.To]), append(out[i].Edges, edges[st.Fact])
		}
	}
	return out, nil
}

// Neighborhood sends statements as Paths does, and one for the edges among the nodes found.
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
	steps := stepping{via: q.Via, when: q.When, minConfidence: q.MinConfidence, support: true}
	ids, truncated, err := walk.Round(ctx, start[0].NodeHead().ID, q.Hops, q.Limit, r.expand(steps))
	if err != nil {
		return out, err
	}
	out.Truncated = truncated
	steps.within = ids
	among, err := r.expand(steps)(ctx, ids)
	if err != nil {
		return out, err
	}
	facts, nodes := map[kg.EdgeKind]map[kg.ID]bool{}, map[kg.ID]bool{}
	for _, id := range ids {
		nodes[id] = true
	}
	for _, st := range among {
		note(facts, st)
	}
	byID, edges, err := r.hydrate(ctx, nodes, facts, q.When.KnownAt)
	if err != nil {
		return out, err
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		out.Nodes = append(out.Nodes, byID[id])
	}
	for _, id := range slices.Sorted(maps.Keys(edges)) {
		out.Edges = append(out.Edges, edges[id])
	}
	return out, nil
}

func note(facts map[kg.EdgeKind]map[kg.ID]bool, st walk.Step) {
	if facts[st.Kind] == nil {
		facts[st.Kind] = map[kg.ID]bool{}
	}
	facts[st.Kind][st.Fact] = true
}

// stepping is along which edges to walk.
type stepping struct {
	via           []kg.EdgeKind
	when          kg.When
	minConfidence int
	support       bool
	within        []kg.ID // far ends to stay among, nil any
}

// bare says whether every edge of the kinds counts, so that the adjacency table alone can tell.
func (s *stepping) bare() bool { return s.when == (kg.When{}) && s.minConfidence == 0 && !s.support }

func (r *reader) expand(s stepping) walk.Expand {
	return func(ctx context.Context, nodes []kg.ID) ([]walk.Step, error) {
		via, err := kg.Walkable(s.via)
		if err != nil {
			return nil, err
		}
		sql := r.query(s.when)
		if s.bare() && s.within == nil {
			r.bareSteps(sql, via, nodes)
		} else {
			for i, k := range via {
				if i > 0 {
					sql.add(" UNION ALL ")
				}
				r.steps(sql, r.l.edges[k], &s, nodes)
			}
		}
		kinds := map[int]kg.EdgeKind{}
		for _, k := range via {
			kinds[r.l.edges[k].code] = k
		}
		var out []walk.Step
		err = r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
			var from, to, fact string
			var slot, support int
			err := got.scan(&from, &to, &fact, &slot, &support)
			out = append(out, walk.Step{From: kg.ID(from), To: kg.ID(to), Fact: kg.ID(fact), Kind: kinds[slot/slotsAKind], Support: support})
			return err
		})
		return out, err
	}
}

func (r *reader) bareSteps(sql *query, via []kg.EdgeKind, nodes []kg.ID) {
	var slots []int
	for _, k := range via {
		t := r.l.edges[k]
		slots = append(slots, t.slot(0, kg.Out), t.slot(0, kg.Inward))
	}
	b, err := json.Marshal(slots)
	if err != nil {
		panic(err) // numbers only
	}
	sql.add(`SELECT a.node, a.far, a.fact, a.slot, 0 FROM json_each(?) j CROSS JOIN adjacency a ON a.node = j.value AND a.slot IN (SELECT value FROM json_each(?))`, idList(nodes), string(b))
}

func (r *reader) steps(sql *query, t *edgeTable, s *stepping, nodes []kg.ID) {
	for i, d := range []kg.Direction{kg.Out, kg.Inward} {
		if i > 0 {
			sql.add(" UNION ALL ")
		}
		sql.add(fmt.Sprintf(`SELECT a.node, a.far, a.fact, a.slot, e.articleCount FROM json_each(?) j CROSS JOIN adjacency a ON a.node = j.value AND a.slot = ?
			CROSS JOIN %s e ON e.id = a.fact WHERE a.far <> a.node`, t.name), idList(nodes), t.slot(0, d))
		sql.edgeConditions(t, "e", "", &kg.Filter{}, s.minConfidence)
		sql.farConditions(t.schema.Ends(d), t.schema.Ends(d), &kg.Filter{}, "a.far")
		if s.within != nil {
			sql.add(" AND a.far IN (SELECT value FROM json_each(?))", idList(s.within))
		}
	}
}

// hydrate reads whole nodes and edges, one statement for each kind.
func (r *reader) hydrate(ctx context.Context, nodes map[kg.ID]bool, facts map[kg.EdgeKind]map[kg.ID]bool, known kg.Date) (map[kg.ID]kg.Node, map[kg.ID]kg.Edge, error) {
	list, err := r.Nodes(ctx, slices.Sorted(maps.Keys(nodes)), kg.When{KnownAt: known})
	if err != nil {
		return nil, nil, err
	}
	byID := make(map[kg.ID]kg.Node, len(list))
	for _, n := range list {
		if n != nil {
			byID[n.NodeHead().ID] = n
		}
	}
	edges := map[kg.ID]kg.Edge{}
	for _, k := range slices.SortedFunc(maps.Keys(facts), func(a, b kg.EdgeKind) int { return cmp.Compare(a, b) }) {
		if err := r.edgesByID(ctx, r.l.edges[k], slices.Sorted(maps.Keys(facts[k])), known, edges); err != nil {
			return nil, nil, err
		}
	}
	return byID, edges, nil
}

func (r *reader) edgesByID(ctx context.Context, t *edgeTable, ids []kg.ID, known kg.Date, out map[kg.ID]kg.Edge) error {
	var list []kg.Edge
	err := r.s.each(ctx, "SELECT "+quoted(t.cols, "e.")+" FROM json_each(?) j CROSS JOIN "+t.name+" e ON e.id = j.value", []any{idList(ids)}, func(got *row) error {
		e := t.schema.New()
		list = append(list, e)
		return got.takeAll(0, t.ptrs(e))
	})
	if err != nil {
		return err
	}
	for _, e := range list {
		out[e.EdgeFact().ID] = e
	}
	return r.edgesKnownAt(ctx, t, list, known)
}
