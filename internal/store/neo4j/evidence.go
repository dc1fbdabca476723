package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// evidenceKeys are how many fields order the evidence of a fact: published, article, start, nr.
const evidenceKeys = 4

// Evidence sends one statement for all facts' pages and one for all their counts.
func (r *reader) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	pages := make([]kg.EvidencePage, len(facts))
	for i := range pages {
		pages[i].Total = -1
	}
	day := lastDay
	if q.KnownAt != "" {
		day = q.KnownAt.Last()
	}
	if q.Count {
		if err := r.countEvidence(ctx, facts, day, pages); err != nil {
			return nil, err
		}
	}
	if q.Page.Size() == 0 || len(facts) == 0 {
		return pages, nil
	}
	rows, err := r.evidenceRows(ctx, facts, &q, day)
	if err != nil {
		return nil, err
	}
	for i, list := range rows {
		list, more := kg.CutPage(q.Page, list)
		p, scope := &pages[i], q.Scope(facts[i])
		for _, row := range list {
			p.Proofs = append(p.Proofs, row.proof)
			p.Cursors = append(p.Cursors, kg.Cursor{Keys: row.keys(), ID: facts[i]}.Encode(scope))
		}
		p.Info = q.Page.Info(more, p.Cursors)
	}
	return pages, nil
}

func (r *reader) countEvidence(ctx context.Context, facts []kg.ID, day string, pages []kg.EvidencePage) error {
	for i := range pages {
		pages[i].Total = 0
	}
	return r.t.each(ctx, cypher("evidence-count"), params{"ids": list(facts), "day": day}, func(values []any) error {
		pages[number(values[0])].Total = number(values[1])
		return nil
	})
}

type evidenceRow struct {
	proof kg.Proof
	nr    int
}

func (e *evidenceRow) keys() []string {
	p := &e.proof
	return []string{string(p.Printed), string(p.Article), strconv.Itoa(p.Start), strconv.Itoa(e.nr)}
}

// evidenceRows seeks, for each fact, the first rows of its evidence.
func (r *reader) evidenceRows(ctx context.Context, facts []kg.ID, q *kg.EvidenceQuery, day string) ([][]evidenceRow, error) {
	sql := newQuery("Reads a page of evidence for each of several facts, with the text of each article once.", kg.When{})
	sql.p["ids"] = list(facts)
	sql.add("UNWIND range(0, size($p.ids) - 1) AS i\nWITH i, $p.ids[i] AS id\nCALL (id) {\n  MATCH (a)-[e:EVIDENCE]->()\n  USING INDEX e:EVIDENCE(fact, published)\n")
	sql.add("  WHERE e.fact = id AND e.published <= " + sql.param(day))
	dir, err := evidenceCursor(sql, facts, q)
	if err != nil {
		return nil, err
	}
	sql.add(fmt.Sprintf("\n  RETURN a, e ORDER BY e.fact%[1]s, e.published%[1]s, e.article%[1]s, e.start%[1]s, e.nr%[1]s LIMIT %[2]s\n}\n", dir, sql.param(int64(q.Page.Size()+1))))
	sql.add("WITH a, collect([i, e.fact, a.id, a.cluster, properties(e)]) AS rows\nRETURN a.text, a.page, a.parts, rows")
	out := make([][]evidenceRow, len(facts))
	err = r.each(ctx, sql, func(values []any) error {
		text := []rune(textOf(values[0]))
		var parts kg.Parts
		if err := parts.UnmarshalText([]byte(textOf(values[2]))); err != nil {
			return fmt.Errorf("neo4j: parts of an article: %w", err)
		}
		rows, _ := values[3].([]any)
		for _, row := range rows {
			columns, _ := row.([]any)
			s := proofOf(columns[1:])
			i := number(columns[0])
			out[i] = append(out[i], evidenceRow{s.proof(text, parts.PageAt(s.claim.Evidence.Start, textOf(values[1]))), s.nr})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, rows := range out {
		sortEvidence(rows, q.Page.Backward())
	}
	return out, nil
}

// evidenceCursor adds the condition that evidence stands behind the cursor, and answers the direction of reading.
func evidenceCursor(sql *query, facts []kg.ID, q *kg.EvidenceQuery) (string, error) {
	op, dir := ">", ""
	if q.Page.Backward() {
		op, dir = "<", " DESC"
	}
	for _, id := range facts {
		cursor := q.Page.After + q.Page.Before
		if cursor == "" {
			break
		}
		c, err := kg.DecodeCursor(cursor, q.Scope(id), evidenceKeys)
		if err != nil {
			return "", err
		}
		start, err1 := strconv.ParseInt(c.Keys[2], 10, 64)
		nr, err2 := strconv.ParseInt(c.Keys[3], 10, 64)
		if err1 != nil || err2 != nil {
			return "", fmt.Errorf("%.40q: %w", cursor, kg.ErrCursor)
		}
		p, a, s, n := sql.param(c.Keys[0]), sql.param(c.Keys[1]), sql.param(start), sql.param(nr)
		sql.add(fmt.Sprintf(" AND e.published %[1]s= %[2]s AND (e.published %[1]s %[2]s OR e.article %[1]s %[3]s OR e.article = %[3]s AND (e.start %[1]s %[4]s OR e.start = %[4]s AND e.nr %[1]s %[5]s))", op, p, a, s, n))
	}
	return dir, nil
}

// proof cuts sentence and quote out of the article's text: offsets are code points, which Cypher doesn't count.
func (s *said) proof(text []rune, page string) kg.Proof {
	e := s.claim.Evidence
	sentence, quote := e.Cut(text)
	return kg.Proof{Evidence: e, Article: s.origin.Article, Page: page, Sentence: sentence, Quote: quote, Date: s.claim.Date, Printed: s.origin.Published}
}

// sortEvidence orders the rows of a fact as they were read: the texts of articles came between.
func sortEvidence(rows []evidenceRow, back bool) {
	slices.SortFunc(rows, func(x, y evidenceRow) int {
		a, b := &x.proof, &y.proof
		order := cmp.Or(cmp.Compare(a.Printed, b.Printed), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(x.nr, y.nr))
		if back {
			return -order
		}
		return order
	})
}
