package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
)

// A page of which nothing can be read makes no claim, and is kept all the same.
func TestDocumentWithoutClaims(t *testing.T) {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	doc := &kg.Document{ID: kg.MakeID("d", "x"), Reader: "1", Source: kg.Source{Name: "x.txt", Format: "page", Text: "余", Date: "2024-05-01"}}
	if _, err := s.Apply(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Apply(t.Context(), doc); err != nil || a.Unchanged != 1 {
		t.Errorf("again: %+v %v", a, err)
	}
	if faults, err := s.Verify(t.Context()); err != nil || len(faults) > 0 {
		t.Errorf("%q %v", faults, err)
	}
	if err := s.Remove(t.Context(), doc.ID); err != nil {
		t.Error(err)
	}
}
