package neo4j

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// refold reads edges that may have counted otherwise as known then, and folds them again, once in a view.
func (r *reader) refold(ctx context.Context) kg.Refold {
	return r.folded.Once(func(when kg.When, kind kg.EdgeKind, at []kg.ID, d kg.Direction) (*kg.Then, error) {
		s, _ := kg.EdgeSchemaOf(kind)
		edges, err := r.unsettled(ctx, s, when, at, d)
		if err != nil {
			return nil, err
		}
		then := &kg.Then{}
		for some := range slices.Chunk(edges, kg.MaxRefold) {
			if err := r.edgesKnownAt(ctx, s, some, when.KnownAt); err != nil {
				return nil, err
			}
			then.Add(some, when.AsOf)
		}
		return then, nil
	})
}

// unsettled reads the edges of a kind that may have counted otherwise as known then.
func (r *reader) unsettled(ctx context.Context, s *kg.EdgeSchema, when kg.When, at []kg.ID, d kg.Direction) ([]kg.Edge, error) {
	f := when.Unsettled(s.Kind)
	q := newQuery("Reads the edges that may have counted otherwise, as was known then, than they do today.", kg.When{})
	if at != nil {
		_, near := nearEnd(s, d)
		q.p["ids"] = list(at)
		q.add(canonical + "WITH DISTINCT id\nMATCH " + pattern("a:"+label(near[0])+" {id: id}", "x", "", s.Kind, d))
	} else {
		q.add("MATCH ()-[x:" + string(s.Kind) + "]->()")
	}
	cond := q.condition(&f, position{alias: "x", field: s.Field})
	if s.Kind == kg.HoldsPost {
		day := q.param(string(when.KnownAt))
		cond += " OR x.firstPublished <= " + q.param(when.KnownAt.Last()) + " AND EXISTS { MATCH (t:Entity {id: x.to})<-[y:HOLDS]-() WHERE t.seats = 1 AND y.lastPublished > " + day + " }"
	}
	q.add("\nWHERE " + cond + "\nRETURN " + q.edgeColumns("x", s))
	var out []kg.Edge
	err := r.each(ctx, q, func(values []any) error {
		e, err := edgeFrom(s, values[0])
		out = append(out, e)
		return err
	})
	return out, err
}
