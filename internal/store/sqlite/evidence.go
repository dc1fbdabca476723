package sqlite

import (
	"context"
	"fmt"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// evidenceKeys are the columns that order the evidence of a fact.
var evidenceKeys = []string{"published", "article", "start", "nr"}

// Evidence sends one statement for all facts' pages and one for all their counts.
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
		err := r.s.each(ctx, "SELECT j.key, (SELECT count(*) FROM proof p WHERE p.subject = j.value AND p.published <= ?) FROM json_each(?) j",
			[]any{known, idList(facts)}, func(scan func(...any) error) error {
				var i, n int
				err := scan(&i, &n)
				pages[i].Total = n
				return err
			})
		if err != nil {
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
		list, more := cut(q.Page, list)
		p, scope := &pages[i], q.Scope(facts[i])
		for _, row := range list {
			p.Proofs = append(p.Proofs, row.proof)
			p.Cursors = append(p.Cursors, kg.Cursor{Keys: row.keys, ID: facts[i]}.Encode(scope))
		}
		p.Info = infoOf(q.Page, more, p.Cursors)
	}
	return pages, nil
}

// proofText is the sentence and the words of proof p, cut out of article a by the database, so that whole articles needn't
// be read; its substr counts code points. Behind them are the page, and the parts of an article that stands on several.
const proofText = `substr(a.text, p.sentenceStart + 1, p.sentenceEnd - p.sentenceStart), substr(a.text, p.start + 1, p.end - p.start),
	a.page, CASE WHEN instr(a.parts, '"page"') THEN a.parts ELSE '' END`

type evidenceRow struct {
	subject string
	proof   kg.Proof
	keys    []string
}

// scanEvidence reads one row of proofColumns and proofText, after what lead points to.
func scanEvidence(scan func(...any) error, lead ...any) (evidenceRow, error) {
	var sentence, words, page, packed string
	p, err := scanProof(func(dest ...any) error { return scan(append(dest, &sentence, &words, &page, &packed)...) }, "", lead...)
	if err != nil {
		return evidenceRow{}, err
	}
	var parts kg.Parts
	if err := parts.UnmarshalText([]byte(packed)); err != nil {
		return evidenceRow{}, fmt.Errorf("sqlite: parts of article %s: %w", p.origin.Article, err)
	}
	o, e := p.origin, p.claim.Evidence
	return evidenceRow{
		p.subject,
		kg.Proof{Evidence: e, Article: o.Article, Page: parts.PageAt(e.Start, page), Sentence: sentence, Quote: words, Date: p.claim.Date, Printed: o.Published},
		[]string{string(o.Published), string(o.Article), strconv.Itoa(e.Start), strconv.Itoa(p.nr)},
	}, nil
}

// evidenceRows seeks, for each fact, the first rows of its evidence.
func (r *reader) evidenceRows(ctx context.Context, facts []kg.ID, q *kg.EvidenceQuery, known string) ([][]evidenceRow, error) {
	back := q.Page.Backward()
	op, dir := ">", ""
	if back {
		op, dir = "<", " DESC"
	}
	sql := r.query(kg.When{})
	sql.add("SELECT j.key, "+proofColumns+", "+proofText+` FROM json_each(?) j CROSS JOIN proof p ON p.subject = j.value AND (p.published, p.article, p.start, p.nr) IN (
			SELECT s.published, s.article, s.start, s.nr FROM proof s WHERE s.subject = j.value AND s.published <= ?`, idList(facts), known)
	for _, id := range facts {
		cursor := q.Page.After + q.Page.Before
		if cursor == "" {
			break
		}
		c, err := kg.DecodeCursor(cursor, q.Scope(id), len(evidenceKeys))
		if err != nil {
			return nil, err
		}
		start, err1 := strconv.Atoi(c.Keys[2])
		nr, err2 := strconv.Atoi(c.Keys[3])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%.40q: %w", cursor, kg.ErrCursor)
		}
		sql.add(" AND (s.published, s.article, s.start, s.nr) "+op+" (?, ?, ?, ?)", c.Keys[0], c.Keys[1], start, nr)
	}
	sql.add(fmt.Sprintf(` ORDER BY s.published%[1]s, s.article%[1]s, s.start%[1]s, s.nr%[1]s LIMIT ?) CROSS JOIN "n_Article" a ON a.id = p.article
		ORDER BY j.key, p.published%[1]s, p.article%[1]s, p.start%[1]s, p.nr%[1]s`, dir), q.Page.Size()+1)
	out := make([][]evidenceRow, len(facts))
	err := r.s.each(ctx, sql.text.String(), sql.args, func(scan func(...any) error) error {
		var i int
		row, err := scanEvidence(scan, &i)
		if err != nil {
			return err
		}
		out[i] = append(out[i], row)
		return nil
	})
	return out, err
}
