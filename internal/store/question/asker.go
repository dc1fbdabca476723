// Package question makes single questions of views, so that each store answers within views only.
package question

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// Asker is a kg.Reader outside a view: each question is a view of its own. Stores embed it.
type Asker struct {
	// View is kg.Store's.
	View func(ctx context.Context, fn func(kg.Reader) error) error
}

var _ kg.Reader = (*Asker)(nil)

func ask[T any](ctx context.Context, a *Asker, question func(kg.Reader) (T, error)) (T, error) {
	var answer T
	err := a.View(ctx, func(r kg.Reader) error {
		var err error
		answer, err = question(r)
		return err
	})
	return answer, err
}

// Nodes answers nodes by id. See kg.Reader.
func (a *Asker) Nodes(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.Node, error) { return r.Nodes(ctx, ids, when) })
}

// List answers one page of the nodes of a kind. See kg.Reader.
func (a *Asker) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	return ask(ctx, a, func(r kg.Reader) (kg.NodePage, error) { return r.List(ctx, q) })
}

// Edges answers a page of edges for every one of from. See kg.Reader.
func (a *Asker) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.EdgePage, error) { return r.Edges(ctx, from, q) })
}

// Evidence answers a page of evidence for every one of facts. See kg.Reader.
func (a *Asker) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.EvidencePage, error) { return r.Evidence(ctx, facts, q) })
}

// Group counts nodes by a field or an edge. See kg.Reader.
func (a *Asker) Group(ctx context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.Bucket, error) { return r.Group(ctx, q) })
}

// Search answers ranked hits. See kg.Reader.
func (a *Asker) Search(ctx context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	return ask(ctx, a, func(r kg.Reader) (kg.SearchPage, error) { return r.Search(ctx, q) })
}

// Paths answers shortest walks. See kg.Reader.
func (a *Asker) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.Path, error) { return r.Paths(ctx, q) })
}

// Neighborhood answers the graph round a node. See kg.Reader.
func (a *Asker) Neighborhood(ctx context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	return ask(ctx, a, func(r kg.Reader) (kg.Subgraph, error) { return r.Neighborhood(ctx, q) })
}

// Candidates answers suggested merges. See kg.Reader.
func (a *Asker) Candidates(ctx context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	return ask(ctx, a, func(r kg.Reader) (kg.CandidatePage, error) { return r.Candidates(ctx, q) })
}

// Changes answers what was applied since a sequence number. See kg.Reader.
func (a *Asker) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	return ask(ctx, a, func(r kg.Reader) ([]kg.Change, error) { return r.Changes(ctx, after, limit) })
}

// Stats answers counts that a person wants to see. See kg.Reader.
func (a *Asker) Stats(ctx context.Context) (kg.Stats, error) {
	return ask(ctx, a, func(r kg.Reader) (kg.Stats, error) { return r.Stats(ctx) })
}
