package body

import (
	"testing"

	"github.com/baopu/baopu/loader/lattice"
)

// A name that begins in the middle of a token has no left edge, and what looked for one leaves the thing as it was.
func TestTokenFrom(t *testing.T) {
	tokens := []lattice.Token{{Start: 0, End: 2}, {Start: 2, End: 5}, {Start: 5, End: 6}}
	for _, c := range []struct {
		name     string
		from, at int
		ok       bool
	}{
		{"the first", 0, 0, true},
		{"one on the way", 2, 1, true},
		{"the last itself", 5, 2, true},
		{"within one", 3, 1, false},
		{"within the first", 1, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if at, ok := tokenFrom(tokens, len(tokens)-1, c.from); at != c.at || ok != c.ok {
				t.Errorf("got %d %t, want %d %t", at, ok, c.at, c.ok)
			}
		})
	}
}
