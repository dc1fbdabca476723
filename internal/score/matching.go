package score

import (
	"cmp"
	"slices"
)

// candidate is one item of the gold and one of the prediction that may be the same, with how much speaks for it.
type candidate struct {
	weight     float64
	gold, pred int
}

// matching is a one-to-one pairing of indexes, in both directions.
type matching struct {
	ofGold, ofPred map[int]int
}

// match pairs greedily, the heaviest first, then by index.
func match(list []candidate) matching {
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.gold, b.gold), cmp.Compare(a.pred, b.pred))
	})
	m := matching{map[int]int{}, map[int]int{}}
	for _, c := range list {
		_, usedGold := m.ofGold[c.gold]
		_, usedPred := m.ofPred[c.pred]
		if !usedGold && !usedPred {
			m.ofGold[c.gold], m.ofPred[c.pred] = c.pred, c.gold
		}
	}
	return m
}

// shared counts the names of gold that are the same as one of pred.
func shared(gold, pred []string) int {
	n := 0
	for _, a := range gold {
		if slices.ContainsFunc(pred, func(b string) bool { return sameName(a, b, 2) }) {
			n++
		}
	}
	return n
}
