package neo4j

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// batch is one write transaction: documents that count anew, and all that follows from it. It reads what it needs in few
// statements, works out in memory what changes (claims, tallies, folds), and then writes that.
type batch struct {
	ctx context.Context
	t   *tx
	m   *meta

	revisions map[kg.ID]*revision
	recounted map[kg.ID]bool // documents that stay as they are, but whose claims may count otherwise
	before    reading
	after     reading
	moved     map[kg.ID]move // raw nodes that count as another node than before

	links    linkChanges
	subjects map[string]*subject
	nodes    map[kg.ID]*entity
	facts    map[kg.ID]*fact
	held     map[kg.ID]bool // posts of which a tenure changed
	reseated map[kg.ID]bool // posts that came to have one seat, or have one no more
	seats    map[kg.ID]int  // of both
	clusters map[string]*cluster
	owned    ownedChanges
	out      output
}

// revision is a document that is replaced, removed, or the same under other reassignments (new is old).
type revision struct {
	id       kg.ID
	old, new *version // nil where it wasn't there, or won't be
}

// reading is how claims count at one moment.
type reading struct {
	kg.Resolution
	retracted map[kg.ID]bool
	names     map[kg.ID]string
}

type move struct{ from, to kg.ID }

func newReading(r kg.Rulings) reading {
	return reading{Resolution: kg.Resolution{Rulings: r, Rep: map[kg.ID]kg.ID{}}}
}

func newBatch(ctx context.Context, t *tx, m *meta, before, after kg.Rulings) *batch {
	return &batch{
		ctx: ctx, t: t, m: m, revisions: map[kg.ID]*revision{}, recounted: map[kg.ID]bool{}, before: newReading(before), after: newReading(after),
		moved: map[kg.ID]move{}, links: linkChanges{delta: map[kg.Pair]int{}, stored: map[kg.Pair]int{}},
		subjects: map[string]*subject{}, nodes: map[kg.ID]*entity{}, facts: map[kg.ID]*fact{}, held: map[kg.ID]bool{}, reseated: map[kg.ID]bool{},
		clusters: map[string]*cluster{}, owned: ownedChanges{gone: map[kg.ID]bool{}},
	}
}

// run works out what follows from the revisions and writes it.
func (b *batch) run() error {
	for _, step := range []func() error{
		b.merge, b.collect, b.countKeys, b.revise, // what is said
		b.loadClusters, b.loadNodes, b.loadFacts, b.sum, // what was known
		b.foldNodes, b.foldFacts, b.succeed, b.reprint, // what is known
		b.flush,
	} {
		if err := step(); err != nil {
			return err
		}
		if b.ctx.Err() != nil {
			return wrap(b.ctx, "write", b.ctx.Err())
		}
	}
	return nil
}

// inOrder lists the revisions by id, so that the same call does the same in the same order.
func (b *batch) inOrder() []*revision {
	out := make([]*revision, 0, len(b.revisions))
	for _, id := range slices.Sorted(maps.Keys(b.revisions)) {
		out = append(out, b.revisions[id])
	}
	return out
}

// side is a version of a document with the reading that it has then.
type side struct {
	v    *version
	res  *reading
	sign int
}

// sides lists what of r there was and what there will be.
func (b *batch) sides(r *revision) []side {
	var out []side
	if r.old != nil {
		out = append(out, side{r.old, &b.before, -1})
	}
	if r.new != nil {
		out = append(out, side{r.new, &b.after, 1})
	}
	return out
}

// again says whether r is a document whose text stays as it is.
func (r *revision) again() bool { return r.old == r.new }
