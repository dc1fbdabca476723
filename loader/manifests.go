package loader

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/loader/source"
)

// manifests knows what the manifests of a tree say of its files. Each is read once.
type manifests struct {
	tree  tree
	known map[string]found
}

// found is a manifest, or why it can't be read; nil for none.
type found struct {
	manifest *source.Manifest
	err      error
}

// of is what manifests say of a file: the one in its folder, one in the folder above that names it, and, behind them,
// every baopu.yaml further up, the nearest first.
func (m *manifests) of(name string) (source.Said, error) {
	var said source.Said
	given := name
	name = filepath.ToSlash(m.tree.whole(name))
	dir := path.Dir(name)
	for up := 0; up < maxUp; up++ {
		for _, base := range source.ManifestNames {
			if up > 1 && !source.OwnManifest(base) {
				break
			}
			f := m.at(path.Join(dir, base))
			if f.err != nil {
				return said, fmt.Errorf("%s: %w", shown(path.Join(dir, base), given), f.err)
			}
			if f.manifest == nil {
				continue
			}
			here, listed := f.manifest.Of(within(dir, name))
			if listed || up == 0 || source.OwnManifest(base) {
				said = said.Else(here)
			}
			break // one manifest a folder
		}
		if dir == "." || dir == "/" || dir == path.Dir(dir) {
			break
		}
		dir = path.Dir(dir)
	}
	return said, nil
}

// maxUp is how many folders up a baopu.yaml is looked for: papers are kept as PAPER/YEAR/MONTH/DAY.
const maxUp = 6

// shown is a manifest's name for messages: from the folder where one stands, as the file's was given.
func shown(manifest, file string) string {
	if here, err := os.Getwd(); err == nil && !filepath.IsAbs(file) && filepath.IsAbs(manifest) {
		if rel, err := filepath.Rel(here, manifest); err == nil {
			return rel
		}
	}
	return manifest
}

// within is name from the folder dir.
func within(dir, name string) string {
	if dir == "." {
		return name
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, dir), "/")
}

func (m *manifests) at(name string) found {
	f, ok := m.known[name]
	if ok {
		return f
	}
	if m.known == nil {
		m.known = map[string]found{}
	}
	b, err := readFile(m.tree, filepath.FromSlash(name), maxManifest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		f.err = err
	default:
		f.manifest, f.err = source.ParseManifest(path.Base(name), b)
	}
	m.known[name] = f
	return f
}
