package loader

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// file is one file to be read.
type file struct {
	path  string
	stdin bool // standard input, whatever the path
}

// find lists the files that paths name, each once: a path in the order given, a folder's files by name, a pattern's matches
// by name, - for standard input. Links to folders are followed, each folder once. Nothing there is an error of the command
// line; what is there and can't be read is reported as failed.
func find(paths []string, rep *report.Report) ([]file, error) {
	w := walk{seen: map[string]bool{}, report: rep}
	for _, p := range paths {
		if err := w.path(p); err != nil {
			return nil, err
		}
	}
	return w.files, nil
}

type walk struct {
	files  []file
	seen   map[string]bool // files by their absolute paths, folders by their real ones
	report *report.Report
}

func (w *walk) path(p string) error {
	if p == "-" {
		if !w.seen[p] {
			w.seen[p] = true
			w.files = append(w.files, file{path: "standard input", stdin: true})
		}
		return nil
	}
	info, err := os.Stat(p)
	_, there := os.Lstat(p)
	if errors.Is(there, fs.ErrNotExist) && strings.ContainsAny(p, "*?[") {
		return w.pattern(p)
	}
	switch {
	case err != nil && (there == nil || errors.Is(err, fs.ErrPermission)):
		w.unreadable(p, err) // it is there: a bad file among good ones
	case err != nil:
		return fmt.Errorf("%w: %w", err, kg.ErrNotFound)
	case info.IsDir():
		w.folder(p)
	default:
		w.add(p)
	}
	return nil
}

// folder takes the files of a folder and the folders in it. A folder that was there already, by a link that leads back to
// it for one, is not gone through again.
func (w *walk) folder(dir string) {
	resolved, err := filepath.EvalSymlinks(dir)
	if err != nil {
		w.report.Fail(dir, err, advice(err))
		return
	}
	key := absolute(resolved) + string(filepath.Separator)
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.report.Fail(dir, err, advice(err))
	}
	for _, e := range entries {
		if name := filepath.Join(dir, e.Name()); !strings.HasPrefix(e.Name(), ".") {
			w.entry(name, e)
		}
	}
}

func (w *walk) entry(name string, e fs.DirEntry) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(name)
		if err != nil {
			w.unreadable(name, err)
			return
		}
		mode = info.Mode()
	}
	switch {
	case mode.IsDir():
		w.folder(name)
	case mode.IsRegular():
		w.found(name)
	default:
		w.report.Skip(name, "no plain file but a "+kindOf(mode))
	}
}

// unreadable reports what is there and can't be asked what it is.
func (w *walk) unreadable(name string, err error) {
	if errors.Is(err, fs.ErrPermission) {
		w.report.Fail(name, err, advice(err))
		return
	}
	w.report.Fail(name, fmt.Errorf("a link that leads nowhere: %w", err), "delete the link, or put back what it leads to")
}

// found takes a file of a folder if its name says that it can be read.
func (w *walk) found(path string) {
	switch why := source.Unreadable(path); {
	case source.IsManifest(path):
	case why != "" && !strings.EqualFold(filepath.Ext(path), ".zip"):
		w.report.Skip(path, why)
	default:
		w.add(path)
	}
}

func (w *walk) pattern(p string) error {
	matches, err := filepath.Glob(p)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", p, err, kg.ErrInvalid)
	}
	if len(matches) == 0 {
		return fmt.Errorf("%s: matches no file: %w", p, kg.ErrNotFound)
	}
	slices.Sort(matches)
	for _, m := range matches {
		if err := w.path(m); err != nil {
			w.report.Fail(m, err, advice(err)) // it was there a moment ago
		}
	}
	return nil
}

func (w *walk) add(path string) {
	if key := absolute(path); !w.seen[key] {
		w.seen[key] = true
		w.files = append(w.files, file{path: path})
	}
}
