package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/storetest"
)

func open(t *testing.T) kg.Store {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, open)
}

func TestLedger(t *testing.T) { storetest.RunLedger(t, open) }
