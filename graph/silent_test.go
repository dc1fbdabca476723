package graph_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/graph"
)

// wide asks for an answer of 16 MB of one large article: more than lies on the way to a client.
func wide(t *testing.T) (s *failing, query string) {
	t.Helper()
	s = &failing{Store: opened(t)}
	apply(t, s, page("large", 1, strings.Repeat("长", 130_000)))
	for i := range 40 {
		query += fmt.Sprintf("t%d: text ", i)
	}
	return s, "{articles {nodes {" + query + "}}}"
}

// silent are a stream and a socket to which an answer is on its way, of which they take no more: the stream first.
func silent(t *testing.T, url, query string) (e *listener, c *socket) {
	t.Helper()
	e = listen(t, url, query, nil)
	for line := ""; line != "event: next\n"; {
		var err error
		if line, err = e.lines.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	c = dial(t, url, nil).begin()
	c.subscribe("1", query, nil)
	if _, _, err := c.conn.Reader(t.Context()); err != nil {
		t.Fatal(err)
	}
	return e, c
}

// Whoever takes nothing of what is sent is cut off.
func TestSilentClients(t *testing.T) {
	s, query := wide(t)
	opts := quick()
	opts.Patience = 200 * time.Millisecond
	opts.Limits.Open = 1
	srv := serve(t, s, opts)
	e, _ := silent(t, srv.URL, query)
	for status := 0; status != http.StatusSwitchingProtocols; status, _ = handshake(t, srv.URL) { // its place is free as soon as it is cut off
	}
	for name := "next"; name != ""; name, _ = e.event() {
		if name == "complete" {
			t.Error("the stream has waited")
		}
	}
}

// A server that goes down doesn't wait for whoever takes nothing.
func TestShutdownOfSilentClients(t *testing.T) {
	s, query := wide(t)
	h := graph.New(s, quick())
	srv := httptest.NewServer(h)
	defer srv.Close()
	silent(t, srv.URL, query)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	begun := time.Now()
	if err := h.Shutdown(ctx); err != nil || time.Since(begun) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(begun))
	}
}

// A socket whose client takes nothing holds one answer, whatever it has asked for; when it takes it the others come, whole.
func TestOneAnswerASocket(t *testing.T) {
	s, query := wide(t)
	srv := serve(t, s, quick())
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", query, nil)
	until(t, func() bool { return s.viewed.Load() == 1 })
	c.subscribe("2", query, nil)
	c.subscribe("3", loaded, map[string]any{"after": cursorBefore(t, s, 1)})
	until(t, func() bool { return s.viewed.Load() == 2 }) // where the subscription begins
	for range 20 {
		ask(t, s, `{stats {documents}}`, nil)
	}
	if n := s.viewed.Load(); n != 22 {
		t.Errorf("%d questions were asked beside those of others", n-20)
	}
	got := map[string]int{}
	for len(got) < 3 {
		m := c.hear()
		if m["type"] == "next" {
			got[m["id"].(string)] = len(fmt.Sprint(m["payload"]))
		}
	}
	if got["1"] < 40*3*130_000 || got["1"] != got["2"] || got["3"] == 0 {
		t.Error(got)
	}
}

// An id may be taken again as soon as its operation was ended, which sends nothing any more.
func TestIdsAreReused(t *testing.T) {
	gate := make(chan struct{})
	s := &bent{Store: opened(t), list: func(context.Context) error { <-gate; return nil }}
	apply(t, s, page("a", 1, ""))
	c := dial(t, serve(t, s, quick()).URL, nil).begin()
	c.subscribe("1", `{articles {totalCount}}`, nil)
	c.subscribe("2", loaded, start)
	for _, id := range []string{"1", "2"} {
		c.say(map[string]any{"type": "complete", "id": id})
		c.subscribe(id, `subscription {p: loadProgress {documents}}`, nil)
	}
	c.say(`{"type": "ping"}`)
	for answered, read := 0, false; answered < 2 || !read; {
		switch m := c.hear(); {
		case m["type"] == "pong": // the server has read that both were ended
			close(gate)
			read = true
		case m["type"] == "next" && strings.Contains(fmt.Sprint(m["payload"]), "map[p:map[documents:1]]"):
			answered++
		default:
			t.Fatal(m)
		}
	}
	c.say(`{"type": "ping"}`)
	if m := c.hear(); m["type"] != "pong" {
		t.Error(m)
	}
}

// deadlines notes those that are set for writing.
type deadlines struct {
	*httptest.ResponseRecorder
	last chan time.Time
}

func (d deadlines) SetWriteDeadline(at time.Time) error {
	select {
	case <-d.last:
	default:
	}
	d.last <- at
	return nil
}

func (deadlines) SetReadDeadline(time.Time) error { return nil }

// A stream that has ended leaves its connection alone: the next request has its own times.
func TestStreamsLeaveTheirConnections(t *testing.T) {
	h := graph.New(town(1), quick())
	for range 20 {
		d := deadlines{httptest.NewRecorder(), make(chan time.Time, 1)}
		req := httptest.NewRequest(http.MethodGet, "/?query={__typename}", nil)
		req.Header.Set("Accept", "text/event-stream")
		h.ServeHTTP(d, req)
		for range 100 {
			runtime.Gosched()
		}
		if at := <-d.last; time.Until(at) < time.Minute {
			t.Fatalf("%s are left to write", time.Until(at))
		}
		if body := d.Body.String(); !strings.HasSuffix(body, "event: complete\ndata: \n\n") {
			t.Error(body)
		}
	}
	if err := h.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
}
