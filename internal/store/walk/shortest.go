// Package walk finds shortest walks and neighbourhoods by breadth-first search in batches. It knows no store: a store
// lends it Expand. So the answers, and their order, are the same over every store.
package walk

import (
	"cmp"
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Step is an edge as it is walked: from From to To, whichever way the edge points.
type Step struct {
	From, To kg.ID
	Fact     kg.ID
	Kind     kg.EdgeKind
	Support  int // the edge's ArticleCount; only Round asks for it
}

// Expand answers all steps from each of nodes, in any order.
type Expand func(ctx context.Context, nodes []kg.ID) ([]Step, error)

// batchSize bounds the nodes of one call of Expand.
const batchSize = 500

func expandAll(ctx context.Context, nodes []kg.ID, expand Expand) ([]Step, error) {
	var out []Step
	for chunk := range slices.Chunk(nodes, batchSize) {
		steps, err := expand(ctx, chunk)
		if err != nil {
			return nil, err
		}
		out = append(out, steps...)
	}
	return out, nil
}

// side is the search from one end.
type side struct {
	dist     map[kg.ID]int
	depth    int
	frontier []kg.ID
	steps    map[kg.ID][]Step // by the node farther from the end where the side began
}

func newSide(id kg.ID) *side {
	return &side{dist: map[kg.ID]int{id: 0}, frontier: []kg.ID{id}, steps: map[kg.ID][]Step{}}
}

// grow walks one step farther.
func (s *side) grow(ctx context.Context, expand Expand) error {
	steps, err := expandAll(ctx, s.frontier, expand)
	if err != nil {
		return err
	}
	s.depth++
	s.frontier = nil
	for _, st := range steps {
		d, seen := s.dist[st.To]
		if !seen {
			s.dist[st.To] = s.depth
			s.frontier = append(s.frontier, st.To)
		}
		if !seen || d == s.depth {
			s.steps[st.To] = append(s.steps[st.To], st)
		}
	}
	slices.Sort(s.frontier)
	return nil
}

// Shortest answers the shortest walks of 1 to maxHops steps between two different nodes, at most limit, ordered by the ids
// of their edges one after another. It searches from both ends, the smaller frontier first.
func Shortest(ctx context.Context, from, to kg.ID, maxHops, limit int, expand Expand) ([][]Step, error) {
	a, b := newSide(from), newSide(to)
	for a.depth+b.depth < maxHops && len(a.frontier) > 0 && len(b.frontier) > 0 {
		grown, other := a, b
		if len(b.frontier) < len(a.frontier) {
			grown, other = b, a
		}
		if err := grown.grow(ctx, expand); err != nil {
			return nil, err
		}
		var meet []kg.ID
		for _, id := range grown.frontier {
			if _, ok := other.dist[id]; ok {
				meet = append(meet, id)
			}
		}
		if len(meet) > 0 {
			return enumerate(from, to, forward(a, b, meet), limit), nil
		}
	}
	return nil, nil
}

// forward lists, for each node on a shortest walk, the steps that lead on, ordered by their edges.
func forward(a, b *side, meet []kg.ID) map[kg.ID][]Step {
	next := map[kg.ID][]Step{}
	back := func(s *side, turn bool) {
		seen := map[kg.ID]bool{}
		for queue := slices.Clone(meet); len(queue) > 0; {
			id := queue[0]
			queue = queue[1:]
			if seen[id] {
				continue
			}
			seen[id] = true
			for _, st := range s.steps[id] {
				queue = append(queue, st.From)
				if turn {
					st.From, st.To = st.To, st.From
				}
				next[st.From] = append(next[st.From], st)
			}
		}
	}
	back(a, false)
	back(b, true)
	for _, steps := range next {
		slices.SortFunc(steps, func(x, y Step) int { return cmp.Compare(x.Fact, y.Fact) })
	}
	return next
}

// enumerate walks depth first, so that walks come in the order of their edges.
func enumerate(from, to kg.ID, next map[kg.ID][]Step, limit int) [][]Step {
	var out [][]Step
	var path []Step
	var visit func(kg.ID)
	visit = func(id kg.ID) {
		if id == to {
			out = append(out, slices.Clone(path))
			return
		}
		for _, st := range next[id] {
			if len(out) == limit {
				return
			}
			path = append(path, st)
			visit(st.To)
			path = path[:len(path)-1]
		}
	}
	visit(from)
	return out
}
