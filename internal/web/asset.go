package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// asset is one part of a page. Those that are packed are kept packed, and unpacked only for a client that can't do it.
type asset struct {
	name   string
	body   []byte
	packed bool // body is gzip
	tag    string
}

// readAssets is the parts of the pages by their paths below /assets/: those of the explorer in a folder of their own.
func readAssets() (map[string]asset, error) {
	out := map[string]asset{}
	err := fs.WalkDir(files, ".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || unserved[path.Ext(file)] {
			return err
		}
		body, err := files.ReadFile(file)
		if err != nil {
			return err
		}
		name, packed := strings.CutSuffix(strings.TrimPrefix(file, "assets/"), ".gz")
		sum := sha256.Sum256(body)
		out[name] = asset{name, body, packed, `"` + hex.EncodeToString(sum[:8]) + `"`}
		return nil
	})
	return out, err
}

// unserved are the files that pages are made from.
var unserved = map[string]bool{".html": true, ".graphql": true}

func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	headers(w, contentTypeOf(a.name), explorerPolicy)
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
