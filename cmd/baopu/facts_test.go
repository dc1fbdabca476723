package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/reading"
)

// TestFactsGoOn has the second of three articles meet a fault: the others are printed, it is told of by its line.
func TestFactsGoOn(t *testing.T) {
	var out, told bytes.Buffer
	a := &app{
		stdin:  strings.NewReader("{\"title\":\"一\",\"publishedAt\":\"2024-05-01\"}\n{\"title\":\"二\"}\n{\"title\":\"三\"}\n"),
		stdout: &out, stderr: &told,
	}
	err := a.facts(t.Context(), nil, 1, func(r *reading.Reading) ([]byte, error) {
		if r.Article.Title == "二" {
			panic("a rule out of its depth")
		}
		return []byte(r.Article.Title), nil
	})
	if out.String() != "一三" || !strings.Contains(told.String(), "standard input:2: ") || !strings.Contains(told.String(), "out of its depth") {
		t.Errorf("printed %q, told %q", out.String(), told.String())
	}
	if err == nil {
		t.Error("all went well, it says")
	}
}
