package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/report"
)

func (a *app) rebuildCommand() *cobra.Command {
	var o loader.Options
	var asJSON bool
	c := &cobra.Command{
		Use:   "rebuild",
		Short: "Read every stored text again with today's rules, and replay the judgements",
		Long: `Reads the text of every document in the store again into a new file, replays the judgements, verifies the new file and
puts it in the place of the old one in one step. Stop servers and loads on the store first: a store that is written to
meanwhile, or that another program has open, is left as it was. So is one that has a text that can't be read any more.`,
		Example: "  baopu rebuild\n  baopu rebuild --data /srv/baopu",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			path, ok := sqlitePath(a.storeURL())
			if !ok {
				return usageError{fmt.Errorf("store %s: only a store in a file (sqlite:PATH) can be rebuilt in its place: baopu copy reads another one again", withoutLogin(a.storeURL()))}
			}
			stop := a.progress(&o, "reading again", "documents")
			rep, err := a.rebuild(c.Context(), path, o)
			stop()
			if err != nil {
				return fmt.Errorf("the store is as it was: %w", err)
			}
			return a.loaded(rep, nil, asJSON)
		},
	}
	c.Flags().IntVar(&o.Workers, "workers", 0, "articles read at the same time (0: one a core)")
	c.Flags().BoolVar(&asJSON, "json", false, "print the report as one line of JSON")
	return c
}

// rebuild makes the new store beside path and swaps the two.
func (a *app) rebuild(ctx context.Context, path string, o loader.Options) (*report.Report, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the link stays
	}
	fresh := path + ".rebuild"
	if err := errors.Join(removeStore(fresh), emptyLike(path, fresh)); err != nil {
		return nil, err
	}
	rep, err := a.rebuildInto(ctx, fresh, o)
	if err != nil {
		return rep, errors.Join(err, removeStore(fresh))
	}
	// Whoever closes a store last takes its write-ahead log away.
	if _, err := os.Stat(path + "-wal"); !errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%s is open in another program: %w", path, kg.ErrConflict)
		return rep, errors.Join(err, removeStore(fresh))
	}
	if err := os.Rename(fresh, path); err != nil {
		return rep, errors.Join(err, removeStore(fresh))
	}
	return rep, nil
}

// emptyLike makes an empty file that its owner and others may read and write as they may the one at path.
func emptyLike(path, fresh string) error {
	info, err := os.Stat(path)
	if err != nil {
		return nil // whoever opens the store says that there is none
	}
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(give(fresh, info), f.Chmod(info.Mode().Perm()), f.Close())
}

func (a *app) rebuildInto(ctx context.Context, fresh string, o loader.Options) (rep *report.Report, err error) {
	old, err := a.openToRead(ctx)
	if err != nil {
		return nil, err
	}
	defer closing(old, &err)
	to, err := a.open(ctx, "sqlite:"+fresh)
	if err != nil {
		return nil, err
	}
	defer closing(to, &err)
	if rep, err = readAgain(ctx, old, to, o); err != nil {
		return rep, err
	}
	return rep, sound(ctx, to)
}

func removeStore(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
