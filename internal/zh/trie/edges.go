package trie

// edges is the steps from node to node in one hash table with open addressing: small enough for a near cache, which tables of
// a node each are not.
type edges struct {
	heads [1 << 10]uint64 // a bit for each character of the BMP: whether a step from Root goes on with it
	slots []edge          // a power of two, at most half of them used
	shift uint8           // of a hash of 32 bits
	used  int
}

// edge is one step: what goes on with r behind from is to. Where to is Root the slot is free.
type edge struct {
	r        rune
	from, to Node
}

// leastBits is how many bits tell the slots of the smallest table apart.
const leastBits = 6

func (e *edges) next(n Node, r rune) Node {
	if n == Root && r <= 0xFFFF && e.heads[r>>6]>>(r&63)&1 == 0 {
		return Root
	}
	if len(e.slots) == 0 {
		return Root
	}
	mask := uint32(len(e.slots) - 1)
	for h := e.hash(n, r); ; h++ {
		s := &e.slots[h&mask]
		if s.to == Root || s.r == r && s.from == n {
			return s.to
		}
	}
}

func (e *edges) hash(n Node, r rune) uint32 {
	return (uint32(r) ^ uint32(n)<<16) * 0x9E3779B1 >> e.shift
}

// add adds a step that isn't in yet.
func (e *edges) add(step edge) {
	if step.to == Root {
		panic("trie: more nodes than a Node can tell apart")
	}
	if step.from == Root && step.r <= 0xFFFF {
		e.heads[step.r>>6] |= 1 << (step.r & 63)
	}
	if e.used++; 2*e.used > len(e.slots) {
		e.grow()
	}
	e.put(step)
}

func (e *edges) grow() {
	old := e.slots
	if len(old) == 0 {
		e.slots, e.shift = make([]edge, 1<<leastBits), 32-leastBits
		return
	}
	e.slots = make([]edge, 2*len(old))
	e.shift--
	for _, s := range old {
		if s.to != Root {
			e.put(s)
		}
	}
}

func (e *edges) put(step edge) {
	h, mask := e.hash(step.from, step.r), uint32(len(e.slots)-1)
	for e.slots[h&mask].to != Root {
		h++
	}
	e.slots[h&mask] = step
}
