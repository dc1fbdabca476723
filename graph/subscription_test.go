package graph_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// failing is a store that can't be asked while down.
type failing struct {
	kg.Store
	down          atomic.Bool
	asked, viewed atomic.Int64
}

func (f *failing) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	f.asked.Add(1)
	if f.down.Load() {
		return nil, fmt.Errorf("gone: %w", kg.ErrUnavailable)
	}
	return f.Store.Changes(ctx, after, limit)
}

func (f *failing) View(ctx context.Context, fn func(kg.Reader) error) error {
	f.viewed.Add(1)
	if f.down.Load() {
		return fmt.Errorf("gone: %w", kg.ErrUnavailable)
	}
	return f.Store.View(ctx, fn)
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
	if cursor := passedOver(t, c.next("1")); cursor != cursorBefore(t, s, 1) {
		t.Error(cursor)
	}
	if got := fmt.Sprint(c.next("1")); !strings.Contains(got, "周金星出席。") {
		t.Error(got)
	}
}

// Of large articles fewer are read at one time, none is left out but one that is larger than all that may be read for an answer.
func TestLargeArticles(t *testing.T) {
	s := opened(t)
	opts := quick()
	opts.Limits.Read, opts.Limits.Open = 100_000, 10
	srv := serve(t, s, opts)
	docs := []*kg.Document{page("a", 30, strings.Repeat("长", 1000)), page("b", 3, "")}
	for _, d := range docs {
		apply(t, s, d)
	}
	apply(t, s, page("c", 1, strings.Repeat("长", 40_000)))
	apply(t, s, page("d", 1, ""))
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	for _, want := range titles(docs...) {
		if got, _ := arrival(t, c.next("1")); got != want {
			t.Fatalf("%.20s, want %.20s", got, want)
		}
	}
	cursor := passedOver(t, c.next("1"))
	if title, _ := arrival(t, c.next("1")); title != "d/0" {
		t.Error(title)
	}
	c.subscribe("2", loaded, map[string]any{"after": cursor})
	if title, _ := arrival(t, c.next("2")); title != "d/0" {
		t.Errorf("%s is behind the article that is passed over", title)
	}
}

// passedOver is the cursor of an article that is too large.
func passedOver(t *testing.T, payload map[string]any) any {
	t.Helper()
	errs, _ := payload["errors"].([]any)
	if len(errs) != 1 || payload["data"] != nil {
		t.Fatalf("%.300v", payload)
	}
	extensions, _ := errs[0].(map[string]any)["extensions"].(map[string]any)
	if extensions["code"] != "ANSWER_TOO_LARGE" {
		t.Error(errs)
	}
	return extensions["cursor"]
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
	if status, _, answer := send(t, "GET", srv.URL+"?query={__typename}", "", "text/event-stream", ""); status != 503 || !strings.Contains(answer, "STORE_UNAVAILABLE") {
		t.Errorf("%d %s", status, answer)
	}
}
