package kg

import (
	"cmp"
	"fmt"
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

// Joined lists the pairs judged different that count as one all the same, as of tells, since others tie them: 一 and 三, where both
// are said to be 二.
func (r *Rulings) Joined(of func(ID) ID) []Pair {
	var out []Pair
	for p := range r.Apart {
		if of(p.A) == of(p.B) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}

// Apart judges j by calling judge, between two looks at the store by joined, which answers what Joined lists under a log, and
// refuses j as CheckApart does. log is without j.
func (j *Judgement) Apart(log []Judgement, joined func(log []Judgement) ([]Pair, error), judge func() error) error {
	before, err := joined(log)
	if err != nil {
		return err
	}
	if err := judge(); err != nil {
		return err
	}
	after, err := joined(append(slices.Clone(log), *j))
	if err != nil {
		return err
	}
	return j.CheckApart(before, after)
}

// CheckApart refuses j (ErrConflict) where it has no effect on two that it calls different, or makes one of two that were judged
// different. before and after are what Joined lists.
func (j *Judgement) CheckApart(before, after []Pair) error {
	for _, p := range after {
		own := j.Verb == JudgeDifferent && MakePair(j.A, j.B) == p
		if own || !slices.Contains(before, p) {
			return fmt.Errorf("judgement %q: %s and %s are judged different, and one through others that are each of them: judge those first: %w", j.Verb, p.A, p.B, ErrConflict)
		}
	}
	return nil
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
