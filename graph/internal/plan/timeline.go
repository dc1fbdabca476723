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

// collect reads the earliest facts of every kind of edge, and merges them by date, then by the id of the fact. Each kind is read in the
// order of that date, so that what it has behind its first facts is behind the first of all.
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
	slices.SortFunc(all, compareDated)
	all = slices.CompactFunc(all, func(a, b dated) bool { return compareDated(a, b) == 0 }) // what leads from the entity to itself came twice
	return all[:min(len(all), f.first)], nil
}

func compareDated(a, b dated) int {
	return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.p.edge.EdgeFact().ID, b.p.edge.EdgeFact().ID))
}

// edges reads the earliest facts of a kind. Under knownAt a store has the order of today, and a fact may have been said to hold later then, never
// earlier: more is read until nothing that is left can come before what was found.
func (f *timeline) edges(x *execution, of kg.Node, s *kg.EdgeSchema, dir kg.Direction) ([]dated, error) {
	order := s.First()
	q := kg.EdgeQuery{
		Kind: s.Kind, Direction: dir, Edge: f.within(), When: f.when, MinConfidence: f.least,
		Order: order.Name, AsToday: true, Reverse: order.Desc, Page: kg.Page{First: f.first},
	}
	var out []dated
	for {
		pages, err := x.edges([]kg.ID{of.NodeHead().ID}, q)
		if err != nil {
			return nil, err
		}
		for k, e := range pages[0].Edges {
			p := parent{edge: e, node: pages[0].Far[k], from: of, to: pages[0].Far[k]}
			if dir == kg.Inward {
				p.from, p.to = p.to, p.from
			}
			out = append(out, dated{e.EdgeFact().FirstDate, p})
		}
		info := pages[0].Info
		if !info.HasNext || f.when.KnownAt == "" {
			return out, nil
		}
		last, err := kg.DecodeCursor(info.End, q.Scope(of.NodeHead().ID), 1)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(out, compareDated)
		if nth := out[f.first-1]; cmp.Or(cmp.Compare(nth.date, kg.Date(last.Keys[0])), cmp.Compare(nth.p.edge.EdgeFact().ID, last.ID)) <= 0 {
			return out, nil
		}
		q.Page = kg.Page{First: kg.MaxPage, After: info.End}
	}
}

// within is the filter of the days between from and to.
func (f *timeline) within() kg.Filter {
	var where []kg.Filter
	if f.from != "" {
		where = append(where, kg.Filter{Field: "firstDate", Op: kg.Gte, Value: string(f.from)})
	}
	if f.to != "" {
		where = append(where, kg.Filter{Field: "firstDate", Op: kg.Lte, Value: string(f.to)})
	}
	return kg.All(where...)
}
