package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/alike"
	"github.com/baopu/baopu/internal/kg"
)

// nearCost is what the near reprints of one article are charged for, in rows: searching for phrases takes so much longer
// than reading.
const nearCost = 20_000

// near is the near reprints of articles: some dozen statements for each of them, which is why they are dear.
type near struct {
	knownAt kg.Date
	sel     *selection
}

func (b *builder) near(f graphql.CollectedField, s scope) field {
	b.rows(s, nearCost)
	return &near{s.when.KnownAt, b.object(b.schema.Types["NearReprint"], f.Selections, b.rows(s, alike.MaxNear))}
}

func (f *near) read(x *execution, parents []parent, i int) error {
	ids, at := distinct(parents, nodeID)
	found := make([][]*answer.NearReprint, len(ids))
	var below []parent
	for k := range parents {
		a, ok := parents[k].node.(*kg.Article)
		if !ok || found[at[k]] != nil {
			continue
		}
		found[at[k]] = []*answer.NearReprint{} // an empty list, not null
		all, err := alike.To(x.ctx, x.reader, a, f.knownAt)
		if err != nil {
			return err
		}
		for _, n := range all {
			row := answer.NewRow(f.sel.names)
			found[at[k]] = append(found[at[k]], &answer.NearReprint{Near: n, Row: row})
			below = append(below, parent{node: n.Article, row: row})
		}
	}
	x.read(f.sel, below)
	for k, p := range parents {
		p.row.Set(i, found[at[k]])
	}
	return nil
}
