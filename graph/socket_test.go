package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// socket is a client of graphql-transport-ws.
type socket struct {
	testing.TB
	conn *websocket.Conn
}

func dial(t testing.TB, url string, o *websocket.DialOptions) *socket {
	t.Helper()
	if o == nil {
		o = &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}}
	}
	conn, res, err := websocket.Dial(t.Context(), url, o)
	if err != nil {
		t.Fatal(err)
	}
	if res.Body != nil {
		_ = res.Body.Close()
	}
	conn.SetReadLimit(-1)
	s := &socket{t, conn}
	t.Cleanup(s.hangUp)
	return s
}

func (s *socket) hangUp() { _ = s.conn.CloseNow() }

func (s *socket) say(v any) {
	s.Helper()
	b, ok := v.(string)
	if !ok {
		text, err := json.Marshal(v)
		if err != nil {
			s.Fatal(err)
		}
		b = string(text)
	}
	if err := s.conn.Write(s.Context(), websocket.MessageText, []byte(b)); err != nil {
		s.Fatal(err)
	}
}

func (s *socket) read() ([]byte, error) {
	ctx, cancel := context.WithTimeout(s.Context(), 20*time.Second)
	defer cancel()
	_, b, err := s.conn.Read(ctx)
	return b, err
}

func (s *socket) hear() map[string]any {
	s.Helper()
	b, err := s.read()
	if err != nil {
		s.Fatal(err)
	}
	return decode(s, string(b))
}

// closed is the code and the words with which the server closes the socket.
func (s *socket) closed() (code int, why string) {
	for {
		if _, err := s.read(); err != nil {
			var e websocket.CloseError
			errors.As(err, &e)
			return int(e.Code), e.Reason
		}
	}
}

func (s *socket) begin() *socket {
	s.Helper()
	s.say(`{"type": "connection_init"}`)
	if m := s.hear(); m["type"] != "connection_ack" {
		s.Fatal(m)
	}
	return s
}

func (s *socket) subscribe(id, query string, variables map[string]any) {
	s.Helper()
	s.say(map[string]any{"id": id, "type": "subscribe", "payload": map[string]any{"query": query, "variables": variables}})
}

// next is the payload of the next message, which must be one of id.
func (s *socket) next(id string) map[string]any {
	s.Helper()
	m := s.hear()
	if m["type"] != "next" || m["id"] != id {
		s.Fatalf("%v, want the next of %s", m, id)
	}
	return m["payload"].(map[string]any)
}

// settle returns when the subscription, one of loaded, has begun: documents are applied until one of them comes, and the others with it.
func (s *socket) settle(id string, st kg.Store) {
	s.Helper()
	applied, stop := make(chan string, 1000), make(chan struct{})
	go func() {
		defer close(applied)
		for i := 0; ; i++ {
			d := page(fmt.Sprint("probe", i), 1, "")
			if _, err := st.Apply(context.Background(), d); err != nil {
				return
			}
			applied <- titles(d)[0]
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	title, _ := arrival(s, s.next(id))
	close(stop)
	var last string
	for probe := range applied {
		last = probe
	}
	for title != last {
		title, _ = arrival(s, s.next(id))
	}
}

// A socket speaks graphql-transport-ws: whoever breaks its rules is told by the code with which the socket is closed.
func TestSocketRules(t *testing.T) {
	opts := quick()
	opts.Limits = graph.Limits{Body: 2000, Socket: 1}
	srv := serve(t, opened(t), opts)
	id := "x" + strings.Repeat("长", 100)
	const init, query = `{"type": "connection_init", "payload": {"token": "x"}}`, `{"id": "1", "type": "subscribe", "payload": {"query": "{__typename}"}}`
	const forever = `{"id": "1", "type": "subscribe", "payload": {"query": "subscription {loadProgress {documents}}"}}`
	for _, c := range []struct {
		name string
		says []string
		code int
	}{
		{"no JSON", []string{init, `{`}, 4400},
		{"an unknown type", []string{init, `{"type": "start"}`}, 4400},
		{"no id", []string{init, `{"type": "subscribe", "payload": {"query": "{__typename}"}}`}, 4400},
		{"the end of nothing", []string{init, `{"type": "complete"}`}, 4400},
		{"a beginning with a text", []string{`{"type": "connection_init", "payload": "x"}`}, 4400},
		{"a ping with a list", []string{init, `{"type": "ping", "payload": []}`}, 4400},
		{"a pong with a number", []string{init, `{"type": "pong", "payload": 1}`}, 4400},
		{"nulls, and an id that is in use", []string{`{"type": "connection_init", "payload": null}`, `{"type": "ping", "payload": null}`, forever, forever}, 4409},
		{"a long Chinese id", []string{init, strings.ReplaceAll(forever, `"1"`, `"`+id+`"`), strings.ReplaceAll(forever, `"1"`, `"`+id+`"`)}, 4409},
		{"no query", []string{init, `{"id": "1", "type": "subscribe", "payload": {}}`}, 4400},
		{"no payload", []string{init, `{"id": "1", "type": "subscribe"}`}, 4400},
		{"an operation before the beginning", []string{query}, 4401},
		{"two beginnings", []string{init, init}, 4429},
		{"two operations of one id", []string{init, forever, forever}, 4409},
		{"a long message", []string{init, strings.Repeat(" ", 3000) + query}, 1009},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := dial(t, srv.URL, nil)
			for _, m := range c.says {
				s.say(m)
			}
			if code, why := s.closed(); code != c.code || !utf8.ValidString(why) {
				t.Errorf("closed with %d %q, want %d", code, why, c.code)
			}
		})
	}
	t.Run("bytes", func(t *testing.T) {
		s := dial(t, srv.URL, nil)
		if err := s.conn.Write(t.Context(), websocket.MessageBinary, []byte(init)); err != nil {
			t.Fatal(err)
		}
		if code, _ := s.closed(); code != 4400 {
			t.Errorf("closed with %d", code)
		}
	})
	t.Run("another protocol", func(t *testing.T) {
		if code, _ := dial(t, srv.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-ws"}}).closed(); code != 4406 {
			t.Errorf("closed with %d", code)
		}
	})
}

