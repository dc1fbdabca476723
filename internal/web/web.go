// Package web holds the pages that a person opens in a browser: the explorer, for those who want to know something, and the
// playground (GraphiQL), for those who want to ask in their own words. All that they need is embedded, so that no request leaves
// the machine. The package knows nothing of the graph but the address of the API and the queries of the explorer.
package web

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
)

// Where the pages are; Handler must be mounted at the root of the server.
const (
	PlaygroundPath = "/"
	ExplorerPath   = "/explore"
	assetsPath     = "/assets/" // the parts of both
)

// Tab is a question that stands ready in the playground.
type Tab struct {
	Query     string `json:"query"`
	Variables string `json:"variables,omitempty"` // JSON
}

// Pages is what the pages are made from.
type Pages struct {
	Endpoint string // path of the API on this server: /graphql
	Tabs     []Tab  // of the playground
}

//go:embed assets explorer
var files embed.FS

// Both pages load from this server alone.
const (
	self = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
	// GraphiQL's editor sets styles from its script, and its style sheet has fonts and pictures inside itself.
	playgroundPolicy = self + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:"
	// The explorer shows what newspapers print: a browser that knows trusted types refuses to make markup of any of it.
	explorerPolicy = self + "style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)

// Handler serves the playground at PlaygroundPath, the explorer at ExplorerPath and their parts below /assets/; anything else is 404.
// It fails only if a page can't be made, which is the build's fault.
func (p Pages) Handler() (http.Handler, error) {
	playground, err := p.playground()
	if err != nil {
		return nil, err
	}
	explorer, err := p.explorer()
	if err != nil {
		return nil, err
	}
	parts, err := readAssets()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+PlaygroundPath+"{$}", page(playground, playgroundPolicy))
	mux.HandleFunc("GET "+ExplorerPath, page(explorer, explorerPolicy))
	mux.HandleFunc("GET "+assetsPath+"{name...}", func(w http.ResponseWriter, r *http.Request) {
		part, ok := parts[r.PathValue("name")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		part.serve(w, r)
	})
	return mux, nil
}

func page(body []byte, policy string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		headers(w, "text/html; charset=utf-8", policy)
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(body)
	}
}

func (p Pages) playground() ([]byte, error) {
	tabs := p.Tabs
	if tabs == nil {
		tabs = []Tab{}
	}
	return p.fill("assets/playground.html", struct {
		Endpoint string `json:"endpoint"`
		Explorer string `json:"explorer"`
		Tabs     []Tab  `json:"tabs"`
	}{p.Endpoint, ExplorerPath, tabs})
}

func (p Pages) explorer() ([]byte, error) {
	queries := map[string]string{}
	for _, q := range Queries() {
		queries[q.Name] = q.Text
	}
	return p.fill("explorer/explorer.html", struct {
		Endpoint string            `json:"endpoint"`
		Queries  map[string]string `json:"queries"`
	}{p.Endpoint, queries})
}

// fill makes a page of its template, with config as JSON in it.
func (p Pages) fill(name string, config any) ([]byte, error) {
	t, err := template.ParseFS(files, name)
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	said, err := json.Marshal(config)
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", name, err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct {
		Assets, Endpoint, Playground string
		Config                       template.JS // json.Marshal writes no <, > or &
	}{assetsPath, p.Endpoint, PlaygroundPath, template.JS(said)})
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", name, err)
	}
	return b.Bytes(), nil
}

func headers(w http.ResponseWriter, contentType, policy string) {
	h := w.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

func contentTypeOf(name string) string {
	switch {
	case strings.HasSuffix(name, ".js"):
		return "text/javascript; charset=utf-8"
	case strings.HasSuffix(name, ".css"):
		return "text/css; charset=utf-8"
	case strings.HasSuffix(name, ".svg"):
		return "image/svg+xml"
	}
	return "text/plain; charset=utf-8"
}
