package kg

import "slices"

// Then is what was known on KnownAt of facts whose time may be another today. Filters stand on the summaries of all claims, so that a store
// that is asked for both times first reads the facts of which later articles may say otherwise (Unsettled) and folds them again from
// the claims published by KnownAt (Refold).
type Then struct {
	unsettled []string
	counting  []string
}

// Refold answers what was known then of the edges of kind that w.Unsettled picks: of all of them, or, where at isn't nil, of those of the
// nodes at, followed in direction d.
type Refold func(w When, kind EdgeKind, at []ID, d Direction) (*Then, error)

// MaxRefold is how many edges a store folds again at once: it holds all evidence of these.
const MaxRefold = 500

// Refolded keeps what one view has folded again, since each question of it asks for the same edges. The zero value is ready.
type Refolded struct{ done map[refolding]*Then }

// refolding is all unsettled edges of a kind, or, of one node, those in a direction.
type refolding struct {
	asOf, knownAt Date
	kind          EdgeKind
	at            ID
	d             Direction
}

// Once is refold, but for what it was asked before. What it answers for several nodes isn't kept: others are asked of next.
func (m *Refolded) Once(refold Refold) Refold {
	return func(w When, kind EdgeKind, at []ID, d Direction) (*Then, error) {
		if at != nil && len(at) != 1 {
			return refold(w, kind, at, d)
		}
		key := refolding{asOf: w.AsOf, knownAt: w.KnownAt, kind: kind}
		if at != nil {
			key.at, key.d = at[0], d
		}
		if then, ok := m.done[key]; ok {
			return then, nil
		}
		then, err := refold(w, kind, at, d)
		if err == nil {
			if m.done == nil {
				m.done = map[refolding]*Then{}
			}
			m.done[key] = then
		}
		return then, err
	}
}

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
		then, err := refold(w, k, at, d)
		if err != nil {
			return w, err
		}
		w.Then = w.Then.and(then)
	}
	return w, nil
}

// and is what t and more say; neither is changed, nil says nothing.
func (t *Then) and(more *Then) *Then {
	switch {
	case t == nil || len(t.unsettled) == 0:
		return more
	case more == nil || len(more.unsettled) == 0:
		return t
	}
	return &Then{slices.Concat(t.unsettled, more.unsettled), slices.Concat(t.counting, more.counting)}
}

// Add notes what edges, folded as known then, say of day.
func (t *Then) Add(edges []Edge, day Date) {
	for _, e := range edges {
		f := e.EdgeFact()
		t.unsettled = append(t.unsettled, string(f.ID))
		counts := string(f.FirstDate) <= day.Last()
		if h, ok := e.(*Holds); ok {
			_, counts = h.HeldOn(day)
		}
		if counts {
			t.counting = append(t.counting, string(f.ID))
		}
	}
}

// instead is asOf, but of unsettled facts what was known then.
func (t *Then) instead(asOf Filter) Filter {
	if t == nil || len(t.unsettled) == 0 || asOf.IsZero() {
		return asOf
	}
	return Filter{Or: []Filter{
		{Field: "id", Op: In, Values: t.counting},
		All(Filter{Not: &Filter{Field: "id", Op: In, Values: t.unsettled}}, asOf),
	}}
}
