// Package trie keeps a value for each word of a table of some hundred words, found by following a text character by
// character. For whole dictionaries see package wordlist.
package trie

import "github.com/baopu/baopu/internal/zh/bitmap"

// Trie is words with their values, as a Builder has made it. It is read-only. Nodes are numbered level by level, so that those
// that go on from one stand side by side (LOUDS): a table of thousands of words takes some ten kilobytes, and stays in a near cache.
type Trie[V any] struct {
	heads  bitmap.Set // the characters that words begin with
	runes  []rune     // by node, Root left out: the character that leads to it
	first  []Node     // by node: the first of those that go on from it, in the order of their characters; one more than nodes
	values []V        // by node
	ends   []bool     // by node: a word ends there
}

// Node is the words that share a beginning.
type Node uint16

// Root is all words: where a text is followed from. Nothing leads to it.
const Root Node = 0

// Next is the words of n that go on with r, Root where none does.
func (t *Trie[V]) Next(n Node, r rune) Node {
	if n == Root {
		k, ok := t.heads.Rank(uint32(r))
		if !ok {
			return Root
		}
		return Node(k + 1)
	}
	for k := t.first[n]; k < t.first[n+1] && t.runes[k-1] <= r; k++ {
		if t.runes[k-1] == r {
			return k
		}
	}
	return Root
}

// At is the value of the word that ends at n, false where none does.
func (t *Trie[V]) At(n Node) (v V, ok bool) {
	if !t.ends[n] {
		return v, false
	}
	return t.values[n], true
}

// Longest is the value and the end of the longest word that stands in text at i; false where none does.
func (t *Trie[V]) Longest(text []rune, i int) (v V, end int, ok bool) {
	n, last := Root, Root
	for j := i; j < len(text); j++ {
		if n = t.Next(n, text[j]); n == Root {
			break
		}
		if t.ends[n] {
			last, end = n, j+1
		}
	}
	if last == Root {
		return v, 0, false
	}
	return t.values[last], end, true
}

// LongestBefore is the value and the start of the longest word, put in reverse, with which text[:end] ends.
func (t *Trie[V]) LongestBefore(text []rune, end int) (v V, start int, ok bool) {
	n, last := Root, Root
	for i := end - 1; i >= 0; i-- {
		if n = t.Next(n, text[i]); n == Root {
			break
		}
		if t.ends[n] {
			last, start = n, i
		}
	}
	if last == Root {
		return v, 0, false
	}
	return t.values[last], start, true
}
