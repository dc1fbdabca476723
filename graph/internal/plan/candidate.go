package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// examinedRows is about how many rows the store reads of each entity that a page of candidates looks at.
const examinedRows = 40

// candidates is the connection of suggested merges.
type candidates struct {
	q    kg.CandidateQuery
	page page
}

func (b *builder) candidates(f graphql.CollectedField, a *args, s scope) field {
	q := kg.CandidateQuery{Of: kg.ID(a.text("of")), Page: a.page()}
	for _, k := range a.kinds("kind") {
		q.Kind = k
	}
	if a.err == nil {
		a.err = q.Check()
	}
	b.rows(s, kg.MaxExamined*examinedRows)
	return &candidates{q, b.page(f.Definition.Type.Name(), f.Selections, b.rows(s, q.Page.Size()))}
}

func (f *candidates) read(x *execution, parents []parent, i int) error {
	p, err := x.reader.Candidates(x.ctx, f.q)
	if err != nil {
		return err
	}
	l := &answer.List{Cursors: p.Cursors, Info: p.Info}
	items := make([]parent, len(p.Candidates))
	for j := range p.Candidates {
		items[j].pair = &p.Candidates[j]
	}
	f.page.fill(x, []*answer.List{l}, [][]parent{items})
	parents[0].row.Set(i, l)
	return nil
}
