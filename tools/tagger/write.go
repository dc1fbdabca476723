package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/baopu/baopu/internal/zh/tagger"
)

// write writes the weights, first the features that move most: by their weight and how often they stand; as
// long as there is room.
func (l *learner) write(file string, bits int, log io.Writer) error {
	list := l.weighty()
	room := 3 << bits / 4
	used := min(len(list), room)
	features := make([]tagger.Feature, used)
	for i, f := range list[:used] {
		features[i] = f.Feature
	}
	var transition [labels][labels]int32
	for a := range labels {
		for b := range labels {
			transition[a][b] = int32(math.Round(float64(l.transition[a][b]) * tagger.Scale))
		}
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	left, err := tagger.Write(out, bits, &transition, features)
	if err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	size, err := os.Stat(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d features with weights, %d written, %d of them found no room, %d bytes\n", len(list), used, left, size.Size())
	return nil
}

// feature is a row to write: weight is how much it moves.
type feature struct {
	tagger.Feature
	weight float32
}

// weighty is the features with weights, the weightiest first.
func (l *learner) weighty() []feature {
	var list []feature
	for id, w := range l.weights {
		f := feature{Feature: tagger.Feature{Hash: l.hashes[id], Count: int(l.counts[id])}}
		for y, v := range w {
			f.Weight[y] = int8(max(-127, min(127, math.Round(float64(v)*tagger.Scale))))
			f.weight = max(f.weight, float32(math.Abs(float64(v))))
		}
		f.weight *= float32(math.Sqrt(float64(l.counts[id])))
		if f.Weight != [labels]int8{} {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b feature) int {
		return cmp.Or(-cmp.Compare(a.weight, b.weight), cmp.Compare(a.Hash, b.Hash))
	})
	return list
}
