package sqlite

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// objects finds what judgements speak of.
type objects struct {
	ctx context.Context
	r   *reader
	log []kg.Judgement
}

// judgeable says whether all objects of a new judgement are in the graph.
func (o *objects) judgeable(j *kg.Judgement) (bool, error) {
	if j.Verb != kg.JudgeRetract {
		return o.there(j)
	}
	id, err := o.fact(j.Edge)
	if err != nil {
		return false, err
	}
	return o.has("SELECT 1 FROM "+o.r.l.edges[j.Edge.Kind].name+" WHERE id = ?", id)
}

// there says whether the objects of a judgement of the log can be found: a retracted fact among the claims that were
// laid aside, a reassigned node under its new id.
func (o *objects) there(j *kg.Judgement) (bool, error) {
	switch j.Verb {
	case kg.JudgeUndo:
		return slices.ContainsFunc(o.log, func(x kg.Judgement) bool { return x.ID == j.A }), nil
	case kg.JudgeRetract:
		return some(j.Retracted(), func(k kg.EdgeKey) (bool, error) {
			id, err := o.fact(&k)
			if err != nil {
				return false, err
			}
			return o.has("SELECT 1 FROM proof WHERE subject IN (?1, 'x-' || ?1) LIMIT 1", id)
		})
	case kg.JudgeRename:
		return some(j.Named(), o.node)
	case kg.JudgeReassign:
		for _, a := range j.Articles {
			if ok, err := o.has(`SELECT 1 FROM "n_Article" WHERE id = ?`, a); err != nil || !ok {
				return false, err
			}
		}
		if ok, err := o.node(j.A); err != nil || ok {
			return ok, err
		}
		return o.node(kg.ReassignedID(j.A, j.Articles))
	case kg.JudgeSame, kg.JudgeDifferent:
	}
	for _, id := range []kg.ID{j.A, j.B} {
		if id == "" {
			continue
		}
		if ok, err := o.node(id); err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// some says whether there holds of any of list.
func some[T any](list []T, there func(T) (bool, error)) (bool, error) {
	for _, x := range list {
		if ok, err := there(x); err != nil || ok {
			return ok, err
		}
	}
	return false, nil
}

// node says whether a document names id, or a node is called so after merges.
func (o *objects) node(id kg.ID) (bool, error) {
	t := o.r.l.nodeOf(id)
	if t == nil {
		return false, nil
	}
	return o.has("SELECT 1 FROM raw WHERE id = ?1 UNION ALL SELECT 1 FROM "+t.name+" WHERE id = ?1 LIMIT 1", id)
}

func (o *objects) has(text string, id kg.ID) (bool, error) {
	var one int
	return o.r.s.one(o.ctx, text, []any{string(id)}, &one)
}

// fact is the id of the fact that a key names, merges followed.
func (o *objects) fact(k *kg.EdgeKey) (kg.ID, error) {
	var from, to string
	_, err := o.r.s.one(o.ctx, "SELECT "+canonical("?1")+", "+canonical("?2"), []any{string(k.From), string(k.To)}, &from, &to)
	return kg.FactID(k.Kind, kg.ID(from), kg.ID(to), k.Key), err
}

// describe fills what keeps a judgement readable when its objects are gone, unless the caller did.
func (o *objects) describe(j *kg.Judgement) error {
	ids, subject := []kg.ID{j.A, j.B}, j.A
	switch {
	case j.Verb == kg.JudgeUndo:
		return nil
	case j.Edge != nil:
		ids = []kg.ID{j.Edge.From, j.Edge.To}
		var err error
		if subject, err = o.fact(j.Edge); err != nil {
			return err
		}
	}
	if err := o.findRaw(j, subject); err != nil {
		return err
	}
	nodes, err := o.r.Nodes(o.ctx, ids, kg.When{})
	if err != nil {
		return err
	}
	if j.Keys == nil {
		for _, n := range nodes {
			if n != nil {
				j.Keys = append(j.Keys, n.NodeHead().Key)
			}
		}
	}
	if j.Edge == nil && nodes[0] != nil {
		subject = nodes[0].NodeHead().ID
	}
	if j.Quote != "" {
		return nil
	}
	proofs, err := o.r.Evidence(o.ctx, []kg.ID{subject}, kg.EvidenceQuery{Page: kg.Page{First: 1}})
	if err == nil && len(proofs[0].Proofs) > 0 {
		j.Quote = proofs[0].Proofs[0].Sentence
	}
	return err
}

// findRaw fills by which raw nodes, or facts, claims name what j speaks of, unless the caller did. fact is the fact that j retracts.
func (o *objects) findRaw(j *kg.Judgement, fact kg.ID) error {
	switch {
	case j.Verb == kg.JudgeReassign && j.Members == nil:
		res, claims, err := o.claimsOf(articlesThemselves, j.Articles, func(c *kg.Claim) bool { return slices.Contains(j.Articles, c.Article) }, j.A)
		if err == nil {
			j.Members = res.Members(j.A, j.Articles, claims)
		}
		return err
	case j.Verb == kg.JudgeRetract && j.Facts == nil:
		res, claims, err := o.claimsOf(articlesOfSubjects, []kg.ID{fact}, func(c *kg.Claim) bool { return c.Kind == j.Edge.Kind && c.Key == j.Edge.Key }, j.Edge.From, j.Edge.To)
		if err == nil {
			j.Facts = res.Facts(*j.Edge, claims)
		}
		return err
	case j.Verb == kg.JudgeRename && j.Members == nil:
		const members = `WITH node (id) AS (SELECT coalesce((SELECT rep FROM merged WHERE id = ?1), ?1))
			SELECT DISTINCT r.id FROM raw r WHERE r.id <> ?1 AND r.id IN (SELECT id FROM node UNION SELECT m.id FROM merged m WHERE m.rep = (SELECT id FROM node)) ORDER BY 1`
		return o.r.s.each(o.ctx, members, []any{string(j.A)}, func(got *row) error {
			var id string
			err := got.scan(&id)
			j.Members = append(j.Members, kg.ID(id))
			return err
		})
	}
	return nil
}

// joined lists the pairs judged different by a log that are one all the same.
func (o *objects) joined(log []kg.Judgement) ([]kg.Pair, error) {
	res := kg.Resolution{Rulings: kg.Rule(log), Rep: map[kg.ID]kg.ID{}}
	var ids []kg.ID
	for p := range res.Rulings.Apart {
		ids = append(ids, p.A, p.B)
	}
	err := eachRep(o.ctx, o.r.s, ids, func(id, rep kg.ID) { res.Rep[id] = rep })
	return res.Rulings.Joined(res.Of), err
}

// claimsOf is those claims of the documents of the articles that a query answers that keep picks, with what they and the other ids
// count as. Thousands of documents may speak of a fact: one is held at a time.
func (o *objects) claimsOf(articles string, asked []kg.ID, keep func(*kg.Claim) bool, others ...kg.ID) (*kg.Resolution, []kg.Claim, error) {
	docs, err := listDocuments(o.ctx, o.r.s, articles, asked)
	if err != nil {
		return nil, nil, err
	}
	res := &kg.Resolution{Rulings: kg.Rule(o.log), Rep: map[kg.ID]kg.ID{}}
	var claims []kg.Claim
	err = eachStored(o.ctx, o.r.s, docs, func(_ kg.ID, v *version) error {
		for i := range v.claims {
			if keep(&v.claims[i]) {
				claims = append(claims, v.claims[i])
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	err = eachRep(o.ctx, o.r.s, res.Ends(claims, others...), func(id, rep kg.ID) { res.Rep[id] = rep })
	return res, claims, err
}
