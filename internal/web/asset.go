package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// asset is one part of a page. Those that are packed are kept packed, and unpacked only for a client that can't do it.
type asset struct {
	name   string
	body   []byte
	packed bool // body is gzip
	tag    string
}

func readAssets() (map[string]asset, error) {
	entries, err := files.ReadDir("assets")
	if err != nil {
		return nil, err
	}
	out := map[string]asset{}
	for _, e := range entries {
		body, err := files.ReadFile("assets/" + e.Name())
		if err != nil {
			return nil, err
		}
		name, packed := strings.CutSuffix(e.Name(), ".gz")
		sum := sha256.Sum256(body)
		if name != "playground.html" {
			out[name] = asset{name, body, packed, `"` + hex.EncodeToString(sum[:8]) + `"`}
		}
	}
	return out, nil
}

func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	headers(w, contentTypeOf(a.name))
	h := w.Header()
	h.Set("Cache-Control", "no-cache") // asked again each time, answered 304: a new build's parts are never mixed with old ones
	h.Set("ETag", a.tag)
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == a.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if a.packed && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(a.body)
		return
	}
	plain, err := a.plain()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_, _ = io.Copy(w, plain)
}

func (a asset) plain() (io.Reader, error) {
	if !a.packed {
		return bytes.NewReader(a.body), nil
	}
	z, err := gzip.NewReader(bytes.NewReader(a.body))
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", a.name, err)
	}
	return z, nil
}
