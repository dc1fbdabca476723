package walk

import (
	"cmp"
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Round answers the nodes within hops steps of from, from first, at most limit: nearer ones first, and of one distance
// those at the best supported edges, then by the edges' ids. cut says whether limit left some out.
func Round(ctx context.Context, from kg.ID, hops, limit int, expand Expand) (nodes []kg.ID, cut bool, err error) {
	seen := map[kg.ID]bool{from: true}
	nodes = []kg.ID{from}
	frontier := nodes
	for range hops {
		steps, err := expandAll(ctx, frontier, expand)
		if err != nil {
			return nil, false, err
		}
		slices.SortFunc(steps, func(x, y Step) int {
			return cmp.Or(cmp.Compare(y.Support, x.Support), cmp.Compare(x.Fact, y.Fact))
		})
		frontier = nil
		for _, st := range steps {
			if seen[st.To] {
				continue
			}
			if len(nodes) == limit {
				return nodes, true, nil
			}
			seen[st.To] = true
			nodes, frontier = append(nodes, st.To), append(frontier, st.To)
		}
	}
	return nodes, false, nil
}
