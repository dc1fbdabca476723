package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	var out strings.Builder
	if err := run(&out, "../../testdata/gold/seed-page.gold.jsonl", 1); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"text to facts: ", "gse's Segment: ", "twice the articles: ", "the file has only "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q isn't told:\n%s", want, out.String())
		}
	}
}

func TestBadFiles(t *testing.T) {
	for file, want := range map[string]string{
		"none.jsonl": "none.jsonl", "main.go": "main.go", "go.mod": "go.mod",
	} {
		if err := run(&strings.Builder{}, file, 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestMedian(t *testing.T) {
	if got := median([]float64{3, 1, 2}); got != 2 {
		t.Errorf("median %v", got)
	}
}
