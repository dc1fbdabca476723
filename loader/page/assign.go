package page

import (
	"cmp"
	"math"
	"slices"
)

// maxPairs is up to how many pairs the best assignment is found; no printed page has more. Beyond, the best pair is taken
// first, so that the time stays linear in a text that is no page.
const maxPairs = 3000

// greedy is assign with the best pair first.
func greedy(gain [][]float64) []int {
	type pair struct {
		gain float64
		i, j int
	}
	var pairs []pair
	out := make([]int, len(gain))
	for i := range gain {
		out[i] = -1
		for j, g := range gain[i] {
			if g > 0 {
				pairs = append(pairs, pair{g, i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.gain, a.gain) })
	taken := map[int]bool{}
	for _, p := range pairs {
		if out[p.i] < 0 && !taken[p.j] {
			out[p.i], taken[p.j] = p.j, true
		}
	}
	return out
}

// assign finds the one-to-one assignment of rows to columns with the greatest sum of gains (Hungarian algorithm with
// potentials, O(rows² · columns)). A pair with a gain of 0 or less is left apart: -1.
func assign(gain [][]float64) []int {
	rows := len(gain)
	if rows == 0 {
		return nil
	}
	cols := len(gain[0])
	if rows*cols > maxPairs {
		return greedy(gain)
	}
	// Every row gets a column of its own worth nothing, so that it may stay alone.
	cost := func(i, j int) float64 {
		if j < cols {
			return -math.Max(gain[i][j], 0)
		}
		return 0
	}
	n, m := rows, cols+rows
	u, v := make([]float64, n+1), make([]float64, m+1)
	match, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		least := make([]float64, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		used := make([]bool, m+1)
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0-1, j-1) - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			match[j0] = match[j1]
			j0 = j1
		}
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= cols; j++ {
		if i := match[j] - 1; i >= 0 && gain[i][j-1] > 0 {
			out[i] = j - 1
		}
	}
	return out
}
