package loader_test

import (
	"context"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/trust"
)

// rules is a writer that notes the rule and confidence of every claim.
type rules struct {
	empty
	sure map[string]int
}

func (r *rules) Apply(_ context.Context, docs ...*kg.Document) (kg.Applied, error) {
	for _, d := range docs {
		for _, c := range d.Claims {
			r.sure[c.Evidence.Rule] = c.Evidence.Confidence
		}
	}
	return kg.Applied{Documents: len(docs)}, nil
}

// Every rule that makes a claim belongs to a family whose reliability was measured, and its claims have that confidence.
func TestEveryRuleHasAFamily(t *testing.T) {
	w := &rules{sure: map[string]int{}}
	rep, err := loader.Load(t.Context(), w, append(corpus(t), "../testdata/gold/own.gold.jsonl"), loader.Options{})
	if err != nil || len(rep.Failed) > 0 {
		t.Fatal(err, rep.Failed)
	}
	if len(w.sure) < 40 {
		t.Errorf("%d rules only", len(w.sure))
	}
	for rule, sure := range w.sure {
		if !trust.Default().Knows(rule) {
			t.Errorf("%s is in no family of loader/trust/reliability.tsv", rule)
		}
		if want := trust.Default().Of(rule); sure != want {
			t.Errorf("%s has confidence %d, want %d", rule, sure, want)
		}
	}
}
