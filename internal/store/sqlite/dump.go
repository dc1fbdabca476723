package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// dumpBatch bounds the edges that are held with all their evidence.
const dumpBatch = 100

// Dump calls yield with every node by kind and id, then every edge by kind and id with its evidence, then the log; kinds come in
// the order of the schema table. See kg.Auditor.
func (s *Store) Dump(ctx context.Context, yield func(kg.Record) error) error {
	return s.read(ctx, func(r *reader) error {
		for i := range kg.NodeKinds {
			if err := r.dumpNodes(ctx, r.l.nodes[kg.NodeKinds[i].Kind], yield); err != nil {
				return err
			}
		}
		for i := range kg.EdgeKinds {
			if err := r.dumpEdges(ctx, r.l.edges[kg.EdgeKinds[i].Kind], yield); err != nil {
				return err
			}
		}
		return r.dumpLog(ctx, yield)
	})
}

func (r *reader) dumpLog(ctx context.Context, yield func(kg.Record) error) error {
	log, err := r.judgements(ctx)
	for i := range log {
		if err := yield(kg.Record{Judgement: &log[i]}); err != nil {
			return err
		}
	}
	return err
}

func (r *reader) dumpNodes(ctx context.Context, t *nodeTable, yield func(kg.Record) error) error {
	return r.s.each(ctx, "SELECT "+quoted(t.cols, "n.")+" FROM "+t.name+" n ORDER BY n.id", nil, func(got *row) error {
		n := t.schema.New()
		if err := got.takeAll(0, kg.AllColumns(n)); err != nil {
			return err
		}
		return yield(kg.Record{Node: n})
	})
}

func (r *reader) dumpEdges(ctx context.Context, t *edgeTable, yield func(kg.Record) error) error {
	for last := ""; ; {
		var edges []kg.Edge
		var ids []kg.ID
		err := r.s.each(ctx, "SELECT "+quoted(t.cols, "e.")+" FROM "+t.name+" e WHERE e.id > ? ORDER BY e.id LIMIT ?", []any{last, dumpBatch}, func(got *row) error {
			e := t.schema.New()
			edges = append(edges, e)
			err := got.takeAll(0, t.ptrs(e))
			ids = append(ids, e.EdgeFact().ID)
			return err
		})
		if err != nil {
			return err
		}
		if len(edges) == 0 {
			return nil
		}
		proofs, err := r.allProofs(ctx, ids)
		if err != nil {
			return err
		}
		for i, e := range edges {
			if err := yield(kg.Record{Edge: e, Proofs: proofs[ids[i]]}); err != nil {
				return err
			}
		}
		last = string(ids[len(ids)-1])
	}
}

// allProofs reads all evidence of facts, in its order.
func (r *reader) allProofs(ctx context.Context, facts []kg.ID) (map[kg.ID][]kg.Proof, error) {
	out := map[kg.ID][]kg.Proof{}
	err := r.s.each(ctx, "SELECT "+evidenceColumns+` FROM json_each(?) j CROSS JOIN proof p ON p.subject = j.value CROSS JOIN "n_Article" a ON a.id = p.article
		ORDER BY j.key, p.published, p.article, p.start, p.nr`, []any{idList(facts)}, func(got *row) error {
		e, err := evidenceOf(got)
		id := facts[e.fact]
		out[id] = append(out[id], e.proof)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, r.cutAgain(ctx, func(yield func(*kg.Proof) bool) {
		for _, proofs := range out {
			for i := range proofs {
				if !yield(&proofs[i]) {
					return
				}
			}
		}
	})
}
