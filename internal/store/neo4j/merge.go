package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// linkChanges counts the claims that two raw nodes are one.
type linkChanges struct {
	delta  map[kg.Pair]int
	stored map[kg.Pair]int
}

// merge finds which raw nodes count as which, before and after, and adds the documents that a changed merge touches.
func (b *batch) merge() error {
	ids := map[kg.ID]bool{}
	for _, r := range b.revisions {
		for _, s := range b.sides(r) {
			addNamed(ids, s.v, s.res)
			for i := range s.v.claims {
				if p, ok := s.res.Link(&s.v.claims[i]); ok {
					b.links.delta[p] += s.sign
				}
			}
		}
	}
	ruledNodes(ids, &b.before.Rulings)
	ruledNodes(ids, &b.after.Rulings)
	closure, pairs, err := b.relink()
	if err != nil {
		return err
	}
	maps.Copy(ids, closure)
	if err := b.loadReps(ids); err != nil {
		return err
	}
	reps := kg.Components(pairs, b.after.Rulings.Apart)
	for id := range closure {
		to, ok := reps[id]
		if !ok {
			to = id
		}
		if from := b.before.Of(id); from != to {
			b.moved[id] = move{from, to}
		}
	}
	if err := b.addMoved(); err != nil {
		return err
	}
	b.settle()
	if err := b.addRetracted(); err != nil {
		return err
	}
	b.settle()
	return nil
}

// addNamed collects the raw nodes that v's claims name, as res reads them.
func addNamed(ids map[kg.ID]bool, v *version, res *reading) {
	for i := range v.claims {
		c := &v.claims[i]
		ids[res.Raw(c.Article, c.From)] = true
		if c.To != "" {
			ids[res.Raw(c.Article, c.To)] = true
		}
	}
}

// ruledNodes collects the nodes that rulings name.
func ruledNodes(ids map[kg.ID]bool, r *kg.Rulings) {
	for _, k := range r.Retract {
		ids[k.From], ids[k.To] = true, true
	}
	for _, n := range r.Renamed {
		ids[n.ID] = true
	}
}

// relink reads how often the changed pairs are claimed now, and walks along claimed and judged pairs from those nodes
// whose pairs come or go: it answers all nodes of their components, and the pairs among them.
func (b *batch) relink() (map[kg.ID]bool, []kg.Pair, error) {
	var asked []string
	for p, d := range b.links.delta {
		if d != 0 {
			asked = append(asked, linkID(p))
		}
	}
	if len(asked) > 0 {
		slices.Sort(asked)
		err := b.t.each(b.ctx, cypher("link-load"), params{"ids": list(asked)}, func(values []any) error {
			b.links.stored[pairOf(values)] = number(values[2])
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	var start []kg.ID
	for p, d := range b.links.delta {
		if n := b.links.stored[p]; (n == 0) != (n+d == 0) {
			start = append(start, p.A, p.B)
		}
	}
	for _, p := range b.before.Rulings.UnlikePairs(&b.after.Rulings) {
		start = append(start, p.A, p.B)
	}
	w := pairWalk{seen: map[kg.ID]bool{}, pairs: map[kg.Pair]bool{}, apart: b.after.Rulings.Apart, judged: map[kg.ID][]kg.ID{}}
	for _, p := range b.after.Rulings.Same {
		w.judged[p.A], w.judged[p.B] = append(w.judged[p.A], p.B), append(w.judged[p.B], p.A)
	}
	for p, d := range b.links.delta {
		if d > 0 {
			w.judged[p.A], w.judged[p.B] = append(w.judged[p.A], p.B), append(w.judged[p.B], p.A)
		}
	}
	for len(start) > 0 {
		var err error
		if start, err = b.walkPairs(&w, start); err != nil {
			return nil, nil, err
		}
	}
	return w.seen, slices.Collect(maps.Keys(w.pairs)), nil
}

func linkID(p kg.Pair) string { return string(p.A) + " " + string(p.B) }

func pairOf(values []any) kg.Pair {
	return kg.MakePair(kg.ID(textOf(values[0])), kg.ID(textOf(values[1])))
}

// pairWalk is a walk along pairs of nodes that count as one.
type pairWalk struct {
	seen   map[kg.ID]bool
	pairs  map[kg.Pair]bool
	apart  map[kg.Pair]bool
	judged map[kg.ID][]kg.ID
}

// walkPairs goes one step from the nodes of start and answers the nodes of the next.
func (b *batch) walkPairs(w *pairWalk, start []kg.ID) ([]kg.ID, error) {
	var next, ask []kg.ID
	visit := func(p kg.Pair) {
		if w.apart[p] {
			return
		}
		w.pairs[p] = true
		for _, id := range []kg.ID{p.A, p.B} {
			if !w.seen[id] {
				next = append(next, id)
			}
		}
	}
	for _, id := range start {
		if !w.seen[id] {
			w.seen[id] = true
			ask = append(ask, id)
		}
	}
	if len(ask) == 0 {
		return nil, nil
	}
	for _, id := range ask {
		for _, other := range w.judged[id] {
			visit(kg.MakePair(id, other))
		}
	}
	err := b.t.each(b.ctx, cypher("link-of"), params{"ids": list(ask)}, func(values []any) error {
		if p := pairOf(values); number(values[2])+b.links.delta[p] > 0 {
			visit(p)
		}
		return nil
	})
	return next, err
}

// loadReps reads which nodes ids count as: before, and after unless they move.
func (b *batch) loadReps(ids map[kg.ID]bool) error {
	if len(ids) == 0 {
		return nil
	}
	return b.t.each(b.ctx, cypher("merged-load"), params{"ids": list(slices.Collect(maps.Keys(ids)))}, func(values []any) error {
		id, rep := kg.ID(textOf(values[0])), kg.ID(textOf(values[1]))
		b.before.Rep[id] = rep
		if _, moves := b.moved[id]; !moves {
			b.after.Rep[id] = rep
		}
		return nil
	})
}

// addMoved adds the documents that name a moved node, and touches what it was and will be.
func (b *batch) addMoved() error {
	if len(b.moved) == 0 {
		return nil
	}
	var subjects, articles []kg.ID
	for id, m := range b.moved {
		subjects = append(subjects, m.from)
		b.touch(m.from)
		b.touch(m.to)
		for _, r := range []*kg.Rulings{&b.before.Rulings, &b.after.Rulings} {
			for article, to := range r.Reassign {
				if slices.Contains(slices.Collect(maps.Values(to)), id) {
					articles = append(articles, article)
				}
			}
		}
	}
	slices.Sort(subjects)
	if err := b.recount("document-of-subject", slices.Compact(subjects)); err != nil {
		return err
	}
	return b.recount("document-of-article", articles)
}

// settle gives after what moved, and both sides the facts and names that their rulings mean by it.
func (b *batch) settle() {
	for id, m := range b.moved {
		b.after.Rep[id] = m.to
	}
	for _, r := range []*reading{&b.before, &b.after} {
		r.retracted, r.names = r.Retracted(), r.Names()
	}
}
