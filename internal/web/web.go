// Package web holds the pages that a person opens in a browser: the playground (GraphiQL), with all that it needs embedded,
// so that no request leaves the machine. It knows nothing of the graph but the address of the API.
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

// Tab is a question that stands ready in the playground.
type Tab struct {
	Query     string `json:"query"`
	Variables string `json:"variables,omitempty"` // JSON
}

// Playground is what the playground is made from.
type Playground struct {
	Endpoint string // path of the API on this server: /graphql
	Tabs     []Tab
}

//go:embed assets
var files embed.FS

// assetsPath is where the page finds its parts; Handler must be mounted at the root of the server.
const assetsPath = "/assets/"

// policy lets the page load from this server alone. GraphiQL's editor sets styles from its script, and its style sheet has
// fonts and pictures inside itself.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the playground at / and its parts below /assets/; anything else is 404. It fails only if the page can't be
// made, which is the build's fault.
func (p Playground) Handler() (http.Handler, error) {
	page, err := p.page()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		headers(w, "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page)
	})
	parts, err := readAssets()
	if err != nil {
		return nil, err
	}
	mux.HandleFunc("GET "+assetsPath+"{name}", func(w http.ResponseWriter, r *http.Request) {
		part, ok := parts[r.PathValue("name")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		part.serve(w, r)
	})
	return mux, nil
}

func (p Playground) page() ([]byte, error) {
	t, err := template.ParseFS(files, "assets/playground.html")
	if err != nil {
		return nil, fmt.Errorf("playground page: %w", err)
	}
	tabs := p.Tabs
	if tabs == nil {
		tabs = []Tab{}
	}
	config, err := json.Marshal(struct {
		Endpoint string `json:"endpoint"`
		Tabs     []Tab  `json:"tabs"`
	}{p.Endpoint, tabs})
	if err != nil {
		return nil, fmt.Errorf("playground tabs: %w", err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct {
		Assets, Endpoint string
		Config           template.JS // json.Marshal writes no <, > or &
	}{assetsPath, p.Endpoint, template.JS(config)})
	if err != nil {
		return nil, fmt.Errorf("playground page: %w", err)
	}
	return b.Bytes(), nil
}

func headers(w http.ResponseWriter, contentType string) {
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
