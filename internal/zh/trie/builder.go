package trie

import (
	"math"
	"slices"
)

// Builder collects the words of a Trie. The zero Builder is empty and ready for Put.
type Builder[V any] struct{ words map[string]*V }

// Put is the value of a word of at least one character, which is added where it isn't in yet.
func (b *Builder[V]) Put(word string) *V {
	if b.words == nil {
		b.words = map[string]*V{}
	}
	v := b.words[word]
	if v == nil {
		v = new(V)
		b.words[word] = v
	}
	return v
}

// PutReversed is Put of a word whose last character comes first, for LongestBefore.
func (b *Builder[V]) PutReversed(word string) *V {
	r := []rune(word)
	slices.Reverse(r)
	return b.Put(string(r))
}

// stretch is the words of a node among all words in order: they share their first depth characters.
type stretch struct{ lo, hi, depth int }

// Trie is the words put so far. It panics if they have more beginnings than a Node can tell apart.
func (b *Builder[V]) Trie() *Trie[V] {
	words := make([][]rune, 0, len(b.words))
	for w := range b.words {
		words = append(words, []rune(w))
	}
	slices.SortFunc(words, slices.Compare[[]rune])
	t := &Trie[V]{}
	nodes := []stretch{{0, len(words), 0}}
	for n := 0; n < len(nodes); n++ {
		s := nodes[n]
		var value V
		ends := s.lo < s.hi && len(words[s.lo]) == s.depth
		if ends {
			value = *b.words[string(words[s.lo])]
			s.lo++
		}
		t.values, t.ends, t.first = append(t.values, value), append(t.ends, ends), append(t.first, Node(len(nodes)))
		for s.lo < s.hi {
			r, lo := words[s.lo][s.depth], s.lo
			for s.lo < s.hi && words[s.lo][s.depth] == r {
				s.lo++
			}
			nodes, t.runes = append(nodes, stretch{lo, s.lo, s.depth + 1}), append(t.runes, r)
			if n == int(Root) {
				t.heads.Add(uint32(r))
			}
		}
	}
	if len(nodes) > math.MaxUint16 {
		panic("trie: more nodes than can be numbered")
	}
	t.first = append(t.first, Node(len(nodes)))
	return t
}
