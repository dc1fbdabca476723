package mention

import (
	"slices"
	"testing"
)

// The index answers what a walk through all spots does, also for spots that come after it was asked.
func TestSpotIndexIsAWalk(t *testing.T) {
	const length = 12
	rd := &reader{scratch: &scratch{}}
	rd.scratch.spots.reset(length)
	for _, more := range [][]spot{
		{{start: 0, end: 3}, {start: 0, end: 2, head: true}},
		{{start: 5, end: 8}, {start: 3, end: 8}, {start: 0, end: 3, head: true}},
		{{start: 5, end: 8}, {start: 10, end: 12}},
	} {
		rd.spots = append(rd.spots, more...)
		for at := range length + 1 {
			begins, ends := -1, []int(nil)
			for k, s := range rd.spots {
				if s.start == at && !s.head {
					begins = k
				}
				if s.end == at {
					ends = append([]int{k}, ends...)
				}
			}
			if got := rd.spotAt(at); got != begins {
				t.Errorf("spotAt(%d) is %d of %d, want %d", at, got, len(rd.spots), begins)
			}
			var got []int
			for s := range rd.spotsTo(at) {
				got = append(got, slices.IndexFunc(ends, func(k int) bool { return &rd.spots[k] == s }))
			}
			if !slices.Equal(got, places(len(ends))) {
				t.Errorf("spotsTo(%d) of %d: got %v of %v", at, len(rd.spots), got, ends)
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
