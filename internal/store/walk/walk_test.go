package walk_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/walk"
)

// edges is a graph as "a-b" for each edge; the edge's id is its name.
type edges []string

func (g edges) expand(_ context.Context, nodes []kg.ID) ([]walk.Step, error) {
	var out []walk.Step
	for _, id := range nodes {
		for i, e := range g {
			a, b, _ := strings.Cut(strings.TrimRight(e, "'"), "-")
			for range 2 {
				if a == string(id) {
					out = append(out, walk.Step{From: kg.ID(a), To: kg.ID(b), Fact: kg.ID(e), Support: i})
				}
				a, b = b, a
			}
		}
	}
	return out, nil
}

func TestShortest(t *testing.T) {
	g := edges{"a-b", "a-b'", "b-c", "a-d", "d-c", "c-e", "e-f", "f-g", "x-y"}
	for _, c := range []struct {
		name     string
		from, to kg.ID
		hops     int
		limit    int
		want     []string
	}{
		{"one step", "a", "d", 6, 9, []string{"a-d"}},
		{"parallel edges", "a", "b", 1, 9, []string{"a-b", "a-b'"}},
		{"several ways", "a", "c", 6, 9, []string{"a-b b-c", "a-b' b-c", "a-d d-c"}},
		{"cut", "a", "c", 6, 2, []string{"a-b b-c", "a-b' b-c"}},
		{"the other way", "c", "a", 6, 9, []string{"b-c a-b", "b-c a-b'", "d-c a-d"}},
		{"far", "a", "g", 5, 9, []string{"a-b b-c c-e e-f f-g", "a-b' b-c c-e e-f f-g", "a-d d-c c-e e-f f-g"}},
		{"too far", "a", "g", 4, 9, nil},
		{"not at all", "a", "x", 6, 9, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			paths, err := walk.Shortest(t.Context(), c.from, c.to, c.hops, c.limit, g.expand)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range paths {
				at := c.from
				var names []string
				for _, s := range p {
					if s.From != at {
						t.Errorf("step %+v from %s", s, at)
					}
					at = s.To
					names = append(names, string(s.Fact))
				}
				got = append(got, strings.Join(names, " "))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestShortestPassesErrorsOn(t *testing.T) {
	want := errors.New("broken")
	_, err := walk.Shortest(t.Context(), "a", "b", 3, 1, func(context.Context, []kg.ID) ([]walk.Step, error) { return nil, want })
	if !errors.Is(err, want) {
		t.Errorf("got %v", err)
	}
}

func TestRound(t *testing.T) {
	g := edges{"a-b", "a-c", "a-d", "b-e", "c-f", "e-g"} // later ones are better supported
	for _, c := range []struct {
		hops, limit int
		want        []kg.ID
		cut         bool
	}{
		{1, 9, []kg.ID{"a", "d", "c", "b"}, false},
		{1, 3, []kg.ID{"a", "d", "c"}, true},
		{2, 9, []kg.ID{"a", "d", "c", "b", "f", "e"}, false},
		{3, 7, []kg.ID{"a", "d", "c", "b", "f", "e", "g"}, false},
		{1, 1, []kg.ID{"a"}, true},
	} {
		got, cut, err := walk.Round(t.Context(), "a", c.hops, c.limit, g.expand)
		if d := cmp.Diff(c.want, got); err != nil || d != "" || cut != c.cut {
			t.Errorf("%d hops, %d nodes: cut %v, %v, -want +got\n%s", c.hops, c.limit, cut, err, d)
		}
	}
}
