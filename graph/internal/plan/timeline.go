package plan

import (
	"cmp"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// timeline is the dated facts of an entity in order: a call of the store for the entity, and one for each kind of edge
// and direction that its kind has.
type timeline struct {
	of       kg.ID
	via      []kg.EdgeKind
	from, to kg.Date
	first    int
	least    int
	when     kg.When
	sel      *selection
}

func (b *builder) timeline(f graphql.CollectedField, a *args, s scope) field {
	t := &timeline{
		of: kg.ID(a.text("of")), via: a.edgeKinds("via"), from: a.day("from"), to: a.day("to"),
		first: a.within("first", 50, 1, MaxPage), least: a.perMille(), when: s.when,
	}
	t.sel = b.object(b.schema.Types["TimelineEntry"], f.Selections, b.rows(s, t.first))
	return t
}

type dated struct {
	date kg.Date
	p    parent
}

func (f *timeline) read(x *execution, parents []parent, i int) error {
	nodes, err := x.nodes([]kg.ID{f.of}, f.when)
	if err != nil {
		return err
	}
	var all []dated
	if nodes[0] != nil {
		if all, err = f.collect(x, nodes[0]); err != nil {
			return err
		}
	}
	out := make([]*answer.TimelineEntry, len(all))
	below := make([]parent, len(all))
	for k, d := range all {
		d.p.row = answer.NewRow(f.sel.names)
		below[k] = d.p
		out[k] = &answer.TimelineEntry{Date: d.date, Row: d.p.row}
	}
	x.read(f.sel, below)
	parents[0].row.Set(i, out)
	return nil
}

// collect reads the earliest facts of every kind of edge and merges them by date, then by the id of the fact.
func (f *timeline) collect(x *execution, of kg.Node) ([]dated, error) {
	var all []dated
	for k := range kg.EdgeKinds {
		s := &kg.EdgeKinds[k]
		if f.via == nil && s.Kind == kg.MentionsEntity || f.via != nil && !slices.Contains(f.via, s.Kind) {
			continue
		}
		for _, dir := range []kg.Direction{kg.Out, kg.Inward} {
			ends := s.From
			if dir == kg.Inward {
				ends = s.To
			}
			if !slices.Contains(ends, of.NodeHead().Kind) {
				continue
			}
			got, err := f.edges(x, of, s, dir)
			if err != nil {
				return nil, err
			}
			all = append(all, got...)
		}
	}
	slices.SortFunc(all, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.p.edge.EdgeFact().ID, b.p.edge.EdgeFact().ID))
	})
	return all[:min(len(all), f.first)], nil
}

func (f *timeline) edges(x *execution, of kg.Node, s *kg.EdgeSchema, dir kg.Direction) ([]dated, error) {
	var where []kg.Filter
	if f.from != "" {
		where = append(where, kg.Filter{Field: "firstDate", Op: kg.Gte, Value: string(f.from)})
	}
	if f.to != "" {
		where = append(where, kg.Filter{Field: "firstDate", Op: kg.Lte, Value: string(f.to)})
	}
	q := kg.EdgeQuery{
		Kind: s.Kind, Direction: dir, Edge: kg.All(where...), When: f.when, MinConfidence: f.least,
		Reverse: s.Orders[0].Desc, Page: kg.Page{First: f.first},
	}
	pages, err := x.edges([]kg.ID{of.NodeHead().ID}, q)
	if err != nil {
		return nil, err
	}
	var out []dated
	for k, e := range pages[0].Edges {
		p := parent{edge: e, node: pages[0].Far[k], from: of, to: pages[0].Far[k]}
		if dir == kg.Inward {
			p.from, p.to = p.to, p.from
		}
		if d := dateOf(&p); d != "" {
			out = append(out, dated{d, p})
		}
	}
	return out, nil
}

// dateOf is the day on which a fact stands in a timeline: a tenure's or an event's start, else its first day.
func dateOf(p *parent) kg.Date {
	if h, ok := p.edge.(*kg.Holds); ok && h.Start != "" {
		return h.Start
	}
	if e, ok := p.to.(*kg.Event); ok && e.Start != "" {
		return e.Start
	}
	return p.edge.EdgeFact().FirstDate
}
