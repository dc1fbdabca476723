package statement_test

import (
	"sync"
	"testing"

	"github.com/baopu/baopu/internal/store/statement"
)

func TestCount(t *testing.T) {
	statement.Note(t.Context(), "nobody counts")
	ctx, c := statement.Count(t.Context())
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { statement.Note(ctx, "SELECT") })
	}
	wg.Wait()
	if c.N() != 10 || c.Texts()[9] != "SELECT" {
		t.Errorf("%d: %v", c.N(), c.Texts())
	}
}
