package neo4j

import (
	"cmp"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// mark is a field and a value of kg.Mark: what a tally sums.
type mark struct{ field, value string }

// tallying is one subject being summed from its stored tallies.
type tallying struct {
	sub  *subject
	sums map[mark]*kg.Tally
	by   map[string]*clusterMarks // only the clusters whose claims came or went
}

// clusterMarks is which marks the claims of one cluster leave on a subject, before and after.
type clusterMarks struct {
	before, after map[mark]bool
	left          int // marks that other claims of the cluster may still be found to leave
	next          int // of cluster.before, the first not yet asked
}

// sum makes the tallies of all touched subjects: from the stored ones where that can be done, else from all claims.
func (b *batch) sum() error {
	var again []*subject
	var open []*tallying
	for _, sub := range b.subjectsInOrder() {
		if sub.as.Retracted {
			continue
		}
		if schema, ok := kg.EdgeSchemaOf(sub.as.Kind); ok && local(schema) {
			sub.tallies = tallyAll(sub.is)
			continue
		}
		stored, there := b.storedTallies(sub)
		if there && (len(stored) == 0 || extremeGone(stored, sub.removed)) {
			again = append(again, sub)
			continue
		}
		open = append(open, newTallying(sub, stored))
	}
	if err := b.sumAgain(again); err != nil {
		return err
	}
	if err := b.askOthers(open); err != nil {
		return err
	}
	for _, t := range open {
		t.sub.tallies = t.finish()
	}
	return nil
}

func tallyAll(sayings []*said) []kg.Tally {
	var sheet kg.Sheet
	for _, s := range sayings {
		sheet.Add(s.claim, s.origin)
	}
	return sheet.Tallies()
}

func (b *batch) storedTallies(sub *subject) ([]kg.Tally, bool) {
	if sub.as.Kind == kg.Attribute {
		n := b.nodes[kg.ID(sub.id)]
		return n.tallies, n.old != nil
	}
	f := b.facts[kg.ID(sub.id)]
	return f.tallies, f.old != nil
}

// extremeGone says whether a removed claim bore the first or last date of one of its marks.
func extremeGone(stored []kg.Tally, removed []*said) bool {
	if len(removed) == 0 {
		return false
	}
	at := make(map[mark]*kg.Tally, len(stored))
	for i := range stored {
		at[mark{stored[i].Field, stored[i].Value}] = &stored[i]
	}
	for _, s := range removed {
		for _, m := range s.claim.Marks(s.origin) {
			t := at[mark{m.Field, m.Value}]
			if t == nil || m.Date == t.First || m.Date == t.Last {
				return true
			}
		}
	}
	return false
}

// newTallying counts the claims that came and went; their clusters wait for finish.
func newTallying(sub *subject, stored []kg.Tally) *tallying {
	t := &tallying{sub: sub, sums: make(map[mark]*kg.Tally, len(stored)), by: map[string]*clusterMarks{}}
	for _, s := range stored {
		t.sums[mark{s.Field, s.Value}] = &s
	}
	for _, s := range sub.removed {
		t.count(s, -1)
	}
	for _, s := range sub.added {
		t.count(s, 1)
	}
	for _, c := range t.by {
		c.left = len(c.after)
	}
	return t
}

func (t *tallying) count(s *said, sign int) {
	c := t.by[s.origin.Cluster]
	if c == nil {
		c = &clusterMarks{before: map[mark]bool{}, after: map[mark]bool{}}
		t.by[s.origin.Cluster] = c
	}
	for _, m := range s.claim.Marks(s.origin) {
		k := mark{m.Field, m.Value}
		sum := t.sums[k]
		if sum == nil {
			sum = &kg.Tally{Field: m.Field, Value: m.Value, First: m.Date, Last: m.Date}
			t.sums[k] = sum
		}
		sum.N += sign
		if sign > 0 {
			sum.First, sum.Last = min(sum.First, m.Date), max(sum.Last, m.Date)
		}
		c.before[k] = c.before[k] || sign < 0
		c.after[k] = c.after[k] || sign > 0
	}
}

// stays notes that a claim of the cluster that neither came nor went leaves a mark.
func (c *clusterMarks) stays(k mark) {
	if was, asked := c.before[k]; asked && !(was && c.after[k]) {
		c.left--
		c.before[k], c.after[k] = true, true
	}
}

// finish adjusts the counts of distinct clusters and answers the tallies, by field and value.
func (t *tallying) finish() []kg.Tally {
	for _, c := range t.by {
		for k, after := range c.after {
			switch before := c.before[k]; {
			case after && !before:
				t.sums[k].Clusters++
			case before && !after:
				t.sums[k].Clusters--
			}
		}
	}
	out := make([]kg.Tally, 0, len(t.sums))
	for _, s := range t.sums {
		if s.N > 0 {
			out = append(out, *s)
		}
	}
	slices.SortFunc(out, func(x, y kg.Tally) int {
		return cmp.Or(cmp.Compare(x.Field, y.Field), cmp.Compare(x.Value, y.Value))
	})
	return out
}

// sumAgain sums subjects from all their claims: those that are stored and stay, and those that came.
func (b *batch) sumAgain(subjects []*subject) error {
	for part := range slices.Chunk(subjects, maxRows) {
		sheets := make(map[string]*kg.Sheet, len(part))
		removed := map[place]bool{}
		ids := make([]any, len(part))
		for i, sub := range part {
			ids[i], sheets[sub.id] = sub.id, &kg.Sheet{}
			for _, s := range sub.removed {
				removed[s.place()] = true
			}
			for _, s := range sub.added {
				sheets[sub.id].Add(s.claim, s.origin)
			}
		}
		err := b.t.each(b.ctx, cypher("evidence-of-subject"), params{"ids": ids, "day": lastDay}, func(values []any) error {
			s := proofOf(values)
			if !removed[s.place()] {
				sheets[s.subject].Add(s.claim, s.origin)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, sub := range part {
			sub.tallies = sheets[sub.id].Tallies()
		}
	}
	return nil
}

// lastDay is above every date.
const lastDay = "~"

// othersAtOnce is how many articles of a cluster are asked in one round: reprints mostly say the same, so that the first
// few answer.
const othersAtOnce = 20

// subjectInCluster is a subject as one cluster speaks of it.
type subjectInCluster struct{ subject, cluster string }

// askOthers finds which marks are left, too, by claims that stay: of the other articles of the clusters whose claims came or went, and of an
// article that changes in itself only.
func (b *batch) askOthers(open []*tallying) error {
	for {
		waiting, facts, removed := b.nextOthers(open)
		if len(facts) == 0 {
			return nil
		}
		var rows []any
		for _, article := range slices.Sorted(maps.Keys(facts)) {
			rows = append(rows, params{"article": string(article), "facts": facts[article]})
		}
		for part := range slices.Chunk(rows, maxRows) {
			err := b.t.each(b.ctx, cypher("evidence-of-articles"), params{"rows": part}, func(values []any) error {
				s := proofOf(values)
				c := waiting[subjectInCluster{s.subject, s.origin.Cluster}]
				if c == nil || removed[s.place()] {
					return nil
				}
				for _, m := range s.claim.Marks(s.origin) {
					c.stays(mark{m.Field, m.Value})
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
}

// nextOthers lists the next articles to be asked, with the facts that they are asked about; those claims don't count that
// are on their way out.
func (b *batch) nextOthers(open []*tallying) (waiting map[subjectInCluster]*clusterMarks, facts map[kg.ID][]any, removed map[place]bool) {
	waiting, facts, removed = map[subjectInCluster]*clusterMarks{}, map[kg.ID][]any{}, map[place]bool{}
	for _, t := range open {
		for name, c := range t.by {
			others := b.clusters[name].before
			if c.left == 0 || c.next >= len(others) {
				continue
			}
			end := min(c.next+othersAtOnce, len(others))
			for _, m := range others[c.next:end] {
				facts[m.ID] = append(facts[m.ID], t.sub.id)
			}
			c.next = end
			waiting[subjectInCluster{t.sub.id, name}] = c
			for _, s := range t.sub.removed {
				removed[s.place()] = true
			}
		}
	}
	return waiting, facts, removed
}
