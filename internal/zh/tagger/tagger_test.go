package tagger

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// invented is a model with weights drawn by lot for the features of s, and s itself.
func invented(t *testing.T, rng *rand.Rand, text string, bars Bar) (*Tagger, Sequence) {
	t.Helper()
	s := Sequence{Runes: []rune("前" + text), Start: 1}
	for i := 1; i < len(s.Runes); {
		i = min(i+1+rng.IntN(3), len(s.Runes))
		s.Tokens = append(s.Tokens, Token{End: i, Code: uint8(rng.IntN(40)), Bars: bars & Bar(rng.IntN(16))})
	}
	var f Features
	f.Reset(s)
	var features []Feature
	for i := s.Start; i < len(s.Runes); i++ {
		f.At(i)
		for _, h := range f.Hash {
			var row [Labels]int8
			for l := range row {
				row[l] = int8(rng.IntN(61) - 30)
			}
			features = append(features, Feature{h, row, rng.IntN(100)})
		}
	}
	var transition [Labels][Labels]int32
	for a := range transition {
		for b := range transition[a] {
			transition[a][b] = int32(rng.IntN(201) - 100)
		}
	}
	var out bytes.Buffer
	left, err := Write(&out, 10, &transition, features)
	if err != nil || left > 0 {
		t.Fatalf("%d features found no room, %v", left, err)
	}
	tg, err := Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	return tg, s
}

// weight is the weight of one labelling, and whether it keeps to the bars and to the order of labels.
func (t *Tagger) weight(s Sequence, labels []Label) (int32, bool) {
	sum, k := int32(0), 0
	t.room.Reset(s)
	for i, l := range labels {
		t.room.At(s.Start + i)
		var each [Labels]int32
		features := t.m.candidates(nil, &t.room.Hash)
		t.m.locate(features)
		t.m.weigh(features, &each)
		sum += each[l]
		for s.Tokens[k].End <= s.Start+i {
			k++
		}
		if l != Outside && s.Tokens[k].Bars.Has(Type((l-1)/3)) {
			return 0, false
		}
		before := Outside
		if i > 0 {
			before = labels[i-1]
			sum += t.m.transition[before][l]
		}
		if open := before != Outside && (before-1)%3 < 2; open != (l != Outside && (l-1)%3 > 0) || open && (before-1)/3 != (l-1)/3 {
			return 0, false
		}
	}
	last := labels[len(labels)-1]
	return sum, last == Outside || (last-1)%3 == 2
}

// each calls yield with every labelling of n characters.
func each(labels []Label, i int, yield func()) {
	if i == len(labels) {
		yield()
		return
	}
	for l := range Label(Labels) {
		labels[i] = l
		each(labels, i+1, yield)
	}
}

// The search finds the best of all labellings, and a name's odds are what it is worth beside no name in its stead.
func TestTagIsBest(t *testing.T) {
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 1))
		tg, s := invented(t, rng, "王小明说好"[:3*(2+rng.IntN(4))], Bar(rng.IntN(16)))
		n := len(s.Runes) - s.Start
		best, room := int32(-1<<30), make([]Label, n)
		each(room, 0, func() {
			if w, ok := tg.weight(s, room); ok {
				best = max(best, w)
			}
		})
		tg.Read(s)
		spans := tg.Tag(nil, 0, len(s.Tokens))
		got := labelled(spans, s.Start, n)
		w, ok := tg.weight(s, got)
		if !ok || w != best {
			t.Errorf("seed %d: %v weighs %d (%v), the best %d", seed, spans, w, ok, best)
		}
		for k := range spans {
			others := append(append([]Span{}, spans[:k]...), spans[k+1:]...)
			less, _ := tg.weight(s, labelled(others, s.Start, n))
			if x := spans[k]; x.Odds != float32(w-less)/Scale && !neighbours(spans, k) {
				t.Errorf("seed %d: odds %v, want %v", seed, x.Odds, float32(w-less)/Scale)
			}
		}
	}
}

func neighbours(spans []Span, k int) bool {
	return k+1 < len(spans) && spans[k+1].Start == spans[k].End
}

func labelled(spans []Span, start, n int) []Label {
	out := make([]Label, n)
	for _, x := range spans {
		for i := x.Start; i < x.End; i++ {
			out[i-start] = First(x.Type) + 1
		}
		out[x.Start-start], out[x.End-1-start] = First(x.Type), First(x.Type)+2
	}
	return out
}

func TestTagNothing(t *testing.T) {
	tg := New()
	tg.Read(Sequence{Runes: []rune("文"), Start: 1})
	if got := tg.Tag(nil, 0, 0); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestTagMakesNoGarbage(t *testing.T) {
	tg, s := New(), Sequence{Runes: []rune(strings.Repeat("邻居王小明说今年的收成好。", 20))}
	for i := range s.Runes {
		s.Tokens = append(s.Tokens, Token{End: i + 1})
	}
	tg.Read(s)
	room := tg.Tag(nil, 0, len(s.Tokens))
	if n := testing.AllocsPerRun(10, func() {
		tg.Read(s)
		room = tg.Tag(room[:0], 0, len(s.Tokens))
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "no gzip": []byte("weights"), "cut": weights[:len(weights)/2]} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(bytes.NewReader(data)); err == nil {
				t.Error("read without an error")
			}
		})
	}
}

func BenchmarkTag(b *testing.B) {
	tg, s := New(), Sequence{Runes: []rune(strings.Repeat("邻居王小明说今年的收成好。", 20))}
	for i := range s.Runes {
		s.Tokens = append(s.Tokens, Token{End: i + 1, Code: uint8(i % 40)})
	}
	var room []Span
	b.ReportAllocs()
	for b.Loop() {
		tg.Read(s)
		room = tg.Tag(room[:0], 0, len(s.Tokens))
	}
	b.ReportMetric(float64(len(s.Runes))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}
