package kg_test

import (
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// The key of most documents counts, whatever the ids say; then the smallest id, then the smallest text.
func TestCompareRawKeys(t *testing.T) {
	keys := []kg.RawKey{{"p-1", "a", 1}, {"p-2", "b", 3}, {"p-3", "a", 3}, {"p-2", "a", 3}, {"p-0", "z", 2}}
	slices.SortFunc(keys, kg.CompareRawKeys)
	want := []kg.RawKey{{"p-2", "a", 3}, {"p-2", "b", 3}, {"p-3", "a", 3}, {"p-0", "z", 2}, {"p-1", "a", 1}}
	if !slices.Equal(keys, want) {
		t.Errorf("%v", keys)
	}
}