// Whoever doesn't begin in time, or gives no sign of life, is let go.
func TestSocketTimes(t *testing.T) {
	opts := quick()
	opts.KeepAlive, opts.Patience = 300*time.Millisecond, 50*time.Millisecond
	srv := serve(t, town(1), opts)
	late := dial(t, srv.URL, nil)
	pinged := make(chan struct{}, 100)
	dead := dial(t, srv.URL, &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, OnPingReceived: func(context.Context, []byte) bool { pinged <- struct{}{}; return false },
	}).begin()
	if _, err := dead.read(); err == nil || len(pinged) == 0 {
		t.Errorf("%v after %d pings", err, len(pinged))
	}
	if code, _ := late.closed(); code != 4408 {
		t.Errorf("closed with %d", code)
	}
	alive := dial(t, serve(t, town(1), quick()).URL, nil).begin()
	alive.say(`{"type": "ping", "payload": {"at": 1}}`)
	if m := alive.hear(); m["type"] != "pong" || fmt.Sprint(m["payload"]) != "map[at:1]" {
		t.Error(m)
	}
	alive.say(`{"type": "pong"}`)
	alive.subscribe("1", `{__typename}`, nil)
	alive.next("1")
}

// Queries are answered over a socket as over HTTP; an operation that isn't valid ends with an error and no more.
func TestQueriesOverSockets(t *testing.T) {
	opts := quick()
	opts.Limits.Socket = 1
	s := opened(t)
	apply(t, s, page("first", 2, ""))
	srv := serve(t, s, opts)
	c := dial(t, srv.URL, nil).begin()
	for range 3 {
		c.subscribe("q", `query($n: Int) {articles(first: $n) {totalCount}}`, map[string]any{"n": 1})
		if got := fmt.Sprint(c.next("q")); got != "map[data:map[articles:map[totalCount:2]]]" {
			t.Error(got)
		}
		if m := c.hear(); m["type"] != "complete" || m["id"] != "q" {
			t.Error(m)
		}
		c.subscribe("bad", `{nope}`, nil)
		if m := c.hear(); m["type"] != "error" || !strings.Contains(fmt.Sprint(m["payload"].([]any)), "GRAPHQL_VALIDATION_FAILED") {
			t.Error(m)
		}
	}
	c.subscribe("1", loaded, map[string]any{"after": kg.LogPlace{}.Encode()})
	c.next("1")
	c.next("1")
	c.subscribe("2", `{__typename}`, nil)
	if m := c.hear(); m["type"] != "error" || m["id"] != "2" || !strings.Contains(fmt.Sprint(m), "BAD_USER_INPUT") {
		t.Error(m)
	}
	c.say(`{"type": "complete", "id": "1"}`)
	apply(t, s, page("unheard", 1, ""))
	for { // its place is free as soon as it has ended
		c.subscribe("3", `{__typename}`, nil)
		if m := c.hear(); m["type"] == "next" {
			break
		} else if m["id"] != "3" {
			t.Fatal(m)
		}
	}
}

// A page of another origin can't open a socket, from whatever name it has the server's address.
func TestSocketOrigins(t *testing.T) {
	opts := quick()
	opts.Origins = []string{"http://localhost:5173", "http://[::1]:5173"}
	srv := serve(t, town(1), opts)
	opts.Origins = []string{"*"}
	open := serve(t, town(1), opts)
	self := srv.URL
	for _, c := range []struct {
		url, origin string
		status      int
	}{
		{srv.URL, "", 101},
		{srv.URL, self, 101},
		{srv.URL, "http://localhost:5173", 101},
		{srv.URL, "http://[::1]:5173", 101},
		{srv.URL, "http://localhost:5174", 403},
		{srv.URL, "https://evil.example", 403},
		{srv.URL, "null", 403},
		{srv.URL, self + ".evil.example", 403},
		{open.URL, "https://evil.example", 101},
	} {
		header := http.Header{}
		if c.origin != "" {
			header.Set("Origin", c.origin)
		}
		conn, res, err := websocket.Dial(t.Context(), c.url, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header})
		if conn != nil {
			_ = conn.CloseNow()
		}
		if res == nil || res.StatusCode != c.status {
			t.Errorf("%q: %v %v, want %d", c.origin, res, err, c.status)
		}
		if res != nil && res.Body != nil {
			_ = res.Body.Close()
		}
	}
}

// handshake asks for a socket that it doesn't keep; body is that of a refusal.
func handshake(t *testing.T, url string) (status int, body string) {
	t.Helper()
	conn, res, err := websocket.Dial(t.Context(), url, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if conn != nil {
		_ = conn.CloseNow()
	}
	if res == nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusSwitchingProtocols {
		b, _ := io.ReadAll(res.Body)
		body = string(b)
	}
	return res.StatusCode, body
}

// No more sockets are open than may be.
func TestSocketsAreCounted(t *testing.T) {
	opts := quick()
	opts.Limits.Open = 1
	srv := serve(t, town(1), opts)
	first := dial(t, srv.URL, nil).begin()
	if status, body := handshake(t, srv.URL); status != 503 || !strings.Contains(body, "STORE_UNAVAILABLE") {
		t.Errorf("%d %s", status, body)
	}
	first.hangUp()
	for status := 0; status != 101; status, _ = handshake(t, srv.URL) { // its place is free as soon as it has ended
	}
}
