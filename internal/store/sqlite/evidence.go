package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
)

// evidenceKeys are the columns that order the evidence of a fact.
var evidenceKeys = []string{"published", "article", "start", "nr"}

// Evidence sends one statement for all facts' pages, another where several facts have more evidence than their pages hold, one for
// all counts, and one for the texts that hold NUL.
func (r *reader) Evidence(ctx context.Context, facts []kg.ID, q kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	pages := make([]kg.EvidencePage, len(facts))
	for i := range pages {
		pages[i].Total = -1
	}
	known := kg.Date("~").Last() // above every date
	if q.KnownAt != "" {
		known = q.KnownAt.Last()
	}
	if q.Count {
		if err := r.countEvidence(ctx, facts, known, pages); err != nil {
			return nil, err
		}
	}
	if q.Page.Size() == 0 || len(facts) == 0 {
		return pages, nil
	}
	rows, err := r.evidenceRows(ctx, facts, &q, known)
	if err != nil {
		return nil, err
	}
	for i, list := range rows {
		sortEvidence(list, q.Page.Backward())
		list, more := kg.CutPage(q.Page, list)
		p, scope := &pages[i], q.Scope(facts[i])
		for j := range list {
			p.Proofs = append(p.Proofs, list[j].proof)
			p.Cursors = append(p.Cursors, kg.Cursor{Keys: list[j].keys(), ID: facts[i]}.Encode(scope))
		}
		p.Info = q.Page.Info(more, p.Cursors)
	}
	return pages, r.cutAgain(ctx, func(yield func(*kg.Proof) bool) {
		for i := range pages {
			for j := range pages[i].Proofs {
				if !yield(&pages[i].Proofs[j]) {
					return
				}
			}
		}
	})
}

func (r *reader) countEvidence(ctx context.Context, facts []kg.ID, known string, pages []kg.EvidencePage) error {
	return r.s.each(ctx, "SELECT j.key, (SELECT count(*) FROM proof p WHERE p.subject = j.value AND p.published <= ?) FROM json_each(?) j",
		[]any{known, idList(facts)}, func(got *row) error {
			var i, n int
			err := got.scan(&i, &n)
			pages[i].Total = n
			return err
		})
}

// cutAgain cuts the sentences and words of proofs out of their articles here where SQLite gave less of them than it was asked for: its
// substr takes NUL for the end of a text.
func (r *reader) cutAgain(ctx context.Context, proofs iter.Seq[*kg.Proof]) error {
	short := map[kg.ID][]*kg.Proof{}
	for p := range proofs {
		if utf8.RuneCountInString(p.Sentence) < p.SentenceEnd-p.SentenceStart || utf8.RuneCountInString(p.Quote) < p.End-p.Start {
			short[p.Article] = append(short[p.Article], p)
		}
	}
	if len(short) == 0 {
		return nil
	}
	return r.s.each(ctx, `SELECT a.id, a.text FROM json_each(?) j CROSS JOIN "n_Article" a ON a.id = j.value`, []any{idList(slices.Sorted(maps.Keys(short)))}, func(got *row) error {
		var id, text string
		if err := got.scan(&id, &text); err != nil {
			return err
		}
		whole := []rune(text)
		for _, p := range short[kg.ID(id)] {
			p.Sentence, p.Quote = p.Cut(whole)
		}
		return nil
	})
}

// evidenceColumns are what a reader is told of proof p of the fact j, its sentence and its words cut out of article a by the database, so
// that whole articles needn't be read; its substr counts code points. Behind them are the page, and the parts of an article
// that stands on several.
const evidenceColumns = `j.key, p.published, p.article, p.start, p.nr, p.end, p.sentenceStart, p.sentenceEnd, p.confidence, p.rule, p.date,
	substr(a.text, p.sentenceStart + 1, p.sentenceEnd - p.sentenceStart), substr(a.text, p.start + 1, p.end - p.start),
	a.page, CASE WHEN instr(a.parts, '"page"') THEN a.parts ELSE '' END`

type evidenceRow struct {
	fact  int // among those that were asked for
	nr    int
	proof kg.Proof
}

// evidenceOf takes one row of evidenceColumns.
func evidenceOf(got *row) (evidenceRow, error) {
	text := func(i int) string { s, _ := got.values[i].(string); return s }
	number := func(i int) int { n, _ := got.values[i].(int64); return int(n) }
	var parts kg.Parts
	if err := parts.UnmarshalText([]byte(text(14))); err != nil {
		return evidenceRow{}, fmt.Errorf("sqlite: parts of article %s: %w", text(2), err)
	}
	return evidenceRow{
		number(0), number(4),
		kg.Proof{
			Evidence: kg.Evidence{Start: number(3), End: number(5), SentenceStart: number(6), SentenceEnd: number(7), Confidence: number(8), Rule: text(9)},
			Article:  kg.ID(text(2)), Page: parts.PageAt(number(3), text(13)), Sentence: text(11), Quote: text(12), Date: kg.Date(text(10)), Printed: kg.Date(text(1)),
		},
	}, nil
}

