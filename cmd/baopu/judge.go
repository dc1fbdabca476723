package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
)

// judging is the flags that all verbs share.
type judging struct{ by, why string }

func (a *app) judgeCommand() *cobra.Command {
	var j judging
	c := &cobra.Command{
		Use:   "judge",
		Short: "Correct the graph: judgements that last over every later load",
		Long: `Appends a judgement to the store's log. Judgements are replayed over every load and rebuild, and can be undone; none is
ever dropped. They say who judged (--by, $BAOPU_BY, else $USER) and why (--why).`,
		Example: "  baopu judge same p-1… p-2… --by 'Li Ming' --why 'the same person in two posts'\n  baopu judge candidates\n  baopu judge list",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return usageError{fmt.Errorf("unknown verb %q for judge: want %s", args[0], strings.Join(verbs(c), ", "))}
		},
	}
	f := c.PersistentFlags()
	f.StringVar(&j.by, "by", "", "who judges (default $BAOPU_BY, else $USER)")
	f.StringVar(&j.why, "why", "", "the reason")
	c.AddCommand(
		a.judgeVerb(&j, "same A B", "A and B are one entity", "  baopu judge same p-1… p-2… --why 'moved in May'", cobra.ExactArgs(2),
			func(x []string) kg.Judgement { return kg.Judgement{Verb: kg.JudgeSame, A: kg.ID(x[0]), B: kg.ID(x[1])} }),
		a.judgeVerb(&j, "different A B", "A and B are two, whatever articles say", "  baopu judge different p-1… p-2… --why 'namesakes'", cobra.ExactArgs(2),
			func(x []string) kg.Judgement {
				return kg.Judgement{Verb: kg.JudgeDifferent, A: kg.ID(x[0]), B: kg.ID(x[1])}
			}),
		a.judgeVerb(&j, "rename A NAME", "A is called NAME", "  baopu judge rename o-1… 乌海市文体旅游广电局", cobra.ExactArgs(2),
			func(x []string) kg.Judgement { return kg.Judgement{Verb: kg.JudgeRename, A: kg.ID(x[0]), Name: x[1]} }),
		a.judgeVerb(&j, "retract KIND FROM TO [KEY]", "an edge is not so", "  baopu judge retract HOLDS p-1… t-1… --why 'misprint'\n  baopu judge retract PARTICIPATED_IN p-1… e-1… host", cobra.RangeArgs(3, 4), retract),
		a.judgeVerb(&j, "reassign A ARTICLE…", "what these articles say of A belongs to another entity", "  baopu judge reassign p-1… a-1… a-2…", cobra.MinimumNArgs(2), reassign),
		a.judgeVerb(&j, "undo JUDGEMENT", "a judgement no longer counts", "  baopu judge undo j-1…", cobra.ExactArgs(1),
			func(x []string) kg.Judgement { return kg.Judgement{Verb: kg.JudgeUndo, A: kg.ID(x[0])} }),
		a.judgeListCommand(), a.judgeCandidatesCommand(),
	)
	return c
}

// verbs is the names of a command's own commands.
func verbs(c *cobra.Command) []string {
	var out []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			out = append(out, sub.Name())
		}
	}
	return out
}

func retract(x []string) kg.Judgement {
	e := &kg.EdgeKey{Kind: kg.EdgeKind(x[0]), From: kg.ID(x[1]), To: kg.ID(x[2])}
	if len(x) > 3 {
		e.Key = x[3]
	}
	return kg.Judgement{Verb: kg.JudgeRetract, Edge: e}
}

func reassign(x []string) kg.Judgement {
	j := kg.Judgement{Verb: kg.JudgeReassign, A: kg.ID(x[0])}
	for _, id := range x[1:] {
		j.Articles = append(j.Articles, kg.ID(id))
	}
	return j
}

// judgeVerb is one verb; want is how many arguments it takes.
func (a *app) judgeVerb(j *judging, use, short, example string, want cobra.PositionalArgs, build func([]string) kg.Judgement) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Example: example, Args: want,
		RunE: func(c *cobra.Command, x []string) (err error) {
			judgement := build(x)
			judgement.By, judgement.Why = cmp.Or(j.by, a.env["BAOPU_BY"], a.env["USER"]), j.why
			if judgement.By == "" {
				return usageError{errors.New("who judges? say it with --by, or in $BAOPU_BY")}
			}
			if err := judgement.Check(); err != nil {
				return usageError{err}
			}
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			return a.judge(c.Context(), store, judgement)
		},
	}
}

func (a *app) judge(ctx context.Context, store kg.Store, j kg.Judgement) error {
	done, err := store.Judge(ctx, j)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "%s %s\n", done.ID, done.Verb)
	return err
}

func (a *app) judgeListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "list",
		Short:   "List all judgements, also those whose objects are gone",
		Example: "  baopu judge list --json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			log, err := store.Judgements(c.Context())
			if err != nil {
				return err
			}
			for i := range log {
				err = errors.Join(err, a.listed(&log[i], asJSON))
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one line of JSON for each")
	return c
}

func (a *app) listed(j *kg.JudgementState, asJSON bool) error {
	if asJSON {
		return a.line(struct {
			*kg.JudgementState
			At      string `json:"at,omitempty"`
			Undone  bool   `json:"undone"`
			Missing bool   `json:"missing"`
		}{j, j.At, j.Undone, j.Missing})
	}
	state := ""
	if j.Undone {
		state += " (undone)"
	}
	if j.Missing {
		state += " (its object is not in the graph)"
	}
	object := string(j.A)
	if j.Edge != nil {
		object = fmt.Sprintf("%s %s %s %s", j.Edge.Kind, j.Edge.From, j.Edge.To, j.Edge.Key)
	}
	_, err := fmt.Fprintf(a.stdout, "%d %s %s %s %s %s by %s: %s%s\n", j.Seq, j.ID, j.Verb, object, j.B, j.Name, j.By, j.Why, state)
	return err
}
