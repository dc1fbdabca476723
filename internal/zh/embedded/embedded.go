// Package embedded unpacks the tables that are built into the program.
package embedded

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// ratio is about how much larger the tables are unpacked.
const ratio = 5

// Inflate unpacks a table that was packed with gzip. The table is part of the program, so that a damaged one is a fault of the program:
// Inflate panics, naming the package that has it.
func Inflate(name string, table []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(table))
	if err != nil {
		panic(fmt.Errorf("%s: embedded table: %w", name, err))
	}
	out := bytes.NewBuffer(make([]byte, 0, ratio*len(table)))
	if _, err := io.Copy(out, z); err != nil {
		panic(fmt.Errorf("%s: embedded table: %w", name, err))
	}
	return out.Bytes()
}
