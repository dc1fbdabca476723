package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/alike"
	"github.com/baopu/baopu/internal/kg"
)

// reprinting is the flags of reprints, and which pairs it has listed.
type reprinting struct {
	date   string
	limit  int
	asJSON bool
	listed map[kg.Pair]bool
}

func (a *app) reprintsCommand() *cobra.Command {
	o := reprinting{listed: map[kg.Pair]bool{}}
	c := &cobra.Command{
		Use:   "reprints [ID…]",
		Short: "List articles that share much of an article's text",
		Long: fmt.Sprintf(`Lists, for each article named or printed on a day, those of the %d days before and behind that share half of the sentences of
the shorter text at least: wire copy that another paper cut, gave another title and paragraphed anew; with a sentence that
stands in both. Prints of one text to the letter are found when they are loaded, and aren't listed. It is a suggestion and
changes nothing, counts neither.`, alike.Days),
		Example: "  baopu reprints a-1…\n  baopu reprints --date 2025-02-26 --limit 100 --json",
		RunE: func(c *cobra.Command, ids []string) (err error) {
			if err := o.check(ids); err != nil {
				return usageError{err}
			}
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			return a.reprints(c.Context(), store, ids, &o)
		},
	}
	c.Flags().StringVar(&o.date, "date", "", "of all articles of this `day`")
	c.Flags().IntVar(&o.limit, "limit", 20, "pairs, at most")
	c.Flags().BoolVar(&o.asJSON, "json", false, "one line of JSON for each")
	return c
}

// check says whether the command line can be right.
func (o *reprinting) check(ids []string) error {
	if o.limit < 1 {
		return fmt.Errorf("--limit %d: want 1 at least", o.limit)
	}
	if (len(ids) > 0) == (o.date != "") {
		return errors.New("want the ids of articles, or --date")
	}
	for _, id := range ids {
		if k, ok := kg.NodeKindOf(kg.ID(id)); !ok || k != kg.ArticleKind {
			return fmt.Errorf("%s: want the id of an article", id)
		}
	}
	if d, err := kg.ParseDate(o.date); err != nil || o.date != "" && d.Precision() != "day" {
		return fmt.Errorf("--date %s: want a day (YYYY-MM-DD)", o.date)
	}
	return nil
}

// reprints goes over the articles that are named, or page by page over those of a day.
func (a *app) reprints(ctx context.Context, store kg.Store, ids []string, o *reprinting) error {
	const pageSize = 100
	if o.date == "" {
		named := make([]kg.ID, len(ids))
		for i, id := range ids {
			named[i] = kg.ID(id)
		}
		nodes, err := store.Nodes(ctx, named, kg.When{})
		if err != nil {
			return err
		}
		for i, n := range nodes {
			if n == nil {
				return fmt.Errorf("article %s: %w", ids[i], kg.ErrNotFound)
			}
		}
		return a.reprintsOf(ctx, store, nodes, o)
	}
	q := kg.NodeQuery{Kind: kg.ArticleKind, Where: kg.Filter{Field: "published", Op: kg.Eq, Value: o.date}, Page: kg.Page{First: pageSize}}
	for len(o.listed) < o.limit {
		page, err := store.List(ctx, q)
		if err != nil {
			return err
		}
		if err := a.reprintsOf(ctx, store, page.Nodes, o); err != nil || !page.Info.HasNext {
			return err
		}
		q.Page.After = page.Info.End
	}
	return nil
}

// reprintsOf lists what is near the articles, each pair once.
func (a *app) reprintsOf(ctx context.Context, store kg.Store, articles []kg.Node, o *reprinting) error {
	for _, n := range articles {
		x, ok := n.(*kg.Article)
		if !ok || len(o.listed) == o.limit {
			continue
		}
		all, err := alike.To(ctx, store, x, "")
		if err != nil {
			return err
		}
		for i := range all {
			pair := kg.MakePair(x.ID, all[i].Article.ID)
			if o.listed[pair] || len(o.listed) == o.limit {
				continue
			}
			o.listed[pair] = true
			if err := a.reprint(x, &all[i], o.asJSON); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *app) reprint(x *kg.Article, n *alike.Near, asJSON bool) error {
	y := n.Article
	if !asJSON {
		_, err := fmt.Fprintf(a.stdout, "%s %s %s and %s %s %s share %d sentences, %d %% of the shorter text\n  %s\n",
			x.ID, x.Published, x.Name, y.ID, y.Published, y.Name, n.Shared, n.Share/10, n.Sentence)
		return err
	}
	return a.line(struct {
		A          kg.ID   `json:"a"`
		B          kg.ID   `json:"b"`
		NameA      string  `json:"nameA"`
		NameB      string  `json:"nameB"`
		PublishedA kg.Date `json:"publishedA"`
		PublishedB kg.Date `json:"publishedB"`
		Share      float64 `json:"share"`
		Sentences  int     `json:"sentences"`
		Sentence   string  `json:"sentence"`
	}{x.ID, y.ID, x.Name, y.Name, x.Published, y.Published, float64(n.Share) / 1000, n.Shared, n.Sentence})
}
