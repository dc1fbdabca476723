package fact_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/baopu/baopu/loader/fact"
	"github.com/baopu/baopu/loader/reading"
)

var update = flag.Bool("update", false, "rewrite the want files of testdata")

// TestRead reads each archive of testdata, one trap a file, and compares the facts with its want file.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r := build(t, a)
			fact.Read(r)
			got := render(r)
			last := &a.Files[len(a.Files)-1]
			if last.Name != "want" {
				t.Fatal("the last file must be want")
			}
			if *update {
				last.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(last.Data), got); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
		})
	}
}

// render writes the facts of r as lines that a reader can check.
func render(r *reading.Reading) string {
	var b strings.Builder
	for _, a := range r.Agreements {
		fmt.Fprintf(&b, "agreement %s | %s | %s | %s | %d", a.Title, strings.Join(a.Parties, "、"), a.Date, a.Status, a.Count)
		if len(a.Sectors) > 0 {
			fmt.Fprintf(&b, " | in %s", strings.Join(a.Sectors, "、"))
		}
		if a.Supplements != "" {
			fmt.Fprintf(&b, " | to %s", a.Supplements)
		}
		b.WriteByte('\n')
	}
	for i, e := range r.Events {
		fmt.Fprintf(&b, "event %d %s %q %s..%s at %s", i, e.Type, e.Name, e.Start, e.End, e.Place)
		if e.PartOf >= 0 {
			fmt.Fprintf(&b, " in %d", e.PartOf)
		}
		b.WriteByte('\n')
		for _, p := range e.Participants {
			fmt.Fprintf(&b, "  %s %v\n", p.Name, p.Roles)
		}
	}
	for _, s := range r.Statistics {
		fmt.Fprintf(&b, "figure %s %s %s | %s | %s | %s\n", s.Indicator, s.Value, s.Unit, s.Subject, s.Period, s.Change)
	}
	for _, u := range r.Utterances {
		fmt.Fprintf(&b, "words %s %s: %s\n", u.Speaker, u.Verb, r.Text.Slice(u.Words.Start, u.Words.End))
	}
	for _, c := range r.Bylines {
		fmt.Fprintf(&b, "byline %s %s\n", c.Name, c.Role)
	}
	return b.String()
}
