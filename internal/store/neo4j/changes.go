package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// Changes sends one statement.
func (r *reader) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	if limit < 1 || limit > kg.MaxPage {
		return nil, fmt.Errorf("changes: limit %d, want 1 to %d: %w", limit, kg.MaxPage, kg.ErrInvalid)
	}
	var out []kg.Change
	err := r.t.each(ctx, cypher("change-list"), params{"after": after, "limit": int64(limit)}, func(values []any) error {
		out = append(out, kg.Change{Seq: int64(number(values[0])), Op: textOf(values[1]), Subject: kg.ID(textOf(values[2]))})
		return nil
	})
	return out, err
}

// Stats sends two statements: the server keeps the numbers of nodes and edges of each kind.
func (r *reader) Stats(ctx context.Context) (kg.Stats, error) {
	s := kg.Stats{Nodes: map[kg.NodeKind]int{}, Edges: map[kg.EdgeKind]int{}}
	m, err := readMeta(ctx, r.t, "meta-read")
	if err != nil {
		return s, err
	}
	s.Claims, s.RemainderCharacters, s.Judgements, s.Seq = m.claims, m.characters, m.judgements, m.seq
	q := newQuery("Counts the nodes and edges of each kind, and finds the first and last day of publication.", kg.When{})
	q.add("CALL () { MATCH (d:Document) RETURN count(d) AS n }\nRETURN 'documents' AS what, n, '' AS day\n")
	for i := range kg.NodeKinds {
		k := kg.NodeKinds[i].Kind
		q.add(fmt.Sprintf("UNION ALL CALL () { MATCH (n:%s) RETURN count(n) AS n } RETURN 'node %s' AS what, n, '' AS day\n", k, k))
	}
	for i := range kg.EdgeKinds {
		k := kg.EdgeKinds[i].Kind
		q.add(fmt.Sprintf("UNION ALL CALL () { MATCH ()-[x:%s]->() RETURN count(x) AS n } RETURN 'edge %s' AS what, n, '' AS day\n", k, k))
	}
	for _, day := range []struct{ what, dir string }{{"first", ""}, {"last", " DESC"}} {
		q.add("UNION ALL CALL () { MATCH (a:Article) WHERE a.published >= '' AND a.id IS NOT NULL RETURN a.published AS day ORDER BY a.published" +
			day.dir + " LIMIT 1 } RETURN '" + day.what + "' AS what, 0 AS n, day\n")
	}
	err = r.each(ctx, q, func(values []any) error {
		takeCount(&s, textOf(values[0]), number(values[1]), kg.Date(textOf(values[2])))
		return nil
	})
	return s, err
}

func takeCount(s *kg.Stats, what string, n int, day kg.Date) {
	var kind string
	switch {
	case what == "documents":
		s.Documents = n
	case what == "first":
		s.FirstPublished = day
	case what == "last":
		s.LastPublished = day
	case n == 0:
	case scan(what, "node ", &kind):
		s.Nodes[kg.NodeKind(kind)] = n
	case scan(what, "edge ", &kind):
		s.Edges[kg.EdgeKind(kind)] = n
	}
}

// scan cuts a prefix off what, and says whether it was there.
func scan(what, prefix string, rest *string) bool {
	var ok bool
	*rest, ok = strings.CutPrefix(what, prefix)
	return ok
}
