package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
)

func (a *app) removeCommand() *cobra.Command {
	var file bool
	c := &cobra.Command{
		Use:   "remove ID…",
		Short: "Take documents out of the store, with all that only they say",
		Long: `Takes documents out of the store: by their ids, by the id of one of their articles, or, with --source, by the files
that they were loaded from. Facts that other documents support stay; judgements stay and are replayed when what they judge
comes back. All or nothing: an unknown id removes nothing.`,
		Example: "  baopu remove d-2yk4v7h0c9m1xq8rt5zj\n  baopu remove --source papers/page-1.txt",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) (err error) {
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			find := documentsOf
			if file {
				find = documentsFrom
			}
			ids, err := find(c.Context(), store, args)
			if err != nil {
				return err
			}
			if err := store.Remove(c.Context(), ids...); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.stdout, "removed %d documents\n", len(ids))
			return err
		},
	}
	c.Flags().BoolVar(&file, "source", false, "the arguments are files that were loaded, named as they were then")
	return c
}

// documentsOf turns ids of articles into those of their documents and leaves others as they are.
func documentsOf(ctx context.Context, store kg.Store, args []string) ([]kg.ID, error) {
	var ids []kg.ID
	for _, arg := range args {
		id := kg.ID(arg)
		if k, ok := kg.NodeKindOf(id); ok && k == kg.ArticleKind {
			nodes, err := store.Nodes(ctx, []kg.ID{id})
			if err != nil {
				return nil, err
			}
			article, ok := nodes[0].(*kg.Article)
			if !ok {
				return nil, fmt.Errorf("article %s: %w", id, kg.ErrNotFound)
			}
			id = article.Document
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// documentsFrom lists the documents that came from the files, lines of them included.
func documentsFrom(ctx context.Context, store kg.Store, files []string) ([]kg.ID, error) {
	var ids []kg.ID
	found := map[string]bool{}
	err := store.Sources(ctx, func(id kg.ID, _ string, s kg.Source) error {
		for _, f := range files {
			if s.Name == f || strings.HasPrefix(s.Name, f+":") {
				ids = append(ids, id)
				found[f] = true
			}
		}
		return nil
	})
	for _, f := range files {
		if err == nil && !found[f] {
			err = errors.Join(err, fmt.Errorf("no document came from %s: %w", f, kg.ErrNotFound))
		}
	}
	return ids, err
}
