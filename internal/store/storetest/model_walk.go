package storetest

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// Group is kg.Reader.Group over the maps.
func (r *modelReader) Group(_ context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	g := r.s.graph()
	counts := map[string]int{}
	for _, n := range g.nodesOf(q.Kind) {
		if !g.nodeCounts(n, &q.Where, q.When) {
			continue
		}
		for _, k := range g.groupKeys(n, &q) {
			counts[k]++
		}
	}
	var out []kg.Bucket
	for k, n := range counts {
		out = append(out, kg.Bucket{Key: k, Count: n})
	}
	slices.SortFunc(out, func(a, b kg.Bucket) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key)) })
	out = out[:min(len(out), q.Limit)]
	if q.Edge != "" {
		for i := range out {
			out[i].Node = copyNode(g.nodes[kg.ID(out[i].Key)])
			g.nodesKnownAt([]kg.Node{out[i].Node}, q.When.KnownAt)
		}
	}
	return out, nil
}

func (g *graph) groupKeys(n kg.Node, q *kg.GroupQuery) []string {
	if q.Edge != "" {
		var far []string
		for _, e := range g.edgesAt(n.NodeHead().ID, q.Edge) {
			other := g.nodes[here(e, 1-q.Dir)]
			if here(e, q.Dir) == n.NodeHead().ID && g.counts(e, &kg.Filter{}, q.When) && g.nodeCounts(other, &kg.Filter{}, q.When) {
				far = append(far, string(other.NodeHead().ID))
			}
		}
		slices.Sort(far)
		return slices.Compact(far)
	}
	_, ptr := nodeItem(n).field(q.By)
	if list, ok := ptr.(*[]string); ok {
		return *list
	}
	s := kg.EncodeValue(ptr)
	if q.Cut > 0 {
		s = s[:min(len(s), q.Cut)]
	}
	return []string{s}
}

// Search is kg.Reader.Search over the maps.
func (r *modelReader) Search(_ context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	page := kg.SearchPage{Total: -1}
	if err := q.Check(); err != nil {
		return page, err
	}
	g := r.s.graph()
	words := text.Parse(q.Text)
	var rows []sorted[kg.Hit]
	for _, kind := range text.Searchable(q.Kinds) {
		for _, n := range g.nodesOf(kind) {
			e := text.EntryOf(n)
			rank := text.Rank(&words, &e)
			if rank == 0 || !g.nodeCounts(n, &kg.Filter{}, q.When) {
				continue
			}
			h := kg.Hit{Node: copyNode(n), Rank: rank}
			h.Field, h.Snippet, h.Spans = text.Highlight(&words, n, rank)
			articles, date := n.NodeHead().ArticleCount, n.NodeHead().LastSeen
			if a, ok := n.(*kg.Article); ok {
				articles, date = 0, a.Published
			}
			by := []key{{text: strconv.Itoa(rank), number: true}, {text: strconv.Itoa(articles), number: true, desc: true}, {text: string(date), desc: true}}
			rows = append(rows, sorted[kg.Hit]{h, by, n.NodeHead().ID})
		}
	}
	if q.Count {
		page.Total = len(rows)
	}
	if q.Page.Size() == 0 || len(words.Words) == 0 {
		return page, nil
	}
	var err error
	page.Hits, page.Cursors, page.Info, err = paged(rows, q.Page, false, q.Scope(), 3)
	for _, h := range page.Hits {
		g.nodesKnownAt([]kg.Node{h.Node}, q.When.KnownAt)
	}
	return page, err
}

// steps lists the edges that can be walked from id with the nodes that they lead to, ordered by their ids.
func (g *graph) steps(id kg.ID, via []kg.EdgeKind, when kg.When, minConfidence int) (edges []kg.Edge, far []kg.ID) {
	for _, kind := range via {
		for _, e := range g.edgesAt(id, kind) {
			for _, d := range []kg.Direction{kg.Out, kg.Inward} {
				other := here(e, 1-d)
				if here(e, d) != id || other == id || e.EdgeFact().Confidence < minConfidence {
					continue
				}
				if g.counts(e, &kg.Filter{}, when) && g.nodeCounts(g.nodes[other], &kg.Filter{}, when) {
					edges, far = append(edges, e), append(far, other)
				}
			}
		}
	}
	return edges, far
}

