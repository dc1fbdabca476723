package main

import (
	"runtime"
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
)

// learned is an example as numbers: for each character its label, its barred types and the features that are learned.
type learned struct {
	labels   []tagger.Label
	features [][]int32
}

// learner holds the examples and the weights of a conditional random field.
type learner struct {
	examples   []learned
	characters int
	ids        map[uint64]int32
	hashes     []uint64
	counts     []int // how often each stands
	weights    [][tagger.Labels]float32
	squares    [][tagger.Labels]float32 // of AdaGrad
	transition [tagger.Labels][tagger.Labels]float32
	moved      [tagger.Labels][tagger.Labels]float32
}

// ready is an example with the hashes of its features.
type ready struct {
	labels []tagger.Label
	hashes [][tagger.FeatureCount]uint64
}

// newLearner counts the features and keeps those that stand at least least times.
func newLearner(examples []example, least int) *learner {
	list := prepare(examples)
	count := map[uint64]int{}
	for _, r := range list {
		for _, h := range r.hashes {
			for _, f := range h {
				count[f]++
			}
		}
	}
	l := &learner{ids: map[uint64]int32{}}
	for _, r := range list {
		x := learned{labels: r.labels}
		for _, h := range r.hashes {
			var ids []int32
			for _, f := range h {
				if count[f] >= least {
					ids = append(ids, l.id(f, count[f]))
				}
			}
			x.features = append(x.features, ids)
		}
		l.characters += len(x.labels)
		l.examples = append(l.examples, x)
	}
	l.weights = make([][tagger.Labels]float32, len(l.hashes))
	l.squares = make([][tagger.Labels]float32, len(l.hashes))
	return l
}

func (l *learner) id(h uint64, count int) int32 {
	id, ok := l.ids[h]
	if !ok {
		id = int32(len(l.hashes))
		l.ids[h] = id
		l.hashes, l.counts = append(l.hashes, h), append(l.counts, count)
	}
	return id
}

// prepare is the examples that the reader can cut, in order, with their features.
func prepare(examples []example) []ready {
	list := make([]ready, len(examples))
	var wg sync.WaitGroup
	for w := range runtime.NumCPU() {
		wg.Go(func() {
			var f tagger.Features
			for i := w; i < len(examples); i += runtime.NumCPU() {
				s, labels, ok := examples[i].sequence()
				if !ok {
					continue
				}
				f.Reset(s)
				r := ready{labels: labels}
				for k := range labels {
					f.At(s.Start + k)
					r.hashes = append(r.hashes, f.Hash)
				}
				list[i] = r
			}
		})
	}
	wg.Wait()
	out := list[:0]
	for _, r := range list {
		if len(r.labels) > 0 {
			out = append(out, r)
		}
	}
	return out
}
