package plan

import (
	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// page is what is selected of a connection.
type page struct {
	edges []edgeSlot
	nodes []nodeSlot
	rows  bool // rows are asked for, not the count alone
	total bool
}

// ask is the page to ask for: none where the count alone is selected.
func (p *page) ask(of kg.Page) kg.Page {
	if p.total && !p.rows {
		return kg.Page{}
	}
	return of
}

type edgeSlot struct {
	alias string
	sel   *selection
}

type nodeSlot struct {
	alias string
	t     targets
}

// fill reads what is selected of the rows of lists; items holds, for each list, its rows.
func (p *page) fill(x *execution, lists []*answer.List, items [][]parent) {
	var flat []parent
	for _, rows := range items {
		flat = append(flat, rows...)
	}
	for _, slot := range p.edges {
		parents := make([]parent, len(flat))
		rows := make([]answer.Row, len(flat))
		for i := range flat {
			parents[i] = flat[i]
			parents[i].row = answer.NewRow(slot.sel.names)
			rows[i] = parents[i].row
		}
		x.read(slot.sel, parents)
		for i, l := range lists {
			n := len(items[i])
			l.Slots = append(l.Slots, answer.Slot{Alias: slot.alias, Rows: rows[:n:n]})
			rows = rows[n:]
		}
	}
	for _, slot := range p.nodes {
		nodes := x.wrap(slot.t, append([]parent(nil), flat...))
		for i, l := range lists {
			n := len(items[i])
			l.Slots = append(l.Slots, answer.Slot{Alias: slot.alias, Nodes: nodes[:n:n]})
			nodes = nodes[n:]
		}
	}
}

// distinct lists the ids that key gives for parents, each once, and for each parent its place in that list (-1 for "").
func distinct(parents []parent, key func(*parent) kg.ID) (ids []kg.ID, at []int) {
	seen := make(map[kg.ID]int, len(parents))
	at = make([]int, len(parents))
	for i := range parents {
		id := key(&parents[i])
		if id == "" {
			at[i] = -1
			continue
		}
		j, ok := seen[id]
		if !ok {
			j = len(ids)
			seen[id] = j
			ids = append(ids, id)
		}
		at[i] = j
	}
	return ids, at
}

func nodeID(p *parent) kg.ID {
	if p.node == nil {
		return ""
	}
	return p.node.NodeHead().ID
}

func factID(p *parent) kg.ID {
	if p.edge == nil {
		return ""
	}
	return p.edge.EdgeFact().ID
}
