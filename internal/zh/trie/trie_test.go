package trie_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/baopu/baopu/internal/zh/trie"
)

// A trie holds what a map of the same words does, and finds the longest of them forwards and backwards.
func TestTrie(t *testing.T) {
	word := rapid.StringMatching(`[市省县区局厅部委会办𠮷一二三四五六七八九十]{1,4}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 0, 60).Draw(t, "words")
		text := []rune(rapid.StringMatching(`[市省县区局厅部委会办𠮷一二三四五六七八九十]{0,12}`).Draw(t, "text"))
		var ahead, behind trie.Builder[int]
		in := map[string]int{}
		for i, w := range words {
			*ahead.Put(w), *behind.PutReversed(w), in[w] = i, i, i
		}
		forward, backward := ahead.Trie(), behind.Trie()
		for i := range text {
			end, start := 0, -1
			for j := i + 1; j <= len(text); j++ {
				if _, ok := in[string(text[i:j])]; ok {
					end = j
				}
			}
			for j := i; j >= 0; j-- {
				if _, ok := in[string(text[j:i+1])]; ok {
					start = j
				}
			}
			v, to, ok := forward.Longest(text, i)
			if ok != (end > 0) || ok && (to != end || v != in[string(text[i:end])]) {
				t.Fatalf("at %d: %d to %d, %v, want the word to %d", i, v, to, ok, end)
			}
			v, from, ok := backward.LongestBefore(text, i+1)
			if ok != (start >= 0) || ok && (from != start || v != in[string(text[start:i+1])]) {
				t.Fatalf("before %d: %d from %d, %v, want the word from %d", i+1, v, from, ok, start)
			}
		}
	})
}
