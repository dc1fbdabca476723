package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/loader"
)

// failing is a store that breaks off after so many transactions.
type failing struct {
	kg.Store
	left int
}

var errBroken = errors.New("broken off")

func (f *failing) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	if f.left == 0 {
		return kg.Applied{}, errBroken
	}
	f.left--
	return f.Store.Apply(ctx, docs...)
}

// A graph with judgements goes from a file into a server, where the copy breaks off once, and back into another file: all
// three are equal, byte for byte, and sound.
func TestCopyToAServerAndBack(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	p := newPair(t, url)
	file, server := p.stores[0], p.stores[1]
	if _, err := loader.Load(t.Context(), file, records(t, unchanged), loader.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, j := range p.judgements() {
		if _, err := file.Judge(t.Context(), j); err != nil {
			t.Fatal(err)
		}
	}
	o := loader.Options{Batch: 3}
	if _, err := loader.Rebuild(t.Context(), file, &failing{server, 4}, o); !errors.Is(err, errBroken) {
		t.Fatalf("the copy didn't break off: %v", err)
	}
	begun := p.count(server)
	rep, err := loader.Rebuild(t.Context(), file, server, o)
	if err != nil || begun == 0 || rep.Unchanged != begun || rep.Documents != p.count(file) {
		t.Fatalf("after %d documents: %+v, %v", begun, rep, err)
	}
	p.equal("a copy into the server")
	p.sound()
	back, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "back.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if _, err := loader.Rebuild(t.Context(), server, back, o); err != nil {
		t.Fatal(err)
	}
	if lines, err := export.Compare(t.Context(), file, back); err != nil || lines < 100 {
		t.Errorf("there and back: %d lines, %v", lines, err)
	}
}

func (p *pair) count(s kg.Store) int {
	p.Helper()
	stats, err := s.Stats(context.Background())
	if err != nil {
		p.Fatal(err)
	}
	return stats.Documents
}
