// Package ngram tells how likely characters stand behind others: whether a text goes on over a break, where no word of a
// dictionary needs to run over it (在|座谈会上, 的|一条). It knows how often single characters, pairs and triples of them stand in
// news, marks and digits included.
package ngram

import (
	"math"
	"sort"
	"sync"
)

// Model is the counts. It is read-only and safe for concurrent use.
type Model struct {
	number map[rune]uint16 // of a character, by how often it stands; the counts below go by it
	single []count
	total  float64
	pairs  table // by number of the first character
	triple table // by place of the pair in pairs
}

// count is how often something stands, and how much of that goes on in what the tables don't have.
type count struct {
	n, left float32
}

// table is, for each of its rows, the numbers of the characters that stand behind it, in order, and their counts.
type table struct {
	from   []uint32 // by row, and behind the last one
	behind []uint16
	counts []count
}

// discount is what is taken off each count for what was never seen (absolute discounting).
const discount = 0.75

// unseen is the count of a character that the model doesn't know.
const unseen = 0.5

// Default is the embedded model, decoded at the first call.
func Default() *Model { return defaultOnce() }

var defaultOnce = sync.OnceValue(decode)

// find is the place of character c in a row, and false where the table has none.
func (t *table) find(row int, c uint16) (int, bool) {
	lo, hi := int(t.from[row]), int(t.from[row+1])
	at := lo + sort.Search(hi-lo, func(i int) bool { return t.behind[lo+i] >= c })
	return at, at < hi && t.behind[at] == c
}

// alone is how likely c is anywhere.
func (m *Model) alone(c rune) float64 {
	if k, ok := m.number[c]; ok {
		return float64(m.single[k].n) / m.total
	}
	return unseen / m.total
}

// after is how likely c is behind b.
func (m *Model) after(b, c rune) float64 {
	base := m.alone(c)
	row, ok := m.number[b]
	if !ok {
		return base
	}
	k, ok := m.number[c]
	if !ok {
		k = math.MaxUint16
	}
	return likely(&m.pairs, int(row), k, m.single[row], base)
}

// afterBoth is how likely c is behind a and b.
func (m *Model) afterBoth(a, b, c rune) float64 {
	base := m.after(b, c)
	x, okA := m.number[a]
	y, okB := m.number[b]
	if !okA || !okB {
		return base
	}
	row, ok := m.pairs.find(int(x), y)
	if !ok {
		return base
	}
	k, ok := m.number[c]
	if !ok {
		k = math.MaxUint16
	}
	return likely(&m.triple, row, k, m.pairs.counts[row], base)
}

// likely is how likely character k is behind what a row of t stands for, whose count is given; base is that behind less.
func likely(t *table, row int, k uint16, before count, base float64) float64 {
	n := float64(before.left) * base
	if at, ok := t.find(row, k); ok {
		n += float64(t.counts[at].n) - discount
	}
	return n / float64(before.n)
}

// Gain is the logarithm of how much likelier head stands directly behind tail than anywhere: above 0 where the one goes on in
// the other, 0 where either is empty. It asks for the last two characters of the one and the first two of the other.
func (m *Model) Gain(tail, head []rune) float64 {
	if len(tail) == 0 || len(head) == 0 {
		return 0
	}
	b, c := tail[len(tail)-1], head[0]
	over := m.after(b, c)
	if len(tail) > 1 {
		over = m.afterBoth(tail[len(tail)-2], b, c)
	}
	gain := math.Log(over / m.alone(c))
	if len(head) > 1 {
		gain += math.Log(m.afterBoth(b, c, head[1]) / m.after(c, head[1]))
	}
	return gain
}
