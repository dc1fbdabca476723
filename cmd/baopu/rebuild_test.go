package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

// before is a store in which lone articles have the ids that were made without their texts.
type before struct{ kg.Store }

func (b before) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	for _, d := range docs {
		a := d.Articles()[0]
		d.ID = kg.MakeIDOn("d", d.Source.Date, "record", d.Source.Publication, string(d.Source.Date), a.Page, a.Title)
		a.Document, d.Reader = d.ID, "10"
	}
	return b.Store.Apply(ctx, docs...)
}

// A store from before lone articles were known by their texts is only read; rebuilt it is that of a first load, but for what it lost, and
// that comes back with the next load.
func TestRebuildOfFormerIDs(t *testing.T) {
	dir := t.TempDir()
	file, path := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "s.db")
	const paper = `{"publication":"乌海日报","publicationPlace":"内蒙古自治区乌海市","publishedAt":"2025-01-10","page":"1",`
	lost := paper + `"title":"图片新闻","body":"1月9日，乌海市市长张建国到园区调研。"}` + "\n"
	rest := paper + `"title":"图片新闻","body":"市民在湖边看候鸟。"}` + "\n" + paper + `"title":"简讯","body":"乌海市召开会议。"}` + "\n"
	if err := os.WriteFile(file, []byte(lost+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	loadBefore(t, path, file)
	try := func(want int, args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), append(args[:1:1], append([]string{"--store", "sqlite:" + path}, args[1:]...)...), nil, nil, &stdout, &stderr); code != want {
			t.Fatalf("%q: exit code %d\n%s%s", args, code, stdout.String(), stderr.String())
		}
		return stdout.String() + stderr.String()
	}
	if said := try(exitFailed, "load", file); !strings.Contains(said, "baopu rebuild") {
		t.Error(said)
	}
	if said := try(exitOK, "rebuild"); !strings.Contains(said, "read 2 documents") {
		t.Error(said)
	}
	if said := try(exitOK, "load", file); !strings.Contains(said, "3 documents (2 unchanged)") || strings.Contains(said, "replaced") {
		t.Error(said)
	}
	loaded := try(exitOK, "export")
	path = filepath.Join(dir, "fresh.db")
	try(exitOK, "load", file)
	if fresh := try(exitOK, "export"); fresh != loaded {
		t.Errorf("not the graph of a first load:\n%s\n%s", loaded, fresh)
	}
}

// loadBefore loads file into a store at path that stays as a former version left it.
func loadBefore(t *testing.T, path, file string) {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loader.Load(t.Context(), before{s}, []string{file}, loader.Options{Batch: 1}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA user_version = 6"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
