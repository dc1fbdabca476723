package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user who owns nothing, and has none of root's powers over files.
const nobody = 65534

// A data folder that can't be written is said in one line, and nothing in it is changed.
func TestReadOnlyFolder(t *testing.T) {
	page := filepath.Join(t.TempDir(), "20240501.txt")
	if err := os.WriteFile(page, []byte("全市会议召开\n\n本报讯 昨日，市委召开会议，研究部署工作。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	full := filepath.Join(folder, "full")
	if out, code := asUser(t, os.Geteuid(), "load", "--data", full, page); code != exitOK {
		t.Fatalf("%d: %s", code, out)
	}
	before, err := os.ReadFile(filepath.Join(full, storeFile))
	if err != nil {
		t.Fatal(err)
	}
	user := os.Geteuid()
	if user == 0 {
		user = nobody
	}
	chmod(t, 0o755, filepath.Dir(page), filepath.Dir(folder)) // everybody may come this far
	chmod(t, 0o444, filepath.Join(full, storeFile))
	chmod(t, 0o555, full, folder)
	defer chmod(t, 0o755, full, folder)
	for name, data := range map[string]string{"a folder to be made": filepath.Join(folder, "new"), "an empty one": folder, "one with a store": full} {
		out, code := asUser(t, user, "load", "--data", data, page)
		if code != exitFailed || strings.Count(out, "\n") != 1 || !strings.Contains(out, data) {
			t.Errorf("%s: exit code %d: %s", name, code, out)
		}
	}
	after, err := os.ReadFile(filepath.Join(full, storeFile))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the store was changed: %v", err)
	}
}

func chmod(t *testing.T, mode os.FileMode, paths ...string) {
	t.Helper()
	for _, p := range paths {
		if err := os.Chmod(p, mode); err != nil {
			t.Fatal(err)
		}
	}
}

// asUser runs the command on a thread that reaches files as another user does; the thread dies with it.
func asUser(t *testing.T, uid int, args ...string) (said string, code int) {
	t.Helper()
	var out bytes.Buffer
	done := make(chan int)
	go func() {
		runtime.LockOSThread() // and never unlocked
		if uid != os.Geteuid() {
			if err := syscall.Setfsuid(uid); err != nil {
				t.Error(err)
			}
		}
		done <- run(t.Context(), args, nil, strings.NewReader(""), &bytes.Buffer{}, &out)
	}()
	code = <-done
	return out.String(), code
}
