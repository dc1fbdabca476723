package sqlite

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// batch is one write transaction: documents that count anew, and all that follows from it.
type batch struct {
	ctx context.Context
	s   *session
	l   *layout

	revisions map[kg.ID]*revision
	recounted map[kg.ID]bool // documents that stay as they are, but whose claims may count otherwise
	before    reading
	after     reading

	linkDelta map[kg.Pair]int
	moved     map[kg.ID]move // raw nodes that count as another node than before

	subjects map[string]*subject
	nodes    map[kg.ID]*touched
	posts    map[kg.ID]bool // whose holders changed
	single   map[kg.ID]bool // whether a touched post has one seat
	reseated map[kg.ID]bool // posts that had another number of seats before
	gone     map[kg.ID]bool // owned nodes that were taken out, perhaps to be put in again
	fresh    map[kg.ID]bool // owned nodes that weren't there before
	clusters map[string]*cluster

	counters map[string]int64
	newFacts [][]any // rows of one table
	leaving  []placing
	coming   []placing
	sums     map[string]*kg.Sheet // of subjects whose claims must all be read again
}

// revision is a document that is replaced, removed, or the same under other reassignments.
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

func newBatch(ctx context.Context, s *session, l *layout, before, after kg.Rulings) *batch {
	return &batch{
		ctx: ctx, s: s, l: l,
		revisions: map[kg.ID]*revision{}, recounted: map[kg.ID]bool{},
		before:    reading{Resolution: kg.Resolution{Rulings: before, Rep: map[kg.ID]kg.ID{}}},
		after:     reading{Resolution: kg.Resolution{Rulings: after, Rep: map[kg.ID]kg.ID{}}},
		linkDelta: map[kg.Pair]int{}, moved: map[kg.ID]move{},
		subjects: map[string]*subject{}, nodes: map[kg.ID]*touched{}, posts: map[kg.ID]bool{}, single: map[kg.ID]bool{}, reseated: map[kg.ID]bool{},
		gone: map[kg.ID]bool{}, fresh: map[kg.ID]bool{}, clusters: map[string]*cluster{}, counters: map[string]int64{},
	}
}

// run works out what follows from the revisions and writes it.
func (b *batch) run() error {
	for _, step := range []func() error{
		b.merge, b.collect,
		b.writeMerges, b.writeRaw, b.writeOwned, b.writeProofs, b.writeNodes, b.writeFacts, b.writePlaces, b.writeSuccessions, b.writeReprints, b.writePlaces,
		b.writeDocuments, b.writeCounters,
	} {
		if err := step(); err != nil {
			return err
		}
		if err := b.ctx.Err(); err != nil {
			return wrap(b.ctx, "write", err)
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

func (b *batch) writeDocuments() error {
	for _, r := range b.inOrder() {
		var err error
		switch {
		case r.new == r.old: // the same text, counted anew
			continue
		case r.new == nil:
			b.counters["documents"]--
			err = b.changed(kg.OpRemove, r.id)
			if err == nil {
				_, err = b.s.exec(b.ctx, "DELETE FROM document WHERE id = ?", string(r.id))
			}
		default:
			if r.old == nil {
				b.counters["documents"]++
			}
			err = b.changed(kg.OpApply, r.id)
			if err == nil {
				err = b.writeDocument(r.new)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeDocument(v *version) error {
	d := v.doc
	src := d.Source
	_, err := b.s.exec(b.ctx, `INSERT INTO document (id, reader, hash, source, claimsHash, name, format, text, publication, place, date, page, claims, nodes)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET reader = excluded.reader, hash = excluded.hash, source = excluded.source,
		claimsHash = excluded.claimsHash, name = excluded.name, format = excluded.format, text = excluded.text,
		publication = excluded.publication, place = excluded.place, date = excluded.date, page = excluded.page, claims = excluded.claims, nodes = excluded.nodes`,
		string(d.ID), d.Reader, v.hash, v.source, v.claimsHash(), src.Name, src.Format, src.Text, src.Publication, src.Place, string(src.Date), src.Page, v.blob, v.nodes)
	return err
}

func (b *batch) changed(op string, subject kg.ID) error {
	_, err := b.s.exec(b.ctx, "INSERT INTO change (seq, op, subject) SELECT coalesce(max(seq), 0) + 1, ?, ? FROM change", op, string(subject))
	return err
}

func (b *batch) writeCounters() error {
	for _, name := range slices.Sorted(maps.Keys(b.counters)) {
		n := b.counters[name]
		if n == 0 {
			continue
		}
		if _, err := b.s.exec(b.ctx, "INSERT INTO counter (name, n) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n", name, n); err != nil {
			return err
		}
	}
	return nil
}
