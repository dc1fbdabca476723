package main

import (
	"bytes"
	"io"
	"maps"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// crossing is a request to /graphql, and what a browser learns from the answer.
func (s *served) crossing(method string, headers map[string]string) (status int, allowed string) {
	s.Helper()
	body := io.Reader(http.NoBody)
	path := "graphql"
	switch method {
	case http.MethodPost:
		body = strings.NewReader(`{"query": "{__typename}"}`)
	case http.MethodGet:
		path += "?query={__typename}"
	}
	req, err := http.NewRequestWithContext(s.Context(), method, s.url+path, body)
	if err != nil {
		s.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.Fatal(err)
	}
	defer resp.Body.Close()
	return resp.StatusCode, resp.Header.Get("Access-Control-Allow-Origin")
}

// A page of an allowed origin may ask from a browser; no other page can make a browser ask.
func TestOrigins(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	const mine, other = "http://localhost:5173", "https://evil.example"
	up := start(t, "up", "--data", data, "--addr", "127.0.0.1:0", "--no-browser", "--allow-origin", mine, "--allow-origin", "https://papers.example")
	defer up.end()
	open := start(t, "serve", "--data", data, "--addr", "127.0.0.1:0", "--allow-origin", "*")
	defer open.end()
	shut := start(t, "serve", "--data", data, "--addr", "127.0.0.1:0")
	defer shut.end()

	asked := map[string]string{"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,x-apollo-operation-name"}
	for _, c := range []struct {
		name, method, origin, site, mode, dest string
		preflight                              bool
		at                                     *served
		status                                 int
		allowed                                string
	}{
		{name: "no browser", method: "POST", at: shut, status: 200},
		{name: "the playground", method: "POST", site: "same-origin", mode: "cors", at: shut, status: 200},
		{name: "an address typed", method: "GET", site: "none", mode: "navigate", dest: "document", at: shut, status: 200},
		{name: "a link elsewhere", method: "GET", site: "cross-site", mode: "navigate", dest: "document", at: shut, status: 200},
		{name: "a picture elsewhere", method: "GET", site: "cross-site", mode: "no-cors", dest: "image", at: shut, status: 403},
		{name: "a frame elsewhere", method: "GET", site: "cross-site", mode: "navigate", dest: "iframe", at: shut, status: 403},
		{name: "a question elsewhere", method: "GET", origin: mine, site: "same-site", mode: "cors", dest: "empty", at: shut, status: 403},
		{name: "its preflight", preflight: true, origin: mine, site: "same-site", mode: "cors", at: shut, status: 403},
		{name: "allowed", method: "POST", origin: mine, site: "same-site", mode: "cors", at: up, status: 200, allowed: mine},
		{name: "its preflight, allowed", preflight: true, origin: mine, site: "same-site", mode: "cors", at: up, status: 204, allowed: mine},
		{name: "the second that is allowed", method: "GET", origin: "https://papers.example", at: up, status: 200, allowed: "https://papers.example"},
		{name: "another one than is allowed", method: "POST", origin: other, site: "cross-site", mode: "cors", at: up, status: 403},
		{name: "another one, of a browser that says no more", method: "POST", origin: other, at: up, status: 200},
		{name: "its preflight, of a browser that says no more", preflight: true, origin: other, at: up, status: 204},
		{name: "any", method: "POST", origin: other, site: "cross-site", mode: "cors", at: open, status: 200, allowed: "*"},
		{name: "any, its preflight", preflight: true, origin: other, site: "cross-site", mode: "cors", at: open, status: 204, allowed: "*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			headers := map[string]string{}
			if c.preflight {
				c.method = http.MethodOptions
				maps.Copy(headers, asked)
			}
			for name, value := range map[string]string{"Origin": c.origin, "Sec-Fetch-Site": c.site, "Sec-Fetch-Mode": c.mode, "Sec-Fetch-Dest": c.dest} {
				if value != "" {
					headers[name] = value
				}
			}
			if status, allowed := c.at.crossing(c.method, headers); status != c.status || allowed != c.allowed {
				t.Errorf("%d, allowed %q; want %d, %q", status, allowed, c.status, c.allowed)
			}
		})
	}
}

// What can't be an origin is refused before anything is opened.
func TestOriginsAreChecked(t *testing.T) {
	for _, bad := range []string{"papers.example", "https://papers.example/", "https://papers.example/app", "https://u@papers.example", "https://*.example", "null", "", "https://报谱.example", "https://"} {
		var said bytes.Buffer
		data := filepath.Join(t.TempDir(), "none")
		code := run(t.Context(), []string{"serve", "--data", data, "--allow-origin", bad}, nil, strings.NewReader(""), io.Discard, &said)
		if code != exitUsage || !strings.Contains(said.String(), "--allow-origin") {
			t.Errorf("%q: exit code %d: %s", bad, code, said.String())
		}
	}
	var o origins
	for _, good := range []string{"HTTPS://Papers.Example:443", "http://localhost:5173", "http://[::1]:3000", "tauri://localhost", "*"} {
		if err := o.Set(good); err != nil {
			t.Error(err)
		}
	}
	if got, want := o.String(), "https://papers.example,http://localhost:5173,http://[::1]:3000,tauri://localhost,*"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
