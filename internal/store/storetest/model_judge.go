package storetest

import (
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
		return len(g.claims[g.fact(j.Edge)]) > 0
	case kg.JudgeReassign:
		for _, a := range j.Articles {
			if g.articles[a] == nil {
				return false
			}
		}
		return g.has(j.A) || g.has(kg.ReassignedID(j.A, j.Articles))
	case kg.JudgeSame, kg.JudgeDifferent, kg.JudgeRename:
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
