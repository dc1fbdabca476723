package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// listener is a client of server-sent events.
type listener struct {
	testing.TB
	res      *http.Response
	lines    *bufio.Reader
	comments int
	hangUp   context.CancelFunc
}

func listen(t testing.TB, url, query string, variables map[string]any) *listener {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return hearken(t, http.MethodPost, url, string(body))
}

func hearken(t testing.TB, method, url, body string) *listener {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	req, err := http.NewRequestWithContext(ctx, method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", "text/event-stream")
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	e := &listener{TB: t, res: res, lines: bufio.NewReader(res.Body), hangUp: func() { cancel(); _ = res.Body.Close() }}
	t.Cleanup(e.hangUp)
	if media := res.Header.Get("Content-Type"); res.StatusCode != 200 || !strings.HasPrefix(media, "text/event-stream") {
		b, _ := io.ReadAll(res.Body)
		t.Fatalf("%d %s %s", res.StatusCode, media, b)
	}
	return e
}

// event is the next one, "" where the stream has ended.
func (e *listener) event() (name, data string) {
	for {
		line, err := e.lines.ReadString('\n')
		line = strings.TrimSuffix(line, "\n")
		switch {
		case err != nil:
			return "", ""
		case line == "" && name != "":
			return name, data
		case strings.HasPrefix(line, ":"):
			e.comments++
		case strings.HasPrefix(line, "event: "):
			name = line[len("event: "):]
		case strings.HasPrefix(line, "data: "):
			data = line[len("data: "):]
		}
	}
}

func (e *listener) next() map[string]any {
	e.Helper()
	name, data := e.event()
	if name != "next" {
		e.Fatalf("event %q: %s", name, data)
	}
	return decode(e, data)
}

// Every operation is answered as a stream too, by POST and by GET, its faults in an event.
func TestOperationsAsStreams(t *testing.T) {
	s := opened(t)
	apply(t, s, page("first", 1, ""))
	srv := serve(t, s, quick())
	for query, want := range map[string]string{
		`{stats {documents}}`: `{"data":{"stats":{"documents":1}}}`,
		`{nope}`:              `GRAPHQL_VALIDATION_FAILED`,
		`{`:                   `GRAPHQL_PARSE_FAILED`,
		`{person {name}}`:     `BAD_USER_INPUT`,
		`subscription {articleLoaded(after: "x") {cursor}}`:                                             `INVALID_CURSOR`,
		`{people(first: 100) {nodes {articles(first: 100) {nodes {people(first: 100) {nodes {id}}}}}}}`: `COMPLEXITY_LIMIT_EXCEEDED`,
	} {
		for _, e := range []*listener{listen(t, srv.URL, query, nil), hearken(t, http.MethodGet, srv.URL+"?query="+url.QueryEscape(query), "")} {
			name, data := e.event()
			if name != "next" || !strings.Contains(data, want) {
				t.Errorf("%s: %s %s, want %s", query, name, data, want)
			}
			if name, data := e.event(); name != "complete" || data != "" {
				t.Errorf("%s: %s %s behind the answer", query, name, data)
			}
			if name, _ := e.event(); name != "" {
				t.Errorf("%s: %s behind the end", query, name)
			}
		}
	}
	const js, response, events = "application/json", "application/graphql-response+json", "text/event-stream"
	sub := `{"query": "subscription {loadProgress {documents}}"}`
	for _, c := range []struct {
		name, accept, body string
		status             int
		media, says        string
	}{
		{"a subscription, the old type", js, sub, 200, js, "graphql-transport-ws"},
		{"a subscription, the new type", response, sub, 400, response, "graphql-transport-ws"},
		{"events weigh less", response + ", " + events + ";q=0.9", `{"query": "{__typename}"}`, 200, response, "Query"},
		{"events weigh more", js + ";q=0.9, " + events, `{"query": "{__typename}"}`, 200, events, "event: next"},
		{"no JSON", events, `{`, 400, js, "BAD_USER_INPUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, media, answer := send(t, "POST", srv.URL, js, c.accept, c.body)
			if status != c.status || !strings.HasPrefix(media, c.media) || !strings.Contains(answer, c.says) {
				t.Errorf("%d %s %s", status, media, answer)
			}
		})
	}
}

// A stream outlives the times that a server has for one request; comments keep it alive.
func TestStreamsOutliveRequests(t *testing.T) {
	s := opened(t)
	opts := quick()
	opts.KeepAlive = 250 * time.Millisecond
	srv := httptest.NewUnstartedServer(graph.New(s, opts))
	srv.Config.ReadTimeout, srv.Config.WriteTimeout = 300*time.Millisecond, 300*time.Millisecond
	srv.Start()
	t.Cleanup(srv.Close) // behind those of the clients
	e := listen(t, srv.URL, loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	heard := make(chan string, 1)
	go func() {
		b, err := c.read()
		heard <- fmt.Sprint(string(b), err)
	}()
	for begun := time.Now(); time.Since(begun) < 500*time.Millisecond; {
		line, err := e.lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(line, ":") {
			e.comments++
		}
	}
	apply(t, s, page("late", 1, ""))
	if title, _ := arrival(t, e.next()); title != "late/0" {
		t.Error(title)
	}
	if got := <-heard; !strings.Contains(got, `"title":"late/0"`) {
		t.Error(got)
	}
}
