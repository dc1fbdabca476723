package storetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// modelReader answers from one state.
type modelReader struct{ s *state }

// Nodes is kg.Reader.Nodes over the maps.
func (r *modelReader) Nodes(_ context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	if err := when.Check(); err != nil {
		return nil, err
	}
	g := r.s.graph()
	out := make([]kg.Node, len(ids))
	for i, id := range ids {
		out[i] = copyNode(g.nodeAt(id, when))
	}
	g.nodesKnownAt(out, when.KnownAt)
	return out, nil
}

// nodeAt is the node that id counts as, nil where there is none yet.
func (g *graph) nodeAt(id kg.ID, when kg.When) kg.Node {
	n := g.nodes[g.res.Of(id)]
	if n == nil || !g.nodeCounts(n, &kg.Filter{}, when) {
		return nil
	}
	return n
}

// List is kg.Reader.List over the maps.
func (r *modelReader) List(_ context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	page := kg.NodePage{Total: -1}
	if err := q.Check(); err != nil {
		return page, err
	}
	g := r.s.graph()
	if q.One {
		page.Nodes = g.foremost(&q)
		return page, nil
	}
	schema, _ := kg.NodeSchemaOf(q.Kind)
	order, err := schema.Order(q.Order)
	if err != nil {
		return page, err
	}
	desc := order.Desc != q.Reverse
	var rows []sorted[kg.Node]
	for _, n := range g.nodesOf(q.Kind) {
		if g.nodeCounts(n, &q.Where, q.When) {
			rows = append(rows, sorted[kg.Node]{copyNode(n), orderKey(nodeItem(n), order, desc), n.NodeHead().ID})
		}
	}
	if q.Count {
		page.Total = len(rows)
	}
	if q.Page.Size() == 0 {
		return page, nil
	}
	page.Nodes, page.Cursors, page.Info, err = paged(rows, q.Page, desc, q.Scope(), 1)
	g.nodesKnownAt(page.Nodes, q.When.KnownAt)
	return page, err
}

// foremost is kg.NodeQuery.One.
func (g *graph) foremost(q *kg.NodeQuery) []kg.Node {
	schema, _ := kg.NodeSchemaOf(q.Kind)
	var best []kg.Node
	var most int
	var last string
	for _, n := range g.nodesOf(q.Kind) { // by id
		if !g.nodeCounts(n, &q.Where, q.When) {
			continue
		}
		then := copyNode(n)
		g.nodesKnownAt([]kg.Node{then}, q.When.KnownAt)
		articles := 0
		if schema.Renowned() {
			articles = then.NodeHead().ArticleCount
		}
		_, day := nodeItem(then).field(schema.Seen())
		seen := kg.EncodeValue(day)
		if best == nil || cmp.Or(cmp.Compare(articles, most), cmp.Compare(seen, last)) >= 0 {
			best, most, last = []kg.Node{then}, articles, seen
		}
	}
	return best
}

// nodesKnownAt folds nodes again from what was published by day.
func (g *graph) nodesKnownAt(nodes []kg.Node, day kg.Date) {
	for _, n := range nodes {
		if n == nil || day == "" {
			continue
		}
		h := n.NodeHead()
		if s, _ := kg.NodeSchemaOf(h.Kind); s.Owned || len(g.tallies(h.ID, day)) == 0 {
			continue
		}
		bare, err := kg.NodeOfKey(h.Kind, h.ID, kg.KeyText(n))
		must(err)
		must(kg.FoldNode(bare, g.tallies(h.ID, day), g.names[h.ID]))
		bare.NodeHead().NameKey = text.SortKey(bare)
		*h = *bare.NodeHead()
		copyColumns(n.Columns(), bare.Columns())
	}
}

type edgeAndFar struct {
	edge kg.Edge
	far  kg.Node
}

