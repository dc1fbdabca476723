package graph_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// memory is a store of a few nodes and edges that counts its calls. It knows no filters: what the edge asks of a store is
// tested on what it asks.
type memory struct {
	kg.Store
	nodes map[kg.ID]kg.Node
	edges []kg.Edge
	calls []string
	asked []any
	fail  error
}

func (m *memory) View(_ context.Context, fn func(kg.Reader) error) error { return fn(m) }

func (m *memory) called(name string, q any) error {
	m.calls = append(m.calls, name)
	m.asked = append(m.asked, q)
	return m.fail
}

// asked is a question for nodes by their ids.
type asked struct {
	IDs  []kg.ID
	When kg.When
}

func (m *memory) Nodes(_ context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	out := make([]kg.Node, len(ids))
	for i, id := range ids {
		out[i] = m.nodes[id]
	}
	return out, m.called("Nodes", asked{ids, when})
}

func (m *memory) List(_ context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	p := kg.NodePage{Total: -1}
	failure := m.called("List "+string(q.Kind), q)
	if err := q.Check(); err != nil {
		return p, err
	}
	for _, n := range m.nodes {
		if n.NodeHead().Kind == q.Kind {
			p.Nodes = append(p.Nodes, n)
		}
	}
	slices.SortFunc(p.Nodes, func(a, b kg.Node) int { return cmp.Compare(a.NodeHead().ID, b.NodeHead().ID) })
	if q.Count {
		p.Total = len(p.Nodes)
	}
	p.Info.HasNext = len(p.Nodes) > q.Page.Size()
	if q.One {
		p.Nodes = p.Nodes[:min(len(p.Nodes), 1)]
		return p, failure
	}
	p.Nodes = p.Nodes[:min(len(p.Nodes), q.Page.Size())]
	for _, n := range p.Nodes {
		p.Cursors = append(p.Cursors, kg.Cursor{ID: n.NodeHead().ID}.Encode(q.Scope()))
	}
	return p, failure
}

func (m *memory) Edges(_ context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	failure := m.called(fmt.Sprintf("Edges %s %d", q.Kind, q.Direction), q)
	if err := q.Check(); err != nil {
		return nil, err
	}
	byID := map[kg.ID][]kg.Edge{}
	ends := func(f *kg.Fact) (here, far kg.ID) {
		if q.Direction == kg.Inward {
			return f.To, f.From
		}
		return f.From, f.To
	}
	for _, e := range m.edges {
		here, far := ends(e.EdgeFact())
		if e.EdgeFact().Kind == q.Kind && (q.Far == nil || slices.Contains(q.Far, m.nodes[far].NodeHead().Kind)) {
			byID[here] = append(byID[here], e)
		}
	}
	out := make([]kg.EdgePage, len(from))
	for i, id := range from {
		p := kg.EdgePage{Total: -1, Edges: byID[id]}
		for _, e := range p.Edges {
			_, far := ends(e.EdgeFact())
			p.Far = append(p.Far, m.nodes[far])
			p.Cursors = append(p.Cursors, kg.Cursor{ID: e.EdgeFact().ID}.Encode(q.Scope(id)))
		}
		if q.Count {
			p.Total = len(p.Edges)
		}
		n := min(len(p.Edges), q.Page.Size())
		p.Info.HasNext = n < len(p.Edges)
		p.Edges, p.Far, p.Cursors = p.Edges[:n], p.Far[:n], p.Cursors[:n]
		out[i] = p
	}
	return out, failure
}

func (m *memory) Evidence(_ context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	out := make([]kg.EvidencePage, len(facts))
	for i, id := range facts {
		out[i] = kg.EvidencePage{Total: 1, Cursors: []string{"c"}, Proofs: []kg.Proof{{
			Article: articleID, Sentence: "市长崔景英出席。", Quote: string(id), Evidence: kg.Evidence{Start: 1, End: 2, Rule: "apposition", Confidence: 950},
		}}}
	}
	return out, m.called("Evidence", q)
}

var articleID = kg.MakeID("a", "1")

func add[N kg.Node](m *memory, kind kg.NodeKind, prefix, name string, n N) kg.ID {
	h := n.NodeHead()
	h.ID, h.Kind, h.Name, h.Key = kg.MakeID(prefix, name), kind, name, name
	m.nodes[h.ID] = n
	return h.ID
}

func (m *memory) link(kind kg.EdgeKind, from, to kg.ID, set func(kg.Edge)) kg.ID {
	s, _ := kg.EdgeSchemaOf(kind)
	e := s.New()
	f := e.EdgeFact()
	f.ID, f.Kind, f.From, f.To, f.Confidence, f.ArticleCount = kg.FactID(kind, from, to, ""), kind, from, to, 900, 1
	f.FirstDate, f.LastDate = "2025-02-26", "2025-02-26"
	if set != nil {
		set(e)
	}
	m.edges = append(m.edges, e)
	return f.ID
}

