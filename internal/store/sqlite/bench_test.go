package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/storetest"
)

func BenchmarkStore(b *testing.B) {
	storetest.Bench(b, func(b *testing.B) kg.Store {
		s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "store.db"))
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() {
			if err := s.Close(); err != nil {
				b.Error(err)
			}
		})
		return s
	})
}
