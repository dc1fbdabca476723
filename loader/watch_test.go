package loader_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/report"
)

// What comes into a watched folder, or changes there, is read; what was there isn't read again.
func TestWatch(t *testing.T) {
	g := newGraph(t)
	folder := write(t, map[string]string{"20240502-p1.txt": notice})
	dir := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, dir); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	loads := make(chan *report.Report)
	done := make(chan error, 1)
	go func() {
		done <- loader.Watch(ctx, g.Store, []string{dir}, loader.Options{}, loader.Watching{
			Quiet: 20 * time.Millisecond, Rescan: time.Hour,
			Loaded: func(rep *report.Report, err error) error {
				select {
				case loads <- rep:
				case <-ctx.Done():
				}
				return err
			},
		})
	}()
	documents := func(want int) {
		t.Helper()
		for got := 0; got < want; {
			select {
			case rep := <-loads:
				got += rep.Documents
			case <-ctx.Done():
				t.Fatalf("%d documents in a minute, want %d", got, want)
			}
		}
	}
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	documents(1)
	put("20240503-p1.txt", notice)
	documents(1)
	put("20240503-p1.txt", notice+"会议还研究了其他事项。\n")
	documents(1)
	if err := os.MkdirAll(filepath.Join(dir, "2024-05", "04"), 0o755); err != nil {
		t.Fatal(err)
	}
	put("2024-05/04/p1.txt", notice)
	documents(1)
	put("2024-05/baopu.yaml", "publication: 绍兴日报\n")
	documents(1)
	elsewhere := write(t, map[string]string{"20240505-p1.txt": notice})
	if err := os.Symlink(elsewhere, filepath.Join(dir, "linked")); err != nil {
		t.Fatal(err)
	}
	documents(1)
	if err := os.WriteFile(filepath.Join(elsewhere, "20240506-p1.txt"), []byte(notice), 0o600); err != nil {
		t.Fatal(err)
	}
	documents(1)
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestWatchRefuses(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": notice})
	enough := errors.New("enough")
	for path, want := range map[string]error{filepath.Join(dir, "a.txt"): kg.ErrInvalid, filepath.Join(dir, "none"): kg.ErrNotFound, dir: enough} {
		err := loader.Watch(t.Context(), &journal{}, []string{path}, loader.Options{}, loader.Watching{
			Quiet: time.Hour, Rescan: time.Hour, Loaded: func(*report.Report, error) error { return enough },
		})
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
}
