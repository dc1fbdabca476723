package location

import (
	"iter"

	"github.com/baopu/baopu/loader/lattice"
)

// index tells which spots begin and end at a position, so that asking for a name's neighbours takes no walk through all of them.
// Spots are only ever appended, at any time; the index catches up when it is asked.
type index struct {
	known  int     // how many spots are in it
	begins []int32 // by position: the last spot that begins there and is no head of a chain, and 1; 0 none
	ends   []int32 // by position: the last spot that ends there, and 1
	before []int32 // by spot: the one before it that ends where it does, and 1
}

// reset makes room for the spots of a text of n characters.
func (x *index) reset(n int) {
	x.known, x.before = 0, x.before[:0]
	x.begins, x.ends = lattice.Sized(x.begins, n+1), lattice.Sized(x.ends, n+1)
	clear(x.begins)
	clear(x.ends)
}

func (x *index) catchUp(spots []Spot) {
	for ; x.known < len(spots); x.known++ {
		s := &spots[x.known]
		if !s.Head {
			x.begins[s.Start] = int32(x.known + 1)
		}
		x.before = append(x.before, x.ends[s.End])
		x.ends[s.End] = int32(x.known + 1)
	}
}

// At is the index of the spot that starts at a token's start, -1 none.
func (rd *Reader) At(start int) int {
	x := &rd.index
	x.catchUp(rd.Spots)
	return int(x.begins[start]) - 1
}

// spotsTo is the spots that end at a position.
func (rd *Reader) spotsTo(end int) iter.Seq[*Spot] {
	x := &rd.index
	x.catchUp(rd.Spots)
	return func(yield func(*Spot) bool) {
		for k := x.ends[end]; k > 0 && yield(&rd.Spots[k-1]); k = x.before[k-1] {
		}
	}
}
