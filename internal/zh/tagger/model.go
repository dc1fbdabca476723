package tagger

import (
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/bits"
	"slices"
)

// weights.bin.gz is written by tools/tagger: the log of the number of rows, the transitions, then the rows.
//
//go:embed weights.bin.gz
var weights []byte

// Scale is the steps of a weight to one nat.
const Scale = 32

// probes is how many rows a feature may be looked for in: as many as a word has bytes.
const probes = 8

// row is the weights of one feature, a byte a label from the lowest on, each more by bias; in the highest two bytes of b a
// check of the feature's hash. An empty row is 0.
type row struct{ a, b uint64 }

// bias makes a weight a byte above 0.
const bias = 128

// rowSize is the bytes of a row in the file.
const rowSize = 16

type model struct {
	bits       int
	rows       []row
	prints     []uint8 // of each row, see fingerprint: most features have none, which these tell without a look at a row; begins again at the end
	transition [Labels][Labels]int32
}

// check is the part of a hash that tells features in one row apart.
func check(h uint64) uint64 { return h & 0xFFFF << 48 }

// fingerprint is never 0, and nearly always another for another check.
func fingerprint(check uint64) uint8 { return uint8(check>>48) | 1 }

// everyByte times a byte is eight of it, and zeros marks with 0x80 which bytes of a word are 0.
const everyByte = 0x0101010101010101

func zeros(w uint64) uint64 { return ^((w&^(0x80*everyByte) + 0x7F*everyByte) | w | 0x7F*everyByte) }

// lanes is sums of biased weights, four to a word: those of even and odd labels below 8, and from 8 on.
type lanes struct {
	even, odd, evenHigh, oddHigh uint64
	rows                         int32 // added
}

const everySecond = 0x00FF00FF00FF00FF

// candidate is where a feature may have its row: among the eight from at on, those whose prints are alike have a mark.
type candidate struct{ at, alike, check uint64 }

// candidates appends to dst the features that may have a row.
func (m *model) candidates(dst []candidate, hashes *[FeatureCount]uint64) []candidate {
	n := len(dst)
	dst = slices.Grow(dst, FeatureCount)[:n+FeatureCount]
	for _, h := range hashes {
		dst[n] = m.candidate(h)
		if dst[n].alike != 0 {
			n++
		}
	}
	return dst[:n]
}

// weigh is the sum of the weights of features for every label.
func (m *model) weigh(features []candidate, to *[Labels]int32) {
	var sum lanes
	for k := range features {
		m.add(&sum, &features[k])
	}
	sum.sums(to)
}

// candidate looks at eight prints at once. A row stands before the first empty one.
func (m *model) candidate(h uint64) candidate {
	at, want := h>>(64-m.bits), check(h)
	prints := binary.LittleEndian.Uint64(m.prints[at:])
	alike := zeros(prints^everyByte*uint64(fingerprint(want))) & (zeros(prints) - 1)
	return candidate{at, alike, want}
}

// add adds the weights of a feature, if the model has it.
func (m *model) add(l *lanes, c *candidate) {
	for alike := c.alike; alike != 0; alike &= alike - 1 {
		k := uint64(bits.TrailingZeros64(alike) / 8)
		if r := &m.rows[(c.at+k)&uint64(len(m.rows)-1)]; r.b&(0xFFFF<<48) == c.check {
			l.even += r.a & everySecond
			l.odd += r.a >> 8 & everySecond
			l.evenHigh += r.b & everySecond
			l.oddHigh += r.b >> 8 & everySecond
			l.rows++
			return
		}
	}
}

// sums is the sums of the weights of all labels.
func (l *lanes) sums(to *[Labels]int32) {
	for y := range to {
		low, high := l.even, l.odd
		if y >= 8 {
			low, high = l.evenHigh, l.oddHigh
		}
		if y&1 == 1 {
			low = high
		}
		to[y] = int32(low>>(y&7>>1*16)&0xFFFF) - bias*l.rows
	}
}

// Write writes a model: the transitions, and the weights of features by their hashes, in steps of Scale. The features that
// find no room are left out and counted; give the most weighty first.
func Write(w io.Writer, bits int, transition *[Labels][Labels]int32, hashes []uint64, rows [][Labels]int8) (left int, err error) {
	table := make([]row, 1<<bits)
	for i, h := range hashes {
		if !place(table, bits, h, rows[i]) {
			left++
		}
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return left, err
	}
	out := []byte{byte(bits)}
	for _, from := range transition {
		for _, v := range from {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(v)))
		}
	}
	for _, r := range table {
		out = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(out, r.a), r.b)
	}
	if _, err := z.Write(out); err != nil {
		return left, err
	}
	return left, z.Close()
}

func place(table []row, bits int, h uint64, weight [Labels]int8) bool {
	at := h >> (64 - bits)
	for k := range uint64(probes) {
		r := &table[(at+k)&uint64(len(table)-1)]
		if r.b != 0 {
			continue
		}
		for y, w := range weight {
			v := uint64(int(w)+bias) << (y & 7 * 8)
			if y < 8 {
				r.a |= v
			} else {
				r.b |= v
			}
		}
		r.b |= check(h)
		return true
	}
	return false
}

// Read is a tagger over weights that Write wrote; for the trainer, which scores them before they are embedded.
func Read(r io.Reader) (*Tagger, error) {
	m, err := decode(r)
	if err != nil {
		return nil, err
	}
	return &Tagger{m: m}, nil
}

func decode(r io.Reader) (*model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	in, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	if len(in) == 0 || len(in) != 1+2*Labels*Labels+rowSize<<in[0] {
		return nil, errors.New("not as long as the head says")
	}
	m := &model{bits: int(in[0]), rows: make([]row, 1<<in[0]), prints: make([]uint8, 1<<in[0]+probes)}
	in = in[1:]
	for a := range m.transition {
		for b := range m.transition[a] {
			m.transition[a][b] = int32(int16(binary.LittleEndian.Uint16(in)))
			in = in[2:]
		}
	}
	for i := range m.rows {
		m.rows[i] = row{binary.LittleEndian.Uint64(in), binary.LittleEndian.Uint64(in[8:])}
		if b := m.rows[i].b; b != 0 {
			m.prints[i] = fingerprint(b)
		}
		in = in[rowSize:]
	}
	copy(m.prints[len(m.rows):], m.prints)
	return m, nil
}

// never is the weight of a transition that can't be.
const never = math.MinInt32 / 4
