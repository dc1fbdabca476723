package wordlist

import "math/bits"

// bitmap is a set of codes that tells how many smaller ones it has (a rank directory).
type bitmap struct {
	blocks []block
	size   int
}

// block is 64 codes, and how many codes of the set stand before them.
type block struct {
	set  uint64
	rank uint32
}

// add adds a code greater than those before.
func (b *bitmap) add(c uint16) {
	for len(b.blocks) <= int(c)>>6 {
		b.blocks = append(b.blocks, block{rank: uint32(b.size)})
	}
	b.blocks[c>>6].set |= 1 << (c & 63)
	b.size++
}

// rank is how many codes of b are smaller than c, and whether c is one.
func (b *bitmap) rank(c uint16) (int, bool) {
	if int(c)>>6 >= len(b.blocks) {
		return 0, false
	}
	x := &b.blocks[c>>6]
	if x.set>>(c&63)&1 == 0 {
		return 0, false
	}
	return int(x.rank) + bits.OnesCount64(x.set&(1<<(c&63)-1)), true
}
