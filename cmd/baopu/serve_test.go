package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/store"
)

// served is a running `baopu up` or `baopu serve`.
type served struct {
	*testing.T
	url  string
	stop context.CancelFunc
	done chan int
	said *bytes.Buffer // standard error
}

// start runs the command until it prints its address.
func start(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	s := &served{T: t, stop: stop, done: make(chan int, 1), said: &bytes.Buffer{}}
	out, in := io.Pipe()
	go func() {
		code := run(ctx, args, nil, strings.NewReader(""), in, s.said)
		_ = in.Close()
		s.done <- code
	}()
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatalf("baopu %v ended with %d: %s", args, <-s.done, s.said)
		}
		if m := regexp.MustCompile(`answers at (http://\S+/) \(explorer at http://\S+/explore, `).FindStringSubmatch(line); m != nil {
			s.url = m[1]
			break
		}
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	return s
}

// end stops the command and wants exit code 0.
func (s *served) end() {
	s.Helper()
	s.stop()
	if code := <-s.done; code != exitOK {
		s.Errorf("exit code %d: %s", code, s.said)
	}
}

func (s *served) fetch(method, path, body string) (int, string) {
	s.Helper()
	req, err := http.NewRequestWithContext(s.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		s.Fatal(err)
	}
	return resp.StatusCode, string(b)
}

// Up loads the sample and serves it: GraphQL, the playground with the example queries, the explorer, and, beside it, a second server.
func TestUp(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s := start(t, "up", "--data", data, "--addr", "127.0.0.1:0", "--no-browser")
	code, answer := s.fetch(http.MethodPost, "graphql", `{"query": "{ articles(first: 1) { totalCount } remainders(first: 1) { totalCount } }"}`)
	if code != http.StatusOK || answer != `{"data":{"articles":{"totalCount":7},"remainders":{"totalCount":1}}}` {
		t.Errorf("%d %s", code, answer)
	}
	if code, page := s.fetch(http.MethodGet, "", ""); code != http.StatusOK || strings.Count(page, `"query":`) < 10 {
		t.Errorf("playground: %d, %d tabs", code, strings.Count(page, `"query":`))
	}
	if code, page := s.fetch(http.MethodGet, "explore", ""); code != http.StatusOK || !strings.Contains(page, "/assets/explorer/main.js") {
		t.Errorf("explorer: %d", code)
	}
	if code, body := s.fetch(http.MethodGet, "healthz", ""); code != http.StatusOK || body != "ok\n" {
		t.Errorf("healthz: %d %q", code, body)
	}
	if code := run(t.Context(), []string{"healthy", "--url", strings.TrimSuffix(s.url, "/")}, nil, strings.NewReader(""), io.Discard, io.Discard); code != exitOK {
		t.Errorf("healthy: exit code %d", code)
	}

	// A second server reads the same store; the command asks it.
	other := start(t, "serve", "--data", data, "--addr", "127.0.0.1:0")
	var out bytes.Buffer
	exit := run(t.Context(), []string{"query", "--endpoint", other.url + "graphql", "-e", "query($n: Int) { articles(first: $n) { totalCount } }", "--variables", `{"n": 2}`},
		nil, strings.NewReader(""), &out, io.Discard)
	if exit != exitOK || out.String() != `{"data":{"articles":{"totalCount":7}}}`+"\n" {
		t.Errorf("query --endpoint: %d %s", exit, out.String())
	}
	other.end()
	s.end()
}

