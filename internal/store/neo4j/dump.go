package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Dump calls yield with every node by kind and id, then every edge by kind and id with its evidence, then the log; kinds come in
// the order of the schema table. See kg.Auditor. The server keeps no old states (see View), and what was told can't be taken
// back: where somebody committed meanwhile, or the connection broke, Dump fails.
func (s *Store) Dump(ctx context.Context, yield func(kg.Record) error) error {
	told := false
	return s.readLong(ctx, func(t *tx) error {
		if told { // the driver begins anew
			return fmt.Errorf("neo4j: the connection broke while the graph was read: %w", kg.ErrUnavailable)
		}
		r := &reader{t: t, store: s}
		base, err := r.seq(ctx)
		if err != nil {
			return err
		}
		err = r.dump(ctx, func(record kg.Record) error {
			told = true
			return yield(record)
		})
		if err != nil {
			return err
		}
		switch now, err := r.seq(ctx); {
		case err != nil:
			return err
		case now != base:
			return fmt.Errorf("neo4j: somebody wrote while the graph was read (from change %d to %d), and what was read is of no one state: %w",
				base, now, kg.ErrUnavailable)
		}
		return nil
	})
}

// seq is the number of the last change, once no commit of this process is half visible.
func (r *reader) seq(ctx context.Context) (int64, error) {
	leave, err := r.store.gate.ask(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	return readSeq(ctx, r.t)
}

func (r *reader) dump(ctx context.Context, yield func(kg.Record) error) error {
	for i := range kg.NodeKinds {
		if err := r.dumpNodes(ctx, &kg.NodeKinds[i], yield); err != nil {
			return err
		}
	}
	for i := range kg.EdgeKinds {
		if err := r.dumpEdges(ctx, &kg.EdgeKinds[i], yield); err != nil {
			return err
		}
	}
	log, err := r.judgements(ctx)
	for i := range log {
		if err := yield(kg.Record{Judgement: &log[i]}); err != nil {
			return err
		}
	}
	return err
}

// afterPrefix is the first text behind all ids of a kind: "-" is followed by ".".
func afterPrefix(prefix string) string { return prefix + "." }

func (r *reader) dumpNodes(ctx context.Context, s *kg.NodeSchema, yield func(kg.Record) error) error {
	text := strings.ReplaceAll(nodeCypher("node-page", label(s.Kind)), "properties(n)", columns("n", "$p.fields"))
	for last := s.Prefix + "-"; ; {
		var nodes []kg.Node
		err := r.t.each(ctx, text, params{"after": last, "end": afterPrefix(s.Prefix), "limit": int64(pageSize), "fields": nodeFields(s)}, func(values []any) error {
			n, err := nodeFrom(values[0])
			nodes = append(nodes, n)
			return err
		})
		if err != nil || len(nodes) == 0 {
			return err
		}
		for _, n := range nodes {
			if err := yield(kg.Record{Node: n}); err != nil {
				return err
			}
		}
		last = string(nodes[len(nodes)-1].NodeHead().ID)
	}
}

func (r *reader) dumpEdges(ctx context.Context, s *kg.EdgeSchema, yield func(kg.Record) error) error {
	for last := ""; ; {
		var edges []kg.Edge
		var ids []kg.ID
		err := r.t.each(ctx, edgeCypher("edge-page", s), params{"after": last, "limit": int64(pageSize)}, func(values []any) error {
			e, err := edgeOf(s, values[0])
			if err == nil {
				edges, ids = append(edges, e), append(ids, e.EdgeFact().ID)
			}
			return err
		})
		if err != nil || len(edges) == 0 {
			return err
		}
		proofs, err := r.Evidence(ctx, ids, kg.EvidenceQuery{Page: kg.Page{First: kg.MaxPage}})
		if err != nil {
			return err
		}
		for i, e := range edges {
			all, err := r.restOfEvidence(ctx, ids[i], proofs[i])
			if err != nil {
				return err
			}
			if err := yield(kg.Record{Edge: e, Proofs: all}); err != nil {
				return err
			}
		}
		last = string(ids[len(ids)-1])
	}
}

// restOfEvidence reads on behind a fact's first page.
func (r *reader) restOfEvidence(ctx context.Context, id kg.ID, page kg.EvidencePage) ([]kg.Proof, error) {
	all := page.Proofs
	for page.Info.HasNext {
		pages, err := r.Evidence(ctx, []kg.ID{id}, kg.EvidenceQuery{Page: kg.Page{First: kg.MaxPage, After: page.Info.End}})
		if err != nil {
			return nil, err
		}
		page = pages[0]
		all = append(all, page.Proofs...)
	}
	return all, nil
}
