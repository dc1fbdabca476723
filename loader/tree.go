package loader

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// tree is where files lie: on the disk, or in an archive. Names are paths as messages show them.
type tree interface {
	// open opens a file; its size is what the tree says, -1 where it can't.
	open(name string) (io.ReadCloser, int64, error)
	// has says whether a file is there; it may be asked at any time.
	has(name string) bool
	// whole is a name by which the folders above a file are found, in whatever folder one stands.
	whole(name string) string
	// list is the base names of the files in a folder; none where there is no such folder.
	list(dir string) []string
}

// disk is the files of this machine.
type disk struct{}

func (disk) open(name string) (io.ReadCloser, int64, error) {
	info, err := os.Stat(name) // first: to open a pipe waits until somebody writes to it
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, fmt.Errorf("no plain file but a %s", kindOf(info.Mode()))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	if info, err = f.Stat(); err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

func (disk) has(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func (disk) whole(name string) string { return absolute(name) }

func kindOf(m os.FileMode) string {
	switch {
	case m.IsDir():
		return "folder"
	case m&os.ModeNamedPipe != 0:
		return "pipe"
	}
	return "device"
}

func (disk) list(dir string) []string {
	entries, err := os.ReadDir(filepath.FromSlash(dir))
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// Bounds of what is read at once, in bytes. A printed page is some tens of kB of text; what is longer is something else.
const (
	maxPage     = 16 << 20
	maxRecords  = 512 << 20
	maxManifest = 16 << 20
)

// errTooLong is the error of a file that is longer than it may be.
var errTooLong = errors.New("too long")

// readAll reads r up to limit.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, fmt.Errorf("%w: more than %d MB, which is more than a page has", errTooLong, limit>>20)
	}
	return b, err
}

// readFile reads a file of a tree up to limit.
func readFile(t tree, name string, limit int64) ([]byte, error) {
	r, size, err := t.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if size > limit {
		return nil, fmt.Errorf("%w: %d MB, at most %d MB are read", errTooLong, size>>20, limit>>20)
	}
	return readAll(r, limit)
}
