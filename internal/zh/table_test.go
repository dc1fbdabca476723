package zh

import "testing"

func TestTable(t *testing.T) {
	values := map[string]int{"市": 1, "我市": 2, "a": 3, "同志": 4}
	table := TableOf(values)
	for _, w := range []string{"", "a", "b", "ab", "市", "我市", "本市", "同志", "志", "𠮷"} {
		if got, want := table.At(w), values[w]; got != want {
			t.Errorf("%q: %d, want %d", w, got, want)
		}
	}
}
