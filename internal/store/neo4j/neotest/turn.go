package neotest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
)

// turn is whose the server is: the tests' of one process that have taken it and not ended yet.
type turn struct {
	mu    sync.Mutex
	tests int
	lock  *os.File
}

var server turn

// take waits until no other process's test uses the server, and keeps it until t ends.
func (u *turn) take(t testing.TB) {
	t.Helper()
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.tests == 0 {
		lock, err := queue()
		if err != nil {
			t.Fatalf("lock of the server for tests: %v", err)
		}
		u.lock = lock
	}
	u.tests++
	t.Cleanup(func() { u.leave(t) })
}

func (u *turn) leave(t testing.TB) {
	t.Helper()
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.tests--; u.tests > 0 {
		return
	}
	if err := u.lock.Close(); err != nil {
		t.Errorf("leave the server for tests: %v", err)
	}
}

// queue is the lock of the server. Who waits for it holds the lock of the queue's head meanwhile, so that nobody takes the server twice
// while others wait.
func queue() (*os.File, error) {
	head, err := locked("next")
	if err != nil {
		return nil, err
	}
	lock, err := locked("now")
	return lock, errors.Join(err, head.Close())
}

// locked is a file of the server's, locked until it is closed.
func locked(what string) (*os.File, error) {
	name := sha256.Sum256([]byte(os.Getenv(Variable)))
	f, err := os.OpenFile(filepath.Join(os.TempDir(), fmt.Sprintf("baopu-test-neo4j-%x-%s.lock", name[:6], what)), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
