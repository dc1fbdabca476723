package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/report"
)

func (a *app) loadCommand() *cobra.Command {
	var o loader.Options
	var asJSON, watch bool
	c := &cobra.Command{
		Use:   "load FILE|FOLDER…",
		Short: "Read pages and articles into the store",
		Long: `Reads dumps of pages (text, PDF), saved e-papers and web pages (HTML) and articles (JSON Lines, as "baopu pages" prints
them) into the store: files, folders, patterns, ZIP archives, and standard input as -. Loading a document again replaces it;
the order of loading changes nothing where each page's paper is known. Files that haven't changed since they were read are not
read again. The paper, its home and its day come from flags, else a manifest (baopu.yaml) in the file's folder or above it, else the masthead or the record,
else the file's name; where two say different things, the report tells. The home alone may be inferred. A file that can't be
read is named in the report and stops nothing (exit code 3). A load that is interrupted (Ctrl-C; a second one ends
it at once) leaves whole documents; the same command goes on.`,
		Example: "  baopu load --publication 乌海日报 --place 内蒙古自治区乌海市 --date 2025-02-26 page-1.txt\n  baopu load papers/ && baopu load --json 'more/*.jsonl'\n  baopu load --watch papers/",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) (err error) {
			if err := checkSaid(o.Said); err != nil {
				return err
			}
			a.spareMemory()
			store, err := a.openToWrite(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			if watch {
				return a.watch(c.Context(), store, paths, o, asJSON)
			}
			return a.load(c.Context(), store, paths, o, asJSON)
		},
	}
	loadFlags(c.Flags(), &o)
	c.Flags().BoolVar(&o.Again, "again", false, "read files too that haven't changed since they were read, with the articles that were taken out of them")
	c.Flags().BoolVar(&watch, "watch", false, "go on reading what is new or changes in the folders, until interrupted")
	c.Flags().BoolVar(&asJSON, "json", false, "print a line of JSON for each file, and the report as the last one")
	return c
}

// loadGC is at what growth of its live heap, in per cent, a load collects garbage: half of Go's own measure. Some 75 MiB are
// live. 11,281 articles into SQLite take 215 to 240 MiB in all most of the time, and up to 400 in moments.
const loadGC = 50

// spareMemory keeps to loadGC, unless the user says otherwise.
func (a *app) spareMemory() {
	if a.env["GOGC"] == "" {
		debug.SetGCPercent(loadGC)
	}
}

func loadFlags(f *pflag.FlagSet, o *loader.Options) {
	saidFlags(f, &o.Said)
	f.IntVar(&o.Workers, "workers", 0, "articles read at the same time (0: one a core)")
	f.IntVar(&o.Batch, "batch", 0, fmt.Sprintf("documents a transaction, 1 to %d (0: what the store takes best)", loader.MaxBatch))
}

// load reads paths into store and prints the report, also of a load that broke off.
func (a *app) load(ctx context.Context, store kg.Store, paths []string, o loader.Options, asJSON bool) error {
	o.Stdin = a.stdin
	a.resumes = true
	var broken error
	a.lineEach(&o, asJSON, &broken)
	stop := a.progress(&o, "loading", "files")
	rep, err := loader.Load(ctx, store, paths, o)
	stop()
	return a.loaded(rep, errors.Join(err, broken), asJSON)
}

// lineEach prints a line of JSON for each file of a load; *broken is what that failed with.
func (a *app) lineEach(o *loader.Options, asJSON bool, broken *error) {
	if asJSON {
		o.Each = func(f report.File) { *broken = errors.Join(*broken, f.WriteJSON(a.stdout)) }
	}
}

// watch loads what changes in folders until the user has enough. A load that the store couldn't take is tried again with
// the next one.
func (a *app) watch(ctx context.Context, store kg.Store, paths []string, o loader.Options, asJSON bool) error {
	var broken error
	a.lineEach(&o, asJSON, &broken)
	begun := false
	err := loader.Watch(ctx, store, paths, o, loader.Watching{Quiet: loader.Quiet, Rescan: loader.Rescan, Loaded: func(rep *report.Report, err error) error {
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, kg.ErrUnavailable):
			a.log.Warn("the store took nothing", "err", err)
			return nil
		case err == nil && begun && rep.Files+len(rep.Skipped)+len(rep.Failed) == 0:
			return broken // nothing new
		}
		begun = true
		err = a.loaded(rep, errors.Join(err, broken), asJSON)
		if err != nil && len(rep.Failed) > 0 {
			return nil // said already
		}
		return err
	}})
	return badPaths(err)
}

// loaded prints the report of a load and answers what the command answers.
func (a *app) loaded(rep *report.Report, err error, asJSON bool) error {
	if err != nil && rep.Documents == 0 && len(rep.Failed) == 0 {
		return badPaths(err)
	}
	good, bad := rep.Documents+rep.Known, len(rep.Failed)
	var said error
	if asJSON {
		said = rep.WriteJSON(a.stdout)
	} else {
		a.problems(rep)
		rep.Failed, rep.Skipped, rep.Doubled, rep.Differing = nil, nil, nil, nil // said already, where errors are said
		said = rep.Write(a.stdout)
	}
	if err := errors.Join(said, err); err != nil {
		return err
	}
	return outcome(good, bad)
}

// progress shows a bar of what is done of so many things while a load runs, on a terminal only; stop takes it away.
func (a *app) progress(o *loader.Options, doing, things string) (stop func()) {
	if !terminal(a.stderr) {
		return func() {}
	}
	p := mpb.New(mpb.WithOutput(a.stderr), mpb.WithWidth(40))
	var articles atomic.Int64 // written by the load, read by the bar
	bar := p.AddBar(0,
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(doing+" "), decor.CountersNoUnit("%d of %d "+things)),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return fmt.Sprintf(" %d articles", articles.Load()) }), decor.Elapsed(decor.ET_STYLE_GO), decor.AverageSpeed(0, "  %.0f "+things+"/s"), decor.AverageETA(decor.ET_STYLE_GO, decor.WC{}), decor.Name(" left")),
	)
	o.Step = func(at loader.Progress) {
		articles.Store(int64(at.Articles))
		bar.SetTotal(int64(at.Of), false)
		bar.SetCurrent(int64(at.Done))
	}
	return func() {
		bar.Abort(true)
		p.Wait()
	}
}
