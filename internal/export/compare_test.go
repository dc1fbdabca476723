package export_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

func TestCompare(t *testing.T) {
	lines, err := export.Compare(t.Context(), sample(), sample())
	if err != nil || lines != 5 {
		t.Errorf("equal graphs: %d lines, %v", lines, err)
	}
	for _, c := range []struct {
		name   string
		change func(*graph)
		line   int
		word   string
	}{
		{"a node less", func(g *graph) { g.records = g.records[1:] }, 2, `"Person"`},
		{"another word", func(g *graph) { g.records[2].Proofs[0].Rule = "other" }, 4, `"MENTIONS"`},
		{"no judgements", func(g *graph) { g.records = g.records[:3] }, 5, "and nothing"},
	} {
		other := sample()
		c.change(&other)
		lines, err := export.Compare(t.Context(), sample(), other)
		var d *export.Difference
		if !errors.As(err, &d) || !errors.Is(err, kg.ErrConflict) || d.Line != c.line || lines != c.line-1 || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %d lines, %v", c.name, lines, err)
		}
	}
	broken := sample()
	broken.err = errors.New("the disk is gone")
	if _, err := export.Compare(t.Context(), broken, sample()); !errors.Is(err, broken.err) {
		t.Errorf("a store that fails: %v", err)
	}
	if _, err := export.Compare(t.Context(), sample(), broken); !errors.Is(err, broken.err) {
		t.Errorf("the other store that fails: %v", err)
	}
}
