package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// merge finds which raw nodes count as which, before and after, and adds the documents that a changed merge touches.
func (b *batch) merge() error {
	ids := map[kg.ID]bool{}
	for _, r := range b.inOrder() {
		addNamed(ids, r.old, &b.before)
		addNamed(ids, r.new, &b.after)
		b.countLinks(r.old, &b.before, -1)
		b.countLinks(r.new, &b.after, 1)
	}
	b.ruled(ids, &b.before.Rulings)
	b.ruled(ids, &b.after.Rulings)
	touched, err := b.writeLinks()
	if err != nil {
		return err
	}
	c, err := b.closure(touched)
	if err != nil {
		return err
	}
	maps.Copy(ids, c.seen)
	if err := b.loadReps(ids); err != nil {
		return err
	}
	reps := kg.Components(slices.Collect(maps.Keys(c.links)), b.after.Rulings.Apart)
	for id := range c.seen {
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

// countLinks counts what v's claims say of persons that are one, as res reads them.
func (b *batch) countLinks(v *version, res *reading, sign int) {
	if v == nil {
		return
	}
	for i := range v.claims {
		if p, ok := res.Link(&v.claims[i]); ok {
			b.linkDelta[p] += sign
		}
	}
}

// addRetracted adds the documents of facts that are retracted now and weren't before, or the other way about: also where
// only a merge made it so.
func (b *batch) addRetracted() error {
	var subjects []kg.ID
	for _, id := range kg.Unlike(b.before.retracted, b.after.retracted) {
		subjects = append(subjects, id, kg.ID(subjectOf(kg.Resolved{Subject: id, Retracted: true})))
	}
	if len(subjects) == 0 {
		return nil
	}
	return b.recount(articlesOfSubjects, subjects)
}

// addReassigned adds the documents of articles whose reassignments differ: whole, since their links and raw nodes differ too.
func (b *batch) addReassigned() error {
	docs, err := listDocuments(b.ctx, b.s, articlesThemselves, b.before.Rulings.UnlikeArticles(&b.after.Rulings))
	if err != nil {
		return err
	}
	return eachStored(b.ctx, b.s, docs, func(id kg.ID, v *version) error {
		b.revisions[id] = &revision{id: id, old: v, new: v}
		return nil
	})
}

// addNamed collects the raw nodes that v's claims name, as res reads them.
func addNamed(ids map[kg.ID]bool, v *version, res *reading) {
	if v == nil {
		return
	}
	for i := range v.claims {
		c := &v.claims[i]
		ids[res.Raw(c.Article, c.From)] = true
		if c.To != "" {
			ids[res.Raw(c.Article, c.To)] = true
		}
	}
}

// ruled collects the nodes that rulings name.
func (b *batch) ruled(ids map[kg.ID]bool, r *kg.Rulings) {
	for _, k := range r.Retract {
		ids[k.From], ids[k.To] = true, true
	}
	for _, n := range r.Renamed {
		ids[n.ID] = true
	}
}

// settle gives after what moved, and both sides the facts and names that their rulings mean by it.
func (b *batch) settle() {
	for id, m := range b.moved {
		b.after.Rep[id] = m.to
	}
	b.before.retracted, b.before.names = b.before.Retracted(), b.before.Names()
	b.after.retracted, b.after.names = b.after.Retracted(), b.after.Names()
}

// writeLinks counts the claims that two are one, and answers the nodes whose links came or went.
func (b *batch) writeLinks() ([]kg.ID, error) {
	var out []kg.ID
	for p, d := range b.linkDelta {
		if d == 0 {
			continue
		}
		var n int
		if _, err := b.s.one(b.ctx, "SELECT n FROM link WHERE a = ? AND b = ?", []any{string(p.A), string(p.B)}, &n); err != nil {
			return nil, err
		}
		if (n == 0) != (n+d == 0) {
			out = append(out, p.A, p.B)
		}
		text, args := "INSERT INTO link (n, a, b) VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET n = excluded.n", []any{n + d, string(p.A), string(p.B)}
		if n+d == 0 {
			text, args = "DELETE FROM link WHERE a = ? AND b = ?", args[1:]
		}
		if _, err := b.s.exec(b.ctx, text, args...); err != nil {
			return nil, err
		}
	}
	for _, p := range b.before.Rulings.UnlikePairs(&b.after.Rulings) {
		out = append(out, p.A, p.B)
	}
	return out, nil
}

// closure is all nodes that are linked with some, and the links among them.
type closure struct {
	seen   map[kg.ID]bool
	links  map[kg.Pair]bool
	judged map[kg.ID][]kg.ID
	apart  map[kg.Pair]bool
	next   []kg.ID
}

// closure walks along links, claimed and judged, from the touched nodes.
func (b *batch) closure(touched []kg.ID) (*closure, error) {
	c := &closure{seen: map[kg.ID]bool{}, links: map[kg.Pair]bool{}, judged: map[kg.ID][]kg.ID{}, apart: b.after.Rulings.Apart, next: touched}
	for _, p := range b.after.Rulings.Same {
		c.judged[p.A], c.judged[p.B] = append(c.judged[p.A], p.B), append(c.judged[p.B], p.A)
	}
	for {
		frontier := c.frontier()
		if len(frontier) == 0 {
			return c, nil
		}
		err := b.s.each(b.ctx, `SELECT l.a, l.b FROM json_each(?1) j JOIN link l ON l.a = j.value
			UNION ALL SELECT l.b, l.a FROM json_each(?1) j JOIN link l ON l.b = j.value`, []any{idList(frontier)}, func(got *row) error {
			var x, y string
			err := got.scan(&x, &y)
			c.visit(kg.ID(x), kg.ID(y))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
}

// frontier takes the nodes to be asked for next, and follows what is judged of them.
func (c *closure) frontier() []kg.ID {
	var out []kg.ID
	for _, id := range c.next {
		if !c.seen[id] {
			c.seen[id] = true
			out = append(out, id)
		}
	}
	c.next = nil
	for _, id := range out {
		for _, other := range c.judged[id] {
			c.visit(id, other)
		}
	}
	return out
}

func (c *closure) visit(x, y kg.ID) {
	p := kg.MakePair(x, y)
	if c.apart[p] {
		return
	}
	c.links[p] = true
	if !c.seen[y] {
		c.next = append(c.next, y)
	}
}

// loadReps reads which nodes ids count as: before, and after unless they move.
func (b *batch) loadReps(ids map[kg.ID]bool) error {
	return eachRep(b.ctx, b.s, slices.Collect(maps.Keys(ids)), func(id, rep kg.ID) {
		b.before.Rep[id] = rep
		if _, moves := b.moved[id]; !moves {
			b.after.Rep[id] = rep
		}
	})
}

// eachRep calls yield for those of ids that are merged into another node.
func eachRep(ctx context.Context, s *session, ids []kg.ID, yield func(id, rep kg.ID)) error {
	if len(ids) == 0 {
		return nil
	}
	return s.each(ctx, "SELECT m.id, m.rep FROM json_each(?) j JOIN merged m ON m.id = j.value", []any{idList(ids)}, func(got *row) error {
		var id, rep string
		err := got.scan(&id, &rep)
		yield(kg.ID(id), kg.ID(rep))
		return err
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
		b.touch(m.from).body, b.touch(m.to).body = true, true
		for _, r := range []*kg.Rulings{&b.before.Rulings, &b.after.Rulings} {
			for article, to := range r.Reassign {
				if slices.Contains(slices.Collect(maps.Values(to)), id) {
					articles = append(articles, article)
				}
			}
		}
	}
	if err := b.recount(articlesOfSubjects, subjects); err != nil {
		return err
	}
	return b.recount(articlesThemselves, articles)
}

func (b *batch) writeMerges() error {
	for _, id := range slices.Sorted(maps.Keys(b.moved)) {
		m := b.moved[id]
		text, args := "INSERT INTO merged (rep, id) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET rep = excluded.rep", []any{string(m.to), string(id)}
		if m.to == id {
			text, args = "DELETE FROM merged WHERE id = ?", args[1:]
		}
		if _, err := b.s.exec(b.ctx, text, args...); err != nil {
			return err
		}
	}
	return nil
}

// idList is ids as JSON, for json_each.
func idList(ids []kg.ID) string { return textList(ids) }

func textList[T ~string](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings only
	}
	return string(b)
}
