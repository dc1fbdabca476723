package read_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/baopu/baopu/loader/read"
)

// Goroutines that read the same articles at once, each in an order of its own, find what one by itself does. The race detector
// watches them.
func TestReadersBesideEachOther(t *testing.T) {
	all, _ := articles(t, []string{"../../testdata/gold/seed-page.gold.jsonl", "../../testdata/gold/own.gold.jsonl"})
	var want [][]string
	for _, a := range all {
		want = append(want, flat(read.Article(a)))
	}
	var readers sync.WaitGroup
	for k := range 4 {
		readers.Go(func() {
			for i := range all {
				at := (i + k*len(all)/4) % len(all)
				if got := flat(read.Article(all[at])); !slices.Equal(got, want[at]) {
					t.Errorf("%s: %v", all[at].ID, difference(want[at], got))
				}
			}
		})
	}
	readers.Wait()
}
