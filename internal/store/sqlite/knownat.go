package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// nodesKnownAt folds the nodes of a page again from the claims published by day; "" leaves them as they are. It sends one
// statement, and one more for the log. The names that judgements gave stay.
func (r *reader) nodesKnownAt(ctx context.Context, nodes []kg.Node, day kg.Date) error {
	var ids []kg.ID
	for _, n := range nodes {
		if n == nil {
			continue
		}
		if s := r.l.nodeOf(n.NodeHead().ID).schema; !s.Owned {
			ids = append(ids, n.NodeHead().ID)
		}
	}
	if day == "" || len(ids) == 0 {
		return nil
	}
	sheets, err := r.sheets(ctx, ids, day, kg.Attribute)
	if err != nil {
		return err
	}
	names, err := r.names(ctx)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n == nil {
			continue
		}
		sheet := sheets[n.NodeHead().ID]
		if sheet == nil {
			continue
		}
		if err := refold(n, sheet.Tallies(), names[n.NodeHead().ID]); err != nil {
			return err
		}
	}
	return nil
}

// names maps renamed nodes to their names.
func (r *reader) names(ctx context.Context) (map[kg.ID]string, error) {
	log, err := readLog(ctx, r.s)
	if err != nil || len(log) == 0 {
		return nil, err
	}
	res := kg.Resolution{Rulings: kg.Rule(log), Rep: map[kg.ID]kg.ID{}}
	if len(res.Rulings.Renamed) == 0 {
		return nil, nil
	}
	ids := make([]kg.ID, len(res.Rulings.Renamed))
	for i, n := range res.Rulings.Renamed {
		ids[i] = n.ID
	}
	err = eachRep(ctx, r.s, ids, func(id, rep kg.ID) { res.Rep[id] = rep })
	return res.Names(), err
}

func refold(n kg.Node, tallies []kg.Tally, renamed string) error {
	h := n.NodeHead()
	bare, err := kg.NodeOfKey(h.Kind, h.ID, kg.KeyText(n))
	if err != nil {
		return err
	}
	if err := kg.FoldNode(bare, tallies, renamed); err != nil {
		return err
	}
	bare.NodeHead().NameKey = text.SortKey(bare)
	to, from := kg.AllColumns(n), kg.AllColumns(bare)
	for i := range to {
		if err := take(to[i], bind(from[i])); err != nil {
			return err
		}
	}
	return nil
}

// sheets sums the claims on each subject published by day.
func (r *reader) sheets(ctx context.Context, ids []kg.ID, day kg.Date, kind kg.EdgeKind) (map[kg.ID]*kg.Sheet, error) {
	out := map[kg.ID]*kg.Sheet{}
	err := r.s.each(ctx, "SELECT "+proofColumns+" FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN proof p ON p.subject = j.value AND p.published <= ?",
		[]any{idList(ids), day.Last()}, func(got *row) error {
			p, err := scanProof(got, kind)
			if err != nil {
				return err
			}
			id := kg.ID(p.subject)
			if out[id] == nil {
				out[id] = &kg.Sheet{}
			}
			out[id].Add(&p.claim, p.origin)
			return nil
		})
	return out, err
}

// edgesKnownAt folds the edges of a page again from the claims published by day. It sends one statement, and for tenures
// another one for the other holders of one-seat posts.
func (r *reader) edgesKnownAt(ctx context.Context, t *edgeTable, edges []kg.Edge, day kg.Date) error {
	if day == "" || len(edges) == 0 || t.schema.Computed {
		return nil
	}
	ids := make([]kg.ID, len(edges))
	for i, e := range edges {
		ids[i] = e.EdgeFact().ID
	}
	sheets, err := r.sheets(ctx, ids, day, t.schema.Kind)
	if err != nil {
		return err
	}
	for _, e := range edges {
		sheet := sheets[e.EdgeFact().ID]
		if sheet == nil {
			continue
		}
		if err := refoldEdge(t, e, sheet.Tallies()); err != nil {
			return err
		}
	}
	if t.schema.Kind == kg.HoldsPost {
		return r.successionKnownAt(ctx, t, edges, day)
	}
	return nil
}

func refoldEdge(t *edgeTable, e kg.Edge, tallies []kg.Tally) error {
	f := e.EdgeFact()
	as := kg.Resolved{Kind: f.Kind, Subject: f.ID, From: f.From, To: f.To}
	if t.schema.Key != "" {
		as.Key = kg.EncodeValue(t.column(e, t.schema.Key))
	}
	bare, err := foldFact(t, as, tallies)
	if err != nil {
		return err
	}
	to, from := t.ptrs(e), t.ptrs(bare)
	for i := range to {
		if err := take(to[i], bind(from[i])); err != nil {
			return err
		}
	}
	return nil
}

// successionKnownAt infers the ends of the page's tenures in one-seat posts from all holders known by day.
func (r *reader) successionKnownAt(ctx context.Context, t *edgeTable, edges []kg.Edge, day kg.Date) error {
	posts := make([]kg.ID, len(edges))
	for i, e := range edges {
		posts[i] = e.EdgeFact().To
	}
	sheets := map[kg.ID]*kg.Sheet{}
	holders := map[kg.ID]*kg.Holds{}
	err := r.s.each(ctx, "SELECT a.far, a.node, "+proofColumns+` FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN "n_Post" n ON n.id = j.value AND n.seats = 1
		CROSS JOIN adjacency a ON a.node = n.id AND a.slot = ? CROSS JOIN proof p ON p.subject = a.fact AND p.published <= ?`,
		[]any{idList(posts), t.slot(0, kg.Inward), day.Last()}, func(got *row) error {
			var from, to string
			p, err := scanProof(got, kg.HoldsPost, &from, &to)
			if err != nil {
				return err
			}
			id := kg.ID(p.subject)
			if sheets[id] == nil {
				sheets[id] = &kg.Sheet{}
				holders[id] = &kg.Holds{Fact: kg.Fact{ID: id, Kind: kg.HoldsPost, From: kg.ID(from), To: kg.ID(to)}}
			}
			sheets[id].Add(&p.claim, p.origin)
			return nil
		})
	if err != nil {
		return err
	}
	posted := map[kg.ID][]*kg.Holds{}
	for id, h := range holders {
		if err := kg.FoldEdge(h, sheets[id].Tallies()); err != nil {
			return err
		}
		posted[h.To] = append(posted[h.To], h)
	}
	for _, list := range posted {
		kg.Succession(list)
	}
	for _, e := range edges {
		if h := holders[e.EdgeFact().ID]; h != nil {
			*e.(*kg.Holds) = *h
		}
	}
	return nil
}
