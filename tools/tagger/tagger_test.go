package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/zh/tagger"
)

func marked(e example) []string {
	var out []string
	for _, x := range e.spans {
		out = append(out, string(e.text[x.start:x.end]))
	}
	return out
}

func TestReplaceAndWithout(t *testing.T) {
	e := example{
		text:   []rune("市长王小明会见李华一行"),
		spans:  []span{{2, 5, tagger.Person}, {7, 9, tagger.Person}},
		titles: []title{{0, 2}},
	}
	e = e.replace(map[int]string{0: "欧阳文", 1: "于是"})
	if got := string(e.text); got != "市长欧阳文会见于是一行" {
		t.Fatal(got)
	}
	e = e.without(e.titles[0])
	if got := string(e.text); got != "欧阳文会见于是一行" {
		t.Fatal(got)
	}
	if diff := cmp.Diff([]string{"欧阳文", "于是"}, marked(e)); diff != "" {
		t.Error(diff)
	}
}

func TestFillRepeatsADigit(t *testing.T) {
	l := &lot{
		Rand: rand.New(rand.NewPCG(1, 1)), surnames: []rune("王李"), first: []rune("小大"), second: []rune("明华"), only: []rune("伟"),
		words: []string{"于是"}, compounds: []string{"欧阳"}, parts: [][]string{{"巴图"}},
	}
	for range 50 {
		e, err := l.fill("{P1}说，{P1}和{P}来了")
		if err != nil {
			t.Fatal(err)
		}
		got := marked(e)
		if len(got) != 3 || got[0] != got[1] || string(e.text) != got[0]+"说，"+got[0]+"和"+got[2]+"来了" {
			t.Fatalf("%q in %q", got, string(e.text))
		}
	}
	if _, err := l.fill("{X}"); err == nil {
		t.Error("an unknown slot is taken")
	}
}

// The gradient moves the likelihood of a small example to nearly one, and the sums agree with all labellings counted out.
func TestLearn(t *testing.T) {
	l := &learner{ids: map[uint64]int32{}}
	for id := range int32(6) {
		l.id(uint64(id), 1)
	}
	l.weights, l.squares = make([][labels]float32, 6), make([][labels]float32, 6)
	x := learned{labels: []tagger.Label{1, 3, 0}, features: [][]int32{{0, 1}, {2, 3}, {4, 5}}}
	for id := range l.weights {
		for y := range labels {
			l.weights[id][y] = float32((id*7+y*3)%5) / 4
		}
	}
	var room lattice
	if got, want := room.sums(l, &x), l.countedOut(x); math.Abs(got-want) > 1e-4 {
		t.Errorf("loss %v, counted out %v", got, want)
	}
	first := l.step(&room, &x)
	for range 200 {
		l.step(&room, &x)
	}
	if last := l.step(&room, &x); last > first/20 {
		t.Errorf("loss %v after %v", last, first)
	}
}

// countedOut is the loss of x by its definition.
func (l *learner) countedOut(x learned) float64 {
	total, right := 0.0, 0.0
	var each func(i int, before int, sum float64)
	var row []int
	each = func(i, before int, sum float64) {
		if i == len(x.labels) {
			if before > 0 && (before-1)%3 < 2 {
				return
			}
			total += math.Exp(sum)
			same := true
			for k, y := range row {
				same = same && tagger.Label(y) == x.labels[k]
			}
			if same {
				right = sum
			}
			return
		}
		for y := range labels {
			if i == 0 && y > 0 && (y-1)%3 > 0 || i > 0 && !may(before, y) {
				continue
			}
			v := sum
			for _, f := range x.features[i] {
				v += float64(l.weights[f][y])
			}
			row = append(row, y)
			each(i+1, y, v)
			row = row[:len(row)-1]
		}
	}
	each(0, 0, 0)
	return math.Log(total) - right
}
