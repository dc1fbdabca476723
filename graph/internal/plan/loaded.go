package plan

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// Subscription is what a subscription asks for by its one root field.
type Subscription struct {
	Field    graphql.CollectedField
	After    string  // cursor; "" from now on
	Articles *Loaded // nil: the progress of a load, which needs no plan
}

// Loaded is what is read of articles that were loaded.
type Loaded struct {
	Where kg.Filter
	Cost  int // upper bound of the rows that may be read for one article
	sel   *selection
}

// Subscribe makes the plan of the subscription of oc. Arguments that can't be right, and those of fields below, wrap kg.ErrInvalid, as
// does an operation of more root fields than one, or none; what costs more than maxCost for one payload wraps ErrCost.
func Subscribe(schema *ast.Schema, oc *graphql.OperationContext, maxCost int) (*Subscription, error) {
	b := &builder{schema: schema, oc: oc, times: map[kg.When]bool{}}
	fields := b.collect(schema.Subscription, oc.Operation.SelectionSet)
	if len(fields) != 1 || strings.HasPrefix(fields[0].Name, "__") {
		return nil, fmt.Errorf("a subscription asks for one field, articleLoaded or loadProgress: %w", kg.ErrInvalid)
	}
	f := fields[0]
	a := b.args(f)
	s := &Subscription{Field: f, After: a.text("after")}
	if f.Name == "articleLoaded" {
		where := b.nodeWhere(kg.ArticleKind, a)
		a.checked((&Loaded{Where: where}).question(nil, kg.Page{First: 1}))
		def := schema.Types[f.Definition.Type.Name()]
		s.Articles = &Loaded{Where: where, sel: b.object(def, f.Selections, b.rows(scope{n: 1}, 1))}
		s.Articles.Cost = b.cost
	}
	if err := cmp.Or(a.err, b.wrong); err != nil {
		return nil, err
	}
	if b.cost > maxCost {
		return nil, fmt.Errorf("%d rows for each payload, at most %d: %w", b.cost, maxCost, ErrCost)
	}
	return s, nil
}

// question asks for a page of the articles of documents, the earliest first.
func (l *Loaded) question(documents []kg.ID, page kg.Page) *kg.NodeQuery {
	of := kg.Filter{Field: "document", Op: kg.In, Values: []string{}}
	for _, id := range documents {
		of.Values = append(of.Values, string(id))
	}
	return &kg.NodeQuery{Kind: kg.ArticleKind, Where: kg.All(of, l.Where), Order: "PUBLISHED", Reverse: true, Page: page}
}

// List asks for at most first of the articles of documents that the subscription is for, by day and id; behind one of them where behind
// has it. Rest says that there are more.
func (l *Loaded) List(ctx context.Context, r kg.Reader, documents []kg.ID, behind kg.LogPlace, first int) (articles []*kg.Article, rest bool, err error) {
	q := l.question(documents, kg.Page{First: first})
	if behind.Article != "" {
		q.Page.After = kg.Cursor{Keys: []string{string(behind.Published)}, ID: behind.Article}.Encode(q.Scope())
	}
	p, err := r.List(ctx, *q)
	for _, n := range p.Nodes {
		if a, ok := n.(*kg.Article); ok {
			articles = append(articles, a)
		}
	}
	return articles, p.Info.HasNext, err
}

// Read reads what is selected of articles for all of them at once: a row for each, in order. Failures of single fields stay in the rows.
func (l *Loaded) Read(ctx context.Context, r kg.Reader, articles []*kg.Article) ([]answer.Row, error) {
	x := &execution{ctx, r}
	parents := make([]parent, len(articles))
	rows := make([]answer.Row, len(articles))
	for i, a := range articles {
		rows[i] = answer.NewRow(l.sel.names)
		parents[i] = parent{row: rows[i], node: a}
	}
	x.read(l.sel, parents)
	return rows, ctx.Err()
}
