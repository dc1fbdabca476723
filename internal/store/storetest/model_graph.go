package storetest

import (
	"cmp"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// graph is all that the documents and the log add up to.
type graph struct {
	res      kg.Resolution
	names    map[kg.ID]string
	nodes    map[kg.ID]kg.Node
	edges    map[kg.ID]kg.Edge
	claims   map[kg.ID][]counted      // by subject, facts that are retracted under aside
	aside    map[kg.ID]bool           // retracted facts with claims
	raw      map[kg.ID]map[string]int // how many documents give a raw node that claims name which key text
	articles map[kg.ID]*kg.Article
	total    int // claims

	nodeLists map[kg.NodeKind][]kg.Node // by id
	edgeLists map[kg.EdgeKind][]kg.Edge // by id
	ends      map[kg.ID]map[kg.EdgeKind][]kg.Edge
}

// counted is a claim as it counts.
type counted struct {
	claim  *kg.Claim
	as     kg.Resolved
	origin kg.Origin
	nr     int // among those of its subject, article and start
}

func fold(s *state) *graph {
	g := &graph{
		nodes: map[kg.ID]kg.Node{}, edges: map[kg.ID]kg.Edge{}, claims: map[kg.ID][]counted{}, aside: map[kg.ID]bool{},
		raw: map[kg.ID]map[string]int{}, articles: map[kg.ID]*kg.Article{},
	}
	g.resolve(s)
	retracted := g.res.Retracted()
	named := map[kg.ID]bool{}
	for _, id := range slices.Sorted(maps.Keys(s.docs)) {
		g.add(s.docs[id], retracted, named)
	}
	keys := map[kg.ID][]kg.RawKey{}
	for raw, texts := range g.raw {
		for text, n := range texts {
			keys[g.res.Of(raw)] = append(keys[g.res.Of(raw)], kg.RawKey{ID: raw, Text: text, Documents: n})
		}
	}
	for id := range named {
		g.foldNode(id, slices.MinFunc(keys[id], kg.CompareRawKeys).Text)
	}
	for _, list := range g.claims {
		g.foldEdge(list)
	}
	g.succeed()
	g.reprint()
	g.list()
	return g
}

func (g *graph) resolve(s *state) {
	g.res.Rulings = kg.Rule(s.log)
	links := slices.Clone(g.res.Rulings.Same)
	for _, d := range s.docs {
		for i := range d.Claims {
			if p, ok := g.res.Link(&d.Claims[i]); ok {
				links = append(links, p)
			}
		}
	}
	g.res.Rep = kg.Components(links, g.res.Rulings.Apart)
	g.names = g.res.Names()
}

// add counts a document's claims, and notes in named the nodes that they name.
func (g *graph) add(d *kg.Document, retracted, named map[kg.ID]bool) {
	keys := map[kg.ID]string{}
	for _, n := range d.Nodes {
		if s, _ := kg.NodeSchemaOf(n.NodeHead().Kind); !s.Owned {
			keys[n.NodeHead().ID] = kg.KeyText(n)
			continue
		}
		c := copyNode(n)
		c.NodeHead().NameKey = text.SortKey(c)
		g.nodes[c.NodeHead().ID] = c
		if a, ok := c.(*kg.Article); ok {
			g.articles[a.ID] = a
		}
	}
	g.total += len(d.Claims)
	given := map[[2]string]bool{}
	for i := range d.Claims {
		c := &d.Claims[i]
		g.name(c, keys, named, given)
		if c.Kind != kg.SamePerson {
			g.count(c, retracted)
		}
	}
}

// name notes the raw nodes of a claim with the texts of their keys, each once for a document, which has given those so far.
func (g *graph) name(c *kg.Claim, keys map[kg.ID]string, named map[kg.ID]bool, given map[[2]string]bool) {
	for _, id := range []kg.ID{c.From, c.To} {
		key, ok := keys[id]
		if !ok {
			continue
		}
		raw := g.res.Raw(c.Article, id)
		if g.raw[raw] == nil {
			g.raw[raw] = map[string]int{}
		}
		if k := [2]string{string(raw), key}; !given[k] {
			g.raw[raw][key]++
			given[k] = true
		}
		if c.Kind != kg.SamePerson {
			named[g.res.Of(raw)] = true
		}
	}
}

func (g *graph) count(c *kg.Claim, retracted map[kg.ID]bool) {
	a := g.articles[c.Article]
	as := g.res.Resolve(c, retracted)
	g.aside[as.Subject] = as.Retracted
	nr := 0
	for _, x := range g.claims[as.Subject] {
		if x.origin.Article == c.Article && x.claim.Evidence.Start == c.Evidence.Start {
			nr++
		}
	}
	o := kg.Origin{Article: a.ID, Cluster: a.Cluster, Published: a.Published}
	g.claims[as.Subject] = append(g.claims[as.Subject], counted{c, as, o, nr})
}

// tallies sums a subject's claims published by day; "" is all of them.
func (g *graph) tallies(subject kg.ID, day kg.Date) []kg.Tally {
	var sheet kg.Sheet
	for _, c := range g.claims[subject] {
		if day == "" || string(c.origin.Published) <= day.Last() {
			sheet.Add(c.claim, c.origin)
		}
	}
	return sheet.Tallies()
}

// foldNode folds a node whose key text is that of one raw node in it.
func (g *graph) foldNode(id kg.ID, keyText string) {
	kind, _ := kg.NodeKindOf(id)
	n, err := kg.NodeOfKey(kind, id, keyText)
	must(err)
	must(kg.FoldNode(n, g.tallies(id, ""), g.names[id]))
	n.NodeHead().NameKey = text.SortKey(n)
	g.nodes[id] = n
}

func (g *graph) foldEdge(list []counted) {
	as := list[0].as
	if as.Kind == kg.Attribute || as.Retracted {
		return
	}
	e := bareEdge(as)
	must(kg.FoldEdge(e, g.tallies(as.Subject, "")))
	g.edges[as.Subject] = e
}

func bareEdge(as kg.Resolved) kg.Edge {
	s, _ := kg.EdgeSchemaOf(as.Kind)
	e := s.New()
	f := e.EdgeFact()
	f.ID, f.From, f.To = as.Subject, as.From, as.To
	for i, ptr := range e.Columns() {
		if s.Fields[i].Name == s.Key {
			must(kg.DecodeValue(ptr, as.Key))
		}
	}
	return e
}

func (g *graph) succeed() {
	holders := map[kg.ID][]*kg.Holds{}
	for _, e := range g.edges {
		if h, ok := e.(*kg.Holds); ok {
			holders[h.To] = append(holders[h.To], h)
		}
	}
	for post, list := range holders {
		if p, ok := g.nodes[post].(*kg.Post); ok && p.Seats == 1 {
			kg.Succession(list)
		}
	}
}

func (g *graph) reprint() {
	clusters := map[string][]kg.ClusterMember{}
	for _, a := range g.articles {
		clusters[a.Cluster] = append(clusters[a.Cluster], kg.ClusterMember{ID: a.ID, Published: a.Published})
	}
	for _, members := range clusters {
		for _, e := range kg.Reprints(members) {
			g.edges[e.EdgeFact().ID] = e
		}
	}
}

// list sorts nodes and edges out by kind and end.
func (g *graph) list() {
	g.nodeLists, g.edgeLists, g.ends = map[kg.NodeKind][]kg.Node{}, map[kg.EdgeKind][]kg.Edge{}, map[kg.ID]map[kg.EdgeKind][]kg.Edge{}
	for _, id := range slices.Sorted(maps.Keys(g.nodes)) {
		n := g.nodes[id]
		g.nodeLists[n.NodeHead().Kind] = append(g.nodeLists[n.NodeHead().Kind], n)
	}
	for _, id := range slices.Sorted(maps.Keys(g.edges)) {
		e := g.edges[id]
		f := e.EdgeFact()
		g.edgeLists[f.Kind] = append(g.edgeLists[f.Kind], e)
		for _, end := range slices.Compact([]kg.ID{f.From, f.To}) {
			if g.ends[end] == nil {
				g.ends[end] = map[kg.EdgeKind][]kg.Edge{}
			}
			g.ends[end][f.Kind] = append(g.ends[end][f.Kind], e)
		}
	}
}

func (g *graph) nodesOf(kind kg.NodeKind) []kg.Node { return g.nodeLists[kind] }

func (g *graph) edgesOf(kind kg.EdgeKind) []kg.Edge { return g.edgeLists[kind] }

// edgesAt lists the edges of a node, either way, by id.
func (g *graph) edgesAt(id kg.ID, kind kg.EdgeKind) []kg.Edge { return g.ends[id][kind] }

// evidence lists a subject's claims in the order of evidence.
func (g *graph) evidence(subject kg.ID) []counted {
	if g.aside[subject] {
		return nil
	}
	list := slices.Clone(g.claims[subject])
	slices.SortFunc(list, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.origin.Published, b.origin.Published), compareIDs(a.origin.Article, b.origin.Article),
			cmp.Compare(a.claim.Evidence.Start, b.claim.Evidence.Start), cmp.Compare(a.nr, b.nr))
	})
	return list
}

func (g *graph) proof(c counted) kg.Proof {
	a := g.articles[c.origin.Article]
	runes := []rune(a.Text)
	e := c.claim.Evidence
	return kg.Proof{
		Evidence: e, Article: c.origin.Article, Page: a.Parts.PageAt(e.Start, a.Page), Sentence: string(runes[e.SentenceStart:e.SentenceEnd]), Quote: string(runes[e.Start:e.End]),
		Date: c.claim.Date, Printed: c.origin.Published,
	}
}

func (g *graph) proofs(fact kg.ID) []kg.Proof {
	var out []kg.Proof
	for _, c := range g.evidence(fact) {
		out = append(out, g.proof(c))
	}
	return out
}

func must(err error) {
	if err != nil {
		panic(err) // documents were checked
	}
}
