package storetest

import (
	"cmp"
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/suggest"
)

// Candidates is kg.Reader.Candidates over the maps.
func (r *modelReader) Candidates(ctx context.Context, q kg.CandidateQuery) (kg.CandidatePage, error) {
	return suggest.Page(ctx, r, q)
}

// Sounds counts the names of all nodes.
func (r *modelReader) Sounds(_ context.Context, kind kg.NodeKind, from suggest.Sound, limit int) ([]suggest.Sound, error) {
	n := map[string]int{}
	for _, x := range r.s.graph().nodesOf(kind) {
		n[x.NodeHead().NameKey]++
	}
	var out []suggest.Sound
	for key, bearers := range n {
		if s := (suggest.Sound{Key: key, N: bearers}); key != "" && bearers >= 2 && bearers <= kg.MaxBearers && compareSounds(s, from) >= 0 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, compareSounds)
	return out[:min(len(out), limit)], nil
}

func compareSounds(a, b suggest.Sound) int {
	return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.Key, b.Key))
}

// Apart folds the log.
func (r *modelReader) Apart(context.Context) (map[kg.Pair]bool, error) {
	return kg.Rule(r.s.log).Apart, nil
}
