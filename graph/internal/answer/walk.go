package answer

import (
	"context"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Fact is an edge of any kind, with what was read for its ends and evidence.
type Fact struct {
	*kg.Fact
	Row
	edge kg.Edge
}

// NewFact makes the answer's fact of e.
func NewFact(e kg.Edge, r Row) *Fact { return &Fact{e.EdgeFact(), r, e} }

// Kind is the kind of the fact.
func (f *Fact) Kind() string { return string(f.Fact.Kind) }

// From is the node at the start.
func (f *Fact) From(ctx context.Context) (Node, error) { return one[Node](ctx, f.Row) }

// To is the node at the end.
func (f *Fact) To(ctx context.Context) (Node, error) { return one[Node](ctx, f.Row) }

// Evidence is the page of evidence that was read for the fact.
func (f *Fact) Evidence(ctx context.Context) (*EvidenceConnection, error) {
	return connection[*Evidence, EvidenceEdge](ctx, f.Row)
}

// Status is a tenure's status, "" for other kinds.
func (f *Fact) Status() string { return f.own("status") }

// Role is a participant's or maker's role as its enum has it, "" for other kinds.
func (f *Fact) Role() string { return strings.ToUpper(f.own("role")) }

func (f *Fact) own(name string) string {
	s, ok := kg.EdgeSchemaOf(f.Fact.Kind)
	if !ok {
		return ""
	}
	for i, field := range s.Fields {
		if field.Name == name {
			return kg.EncodeValue(f.edge.Columns()[i])
		}
	}
	return ""
}

// Path is a walk, with what was read for its nodes and steps.
type Path struct {
	Length int
	Row
}

// Nodes lists the nodes, from the start to the end.
func (p *Path) Nodes(ctx context.Context) ([]Node, error) { return value[[]Node](ctx, p.Row) }

// Steps lists the steps between them.
func (p *Path) Steps(ctx context.Context) ([]*PathStep, error) { return value[[]*PathStep](ctx, p.Row) }

// PathStep is one step; Reversed where the fact is walked from its end to its start.
type PathStep struct {
	Reversed bool
	Row
}

// Fact is the fact that is walked along.
func (s *PathStep) Fact(ctx context.Context) (*Fact, error) { return value[*Fact](ctx, s.Row) }

// Subgraph is the graph round a node, with what was read for its nodes and facts.
type Subgraph struct {
	Truncated bool
	Row
}

// Nodes lists the nodes by id.
func (s *Subgraph) Nodes(ctx context.Context) ([]Node, error) { return value[[]Node](ctx, s.Row) }

// Facts lists the facts among them by id.
func (s *Subgraph) Facts(ctx context.Context) ([]*Fact, error) { return value[[]*Fact](ctx, s.Row) }

// TimelineEntry is a dated fact of an entity.
type TimelineEntry struct {
	Date kg.Date
	Row
}

// Fact is the fact.
func (t *TimelineEntry) Fact(ctx context.Context) (*Fact, error) { return value[*Fact](ctx, t.Row) }

// Node is the node at the fact's other end.
func (t *TimelineEntry) Node(ctx context.Context) (Node, error) { return one[Node](ctx, t.Row) }
