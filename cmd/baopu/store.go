package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
)

// storeFile is the store's name in the data folder.
const storeFile = "baopu.db"

// storeURL is the store that flags and environment name, the flags first: --store, or the file in --data; else $BAOPU_STORE, or the
// file in $BAOPU_DATA or ./data. The user and password of a server may stand apart, in $NEO4J_USERNAME and $NEO4J_PASSWORD, so that
// no command line shows them.
func (a *app) storeURL() string {
	if url := cmp.Or(a.store, a.env["BAOPU_STORE"]); url != "" && a.data == "" {
		return a.withLogin(url)
	}
	return "sqlite:" + filepath.Join(cmp.Or(a.data, a.env["BAOPU_DATA"], "data"), storeFile)
}

// oneStore is an error for a command line that names two.
func (a *app) oneStore() error {
	if a.store != "" && a.data != "" {
		return errors.New("--store and --data name a store each: give one of them")
	}
	return nil
}

func (a *app) withLogin(raw string) string {
	u, err := url.Parse(raw)
	password := a.env["NEO4J_PASSWORD"]
	if err != nil || u.Host == "" || u.User != nil || password == "" {
		return raw
	}
	u.User = url.UserPassword(cmp.Or(a.env["NEO4J_USERNAME"], "neo4j"), password)
	return u.String()
}

// openToWrite opens the store and makes it, with its folder, where there is none.
func (a *app) openToWrite(ctx context.Context) (kg.Store, error) {
	return a.openURLToWrite(ctx, a.storeURL())
}

func (a *app) openURLToWrite(ctx context.Context, url string) (kg.Store, error) {
	if path, ok := sqlitePath(url); ok {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, fmt.Errorf("data folder: %w: %w", err, kg.ErrUnavailable)
		}
	}
	return a.open(ctx, url)
}

// openToRead opens a store that must be there.
func (a *app) openToRead(ctx context.Context) (kg.Store, error) {
	return a.openURLToRead(ctx, a.storeURL())
}

func (a *app) openURLToRead(ctx context.Context, url string) (kg.Store, error) {
	if path, ok := sqlitePath(url); ok {
		switch info, err := os.Stat(path); {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("no store at %s: load something first (baopu load FILE), or name another with --store or --data: %w", path, kg.ErrNotFound)
		case err == nil && info.Mode().IsRegular() && info.Size() == 0:
			return nil, fmt.Errorf("%s is an empty file and no store: delete it and load anew, or put a copy of the store in its place: %w", path, kg.ErrNotFound)
		}
	}
	return a.open(ctx, url)
}

func (a *app) open(ctx context.Context, where string) (kg.Store, error) {
	s, err := store.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	a.log.Debug("store opened", "store", withoutLogin(where))
	return s, nil
}

// withoutLogin is a store's URL as it may be shown.
func withoutLogin(raw string) string {
	if u, err := url.Parse(raw); err == nil && u.User != nil {
		return u.Redacted()
	}
	return raw
}

// closing closes s and joins its error to *err.
func closing(s kg.Store, err *error) { *err = errors.Join(*err, s.Close()) }

// sqlitePath is the file behind an URL, and false for stores that are no file.
func sqlitePath(url string) (string, bool) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	return path, ok && path != "" && path != ":memory:"
}
