package neo4j

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/baopu/baopu/internal/kg"
)

// Packed bytes are texts and numbers with their lengths before them: short, and any bytes may stand in them.

var errPacked = errors.New("neo4j: packed bytes end early")

type packer []byte

func (p *packer) text(s string) {
	*p = append(binary.AppendUvarint(*p, uint64(len(s))), s...)
}

func (p *packer) number(n int) { *p = binary.AppendUvarint(*p, uint64(n)) }

type unpacker struct {
	b   []byte
	bad bool
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.b)
	if size <= 0 || n > 1<<40 {
		u.bad, u.b = true, nil
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

func (u *unpacker) text() string {
	n := u.number()
	if n > len(u.b) {
		u.bad, u.b = true, nil
		return ""
	}
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

func packTallies(ts []kg.Tally) []byte {
	p := packer{}
	for _, t := range ts {
		p.text(t.Field)
		p.text(t.Value)
		p.number(t.N)
		p.number(t.Clusters)
		p.text(string(t.First))
		p.text(string(t.Last))
	}
	return p
}

func unpackTallies(b []byte) ([]kg.Tally, error) {
	var out []kg.Tally
	u := unpacker{b: b}
	for len(u.b) > 0 {
		t := kg.Tally{Field: u.text(), Value: u.text()}
		t.N, t.Clusters = u.number(), u.number()
		t.First, t.Last = kg.Date(u.text()), kg.Date(u.text())
		out = append(out, t)
	}
	if u.bad {
		return nil, errPacked
	}
	return out, nil
}

// shrinker compresses what stands on a Document node and is read by baopu alone. Its tables are large, and used again.
type shrinker struct{ w *flate.Writer }

func (s *shrinker) shrink(b []byte) ([]byte, error) {
	var out bytes.Buffer
	if s.w == nil {
		var err error
		if s.w, err = flate.NewWriter(&out, flate.BestSpeed); err != nil {
			return nil, err
		}
	} else {
		s.w.Reset(&out)
	}
	if _, err := s.w.Write(b); err != nil {
		return nil, err
	}
	if err := s.w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func grow(b []byte) ([]byte, error) {
	out, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("compressed bytes: %w", err)
	}
	return out, nil
}
