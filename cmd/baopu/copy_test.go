package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

// aged is a store that an older version of the reader writes to.
type aged struct{ kg.Store }

func (a aged) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	for _, d := range docs {
		d.Reader = "0"
		d.Claims = d.Claims[:len(d.Claims)-1] // it read less
	}
	return a.Store.Apply(ctx, docs...)
}

// What other rules have read can't be copied to the same graph: the texts are, and the new store is sound and today's.
func TestCopyOfWhatOtherRulesRead(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, sample.Name)
	for name, text := range map[string]string{file: sample.Page, filepath.Join(dir, sample.ManifestName): string(sample.Manifest)} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	old := "sqlite:" + filepath.Join(dir, "old.db")
	s, err := store.Open(t.Context(), old)
	if err != nil {
		t.Fatal(err)
	}
	if rep, err := loader.Load(t.Context(), aged{s}, []string{file}, loader.Options{}); err != nil || rep.Documents != 1 {
		t.Fatalf("%+v, %v", rep, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--to", "sqlite:" + filepath.Join(dir, "new.db")}, "other rules had read 1 of the documents: "},
		{[]string{"--to", "sqlite:" + filepath.Join(dir, "new.db"), "--resume"}, "read 1 document (1 unchanged), 0 articles"},
		{[]string{"--from", "sqlite:" + filepath.Join(dir, "new.db"), "--to", "sqlite:" + filepath.Join(dir, "newer.db")}, "the exports of both stores are equal"},
	} {
		var stdout, stderr bytes.Buffer
		args := append([]string{"copy", "--store", old}, c.args...)
		if code := run(t.Context(), args, nil, nil, &stdout, &stderr); code != exitOK || !strings.Contains(stdout.String(), c.want) {
			t.Errorf("%q: exit code %d\n%s%s", args, code, stdout.String(), stderr.String())
		}
	}
}
