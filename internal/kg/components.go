package kg

import (
	"cmp"
	"slices"
)

// Pair is two raw nodes said to be one, or judged to be different; A < B.
type Pair struct{ A, B ID }

// MakePair orders the two.
func MakePair(a, b ID) Pair {
	if b < a {
		a, b = b, a
	}
	return Pair{a, b}
}

// Components maps every node of links, but those in apart, to the smallest id of its component. A node that stays alone is
// not in the map. The order of links doesn't matter.
func Components(links []Pair, apart map[Pair]bool) map[ID]ID {
	root := map[ID]ID{}
	var find func(ID) ID
	find = func(x ID) ID {
		r, ok := root[x]
		if !ok || r == x {
			return x
		}
		r = find(r)
		root[x] = r
		return r
	}
	for _, l := range links {
		if apart[l] {
			continue
		}
		a, b := find(l.A), find(l.B)
		if b < a {
			a, b = b, a
		}
		root[a], root[b] = a, a
	}
	out := make(map[ID]ID, len(root))
	for x := range root {
		out[x] = find(x)
	}
	return out
}

// ClusterMember is an article of a reprint cluster.
type ClusterMember struct {
	ID        ID
	Published Date
}

// Reprints makes the REPRINT_OF edges of one cluster: every member to the earliest, by publication day and then by id.
func Reprints(members []ClusterMember) []Edge {
	if len(members) < 2 {
		return nil
	}
	sorted := slices.Clone(members)
	slices.SortFunc(sorted, func(a, b ClusterMember) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	out := make([]Edge, 0, len(sorted)-1)
	for _, m := range sorted[1:] {
		e := newEdge(ReprintOf, &Link{})
		*e.EdgeFact() = Fact{
			ID: FactID(ReprintOf, m.ID, sorted[0].ID, ""), Kind: ReprintOf, From: m.ID, To: sorted[0].ID, ArticleCount: 1,
			Confidence: 1000, FirstDate: m.Published, LastDate: m.Published, FirstPublished: m.Published, LastPublished: m.Published,
		}
		out = append(out, e)
	}
	return out
}
