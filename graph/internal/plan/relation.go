package plan

import (
	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// relation is a connection along edges of a kind.
type relation struct {
	q    kg.EdgeQuery
	page page
}

func (f *relation) read(x *execution, parents []parent, i int) error {
	ids, at := distinct(parents, nodeID)
	pages, err := x.edges(ids, f.q)
	if err != nil {
		return err
	}
	lists := make([]*answer.List, len(ids))
	items := make([][]parent, len(ids))
	for j, p := range pages {
		lists[j] = &answer.List{Edges: p.Edges, Cursors: p.Cursors, Info: p.Info, Total: p.Total, AsOf: f.q.When.AsOf}
		items[j] = make([]parent, len(p.Edges))
		for k := range p.Edges {
			items[j][k] = parent{node: p.Far[k], edge: p.Edges[k]}
		}
	}
	f.page.fill(x, lists, items)
	for k, p := range parents {
		p.row.Set(i, lists[at[k]])
	}
	return nil
}

func (x *execution) edges(ids []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	pages, err := x.reader.Edges(x.ctx, ids, q)
	if err == nil && len(pages) != len(ids) {
		err = short("edges", len(pages), len(ids))
	}
	return pages, err
}

// toOne is a field that leads along the first edge of a kind to one node.
type toOne struct {
	q kg.EdgeQuery
	t targets
}

func (f *toOne) read(x *execution, parents []parent, i int) error {
	ids, at := distinct(parents, nodeID)
	pages, err := x.edges(ids, f.q)
	if err != nil {
		return err
	}
	items := make([]parent, len(ids))
	for j, p := range pages {
		if len(p.Far) > 0 {
			items[j].node = p.Far[0]
		}
	}
	setOne(x, f.t, items, parents, at, i)
	return nil
}

// setOne wraps items and hands them to the parents that at says.
func setOne(x *execution, t targets, items, parents []parent, at []int, i int) {
	nodes := x.wrap(t, items)
	for k, p := range parents {
		var o answer.One
		if at[k] >= 0 {
			o.Node = nodes[at[k]]
		}
		p.row.Set(i, o)
	}
}

// ref is a field that follows an id which its parent holds.
type ref struct {
	of   func(*parent) kg.ID
	when kg.When
	t    targets
}

func (f *ref) read(x *execution, parents []parent, i int) error {
	ids, at := distinct(parents, f.of)
	nodes, err := x.nodes(ids, f.when)
	if err != nil {
		return err
	}
	items := make([]parent, len(nodes))
	for j, n := range nodes {
		items[j].node = n
	}
	setOne(x, f.t, items, parents, at, i)
	return nil
}

func (x *execution) nodes(ids []kg.ID, when kg.When) ([]kg.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	nodes, err := x.reader.Nodes(x.ctx, ids, when)
	if err == nil && len(nodes) != len(ids) {
		err = short("nodes", len(nodes), len(ids))
	}
	return nodes, err
}

// columnRef finds the id that a node holds in a field of its own.
func columnRef(name string) func(*parent) kg.ID {
	return func(p *parent) kg.ID {
		if p.proof != nil {
			return p.proof.Article
		}
		s, ok := kg.NodeSchemaOf(p.node.NodeHead().Kind)
		if !ok {
			return ""
		}
		for i := range s.Fields {
			if s.Fields[i].Name == name {
				id, _ := p.node.Columns()[i].(*kg.ID)
				if id != nil {
					return *id
				}
			}
		}
		return ""
	}
}

// end is a field that leads to what was read with its parent: the far end of an edge, an end of a fact, one of a pair.
type end struct {
	of func(*parent) parent
	t  targets
}

func (f *end) read(x *execution, parents []parent, i int) error {
	items := make([]parent, len(parents))
	at := make([]int, len(parents))
	for k := range parents {
		at[k] = k
		items[k] = f.of(&parents[k])
	}
	setOne(x, f.t, items, parents, at, i)
	return nil
}

// evidence is the connection of evidence of an edge.
type evidence struct {
	q    kg.EvidenceQuery
	page page
}

func (f *evidence) read(x *execution, parents []parent, i int) error {
	ids, at := distinct(parents, factID)
	pages, err := x.reader.Evidence(x.ctx, ids, f.q)
	if err == nil && len(pages) != len(ids) {
		err = short("evidence", len(pages), len(ids))
	}
	if err != nil {
		return err
	}
	lists := make([]*answer.List, len(ids))
	items := make([][]parent, len(ids))
	for j := range pages {
		p := &pages[j]
		lists[j] = &answer.List{Cursors: p.Cursors, Info: p.Info, Total: p.Total}
		items[j] = make([]parent, len(p.Proofs))
		for k := range p.Proofs {
			items[j][k] = parent{proof: &p.Proofs[k]}
		}
	}
	f.page.fill(x, lists, items)
	for k, p := range parents {
		p.row.Set(i, lists[at[k]])
	}
	return nil
}