// Paths is kg.Reader.Paths over the maps.
func (r *modelReader) Paths(_ context.Context, q kg.PathQuery) ([]kg.Path, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	via, err := kg.Walkable(q.Via)
	if err != nil {
		return nil, err
	}
	g := r.s.graph()
	from, to := g.res.Of(q.From), g.res.Of(q.To)
	if g.nodeAt(from, q.When) == nil || g.nodeAt(to, q.When) == nil {
		return nil, nil
	}
	if from == to {
		return g.show(from, []walked{{}}, &q), nil
	}
	walks := []walked{{at: from}}
	seen := map[kg.ID]bool{from: true}
	for range q.MaxHops {
		var next []walked
		reached := map[kg.ID]bool{}
		for _, w := range walks {
			edges, far := g.steps(w.at, via, q.When, q.MinConfidence)
			for i, e := range edges {
				if !seen[far[i]] {
					reached[far[i]] = true
					next = append(next, walked{append(slices.Clone(w.edges), e), append(slices.Clone(w.nodes), far[i]), far[i]})
				}
			}
		}
		for id := range reached {
			seen[id] = true
		}
		walks = next
		if done := slices.DeleteFunc(slices.Clone(walks), func(w walked) bool { return w.at != to }); len(done) > 0 {
			return g.show(from, done, &q), nil
		}
	}
	return nil, nil
}

// walked is a walk so far.
type walked struct {
	edges []kg.Edge
	nodes []kg.ID
	at    kg.ID
}

func (g *graph) show(from kg.ID, walks []walked, q *kg.PathQuery) []kg.Path {
	slices.SortFunc(walks, func(a, b walked) int {
		return slices.CompareFunc(a.edges, b.edges, func(x, y kg.Edge) int { return compareIDs(x.EdgeFact().ID, y.EdgeFact().ID) })
	})
	limit := q.Limit
	if !q.All {
		limit = 1
	}
	var out []kg.Path
	for _, w := range walks[:min(len(walks), limit)] {
		p := kg.Path{Nodes: []kg.Node{copyNode(g.nodes[from])}}
		for i, e := range w.edges {
			p.Edges = append(p.Edges, g.edgeKnownAt(copyEdge(e), q.When.KnownAt))
			p.Nodes = append(p.Nodes, copyNode(g.nodes[w.nodes[i]]))
		}
		g.nodesKnownAt(p.Nodes, q.When.KnownAt)
		out = append(out, p)
	}
	return out
}

// Neighborhood is kg.Reader.Neighborhood over the maps.
func (r *modelReader) Neighborhood(_ context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	var out kg.Subgraph
	if err := q.Check(); err != nil {
		return out, err
	}
	via, err := kg.Walkable(q.Via)
	if err != nil {
		return out, err
	}
	g := r.s.graph()
	from := g.res.Of(q.From)
	if g.nodeAt(from, q.When) == nil {
		return out, nil
	}
	var ids []kg.ID
	ids, out.Truncated = g.round(from, via, &q)
	for _, id := range ids {
		out.Nodes = append(out.Nodes, copyNode(g.nodes[id]))
		edges, far := g.steps(id, via, q.When, q.MinConfidence)
		for i, e := range edges {
			if e.EdgeFact().From == id && slices.Contains(ids, far[i]) {
				out.Edges = append(out.Edges, g.edgeKnownAt(copyEdge(e), q.When.KnownAt))
			}
		}
	}
	g.nodesKnownAt(out.Nodes, q.When.KnownAt)
	slices.SortFunc(out.Nodes, func(a, b kg.Node) int { return compareIDs(a.NodeHead().ID, b.NodeHead().ID) })
	slices.SortFunc(out.Edges, func(a, b kg.Edge) int { return compareIDs(a.EdgeFact().ID, b.EdgeFact().ID) })
	return out, nil
}

func (g *graph) round(from kg.ID, via []kg.EdgeKind, q *kg.NeighborhoodQuery) (ids []kg.ID, cut bool) {
	ids = []kg.ID{from}
	frontier := ids
	for range q.Hops {
		type candidate struct {
			e   kg.Edge
			far kg.ID
		}
		var all []candidate
		for _, id := range frontier {
			edges, far := g.steps(id, via, q.When, q.MinConfidence)
			for i, e := range edges {
				all = append(all, candidate{e, far[i]})
			}
		}
		slices.SortFunc(all, func(a, b candidate) int {
			x, y := a.e.EdgeFact(), b.e.EdgeFact()
			return cmp.Or(cmp.Compare(y.ArticleCount, x.ArticleCount), compareIDs(x.ID, y.ID))
		})
		frontier = nil
		for _, c := range all {
			if slices.Contains(ids, c.far) {
				continue
			}
			if len(ids) == q.Limit {
				return ids, true
			}
			ids, frontier = append(ids, c.far), append(frontier, c.far)
		}
	}
	return ids, false
}
