package storetest

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

func (g *graph) fact(k *kg.EdgeKey) kg.ID {
	return kg.FactID(k.Kind, g.res.Of(k.From), g.res.Of(k.To), k.Key)
}

func (g *graph) has(id kg.ID) bool {
	_, raw := g.raw[id]
	return raw || g.nodes[id] != nil
}

func (g *graph) judgeable(log []kg.Judgement, j *kg.Judgement) bool {
	if j.Verb == kg.JudgeRetract {
		return g.edges[g.fact(j.Edge)] != nil
	}
	return g.there(log, j)
}

func (g *graph) there(log []kg.Judgement, j *kg.Judgement) bool {
	switch j.Verb {
	case kg.JudgeUndo:
		return slices.ContainsFunc(log, func(x kg.Judgement) bool { return x.ID == j.A })
	case kg.JudgeRetract:
		return slices.ContainsFunc(j.Retracted(), func(k kg.EdgeKey) bool { return len(g.claims[g.fact(&k)]) > 0 })
	case kg.JudgeRename:
		return slices.ContainsFunc(j.Named(), g.has)
	case kg.JudgeReassign:
		for _, a := range j.Articles {
			if g.articles[a] == nil {
				return false
			}
		}
		return g.has(j.A) || g.has(kg.ReassignedID(j.A, j.Articles))
	case kg.JudgeSame, kg.JudgeDifferent:
	}
	return g.has(j.A) && (j.B == "" || g.has(j.B))
}

func (g *graph) describe(j *kg.Judgement) {
	ids, subject := []kg.ID{j.A, j.B}, g.res.Of(j.A)
	switch {
	case j.Verb == kg.JudgeUndo:
		return
	case j.Edge != nil:
		ids, subject = []kg.ID{j.Edge.From, j.Edge.To}, g.fact(j.Edge)
	}
	if j.Keys == nil {
		for _, id := range ids {
			if n := g.nodes[g.res.Of(id)]; n != nil {
				j.Keys = append(j.Keys, n.NodeHead().Key)
			}
		}
	}
	if list := g.evidence(subject); j.Quote == "" && len(list) > 0 {
		j.Quote = g.proof(list[0]).Sentence
	}
}

// findRaw fills by which raw nodes, or facts, claims name what j speaks of.
func (g *graph) findRaw(s *state, j *kg.Judgement) {
	var claims []kg.Claim
	for _, id := range slices.Sorted(maps.Keys(s.docs)) {
		claims = append(claims, s.docs[id].Claims...)
	}
	switch {
	case j.Verb == kg.JudgeReassign && j.Members == nil:
		j.Members = g.res.Members(j.A, j.Articles, claims)
	case j.Verb == kg.JudgeRetract && j.Facts == nil:
		j.Facts = g.res.Facts(*j.Edge, claims)
	case j.Verb == kg.JudgeRename && j.Members == nil:
		for id, rep := range g.res.Rep {
			if rep == g.res.Of(j.A) && id != j.A && g.raw[id] != nil {
				j.Members = append(j.Members, id)
			}
		}
		slices.Sort(j.Members)
	}
}
