package neo4j

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// sheets sums the claims on each subject that were published by day.
func (r *reader) sheets(ctx context.Context, ids []kg.ID, day kg.Date) (map[kg.ID]*kg.Sheet, error) {
	seen := map[kg.ID]bool{}
	var asked []kg.ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			asked = append(asked, id)
		}
	}
	out := map[kg.ID]*kg.Sheet{}
	err := r.t.each(ctx, cypher("evidence-of-subject"), params{"ids": list(asked), "day": day.Last()}, func(values []any) error {
		s := proofOf(values)
		id := kg.ID(s.subject)
		if out[id] == nil {
			out[id] = &kg.Sheet{}
		}
		out[id].Add(s.claim, s.origin)
		return nil
	})
	return out, err
}

// nodesKnownAt folds the nodes of a page again from the claims published by day; "" leaves them as they are. It sends one
// statement, and two more where there are judgements: the names that they gave stay.
func (r *reader) nodesKnownAt(ctx context.Context, nodes []kg.Node, day kg.Date) error {
	var ids []kg.ID
	for _, n := range nodes {
		if n != nil && !owned(n.NodeHead().ID) {
			ids = append(ids, n.NodeHead().ID)
		}
	}
	if day == "" || len(ids) == 0 {
		return nil
	}
	sheets, err := r.sheets(ctx, ids, day)
	if err != nil {
		return err
	}
	names, err := r.names(ctx)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n == nil || sheets[n.NodeHead().ID] == nil {
			continue
		}
		id := n.NodeHead().ID
		if err := refold(n, sheets[id].Tallies(), names[id]); err != nil {
			return err
		}
	}
	return nil
}

// names lists the names that judgements gave, by the nodes that have them now.
func (r *reader) names(ctx context.Context) (map[kg.ID]string, error) {
	m, err := readMeta(ctx, r.t, "meta-read")
	if err != nil {
		return nil, err
	}
	rulings, err := r.store.currentRulings(ctx, r.t, m)
	if err != nil || len(rulings.Renamed) == 0 {
		return nil, err
	}
	res := kg.Resolution{Rulings: rulings, Rep: map[kg.ID]kg.ID{}}
	ids := make([]kg.ID, len(rulings.Renamed))
	for i, n := range rulings.Renamed {
		ids[i] = n.ID
	}
	err = r.t.each(ctx, cypher("merged-load"), params{"ids": list(ids)}, func(values []any) error {
		res.Rep[kg.ID(textOf(values[0]))] = kg.ID(textOf(values[1]))
		return nil
	})
	return res.Names(), err
}

func refold(n kg.Node, tallies []kg.Tally, name string) error {
	h := n.NodeHead()
	bare, err := kg.NodeOfKey(h.Kind, h.ID, kg.KeyText(n))
	if err != nil {
		return err
	}
	if err := kg.FoldNode(bare, tallies, name); err != nil {
		return err
	}
	bare.NodeHead().NameKey = text.SortKey(bare)
	return assign(kg.AllColumns(n), kg.AllColumns(bare))
}

// assign sets what to points to from what from points to.
func assign(to, from []any) error {
	for i := range to {
		if err := take(to[i], property(from[i])); err != nil {
			return err
		}
	}
	return nil
}

// edgesKnownAt folds the edges of a page again from the claims published by day. It sends one statement, and for tenures
// two more for the other holders of one-seat posts. A local fact was printed on one day, and stays as it is.
func (r *reader) edgesKnownAt(ctx context.Context, s *kg.EdgeSchema, edges []kg.Edge, day kg.Date) error {
	if day == "" || len(edges) == 0 || local(s) {
		return nil
	}
	if s.Kind == kg.HoldsPost {
		return r.tenuresKnownAt(ctx, s, edges, day)
	}
	return r.factsKnownAt(ctx, s, edges, day)
}

func (r *reader) factsKnownAt(ctx context.Context, s *kg.EdgeSchema, edges []kg.Edge, day kg.Date) error {
	sheets, err := r.sheets(ctx, idsOf(edges), day)
	if err != nil {
		return err
	}
	for _, e := range edges {
		if sheet := sheets[e.EdgeFact().ID]; sheet != nil {
			if err := refoldEdge(s, e, sheet.Tallies()); err != nil {
				return err
			}
		}
	}
	return nil
}

func refoldEdge(s *kg.EdgeSchema, e kg.Edge, tallies []kg.Tally) error {
	bare := s.New()
	f, was := bare.EdgeFact(), e.EdgeFact()
	f.ID, f.From, f.To = was.ID, was.From, was.To
	if s.Key != "" {
		if err := take(edgeField(s, bare, s.Key), property(edgeField(s, e, s.Key))); err != nil {
			return err
		}
	}
	if err := kg.FoldEdge(bare, tallies); err != nil {
		return err
	}
	return assign(kg.EdgeColumns(e), kg.EdgeColumns(bare))
}

// tenuresKnownAt infers the ends of tenures in one-seat posts from all holders known by day.
func (r *reader) tenuresKnownAt(ctx context.Context, s *kg.EdgeSchema, edges []kg.Edge, day kg.Date) error {
	if err := r.factsKnownAt(ctx, s, edges, day); err != nil {
		return err
	}
	all, err := r.allTenures(ctx, s, edges)
	if err != nil || len(all) == 0 {
		return err
	}
	sheets, err := r.sheets(ctx, idsOf(all), day)
	if err != nil {
		return err
	}
	holders, fresh := map[kg.ID][]*kg.Holds{}, map[kg.ID]*kg.Holds{}
	for _, e := range all {
		sheet := sheets[e.EdgeFact().ID]
		if sheet == nil {
			continue // not known yet
		}
		if err := refoldEdge(s, e, sheet.Tallies()); err != nil {
			return err
		}
		h := e.(*kg.Holds)
		fresh[h.ID], holders[h.To] = h, append(holders[h.To], h)
	}
	for _, tenures := range holders {
		kg.Succession(tenures)
	}
	for _, e := range edges {
		if h := fresh[e.EdgeFact().ID]; h != nil {
			*e.(*kg.Holds) = *h
		}
	}
	return nil
}

func idsOf(edges []kg.Edge) []kg.ID {
	out := make([]kg.ID, len(edges))
	for i, e := range edges {
		out[i] = e.EdgeFact().ID
	}
	return out
}

// allTenures reads all tenures of those posts of edges that have one seat.
func (r *reader) allTenures(ctx context.Context, s *kg.EdgeSchema, edges []kg.Edge) ([]kg.Edge, error) {
	posts := make([]kg.ID, len(edges))
	for i, e := range edges {
		posts[i] = e.EdgeFact().To
	}
	q := newQuery("Reads all tenures of those posts that have one seat.", kg.When{})
	q.p["ids"] = list(posts)
	q.add("UNWIND $p.ids AS id\nWITH DISTINCT id\nMATCH (n:Entity {id: id})\nWHERE n.seats = 1\nMATCH (n)<-[x:HOLDS]-()\nRETURN " + q.edgeColumns("x", s))
	var all []kg.Edge
	err := r.each(ctx, q, func(values []any) error {
		e, err := edgeFrom(s, values[0])
		all = append(all, e)
		return err
	})
	return all, err
}
