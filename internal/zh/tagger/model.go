package tagger

import (
	"cmp"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/bits"
	"slices"
)

// weights.bin.gz is written by tools/tagger: the log of the number of slots, the transitions, the row of each slot, then by slot a
// byte that says how often its feature stands in texts.
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
	rows       []row    // the most frequent first, so that what is read most lies together
	numbers    []uint16 // by slot: its row
	prints     []uint8  // by slot, see fingerprint: most features have none, which these tell without a look at a row; begins again at the end
	transition [Labels][Labels]int32
}

// check is the part of a hash that tells features in one row apart.
func check(h uint64) uint16 { return uint16(h) }

func (r *row) check() uint16 { return uint16(r.b >> 48) }

// fingerprint is never 0, and nearly always another for another check.
func fingerprint(check uint16) uint8 { return uint8(check) | 1 }

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
// row is the row of the first of them.
type candidate struct {
	alike uint64
	at    uint32
	check uint16
	row   uint16
}

// candidates appends to dst the features that may have a row: it looks at eight prints of each at once. A row stands before the first
// empty one.
func (m *model) candidates(dst []candidate, hashes *[FeatureCount]uint64) []candidate {
	n := len(dst)
	dst = slices.Grow(dst, FeatureCount)[:n+FeatureCount]
	shift := (64 - m.bits) & 63
	for _, h := range hashes {
		at := h >> shift
		prints := binary.LittleEndian.Uint64(m.prints[at:])
		alike := zeros(prints^everyByte*uint64(fingerprint(check(h)))) & (zeros(prints) - 1)
		dst[n] = candidate{alike: alike, at: uint32(at), check: check(h)}
		if alike != 0 {
			n++
		}
	}
	return dst[:n]
}

// locate fills in the rows of features that candidates gave.
func (m *model) locate(features []candidate) {
	for k := range features {
		features[k].row = m.number(features[k].at, features[k].alike)
	}
}

// number is the row of the first slot from at on that has a mark.
func (m *model) number(at uint32, alike uint64) uint16 {
	return m.numbers[(int(at)+bits.TrailingZeros64(alike)/8)&(len(m.numbers)-1)]
}

// weigh is the sum of the weights of features, located, for every label.
func (m *model) weigh(features []candidate, to *[Labels]int32) {
	var sum lanes
	for k := range features {
		m.add(&sum, &features[k])
	}
	sum.sums(to)
}

// add adds the weights of a feature, if the model has it.
func (m *model) add(l *lanes, c *candidate) {
	number := c.row
	for alike := c.alike; ; number = m.number(c.at, alike) {
		if r := &m.rows[number]; r.check() == c.check {
			l.even += r.a & everySecond
			l.odd += r.a >> 8 & everySecond
			l.evenHigh += r.b & everySecond
			l.oddHigh += r.b >> 8 & everySecond
			l.rows++
			return
		}
		if alike &= alike - 1; alike == 0 {
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

// mostBits bounds the slots of a model: a number of two bytes tells their rows apart.
const mostBits = 16

// Feature is a row to be written: its weights in steps of Scale, and how often it stands in texts.
type Feature struct {
	Hash   uint64
	Weight [Labels]int8
	Count  int
}

// Write writes a model of up to 1<<16 slots: the transitions, in steps of Scale, and features. Those that find no room are left
// out and counted; give the most weighty first.
func Write(w io.Writer, slots int, transition *[Labels][Labels]int32, features []Feature) (left int, err error) {
	if slots > mostBits {
		return 0, errors.New("more rows than can be numbered")
	}
	table, often := make([]row, 1<<slots), make([]byte, 1<<slots)
	for _, f := range features {
		at, ok := place(table, slots, f.Hash, f.Weight)
		if !ok {
			left++
			continue
		}
		often[at] = byte(bits.Len(uint(f.Count)))
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return left, err
	}
	out := []byte{byte(slots)}
	for _, from := range transition {
		for _, v := range from {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(v)))
		}
	}
	for _, r := range table {
		out = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(out, r.a), r.b)
	}
	if _, err := z.Write(append(out, often...)); err != nil {
		return left, err
	}
	return left, z.Close()
}

// place puts a row into its slot, and tells which.
func place(table []row, slots int, h uint64, weight [Labels]int8) (slot uint64, ok bool) {
	at := h >> (64 - slots)
	for k := range uint64(probes) {
		slot = (at + k) & uint64(len(table)-1)
		r := &table[slot]
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
		r.b |= uint64(check(h)) << 48
		return slot, true
	}
	return 0, false
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
	if len(in) == 0 || in[0] > mostBits || len(in) != 1+2*Labels*Labels+(rowSize+1)<<in[0] {
		return nil, errors.New("not as long as the head says")
	}
	m := &model{bits: int(in[0]), numbers: make([]uint16, 1<<in[0]), prints: make([]uint8, 1<<in[0]+probes)}
	in = in[1:]
	for a := range m.transition {
		for b := range m.transition[a] {
			m.transition[a][b] = int32(int16(binary.LittleEndian.Uint16(in)))
			in = in[2:]
		}
	}
	m.arrange(in[:rowSize*len(m.numbers)], in[rowSize*len(m.numbers):])
	copy(m.prints[len(m.numbers):], m.prints)
	return m, nil
}

// arrange takes the rows of all slots, the most frequent first.
func (m *model) arrange(rows, often []byte) {
	order := make([]uint16, 0, len(often))
	for slot := range often {
		if binary.LittleEndian.Uint64(rows[rowSize*slot+8:]) != 0 {
			order = append(order, uint16(slot))
		}
	}
	slices.SortStableFunc(order, func(a, b uint16) int { return cmp.Compare(often[b], often[a]) })
	m.rows = make([]row, len(order))
	for k, slot := range order {
		in := rows[rowSize*int(slot):]
		m.rows[k] = row{binary.LittleEndian.Uint64(in), binary.LittleEndian.Uint64(in[8:])}
		m.numbers[slot], m.prints[slot] = uint16(k), fingerprint(m.rows[k].check())
	}
}

// never is the weight of a transition that can't be.
const never = math.MinInt32 / 4