// keys are the values of evidenceKeys.
func (e *evidenceRow) keys() []string {
	return []string{string(e.proof.Printed), string(e.proof.Article), strconv.Itoa(e.proof.Start), strconv.Itoa(e.nr)}
}

func sortEvidence(rows []evidenceRow, backward bool) {
	slices.SortFunc(rows, func(a, b evidenceRow) int {
		if backward {
			a, b = b, a
		}
		x, y := &a.proof, &b.proof
		return cmp.Or(cmp.Compare(x.Printed, y.Printed), cmp.Compare(x.Article, y.Article), cmp.Compare(x.Start, y.Start), cmp.Compare(a.nr, b.nr))
	})
}

// evidenceRows seeks, for each fact, the first rows of its evidence, as many as a page and one more at least, in no order. Of several
// facts it reads all rows, if the pages would hold as many: most facts have a few, and a bound for each costs as much again.
func (r *reader) evidenceRows(ctx context.Context, facts []kg.ID, q *kg.EvidenceQuery, known string) ([][]evidenceRow, error) {
	after, err := evidenceAfter(facts, q)
	if err != nil {
		return nil, err
	}
	if room := len(facts) * (q.Page.Size() + 1); len(facts) > 1 {
		sql := r.evidenceBehind(facts, &after)
		sql.add(" AND p.published <= ?", known)
		out, n, err := r.scanEvidence(ctx, len(facts), sql, room+1)
		if err != nil || n <= room {
			return out, err
		}
	}
	sql := r.evidenceBehind(facts, &after)
	boundEvidence(sql, q.Page, known, &after)
	out, _, err := r.scanEvidence(ctx, len(facts), sql, -1)
	return out, err
}

// evidenceBehind begins a statement for the rows behind the cursors.
func (r *reader) evidenceBehind(facts []kg.ID, after *evidenceCursors) *query {
	sql := r.query(kg.When{})
	sql.add("SELECT "+evidenceColumns+" FROM json_each(?) j CROSS JOIN proof p ON p.subject = j.value", idList(facts))
	after.add(sql, "p")
	return sql
}

// scanEvidence reads the rows of sql, at most limit, a negative one for all, and tells how many they were.
func (r *reader) scanEvidence(ctx context.Context, facts int, sql *query, limit int) (out [][]evidenceRow, n int, err error) {
	sql.add(` CROSS JOIN "n_Article" a ON a.id = p.article LIMIT ?`, limit)
	out = make([][]evidenceRow, facts)
	err = r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		e, err := evidenceOf(got)
		out[e.fact] = append(out[e.fact], e)
		n++
		return err
	})
	return out, n, err
}

// boundEvidence keeps the rows of each fact up to the first behind its page: that row's key, or the end of all keys, bounds the range
// of the table that is read.
func boundEvidence(sql *query, page kg.Page, known string, after *evidenceCursors) {
	const key = "%[1]s.published%[2]s, %[1]s.article%[2]s, %[1]s.start%[2]s, %[1]s.nr%[2]s"
	op, dir, day, article := "<=", "", known, "~" // above every id
	if page.Backward() {
		op, dir, day, article = ">=", " DESC", "", ""
		sql.add(" AND p.published <= ?", known)
	}
	sql.add(fmt.Sprintf(" AND ("+key+") "+op+" (SELECT * FROM (SELECT ", "p", "")+fmt.Sprintf(key, "s", "")+" FROM proof s WHERE s.subject = j.value AND s.published <= ?", known)
	after.add(sql, "s")
	sql.add(fmt.Sprintf(" ORDER BY "+key+" LIMIT 1 OFFSET ?) UNION ALL SELECT ?, ?, 0, 0 LIMIT 1)", "s", dir), page.Size(), day, article)
}

// evidenceCursors are the conditions that rows stand behind the cursors of a page.
type evidenceCursors struct {
	op   string
	keys [][]any
}

func evidenceAfter(facts []kg.ID, q *kg.EvidenceQuery) (evidenceCursors, error) {
	out := evidenceCursors{op: ">"}
	if q.Page.Backward() {
		out.op = "<"
	}
	cursor := q.Page.After + q.Page.Before
	if cursor == "" {
		return out, nil
	}
	for _, id := range facts {
		c, err := kg.DecodeCursor(cursor, q.Scope(id), len(evidenceKeys))
		if err != nil {
			return out, err
		}
		start, err1 := strconv.Atoi(c.Keys[2])
		nr, err2 := strconv.Atoi(c.Keys[3])
		if err1 != nil || err2 != nil {
			return out, fmt.Errorf("%.40q: %w", cursor, kg.ErrCursor)
		}
		out.keys = append(out.keys, []any{c.Keys[0], c.Keys[1], start, nr})
	}
	return out, nil
}

func (c *evidenceCursors) add(sql *query, alias string) {
	for _, keys := range c.keys {
		sql.add(fmt.Sprintf(" AND (%[1]s.published, %[1]s.article, %[1]s.start, %[1]s.nr) %s (?, ?, ?, ?)", alias, c.op), keys...)
	}
}
