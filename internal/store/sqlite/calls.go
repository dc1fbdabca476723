package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// Outside View each question is a View of its own.

func ask[T any](ctx context.Context, s *Store, question func(*reader) (T, error)) (T, error) {
	var answer T
	err := s.read(ctx, func(r *reader) error {
		var err error
		answer, err = question(r)
		return err
	})
	return answer, err
}

// Nodes answers nodes by id. See kg.Reader.
func (s *Store) Nodes(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	return ask(ctx, s, func(r *reader) ([]kg.Node, error) { return r.Nodes(ctx, ids, when) })
}

// List answers one page of the nodes of a kind. See kg.Reader.
func (s *Store) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	return ask(ctx, s, func(r *reader) (kg.NodePage, error) { return r.List(ctx, q) })
}

// Edges answers a page of edges for every one of from. See kg.Reader.
func (s *Store) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	return ask(ctx, s, func(r *reader) ([]kg.EdgePage, error) { return r.Edges(ctx, from, q) })
}

// Evidence answers a page of evidence for every one of facts. See kg.Reader.
func (s *Store) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	return ask(ctx, s, func(r *reader) ([]kg.EvidencePage, error) { return r.Evidence(ctx, facts, q) })
}

// Group counts nodes by a field or an edge. See kg.Reader.
func (s *Store) Group(ctx context.Context, q kg.GroupQuery) ([]kg.Bucket, error) {
	return ask(ctx, s, func(r *reader) ([]kg.Bucket, error) { return r.Group(ctx, q) })
}

// Search answers ranked hits. See kg.Reader.
func (s *Store) Search(ctx context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	return ask(ctx, s, func(r *reader) (kg.SearchPage, error) { return r.Search(ctx, q) })
}

// Paths answers shortest walks. See kg.Reader.
func (s *Store) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	return ask(ctx, s, func(r *reader) ([]kg.Path, error) { return r.Paths(ctx, q) })
}

// Neighborhood answers the graph round a node. See kg.Reader.
func (s *Store) Neighborhood(ctx context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	return ask(ctx, s, func(r *reader) (kg.Subgraph, error) { return r.Neighborhood(ctx, q) })
}

// Candidates answers suggested merges. See kg.Reader.
func (s *Store) Candidates(ctx context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	return ask(ctx, s, func(r *reader) (kg.CandidatePage, error) { return r.Candidates(ctx, q) })
}

// Changes answers what was applied since a sequence number. See kg.Reader.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	return ask(ctx, s, func(r *reader) ([]kg.Change, error) { return r.Changes(ctx, after, limit) })
}

// Stats answers counts that a person wants to see. See kg.Reader.
func (s *Store) Stats(ctx context.Context) (kg.Stats, error) {
	return ask(ctx, s, func(r *reader) (kg.Stats, error) { return r.Stats(ctx) })
}
