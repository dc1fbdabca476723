// Command cmd scores facts against gold, as `make score` and those who tune the reader need it:
//
//	go run ./internal/score/cmd [--half first|second|all] [--errors KIND] [--json] GOLD.jsonl PRED.jsonl
//	go run ./internal/score/cmd --read [--half first|second|all] [--errors KIND] GOLD.jsonl…
//
//	go run ./internal/score/cmd --reliability GOLD.jsonl[:first|:second]…
//
// The second form reads the articles of each gold file itself and, without --half, prints both halves and the whole. The
// third prints how often each family of rules is right over the parts of the files that the rules were not tuned on: the
// table of package trust.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/baopu/baopu/internal/score"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "score:", err)
		}
		os.Exit(2)
	}
}

// options is what the command line says.
type options struct {
	half score.Half
	kind score.Kind // list the errors of this kind instead of the scores
	json bool
	read bool
	rely bool
	bare bool // read without the tagger
}

func run(args []string, stdout, stderr io.Writer) error {
	var o options
	fs := flag.NewFlagSet("score", flag.ContinueOnError)
	fs.SetOutput(stderr)
	half := fs.String("half", "", "lines of the gold file to score: first, second or all (default all; with --read each of them)")
	kind := fs.String("errors", "", "list what of this `kind` was missed (-) and invented (+); only of a first half or the seed page")
	fs.BoolVar(&o.json, "json", false, "print the scores as JSON")
	fs.BoolVar(&o.read, "read", false, "read the articles of the gold files instead of taking a prediction")
	fs.BoolVar(&o.rely, "reliability", false, "count how often each family of rules is right, over whole files or a half (GOLD.jsonl:second)")
	fs.BoolVar(&o.bare, "untagged", false, "with --read: read without the tagger, to see what it brings")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if o.rely {
		return reliability(stdout, fs.Args())
	}
	o.half, o.kind = score.Half(*half), score.Kind(*kind)
	if o.read {
		return o.readAll(stdout, fs.Args())
	}
	if fs.NArg() != 2 {
		return errors.New("want GOLD.jsonl and PRED.jsonl, or --read and gold files")
	}
	gold, err := parse(fs.Arg(0))
	if err != nil {
		return err
	}
	pred, err := parse(fs.Arg(1))
	if err != nil {
		return err
	}
	return o.print(stdout, gold.Facts, pred.Facts)
}

// readAll reads and scores each gold file: the half asked for, or both and the whole.
func (o options) readAll(w io.Writer, paths []string) error {
	if len(paths) == 0 {
		return errors.New("--read wants a gold file")
	}
	for _, path := range paths {
		gold, err := parse(path)
		if err != nil {
			return err
		}
		reader := read.Article
		if o.bare {
			reader = read.Untagged
		}
		pred := gold.Read(reader)
		halves := []score.Half{o.half}
		if o.half == "" && o.kind == "" {
			halves = []score.Half{score.First, score.Second, score.All}
		}
		for _, h := range halves {
			part := o
			part.half = h
			if o.kind == "" && !o.json {
				fmt.Fprintf(w, "\n== %s, %s\n", path, h)
			}
			if err := part.print(w, gold.Facts, pred); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
	}
	return nil
}

// print scores one half and prints what was asked for.
func (o options) print(w io.Writer, gold, pred []facts.Facts) error {
	half := o.half
	if half == "" {
		half = score.All
	}
	lines, err := half.Of(gold)
	if err != nil {
		return err
	}
	if o.kind != "" {
		if err := half.MayShowErrors(gold); err != nil {
			return err
		}
	}
	s := score.Of(lines, pred)
	switch {
	case o.kind != "":
		return s.WriteErrors(w, o.kind)
	case o.json:
		return s.WriteJSON(w)
	}
	return s.WriteTable(w)
}

func parse(path string) (score.Gold, error) {
	lines, err := os.ReadFile(path)
	if err != nil {
		return score.Gold{}, err
	}
	gold, err := score.ParseGold(bytes.TrimPrefix(lines, []byte("\ufeff")))
	if err != nil {
		return score.Gold{}, fmt.Errorf("%s: %w", path, err)
	}
	return gold, nil
}
