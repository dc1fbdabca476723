package read_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/read"
)

// TestGuard lets steps fail and panic.
func TestGuard(t *testing.T) {
	if err := read.Guard(func() error { return nil }); err != nil {
		t.Errorf("a good step: %v", err)
	}
	want := errors.New("no day")
	if err := read.Guard(func() error { return want }); !errors.Is(err, want) {
		t.Errorf("a step that fails: %v", err)
	}
	var none []int
	err := read.Guard(func() error { none[0] = 1; return nil })
	if err == nil || !strings.Contains(err.Error(), "index out of range") || !strings.Contains(err.Error(), "fault_test.go:") {
		t.Errorf("a step that panics: %v", err)
	}
}
