package graph_test

import (
	"context"
	"fmt"
	"net"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
)

// quick are options with which nothing is waited for long.
func quick() graph.Options {
	return graph.Options{Poll: 5 * time.Millisecond, KeepAlive: 5 * time.Second}
}

// onBoth runs a test on each kind of store, an empty one.
func onBoth(t *testing.T, test func(t *testing.T, s kg.Store)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, opened(t)) })
	t.Run("Neo4j", func(t *testing.T) {
		if url, ok := neotest.URL(t); ok {
			test(t, neotest.Open(t, url))
		}
	})
}

// page is a document of n articles; text tells its states apart.
func page(name string, n int, text string) *kg.Document {
	d := &kg.Document{ID: kg.MakeID("d", name), Reader: "test", Source: kg.Source{Name: name, Format: "record", Text: text, Date: "2025-02-26"}}
	person := &kg.Person{Head: kg.Head{ID: kg.MakeID("p", "周金星"), Kind: kg.PersonKind, Key: "周金星"}}
	d.Nodes = append(d.Nodes, person)
	for i := range n {
		a := &kg.Article{
			Head:  kg.Head{ID: kg.MakeID("a", name, fmt.Sprint(i)), Kind: kg.ArticleKind, Name: fmt.Sprintf("%s/%d%s", name, i, text)},
			Title: fmt.Sprintf("%s/%d%s", name, i, text), Text: "周金星出席。" + text, Published: "2025-02-26", ArticleType: "article", Cluster: fmt.Sprint(name, i), Document: d.ID,
		}
		ev := kg.Evidence{End: 3, SentenceEnd: 6, Rule: "test", Confidence: 900}
		m := &kg.Mentioned{Count: 1}
		m.Kind, m.From, m.To = kg.MentionsEntity, a.ID, person.ID
		d.Nodes = append(d.Nodes, a)
		d.Claims = append(d.Claims, kg.Attr(a.ID, person.ID, "name", "周金星", ev), kg.Say(a.ID, m, "", ev))
	}
	return d
}

// titles are those of d's articles in the order in which they are sent.
func titles(docs ...*kg.Document) []string {
	var out []string
	for _, d := range docs {
		var list []*kg.Article
		for _, n := range d.Nodes {
			if a, ok := n.(*kg.Article); ok {
				list = append(list, a)
			}
		}
		slices.SortFunc(list, func(a, b *kg.Article) int { return strings.Compare(string(a.ID), string(b.ID)) })
		for _, a := range list {
			out = append(out, a.Title)
		}
	}
	return out
}

func apply(t *testing.T, s kg.Store, docs ...*kg.Document) {
	t.Helper()
	if _, err := s.Apply(t.Context(), docs...); err != nil {
		t.Fatal(err)
	}
}

const loaded = `subscription($where: ArticleWhere, $after: String) {articleLoaded(where: $where, after: $after) {cursor article {title people {nodes {name}}}}}`

// arrival is what one payload of loaded says.
func arrival(t testing.TB, payload map[string]any) (title, cursor string) {
	t.Helper()
	data, _ := payload["data"].(map[string]any)
	got, ok := data["articleLoaded"].(map[string]any)
	if !ok {
		t.Fatalf("no article: %v", payload)
	}
	a := got["article"].(map[string]any)
	if people := fmt.Sprint(a["people"]); !strings.Contains(people, "周金星") {
		t.Errorf("people %s", people)
	}
	return a["title"].(string), got["cursor"].(string)
}

