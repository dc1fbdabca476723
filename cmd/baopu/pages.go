package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

func (a *app) pagesCommand() *cobra.Command {
	var o loader.Options
	var how loader.Printing
	c := &cobra.Command{
		Use:   "pages FILE…",
		Short: "Find the articles of newspaper pages and print them as JSON Lines",
		Long: `Reads newspaper pages (PDFs with a text layer; dumps as text in UTF-8, UTF-16, GB18030 or Big5) and saved e-papers (HTML), as
files, folders and patterns, and prints their articles as JSON Lines: title, subtitle, kicker, body, captions, bylines, jumps; "page" is the file's name without its
extension. The paper, its home and its day come from flags, else a manifest beside the file or above it (baopu.yaml; manifest.yaml,
manifest.json, pages.jsonl), else the page's masthead, else the file's name. What no article claims is counted on standard error.

Pages are printed one by one: an article that goes on another page (下转, 上接) is two lines, its halves. With --join, the
pages of one paper and day are read together, and it is one line, with the pages of its text; a half that finds no other
is marked "incomplete".`,
		Example: "  baopu pages page-1.pdf page-2.txt > articles.jsonl\n  baopu pages --date 2025-02-26 --place 内蒙古自治区乌海市 page-1.txt | baopu facts",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			return a.pages(c.Context(), paths, o, how)
		},
	}
	saidFlags(c.Flags(), &o.Said)
	c.Flags().IntVar(&o.Workers, "workers", 0, "pages read at the same time (0: one a core)")
	c.Flags().BoolVar(&how.Remainders, "remainders", false, `print what no article claims too, as lines of kind "remainder"`)
	c.Flags().BoolVar(&how.Join, "join", false, "join the halves of articles that go on another page of their issue, as load does")
	return c
}

// saidFlags are what a user may say of all files of a command.
func saidFlags(f *pflag.FlagSet, s *source.Said) {
	f.StringVar(&s.Publication, "publication", "", "`name` of the paper: 乌海日报")
	f.StringVar(&s.Place, "place", "", "full `path` of the paper's home: 内蒙古自治区乌海市")
	f.StringVar(&s.Date, "date", "", "publication `day`: 2025-02-26")
}

// checkSaid is a usage error where a flag says no day.
func checkSaid(s source.Said) error {
	if err := s.Check(); err != nil {
		return usageError{fmt.Errorf("--date: %w", err)}
	}
	return nil
}

func (a *app) pages(ctx context.Context, paths []string, o loader.Options, how loader.Printing) error {
	if err := checkSaid(o.Said); err != nil {
		return err
	}
	o.Stdin = a.stdin
	out := bufio.NewWriter(a.stdout)
	rep, err := loader.Articles(ctx, paths, o, how, func(x *article.Article) error { return article.Encode(out, x) })
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		return badPaths(err)
	}
	a.problems(rep)
	if rep.Remainders > 0 {
		a.say("baopu: %d stretches of text (%d characters) belong to no article\n", rep.Remainders, rep.RemainderCharacters)
	}
	return outcome(rep.Documents, len(rep.Failed))
}

// badPaths makes paths that name nothing an error of the command line.
func badPaths(err error) error {
	if errors.Is(err, kg.ErrNotFound) || errors.Is(err, kg.ErrInvalid) {
		return usageError{err}
	}
	return err
}

// problems names on standard error what was not read.
func (a *app) problems(rep *report.Report) {
	for _, p := range rep.Failed {
		a.say("baopu: %s\n", p)
	}
	for _, p := range rep.Skipped {
		a.say("baopu: %s: skipped: %s\n", p.Place, p.Why)
	}
	for _, p := range rep.Doubled {
		a.say("baopu: %s\n", p)
	}
	for _, p := range rep.Differing {
		a.say("baopu: %s\n", p)
	}
}

// say writes to standard error; what can't be said there can't be said at all.
func (a *app) say(format string, args ...any) { fmt.Fprintf(a.stderr, format, args...) }
