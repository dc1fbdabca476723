package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
)

// suggesting is the flags of judge candidates.
type suggesting struct {
	kind, of string
	limit    int
	asJSON   bool
}

func (a *app) judgeCandidatesCommand() *cobra.Command {
	var o suggesting
	c := &cobra.Command{
		Use:   "candidates",
		Short: "List pairs that may be one, with the reasons and the command that merges them",
		Long: `Lists namesakes that are near in place and time, and agreements and events of one name whose parties, participants and
days agree: names that few bear first. Nothing is merged by it; a pair that was judged different is never listed. The score
runs to 1000.`,
		Example: "  baopu judge candidates\n  baopu judge candidates --kind person --limit 100 --json\n  baopu judge candidates --of p-1…",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			kinds, err := o.kinds()
			if err != nil {
				return usageError{err}
			}
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			for _, kind := range kinds {
				if err := a.suggested(c.Context(), store, kind, o); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&o.kind, "kind", "", "only these: "+kindNames()+" (default all)")
	c.Flags().StringVar(&o.of, "of", "", "only pairs of the entity with this `id`")
	c.Flags().IntVar(&o.limit, "limit", 20, "pairs of each kind, at most")
	c.Flags().BoolVar(&o.asJSON, "json", false, "one line of JSON for each")
	return c
}

func kindNames() string {
	var names []string
	for _, k := range kg.CandidateKinds {
		names = append(names, strings.ToLower(string(k)))
	}
	return strings.Join(names, ", ")
}

// kinds are the kinds that the flags ask for.
func (o *suggesting) kinds() ([]kg.NodeKind, error) {
	if o.limit < 1 {
		return nil, fmt.Errorf("--limit %d: want 1 at least", o.limit)
	}
	kinds := slices.Clone(kg.CandidateKinds)
	if o.of != "" {
		k, ok := kg.NodeKindOf(kg.ID(o.of))
		if !ok || !slices.Contains(kinds, k) {
			return nil, fmt.Errorf("--of %s: want the id of one of these: %s", o.of, kindNames())
		}
		kinds = []kg.NodeKind{k}
	}
	if o.kind != "" {
		kinds = slices.DeleteFunc(kinds, func(k kg.NodeKind) bool { return !strings.EqualFold(string(k), o.kind) })
	}
	if len(kinds) == 0 {
		return nil, fmt.Errorf("--kind %s: want one of these: %s", o.kind, kindNames())
	}
	return kinds, nil
}

// suggested prints the candidates of one kind, page by page.
func (a *app) suggested(ctx context.Context, store kg.Store, kind kg.NodeKind, o suggesting) error {
	const pageSize = 100
	q := kg.CandidateQuery{Kind: kind, Of: kg.ID(o.of)}
	for left := o.limit; left > 0; {
		q.Page.First = min(left, pageSize)
		page, err := store.Candidates(ctx, q)
		if err != nil {
			return err
		}
		for i := range page.Candidates {
			if err := a.suggestion(&page.Candidates[i], o.asJSON); err != nil {
				return err
			}
		}
		left -= len(page.Candidates)
		if !page.Info.HasNext {
			return nil
		}
		q.Page.After = page.Info.End
	}
	return nil
}

// merging is the command that makes a candidate true.
func merging(c *kg.Candidate) string {
	return fmt.Sprintf("baopu judge same %s %s", c.A.NodeHead().ID, c.B.NodeHead().ID)
}

func (a *app) suggestion(c *kg.Candidate, asJSON bool) error {
	x, y := c.A.NodeHead(), c.B.NodeHead()
	if asJSON {
		return a.line(struct {
			Kind    kg.NodeKind `json:"kind"`
			Name    string      `json:"name"`
			A       kg.ID       `json:"a"`
			B       kg.ID       `json:"b"`
			KeyA    string      `json:"keyA"`
			KeyB    string      `json:"keyB"`
			Score   int         `json:"score"`
			Bearers int         `json:"bearers"`
			Reasons []kg.Reason `json:"reasons"`
			Merge   string      `json:"merge"`
		}{x.Kind, x.Name, x.ID, y.ID, x.Key, y.Key, c.Score, c.Bearers, c.Reasons, merging(c)})
	}
	notes := make([]string, len(c.Reasons))
	for i, r := range c.Reasons {
		notes[i] = r.Note
	}
	_, err := fmt.Fprintf(a.stdout, "%s %s, score %d: %s and %s\n  %s\n  %s\n", strings.ToLower(string(x.Kind)), x.Name, c.Score, x.Key, y.Key, strings.Join(notes, "; "), merging(c))
	return err
}
