package sqlite

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// refold reads edges that may have counted otherwise as known then, and folds them again, once in a view.
func (r *reader) refold(ctx context.Context) kg.Refold {
	return r.folded.Once(func(when kg.When, kind kg.EdgeKind, at []kg.ID, d kg.Direction) (*kg.Then, error) {
		t := r.l.edges[kind]
		edges, err := r.unsettled(ctx, t, when, at, d)
		if err != nil {
			return nil, err
		}
		then := &kg.Then{}
		for some := range slices.Chunk(edges, kg.MaxRefold) {
			if err := r.edgesKnownAt(ctx, t, some, when.KnownAt); err != nil {
				return nil, err
			}
			then.Add(some, when.AsOf)
		}
		return then, nil
	})
}

// unsettled reads the edges of a kind that may have counted otherwise as known then.
func (r *reader) unsettled(ctx context.Context, t *edgeTable, when kg.When, at []kg.ID, d kg.Direction) ([]kg.Edge, error) {
	f := when.Unsettled(t.schema.Kind)
	sql := r.query(kg.When{})
	sql.add("SELECT " + quoted(t.cols, "e.") + " FROM ")
	if at != nil {
		sql.add("(SELECT DISTINCT a.fact FROM json_each(?) p CROSS JOIN adjacency a ON a.node = "+canonical("p.value")+" AND a.slot = ?) s CROSS JOIN "+t.name+" e ON e.id = s.fact",
			idList(at), t.slot(0, d))
	} else {
		sql.add(t.name + " e")
	}
	sql.add(" WHERE (1")
	sql.filter(&f, place{alias: "e", field: t.schema.Field})
	if t.schema.Kind == kg.HoldsPost {
		sql.add(` OR e."firstPublished" <= ? AND `, when.KnownAt.Last())
		if day := string(when.KnownAt); at == nil {
			sql.add(`e."to" IN (SELECT x."to" FROM `+t.name+` x CROSS JOIN "n_Post" n ON n.id = x."to" WHERE x."lastPublished" > ? AND n.seats = 1)`, day)
		} else { // the other holders of the posts of some edges, by the posts
			sql.add(`EXISTS (SELECT 1 FROM "n_Post" n WHERE n.id = e."to" AND n.seats = 1) AND EXISTS (SELECT 1 FROM adjacency b CROSS JOIN `+t.name+` x ON x.id = b.fact
				WHERE b.node = e."to" AND b.slot = ? AND x."lastPublished" > ?)`, t.slot(0, kg.Inward), day)
		}
	}
	sql.add(")")
	var out []kg.Edge
	err := r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		e := t.schema.New()
		out = append(out, e)
		return got.takeAll(0, t.ptrs(e))
	})
	return out, err
}
