package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
)

// storeFile is the store's name in the data folder.
const storeFile = "baopu.db"

// storeURL is the store that flags and environment name: --store, $BAOPU_STORE, else the file in the data folder.
func (a *app) storeURL() string {
	if url := cmp.Or(a.store, a.env["BAOPU_STORE"]); url != "" {
		return url
	}
	return "sqlite:" + filepath.Join(cmp.Or(a.data, a.env["BAOPU_DATA"], "data"), storeFile)
}

// openToWrite opens the store and makes it, with its folder, where there is none.
func (a *app) openToWrite(ctx context.Context) (kg.Store, error) {
	url := a.storeURL()
	if path, ok := sqlitePath(url); ok {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, fmt.Errorf("data folder: %w: %w", err, kg.ErrUnavailable)
		}
	}
	return a.open(ctx, url)
}

// openToRead opens a store that must be there.
func (a *app) openToRead(ctx context.Context) (kg.Store, error) {
	url := a.storeURL()
	if path, ok := sqlitePath(url); ok {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("no store at %s: load something first (baopu load FILE), or name another with --store or --data: %w", path, kg.ErrNotFound)
		}
	}
	return a.open(ctx, url)
}

func (a *app) open(ctx context.Context, url string) (kg.Store, error) {
	s, err := store.Open(ctx, url)
	if err != nil {
		return nil, err
	}
	a.log.Debug("store opened", "store", url)
	return s, nil
}

// closing closes s and joins its error to *err.
func closing(s kg.Store, err *error) { *err = errors.Join(*err, s.Close()) }

// sqlitePath is the file behind an URL, and false for stores that are no file.
func sqlitePath(url string) (string, bool) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	return path, ok && path != "" && path != ":memory:"
}
