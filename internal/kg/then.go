package kg

import "slices"

// Then is what was known on KnownAt of facts whose time may be another today. Filters stand on the summaries of all claims, so that a store
// that is asked for both times first reads the facts of which later articles may say otherwise (Unsettled) and folds them again from
// the claims published by KnownAt (Refold).
type Then struct {
	unsettled []string
	counting  []string
}

// Refold answers the edges of kind that w.Unsettled picks, folded from what was published by w.KnownAt: all of them, or, where at isn't
// nil, those of the nodes at, followed in direction d.
type Refold func(w When, kind EdgeKind, at []ID, d Direction) ([]Edge, error)

// Then makes the times of q those that were known then; a store calls it before it asks.
func (q *NodeQuery) Then(refold Refold) (err error) {
	q.When, err = q.When.known(refold, q.Where.kinds(nil), nil, Out)
	return err
}

// Then makes the times of q those that were known then, of the edges at from and of all that its filter asks for.
func (q *EdgeQuery) Then(from []ID, refold Refold) (err error) {
	if len(from) == 0 {
		return nil
	}
	if q.When, err = q.When.known(refold, []EdgeKind{q.Kind}, from, q.Direction); err == nil {
		q.When, err = q.When.known(refold, q.Node.kinds(nil), nil, Out)
	}
	return err
}

// Then makes the times of q those that were known then.
func (q *GroupQuery) Then(refold Refold) (err error) {
	q.When, err = q.When.known(refold, q.Where.kinds([]EdgeKind{q.Edge}), nil, Out)
	return err
}

// Then makes the times of q those that were known then.
func (q *PathQuery) Then(refold Refold) (err error) {
	q.When, err = q.When.knownAlong(refold, q.Via)
	return err
}

// Then makes the times of q those that were known then.
func (q *NeighborhoodQuery) Then(refold Refold) (err error) {
	q.When, err = q.When.knownAlong(refold, q.Via)
	return err
}

func (w When) knownAlong(refold Refold, via []EdgeKind) (When, error) {
	kinds, err := Walkable(via)
	if err != nil {
		return w, err
	}
	return w.known(refold, kinds, nil, Out)
}

// kinds adds the kinds of edges in f's quantifiers.
func (f *Filter) kinds(all []EdgeKind) []EdgeKind {
	for _, list := range [][]Filter{f.And, f.Or} {
		for i := range list {
			all = list[i].kinds(all)
		}
	}
	if f.Not != nil {
		all = f.Not.kinds(all)
	}
	for _, e := range []*EdgeFilter{f.Some, f.None} {
		if e != nil {
			all = e.Node.kinds(append(all, e.Kind))
		}
	}
	return all
}

// Unsettled is a filter for the edges of kind that were known on w.KnownAt, and may have counted otherwise as of w.AsOf then than they
// do today. The tenures of a one-seat post are so too where one of them is: it may end another.
func (w When) Unsettled(kind EdgeKind) Filter {
	known := Filter{Field: "firstPublished", Op: Lte, Value: string(w.KnownAt)}
	later := Filter{Field: "lastPublished", Op: Gt, Value: string(w.KnownAt)}
	if kind == HoldsPost {
		return All(known, later)
	}
	return All(known, later, asOf(kind, w.AsOf), Filter{Field: "lastDate", Op: Gt, Value: string(w.AsOf)})
}

// known is w with what was known then of the edges of those kinds that have a time; w itself where it asks for one time alone.
func (w When) known(refold Refold, kinds []EdgeKind, at []ID, d Direction) (When, error) {
	if w.AsOf == "" || w.KnownAt == "" {
		return w, nil
	}
	kinds = slices.Clone(kinds)
	slices.Sort(kinds)
	for _, k := range slices.Compact(kinds) {
		if s, ok := EdgeSchemaOf(k); !ok || !s.Dated {
			continue
		}
		edges, err := refold(w, k, at, d)
		if err != nil {
			return w, err
		}
		w.Then = w.Then.with(edges, w.AsOf)
	}
	return w, nil
}

// with is t and what edges, folded as known then, say of day.
func (t *Then) with(edges []Edge, day Date) *Then {
	if len(edges) == 0 {
		return t
	}
	out := &Then{}
	if t != nil {
		out.unsettled, out.counting = slices.Clone(t.unsettled), slices.Clone(t.counting)
	}
	for _, e := range edges {
		f := e.EdgeFact()
		out.unsettled = append(out.unsettled, string(f.ID))
		counts := string(f.FirstDate) <= day.Last()
		if h, ok := e.(*Holds); ok {
			_, counts = h.HeldOn(day)
		}
		if counts {
			out.counting = append(out.counting, string(f.ID))
		}
	}
	return out
}

// instead is asOf, but of unsettled facts what was known then.
func (t *Then) instead(asOf Filter) Filter {
	if t == nil || asOf.IsZero() {
		return asOf
	}
	return Filter{Or: []Filter{
		{Field: "id", Op: In, Values: t.counting},
		All(Filter{Not: &Filter{Field: "id", Op: In, Values: t.unsettled}}, asOf),
	}}
}
