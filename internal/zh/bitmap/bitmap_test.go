package bitmap_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/baopu/baopu/internal/zh/bitmap"
)

// A set ranks its numbers as a sorted list does, and has no others.
func TestRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Uint32Range(0, 300), 0, 80).Draw(t, "numbers")
		slices.Sort(list)
		list = slices.Compact(list)
		var s bitmap.Set
		for _, n := range list {
			s.Add(n)
		}
		for n := range uint32(400) {
			want, in := slices.BinarySearch(list, n)
			if rank, ok := s.Rank(n); ok != in || ok && rank != want {
				t.Fatalf("%d: %d, %v, want %d, %v", n, rank, ok, want, in)
			}
		}
	})
}
