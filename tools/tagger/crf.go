package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/baopu/baopu/internal/zh/tagger"
)

const (
	labels = tagger.Labels
	rate   = 0.12 // of AdaGrad
	drop   = 20   // per cent of the features of a character that are left out in a pass
	pull   = 2e-3 // towards zero, each time that a weight is touched (L1, truncated)
)

// may tells whether label b may follow a.
func may(a, b int) bool {
	open := a > 0 && (a-1)%3 < 2
	inner := b > 0 && (b-1)%3 > 0
	if open != inner {
		return false
	}
	return !open || (a-1)/3 == (b-1)/3
}

// lattice is room for the forward and backward sums of one sentence.
type lattice struct {
	score, ahead, back [][labels]float64
	norm               []float64
	trans              [labels][labels]float64
	kept               learned
	room               []int32
}

// learn makes passes over the examples in an order drawn by lot, one gradient a sentence.
func (l *learner) learn(rng *rand.Rand, epochs int, log io.Writer) {
	var t lattice
	order := make([]int, len(l.examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		loss := 0.0
		for _, i := range order {
			loss += l.step(&t, t.dropped(rng, &l.examples[i]))
		}
		fmt.Fprintf(log, "pass %d: %.4f nats a character\n", epoch+1, loss/float64(l.characters))
	}
}

// dropped is x without a part of its features, drawn by lot, so that none is relied on too much.
func (t *lattice) dropped(rng *rand.Rand, x *learned) *learned {
	t.room = t.room[:0]
	t.kept.labels, t.kept.features = x.labels, t.kept.features[:0]
	for _, ids := range x.features {
		from := len(t.room)
		for _, id := range ids {
			if rng.IntN(100) >= drop {
				t.room = append(t.room, id)
			}
		}
		t.kept.features = append(t.kept.features, t.room[from:len(t.room):len(t.room)])
	}
	return &t.kept
}

// step moves the weights by the gradient of one example, and is its negative log-likelihood.
func (l *learner) step(t *lattice, x *learned) float64 {
	n := len(x.labels)
	loss := t.sums(l, x)
	for i := range n {
		var g [labels]float32
		for y := range labels {
			g[y] = float32(t.ahead[i][y] * t.back[i][y])
		}
		g[x.labels[i]]--
		for _, f := range x.features[i] {
			w, q := &l.weights[f], &l.squares[f]
			for y := range labels {
				if g[y] > 1e-5 || g[y] < -1e-5 {
					move(&w[y], &q[y], g[y])
				}
			}
		}
	}
	l.stepTransitions(t, x)
	return loss
}

func move(w, q *float32, g float32) {
	*q += g * g
	d := rate / float32(math.Sqrt(float64(*q))+1e-4)
	v := *w - d*g
	switch shrink := d * pull; {
	case v > shrink:
		*w = v - shrink
	case v < -shrink:
		*w = v + shrink
	default:
		*w = 0
	}
}

func (l *learner) stepTransitions(t *lattice, x *learned) {
	var g [labels][labels]float32
	for i := 1; i < len(x.labels); i++ {
		for a := range labels {
			for b := range labels {
				if t.trans[a][b] > 0 {
					g[a][b] += float32(t.ahead[i-1][a] * t.trans[a][b] * t.score[i][b] * t.back[i][b] / t.norm[i])
				}
			}
		}
		g[x.labels[i-1]][x.labels[i]]--
	}
	for a := range labels {
		for b := range labels {
			if may(a, b) {
				move(&l.transition[a][b], &l.moved[a][b], g[a][b])
			}
		}
	}
}

// sums runs forward and backward: afterwards ahead·back at a character is the probability of each label there.
func (t *lattice) sums(l *learner, x *learned) (loss float64) {
	n := len(x.labels)
	t.score = slices.Grow(t.score[:0], n)[:n]
	t.ahead = slices.Grow(t.ahead[:0], n)[:n]
	t.back = slices.Grow(t.back[:0], n)[:n]
	t.norm = slices.Grow(t.norm[:0], n)[:n]
	t.exp(l)
	for i := range n {
		loss += t.emit(l, x, i)
		if i > 0 {
			loss -= float64(l.transition[x.labels[i-1]][x.labels[i]])
		}
		sum := 0.0
		for b := range labels {
			v := 0.0
			if i == 0 {
				if b == 0 || (b-1)%3 == 0 {
					v = 1
				}
			} else {
				for a := range labels {
					v += t.ahead[i-1][a] * t.trans[a][b]
				}
			}
			t.ahead[i][b] = v * t.score[i][b]
			if i == n-1 && b > 0 && (b-1)%3 < 2 {
				t.ahead[i][b] = 0
			}
			sum += t.ahead[i][b]
		}
		t.norm[i] = sum
		for b := range labels {
			t.ahead[i][b] /= sum
		}
		loss += math.Log(sum)
	}
	t.backward(n)
	return loss
}

func (t *lattice) exp(l *learner) {
	for a := range labels {
		for b := range labels {
			t.trans[a][b] = 0
			if may(a, b) {
				t.trans[a][b] = math.Exp(float64(l.transition[a][b]))
			}
		}
	}
}

func (t *lattice) backward(n int) {
	for b := range labels {
		t.back[n-1][b] = 1
	}
	for i := n - 2; i >= 0; i-- {
		for a := range labels {
			v := 0.0
			for b := range labels {
				if t.trans[a][b] > 0 {
					next := t.score[i+1][b] * t.back[i+1][b]
					if i+1 == n-1 && b > 0 && (b-1)%3 < 2 {
						next = 0
					}
					v += t.trans[a][b] * next
				}
			}
			t.back[i][a] = v / t.norm[i+1]
		}
	}
}

// emit fills the scores of the character at i, and is what its right label and the scaling add to the loss.
func (t *lattice) emit(l *learner, x *learned, i int) float64 {
	var sum [labels]float32
	for _, f := range x.features[i] {
		w := &l.weights[f]
		for y := range labels {
			sum[y] += w[y]
		}
	}
	top := slices.Max(sum[:])
	for y := range labels {
		t.score[i][y] = math.Exp(float64(sum[y] - top))
	}
	return float64(top - sum[x.labels[i]])
}
