// Package bitmap is a set of small numbers, such as characters, that tells how many smaller ones it has: what is known of each
// lies in an array without gaps, and most of what isn't in the set is told by one bit.
package bitmap

import "math/bits"

// Set is the numbers. The zero Set is empty and ready for Add.
type Set struct {
	blocks []block
	size   int
}

// block is 64 numbers, and how many of the set stand before them (a rank directory).
type block struct {
	set  uint64
	rank uint32
}

// Add adds a number greater than those before.
func (s *Set) Add(n uint32) {
	for uint32(len(s.blocks)) <= n>>6 {
		s.blocks = append(s.blocks, block{rank: uint32(s.size)})
	}
	s.blocks[n>>6].set |= 1 << (n & 63)
	s.size++
}

// Rank is how many numbers of s are smaller than n, which is one; false if it is none.
func (s *Set) Rank(n uint32) (int, bool) {
	if n>>6 >= uint32(len(s.blocks)) {
		return 0, false
	}
	b := &s.blocks[n>>6]
	if b.set>>(n&63)&1 == 0 {
		return 0, false
	}
	return int(b.rank) + bits.OnesCount64(b.set&(1<<(n&63)-1)), true
}
