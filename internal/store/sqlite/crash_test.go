package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/storetest"
)

// crashEnv names the store that a copy of the test binary is to load.
const crashEnv = "BAOPU_TEST_CRASH"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashEnv); path != "" {
		loadForEver(path)
	}
	storetest.RandomRuns(25)
	storetest.Thorough = true
	os.Exit(m.Run())
}

// loadForEver applies documents one after another, replaces the first ones now and then, and prints each one's id when it
// is acknowledged.
func loadForEver(path string) {
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	docs := storetest.Generate(5, 2000)
	for i := 0; ; i++ {
		d := docs[i%len(docs)]
		if i%7 == 6 {
			d = docs[i%5]
			d.Reader = fmt.Sprint("again ", i)
		}
		if _, err := s.Apply(context.Background(), d); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println(d.ID)
	}
}

// A loader that is killed leaves every document that was acknowledged, whole, and a sound store; the next one goes on.
func TestKilledLoader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	acknowledged := map[kg.ID]bool{}
	for _, lines := range []int{1, 17, 40} {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), crashEnv+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := bufio.NewScanner(out)
		for n := 0; n < lines && said.Scan(); n++ {
			acknowledged[kg.ID(said.Text())] = true
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for said.Scan() { // what it said before it died
			acknowledged[kg.ID(said.Text())] = true
		}
		_ = cmd.Wait() // it was killed
		checkSurvivors(t, path, acknowledged)
	}
}

func checkSurvivors(t *testing.T, path string, acknowledged map[kg.ID]bool) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	there := map[kg.ID]bool{}
	err = s.Sources(t.Context(), kg.SourceQuery{}, func(id kg.ID, _ string, _ kg.Source) error {
		there[id] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for id := range acknowledged {
		if !there[id] {
			t.Errorf("%s was acknowledged and is gone", id)
		}
	}
	if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("verify: %v, %v", wrong, err)
	}
}

// A write that is cancelled while it begins leaves the connection ready for the next.
func TestCancelledWhileItBegins(t *testing.T) {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range 3000 {
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			for range i % 100 * 10 {
				_ = ctx.Err()
			}
			cancel()
		}()
		_ = s.Remove(ctx, "d-none") // not found or cancelled
		cancel()
		if err := s.Remove(t.Context(), "d-none"); !errors.Is(err, kg.ErrNotFound) {
			t.Fatalf("after %d: %v", i, err)
		}
	}
}
