package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	seed = "../../../testdata/gold/seed-page.gold.jsonl"
	cm   = "../../../testdata/gold/cm-dev.gold.jsonl"
)

func TestRun(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(broken, []byte("{\"id\":\"a\"}\n{"), 0o644); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, args string
		out, err   string // what stdout, the error must hold
	}{
		{"gold against itself", cm + " " + cm, "HEADLINE (mean F1)                  1.000", ""},
		{"json", "--json " + seed + " " + seed, `"headline": 1.0`, ""},
		{"a half", "--half second " + cm + " " + cm, "1.000", ""},
		{"errors of the first half", "--half first --errors persons " + cm + " " + seed, "- cmA-001 ", ""},
		{"errors of the second half", "--half second --errors persons " + cm + " " + seed, "", "first half only"},
		{"errors of all", "--errors persons " + cm + " " + seed, "", "first half only"},
		{"errors of the seed page", "--errors persons " + seed + " " + cm, "- seed-1 ", ""},
		{"errors of no kind", "--errors people " + seed + " " + cm, "", `"people"`},
		{"no such half", "--half third " + seed + " " + seed, "", `"third"`},
		{"one file", seed, "", "PRED.jsonl"},
		{"no such file", "nowhere.jsonl " + seed, "", "nowhere.jsonl"},
		{"a broken file", broken + " " + seed, "", "broken.jsonl: line 2"},
		{"read, both halves and whole", "--read " + seed, ", second\n", ""},
		{"read, errors", "--read --half second --errors persons " + cm, "", "first half only"},
		{"read nothing", "--read", "", "gold file"},
		{"reliability of a half", "--reliability " + cm + ":first", "title.apposition\t", ""},
		{"reliability of no such half", "--reliability " + cm + ":third", "", `"third"`},
		{"reliability of nothing", "--reliability", "", "gold files"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			err := run(strings.Fields(c.args), &out, io.Discard)
			if (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if !strings.Contains(out.String(), c.out) || c.err != "" && out.Len() > 0 {
				t.Errorf("printed:\n%s\nwant it to hold %q", out.String(), c.out)
			}
		})
	}
}
