package gazetteer

import "github.com/baopu/baopu/internal/zh/wordlist"

// Index is the names at every position of a text, looked up once for callers that ask again and again. The zero Index is empty
// and ready for Add.
type Index struct {
	g     *Gazetteer       // of all stretches
	names []wordlist.Found // with offsets of the whole text
	first []int32          // names[first[i]:first[i+1]] begin at i
}

// Reset empties x and keeps its room.
func (x *Index) Reset() { x.names, x.first = x.names[:0], x.first[:0] }

// Add indexes a stretch of a folded text (zh.Fold) that follows those added before, all of them for one gazetteer. No name runs over
// its end. Offsets count from the beginning of the first stretch.
func (x *Index) Add(g *Gazetteer, stretch []rune) {
	x.g = g
	if len(x.first) > 0 {
		x.first = x.first[:len(x.first)-1]
	}
	base, k := len(x.first), len(x.names)
	x.names = g.index.names.Scan(x.names, stretch)
	for i := range stretch {
		x.first = append(x.first, int32(k))
		for ; k < len(x.names) && int(x.names[k].Start) == i; k++ {
			x.names[k].Start += int32(base)
			x.names[k].End += int32(base)
		}
	}
	x.first = append(x.first, int32(k))
}

// at is the names that begin at i, the shortest first; none outside of what was added.
func (x *Index) at(i int) []wordlist.Found {
	if i < 0 || i+1 >= len(x.first) {
		return nil
	}
	return x.names[x.first[i]:x.first[i+1]]
}

// Named is Gazetteer.NamedFolded of the name from start to end.
func (x *Index) Named(start, end int) []Candidate {
	for _, w := range x.at(start) {
		if int(w.End) == end {
			return x.g.index.candidates(int(w.N))
		}
	}
	return nil
}

// Append appends to dst what Gazetteer.Matches yields at i.
func (x *Index) Append(dst []Match, i int) []Match {
	if len(x.at(i)) == 0 {
		return dst
	}
	f := finder{g: x.g, indexed: x}
	f.find(i)
	return append(dst, f.matches[:f.n]...)
}
