package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

func (a *app) removeCommand() *cobra.Command {
	var file bool
	var issue source.Said
	c := &cobra.Command{
		Use:   "remove ID…",
		Short: "Take documents out of the store, with all that only they say",
		Long: `Takes documents out of the store: by their ids, with --source by the files that they were loaded from (archives and PDFs of
several pages too), or by --date and
--publication, and --page, all of an issue, or of a page of it. The id of an article takes that article out, of a page that has
others too. Facts that other documents support stay; judgements stay and are replayed when what they judge comes back. An
unknown id removes nothing. A document whose file is still there comes back with the next load of it; an article of a page
stays out, until the page's file is loaded with --again. An article that goes on another page goes from both; where
one of its pages is taken out, the half on the other stands alone.`,
		Example: "  baopu remove d-4qmk4v7h0c9m1xq8rt5z\n  baopu remove --source papers/page-1.txt\n  baopu remove --publication 乌海日报 --date 2025-02-26 --page 2",
		RunE: func(c *cobra.Command, args []string) (err error) {
			if err := removable(args, file, issue); err != nil {
				return err
			}
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			find := documentsOf
			switch {
			case issue != source.Said{}:
				find = documentsOn(issue)
			case file:
				find = documentsFrom
			}
			r, err := find(c.Context(), store, args)
			if err != nil {
				return err
			}
			return a.remove(c.Context(), store, r)
		},
	}
	c.Flags().BoolVar(&file, "source", false, "the arguments are files that were loaded, named as they were then")
	c.Flags().StringVar(&issue.Publication, "publication", "", "`name` of the paper of the issue: 乌海日报")
	c.Flags().StringVar(&issue.Date, "date", "", "`day` of the issue: 2025-02-26")
	c.Flags().StringVar(&issue.Page, "page", "", "`number` of the page in the issue")
	return c
}

// removal is what is to be taken out: whole documents, and articles by the documents that they are in.
type removal struct {
	whole    []kg.ID
	articles map[kg.ID][]kg.ID
}

func (a *app) remove(ctx context.Context, store kg.Store, r removal) error {
	done, err := loader.Remove(ctx, store, r.whole, r.articles)
	if err != nil {
		return err
	}
	if done.From > 0 {
		if _, err := fmt.Fprintf(a.stdout, "removed %s from %s\n", report.Number(done.Articles, "article"), report.Number(done.From, "document")); err != nil || done.Documents == 0 {
			return err
		}
	}
	_, err = fmt.Fprintf(a.stdout, "removed %s\n", report.Number(done.Documents, "document"))
	return err
}

// removable says what is wrong with a command line: nothing named, two ways at once, or an issue without its day.
func removable(args []string, file bool, issue source.Said) error {
	ofIssue := issue != source.Said{}
	switch {
	case len(args) == 0 && !ofIssue:
		return usageError{errors.New("remove what? name documents or articles, files with --source, or an issue with --publication and --date")}
	case ofIssue && (len(args) > 0 || file):
		return usageError{errors.New("an issue, or documents by name: not both at once")}
	case ofIssue && issue.Date == "":
		return usageError{errors.New("an issue needs its --date")}
	}
	return checkSaid(issue)
}

// documentsOn lists the documents of an issue, or of one page of it.
func documentsOn(issue source.Said) func(context.Context, kg.Store, []string) (removal, error) {
	return func(ctx context.Context, store kg.Store, _ []string) (removal, error) {
		var ids []kg.ID
		err := store.Sources(ctx, kg.SourceQuery{Day: kg.Date(issue.Date)}, func(id kg.ID, _ string, s kg.Source) error {
			if issue.Publication != "" && zh.Key(s.Publication) != zh.Key(issue.Publication) {
				return nil
			}
			if issue.Page != "" {
				d, err := document.Read(loader.StoredSource(s))
				if err != nil || strings.TrimLeft(d.Said.Page, "0") != strings.TrimLeft(issue.Page, "0") {
					return err
				}
			}
			ids = append(ids, id)
			return nil
		})
		if err == nil && len(ids) == 0 {
			err = fmt.Errorf("no document of %s: %w", strings.TrimSpace(issue.Publication+" "+issue.Date+" "+issue.Page), kg.ErrNotFound)
		}
		return removal{whole: ids}, err
	}
}

// documentsOf takes ids of documents, and of articles.
func documentsOf(ctx context.Context, store kg.Store, args []string) (removal, error) {
	r := removal{articles: map[kg.ID][]kg.ID{}}
	for _, arg := range args {
		id := kg.ID(arg)
		if k, ok := kg.NodeKindOf(id); !ok || k != kg.ArticleKind {
			r.whole = append(r.whole, id)
			continue
		}
		nodes, err := store.Nodes(ctx, []kg.ID{id}, kg.When{})
		if err != nil {
			return r, err
		}
		article, ok := nodes[0].(*kg.Article)
		if !ok {
			return r, fmt.Errorf("article %s: %w", id, kg.ErrNotFound)
		}
		if of := article.Document; !slices.Contains(r.articles[of], id) {
			r.articles[of] = append(r.articles[of], id)
		}
	}
	return r, nil
}

// documentsFrom lists the documents that came from the files: from their lines, the pages of a PDF, and what an archive holds too.
func documentsFrom(ctx context.Context, store kg.Store, files []string) (removal, error) {
	from, err := loader.CameFrom(ctx, store, files...)
	if err != nil {
		return removal{}, err
	}
	var ids []kg.ID
	for _, f := range files {
		if len(from[f]) == 0 {
			err = errors.Join(err, fmt.Errorf("no document came from %s: %w", f, kg.ErrNotFound))
		}
		ids = append(ids, from[f]...)
	}
	slices.Sort(ids)
	return removal{whole: slices.Compact(ids)}, err
}
