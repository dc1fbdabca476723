package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/internal/score"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
)

// reliability counts over gold files, or the half of one that follows its name behind a colon. It prints counts only.
func reliability(w io.Writer, parts []string) error {
	if len(parts) == 0 {
		return errors.New("--reliability wants gold files")
	}
	var all []score.Verdict
	var over []string
	for _, part := range parts {
		path, half, ok := strings.Cut(part, ":")
		if !ok {
			half = string(score.All)
		}
		list, err := verdicts(path, score.Half(half))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, list...)
		over = append(over, fmt.Sprintf("%s (%s)", strings.TrimSuffix(filepath.Base(path), ".gold.jsonl"), half))
	}
	return score.WriteReliability(w, strings.Join(over, ", "), score.Reliability(all))
}

func verdicts(path string, half score.Half) ([]score.Verdict, error) {
	gold, err := parse(path)
	if err != nil {
		return nil, err
	}
	lines, err := half.Of(gold.Facts)
	if err != nil {
		return nil, err
	}
	want := map[string]facts.Facts{}
	for _, f := range lines {
		want[f.ID] = f
	}
	var out []score.Verdict
	for _, a := range gold.Articles {
		if f, ok := want[a.ID]; ok {
			out = append(out, score.Verdicts(f, read.Article(a))...)
		}
	}
	return out, nil
}
