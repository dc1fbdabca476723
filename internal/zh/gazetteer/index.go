package gazetteer

import (
	"sort"
	"strings"
)

// index is the names, sorted by code points, with a hash table over the first two of each: a position of a text costs one
// probe, and a narrowing search only where some name begins with its two characters.
type index struct {
	runes   []rune   // all names, one after the other
	starts  []uint32 // starts[n] begins name n in runes; one more than names
	cands   []Candidate
	firsts  []uint32 // firsts[n] begins name n's candidates; one more than names
	slots   []slot
	mask    uint32
	letters map[rune][]*Place
}

// slot maps two runes to the names that begin with them: from lo up to hi.
type slot struct {
	key    uint64
	lo, hi uint32
}

func decodeNames(rows string, places []Place) index {
	n := strings.Count(rows, "\n")
	x := index{
		runes: make([]rune, 0, len(rows)/3), starts: make([]uint32, 0, n+1),
		cands: make([]Candidate, 0, len(places)*5/4), firsts: make([]uint32, 0, n+1),
		letters: map[rune][]*Place{},
	}
	for rows != "" {
		var name, list string
		name, rows, _ = strings.Cut(rows, "\t")
		list, rows, _ = strings.Cut(rows, "\n")
		start, first := len(x.runes), len(x.cands)
		for _, r := range name {
			x.runes = append(x.runes, r)
		}
		for more := true; more; {
			var c string
			c, list, more = strings.Cut(list, ",")
			p := &places[number(c[1:])]
			if c[0] == 'l' {
				x.letters[x.runes[start]] = append(x.letters[x.runes[start]], p)
				continue
			}
			x.cands = append(x.cands, Candidate{p, form(c[0])})
		}
		if len(x.cands) == first || len(x.runes) < start+2 {
			x.runes, x.cands = x.runes[:start], x.cands[:first]
			continue
		}
		x.starts = append(x.starts, uint32(start))
		x.firsts = append(x.firsts, uint32(first))
	}
	x.starts = append(x.starts, uint32(len(x.runes)))
	x.firsts = append(x.firsts, uint32(len(x.cands)))
	x.hash()
	return x
}

func (x *index) hash() {
	size := uint32(1 << 16)
	x.slots, x.mask = make([]slot, size), size-1
	for n := 0; n < len(x.starts)-1; {
		k := pair(x.name(n))
		lo := n
		for n < len(x.starts)-1 && pair(x.name(n)) == k {
			n++
		}
		h := spread(k) & x.mask
		for x.slots[h].key != 0 {
			h = (h + 1) & x.mask
		}
		x.slots[h] = slot{k, uint32(lo), uint32(n)}
	}
}

func pair(r []rune) uint64 { return uint64(r[0])<<32 | uint64(r[1]) }

func spread(k uint64) uint32 { return uint32(k * 0x9E3779B97F4A7C15 >> 40) }

func (x *index) name(n int) []rune { return x.runes[x.starts[n]:x.starts[n+1]] }

func (x *index) candidates(n int) []Candidate {
	return x.cands[x.firsts[n]:x.firsts[n+1]:x.firsts[n+1]]
}

// each calls yield with every name that stands in text at i, the shortest first.
func (x *index) each(text []rune, i int, yield func(n, end int)) {
	lo, hi, ok := x.begin(text, i)
	for d := 2; ok && lo < hi; d++ {
		if len(x.name(lo)) == d {
			yield(lo, i+d)
			lo++
		}
		if i+d >= len(text) {
			return
		}
		r := text[i+d]
		lo += sort.Search(hi-lo, func(k int) bool { return x.name(lo + k)[d] >= r })
		hi = lo + sort.Search(hi-lo, func(k int) bool { return x.name(lo + k)[d] > r })
	}
}

func (x *index) begin(text []rune, i int) (lo, hi int, ok bool) {
	if i < 0 || i+1 >= len(text) {
		return 0, 0, false
	}
	k := pair(text[i:])
	for h := spread(k) & x.mask; x.slots[h].key != 0; h = (h + 1) & x.mask {
		if s := &x.slots[h]; s.key == k {
			return int(s.lo), int(s.hi), true
		}
	}
	return 0, 0, false
}

// exact is the candidates of a whole name.
func (x *index) exact(name []rune) []Candidate {
	var cs []Candidate
	x.each(name, 0, func(n, end int) {
		if end == len(name) {
			cs = x.candidates(n)
		}
	})
	return cs
}
