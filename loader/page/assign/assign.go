package assign

import (
	"cmp"
	"math"
	"slices"
)

// MaxPairs is up to how many pairs the best assignment is found; no printed page has more. Beyond, the best pair is taken
// first, so that the time stays linear in a text that is no page.
const MaxPairs = 3000

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

// Best finds the one-to-one assignment of rows to columns with the greatest sum of gains (Hungarian algorithm with
// potentials, O(n² · m) for n of the fewer and m of the more). A pair with a gain of 0 or less is left apart: -1.
func Best(gain [][]float64) []int {
	rows := len(gain)
	if rows == 0 {
		return nil
	}
	cols := len(gain[0])
	switch {
	case rows*cols > MaxPairs:
		return greedy(gain)
	case rows > cols:
		return inverse(Best(transposed(gain)), rows)
	}
	out := make([]int, rows)
	var some []int // rows that have something to gain
	for i := range out {
		out[i] = -1
		if slices.Max(gain[i]) > 0 {
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return out
	}
	least := make([][]float64, len(some))
	for k, i := range some {
		least[k] = gain[i]
	}
	h := newHungarian(least)
	for k := range some {
		h.row(k + 1)
	}
	for j := 1; j <= cols; j++ {
		if k := h.match[j] - 1; k >= 0 && least[k][j-1] > 0 {
			out[some[k]] = j - 1
		}
	}
	return out
}

func transposed(gain [][]float64) [][]float64 {
	out := make([][]float64, len(gain[0]))
	for j := range out {
		out[j] = make([]float64, len(gain))
		for i := range gain {
			out[j][i] = gain[i][j]
		}
	}
	return out
}

// inverse is, for each of n columns of an assignment, its row, -1 for none.
func inverse(column []int, n int) []int {
	out := slices.Repeat([]int{-1}, n)
	for i, j := range column {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}

// align is assign where rows and columns come in one order: no pair crosses another one.
func align(gain [][]float64) []int {
	rows, cols := len(gain), len(gain[0])
	best := make([][]float64, rows+1) // of the rows and columns before
	for i := range best {
		best[i] = make([]float64, cols+1)
	}
	for i := range rows {
		for j := range cols {
			best[i+1][j+1] = max(best[i][j+1], best[i+1][j], best[i][j]+gain[i][j])
		}
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for i, j := rows, cols; i > 0 && j > 0; {
		switch best[i][j] {
		case best[i-1][j]:
			i--
		case best[i][j-1]:
			j--
		default:
			i, j = i-1, j-1
			out[i] = j
		}
	}
	return out
}

// strayLoss is what it costs a pair to stand out of the order that the others keep.
const strayLoss = 1.0

// InOrder is align, and then assign for what it left, whose gains it lowers by the loss.
func InOrder(gain [][]float64) []int {
	out := align(gain)
	var rows, cols []int
	taken := map[int]bool{}
	for i, j := range out {
		if taken[j] = true; j < 0 {
			rows = append(rows, i)
		}
	}
	for j := range gain[0] {
		if !taken[j] {
			cols = append(cols, j)
		}
	}
	if len(rows) == 0 || len(cols) == 0 {
		return out
	}
	rest := make([][]float64, len(rows))
	for r, i := range rows {
		rest[r] = make([]float64, len(cols))
		for c, j := range cols {
			rest[r][c] = gain[i][j] - strayLoss
		}
	}
	for r, c := range Best(rest) {
		if c >= 0 {
			out[rows[r]] = cols[c]
			gain[rows[r]][cols[c]] = rest[r][c]
		}
	}
	return out
}

// hungarian is the state of the algorithm; rows and columns count from 1. Every row has a column of its own worth nothing,
// behind the real ones, so that it may stay alone.
type hungarian struct {
	gain  [][]float64
	u, v  []float64 // potentials of rows and columns
	match []int     // by column: its row, 0 none
	way   []int     // by column: the column before it on the path
}

func newHungarian(gain [][]float64) *hungarian {
	n := len(gain)
	m := len(gain[0]) + n
	return &hungarian{gain: gain, u: make([]float64, n+1), v: make([]float64, m+1), match: make([]int, m+1), way: make([]int, m+1)}
}

func (h *hungarian) cost(i, j int) float64 {
	if row := h.gain[i-1]; j <= len(row) {
		return -max(row[j-1], 0)
	}
	return 0
}

// row finds the cheapest path that gives row i a column, and takes it.
func (h *hungarian) row(i int) {
	h.match[0] = i
	j := 0
	least, used := make([]float64, len(h.v)), make([]bool, len(h.v))
	for k := range least {
		least[k] = math.Inf(1)
	}
	for h.match[j] != 0 {
		used[j] = true
		j = h.nearest(j, least, used)
	}
	for j != 0 {
		before := h.way[j]
		h.match[j] = h.match[before]
		j = before
	}
}

// nearest is the unused column that is cheapest to reach by way of column j; the potentials are moved so that it costs
// nothing.
func (h *hungarian) nearest(j int, least []float64, used []bool) int {
	i, delta, next := h.match[j], math.Inf(1), 0
	for k := 1; k < len(h.v); k++ {
		if used[k] {
			continue
		}
		if c := h.cost(i, k) - h.u[i] - h.v[k]; c < least[k] {
			least[k], h.way[k] = c, j
		}
		if least[k] < delta {
			delta, next = least[k], k
		}
	}
	for k := range h.v {
		if used[k] {
			h.u[h.match[k]] += delta
			h.v[k] -= delta
		} else {
			least[k] -= delta
		}
	}
	return next
}
