// Package trie keeps a value for each word of a table of some hundred words, found by following a text character by
// character. For whole dictionaries see package wordlist.
package trie

import "slices"

// Node is the words that share a beginning. The zero Node is an empty table. It is safe for reading by several goroutines
// once all words are in.
type Node[V any] struct {
	Value V    // of the word that ends here
	Ends  bool // a word ends here
	runes []rune
	nodes []*Node[V] // by place of their rune in runes
	wide  []uint16   // where there are many: by rune, its place in nodes and 1; 0 none
}

// many is from how many nodes on a table costs less than looking through them.
const many = 12

// Put is the value of a word, which is added where it isn't in yet.
func (n *Node[V]) Put(word string) *V { return n.put([]rune(word)) }

// PutReversed is Put of a word whose last character comes first, for LongestBefore.
func (n *Node[V]) PutReversed(word string) *V {
	r := []rune(word)
	slices.Reverse(r)
	return n.put(r)
}

func (n *Node[V]) put(word []rune) *V {
	for _, r := range word {
		m := n.Next(r)
		if m == nil {
			m = &Node[V]{}
			n.runes, n.nodes = append(n.runes, r), append(n.nodes, m)
			n.widen()
		}
		n = m
	}
	n.Ends = true
	return &n.Value
}

// widen keeps the table true, once there are many nodes. A rune beyond its reach is looked for one by one.
func (n *Node[V]) widen() {
	if len(n.runes) < many {
		return
	}
	for i, r := range n.runes {
		if r > 0xFFFF {
			continue
		}
		if int(r) >= len(n.wide) {
			n.wide = append(n.wide, make([]uint16, int(r)+1-len(n.wide))...)
		}
		n.wide[r] = uint16(i + 1)
	}
}

// Next is the words that go on with r, nil where none does. Of a nil Node it is nil.
func (n *Node[V]) Next(r rune) *Node[V] {
	if n == nil {
		return nil
	}
	if len(n.runes) >= many && r <= 0xFFFF {
		if int(r) < len(n.wide) && n.wide[r] > 0 {
			return n.nodes[n.wide[r]-1]
		}
		return nil
	}
	for i, x := range n.runes {
		if x == r {
			return n.nodes[i]
		}
	}
	return nil
}

// Longest is the value and the end of the longest word that stands in text at i; false where none does.
func (n *Node[V]) Longest(text []rune, i int) (v V, end int, ok bool) {
	for j := i; j < len(text); j++ {
		if n = n.Next(text[j]); n == nil {
			break
		}
		if n.Ends {
			v, end, ok = n.Value, j+1, true
		}
	}
	return v, end, ok
}

// LongestBefore is the value and the start of the longest word, put in reverse, with which text[:end] ends.
func (n *Node[V]) LongestBefore(text []rune, end int) (v V, start int, ok bool) {
	for i := end - 1; i >= 0; i-- {
		if n = n.Next(text[i]); n == nil {
			break
		}
		if n.Ends {
			v, start, ok = n.Value, i, true
		}
	}
	return v, start, ok
}
