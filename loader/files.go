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
	named bool // by the user, not found in a folder: it is read whatever its name ends in
}

// find lists the files that paths name, each once: a path in the order given, a folder's files by name, a pattern's matches
// by name. Nothing there is an error of the command line; what a folder holds and can't be read is reported as skipped.
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
	seen   map[string]bool
	report *report.Report
}

func (w *walk) path(p string) error {
	info, err := os.Stat(p)
	if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(p, "*?[") {
		return w.pattern(p)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", err, kg.ErrNotFound)
	}
	if !info.IsDir() {
		w.add(p, true)
		return nil
	}
	return filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			w.report.Fail(path, err)
			return nil
		case strings.HasPrefix(d.Name(), ".") && path != p:
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() || d.Type()&fs.ModeSymlink != 0:
			w.found(path)
		}
		return nil
	})
}

// found takes a file of a folder if its name says that it can be read.
func (w *walk) found(path string) {
	switch why := source.Unreadable(path); {
	case source.IsManifest(path):
	case why != "":
		w.report.Skip(path, why)
	default:
		w.add(path, false)
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
			return err
		}
	}
	return nil
}

func (w *walk) add(path string, named bool) {
	key := path
	if abs, err := filepath.Abs(path); err == nil {
		key = abs
	}
	if !w.seen[key] {
		w.seen[key] = true
		w.files = append(w.files, file{path, named})
	}
}
