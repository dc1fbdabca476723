package plan

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

type search struct {
	q    kg.SearchQuery
	page page
}

func (b *builder) search(f graphql.CollectedField, a *args, s scope) field {
	q := kg.SearchQuery{Text: a.text("query"), Kinds: a.kinds("types"), When: s.when, Page: a.page()}
	p := b.page("SearchConnection", f.Selections, b.rows(s, 2*q.Page.Size()))
	q.Count, q.Page = p.total, p.ask(q.Page)
	a.checked(&q)
	return &search{q, p}
}

func (f *search) read(x *execution, parents []parent, i int) error {
	p, err := x.reader.Search(x.ctx, f.q)
	if err != nil {
		return err
	}
	l := &answer.List{Hits: p.Hits, Cursors: p.Cursors, Info: p.Info, Total: p.Total}
	items := make([]parent, len(p.Hits))
	for j := range p.Hits {
		items[j].node = p.Hits[j].Node
	}
	f.page.fill(x, []*answer.List{l}, [][]parent{items})
	parents[0].row.Set(i, l)
	return nil
}

// group counts nodes; what makes its rows is one of the counts of package answer.
type group struct {
	q     kg.GroupQuery
	names []string
	t     []targets // of each selection of the place
}

func (b *builder) group(f graphql.CollectedField, a *args, s scope) field {
	g := &group{q: kg.GroupQuery{When: s.when, Limit: a.within("limit", MaxPage, 1, 1000)}}
	switch f.Name {
	case "articlesByMonth":
		g.q.Kind, g.q.By, g.q.Cut = kg.ArticleKind, "published", 7
	case "agreementsBySector":
		g.q.Kind, g.q.By = kg.AgreementKind, "sectors"
	case "eventsByType":
		g.q.Kind, g.q.By = kg.EventKind, "eventType"
	case "eventsByPlace":
		g.q.Kind, g.q.Edge = kg.EventKind, kg.TookPlaceIn
	}
	g.q.Where = b.nodeWhere(g.q.Kind, a)
	a.checked(&g.q)
	s = b.rows(s, g.q.Limit)
	for _, c := range b.collect(b.schema.Types[f.Definition.Type.Name()], f.Selections) {
		if c.Name == "place" {
			g.names = append(g.names, c.Alias)
			g.t = append(g.t, b.targets("Place", c.Selections, s))
		}
	}
	return g
}

func (f *group) read(x *execution, parents []parent, i int) error {
	buckets, err := x.reader.Group(x.ctx, f.q)
	if err != nil {
		return err
	}
	switch {
	case f.q.Edge != "":
		parents[0].row.Set(i, f.places(x, buckets))
	case f.q.Kind == kg.ArticleKind:
		parents[0].row.Set(i, counts[answer.MonthCount](buckets))
	case f.q.Kind == kg.AgreementKind:
		parents[0].row.Set(i, counts[answer.SectorCount](buckets))
	default:
		parents[0].row.Set(i, counts[answer.EventTypeCount](buckets))
	}
	return nil
}

func counts[C answer.MonthCount | answer.SectorCount | answer.EventTypeCount](buckets []kg.Bucket) []*C {
	out := make([]*C, len(buckets))
	for i, b := range buckets {
		c := C(answer.Count{Key: b.Key, Count: b.Count})
		out[i] = &c
	}
	return out
}

func (f *group) places(x *execution, buckets []kg.Bucket) []*answer.PlaceCount {
	out := make([]*answer.PlaceCount, len(buckets))
	items := make([]parent, len(buckets))
	for j, b := range buckets {
		items[j].node = b.Node
		out[j] = &answer.PlaceCount{Count: b.Count, Row: answer.NewRow(f.names)}
	}
	for k := range f.names {
		for j, n := range x.wrap(f.t[k], slices.Clone(items)) {
			out[j].Set(k, answer.One{Node: n})
		}
	}
	return out
}
