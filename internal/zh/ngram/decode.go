package ngram

import (
	_ "embed"
	"encoding/binary"
	"math"

	"github.com/baopu/baopu/internal/zh/embedded"
)

// counts.bin.gz is written by tools/gazetteer: the number of characters; each with its count, the most frequent first; then,
// for each of them, what stands behind it: the number of pairs, and for each how many numbers on the second character is, the
// pair's count in a byte, and the same of the triples that begin with it. All but bytes are uvarints.
//
//go:embed counts.bin.gz
var counts []byte

// exact is up to where a byte is a count; from there on each is stepsOf larger by a sixteenth of a power of e.
const (
	exact   = 127
	stepsOf = 16
)

// ofByte is the count that a byte stands for.
func ofByte(b byte) float32 {
	if b <= exact {
		return float32(b)
	}
	return float32(exact * math.Exp(float64(b-exact)/stepsOf))
}

// reader reads uvarints and bytes. The table is part of the program, so that a short one is a fault of the program.
type reader struct{ data []byte }

func (r *reader) uvarint() int {
	v, n := binary.Uvarint(r.data)
	r.data = r.data[n:]
	return int(v)
}

func (r *reader) count() float32 {
	b := r.data[0]
	r.data = r.data[1:]
	return ofByte(b)
}

func decode() *Model {
	data := embedded.Inflate("ngram", counts)
	r := &reader{data}
	n := r.uvarint()
	m := &Model{number: make(map[rune]uint16, n), single: make([]count, n)}
	for k := range n {
		m.number[rune(r.uvarint())] = uint16(k)
		c := float32(r.uvarint())
		m.single[k] = count{c, c}
		m.total += float64(c)
	}
	for k := range n {
		m.pairs.from = append(m.pairs.from, uint32(len(m.pairs.behind)))
		m.single[k].left = m.row(r, &m.pairs, m.single[k].n, true)
	}
	m.pairs.from = append(m.pairs.from, uint32(len(m.pairs.behind)))
	m.triple.from = append(m.triple.from, uint32(len(m.triple.behind)))
	return m
}

// row reads what stands behind something that stands n times, and tells how much of n is left for other characters.
func (m *Model) row(r *reader, t *table, n float32, pairs bool) (left float32) {
	left = n
	at := 0
	for range r.uvarint() {
		at += r.uvarint()
		c := r.count()
		k := len(t.behind)
		t.behind, t.counts = append(t.behind, uint16(at)), append(t.counts, count{c, c})
		left -= c - discount
		if pairs {
			m.triple.from = append(m.triple.from, uint32(len(m.triple.behind)))
			t.counts[k].left = m.row(r, &m.triple, c, false)
		}
	}
	return max(left, 2*discount/3)
}
