package sqlite

import (
	"encoding/binary"
	"errors"

	"github.com/baopu/baopu/internal/kg"
)

// Packed lists are fields with their lengths before them: short, and any bytes may stand in them.

var errPacked = errors.New("sqlite: packed bytes end early")

func packString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

type unpacker struct {
	b   []byte
	bad bool
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.b)
	if size <= 0 {
		u.bad, u.b = true, nil
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

func (u *unpacker) text() string {
	n := u.number()
	if n < 0 || n > len(u.b) {
		u.bad, u.b = true, nil
		return ""
	}
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

// packTallies writes tallies; those of one claim alone are written as nothing, since reading that claim again is as cheap
// as reading them.
func packTallies(ts []kg.Tally) []byte {
	b := []byte{}
	for _, t := range ts {
		if t.Field == kg.MarkSelf && t.N == 1 {
			return []byte{}
		}
		b = packString(packString(b, t.Field), t.Value)
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(t.N)), uint64(t.Clusters))
		b = packString(packString(b, string(t.First)), string(t.Last))
	}
	return b
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

func packValues(vs []kg.Value) []byte {
	b := []byte{}
	for _, v := range vs {
		b = packString(packString(b, v.Field), v.Value)
	}
	return b
}

func unpackValues(b []byte) ([]kg.Value, error) {
	var out []kg.Value
	u := unpacker{b: b}
	for len(u.b) > 0 {
		out = append(out, kg.Value{Field: u.text(), Value: u.text()})
	}
	if u.bad {
		return nil, errPacked
	}
	return out, nil
}