// Edges is kg.Reader.Edges over the maps.
func (r *modelReader) Edges(_ context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	pages := make([]kg.EdgePage, len(from))
	for i, id := range from {
		var err error
		if pages[i], err = r.edgesOf(id, &q); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

func (r *modelReader) edgesOf(id kg.ID, q *kg.EdgeQuery) (kg.EdgePage, error) {
	page := kg.EdgePage{Total: -1}
	g := r.s.graph()
	schema, _ := kg.EdgeSchemaOf(q.Kind)
	order, err := schema.Order(q.Order)
	if err != nil {
		return page, err
	}
	kinds, err := q.FarKinds()
	if err != nil {
		return page, err
	}
	desc := order.Desc != q.Reverse
	var rows []sorted[edgeAndFar]
	for _, e := range g.edgesAt(g.res.Of(id), q.Kind) {
		far := g.nodes[here(e, 1-q.Direction)]
		if here(e, q.Direction) != g.res.Of(id) || e.EdgeFact().Confidence < q.MinConfidence || !slices.Contains(kinds, far.NodeHead().Kind) {
			continue
		}
		if g.counts(e, &q.Edge, q.When) && g.nodeCounts(far, &q.Node, q.When) {
			rows = append(rows, sorted[edgeAndFar]{edgeAndFar{copyEdge(e), copyNode(far)}, orderKey(edgeItem(e), order, desc), e.EdgeFact().ID})
		}
	}
	if q.Count {
		page.Total = len(rows)
	}
	if q.Page.Size() == 0 {
		return page, nil
	}
	list, cursors, info, err := paged(rows, q.Page, desc, q.Scope(id), 1)
	page.Cursors, page.Info = cursors, info
	for _, x := range list {
		page.Edges, page.Far = append(page.Edges, g.edgeKnownAt(x.edge, q.When.KnownAt)), append(page.Far, x.far)
	}
	g.nodesKnownAt(page.Far, q.When.KnownAt)
	return page, err
}

// edgeKnownAt folds an edge again from what was published by day; a tenure's inferred end from the other holders known then.
func (g *graph) edgeKnownAt(e kg.Edge, day kg.Date) kg.Edge {
	f := e.EdgeFact()
	if s, _ := kg.EdgeSchemaOf(f.Kind); day == "" || s.Computed {
		return e
	}
	out := bareEdge(g.claims[f.ID][0].as)
	must(kg.FoldEdge(out, g.tallies(f.ID, day)))
	h, ok := out.(*kg.Holds)
	if p, isPost := g.nodes[f.To].(*kg.Post); !ok || !isPost || p.Seats != 1 {
		return out
	}
	holders := []*kg.Holds{h}
	for _, other := range g.edgesAt(f.To, kg.HoldsPost) {
		o := other.EdgeFact()
		if o.To != f.To || o.ID == f.ID || len(g.tallies(o.ID, day)) == 0 {
			continue
		}
		bare := bareEdge(g.claims[o.ID][0].as)
		must(kg.FoldEdge(bare, g.tallies(o.ID, day)))
		holders = append(holders, bare.(*kg.Holds))
	}
	kg.Succession(holders)
	return out
}

// Evidence is kg.Reader.Evidence over the maps.
func (r *modelReader) Evidence(_ context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	g := r.s.graph()
	pages := make([]kg.EvidencePage, len(facts))
	for i, id := range facts {
		pages[i].Total = -1
		var rows []sorted[kg.Proof]
		for _, c := range g.evidence(id) {
			if q.KnownAt == "" || string(c.origin.Published) <= q.KnownAt.Last() {
				keys := []key{{text: string(c.origin.Published)}, {text: string(c.origin.Article)}, {text: strconv.Itoa(c.claim.Evidence.Start), number: true}, {text: strconv.Itoa(c.nr), number: true}}
				rows = append(rows, sorted[kg.Proof]{g.proof(c), keys, id})
			}
		}
		if q.Count {
			pages[i].Total = len(rows)
		}
		if q.Page.Size() == 0 {
			continue
		}
		var err error
		if pages[i].Proofs, pages[i].Cursors, pages[i].Info, err = paged(rows, q.Page, false, q.Scope(id), 4); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// Changes is kg.Reader.Changes over the maps.
func (r *modelReader) Changes(_ context.Context, after int64, limit int) ([]kg.Change, error) {
	if limit < 1 || limit > kg.MaxPage {
		return nil, fmt.Errorf("limit %d: %w", limit, kg.ErrInvalid)
	}
	var out []kg.Change
	for _, c := range r.s.changes {
		if c.Seq > after && len(out) < limit {
			out = append(out, c)
		}
	}
	return out, nil
}

// Stats is kg.Reader.Stats over the maps.
func (r *modelReader) Stats(context.Context) (kg.Stats, error) {
	g := r.s.graph()
	s := kg.Stats{
		Documents: len(r.s.docs), Claims: g.total, Judgements: len(r.s.log), Seq: int64(len(r.s.changes)),
		Nodes: map[kg.NodeKind]int{}, Edges: map[kg.EdgeKind]int{},
	}
	for _, n := range g.nodes {
		s.Nodes[n.NodeHead().Kind]++
		switch n := n.(type) {
		case *kg.Remainder:
			s.RemainderCharacters += n.Characters
		case *kg.Article:
			s.LastPublished = max(s.LastPublished, n.Published)
			if s.FirstPublished == "" || n.Published < s.FirstPublished {
				s.FirstPublished = n.Published
			}
		}
	}
	for _, e := range g.edges {
		s.Edges[e.EdgeFact().Kind]++
	}
	return s, nil
}