// town is a paper's world of n persons with a post each.
func town(n int) *memory {
	m := &memory{nodes: map[kg.ID]kg.Node{}}
	a := &kg.Article{Title: "报道", Text: "报道\n市长崔景英出席。", Parts: kg.Parts{{Kind: "title", Start: 0, End: 2}, {Kind: "body", Start: 3, End: 11}}, Published: "2025-02-26", Cluster: "c", Document: "d-1", ArticleType: "article"}
	a.ID, a.Kind, a.Name = articleID, kg.ArticleKind, "报道"
	m.nodes[a.ID] = a
	place := add(m, kg.PlaceKind, "l", "乌海市", &kg.Place{Path: "内蒙古自治区乌海市", PlaceType: "division", Level: "prefecture"})
	deal := add(m, kg.AgreementKind, "g", "协议", &kg.Agreement{Title: "协议", Status: "signed", Sectors: []string{"教育"}})
	event := add(m, kg.EventKind, "e", "座谈", &kg.Event{EventType: "meeting", Start: "2025-02-25"})
	m.link(kg.PartyTo, place, deal, nil)
	m.link(kg.SignedAt, deal, event, nil)
	for i := range n {
		p := add(m, kg.PersonKind, "p", fmt.Sprintf("人%04d", i), &kg.Person{Gender: "female", Official: true})
		t := add(m, kg.PostKind, "t", fmt.Sprintf("职%04d", i), &kg.Post{Title: "市长", Place: "内蒙古自治区乌海市", Seats: 1})
		m.link(kg.HoldsPost, p, t, func(e kg.Edge) {
			h := e.(*kg.Holds)
			h.Status, h.ObservedFrom, h.ObservedTo, h.Start = "current", "2025-02-25", "2025-02-25", "2025-02-25"
			h.FirstDate = "2025-02-25"
		})
		m.link(kg.HasJurisdiction, t, place, nil)
		m.link(kg.ParticipatedIn, p, event, func(e kg.Edge) { e.(*kg.Participated).Role, e.EdgeFact().FirstDate = "host", "2025-02-25" })
		m.link(kg.MentionsEntity, articleID, p, func(e kg.Edge) { e.(*kg.Mentioned).Spans = kg.Spans{{Start: 5, End: 8}} })
		m.link(kg.WroteArticle, p, articleID, nil)
		m.link(kg.SaidIn, p, articleID, func(e kg.Edge) { e.(*kg.Said).Verb = "说" })
	}
	return m
}

func (m *memory) Group(_ context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	return nil, errors.Join(q.Check(), m.called("Group", q))
}

func (m *memory) Search(_ context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	return kg.SearchPage{Total: 0}, errors.Join(q.Check(), m.called("Search", q))
}

// Candidates finds the first two of the kind, and says that more follow.
func (m *memory) Candidates(_ context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	var p kg.CandidatePage
	of, err := m.List(context.Background(), kg.NodeQuery{Kind: q.Kind, Page: kg.Page{First: 2}})
	if err == nil && len(of.Nodes) == 2 {
		p.Candidates = []kg.Candidate{{A: of.Nodes[0], B: of.Nodes[1], Score: 650, Bearers: 3, Reasons: []kg.Reason{{Kind: kg.ReasonPlace, Note: "both in 乌海市"}}}}
		p.Cursors = []string{"c"}
	}
	p.Info = kg.PageInfo{HasNext: true, Start: "c", End: "d"}
	return p, errors.Join(err, q.Check(), m.called("Candidates", q))
}

// Paths finds walks of one step.
func (m *memory) Paths(_ context.Context, q kg.PathQuery) ([]kg.Path, error) {
	var out []kg.Path
	for _, e := range m.edges {
		f := e.EdgeFact()
		if f.From == q.From && f.To == q.To || f.From == q.To && f.To == q.From {
			out = append(out, kg.Path{Nodes: []kg.Node{m.nodes[q.From], m.nodes[q.To]}, Edges: []kg.Edge{e}})
		}
	}
	return out[:min(len(out), q.Limit)], errors.Join(q.Check(), m.called("Paths", q))
}

// Neighborhood finds what is one step away.
func (m *memory) Neighborhood(_ context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	var g kg.Subgraph
	for _, e := range m.edges {
		if f := e.EdgeFact(); f.From == q.From || f.To == q.From {
			g.Edges = append(g.Edges, e)
			g.Nodes = append(g.Nodes, m.nodes[f.From], m.nodes[f.To])
		}
	}
	return g, errors.Join(q.Check(), m.called("Neighborhood", q))
}

func (m *memory) Stats(context.Context) (kg.Stats, error) {
	return kg.Stats{Documents: 1, Nodes: map[kg.NodeKind]int{kg.PersonKind: 2}}, m.called("Stats", nil)
}
