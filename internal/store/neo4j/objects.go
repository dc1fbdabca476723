package neo4j

import (
	"context"
	"maps"
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
	schema, _ := kg.EdgeSchemaOf(j.Edge.Kind)
	return o.has(edgeCypher("edge-load", schema), params{"ids": []any{string(id)}})
}

// there says whether the objects of a judgement of the log can be found: a retracted fact among the claims that were kept
// aside, a reassigned node under its new id.
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
			return o.has(cypher("document-of-subject"), params{"ids": []any{string(id), string(asidePrefix + id)}})
		})
	case kg.JudgeRename:
		return some(j.Named(), o.node)
	case kg.JudgeReassign:
		for _, a := range j.Articles {
			if ok, err := o.has(nodeCypher("node-there", string(kg.ArticleKind)), params{"ids": []any{string(a)}}); err != nil || !ok {
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
	found, err := o.counted(id)
	_, ok := found[id]
	return ok, err
}

// counted is the node that id counts as, and all that do; true for those that documents name. None where no node is there.
func (o *objects) counted(id kg.ID) (map[kg.ID]bool, error) {
	kind, ok := kg.NodeKindOf(id)
	if !ok {
		return nil, nil
	}
	reps, err := o.reps(id)
	if err != nil {
		return nil, err
	}
	found := map[kg.ID]bool{}
	err = o.r.t.each(o.ctx, nodeCypher("node-load", label(kind)), params{"ids": list(reps)}, func(values []any) error {
		props, _ := values[0].(params)
		keys, err := unpackKeys(data(props["keys"]))
		found[kg.ID(textOf(props["id"]))] = false
		for k := range keys {
			found[k.id] = true
		}
		return err
	})
	return found, err
}

// reps are the nodes that ids count as.
func (o *objects) reps(ids ...kg.ID) ([]kg.ID, error) {
	merged := map[kg.ID]kg.ID{}
	err := o.r.t.each(o.ctx, cypher("merged-load"), params{"ids": list(ids)}, func(values []any) error {
		merged[kg.ID(textOf(values[0]))] = kg.ID(textOf(values[1]))
		return nil
	})
	out := slices.Clone(ids)
	for i, id := range ids {
		if rep, ok := merged[id]; ok {
			out[i] = rep
		}
	}
	return out, err
}

func (o *objects) has(text string, p params) (bool, error) {
	row, err := o.r.t.one(o.ctx, text, p)
	return row != nil, err
}

// fact is the id of the fact that a key names, merges followed.
func (o *objects) fact(k *kg.EdgeKey) (kg.ID, error) {
	ends, err := o.reps(k.From, k.To)
	if err != nil {
		return "", err
	}
	return kg.FactID(k.Kind, ends[0], ends[1], k.Key), nil
}

// describe fills what keeps a judgement readable when its objects are gone, unless the caller did.
func (o *objects) describe(j *kg.Judgement) error {
	ids := []kg.ID{j.A, j.B}
	var subject kg.ID
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
	if subject == "" {
		subject = j.A
		if nodes[0] != nil {
			subject = nodes[0].NodeHead().ID
		}
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
		res, claims, err := o.claimsOf("document-of-article", j.Articles, func(c *kg.Claim) bool { return slices.Contains(j.Articles, c.Article) }, j.A)
		if err == nil {
			j.Members = res.Members(j.A, j.Articles, claims)
		}
		return err
	case j.Verb == kg.JudgeRetract && j.Facts == nil:
		res, claims, err := o.claimsOf("document-of-subject", []kg.ID{fact}, func(c *kg.Claim) bool { return c.Kind == j.Edge.Kind && c.Key == j.Edge.Key }, j.Edge.From, j.Edge.To)
		if err == nil {
			j.Facts = res.Facts(*j.Edge, claims)
		}
		return err
	case j.Verb == kg.JudgeRename && j.Members == nil:
		found, err := o.counted(j.A)
		maps.DeleteFunc(found, func(id kg.ID, raw bool) bool { return !raw || id == j.A })
		j.Members = slices.AppendSeq(j.Members, maps.Keys(found))
		slices.Sort(j.Members)
		return err
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
	if len(ids) == 0 {
		return nil, nil
	}
	reps, err := o.reps(ids...)
	for i, id := range ids {
		res.Rep[id] = reps[i]
	}
	return res.Rulings.Joined(res.Of), err
}

// claimsOf is those claims of the documents that a statement answers for ids that keep picks, with what they and the other ids count as.
// Thousands of documents may speak of a fact: some dozens are held at a time.
func (o *objects) claimsOf(statement string, asked []kg.ID, keep func(*kg.Claim) bool, others ...kg.ID) (*kg.Resolution, []kg.Claim, error) {
	docs, err := listDocuments(o.ctx, o.r.t, statement, asked)
	if err != nil {
		return nil, nil, err
	}
	res := &kg.Resolution{Rulings: kg.Rule(o.log), Rep: map[kg.ID]kg.ID{}}
	var claims []kg.Claim
	for part := range slices.Chunk(docs, kg.MaxRecounted) {
		versions, err := storedOf(o.ctx, o.r.t, part)
		if err != nil {
			return nil, nil, err
		}
		for _, v := range versions {
			for i := range v.claims {
				if keep(&v.claims[i]) {
					claims = append(claims, v.claims[i])
				}
			}
		}
	}
	ids := res.Ends(claims, others...)
	reps, err := o.reps(ids...)
	for i, id := range ids {
		res.Rep[id] = reps[i]
	}
	return res, claims, err
}
