package graph_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

func serve(t *testing.T, store kg.Store, opts graph.Options) *httptest.Server {
	t.Helper()
	h := graph.New(store, opts)
	srv := httptest.NewServer(h)
	t.Cleanup(func() {
		if err := h.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		srv.Close()
	})
	return srv
}

func send(t *testing.T, method, url, contentType, accept, body string) (status int, media, answer string) {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]string{"Content-Type": contentType, "Accept": accept} {
		if v != "" {
			req.Header.Set(name, v)
		}
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, res.Header.Get("Content-Type"), string(b)
}

func TestHTTP(t *testing.T) {
	const (
		js       = "application/json"
		response = "application/graphql-response+json"
		good     = `{"query": "{stats: __typename}"}`
	)
	srv := serve(t, town(1), graph.Options{Limits: graph.Limits{Body: 1000}})
	for _, c := range []struct {
		name, method, query, contentType, accept, body string
		status                                         int
		media, says                                    string
	}{
		{name: "a query", method: "POST", contentType: js, body: good, status: 200, media: js, says: `"Query"`},
		{name: "its charset named", method: "POST", contentType: js + "; charset=utf-8", accept: response, body: good, status: 200, media: response, says: `"Query"`},
		{name: "by GET", method: "GET", query: "query={__typename}", accept: "*/*", status: 200, media: js, says: `"Query"`},
		{name: "variables by GET", method: "GET", query: "variables={\"id\":\"p-x\"}&query=" + url.QueryEscape("query($id: ID!) {node(id: $id) {id}}"), status: 200, media: js, says: `"node":null`},
		{name: "GET with variables that are none", method: "GET", query: "query={__typename}&variables=7x", status: 400, media: js, says: "BAD_USER_INPUT"},
		{name: "another method", method: "PUT", contentType: js, body: good, status: 405, media: js, says: "BAD_USER_INPUT"},
		{name: "a form", method: "POST", contentType: "application/x-www-form-urlencoded", body: "query={__typename}", status: 415, media: js, says: "BAD_USER_INPUT"},
		{name: "another charset", method: "POST", contentType: js + "; charset=gbk", body: good, status: 415, media: js, says: "BAD_USER_INPUT"},
		{name: "nothing acceptable", method: "POST", contentType: js, accept: "text/html", body: good, status: 406, media: js, says: "BAD_USER_INPUT"},
		{name: "the heavier of two types", method: "POST", contentType: js, accept: js + ";q=0.5, " + response, body: good, status: 200, media: response, says: `"Query"`},
		{name: "a type of no weight", method: "POST", contentType: js, accept: js + ";q=0", body: good, status: 406, media: js, says: "BAD_USER_INPUT"},
		{name: "a long query by GET", method: "GET", query: "query={__typename}&extensions=" + strings.Repeat("x", 1000), status: 414, media: js, says: "OPERATION_TOO_LARGE"},
		{name: "no JSON, and none of it in the answer", method: "POST", contentType: js, body: `{"secret`, status: 400, media: js, says: "no JSON object"},
		{name: "two JSON values", method: "POST", contentType: js, body: good + good, status: 400, media: js, says: "no JSON object"},
		{name: "no query", method: "POST", contentType: js, body: `{"query": " "}`, status: 400, media: js, says: "no query"},
		{name: "a long body", method: "POST", contentType: js, body: `{"query": "` + strings.Repeat(" ", 2000) + `"}`, status: 413, media: js, says: "OPERATION_TOO_LARGE"},
		{name: "an unknown field, the old type", method: "POST", contentType: js, body: `{"query": "{nope}"}`, status: 200, media: js, says: "GRAPHQL_VALIDATION_FAILED"},
		{name: "an unknown field, the new type", method: "POST", contentType: js, accept: response, body: `{"query": "{nope}"}`, status: 400, media: response, says: "GRAPHQL_VALIDATION_FAILED"},
		{name: "a field that fails", method: "POST", contentType: js, accept: response, body: `{"query": "{person {name}}"}`, status: 200, media: response, says: `"person":null`},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, media, answer := send(t, c.method, srv.URL+"?"+strings.ReplaceAll(c.query, " ", "+"), c.contentType, c.accept, c.body)
			if status != c.status || !strings.HasPrefix(media, c.media) || !strings.Contains(answer, c.says) || strings.Contains(answer, "secret") {
				t.Errorf("%d %s %s, want %d %s with %s", status, media, answer, c.status, c.media, c.says)
			}
			if status >= 400 && strings.Contains(answer, `"data"`) {
				t.Errorf("a failed request has data: %s", answer)
			}
		})
	}
}

// An answer isn't kept by caches, nor handed to a client that asked for another media type.
func TestAnswersAreNotCached(t *testing.T) {
	srv := serve(t, town(1), graph.Options{})
	for _, query := range []string{"?query={__typename}", "?query={nope}", ""} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, srv.URL+query, nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if h := res.Header; h.Get("Cache-Control") != "no-cache" || h.Get("Vary") != "Accept" {
			t.Errorf("%q: %v", query, h)
		}
	}
}

func TestInternalErrorsAreMasked(t *testing.T) {
	for _, c := range []struct {
		name, code, logged string
		err                error
	}{
		{"unknown", "INTERNAL", "disk gone /secret/path", errors.New("disk gone /secret/path")},
		{"unavailable", "STORE_UNAVAILABLE", "", kg.ErrUnavailable},
		{"a cursor of another list", "INVALID_CURSOR", "", kg.ErrCursor},
		{"too slow", "QUERY_TIMEOUT", "", context.DeadlineExceeded},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := town(1)
			m.fail = c.err
			var log bytes.Buffer
			srv := serve(t, m, graph.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
			_, _, answer := send(t, "POST", srv.URL, "application/json", "", `{"query": "{people {totalCount}}"}`)
			if !strings.Contains(answer, `"code":"`+c.code+`"`) || strings.Contains(answer, "secret") {
				t.Errorf("want %s in %s", c.code, answer)
			}
			if c.logged == "" != (log.Len() == 0) || !strings.Contains(log.String(), c.logged) {
				t.Errorf("logged %q, want %q", log.String(), c.logged)
			}
			if c.code == "INTERNAL" {
				_, rest, _ := strings.Cut(answer, "internal error ")
				if id := rest[:12]; !strings.Contains(log.String(), id) {
					t.Errorf("the id %s isn't in the log %s", id, log.String())
				}
			}
		})
	}
}

// slow answers only when the query's time is over.
type slow struct{ *memory }

func (s slow) View(ctx context.Context, fn func(kg.Reader) error) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestQueriesTimeOut(t *testing.T) {
	srv := serve(t, slow{town(1)}, graph.Options{Timeout: time.Millisecond})
	_, _, answer := send(t, "POST", srv.URL, "application/json", "", `{"query": "{people {totalCount}}"}`)
	if !strings.Contains(answer, "QUERY_TIMEOUT") {
		t.Error(answer)
	}
}
