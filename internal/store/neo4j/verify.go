package neo4j

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Verify recomputes everything from the documents' claims and the log, and answers what differs, sorted. It holds one
// small record for each claim in memory. See kg.Auditor. The server has no snapshots: what somebody commits meanwhile, or the
// server commits yet of a loader that was killed, looks wrong to a reader. So whatever is wrong is looked for again with the
// lease in hand, when nobody can write.
func (s *Store) Verify(ctx context.Context) ([]string, error) {
	var out []string
	err := s.readLong(ctx, func(t *tx) (err error) {
		out, err = s.verify(ctx, t)
		return err
	})
	if err != nil || len(out) == 0 {
		return nil, err
	}
	err = s.write(ctx, func(t *tx, _ *meta) (err error) {
		if out, err = s.verify(ctx, t); err == nil {
			err = errNothing
		}
		return err
	})
	if isNothing(err) || errors.Is(err, kg.ErrConflict) { // a store that is only read is nobody's to write to
		err = nil
	}
	return out, err
}

// verify answers what is wrong in the state that t sees.
func (s *Store) verify(ctx context.Context, t *tx) ([]string, error) {
	v := &verifier{ctx: ctx, r: &reader{t: t, store: s}, count: newRecount()}
	for _, step := range []func() error{v.resolve, v.countClaims, v.fold, v.compareNodes, v.compareEdges, v.compareEvidence, v.compareMeta} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.Sort(v.wrong)
	return v.wrong, nil
}

// verifier counts again.
type verifier struct {
	ctx   context.Context
	r     *reader
	res   reading
	count *recount
	nodes map[kg.ID]map[string]any // what a node's properties should be
	edges map[kg.ID]map[string]any
	wrong []string
}

func (v *verifier) report(format string, args ...any) {
	v.wrong = append(v.wrong, fmt.Sprintf(format, args...))
}

// versions calls fn with every stored document.
func (v *verifier) versions(fn func(*version) error) error {
	for last := ""; ; {
		var page []*version
		err := v.r.t.each(v.ctx, cypher("document-state-list"), params{"after": last, "limit": int64(pageSize)}, func(values []any) error {
			doc, err := stored(values)
			if err != nil {
				return err
			}
			if doc.claimsHash() != textOf(values[5]) || kg.Hash(doc.claims) != textOf(values[5]) {
				v.report("document %s: its claims have another hash", doc.id)
			}
			source := sourceFrom(values[7:])
			if kept := textOf(values[6]); kept != "" && kept != source.Digest() { // "": from before they were kept
				v.report("document %s: its source has another digest", doc.id)
			}
			page = append(page, doc)
			return nil
		})
		if err != nil || len(page) == 0 {
			return err
		}
		for _, doc := range page {
			if err := fn(doc); err != nil {
				return err
			}
		}
		last = string(page[len(page)-1].id)
	}
}

