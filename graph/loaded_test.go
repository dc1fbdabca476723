package graph_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

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

// failing is a store that can't be asked while down.
type failing struct {
	kg.Store
	down  atomic.Bool
	asked atomic.Int64
}

func (f *failing) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	f.asked.Add(1)
	if f.down.Load() {
		return nil, fmt.Errorf("gone: %w", kg.ErrUnavailable)
	}
	return f.Store.Changes(ctx, after, limit)
}

// A store that is gone for a moment costs a moment; one that stays away ends subscriptions.
func TestSubscriptionsOutliveAMoment(t *testing.T) {
	f := &failing{Store: opened(t)}
	srv := serve(t, f, quick())
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	apply(t, f, page("a", 1, ""))
	if title, _ := arrival(t, c.next("1")); title != "a/0" {
		t.Error(title)
	}
	f.down.Store(true)
	for begun := f.asked.Load(); f.asked.Load() < begun+3; {
		runtime.Gosched()
	}
	f.down.Store(false)
	apply(t, f, page("b", 1, ""))
	if title, _ := arrival(t, c.next("1")); title != "b/0" {
		t.Error(title)
	}
	f.down.Store(true)
	if got := fmt.Sprint(c.next("1")); !strings.Contains(got, "STORE_UNAVAILABLE") || strings.Contains(got, "gone") {
		t.Error(got)
	}
	if m := c.hear(); m["type"] != "complete" {
		t.Error(m)
	}
}

