package loader

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// CameFrom lists the documents of a store that came from each file, as it was named then: from the file, its lines, what it holds as an
// archive, or else from its pages, if it may be a PDF of several. What is only a page or in an archive by its name is told by what
// the store remembers of files that were read.
func CameFrom(ctx context.Context, store kg.Auditor, files ...string) (map[string][]kg.ID, error) {
	found := map[string]map[origin][]held{}
	for _, f := range files {
		found[f] = map[origin][]held{}
	}
	err := store.Sources(ctx, kg.SourceQuery{}, func(id kg.ID, _ string, s kg.Source) error {
		for f, from := range found {
			if o := originIn(&s, source.FileName(f)); o != elsewhere {
				from[o] = append(from[o], held{id, kg.Source{Name: s.Name}})
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := map[string][]kg.ID{}
	for f, from := range found {
		if out[f], err = chosen(ctx, store, f, from); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// chosen is which of the documents that may have come from a file did.
func chosen(ctx context.Context, store any, name string, from map[origin][]held) ([]kg.ID, error) {
	asked := []file{{path: name}}
	for _, h := range from[pageOfFile] {
		asked = append(asked, file{path: h.source.Name})
	}
	were, err := noted(ctx, store, asked)
	if err != nil {
		return nil, err
	}
	var out, pages []kg.ID
	for _, h := range from[wholeFile] {
		out = append(out, h.id)
	}
	if strings.EqualFold(filepath.Ext(name), ".zip") || were[absolute(name)] != "" {
		for _, h := range from[under] {
			out = append(out, h.id)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	for _, h := range from[pageOfFile] {
		if were[absolute(h.source.Name)] == "" { // else it is a file of its own
			pages = append(pages, h.id)
		}
	}
	return pages, nil
}

// origin is how a source may have come from a file, by their names.
type origin int

const (
	elsewhere  origin = iota
	wholeFile         // it is the file, or a line of it
	under             // it lies in the archive, or in the folder
	pageOfFile        // it has a name as a page of the PDF has
)

func originIn(s *kg.Source, name string) origin {
	if rest, ok := strings.CutPrefix(s.Name, name); ok && (rest == "" || rest[0] == ':') {
		return wholeFile
	} else if ok && rest[0] == '/' {
		return under
	}
	before, after, _ := strings.Cut(pageName(name, "\x00"), "\x00")
	number, begins := strings.CutPrefix(s.Name, before)
	number, ends := strings.CutSuffix(number, after)
	if _, err := strconv.Atoi(number); begins && ends && err == nil && s.Format == string(document.Sheet) {
		return pageOfFile
	}
	return elsewhere
}
