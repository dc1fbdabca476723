package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/explain"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/ordered"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
)

func (a *app) factsCommand() *cobra.Command {
	var workers int
	var why bool
	c := &cobra.Command{
		Use:   "facts [FILE…]",
		Short: "Read articles (JSON Lines) and print their facts, one line an article",
		Long: `Reads articles as JSON Lines, as "baopu pages" prints them, from the files or from standard input, and prints the
facts of each under the same id. It needs no store. An article needs a title or a body; without publishedAt and
publicationPlace, days and bare titles (市长) stay unresolved. A bad line is named and passed over (exit code 3). The files
are UTF-8.

With --explain it prints for people instead: the text with its mentions, what 两地 and 我市 stand for, each claim with its
rule, confidence and quote, and what was seen and not claimed, with the reason (doc/explain.md).`,
		Example: "  baopu pages page.txt --date 2025-02-26 | baopu facts\n  baopu facts articles.jsonl > facts.jsonl\n  baopu facts --explain article.json",
		RunE: func(c *cobra.Command, files []string) error {
			answer := factsOf
			if why {
				answer = explanationOf
			}
			return a.facts(c.Context(), files, workers, answer)
		},
	}
	c.Flags().IntVar(&workers, "workers", 0, "articles read at the same time (0: one a core)")
	c.Flags().BoolVar(&why, "explain", false, "print why, for people, instead of the facts as JSON")
	return c
}

// factsOf is the line of JSON with an article's facts.
func factsOf(r *reading.Reading) ([]byte, error) {
	var b bytes.Buffer
	err := facts.Encode(&b, facts.From(r))
	return b.Bytes(), err
}

// explanationOf is what was read of an article, and why, for people.
func explanationOf(r *reading.Reading) ([]byte, error) {
	var b bytes.Buffer
	err := explain.Write(&b, r)
	return b.Bytes(), err
}

// place is one line of one input, for messages.
type place struct {
	file string
	article.Line
}

func (a *app) facts(ctx context.Context, files []string, workers int, form func(*reading.Reading) ([]byte, error)) error {
	out := bufio.NewWriter(a.stdout)
	good, bad := 0, 0
	type answer struct {
		place
		text []byte
	}
	step := func(p place) answer {
		if p.Err != nil {
			return answer{place: p}
		}
		r := answer{place: p}
		r.Err = read.Guard(func() (err error) {
			if err := document.Complete(p.Article); err != nil {
				return err
			}
			r.text, err = form(read.Article(p.Article))
			return err
		})
		return r
	}
	err := ordered.Run(ctx, workers, a.lines(files), step, func(r answer) error {
		if r.Err != nil {
			bad++
			if r.Number == 0 {
				_, err := fmt.Fprintf(a.stderr, "baopu: %v\n", r.Err)
				return err
			}
			_, err := fmt.Fprintf(a.stderr, "baopu: %s:%d: %v\n", r.file, r.Number, r.Err)
			return err
		}
		good++
		_, err := out.Write(r.text)
		return err
	})
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return outcome(good, bad)
}

// lines yields the lines of all files, or of standard input where none is named ("-" names it too). A file that can't be
// opened is a line 0 with the error.
func (a *app) lines(files []string) func(yield func(place) bool) {
	if len(files) == 0 {
		files = []string{"-"}
	}
	return func(yield func(place) bool) {
		for _, name := range files {
			if !a.linesOf(name, yield) {
				return
			}
		}
	}
}

func (a *app) linesOf(name string, yield func(place) bool) bool {
	in := a.stdin
	shown := "standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return yield(place{file: name, Line: article.Line{Err: err}})
		}
		defer f.Close()
		in, shown = f, name
	}
	for l := range article.Lines(in) {
		if l.Err == nil && l.Article.Kind == article.Removed {
			l.Err = article.ErrRemoved
		}
		if !yield(place{shown, l}) {
			return false
		}
	}
	return true
}

// outcome is nil where all went well, errPartly where some did, and an error where nothing did.
func outcome(good, bad int) error {
	switch {
	case bad == 0:
		return nil
	case good == 0:
		return fmt.Errorf("none of %d could be read", bad)
	}
	return fmt.Errorf("%d of %d: %w", bad, good+bad, errPartly)
}
