package answer

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// Count is a bucket of an aggregate: Key is the month, sector or type, "" where it is unknown.
type Count struct {
	Key   string
	Count int
}

// MonthCount counts articles of a month.
type MonthCount Count

// SectorCount counts agreements of a sector.
type SectorCount Count

// EventTypeCount counts events of a type.
type EventTypeCount Count

// NodeCount counts nodes of a kind.
type NodeCount Count

// FactCount counts facts of a kind.
type FactCount Count

// Month is the month counted.
func (c *MonthCount) Month() kg.Date { return kg.Date(c.Key) }

// Sector is the sector counted.
func (c *SectorCount) Sector() Verbatim { return Verbatim(c.Key) }

// Type is the type counted.
func (c *EventTypeCount) Type() string { return c.Key }

// Type is the kind counted.
func (c *NodeCount) Type() string { return c.Key }

// Kind is the kind counted.
func (c *FactCount) Kind() string { return c.Key }

// PlaceCount is a bucket with what was read for its place.
type PlaceCount struct {
	Count int
	Row
}

// Place is the place counted.
func (c *PlaceCount) Place(ctx context.Context) (*Place, error) { return one[*Place](ctx, c.Row) }

// Stats is what the store holds.
type Stats struct {
	kg.Stats
}

// Sequence is the change counter.
func (s *Stats) Sequence() int { return int(s.Seq) }

// Articles counts articles.
func (s *Stats) Articles() int { return s.Stats.Nodes[kg.ArticleKind] }

// Nodes counts by kind, in the order of the table of kinds.
func (s *Stats) Nodes() []*NodeCount {
	var out []*NodeCount
	for i := range kg.NodeKinds {
		out = append(out, &NodeCount{string(kg.NodeKinds[i].Kind), s.Stats.Nodes[kg.NodeKinds[i].Kind]})
	}
	return out
}

// Facts counts by kind, in the order of the table of kinds.
func (s *Stats) Facts() []*FactCount {
	var out []*FactCount
	for i := range kg.EdgeKinds {
		out = append(out, &FactCount{string(kg.EdgeKinds[i].Kind), s.Edges[kg.EdgeKinds[i].Kind]})
	}
	return out
}

// SearchEdge is a hit.
type SearchEdge struct {
	Far[Node]
}

func (e *SearchEdge) hit() *kg.Hit { return &e.list.Hits[e.i] }

// Score is 1 divided by the rank.
func (e *SearchEdge) Score() float64 { return 1 / float64(e.hit().Rank) }

// Field is the field in which the words stand.
func (e *SearchEdge) Field() Verbatim { return Verbatim(e.hit().Field) }

// Snippet is the field's text round the words.
func (e *SearchEdge) Snippet() Verbatim { return Verbatim(e.hit().Snippet) }

// Highlights is where the words stand in the snippet.
func (e *SearchEdge) Highlights() []kg.Span { return e.hit().Spans }
