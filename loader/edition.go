package loader

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/epaper"
	"github.com/baopu/baopu/loader/source"
)

// editions knows what the lists of e-paper editions say of their articles' files, folder by folder. A list that can't be
// read says nothing here; as a file of its own it is reported.
type editions struct {
	tree    tree
	folders map[string]map[string]source.Said
}

// of is what the lists beside the file at name, or where its system keeps them, say of it.
func (e *editions) of(name string) source.Said {
	var said source.Said
	if !epaper.IsArticle(name) {
		return said
	}
	clean := path.Clean(filepath.ToSlash(name))
	for _, folder := range epaper.ListFolders(clean) {
		said = said.Else(e.folder(folder)[clean])
	}
	return said
}

// folder reads the lists of a folder, once.
func (e *editions) folder(dir string) map[string]source.Said {
	if known, ok := e.folders[dir]; ok {
		return known
	}
	if e.folders == nil {
		e.folders = map[string]map[string]source.Said{}
	}
	found := map[string]source.Said{}
	e.folders[dir] = found
	for _, base := range e.tree.list(dir) {
		if !epaper.IsList(base) {
			continue
		}
		name := path.Join(dir, base)
		b, err := readFile(e.tree, filepath.FromSlash(name), epaper.MaxBytes)
		if err != nil {
			continue
		}
		text, err := source.Decode(b)
		if err != nil {
			continue
		}
		list, err := epaper.Read(name, text)
		if err != nil {
			continue
		}
		said := list.Printed.Else(source.FromName(name)).Else(list.Meta)
		for _, l := range list.Links {
			to := path.Join(dir, l.Href)
			found[to] = found[to].Else(said)
		}
	}
	return found
}

// missing says which articles of a list aren't saved where it links to; "" where all are.
func missing(t tree, name string, l *document.List) string {
	if t == nil {
		return "" // a stored text
	}
	dir := path.Dir(filepath.ToSlash(name))
	var gone []string
	for _, link := range l.Links {
		if !t.has(filepath.FromSlash(path.Join(dir, link.Href))) {
			gone = append(gone, cmp.Or(link.Title, link.Href))
		}
	}
	if len(gone) == 0 {
		return ""
	}
	const shown = 3
	more := ""
	if len(gone) > shown {
		more = ", …"
	}
	return fmt.Sprintf("; %d of them are not here: %s%s", len(gone), strings.Join(gone[:min(len(gone), shown)], ", "), more)
}
