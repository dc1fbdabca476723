package kg

import (
	"cmp"
	"slices"
)

// Sheet sums the marks of one subject's claims into tallies from scratch; the order of claims doesn't matter. Stores keep
// tallies up to date by smaller steps, and use a sheet where they must read the claims again. The zero Sheet is empty.
type Sheet struct {
	sums map[markKey]*sum
}

type markKey struct{ field, value string }

type sum struct {
	n           int
	clusters    map[string]bool
	first, last Date
}

// Add counts the marks of c.
func (s *Sheet) Add(c *Claim, o Origin) {
	if s.sums == nil {
		s.sums = map[markKey]*sum{}
	}
	for _, m := range c.Marks(o) {
		k := markKey{m.Field, m.Value}
		t := s.sums[k]
		if t == nil {
			t = &sum{clusters: map[string]bool{}, first: m.Date, last: m.Date}
			s.sums[k] = t
		}
		t.n++
		t.clusters[o.Cluster] = true
		t.first, t.last = min(t.first, m.Date), max(t.last, m.Date)
	}
}

// Tallies answers the sums, ordered by field and value.
func (s *Sheet) Tallies() []Tally {
	out := make([]Tally, 0, len(s.sums))
	for k, t := range s.sums {
		out = append(out, Tally{Field: k.field, Value: k.value, N: t.n, Clusters: len(t.clusters), First: t.first, Last: t.last})
	}
	slices.SortFunc(out, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Value, b.Value))
	})
	return out
}
