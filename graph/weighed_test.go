package graph

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// texts is a reader whose nodes are articles, and whose sentences are as long as these.
type texts struct {
	kg.Reader
	asked []int
}

func (r *texts) Nodes(_ context.Context, ids []kg.ID, _ kg.When) ([]kg.Node, error) {
	r.asked = append(r.asked, len(ids))
	out := make([]kg.Node, len(ids))
	for i := range out {
		out[i] = &kg.Article{Text: strings.Repeat("报", 1000)}
	}
	return out, nil
}

func (r *texts) Evidence(_ context.Context, facts []kg.ID, _ kg.EvidenceQuery) ([]kg.EvidencePage, error) {
	r.asked = append(r.asked, len(facts))
	out := make([]kg.EvidencePage, len(facts))
	for i := range out {
		out[i].Proofs = []kg.Proof{{Sentence: strings.Repeat("报", 1000), Quote: "报"}}
	}
	return out, nil
}

// Nodes that may be articles, and sentences that may be whole ones, are weighed before the next ones are read.
func TestTextsAreWeighed(t *testing.T) {
	const each = 3000 // bytes
	for name, ask := range map[string]func(*weighed) error{
		"nodes": func(w *weighed) error {
			_, err := w.Nodes(t.Context(), make([]kg.ID, 5000), kg.When{})
			return err
		},
		"evidence": func(w *weighed) error {
			_, err := w.Evidence(t.Context(), make([]kg.ID, 5000), kg.EvidenceQuery{Page: kg.Page{First: 10}})
			return err
		},
	} {
		for _, c := range []struct{ left, pieces int }{{1500 * each, 2}, {10_000 * each, 5}} {
			r, stopped := &texts{}, false
			err := ask(&weighed{Reader: r, all: c.left, left: c.left, stop: func() { stopped = true }})
			if len(r.asked) != c.pieces || stopped != (c.pieces < 5) || stopped != errors.Is(err, errAnswer) {
				t.Errorf("%s, %d bytes: asked for %v, %v", name, c.left, r.asked, err)
			}
		}
	}
}
