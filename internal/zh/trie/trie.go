// Package trie keeps a value for each word of a table of some hundred words, found by following a text character by
// character. For whole dictionaries see package wordlist.
package trie

import "slices"

// Trie is the words with their values. The zero Trie is an empty table. It is safe for reading by several goroutines once all
// words are in.
type Trie[V any] struct {
	edges  edges
	values []V
	ends   []bool // by node: a word ends there
}

// Node is the words that share a beginning. Root is those that share none: all.
type Node uint16

// Root is where a text is followed from.
const Root Node = 0

// Put is the value of a word, which is added where it isn't in yet. It is good until the next Put.
func (t *Trie[V]) Put(word string) *V { return t.put([]rune(word)) }

// PutReversed is Put of a word whose last character comes first, for LongestBefore.
func (t *Trie[V]) PutReversed(word string) *V {
	r := []rune(word)
	slices.Reverse(r)
	return t.put(r)
}

func (t *Trie[V]) put(word []rune) *V {
	if len(t.values) == 0 {
		t.values, t.ends = make([]V, 1), make([]bool, 1)
	}
	n := Root
	for _, r := range word {
		next := t.edges.next(n, r)
		if next == Root {
			next = Node(len(t.values))
			t.edges.add(edge{r, n, next})
			t.values, t.ends = append(t.values, *new(V)), append(t.ends, false)
		}
		n = next
	}
	t.ends[n] = true
	return &t.values[n]
}

// Next is the words of n that go on with r, Root where none does.
func (t *Trie[V]) Next(n Node, r rune) Node { return t.edges.next(n, r) }

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
		if n = t.edges.next(n, text[j]); n == Root {
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
		if n = t.edges.next(n, text[i]); n == Root {
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
