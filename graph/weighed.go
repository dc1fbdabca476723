package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// The memory that reading takes.
const (
	rowBytes  = 500    // of a node or an edge, about, the texts of articles apart
	rowsATime = 10_000 // at most that one call may answer, so that a weight is taken before the next
	nodeRows  = 10     // as so many rows a node counts in this, since it may be an article
)

// weighed is a reader that fails, and stops those who read, when all that was read is more than the bytes that were left. Rows may be
// articles with their texts, whether these are selected or not.
type weighed struct {
	kg.Reader
	all, left int
	stop      context.CancelFunc
}

func (w *weighed) err() error {
	return fmt.Errorf("what must be read for the answer is larger than %d bytes: %w", w.all, errAnswer)
}

// take counts what was read, unless err says that nothing was.
func (w *weighed) take(err error, nodes []kg.Node, rows int) error {
	if err != nil {
		return err
	}
	w.left -= rowBytes * (len(nodes) + rows)
	for _, n := range nodes {
		if a, ok := n.(*kg.Article); ok {
			w.left -= len(a.Text)
		}
	}
	if w.left < 0 {
		w.stop()
		return w.err()
	}
	return nil
}

// Nodes is kg.Reader's, for some nodes after others where they are many.
func (w *weighed) Nodes(ctx context.Context, ids []kg.ID, when kg.When) ([]kg.Node, error) {
	return inPieces(ids, nodeRows, func(some []kg.ID) ([]kg.Node, error) {
		nodes, err := w.Reader.Nodes(ctx, some, when)
		return nodes, w.take(err, nodes, 0)
	})
}

// List is kg.Reader's.
func (w *weighed) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	p, err := w.Reader.List(ctx, q)
	return p, w.take(err, p.Nodes, 0)
}

// Edges is kg.Reader's, for some nodes after others where their pages may hold many rows.
func (w *weighed) Edges(ctx context.Context, from []kg.ID, q kg.EdgeQuery) ([]kg.EdgePage, error) {
	return inPieces(from, q.Page.Size(), func(some []kg.ID) ([]kg.EdgePage, error) {
		pages, err := w.Reader.Edges(ctx, some, q)
		for i := range pages {
			err = w.take(err, pages[i].Far, len(pages[i].Edges))
		}
		return pages, err
	})
}

// Evidence is kg.Reader's, for some facts after others where their pages may hold many rows.
func (w *weighed) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	return inPieces(facts, q.Page.Size(), func(some []kg.ID) ([]kg.EvidencePage, error) {
		pages, err := w.Reader.Evidence(ctx, some, q)
		for i := range pages {
			for _, p := range pages[i].Proofs {
				w.left -= len(p.Sentence) + len(p.Quote)
			}
			err = w.take(err, nil, len(pages[i].Proofs))
		}
		return pages, err
	})
}

// Search is kg.Reader's.
func (w *weighed) Search(ctx context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	p, err := w.Reader.Search(ctx, q)
	nodes := make([]kg.Node, len(p.Hits))
	for i := range p.Hits {
		nodes[i] = p.Hits[i].Node
		w.left -= len(p.Hits[i].Snippet)
	}
	return p, w.take(err, nodes, 0)
}

// Paths is kg.Reader's.
func (w *weighed) Paths(ctx context.Context, q kg.PathQuery) ([]kg.Path, error) {
	paths, err := w.Reader.Paths(ctx, q)
	for i := range paths {
		err = w.take(err, paths[i].Nodes, len(paths[i].Edges))
	}
	return paths, err
}

// Neighborhood is kg.Reader's.
func (w *weighed) Neighborhood(ctx context.Context, q kg.NeighborhoodQuery) (kg.Subgraph, error) {
	g, err := w.Reader.Neighborhood(ctx, q)
	return g, w.take(err, g.Nodes, len(g.Edges))
}

// inPieces asks for the pages of ids of so many rows, or for the nodes, so many at a time that no answer has more than rowsATime rows.
func inPieces[P any](ids []kg.ID, size int, ask func([]kg.ID) ([]P, error)) ([]P, error) {
	n := max(1, rowsATime/max(1, size))
	if len(ids) <= n {
		return ask(ids)
	}
	var out []P
	for some := range slices.Chunk(ids, n) {
		pages, err := ask(some)
		if err != nil {
			return nil, err
		}
		if len(pages) != len(some) {
			return nil, fmt.Errorf("%d answers to %d questions", len(pages), len(some))
		}
		out = append(out, pages...)
	}
	return out, nil
}
