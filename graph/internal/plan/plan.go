// Package plan looks ahead over a query's whole selection and reads what it needs, level by level: one call of the store
// for each relation field and concrete type (and its counts in the same call), whatever the number of parents. A plan is a
// tree that follows the selection, a selection for each response path and concrete type, so that aliases and fragments
// can't collide. What is read is kept in the rows of package answer. How a field reads is said by the directives of
// schema.graphqls; the words are those of the table of kinds in kg.
package plan

import (
	"context"
	"fmt"
	"sync"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// The bounds of a page.
const (
	DefaultPage = 20  // rows where neither first nor last is given
	MaxPage     = 100 // rows of one page
	MaxIDs      = 1000
)

// Plan is what one operation reads.
type Plan struct {
	root *selection
	Cost int // upper bound of the rows that it may read
}

// Run reads everything. Failures of single fields stay in their rows; an error that concerns all is the context's.
func (p *Plan) Run(ctx context.Context, r kg.Reader) (answer.Row, error) {
	row := answer.NewRow(p.root.names)
	x := &execution{ctx, r}
	x.read(p.root, []parent{{row: row}})
	return row, ctx.Err()
}

type execution struct {
	ctx    context.Context
	reader kg.Reader
}

// selection is the fields of one object of one concrete type that need reading.
type selection struct {
	names  []string // aliases
	fields []field
}

// field reads one selected field for all its parents, and sets the i-th value of their rows.
type field interface {
	read(x *execution, parents []parent, i int) error
}

// parent is one object whose fields are read, with what the fields go out from.
type parent struct {
	row      answer.Row
	node     kg.Node
	edge     kg.Edge
	proof    *kg.Proof
	pair     *kg.Candidate
	from, to kg.Node // of a fact
}

// read reads the fields of sel for all parents, whose rows it fills.
func (x *execution) read(sel *selection, parents []parent) {
	if len(parents) == 0 {
		return
	}
	for i, f := range sel.fields {
		err := x.ctx.Err()
		if err == nil {
			err = f.read(x, parents, i)
		}
		if err != nil {
			failure := &Failure{Err: err}
			for _, p := range parents {
				p.row.Set(i, failure)
			}
		}
	}
}

// Failure is an error of one read, which all objects share that the read was for.
type Failure struct {
	Err  error
	once sync.Once
	id   string
}

// Error is the message of what failed.
func (f *Failure) Error() string { return f.Err.Error() }

// Unwrap is what failed.
func (f *Failure) Unwrap() error { return f.Err }

// ID is the failure's name in the log: what name answers at the first call, which alone calls it.
func (f *Failure) ID(name func() string) string {
	f.once.Do(func() { f.id = name() })
	return f.id
}

// targets is what is selected of nodes, by their type in the schema.
type targets map[string]*selection

// typeOf is the type of the schema that p's object has.
func typeOf(p *parent) string {
	switch {
	case p.proof != nil:
		return "Evidence"
	case p.pair != nil:
		return "MergeCandidate"
	}
	return string(p.node.NodeHead().Kind)
}

// wrap makes the answer's nodes of items and reads what is selected of them, type by type; an item that is nothing is nil.
func (x *execution) wrap(t targets, items []parent) []answer.Node {
	out := make([]answer.Node, len(items))
	byType := map[*selection][]parent{}
	var order []*selection
	for i := range items {
		p := &items[i]
		if p.proof == nil && p.pair == nil && p.node == nil {
			continue
		}
		sel := t[typeOf(p)]
		if sel == nil {
			sel = &selection{}
		}
		p.row = answer.NewRow(sel.names)
		if byType[sel] == nil && len(sel.fields) > 0 {
			order = append(order, sel)
		}
		byType[sel] = append(byType[sel], *p)
		switch {
		case p.proof != nil:
			out[i] = &answer.Evidence{Proof: p.proof, Row: p.row}
		case p.pair != nil:
			out[i] = &answer.MergeCandidate{Candidate: p.pair, Row: p.row}
		default:
			out[i] = answer.Wrap(p.node, p.row)
		}
	}
	for _, sel := range order {
		x.read(sel, byType[sel])
	}
	return out
}

// failed is a field that can't be read as it was asked for.
type failed struct{ err error }

func (f failed) read(*execution, []parent, int) error { return f.err }

// short says that a store gave fewer answers than questions.
func short(what string, got, want int) error {
	return fmt.Errorf("%s: %d answers to %d questions", what, got, want)
}

// Empty says that nothing is to be read: introspection alone.
func (p *Plan) Empty() bool { return len(p.root.fields) == 0 }
