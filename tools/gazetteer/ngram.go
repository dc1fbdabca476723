package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"path/filepath"
	"slices"
	"unicode"
)

// leastCount is how often a character, a pair or a triple of characters stands in the news that ngram counts.
const leastCount = 3

// behind is how often characters stand behind something.
type behind map[rune]int

// ngrams counts characters, pairs and triples of them in articles and writes those that stand three times and more, in the
// form that internal/zh/ngram describes: counts only, and of triples nothing longer.
func (g *generator) ngrams() error {
	single := behind{}
	pairs, triples := map[rune]behind{}, map[[2]rune]behind{}
	err := g.articles(func(text string) {
		var a, b rune // the two before, 0 where a paragraph begins
		for _, c := range text {
			if unicode.IsSpace(c) {
				if c == '\n' {
					a, b = 0, 0
				}
				continue
			}
			single[c]++
			if b != 0 {
				put(pairs, b, c)
			}
			if a != 0 {
				put(triples, [2]rune{a, b}, c)
			}
			a, b = b, c
		}
	})
	if err != nil {
		return err
	}
	return writeGzip(filepath.Join(g.out, "ngram/counts.bin.gz"), string(encodeCounts(single, pairs, triples)))
}

func put[K comparable](rows map[K]behind, row K, c rune) {
	if rows[row] == nil {
		rows[row] = behind{}
	}
	rows[row][c]++
}

func encodeCounts(single behind, pairs map[rune]behind, triples map[[2]rune]behind) []byte {
	var chars []rune
	for c, n := range single {
		if n >= leastCount {
			chars = append(chars, c)
		}
	}
	slices.SortFunc(chars, func(a, b rune) int { return cmp.Or(cmp.Compare(single[b], single[a]), cmp.Compare(a, b)) })
	number := map[rune]int{}
	out := binary.AppendUvarint(nil, uint64(len(chars)))
	for k, c := range chars {
		number[c] = k
		out = binary.AppendUvarint(out, uint64(c))
		out = binary.AppendUvarint(out, uint64(single[c]))
	}
	for _, a := range chars {
		out = appendRow(out, pairs[a], number, func(out []byte, b rune) []byte {
			return appendRow(out, triples[[2]rune{a, b}], number, func(out []byte, _ rune) []byte { return out })
		})
	}
	return out
}

// appendRow appends what stands behind something, and behind that what more appends.
func appendRow(out []byte, row behind, number map[rune]int, more func([]byte, rune) []byte) []byte {
	var next []rune
	for c, n := range row {
		if n >= leastCount {
			next = append(next, c)
		}
	}
	slices.SortFunc(next, func(a, b rune) int { return cmp.Compare(number[a], number[b]) })
	out = binary.AppendUvarint(out, uint64(len(next)))
	at := 0
	for _, c := range next {
		out = binary.AppendUvarint(out, uint64(number[c]-at))
		at = number[c]
		out = append(out, countByte(row[c]))
		out = more(out, c)
	}
	return out
}

// countByte is a count up to 127 as it is, a larger one by sixteenths of powers of e.
func countByte(n int) byte {
	if n <= 127 {
		return byte(n)
	}
	return byte(min(255, 127+math.Round(16*math.Log(float64(n)/127))))
}
