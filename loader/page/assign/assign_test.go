package assign

import (
	"math/rand/v2"
	"testing"
)

// TestAssign compares the gain of an assignment with the best of all, for more rows than columns and for fewer.
func TestAssign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		gain := make([][]float64, 1+r.IntN(5))
		for i, cols := 0, 1+r.IntN(5); i < len(gain); i++ {
			gain[i] = make([]float64, cols)
			for j := range gain[i] {
				gain[i][j] = r.Float64()*4 - 1
			}
		}
		sum, taken := 0.0, map[int]bool{}
		for i, j := range Best(gain) {
			if j < 0 {
				continue
			}
			if taken[j] || gain[i][j] <= 0 {
				t.Fatalf("row %d takes column %d of %v", i, j, gain)
			}
			sum, taken[j] = sum+gain[i][j], true
		}
		if best := bestSum(gain, 0, map[int]bool{}); sum < best-1e-9 {
			t.Errorf("%f for %f of %v", sum, best, gain)
		}
	}
}

// bestSum tries all assignments of the rows from i on to columns that aren't taken.
func bestSum(gain [][]float64, i int, taken map[int]bool) float64 {
	if i == len(gain) {
		return 0
	}
	best := bestSum(gain, i+1, taken)
	for j, g := range gain[i] {
		if g > 0 && !taken[j] {
			taken[j] = true
			best = max(best, g+bestSum(gain, i+1, taken))
			taken[j] = false
		}
	}
	return best
}

func TestAlign(t *testing.T) {
	gain := [][]float64{{1, 3, 0}, {3, 1, 0}, {-1, -1, 2}}
	if got := align(gain); got[0] != 1 || got[1] != -1 || got[2] != 2 {
		t.Errorf("in order: %v", got)
	}
	gain[1][0] = 5
	if got := InOrder(gain); got[1] != 0 || got[2] != 2 {
		t.Errorf("mostly in order: %v", got)
	}
}
