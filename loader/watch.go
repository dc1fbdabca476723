package loader

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/epaper"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

// Watching is how folders are watched.
type Watching struct {
	Quiet  time.Duration // how long nothing must change before what did is read: a file may still be copied
	Rescan time.Duration // how often all is looked through: network file systems tell of no changes
	// Loaded is called with the report of each load, and its error; an error that it answers ends the watch.
	Loaded func(*report.Report, error) error
}

// Quiet and rescan are good values of Watching.
const (
	Quiet  = 2 * time.Second
	Rescan = 10 * time.Minute
)

// Watch loads the folders that paths name, and then, until ctx is done, what is new or has changed in them. A change of a
// manifest or of an edition's list has its folder looked through. An error is that of Loaded, or says why folders can't be
// watched.
func Watch(ctx context.Context, store Target, paths []string, o Options, how Watching) error {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	w := &watcher{Watcher: n, changed: map[string]bool{}}
	defer n.Close()
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return fmt.Errorf("%w: %w", err, kg.ErrNotFound)
		}
		if !info.IsDir() {
			return fmt.Errorf("%s is no folder, and only folders can be watched: %w", p, kg.ErrInvalid)
		}
		if err := w.follow(p); err != nil {
			return err
		}
	}
	if err := how.Loaded(Load(ctx, store, paths, o)); err != nil {
		return err
	}
	return w.run(ctx, store, paths, o, how)
}

// watcher gathers what changes.
type watcher struct {
	*fsnotify.Watcher
	changed map[string]bool
	all     bool // changes were missed
}

func (w *watcher) run(ctx context.Context, store Target, paths []string, o Options, how Watching) error {
	again := time.NewTicker(how.Rescan)
	defer again.Stop()
	quiet := time.NewTimer(how.Quiet)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.Events:
			if !ok {
				return nil
			}
			if err := w.event(e); err != nil {
				return err
			}
			quiet.Reset(how.Quiet)
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch: %w", err)
			}
			w.all = true
			quiet.Reset(how.Quiet)
		case <-again.C:
			w.all = true
			quiet.Reset(how.Quiet)
		case <-quiet.C:
			if err := w.load(ctx, store, paths, o, how); err != nil {
				return err
			}
		}
	}
}

// event notes a change, and follows a new folder.
func (w *watcher) event(e fsnotify.Event) error {
	if !e.Has(fsnotify.Create) && !e.Has(fsnotify.Write) && !e.Has(fsnotify.Rename) || hiddenName(e.Name) {
		return nil
	}
	w.changed[e.Name] = true
	if info, err := os.Stat(e.Name); err == nil && info.IsDir() && e.Has(fsnotify.Create) {
		return w.follow(e.Name)
	}
	return nil
}

func hiddenName(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// follow watches a folder and those in it, by links too, each once. A folder that can't be read is reported when it is loaded, and
// one that is gone again needs no watch.
func (w *watcher) follow(dir string) error { return w.followNew(dir, map[string]bool{}) }

func (w *watcher) followNew(dir string, seen map[string]bool) error {
	target, err := filepath.EvalSymlinks(dir)
	if err != nil || seen[target] {
		return nil
	}
	seen[target] = true
	switch err := w.Add(dir); {
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("watch %s: %w (sysctl fs.inotify.max_user_watches bounds the folders)", dir, err)
	case err != nil:
		return fmt.Errorf("watch %s: %w", dir, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if info, err := os.Stat(path); err != nil || !info.IsDir() || hiddenName(path) {
			continue
		}
		if err := w.followNew(path, seen); err != nil {
			return err
		}
	}
	return nil
}

// load reads what has changed.
func (w *watcher) load(ctx context.Context, store Target, paths []string, o Options, how Watching) error {
	if w.all {
		w.all = false
		clear(w.changed)
		rep, err := Load(ctx, store, paths, o)
		w.all = err != nil // all is looked through again, the next time
		return how.Loaded(rep, err)
	}
	rep := &report.Report{}
	files := changedFiles(w.changed, rep)
	clear(w.changed)
	if len(files) == 0 {
		return nil
	}
	err := load(ctx, store, files, o, rep)
	w.all = err != nil
	return how.Loaded(rep, err)
}

// changedFiles is the files to be read for what has changed: a file that is there, all of a new folder, and all of the
// folder of a manifest or an edition's list.
func changedFiles(changed map[string]bool, rep *report.Report) []file {
	names := make([]string, 0, len(changed))
	for name := range changed {
		if source.IsManifest(name) || epaper.IsList(name) {
			name = filepath.Dir(name)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	w := walk{seen: map[string]bool{}, report: rep}
	for _, name := range slices.Compact(names) {
		info, err := os.Stat(name)
		switch {
		case err != nil: // gone again: what it gave stays
		case info.IsDir():
			w.folder(name)
		case info.Mode().IsRegular():
			w.found(name)
		}
	}
	return w.files
}
