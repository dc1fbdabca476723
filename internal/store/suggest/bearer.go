package suggest

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// namesakes are those bearers of one name that may be one with another, and how many bear it in all.
type namesakes struct {
	bearers []kg.Bearer
	inAll   int
}

// bearers reads the nodes of sounds, with what they are tied to, by their keys and names.
func (p *page) bearers(ctx context.Context, sounds []Sound) (map[string]map[string]*namesakes, error) {
	keys := make([]string, len(sounds))
	for i, s := range sounds {
		keys[i] = s.Key
	}
	if len(keys) == 0 {
		return nil, nil
	}
	where, most := kg.Filter{Field: "nameKey", Op: kg.In, Values: keys}, kg.MaxExamined
	if p.of != "" {
		where, most = kg.All(where, kg.Filter{Field: "name", Op: kg.Eq, Value: p.name}), mostAsked+1
	}
	nodes, err := p.r.List(ctx, kg.NodeQuery{Kind: p.q.Kind, Where: where, Page: kg.Page{First: most}})
	if err != nil {
		return nil, err
	}
	named := map[string][]kg.Node{} // some only sound alike
	for _, n := range nodes.Nodes {
		named[n.NodeHead().Name] = append(named[n.NodeHead().Name], n)
	}
	var all []kg.Bearer
	for _, n := range nodes.Nodes {
		if p.worthwhile(n, named[n.NodeHead().Name]) {
			all = append(all, kg.Bearer{Node: n})
		}
	}
	if err := p.tie(ctx, all); err != nil {
		return nil, err
	}
	out := map[string]map[string]*namesakes{}
	for _, b := range all {
		h := b.Node.NodeHead()
		if out[h.NameKey] == nil {
			out[h.NameKey] = map[string]*namesakes{}
		}
		same := out[h.NameKey][h.Name]
		if same == nil {
			same = &namesakes{inAll: len(named[h.Name])}
			out[h.NameKey][h.Name] = same
		}
		same.bearers = append(same.bearers, b)
	}
	return out, nil
}

// worthwhile says whether n may be one with any of its namesakes.
func (p *page) worthwhile(n kg.Node, namesakes []kg.Node) bool {
	return len(namesakes) <= mostAsked && slices.ContainsFunc(namesakes, func(x kg.Node) bool {
		return x.NodeHead().ID != n.NodeHead().ID && kg.Possible(n, x)
	})
}

// tie reads what all bearers are tied to: a statement for each kind of edge.
func (p *page) tie(ctx context.Context, all []kg.Bearer) error {
	if len(all) == 0 {
		return nil
	}
	if err := p.tieArticles(ctx, all); err != nil {
		return err
	}
	with := kg.EdgeKind("")
	switch p.q.Kind {
	case kg.AgreementKind:
		with = kg.PartyTo
	case kg.EventKind:
		with = kg.ParticipatedIn
		if err := p.tieWhere(ctx, all); err != nil {
			return err
		}
	}
	if with == "" {
		return nil
	}
	pages, err := p.r.Edges(ctx, idsOf(all), kg.EdgeQuery{Kind: with, Direction: kg.Inward, Page: kg.Page{First: others}})
	for i := range pages {
		for _, n := range pages[i].Far {
			all[i].With = append(all[i].With, n.NodeHead().ID)
		}
		slices.Sort(all[i].With)
		all[i].With = slices.Compact(all[i].With)
	}
	return err
}

func (p *page) tieArticles(ctx context.Context, all []kg.Bearer) error {
	pages, err := p.r.Edges(ctx, idsOf(all), kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: kg.Page{First: articles}})
	if err != nil {
		return err
	}
	var ids []kg.ID
	for i := range pages {
		for _, n := range pages[i].Far {
			all[i].Articles = append(all[i].Articles, n.NodeHead().ID)
		}
		ids = append(ids, all[i].Articles...)
	}
	if p.q.Kind != kg.PersonKind && p.q.Kind != kg.OrganizationKind {
		return nil
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	papers, err := p.r.Edges(ctx, ids, kg.EdgeQuery{Kind: kg.PublishedIn, Page: kg.Page{First: 1}})
	if err != nil {
		return err
	}
	homes := map[kg.ID]string{}
	for i := range papers {
		for _, n := range papers[i].Far {
			if paper, ok := n.(*kg.Newspaper); ok {
				homes[ids[i]] = paper.HomePlace
			}
		}
	}
	for i := range all {
		for _, a := range all[i].Articles {
			if h := homes[a]; h != "" && !slices.Contains(all[i].Homes, h) {
				all[i].Homes = append(all[i].Homes, h)
			}
		}
	}
	return nil
}

func (p *page) tieWhere(ctx context.Context, all []kg.Bearer) error {
	pages, err := p.r.Edges(ctx, idsOf(all), kg.EdgeQuery{Kind: kg.TookPlaceIn, Page: kg.Page{First: others}})
	for i := range pages {
		for _, n := range pages[i].Far {
			if l, ok := n.(*kg.Place); ok {
				all[i].Where = append(all[i].Where, l.Path)
			}
		}
	}
	return err
}

func idsOf(all []kg.Bearer) []kg.ID {
	out := make([]kg.ID, len(all))
	for i := range all {
		out[i] = all[i].Node.NodeHead().ID
	}
	return out
}
