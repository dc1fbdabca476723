package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A file keeps what stood in it until all of the new is written, its mode, and the link that leads to it.
func TestWriteFile(t *testing.T) {
	gone := errors.New("gone")
	full := func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }
	half := func(w io.Writer) error { return errors.Join(full(w), gone) }
	for _, c := range []struct {
		name   string
		write  func(io.Writer) error
		err    error
		before string // "" for no file
		mode   fs.FileMode
		want   string
	}{
		{"there", full, nil, "old", 0o640, "new"},
		{"not there yet", full, nil, "", 0, "new"},
		{"broken off", half, gone, "old", 0o640, "old"},
		{"broken off, not there yet", half, gone, "", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			target, link := filepath.Join(dir, "graph.jsonl"), filepath.Join(dir, "link.jsonl")
			path := target
			if c.before != "" {
				if err := errors.Join(os.WriteFile(target, []byte(c.before), 0o600), os.Chmod(target, c.mode), os.Symlink("graph.jsonl", link)); err != nil {
					t.Fatal(err)
				}
				path = link
			}
			if err := writeFile(path, c.write); !errors.Is(err, c.err) {
				t.Errorf("got %v, want %v", err, c.err)
			}
			got, err := os.ReadFile(target)
			if string(got) != c.want || (err == nil) != (c.want != "") {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
			if info, err := os.Stat(target); c.before != "" && (err != nil || info.Mode().Perm() != c.mode) {
				t.Errorf("mode %v, %v, want %v", info.Mode(), err, c.mode)
			}
			if left, err := filepath.Glob(filepath.Join(dir, "*.part")); err != nil || len(left) > 0 {
				t.Errorf("left %v, %v", left, err)
			}
		})
	}
}