// Articles come while a load runs, in the order of their documents; whoever comes back with a cursor, out of the middle of a document
// too, misses none and gets none twice.
func TestArticlesAreSentAsTheyAreLoaded(t *testing.T) {
	onBoth(t, func(t *testing.T, s kg.Store) {
		srv := serve(t, s, quick())
		apply(t, s, page("before", 2, ""))
		c := dial(t, srv.URL, nil).begin()
		c.subscribe("1", loaded, nil)
		c.settle("1", s)
		var docs []*kg.Document
		for i := range 12 {
			docs = append(docs, page(fmt.Sprint("page", i), 3, ""))
		}
		done := make(chan error, 1)
		go func() {
			for _, d := range docs {
				if _, err := s.Apply(context.Background(), d); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
		var got []string
		var cursor any
		for len(got) < 36 {
			title, at := arrival(t, c.next("1"))
			got, cursor = append(got, title), at
			if n := len(got); n == 13 || n == 20 {
				c.hangUp()
				c = dial(t, srv.URL, nil).begin()
				c.subscribe("1", loaded, map[string]any{"after": cursor})
			}
		}
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(titles(docs...), got); d != "" {
			t.Error(d)
		}
		apply(t, s, page("last", 1, ""))
		if title, _ := arrival(t, c.next("1")); title != "last/0" {
			t.Errorf("%s came behind the end", title)
		}
	})
}

// What comes late is what is there by then; a filter leaves the others out; documents of more articles than one reading takes come whole.
func TestArticlesOfTheLog(t *testing.T) {
	onBoth(t, func(t *testing.T, s kg.Store) {
		opts := quick()
		opts.Limits.Cost = 2 * 21 // two articles with twenty people each at one time
		srv := serve(t, s, opts)
		apply(t, s, page("first", 1, ""))
		live, c := dial(t, srv.URL, nil).begin(), dial(t, srv.URL, nil).begin()
		live.subscribe("0", loaded, map[string]any{"after": cursorBefore(t, s, 0)})
		a, b, gone := page("a", 7, ""), page("b", 2, ""), page("gone", 2, "")
		apply(t, s, a)
		_, start := arrival(t, live.next("0"))
		apply(t, s, gone, b)
		if err := s.Remove(t.Context(), gone.ID); err != nil {
			t.Fatal(err)
		}
		again := page("b", 3, "改")
		apply(t, s, again, page("c", 1, ""))
		want := slices.Concat(titles(a)[1:], titles(again), titles(again), titles(page("c", 1, "")))
		c.subscribe("1", loaded, map[string]any{"after": start})
		var got []string
		for range want {
			title, _ := arrival(t, c.next("1"))
			got = append(got, title)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		c.subscribe("2", loaded, map[string]any{"after": start, "where": map[string]any{"title": map[string]any{"startsWith": "c"}}})
		if title, _ := arrival(t, c.next("2")); title != "c/0" {
			t.Errorf("%s isn't called c", title)
		}
	})
}

// A reading costs the store's statements for each relation field, whatever the number of articles.
func TestStatementsDontGrowWithArticles(t *testing.T) {
	onBoth(t, func(t *testing.T, s kg.Store) {
		apply(t, s, page("first", 1, ""))
		h := graph.New(s, quick())
		var counts []int
		for _, n := range []int{1, 40} {
			apply(t, s, page(fmt.Sprint("of", n), n, ""))
			ctx, counter := store.CountStatements(t.Context())
			srv := httptest.NewUnstartedServer(h)
			srv.Config.BaseContext = func(net.Listener) context.Context { return ctx }
			srv.Start()
			e := listen(t, srv.URL, loaded, map[string]any{"after": cursorBefore(t, s, 1)})
			before := 0
			for i := range n {
				if e.next(); i == 0 {
					before = counter.N()
				}
			}
			if counter.N() != before {
				t.Errorf("%d statements for the first article, %d for all", before, counter.N())
			}
			counts = append(counts, counter.N())
			e.hangUp()
			srv.Close()
		}
		if err := h.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		if counts[0] != counts[1] || counts[0] == 0 {
			t.Errorf("%v statements for one article and for forty", counts)
		}
		t.Logf("%d statements", counts[0])
	})
}

// cursorBefore is that of the place before the last n changes.
func cursorBefore(t *testing.T, s kg.Store, n int64) string {
	t.Helper()
	st, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := kg.LogPlace{Seq: st.Seq - n}
	if p.Seq > 0 {
		c, err := s.Changes(t.Context(), p.Seq-1, 1)
		if err != nil {
			t.Fatal(err)
		}
		p.Subject = c[0].Subject
	}
	return p.Encode()
}

// Progress comes at once, and counts what is done from then on or since a cursor.
func TestLoadProgress(t *testing.T) {
	const query = `subscription($after: String) {p: loadProgress(after: $after) {cursor documents articles claims applied removed judged}}`
	onBoth(t, func(t *testing.T, s kg.Store) {
		srv := serve(t, s, quick())
		c := dial(t, srv.URL, nil).begin()
		c.subscribe("1", query, nil)
		at := func(id string) map[string]any {
			return c.next(id)["data"].(map[string]any)["p"].(map[string]any)
		}
		first := at("1")
		until := func(id string, want map[string]any) {
			for {
				got := at(id)
				delete(got, "cursor")
				if cmp.Equal(want, got) {
					return
				}
				if got["applied"].(float64) > want["applied"].(float64) {
					t.Fatal(cmp.Diff(want, got))
				}
			}
		}
		apply(t, s, page("a", 2, ""), page("b", 1, ""))
		until("1", map[string]any{"documents": 2.0, "articles": 3.0, "claims": 6.0, "applied": 2.0, "removed": 0.0, "judged": 0.0})
		if err := s.Remove(t.Context(), kg.MakeID("d", "a")); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Judge(t.Context(), kg.Judgement{Verb: kg.JudgeRename, A: kg.MakeID("p", "周金星"), Name: "周星", By: "test"}); err != nil {
			t.Fatal(err)
		}
		want := map[string]any{"documents": 1.0, "articles": 1.0, "claims": 2.0, "applied": 2.0, "removed": 1.0, "judged": 1.0}
		until("1", want)
		c.subscribe("2", query, map[string]any{"after": first["cursor"]})
		until("2", want)
	})
}

// One who takes nothing is behind, and nobody else.
func TestSlowSubscribers(t *testing.T) {
	s := opened(t)
	opts := quick()
	opts.Limits.Together = 1
	srv := serve(t, s, opts)
	apply(t, s, page("first", 1, ""))
	start := cursorBefore(t, s, 1)
	wide := strings.Replace(loaded, "title", "title"+strings.Repeat(" t%d: text", 20), 1) // more than lies on the way to a client
	for i := range 20 {
		wide = strings.Replace(wide, "t%d", fmt.Sprint("t", i), 1)
	}
	slow := listen(t, srv.URL, wide, map[string]any{"after": start})
	slow.next()
	var docs []*kg.Document
	for i := range 20 {
		docs = append(docs, page(fmt.Sprint(i), 2, strings.Repeat("长", 3000)))
	}
	apply(t, s, docs...)
	slices.SortFunc(docs, func(a, b *kg.Document) int { return strings.Compare(string(a.ID), string(b.ID)) }) // as one call applies them
	for _, e := range []*listener{listen(t, srv.URL, wide, map[string]any{"after": start}), slow} {
		if e != slow {
			e.next()
		}
		for _, want := range titles(docs...) {
			if got, _ := arrival(t, e.next()); got != want {
				t.Fatalf("%.20s, want %.20s", got, want)
			}
		}
	}
	// Both wait now; neither keeps the only turn.
	if _, _, answer := send(t, "POST", srv.URL, "application/json", "", `{"query": "{stats {documents}}"}`); answer != `{"data":{"stats":{"documents":21}}}` {
		t.Error(answer)
	}
}
