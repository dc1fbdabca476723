package sqlite

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// cluster is a reprint cluster that a batch touches.
type cluster struct {
	before []kg.ClusterMember
	after  []kg.ClusterMember
}

// tally sums a subject's claims: from its stored tallies where that can be done, else from all of its claims. The rows of
// proof are written by now.
func (b *batch) tally(sub *subject, there bool, stored []kg.Tally) ([]kg.Tally, error) {
	if there && again(sub, stored) {
		return b.sumAgain(sub)
	}
	sums := map[[2]string]*kg.Tally{}
	for _, t := range stored {
		sums[[2]string{t.Field, t.Value}] = &t
	}
	for _, side := range []struct {
		list []*said
		n    int
	}{{sub.removed, -1}, {sub.added, 1}} {
		for _, s := range side.list {
			for _, m := range s.claim.Marks(s.origin) {
				k := [2]string{m.Field, m.Value}
				t := sums[k]
				if t == nil {
					t = &kg.Tally{Field: m.Field, Value: m.Value, First: m.Date, Last: m.Date}
					sums[k] = t
				}
				t.N += side.n
				if side.n > 0 {
					t.First, t.Last = min(t.First, m.Date), max(t.Last, m.Date)
				}
			}
		}
	}
	if err := b.countClusters(sub, there, sums); err != nil {
		return nil, err
	}
	out := make([]kg.Tally, 0, len(sums))
	for _, t := range sums {
		if t.N > 0 {
			out = append(out, *t)
		}
	}
	slices.SortFunc(out, func(x, y kg.Tally) int {
		return cmp.Or(cmp.Compare(x.Field, y.Field), cmp.Compare(x.Value, y.Value))
	})
	return out, nil
}

// extremeGone says whether a removed claim bore the first or last date of one of its marks.
func extremeGone(stored []kg.Tally, removed []*said) bool {
	for _, s := range removed {
		for _, m := range s.claim.Marks(s.origin) {
			i := slices.IndexFunc(stored, func(t kg.Tally) bool { return t.Field == m.Field && t.Value == m.Value })
			if i < 0 || m.Date == stored[i].First || m.Date == stored[i].Last {
				return true
			}
		}
	}
	return false
}

// countClusters adjusts the counts of distinct clusters: a cluster counts for a mark while one of its claims leaves it.
func (b *batch) countClusters(sub *subject, there bool, sums map[[2]string]*kg.Tally) error {
	type sides struct{ before, after map[[2]string]bool }
	touched := map[string]*sides{}
	leave := func(s *said, before, after bool) {
		t := touched[s.origin.Cluster]
		if t == nil {
			t = &sides{map[[2]string]bool{}, map[[2]string]bool{}}
			touched[s.origin.Cluster] = t
		}
		for _, m := range s.claim.Marks(s.origin) {
			k := [2]string{m.Field, m.Value}
			t.before[k], t.after[k] = t.before[k] || before, t.after[k] || after
		}
	}
	for _, s := range sub.removed {
		leave(s, true, false)
	}
	for _, s := range sub.added {
		leave(s, false, true)
	}
	for name, t := range touched {
		if there {
			rest, err := b.restOf(sub, name, t.before)
			if err != nil {
				return err
			}
			for k := range rest {
				t.before[k], t.after[k] = true, true
			}
		}
		for k, after := range t.after {
			if sums[k] == nil {
				continue
			}
			if after && !t.before[k] {
				sums[k].Clusters++
			} else if !after && t.before[k] {
				sums[k].Clusters--
			}
		}
	}
	return nil
}

// restOf lists those of the marks in want that a cluster's other claims leave on sub: those of members that were there before, an article
// that changes in itself among them, since its claims may stay as they are. It stops as soon as all are found: reprints mostly say the same.
func (b *batch) restOf(sub *subject, name string, want map[[2]string]bool) (map[[2]string]bool, error) {
	added := make(map[proofKey]bool, len(sub.added))
	for _, s := range sub.added {
		added[s.key()] = true
	}
	rest := map[[2]string]bool{}
	left := len(want)
	for _, m := range b.clusters[name].before {
		if left == 0 {
			break
		}
		err := eachProof(b.ctx, b.s, "p.subject = ? AND p.published = ? AND p.article = ?",
			[]any{sub.id, string(m.Published), string(m.ID)}, sub.as.Kind, func(p *proof) error {
				if added[p.key()] {
					return nil
				}
				for _, m := range p.claim.Marks(p.origin) {
					k := [2]string{m.Field, m.Value}
					if _, ok := want[k]; ok && !rest[k] {
						rest[k] = true
						left--
					}
				}
				return nil
			})
		if err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// again says whether all claims of a subject must be read again: its tallies aren't kept, or an extreme is gone.
func again(sub *subject, stored []kg.Tally) bool {
	return len(stored) == 0 || extremeGone(stored, sub.removed)
}

// sumAgain answers the tallies of all claims of a subject.
func (b *batch) sumAgain(sub *subject) ([]kg.Tally, error) {
	sheet := b.sums[sub.id]
	if sheet == nil {
		if err := b.readAgain([]string{sub.id}, sub.as.Kind); err != nil {
			return nil, err
		}
		sheet = b.sums[sub.id]
	}
	delete(b.sums, sub.id)
	if sheet == nil {
		return nil, nil
	}
	return sheet.Tallies(), nil
}

// readAgain sums all claims of subjects of one kind, in one statement. The rows of proof don't change any more.
func (b *batch) readAgain(subjects []string, kind kg.EdgeKind) error {
	if len(subjects) == 0 {
		return nil
	}
	if b.sums == nil {
		b.sums = make(map[string]*kg.Sheet, len(subjects))
	}
	return b.s.each(b.ctx, "SELECT "+proofColumns+" FROM json_each(?) j CROSS JOIN proof p ON p.subject = j.value", []any{textList(subjects)}, func(got *row) error {
		p, err := scanProof(got, kind)
		if err != nil {
			return err
		}
		if b.sums[p.subject] == nil {
			b.sums[p.subject] = &kg.Sheet{}
		}
		b.sums[p.subject].Add(&p.claim, p.origin)
		return nil
	})
}
