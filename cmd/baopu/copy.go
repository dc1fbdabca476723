package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/report"
)

// copying is the flags of a copy.
type copying struct {
	from, to string
	resume   bool
	asJSON   bool
	loader.Options
}

func (a *app) copyCommand() *cobra.Command {
	var o copying
	c := &cobra.Command{
		Use:   "copy --to URL",
		Short: "Copy a store into another, of either kind",
		Long: `Reads the text of every document in one store again with today's rules into another, replays the judgements, and compares
the exports of both. The target must be empty; --resume goes on with a copy that broke off, and reads only what is missing.
Where other rules than today's had read some of the old store the two graphs can't be the same: then the texts and the
judgements are compared, and the new store is verified.`,
		Example: "  baopu copy --from sqlite:data/baopu.db --to neo4j://localhost:7687\n  baopu copy --to sqlite:backup.db --resume",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			from := a.storeURL()
			if o.from != "" {
				from = a.withLogin(o.from)
			}
			switch {
			case o.to == "":
				return usageError{errors.New("copy where? give the URL of a store with --to, as sqlite:copy.db or neo4j://HOST:PORT")}
			case sameStore(from, a.withLogin(o.to)):
				return usageError{fmt.Errorf("--to %s: that is the store to be copied", withoutLogin(o.to))}
			}
			o.from, o.to = from, a.withLogin(o.to)
			a.resumes = o.resume
			return a.copy(c.Context(), o)
		},
	}
	c.Flags().StringVar(&o.from, "from", "", "`URL` of the store to be copied (default the one that --store or --data name)")
	c.Flags().StringVar(&o.to, "to", "", "`URL` of the store to copy into, made where there is none")
	c.Flags().BoolVar(&o.resume, "resume", false, "go on with a copy that broke off")
	c.Flags().IntVar(&o.Workers, "workers", 0, "articles read at the same time (0: one a core)")
	c.Flags().BoolVar(&o.asJSON, "json", false, "print the report as one line of JSON")
	return c
}

// sameStore says whether two URLs are one, or name one file.
func sameStore(a, b string) bool {
	pathA, okA := sqlitePath(a)
	pathB, okB := sqlitePath(b)
	if !okA || !okB {
		return a == b
	}
	return sameFile(pathA, pathB)
}

func (a *app) copy(ctx context.Context, o copying) (err error) {
	from, err := a.openURLToRead(ctx, o.from)
	if err != nil {
		return err
	}
	defer closing(from, &err)
	to, err := a.openURLToWrite(ctx, o.to)
	if err != nil {
		return err
	}
	defer closing(to, &err)
	if err := mayCopy(ctx, to, o); err != nil {
		return err
	}
	stop := a.progress(&o.Options, "copying", "documents")
	rep, err := readAgain(ctx, from, to, o.Options)
	stop()
	if err != nil {
		return unfinished(ctx, to, err)
	}
	return a.compared(ctx, from, to, rep, o.asJSON)
}

// mayCopy refuses a store that holds something already, unless the user said that it is a part of this copy.
func mayCopy(ctx context.Context, to kg.Store, o copying) error {
	stats, err := to.Stats(ctx)
	if err != nil || o.resume || stats.Documents+stats.Judgements == 0 {
		return err
	}
	return fmt.Errorf("%s holds %d documents and %d judgements: copy into an empty store, or go on with a copy that broke off by --resume: %w",
		withoutLogin(o.to), stats.Documents, stats.Judgements, kg.ErrConflict)
}

// readAgain rebuilds from into to; from must not be written to meanwhile.
func readAgain(ctx context.Context, from, to kg.Store, o loader.Options) (*report.Report, error) {
	before, err := from.Stats(ctx)
	if err != nil {
		return nil, err
	}
	rep, err := loader.Rebuild(ctx, from, to, o)
	if err != nil {
		return rep, err
	}
	after, err := from.Stats(ctx)
	if err != nil {
		return rep, err
	}
	if before.Seq != after.Seq {
		return rep, fmt.Errorf("it was written to meanwhile: %w", kg.ErrConflict)
	}
	return rep, nil
}

// unfinished adds to err how far a copy came and how it goes on.
func unfinished(ctx context.Context, to kg.Store, err error) error {
	stats, failed := to.Stats(context.WithoutCancel(ctx))
	if failed != nil || stats.Documents == 0 || errors.Is(err, kg.ErrConflict) {
		return fmt.Errorf("copy: %w", err)
	}
	return fmt.Errorf("the copy holds %d documents and is not whole, the same command with --resume goes on: %w", stats.Documents, err)
}

// compared reports what was copied, and says that both stores are the same, or how they can't be.
func (a *app) compared(ctx context.Context, from, to kg.Store, rep *report.Report, asJSON bool) error {
	stale, err := loader.Stale(ctx, from)
	if err != nil {
		return err
	}
	verdict := ""
	if stale > 0 {
		verdict = fmt.Sprintf("other rules had read %d of the documents: the texts and judgements are the same, the graph is today's", stale)
		err = sound(ctx, to)
	} else {
		var lines int
		lines, err = export.Compare(ctx, from, to)
		verdict = fmt.Sprintf("the exports of both stores are equal: %d lines", lines)
	}
	if err != nil {
		return fmt.Errorf("the copy is not like the store: %w", err)
	}
	if err := a.loaded(rep, nil, asJSON); err != nil || asJSON {
		return err
	}
	_, err = fmt.Fprintln(a.stdout, verdict)
	return err
}

// sound is an error where store isn't.
func sound(ctx context.Context, store kg.Store) error {
	faults, err := store.Verify(ctx)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("%d faults in the new store, the first: %s", len(faults), faults[0])
	}
	return err
}
