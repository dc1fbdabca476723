// Package sqlite keeps the graph in one SQLite file, without a server and without cgo. It is the only package that knows
// the driver.
//
// A document's claims stand under the fact or node that they count for (table proof); facts and nodes are rows of typed
// tables made from kg's schema table, each with its packed tallies; one adjacency table holds both directions of every
// edge in its orders. Applying a document touches the rows of its own claims only.
package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/question"
	"github.com/baopu/baopu/internal/store/turn"
)

// Store is a kg.Store in one file. It is safe for use by several goroutines and several processes.
type Store struct {
	question.Asker
	layout  *layout
	path    string
	readers chan *session // idle ones; nil stands for one not yet made
	line    *turn.Line    // of the writers of this process
	writer  *session      // of the one whose turn it is
	closed  chan struct{}
	closing sync.Once
	rulings ruled
	version int    // of the layout
	remove  string // folder to remove when closed
}

var (
	_ kg.Store = (*Store)(nil)
	_ kg.Sized = (*Store)(nil)
)

const (
	readers   = kg.Views + 2     // two for what asks beside views: whether a server that is busy is well, for one
	leaseWait = 30 * time.Second // for another writer
)

// logPages is how long the write-ahead log grows, in pages of 4 KiB, before it is copied into the file. Rows of what many articles name
// stand all over the file: the longer the log, the more often one page of it takes several rows. Behind 100,000 articles, 320 MB
// take a tenth less time than 160.
const logPages = 80_000

// writerKiB is the writer's cache. It takes up about twice as much memory: the driver's allocator rounds a page with its header up to
// 8 KiB. A transaction writes table by table in the order of keys, so that it seldom comes back to a page (ADR 26).
const writerKiB = 32 << 10

// bestClaims is about what 530 articles say. A transaction writes each page once that its articles share. Longer ones gain little more,
// and others wait for them.
const bestClaims = 16_000

// BestClaims is bestClaims, for kg.Sized.
func (s *Store) BestClaims() int { return bestClaims }

// pace: a waiting process looks each millisecond (session.beginWrite), and may be late where the machine is busy.
var pace = turn.Pace{Every: 150 * time.Millisecond, Pause: 3 * time.Millisecond}

// Open opens the file at path, and makes it where there is none. A file of another application, one of a newer version, or
// no database at all wraps kg.ErrConflict, and nothing is written; a folder that can't be written wraps kg.ErrUnavailable.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	// The file is made in one transaction of the rollback journal, so that its header is ours or it isn't there; only then
	// comes the write-ahead log.
	abs, err := filepath.Abs(path) // readers connect later, and the working directory may be another then
	if err != nil {
		return nil, fmt.Errorf("store %s: %v: %w", path, err, kg.ErrUnavailable)
	}
	file, err := prepareFile(ctx, abs)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	s := &Store{layout: newLayout(file.codes), version: file.version, path: abs, closed: make(chan struct{}), readers: make(chan *session, readers)}
	s.Asker = question.Asker{View: s.View}
	s.line = turn.NewLine(s.closed, pace)
	for range readers {
		s.readers <- nil
	}
	s.writer, err = newSession(ctx, abs, fmt.Sprintf("cache_size(-%d)", writerKiB), "synchronous(FULL)",
		fmt.Sprintf("wal_autocheckpoint(%d)", logPages), fmt.Sprintf("journal_size_limit(%d)", logPages*4096))
	if err != nil {
		return nil, err
	}
	s.writer.short = true
	if err := s.writer.wait(ctx, look); err != nil {
		return nil, errors.Join(err, s.writer.close())
	}
	return s, nil
}

func newReader(ctx context.Context, path string) (*session, error) {
	return newSession(ctx, path, "cache_size(-8192)", "query_only(1)")
}

// OpenTemporary opens a store that is gone when it is closed. It is a file too, since SQLite's memory databases make
// readers and the writer wait for each other.
func OpenTemporary(ctx context.Context) (*Store, error) {
	dir, err := os.MkdirTemp("", "baopu-")
	if err != nil {
		return nil, fmt.Errorf("temporary store: %v: %w", err, kg.ErrUnavailable)
	}
	s, err := Open(ctx, filepath.Join(dir, "store.db"))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.remove = dir
	return s, nil
}

// checkFolder says in plain words what SQLite calls "unable to open database file".
func checkFolder(path string) error {
	dir := filepath.Dir(path)
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("store %s: no folder %s: %v: %w", path, dir, err, kg.ErrUnavailable)
	}
	if !info.IsDir() {
		return fmt.Errorf("store %s: %s is no folder: %w", path, dir, kg.ErrUnavailable)
	}
	f, err := os.CreateTemp(dir, ".baopu-*") // SQLite writes files beside its own, for readers too
	if err != nil {
		return fmt.Errorf("store %s: can't write in folder %s: %v: %w", path, dir, err, kg.ErrUnavailable)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func prepareFile(ctx context.Context, path string) (*made, error) {
	s, err := newSession(ctx, path)
	if err != nil {
		return nil, err
	}
	file, err := ready(ctx, s)
	if err == nil && file == nil {
		file, err = migrate(ctx, s)
	}
	if err == nil {
		err = s.control(ctx, "PRAGMA journal_mode = WAL")
	}
	return file, errors.Join(err, s.close())
}

// Close waits for the calls under way and releases the file.
func (s *Store) Close() error {
	var errs []error
	s.closing.Do(func() {
		close(s.closed)
		for range readers {
			if r := <-s.readers; r != nil {
				errs = append(errs, r.close())
			}
		}
		s.line.Drain()
		errs = append(errs, s.writer.close())
		if s.remove != "" {
			errs = append(errs, os.RemoveAll(s.remove))
		}
	})
	return errors.Join(errs...)
}