// A long answer is compressed for clients that can read it; all read the same.
func TestLongAnswersAreCompressed(t *testing.T) {
	s := start(t, "up", "--data", filepath.Join(t.TempDir(), "data"), "--addr", "127.0.0.1:0", "--no-browser")
	defer s.end()
	ask := func(query, accept string) (encoding, body string) {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"graphql?query="+query, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept-Encoding", accept)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		var in io.Reader = resp.Body
		if encoding = resp.Header.Get("Content-Encoding"); encoding == "gzip" {
			if in, err = gzip.NewReader(in); err != nil {
				t.Fatal(err)
			}
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		return encoding, string(b)
	}
	encoding, packed := ask("{articles{nodes{text}}}", "gzip")
	_, plain := ask("{articles{nodes{text}}}", "identity")
	if encoding != "gzip" || packed != plain || len(plain) < 5000 {
		t.Errorf("encoding %q of %d bytes, plain %d", encoding, len(packed), len(plain))
	}
	if encoding, body := ask("{__typename}", "gzip"); encoding != "" || body != `{"data":{"__typename":"Query"}}` {
		t.Errorf("encoding %q of %q", encoding, body)
	}
}

// A port that is taken is an error where the user named it.
func TestServeTakenPort(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s := start(t, "up", "--data", data, "--addr", "127.0.0.1:0", "--no-browser")
	defer s.end()
	var said bytes.Buffer
	addr := strings.TrimSuffix(strings.TrimPrefix(s.url, "http://"), "/")
	if code := run(t.Context(), []string{"serve", "--data", data, "--addr", addr}, nil, strings.NewReader(""), io.Discard, &said); code != exitFailed {
		t.Errorf("exit code %d: %s", code, said.String())
	}
	if !strings.Contains(said.String(), "--addr "+addr) {
		t.Errorf("said %q", said.String())
	}
}

// A server of this machine alone answers no other name.
func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"127.0.0.1:8080": true, "127.0.0.1": true, "localhost:8080": true, "[::1]:8080": true, "::1": true,
		"evil.example:8080": false, "127.0.0.1.evil.example": false, "192.168.1.5:8080": false, "": false, "localhost.evil.example": false,
	} {
		if got := loopback(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestServeRefusesOtherHosts(t *testing.T) {
	s := start(t, "up", "--data", filepath.Join(t.TempDir(), "data"), "--addr", "127.0.0.1:0", "--no-browser")
	defer s.end()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"healthz", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "evil.example"
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("status %s", resp.Status)
	}
}

// handshake asks for a socket, and answers the status.
func (s *served) handshake(origin string) int {
	s.Helper()
	req, err := http.NewRequestWithContext(s.Context(), http.MethodGet, s.url+"graphql", nil)
	if err != nil {
		s.Fatal(err)
	}
	for name, value := range map[string]string{
		"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
		"Sec-WebSocket-Protocol": "graphql-transport-ws", "Accept-Encoding": "gzip", "Origin": origin,
	} {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { _ = resp.Body.Close() })
	return resp.StatusCode
}

// Subscriptions come through the server's wrappers: neither packed nor kept back; sockets are for the pages that may ask. Both end with
// the server at once.
func TestServeSubscriptions(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s := start(t, "up", "--data", data, "--addr", "127.0.0.1:0", "--no-browser", "--allow-origin", "http://localhost:5173")
	for origin, want := range map[string]int{"": 101, strings.TrimSuffix(s.url, "/"): 101, "http://localhost:5173": 101, "http://localhost:5174": 403, "https://evil.example": 403} {
		if status := s.handshake(origin); status != want {
			t.Errorf("%q: %d, want %d", origin, status, want)
		}
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"graphql?query=subscription{loadProgress{documents}}", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", "text/event-stream")
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewReader(resp.Body)
	var got string
	for !strings.Contains(got, "\ndata: ") || !strings.HasSuffix(got, "\n\n") {
		line, err := lines.ReadString('\n')
		if got += line; err != nil {
			t.Fatalf("%v behind %q", err, got)
		}
	}
	if want := ":\n\nevent: next\ndata: {\"data\":{\"loadProgress\":{\"documents\":1}}}\n\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	begun := time.Now()
	s.end()
	if took := time.Since(begun); took > 3*time.Second {
		t.Errorf("the server took %s to end", took)
	}
	if rest, err := io.ReadAll(lines); err != nil || len(rest) > 0 {
		t.Errorf("%q, %v behind the end", rest, err)
	}
}

// The command prints a line for each payload, until it is stopped.
func TestQuerySubscription(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s := start(t, "up", "--data", data, "--addr", "127.0.0.1:0", "--no-browser")
	defer s.end()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out, in := io.Pipe()
	exit := make(chan int)
	go func() {
		code := run(ctx, []string{"query", "--data", data, "-e", "subscription { loadProgress { articles applied } }"}, nil, strings.NewReader(""), in, io.Discard)
		_ = in.Close()
		exit <- code
	}()
	lines := bufio.NewReader(out)
	if line, err := lines.ReadString('\n'); err != nil || line != `{"data":{"loadProgress":{"articles":7,"applied":0}}}`+"\n" {
		t.Errorf("%q, %v", line, err)
	}
	stop()
	if code := <-exit; code != exitOK {
		t.Errorf("exit code %d", code)
	}
}

// A server that can't go on ends what is open, and leaves the store alone.
func TestServeFails(t *testing.T) {
	st, err := store.Open(t.Context(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	l, err := listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a := &app{stdout: io.Discard, log: slog.New(slog.DiscardHandler)}
	var body io.ReadCloser
	err = a.serve(t.Context(), l, st, nil, func(explorer string) {
		url := strings.Replace(explorer, "/explore", "/graphql?query=subscription{loadProgress{documents}}", 1)
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept", "text/event-stream")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body = resp.Body
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
	if !errors.Is(err, net.ErrClosed) {
		t.Error(err)
	}
	defer body.Close()
	if rest, err := io.ReadAll(body); err != nil || strings.Contains(string(rest), "complete") {
		t.Errorf("%q, %v", rest, err)
	}
}
