package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/lmittmann/tint"
	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
)

// Exit codes of the command.
const (
	exitOK     = 0
	exitFailed = 1 // nothing or not all was done; the message says where
	exitUsage  = 2 // the command line can't be right
	exitPartly = 3 // some files or lines failed, the others were done
)

// errPartly is the error of a command that did some of its work. What failed was already said, line by line.
var errPartly = errors.New("some of the input could not be read")

// usageError is a command line that can't be right.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// app is what a command may know of the world, and the flags that all commands share.
type app struct {
	env            map[string]string
	resumes        bool // the command goes on where it was interrupted
	stdin          io.Reader
	stdout, stderr io.Writer

	store    string
	data     string
	logLevel string
	log      *slog.Logger
}

// line prints v as one line of JSON, with the characters of texts as they are.
func (a *app) line(v any) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// run is the whole command: args without the program's name, env as os.Environ gives it. It answers the exit code.
func run(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{env: map[string]string{}, stdin: stdin, stdout: stdout, stderr: stderr}
	for _, kv := range env {
		if k, v, ok := strings.Cut(kv, "="); ok {
			a.env[k] = v
		}
	}
	root, began := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && !*began {
		err = usageError{err} // cobra's own: unknown commands, flags, numbers of arguments
	}
	return a.exit(err)
}

// exit says err on one line and answers its code.
func (a *app) exit(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) {
		what := "interrupted"
		if a.resumes {
			what += ": the same command goes on"
		}
		err = fmt.Errorf("%s (%w)", what, err)
	}
	fmt.Fprintln(a.stderr, "baopu: "+strings.ReplaceAll(err.Error(), "\n", "; "))
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errPartly):
		return exitPartly
	}
	return exitFailed
}

const rootHelp = `Baopu (报谱) reads Chinese newspapers into a knowledge graph: who held which post when, who signed what with
whom, who took part in which event; every fact with the sentence that proves it.

Exit codes: 0 done, 1 failed, 2 the command line can't be right, 3 some files or lines failed and the others were done.`

// root builds the tree of commands; began is set once a command's own work has begun.
func (a *app) root() (root *cobra.Command, began *bool) {
	began = new(bool)
	root = &cobra.Command{
		Use:           "baopu",
		Short:         "Chinese newspapers as a knowledge graph",
		Long:          rootHelp,
		Example:       "  baopu up\n  baopu load --publication 乌海日报 --date 2025-02-26 page.txt\n  baopu pages page.txt | baopu facts",
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if err := errors.Join(a.startLog(), a.oneStore()); err != nil {
				return err
			}
			*began = true
			return nil
		},
	}
	f := root.PersistentFlags()
	f.StringVar(&a.store, "store", "", "`URL` of the store, as sqlite:path/to/file.db (default a file in the --data folder, else $BAOPU_STORE)")
	f.StringVar(&a.data, "data", "", "data `folder` of the store, instead of --store and $BAOPU_STORE (default $BAOPU_DATA, else ./data)")
	f.StringVar(&a.logLevel, "log-level", "warn", "least `level` that is logged: debug, info, warn or error")
	root.AddCommand(
		a.upCommand(), a.loadCommand(), a.serveCommand(), a.queryCommand(), a.pagesCommand(), a.factsCommand(), a.exportCommand(), a.verifyCommand(),
		a.rebuildCommand(), a.copyCommand(), a.judgeCommand(), a.reprintsCommand(), a.removeCommand(), a.versionCommand(), a.healthyCommand(),
	)
	return root, began
}

// startLog sets the logger: coloured on a terminal, plain lines elsewhere, always on standard error.
func (a *app) startLog() error {
	var level slog.Level
	if err := level.UnmarshalText([]byte(a.logLevel)); err != nil {
		return fmt.Errorf("--log-level %q: want debug, info, warn or error", a.logLevel)
	}
	a.log = slog.New(tint.NewTextHandler(a.stderr, &tint.Options{Level: level, NoColor: !terminal(a.stderr)}))
	return nil
}

// terminal says whether w is a person's terminal.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}
