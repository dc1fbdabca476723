package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/storetest"
)

// opened is an empty store.
func opened(t testing.TB) kg.Store {
	t.Helper()
	s, err := store.Open(context.Background(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// generated is a store of n generated articles.
func generated(t testing.TB, n int) kg.Store {
	t.Helper()
	s := opened(t)
	docs := storetest.Generate(1, n)
	for len(docs) > 0 {
		k := min(len(docs), 50)
		if _, err := s.Apply(context.Background(), docs[:k]...); err != nil {
			t.Fatal(err)
		}
		docs = docs[k:]
	}
	return s
}

type idPage struct {
	Nodes      []struct{ ID string }
	TotalCount int
	PageInfo   struct {
		HasNextPage bool
		EndCursor   *string
	}
}

// Following the cursors lists every row once, as many as totalCount says.
func TestPagesListEverythingOnce(t *testing.T) {
	s := generated(t, 60)
	const query = `query($after: String) {people(first: 7, after: $after, orderBy: LAST_SEEN_DESC) {nodes {id} totalCount pageInfo {hasNextPage endCursor}}}`
	seen := map[string]bool{}
	var after *string
	for {
		raw, err := graph.Execute(context.Background(), s, query, map[string]any{"after": after}, "")
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ Data struct{ People idPage } }
		if err := json.Unmarshal(raw, &got); err != nil || len(got.Data.People.Nodes) == 0 {
			t.Fatalf("%v: %s", err, raw)
		}
		page := got.Data.People
		for _, n := range page.Nodes {
			if seen[n.ID] {
				t.Errorf("%s is listed twice", n.ID)
			}
			seen[n.ID] = true
		}
		after = page.PageInfo.EndCursor
		if !page.PageInfo.HasNextPage {
			if len(seen) != page.TotalCount {
				t.Errorf("%d listed, totalCount %d", len(seen), page.TotalCount)
			}
			return
		}
	}
}

// A cursor leads on in the edges of one node; elsewhere it is refused.
func TestCursorsAreBound(t *testing.T) {
	s := opened(t)
	if _, err := s.Apply(context.Background(), crowd(9)); err != nil {
		t.Fatal(err)
	}
	var after any
	var names []string
	for {
		got := ask(t, s, `query($after: String) {articles {nodes {people(first: 4, after: $after, orderBy: COUNT_ASC) {totalCount edges {cursor node {name}} pageInfo {hasNextPage endCursor}}}}}`, map[string]any{"after": after})
		page := got["data"].(map[string]any)["articles"].(map[string]any)["nodes"].([]any)[0].(map[string]any)["people"].(map[string]any)
		for _, e := range page["edges"].([]any) {
			names = append(names, e.(map[string]any)["node"].(map[string]any)["name"].(string))
		}
		info := page["pageInfo"].(map[string]any)
		after = info["endCursor"]
		if info["hasNextPage"] != true {
			break
		}
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != 9 {
		t.Errorf("paged through %v", names)
	}
	for name, query := range map[string]string{
		"another order": `query($after: String) {articles {nodes {people(first: 4, after: $after) {edges {cursor}}}}}`,
		"another list":  `query($after: String) {people(after: $after) {nodes {id}}}`,
		"no cursor":     `{people(after: "%") {nodes {id}}}`,
	} {
		errs, _ := ask(t, s, query, map[string]any{"after": after})["errors"].([]any)
		if len(errs) == 0 || errs[0].(map[string]any)["extensions"].(map[string]any)["code"] != "INVALID_CURSOR" {
			t.Errorf("%s: %v", name, errs)
		}
	}
}

// crowd is a document whose one article names n persons, each with a post, an event and a quotation.
func crowd(n int) *kg.Document {
	d := &kg.Document{ID: "d-crowd", Reader: "test", Source: kg.Source{Name: "crowd", Format: "record", Text: "市长出席。", Date: "2025-02-26"}}
	ev := kg.Evidence{End: 2, SentenceEnd: 5, Rule: "test", Confidence: 900}
	node := func(n kg.Node, kind kg.NodeKind, prefix, name string) kg.ID {
		h := n.NodeHead()
		h.ID, h.Kind, h.Key = kg.MakeID(prefix, name), kind, name
		d.Nodes = append(d.Nodes, n)
		if s, _ := kg.NodeSchemaOf(kind); !s.Owned {
			d.Claims = append(d.Claims, kg.Attr(kg.MakeID("a", "报道"), h.ID, "name", name, ev))
		}
		return h.ID
	}
	link := func(kind kg.EdgeKind, e kg.Edge, from, to kg.ID) {
		f := e.EdgeFact()
		f.Kind, f.From, f.To = kind, from, to
		d.Claims = append(d.Claims, kg.Say(kg.MakeID("a", "报道"), e, "", ev))
	}
	a := node(&kg.Article{Head: kg.Head{Name: "报道"}, Text: "市长出席。", Published: "2025-02-26", Cluster: "c", Document: d.ID}, kg.ArticleKind, "a", "报道")
	place := node(&kg.Place{Path: "甲市"}, kg.PlaceKind, "l", "甲市")
	for i := range n {
		p := node(&kg.Person{}, kg.PersonKind, "p", fmt.Sprintf("人%d", i))
		t := node(&kg.Post{}, kg.PostKind, "t", fmt.Sprintf("职%d", i))
		e := node(&kg.Event{EventType: "meeting"}, kg.EventKind, "e", fmt.Sprintf("会%d", i))
		link(kg.HoldsPost, &kg.Holds{Status: "current"}, p, t)
		link(kg.HasJurisdiction, &kg.PostOf{Basis: "explicit"}, t, place)
		link(kg.ParticipatedIn, &kg.Participated{Role: "host"}, p, e)
		link(kg.MentionsEntity, &kg.Mentioned{Count: 1}, a, p)
		link(kg.WroteArticle, &kg.Wrote{Role: "reporter"}, p, a)
		link(kg.SaidIn, &kg.Said{Verb: "说", Start: i, End: i + 1}, p, a)
	}
	return d
}

// A query costs the store's statements for each relation field, whatever the number of parents.
func TestStatementsDontGrowWithParents(t *testing.T) {
	s := opened(t)
	if _, err := s.Apply(context.Background(), crowd(1000)); err != nil {
		t.Fatal(err)
	}
	var ids []any
	for i := range 1000 {
		ids = append(ids, string(kg.MakeID("p", fmt.Sprintf("人%d", i))))
	}
	var counts [2]int
	for i, n := range []int{1, 1000} {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute) // what it costs, not how long it takes
		defer cancel()
		ctx, counter := store.CountStatements(ctx)
		raw, err := graph.Execute(ctx, s, fiveRelations, map[string]any{"ids": ids[:n]}, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(string(raw), `"quotes":{"edges":[{"verb":"说"`); got != n || strings.Contains(string(raw), `"errors"`) {
			t.Fatalf("%d of %d people with a quotation: %.300s", got, n, raw)
		}
		counts[i] = counter.N()
		t.Logf("%d parents, five relation fields, one totalCount: %d statements, %d bytes of answer", n, counts[i], len(raw))
	}
	if counts[0] != counts[1] || counts[0] == 0 {
		t.Errorf("%d statements with one parent, %d with 1,000", counts[0], counts[1])
	}
}

// namesakes are two articles that name a person each of n names: of all but the last they are too far from each other to be one.
func namesakes(n int) []*kg.Document {
	var docs []*kg.Document
	for side, scope := range []string{"甲山省乙市", "他水省辛市"} {
		d := crowd(0)
		d.ID, d.Nodes, d.Claims = kg.MakeID("d", scope), d.Nodes[:1], nil
		a := d.Nodes[0].(*kg.Article)
		a.ID, a.Document, a.Key, a.Cluster, a.Published = kg.MakeID("a", scope), d.ID, scope, scope, kg.Date(fmt.Sprintf("2025-02-%02d", 10+side))
		for i := range n {
			place := scope
			if i == n-1 {
				place = "甲山省" + scope[len("甲山省"):]
			}
			name := fmt.Sprintf("人%04d", i)
			p := &kg.Person{Head: kg.Head{ID: kg.MakeID("p", name, scope), Kind: kg.PersonKind, Key: name + "@" + place}, Scope: place}
			ev := kg.Evidence{End: 2, SentenceEnd: 5, Rule: "test", Confidence: 900}
			m := &kg.Mentioned{Count: 1}
			m.Kind, m.From, m.To = kg.MentionsEntity, a.ID, p.ID
			d.Nodes = append(d.Nodes, p)
			d.Claims = append(d.Claims, kg.Attr(a.ID, p.ID, "name", name, ev), kg.Say(a.ID, m, "", ev))
		}
		docs = append(docs, d)
	}
	return docs
}

// A page of suggested merges costs the store no more where it finds nothing; asked on, it comes to what there is.
func TestMergeCandidatesAreBounded(t *testing.T) {
	const names, most = 700, 12
	s := opened(t)
	if _, err := s.Apply(t.Context(), namesakes(names)...); err != nil {
		t.Fatal(err)
	}
	const query = `query($after: String) {mergeCandidates(kind: PERSON, first: 5, after: $after) {nodes {a {name articles(first: 1) {nodes {id}}} b {name}} pageInfo {hasNextPage endCursor}}}`
	var after any
	for pages := 1; ; pages++ {
		ctx, counter := store.CountStatements(t.Context())
		raw, err := graph.Execute(ctx, s, query, map[string]any{"after": after}, "")
		if err != nil {
			t.Fatal(err)
		}
		if counter.N() > most || counter.N() == 0 {
			t.Errorf("page %d: %d statements, want %d at most\n%q", pages, counter.N(), most, counter.Texts())
		}
		page := decode(t, string(raw))["data"].(map[string]any)["mergeCandidates"].(map[string]any)
		info := page["pageInfo"].(map[string]any)
		if info["hasNextPage"] == true {
			if after = info["endCursor"]; after == nil || len(page["nodes"].([]any)) > 0 {
				t.Fatalf("page %d: %s", pages, raw)
			}
			continue
		}
		if want := names*2/kg.MaxExamined + 1; pages != want || !strings.Contains(string(raw), `"b":{"name":"人0699"}`) {
			t.Errorf("%d pages, want %d, the last %s", pages, want, raw)
		}
		return
	}
}

func BenchmarkThreeLevels(b *testing.B) {
	const query = `{people(first: %d, orderBy: LAST_SEEN_DESC) {nodes {name posts(first: 5) {edges {status evidence(first: 1) {nodes {sentence}} node {title holders(first: 5) {edges {status node {name}}}}}}}}}`
	s := generated(b, 2000)
	for _, n := range []int{1, 20, 100} {
		b.Run(fmt.Sprintf("parents=%d", n), func(b *testing.B) {
			for b.Loop() {
				raw, err := graph.Execute(context.Background(), s, fmt.Sprintf(query, n), nil, "")
				if err != nil || strings.Contains(string(raw), `"errors"`) || strings.Count(string(raw), `"posts"`) != n {
					b.Fatal(err, string(raw))
				}
			}
		})
	}
}
