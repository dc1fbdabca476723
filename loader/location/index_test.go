package location

import (
	"slices"
	"testing"
)

// The index answers what a walk through all spots does, also for spots that come after it was asked.
func TestSpotIndexIsAWalk(t *testing.T) {
	const length = 12
	rd := &Reader{}
	rd.index.reset(length)
	for _, more := range [][]Spot{
		{{Start: 0, End: 3}, {Start: 0, End: 2, Head: true}},
		{{Start: 5, End: 8}, {Start: 3, End: 8}, {Start: 0, End: 3, Head: true}},
		{{Start: 5, End: 8}, {Start: 10, End: 12}},
	} {
		rd.Spots = append(rd.Spots, more...)
		for at := range length + 1 {
			begins, ends := -1, []int(nil)
			for k, s := range rd.Spots {
				if s.Start == at && !s.Head {
					begins = k
				}
				if s.End == at {
					ends = append([]int{k}, ends...)
				}
			}
			if got := rd.At(at); got != begins {
				t.Errorf("At(%d) is %d of %d, want %d", at, got, len(rd.Spots), begins)
			}
			var got []int
			for s := range rd.spotsTo(at) {
				got = append(got, slices.IndexFunc(ends, func(k int) bool { return &rd.Spots[k] == s }))
			}
			if !slices.Equal(got, places(len(ends))) {
				t.Errorf("spotsTo(%d) of %d: got %v of %v", at, len(rd.Spots), got, ends)
			}
		}
	}
}

// places is the first n numbers.
func places(n int) []int {
	var out []int
	for k := range n {
		out = append(out, k)
	}
	return out
}