// resolve finds the merges anew and compares them.
func (v *verifier) resolve() error {
	log, err := readLog(v.ctx, v.r.t)
	if err != nil {
		return err
	}
	v.res = newReading(kg.Rule(log))
	links := map[kg.Pair]int{}
	err = v.versions(func(doc *version) error {
		for i := range doc.claims {
			if p, ok := v.res.Link(&doc.claims[i]); ok {
				links[p]++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	kept := map[kg.Pair]int{}
	err = v.r.t.each(v.ctx, cypher("link-list"), nil, func(values []any) error {
		kept[pairOf(values)] = number(values[2])
		return nil
	})
	if err != nil {
		return err
	}
	for p := range merged(links, kept) {
		if links[p] != kept[p] {
			v.report("pair %s %s: %d claims, %d kept", p.A, p.B, links[p], kept[p])
		}
	}
	v.res.Rep = kg.Components(append(slices.Collect(maps.Keys(links)), v.res.Rulings.Same...), v.res.Rulings.Apart)
	v.res.retracted, v.res.names = v.res.Retracted(), v.res.Names()
	return v.compareMerged()
}

func merged[K comparable, V any](a, b map[K]V) map[K]bool {
	out := make(map[K]bool, len(a)+len(b))
	for k := range a {
		out[k] = true
	}
	for k := range b {
		out[k] = true
	}
	return out
}

func (v *verifier) compareMerged() error {
	kept := map[kg.ID]kg.ID{}
	err := v.r.t.each(v.ctx, cypher("merged-list"), nil, func(values []any) error {
		kept[kg.ID(textOf(values[0]))] = kg.ID(textOf(values[1]))
		return nil
	})
	if err != nil {
		return err
	}
	for id := range merged(v.res.Rep, kept) {
		want := v.res.Of(id)
		if got, ok := kept[id]; ok && got != want || !ok && want != id {
			v.report("node %s: merged into %q, should be %s", id, kept[id], want)
		}
	}
	return nil
}

// compareNodes compares every node that isn't owned with what its claims add up to, and the owned ones by their number.
func (v *verifier) compareNodes() error {
	for i := range kg.NodeKinds {
		s := &kg.NodeKinds[i]
		found := 0
		err := v.pages(nodeCypher("node-page", label(s.Kind)), s.Prefix+"-", afterPrefix(s.Prefix), func(props params) {
			id := kg.ID(textOf(props["id"]))
			if s.Owned {
				found++
				if !v.count.owned[id] {
					v.report("%s %s belongs to no document", s.Kind, id)
				}
				delete(v.count.owned, id)
				return
			}
			v.compare("node", id, v.nodes[id], props)
			delete(v.nodes, id)
		})
		if err != nil {
			return err
		}
	}
	for id := range v.nodes {
		v.report("node %s is missing", id)
	}
	for id := range v.count.owned {
		v.report("node %s is missing", id)
	}
	return nil
}

// pages calls fn with the properties of everything that a statement lists page by page.
func (v *verifier) pages(text, after, end string, fn func(params)) error {
	for {
		n := 0
		err := v.r.t.each(v.ctx, text, params{"after": after, "end": end, "limit": int64(pageSize)}, func(values []any) error {
			props, _ := values[0].(params)
			after = textOf(props["id"])
			n++
			fn(props)
			return nil
		})
		if err != nil || n == 0 {
			return err
		}
	}
}

func (v *verifier) compareEdges() error {
	for i := range kg.EdgeKinds {
		s := &kg.EdgeKinds[i]
		err := v.pages(edgeCypher("edge-page", s), "", "", func(props params) {
			id := kg.ID(textOf(props["id"]))
			v.compare(string(s.Kind), id, v.edges[id], props)
			delete(v.edges, id)
		})
		if err != nil {
			return err
		}
	}
	for id := range v.edges {
		v.report("edge %s is missing", id)
	}
	return nil
}

func (v *verifier) compare(what string, id kg.ID, want, got params) {
	if want == nil {
		v.report("%s %s has no claims", what, id)
		return
	}
	for k := range merged(want, got) {
		if !sameProperty(want[k], got[k]) {
			v.report("%s %s: %s is %v, should be %v", what, id, k, got[k], want[k])
		}
	}
}

// compareEvidence compares the evidence of every claim.
func (v *verifier) compareEvidence() error {
	extra := 0
	err := v.r.t.each(v.ctx, cypher("evidence-list"), nil, func(values []any) error {
		s := proofOf(values)
		want := v.count.proofs[s.place()]
		if want == nil {
			extra++
			return nil
		}
		if to := textOf(values[4]); to != string(want.about()) {
			v.report("evidence of %s in %s leads to %s, should to %s", s.subject, s.origin.Article, to, want.about())
		}
		props, _ := want.proofRow()["e"].(params)
		got, _ := values[3].(params)
		v.compare("evidence", kg.ID(s.subject), props, got)
		delete(v.count.proofs, s.place())
		return nil
	})
	if extra > 0 {
		v.report("%d pieces of evidence belong to no claim", extra)
	}
	for p := range v.count.proofs {
		v.report("evidence of %s in %s at %d is missing", p.subject, p.article, p.start)
	}
	return err
}

func (v *verifier) compareMeta() error {
	m, err := readMeta(v.ctx, v.r.t, "meta-read")
	if err != nil {
		return err
	}
	if m.claims != v.count.claims || m.characters != v.count.characters {
		v.report("%d claims and %d characters of remainders are counted, there are %d and %d", m.claims, m.characters, v.count.claims, v.count.characters)
	}
	return nil
}
