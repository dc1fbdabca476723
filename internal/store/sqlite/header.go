package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/baopu/baopu/internal/kg"
)

// applicationID marks a file as Baopu's ("Baop" in ASCII); it stands at offset 68 of the header.
const applicationID = 0x42616f70

const headerSize = 100

// checkFile refuses what isn't ours, before anything is opened for writing. A missing or empty file is fine: it will be
// made. The header's layout is section 1.3 of SQLite's file format.
func checkFile(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("store %s: %v: %w", path, err, kg.ErrUnavailable)
	}
	defer f.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("store %s: %v: %w", path, err, kg.ErrUnavailable)
	}
	if err := checkHeader(header[:n]); err != nil {
		return fmt.Errorf("store %s: %w", path, err)
	}
	return nil
}

func checkHeader(h []byte) error {
	if len(h) < headerSize || string(h[:16]) != "SQLite format 3\x00" {
		return fmt.Errorf("not a database: %w", kg.ErrConflict)
	}
	if id := binary.BigEndian.Uint32(h[68:]); id != applicationID {
		return fmt.Errorf("a database of another application (id %#x): %w", id, kg.ErrConflict)
	}
	return checkVersion(int(binary.BigEndian.Uint32(h[60:])))
}

func checkVersion(v int) error { return kg.CheckLayout(v, len(migrationNames())) }
