package score

import (
	"fmt"
	"testing"

	"github.com/baopu/baopu/loader/facts"
)

func numbered(prefix string, n int) []facts.Facts {
	out := make([]facts.Facts, n)
	for i := range out {
		out[i].ID = fmt.Sprint(prefix, i)
	}
	return out
}

func TestHalves(t *testing.T) {
	cases := []struct {
		half        Half
		lines       int
		first, last string // ids
		size        int
	}{
		{First, 6, "a0", "a2", 3},
		{Second, 6, "a3", "a5", 3},
		{All, 6, "a0", "a5", 6},
		{First, 7, "a0", "a3", 4},
		{Second, 7, "a4", "a6", 3},
		{First, 1, "a0", "a0", 1},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.half, " of ", c.lines), func(t *testing.T) {
			got, err := c.half.Of(numbered("a", c.lines))
			if err != nil || len(got) != c.size || got[0].ID != c.first || got[len(got)-1].ID != c.last {
				t.Errorf("%v, %v; want %d lines from %s to %s", got, err, c.size, c.first, c.last)
			}
		})
	}
	t.Run("unknown", func(t *testing.T) {
		if _, err := Half("third").Of(nil); err == nil {
			t.Error("no error")
		}
	})
}

func TestErrorsOfSecondHalfAreRefused(t *testing.T) {
	mixed := append(numbered("seed-", 2), numbered("x", 1)...)
	cases := []struct {
		name string
		half Half
		gold []facts.Facts
		ok   bool
	}{
		{"first half", First, numbered("x", 4), true},
		{"second half", Second, numbered("x", 4), false},
		{"all", All, numbered("x", 4), false},
		{"seed page, all", All, numbered("seed-", 7), true},
		{"seed page, second half", Second, numbered("seed-", 7), true},
		{"seed page and another", All, mixed, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := c.half.MayShowErrors(c.gold); (err == nil) != c.ok {
				t.Errorf("MayShowErrors: %v, want allowed = %v", err, c.ok)
			}
		})
	}
}
