package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// searching is one search.
type searching struct {
	q     *kg.SearchQuery
	words text.Query
	kinds []kg.NodeKind
	scope kg.Scope
	from  *text.Place // the page begins behind it; nil at the beginning
}

// Search sends one statement that waits for the full-text index, one over names and titles, another one over texts too
// where those don't fill the page, one for a count, and one for each kind of nodes found.
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
	var err error
	if s.from, err = text.PlaceOf(q.Page.After, s.scope); err != nil {
		return page, err
	}
	if err := r.t.exec(ctx, cypher("search-await"), nil); err != nil {
		return page, err
	}
	if q.Count {
		sql := s.hits("Counts what a search finds.", true)
		sql.add("\nRETURN count(*)")
		err := r.each(ctx, sql, func(values []any) error {
			page.Total = number(values[0])
			return nil
		})
		if err != nil {
			return page, err
		}
	}
	if q.Page.Size() == 0 {
		return page, nil
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

// hits is a statement, but for its end, that has all hits of the kinds that are asked for: n, rank, articles (how many) and date.
func (s *searching) hits(purpose string, texts bool) *query {
	q := newQuery(purpose, s.q.When)
	q.add("CALL () {\n")
	s.ranked(q, texts)
	q.add("}\nWITH n, min(rank) AS rank\nWHERE ")
	some := make([]string, len(s.kinds))
	var owned, published []string
	for i, k := range s.kinds {
		schema, _ := kg.NodeSchemaOf(k)
		some[i] = "n:" + string(k)
		if when := q.when.NodeFilter(k); !when.IsZero() {
			some[i] += " AND " + q.condition(&when, position{"n", k, schema.Field})
		}
		if schema.Owned {
			owned, published = append(owned, "WHEN n:"+string(k)+" THEN 0 "), append(published, "WHEN n:"+string(k)+" THEN n.published ")
		}
	}
	q.add("(" + strings.Join(some, " OR ") + ")\nWITH n, rank, ")
	if len(published) > 0 {
		q.add("CASE " + strings.Join(owned, "") + "ELSE n.articleCount END AS articles, CASE " + strings.Join(published, "") + "ELSE n.lastSeen END AS date")
	} else {
		q.add("n.articleCount AS articles, n.lastSeen AS date")
	}
	return q
}

// ranked adds a union of every way to be found; a node may be found in several.
func (s *searching) ranked(q *query, texts bool) {
	union := ""
	ask := func(lucene, rank string) {
		q.add(fmt.Sprintf("%s  CALL db.index.fulltext.queryNodes('%s', %s) YIELD node AS n\n  RETURN n, %s AS rank\n", union, searchIndex, q.param(lucene), rank))
		union = "  UNION ALL\n"
	}
	if key := s.words.Key; key != "" {
		name, alias := formToken(text.Form{Class: text.NameForm, Text: key}), formToken(text.Form{Class: text.AliasForm, Text: key})
		ask("forms:"+escape(name)+"*", fmt.Sprintf("CASE WHEN %s IN split(n.forms, ' ') THEN %d ELSE %d END", q.param(name), kg.RankExactName, kg.RankNamePrefix))
		ask("forms:"+escape(alias)+"*", strconv.Itoa(kg.RankAlias))
	}
	if latin := s.words.Latin; latin != "" {
		ask("forms:"+escape(formToken(text.Form{Class: text.PinyinForm, Text: latin}))+"*", strconv.Itoa(kg.RankPinyin))
	}
	ask(s.phrases("words"), strconv.Itoa(kg.RankTitle))
	if texts {
		ask(s.phrases("words", "body"), strconv.Itoa(kg.RankText))
	}
}

// phrases is the words in Lucene's language: each must stand in one of the fields.
func (s *searching) phrases(fields ...string) string {
	var all []string
	for _, p := range s.words.Phrases() {
		some := make([]string, len(fields))
		for i, f := range fields {
			if p.Prefix {
				some[i] = f + ":" + escape(p.Tokens) + "*"
			} else {
				some[i] = f + `:"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(p.Tokens) + `"`
			}
		}
		all = append(all, "+("+strings.Join(some, " ")+")")
	}
	return strings.Join(all, " ")
}

// escape makes a token plain for Lucene's parser.
func escape(token string) string {
	var b strings.Builder
	for _, r := range token {
		if strings.ContainsRune(`+-!(){}[]^"~*?:\/&|<>=`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (r *reader) found(ctx context.Context, s *searching, texts bool) ([]text.Place, error) {
	q := s.hits("Finds nodes by words, the best first.", texts)
	if p := s.from; p != nil {
		rank, named, date, id := q.param(int64(p.Rank)), q.param(int64(p.Articles)), q.param(p.Date), q.param(string(p.ID))
		q.add(fmt.Sprintf("\nWHERE rank > %[1]s OR rank = %[1]s AND (articles < %[2]s OR articles = %[2]s AND (date < %[3]s OR date = %[3]s AND n.id > %[4]s))", rank, named, date, id))
	}
	q.add("\nRETURN n.id AS id, rank, articles, date ORDER BY rank, articles DESC, date DESC, id LIMIT " + q.param(int64(s.q.Page.Size()+1)))
	var out []text.Place
	err := r.each(ctx, q, func(values []any) error {
		out = append(out, text.Place{ID: kg.ID(textOf(values[0])), Rank: number(values[1]), Articles: number(values[2]), Date: textOf(values[3])})
		return nil
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
