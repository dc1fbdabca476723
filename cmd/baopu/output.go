package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile has write fill the file at path. The file is there when all is written, in one step: until then what stood there
// stands, and it stays where write fails. A pipe or a device is written to as it is.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the link stays
	}
	mode := fs.FileMode(0o666) // less what the user's umask says
	var former fs.FileInfo
	switch info, err := os.Stat(path); {
	case err == nil && info.Mode().IsRegular():
		mode, former = info.Mode().Perm(), info
	case err == nil:
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	part := fmt.Sprintf("%s.%d.part", path, os.Getpid())
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync() // before its name says that it is there
	}
	if err == nil && former != nil {
		err = give(part, former)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return nil
}

// sqliteHead is how every store in a file begins.
const sqliteHead = "SQLite format 3\x00"

// holdsStore says whether the file at path is a store, or one of the files beside the store of url.
func holdsStore(path, url string) bool {
	if own, ok := sqlitePath(url); ok {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			if sameFile(path, own+suffix) {
				return true
			}
		}
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(sqliteHead))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, []byte(sqliteHead))
}

// sameFile says whether two paths lead to one file.
func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