// What can't be subscribed to is refused before anything is read.
func TestSubscriptionsAreRefused(t *testing.T) {
	other := opened(t)
	apply(t, other, page("other", 1, ""))
	s := opened(t)
	apply(t, s, page("first", 1, ""))
	opts := quick()
	opts.Limits.Open = 1
	srv := serve(t, s, opts)
	list := ask(t, s, `{articles {pageInfo {endCursor}}}`, nil)["data"].(map[string]any)["articles"].(map[string]any)["pageInfo"].(map[string]any)["endCursor"]
	c := dial(t, srv.URL, nil).begin()
	for _, q := range []struct{ name, query, after, says string }{
		{"no cursor", loaded, "%", "INVALID_CURSOR"},
		{"the cursor of a list", loaded, list.(string), "INVALID_CURSOR"},
		{"the cursor of another store", loaded, cursorBefore(t, other, 0), "INVALID_CURSOR"},
		{"a cursor of later than now", loaded, kg.LogPlace{Seq: 7, Subject: "d-1"}.Encode(), "INVALID_CURSOR"},
		{"two fields", `subscription {loadProgress {articles} articleLoaded {cursor}}`, "", "_FAILED"},
		{"two fields, one of them in a fragment", `subscription {loadProgress {articles} ...f} fragment f on Subscription {b: loadProgress {articles}}`, "", "articleLoaded or loadProgress"},
		{"no field", `subscription {loadProgress @skip(if: true) {articles}}`, "", "articleLoaded or loadProgress"},
		{"the name of the type", `subscription {__typename}`, "", "_FAILED"},
		{"a page too large below", `subscription {articleLoaded {article {people(first: 101) {nodes {name}}}}}`, "", "BAD_USER_INPUT"},
		{"too much", `subscription {articleLoaded {article {people(first: 100) {nodes {articles(first: 100) {nodes {people(first: 100) {nodes {id}}}}}}}}}`, "", "COMPLEXITY_LIMIT_EXCEEDED"},
		{"too many aliases", `subscription {articleLoaded {article {` + strings.Repeat("a: id ", 201) + `}}}`, "", "OPERATION_TOO_LARGE"},
		{"too many quantifiers", `subscription {articleLoaded(where: {people: {some: {node: ` + nested(3) + `}}}) {cursor}}`, "", "BAD_USER_INPUT"},
		{"no GraphQL", `subscription {`, "", "GRAPHQL_PARSE_FAILED"},
		{"an unknown field", `subscription {articleLoaded {nope}}`, "", "GRAPHQL_VALIDATION_FAILED"},
	} {
		t.Run(q.name, func(t *testing.T) {
			vars := map[string]any{}
			if q.after != "" {
				vars["after"] = q.after
			}
			c.subscribe(q.name, q.query, vars)
			if m := c.hear(); m["id"] != q.name || !strings.Contains(fmt.Sprint(m["payload"]), q.says) {
				t.Errorf("%v, want %s", m, q.says)
			} else if m["type"] == "next" {
				c.hear() // complete
			}
		})
	}
	c.subscribe("open", loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	c.next("open")
	c.subscribe("one more", loaded, nil)
	if got := fmt.Sprint(c.next("one more")); !strings.Contains(got, "STORE_UNAVAILABLE") || !strings.Contains(got, "ask again later") {
		t.Error(got)
	}
	if m := c.hear(); m["type"] != "complete" {
		t.Error(m)
	}
	c.say(map[string]any{"type": "complete", "id": "open"})
	for { // its place is free as soon as it has ended
		c.subscribe("then", `subscription {loadProgress {documents}}`, nil)
		if got := c.next("then"); got["errors"] == nil {
			break
		}
		c.hear()
	}
	if _, err := graph.Execute(t.Context(), s, loaded, nil, ""); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(ask(t, s, loaded, nil)); !strings.Contains(got, "BAD_USER_INPUT") || !strings.Contains(got, "graphql-transport-ws") {
		t.Error(got)
	}
}

// edgesFail is a store of which no edges can be read.
type edgesFail struct{ kg.Store }

type noEdges struct{ kg.Reader }

func (s edgesFail) View(ctx context.Context, fn func(kg.Reader) error) error {
	return s.Store.View(ctx, func(r kg.Reader) error { return fn(noEdges{r}) })
}

func (noEdges) Edges(context.Context, []kg.ID, kg.EdgeQuery) ([]kg.EdgePage, error) {
	return nil, errors.New("disk gone")
}

// A field that fails leaves the others, and says where it stands; its subscription goes on.
func TestFieldsOfPayloadsFail(t *testing.T) {
	s := edgesFail{opened(t)}
	apply(t, s, page("first", 2, ""))
	c := dial(t, serve(t, s, quick()).URL, nil).begin()
	c.subscribe("1", `subscription($after: String) {a: articleLoaded(after: $after) {b: article {title newspaper {name}}}}`, map[string]any{"after": kg.LogPlace{}.Encode()})
	for _, title := range titles(page("first", 2, "")) {
		got := c.next("1")
		want := map[string]any{"a": map[string]any{"b": map[string]any{"title": title, "newspaper": nil}}}
		if d := cmp.Diff(want, got["data"]); d != "" {
			t.Error(d)
		}
		if errs := fmt.Sprint(got["errors"]); !strings.Contains(errs, "path:[a b newspaper]") || !strings.Contains(errs, "INTERNAL") || strings.Contains(errs, "disk") {
			t.Error(errs)
		}
	}
}

// Each payload has the room of one answer; one that has too little is told of, and the next comes.
func TestPayloadsHaveRoom(t *testing.T) {
	s := opened(t)
	opts := quick()
	opts.Limits.Answer = 1000
	srv := serve(t, s, opts)
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", `subscription($after: String) {articleLoaded(after: $after) {article {text}}}`, map[string]any{"after": kg.LogPlace{}.Encode()})
	apply(t, s, page("long", 1, strings.Repeat("长", 1000)))
	apply(t, s, page("short", 1, ""))
	if got := fmt.Sprint(c.next("1")); !strings.Contains(got, "ANSWER_TOO_LARGE") || strings.Contains(got, "data") {
		t.Error(got)
	}
	if got := fmt.Sprint(c.next("1")); !strings.Contains(got, "周金星出席。") {
		t.Error(got)
	}
}

// When all have gone, nothing runs on: no poller, no socket, no stream.
func TestNothingIsLeft(t *testing.T) {
	s := opened(t)
	apply(t, s, page("first", 1, ""))
	start := map[string]any{"after": kg.LogPlace{}.Encode()}
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	h := graph.New(s, quick())
	srv := httptest.NewServer(h)
	for range 3 {
		c := dial(t, srv.URL, nil).begin()
		c.subscribe("1", loaded, start)
		c.next("1")
		e := listen(t, srv.URL, loaded, start)
		e.next()
		c.say(map[string]any{"type": "complete", "id": "1"})
		c.subscribe("2", loaded, nil)
		e.hangUp()
		c.hangUp()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if err := h.Shutdown(ctx); err != nil {
		t.Error(err)
	}
	srv.Close()
	http.DefaultClient.CloseIdleConnections()
}

// A server that goes down ends sockets and streams at once, and opens no others.
func TestShutdown(t *testing.T) {
	s := opened(t)
	apply(t, s, page("first", 1, ""))
	start := map[string]any{"after": kg.LogPlace{}.Encode()}
	h := graph.New(s, quick())
	srv := httptest.NewServer(h)
	defer srv.Close()
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", loaded, start)
	c.next("1")
	e := listen(t, srv.URL, loaded, start)
	e.next()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	begun := time.Now()
	ended := make(chan error, 1)
	go func() { ended <- h.Shutdown(ctx) }()
	if code, _ := c.closed(); code != 1001 {
		t.Errorf("closed with %d", code)
	}
	if what, _ := e.event(); what != "" {
		t.Errorf("%s comes behind the end", what)
	}
	if err := <-ended; err != nil || time.Since(begun) > 3*time.Second {
		t.Errorf("%v after %s", err, time.Since(begun))
	}
	if status, _, answer := send(t, "GET", srv.URL+"?query={__typename}", "", "text/event-stream", ""); status != 503 {
		t.Errorf("%d %s", status, answer)
	}
}
