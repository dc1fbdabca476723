package pagescore

// matched is how many runes of a and b stand in common blocks, in order: the sum of the matching blocks that Ratcliff and
// Obershelp's algorithm finds (Python's difflib.SequenceMatcher without junk).
func matched(a, b []rune) int {
	where := map[rune][]int{}
	for j, r := range b {
		where[r] = append(where[r], j)
	}
	type span struct{ alo, ahi, blo, bhi int }
	spans := []span{{0, len(a), 0, len(b)}}
	sum := 0
	for len(spans) > 0 {
		s := spans[len(spans)-1]
		spans = spans[:len(spans)-1]
		i, j, n := longest(a, where, s.alo, s.ahi, s.blo, s.bhi)
		if n == 0 {
			continue
		}
		sum += n
		spans = append(spans, span{s.alo, i, s.blo, j}, span{i + n, s.ahi, j + n, s.bhi})
	}
	return sum
}

// longest finds the longest common block, the first of several.
func longest(a []rune, where map[rune][]int, alo, ahi, blo, bhi int) (i, j, n int) {
	i, j = alo, blo
	run := map[int]int{}
	for k := alo; k < ahi; k++ {
		next := map[int]int{}
		for _, at := range where[a[k]] {
			if at < blo {
				continue
			}
			if at >= bhi {
				break
			}
			size := run[at-1] + 1
			next[at] = size
			if size > n {
				i, j, n = k-size+1, at-size+1, size
			}
		}
		run = next
	}
	return i, j, n
}
