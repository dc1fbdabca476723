package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// rows are rows to be written, by the label or kind whose statement writes them.
type rows map[string][]any

func (r *rows) add(name string, row any) {
	if *r == nil {
		*r = rows{}
	}
	(*r)[name] = append((*r)[name], row)
}

// output is what a batch writes.
type output struct {
	nodesNew, nodesChanged, nodesGone rows // the new by all their labels, the others by the one they are found by
	edgesNew, edgesChanged, edgesGone rows
}

func (o *output) create(s *kg.EdgeSchema, row params) { o.edgesNew.add(string(s.Kind), row) }

func (o *output) change(s *kg.EdgeSchema, row params) { o.edgesChanged.add(string(s.Kind), row) }

func (o *output) remove(s *kg.EdgeSchema, f *kg.Fact) {
	o.edgesGone.add(string(s.Kind), params{"id": string(f.ID), "from": string(f.From), "to": string(f.To)})
}

// flush writes what the batch worked out: first what goes, then nodes, then what hangs on them.
func (b *batch) flush() error {
	for _, step := range []func() error{
		b.dropEvidence, b.dropEdges, b.writeNodes, b.writeEdges, b.writeEvidence, b.writePairs, b.writeMerges, b.writeDocuments,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// writeBy writes rows with the statement of each of their names, in order.
func (b *batch) writeBy(r rows, text func(name string) string) error {
	for _, name := range slices.Sorted(maps.Keys(r)) {
		if err := b.t.execRows(b.ctx, text(name), r[name]); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) dropEvidence() error {
	var gone []any
	for _, sub := range b.subjectsInOrder() {
		for _, s := range sub.removed {
			if b.owned.gone[s.origin.Article] {
				continue // it goes with its article
			}
			gone = append(gone, params{"article": string(s.origin.Article), "fact": s.subject, "start": int64(s.claim.Evidence.Start), "nr": int64(s.nr)})
		}
	}
	return b.t.execRows(b.ctx, cypher("evidence-delete"), gone)
}

func (b *batch) dropEdges() error {
	for name, list := range b.out.edgesGone {
		b.out.edgesGone[name] = slices.DeleteFunc(list, func(row any) bool {
			r, _ := row.(params)
			return b.owned.gone[kg.ID(textOf(r["from"]))] || b.owned.gone[kg.ID(textOf(r["to"]))] // it goes with its end
		})
	}
	return b.writeBy(b.out.edgesGone, byKind("edge-delete"))
}

// byKind fills a statement in for a kind of edges.
func byKind(name string) func(kind string) string {
	return func(kind string) string {
		s, _ := kg.EdgeSchemaOf(kg.EdgeKind(kind))
		return edgeCypher(name, s)
	}
}

func (b *batch) writeNodes() error {
	for _, step := range []struct {
		rows rows
		name string
	}{{b.out.nodesGone, "node-delete"}, {b.out.nodesNew, "node-create"}, {b.out.nodesChanged, "node-update"}} {
		if err := b.writeBy(step.rows, func(label string) string { return nodeCypher(step.name, label) }); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeEdges() error {
	if err := b.writeBy(b.out.edgesChanged, byKind("edge-update")); err != nil {
		return err
	}
	return b.writeBy(b.out.edgesNew, byKind("edge-create"))
}

func (b *batch) writeEvidence() error {
	var r rows
	for _, sub := range b.subjectsInOrder() {
		for _, s := range sub.added {
			kind, _ := kg.NodeKindOf(s.about())
			r.add(label(kind), s.proofRow())
		}
	}
	return b.writeBy(r, func(label string) string { return nodeCypher("evidence-create", label) })
}

func (b *batch) writePairs() error {
	var write, gone []any
	for p, d := range b.links.delta {
		switch n := b.links.stored[p] + d; {
		case d == 0:
		case n == 0:
			gone = append(gone, linkID(p))
		default:
			write = append(write, params{"id": linkID(p), "a": string(p.A), "b": string(p.B), "n": int64(n)})
		}
	}
	if err := b.t.execRows(b.ctx, cypher("link-write"), write); err != nil {
		return err
	}
	return b.t.execRows(b.ctx, cypher("link-delete"), gone)
}

func (b *batch) writeMerges() error {
	var write, gone []any
	for _, id := range slices.Sorted(maps.Keys(b.moved)) {
		if to := b.moved[id].to; to == id {
			gone = append(gone, string(id))
		} else {
			write = append(write, params{"id": string(id), "rep": string(to)})
		}
	}
	if err := b.t.execRows(b.ctx, cypher("merged-write"), write); err != nil {
		return err
	}
	return b.t.execRows(b.ctx, cypher("merged-delete"), gone)
}

func (b *batch) writeDocuments() error {
	var write, gone []any
	var s shrinker
	for _, r := range b.inOrder() {
		switch {
		case r.again():
		case r.new == nil:
			b.m.changed(kg.OpRemove, r.id)
			gone = append(gone, string(r.id))
		default:
			b.m.changed(kg.OpApply, r.id)
			row, err := r.new.row(&s)
			if err != nil {
				return err
			}
			write = append(write, row)
		}
	}
	if err := b.t.execRows(b.ctx, cypher("document-delete"), gone); err != nil {
		return err
	}
	return b.t.execRows(b.ctx, cypher("document-write"), write)
}
