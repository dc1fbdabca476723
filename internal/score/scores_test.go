package score_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/score"
	"github.com/baopu/baopu/loader/read"
)

// The reader's scores over the gold of the repository are committed: a change that moves them shows in its diff, one that
// lets the headline or a kind fall fails here. -update writes the scores as they are.
func TestScores(t *testing.T) {
	for _, name := range []string{"seed-page", "cm-dev", "ct-dev", "cu-dev", "vt-dev"} {
		t.Run(name, func(t *testing.T) {
			lines, err := os.ReadFile("../../testdata/gold/" + name + ".gold.jsonl")
			if err != nil {
				t.Fatal(err)
			}
			gold, err := score.ParseGold(lines)
			if err != nil {
				t.Fatal(err)
			}
			got := score.Of(gold.Facts, gold.Read(read.Article))
			path := "../../testdata/scores/" + name + ".golden"
			if updating() {
				if err := os.WriteFile(path, []byte(table(t, got)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			golden, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, fall := range falls(string(golden), table(t, got)) {
				t.Error(fall)
			}
			if !t.Failed() && string(golden) != table(t, got) {
				t.Errorf("the scores moved without falling: write them down with -update\n%s", table(t, got))
			}
		})
	}
}

func TestFalls(t *testing.T) {
	const golden = "persons 0.900 0.800 0.847\nposts 0.500 0.500 0.500\nheadline 0.700\n"
	cases := []struct {
		name, now string
		falls     int
	}{
		{"the same", golden, 0},
		{"higher", "persons 0.900 0.900 0.900\nposts 0.500 0.500 0.500\nheadline 0.720\n", 0},
		{"precision for recall, F1 the same", "persons 0.800 0.900 0.847\nposts 0.500 0.500 0.500\nheadline 0.700\n", 0},
		{"a kind", "persons 0.900 0.790 0.841\nposts 0.600 0.600 0.600\nheadline 0.720\n", 1},
		{"the headline", "persons 0.900 0.800 0.847\nposts 0.500 0.500 0.500\nheadline 0.699\n", 1},
		{"a kind is gone", "persons 0.900 0.800 0.847\nheadline 0.700\n", 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := falls(golden, c.now); len(got) != c.falls {
				t.Errorf("falls: %q, want %d", got, c.falls)
			}
		})
	}
}

func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// table is a line a kind (P, R, F1) and the headline last.
func table(t *testing.T, s *score.Scores) string {
	t.Helper()
	var b bytes.Buffer
	for _, k := range score.Kinds() {
		p, r, f1 := s.Tally(k).PRF()
		fmt.Fprintf(&b, "%s %.3f %.3f %.3f\n", k, p, r, f1)
	}
	fmt.Fprintf(&b, "headline %.3f\n", s.Headline())
	return b.String()
}

// falls names each line of golden whose last figure is lower now.
func falls(golden, now string) []string {
	current := map[string]float64{}
	for line := range strings.Lines(now) {
		name, value := lastFigure(line)
		current[name] = value
	}
	var out []string
	for line := range strings.Lines(golden) {
		name, was := lastFigure(line)
		if is, ok := current[name]; !ok || is < was {
			out = append(out, fmt.Sprintf("%s fell from %.3f to %.3f", name, was, is))
		}
	}
	return out
}

// lastFigure is the name and the last figure of a line, NaN where it has none.
func lastFigure(line string) (string, float64) {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return strings.TrimSpace(line), math.NaN()
	}
	var v float64
	if _, err := fmt.Sscan(fields[len(fields)-1], &v); err != nil {
		return fields[0], math.NaN()
	}
	return fields[0], v
}
