package neo4j

import (
	"context"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Dump calls yield with every node by kind and id, then every edge by kind and id with its evidence; kinds come in the
// order of the schema table. See kg.Auditor. It reads in one transaction, but the server has no snapshots: what a writer
// changes meanwhile may be told before or after.
func (s *Store) Dump(ctx context.Context, yield func(kg.Record) error) error {
	return s.readLong(ctx, func(t *tx) error {
		r := &reader{t, s}
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
		return nil
	})
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
