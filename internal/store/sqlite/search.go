package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// Search sends one statement over names and titles, another one over texts too where those don't fill the page, one for a
// count, and one for each kind of nodes found.
func (r *reader) Search(ctx context.Context, q kg.SearchQuery) (kg.SearchPage, error) {
	page := kg.SearchPage{Total: -1}
	if err := q.Check(); err != nil {
		return page, err
	}
	s := &searching{q: &q, words: text.Parse(q.Text), kinds: text.Searchable(q.Kinds), scope: q.Scope()}
	if q.Count {
		page.Total = 0
	}
	if len(s.words.Words) == 0 || len(s.kinds) == 0 {
		return page, nil
	}
	if q.Count {
		sql := r.query(q.When)
		sql.add("SELECT count(*) FROM (")
		s.hits(sql, true)
		sql.add(")")
		if _, err := r.s.one(ctx, sql.text.String(), sql.args, &page.Total); err != nil {
			return page, err
		}
	}
	if q.Page.Size() == 0 {
		return page, nil
	}
	var err error
	if s.from, err = text.PlaceOf(q.Page.After, s.scope); err != nil {
		return page, err
	}
	found, err := r.found(ctx, s, false)
	if err == nil && len(found) <= q.Page.Size() {
		found, err = r.found(ctx, s, true)
	}
	if err != nil {
		return page, err
	}
	found, more := kg.CutPage(q.Page, found)
	return page, r.showHits(ctx, s, found, more, &page)
}

// searching is one search.
type searching struct {
	q     *kg.SearchQuery
	words text.Query
	kinds []kg.NodeKind
	scope kg.Scope
	from  *text.Place // the page begins behind it; nil at the beginning
}

// hits adds a statement for all hits, id, rank, number of articles and date, of the kinds that are asked for.
func (s *searching) hits(q *query, texts bool) {
	q.add("WITH ranked (id, rank) AS MATERIALIZED (SELECT id, min(rank) FROM (")
	s.ranked(q, texts)
	q.add(") GROUP BY id) ")
	for i, k := range s.kinds {
		if i > 0 {
			q.add(" UNION ALL ")
		}
		t := q.l.nodes[k]
		articles, date := "n.articleCount", "n.lastSeen"
		if t.schema.Owned {
			articles, date = "0", "n.published"
		}
		prefix := t.schema.Prefix + "-"
		q.add(fmt.Sprintf("SELECT r.id AS id, r.rank AS rank, %s AS articles, %s AS date FROM ranked r CROSS JOIN %s n ON n.id = r.id WHERE substr(r.id, 1, %d) = ?", articles, date, t.name, len(prefix)), prefix)
		when := q.when.NodeFilter(k)
		q.filter(&when, place{alias: "n", kind: k, field: t.schema.Field})
	}
}

// ranked adds a union of every way to be found; a node may be found in several.
func (s *searching) ranked(q *query, texts bool) {
	last := string(rune(0x10FFFF))
	union := ""
	if key := s.words.Key; key != "" {
		q.add("SELECT id, iif(class = ? AND form = ?, ?, class) AS rank FROM form WHERE form >= ? AND form < ? AND class <> ?",
			int(text.NameForm), key, kg.RankExactName, key, key+last, int(text.PinyinForm))
		union = " UNION ALL "
	}
	if latin := s.words.Latin; latin != "" {
		q.add(union+"SELECT id, class AS rank FROM form WHERE form >= ? AND form < ? AND class = ?", latin, latin+"~", int(text.PinyinForm))
		union = " UNION ALL "
	}
	const words = "SELECT e.id, ? AS rank FROM words w CROSS JOIN entry e ON e.row = w.rowid WHERE w.words MATCH ?"
	q.add(union+words, kg.RankTitle, match(&s.words, "names : "))
	if texts {
		q.add(" UNION ALL "+words, kg.RankText, match(&s.words, ""))
	}
}

// match is the words in FTS5's language, each a quoted phrase; bigrams hold no quotes.
func match(q *text.Query, column string) string {
	phrases := q.Phrases()
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = column + `"` + p.Tokens + `"`
		if p.Prefix {
			out[i] += "*"
		}
	}
	return strings.Join(out, " AND ")
}

func (r *reader) found(ctx context.Context, s *searching, texts bool) ([]text.Place, error) {
	sql := r.query(s.q.When)
	sql.add("SELECT id, rank, articles, date FROM (")
	s.hits(sql, texts)
	sql.add(")")
	if p := s.from; p != nil {
		sql.add(" WHERE (rank > ? OR rank = ? AND (articles < ? OR articles = ? AND (date < ? OR date = ? AND id > ?)))",
			p.Rank, p.Rank, p.Articles, p.Articles, p.Date, p.Date, string(p.ID))
	}
	sql.add(" ORDER BY rank, articles DESC, date DESC, id LIMIT ?", s.q.Page.Size()+1)
	var out []text.Place
	err := r.s.each(ctx, sql.text.String(), sql.args, func(got *row) error {
		var h text.Place
		err := got.scan(&h.ID, &h.Rank, &h.Articles, &h.Date)
		out = append(out, h)
		return err
	})
	return out, err
}

func (r *reader) showHits(ctx context.Context, s *searching, found []text.Place, more bool, page *kg.SearchPage) error {
	ids := make([]kg.ID, len(found))
	for i, h := range found {
		ids[i] = h.ID
	}
	nodes, err := r.Nodes(ctx, ids, kg.When{}) // highlighted by what is known today
	if err != nil {
		return err
	}
	for i, h := range found {
		out := kg.Hit{Node: nodes[i], Rank: h.Rank}
		out.Field, out.Snippet, out.Spans = text.Highlight(&s.words, nodes[i], h.Rank)
		page.Hits = append(page.Hits, out)
		page.Cursors = append(page.Cursors, h.Cursor(s.scope))
	}
	page.Info = s.q.Page.Info(more, page.Cursors)
	return r.nodesKnownAt(ctx, slices.Clone(nodes), s.q.When.KnownAt)
}
