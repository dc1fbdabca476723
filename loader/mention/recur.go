package mention

import "github.com/baopu/baopu/loader/lattice"

// recurrence tells where pairs of characters stand in an article: a table of chains by their hash. It is made once an article, so
// that asking for each name where else it stands takes no walk through the text for each.
type recurrence struct {
	head []int32 // by hash: where the last pair of it stands, and 1; 0 none
	next []int32 // by position: the one before of the same hash, and 1
	bits int
}

// index finds the pairs of text, in x's room.
func (x *recurrence) index(text []rune) {
	x.bits = 6
	for 1<<x.bits < len(text) {
		x.bits++
	}
	x.head, x.next = lattice.Sized(x.head, 1<<x.bits), lattice.Sized(x.next, len(text))
	clear(x.head)
	for i := 0; i+1 < len(text); i++ {
		h := x.hash(text[i], text[i+1])
		x.next[i], x.head[h] = x.head[h], int32(i+1)
	}
}

func (x *recurrence) hash(a, b rune) uint32 {
	return (uint32(a)<<16 ^ uint32(b)) * 0x9E3779B1 >> (32 - x.bits)
}

// each calls yield with every position of text where w, of two characters or more, stands; the last first.
func (x *recurrence) each(text, w []rune, yield func(i int) bool) {
	for k := x.head[x.hash(w[0], w[1])]; k > 0; k = x.next[k-1] {
		i := int(k - 1)
		if i+len(w) <= len(text) && text[i] == w[0] && string(text[i:i+len(w)]) == string(w) && !yield(i) {
			return
		}
	}
}
