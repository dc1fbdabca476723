package storetest

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

func ask[T any](ctx context.Context, m *Model, question func(kg.Reader) (T, error)) (T, error) {
	var answer T
	err := m.View(ctx, func(r kg.Reader) error {
		var err error
		answer, err = question(r)
		return err
	})
	return answer, err
}

// Nodes answers nodes by id.
func (m *Model) Nodes(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.Node, error) { return r.Nodes(ctx, ids, when) })
}

// List answers one page of nodes.
func (m *Model) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	return ask(ctx, m, func(r kg.Reader) (kg.NodePage, error) { return r.List(ctx, q) })
}

// Edges answers a page of edges for each of from.
func (m *Model) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.EdgePage, error) { return r.Edges(ctx, from, q) })
}

// Evidence answers a page of evidence for each of facts.
func (m *Model) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.EvidencePage, error) { return r.Evidence(ctx, facts, q) })
}

// Group counts nodes.
func (m *Model) Group(ctx context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.Bucket, error) { return r.Group(ctx, q) })
}

// Search answers ranked hits.
func (m *Model) Search(ctx context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	return ask(ctx, m, func(r kg.Reader) (kg.SearchPage, error) { return r.Search(ctx, q) })
}

// Paths answers shortest walks.
func (m *Model) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.Path, error) { return r.Paths(ctx, q) })
}

// Neighborhood answers the graph round a node.
func (m *Model) Neighborhood(ctx context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	return ask(ctx, m, func(r kg.Reader) (kg.Subgraph, error) { return r.Neighborhood(ctx, q) })
}

// Candidates answers suggested merges.
func (m *Model) Candidates(ctx context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	return ask(ctx, m, func(r kg.Reader) (kg.CandidatePage, error) { return r.Candidates(ctx, q) })
}

// Changes answers what was applied.
func (m *Model) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	return ask(ctx, m, func(r kg.Reader) ([]kg.Change, error) { return r.Changes(ctx, after, limit) })
}

// Stats counts.
func (m *Model) Stats(ctx context.Context) (kg.Stats, error) {
	return ask(ctx, m, func(r kg.Reader) (kg.Stats, error) { return r.Stats(ctx) })
}
