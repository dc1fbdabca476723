package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/baopu/baopu/internal/zh/tagger"
)

var typeNames = map[tagger.Type]string{tagger.Person: "person", tagger.Body: "body", tagger.Facility: "facility", tagger.Place: "place"}

// report prints how well the written weights find the names of examples that weren't learned from.
func report(log io.Writer, file string, sets map[string][]example) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	t, err := tagger.Read(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		var right, found, there [4]int
		for _, e := range sets[name] {
			s, _, ok := e.sequence()
			if !ok {
				continue
			}
			for _, x := range e.spans {
				there[x.typ]++
			}
			for _, x := range tag(t, s) {
				found[x.Type]++
				if slices.Contains(e.spans, span{x.Start, x.End, x.Type}) {
					right[x.Type]++
				}
			}
		}
		for y := tagger.Person; y <= tagger.Place; y++ {
			p, r := ratio(right[y], found[y]), ratio(right[y], there[y])
			fmt.Fprintf(log, "%s, %s: precision %.3f, recall %.3f of %d\n", name, typeNames[y], p, r, there[y])
		}
	}
	return nil
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func tag(t *tagger.Tagger, s tagger.Sequence) []tagger.Span {
	t.Read(s)
	return t.Tag(nil, 0, len(s.Tokens))
}
