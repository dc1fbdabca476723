package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/sqlite"
	"github.com/baopu/baopu/internal/store/storetest"
)

// foreign makes a database by hand.
func foreign(t *testing.T, statements ...string) string {
	path := filepath.Join(t.TempDir(), "x.db")
	alter(t, path, statements...)
	return path
}

// alter runs statements on a database behind the store's back.
func alter(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func text(t *testing.T, content string) string {
	path := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What isn't ours is refused, and stays as it was, byte for byte.
func TestOpenRefusesOthersFiles(t *testing.T) {
	for _, c := range []struct {
		name, path string
	}{
		{"another application", foreign(t, "PRAGMA application_id = 7", "CREATE TABLE t (x)")},
		{"no application at all", foreign(t, "CREATE TABLE document (id)")},
		{"a newer version", foreign(t, fmt.Sprintf("PRAGMA application_id = %d", 0x42616f70), "PRAGMA user_version = 999", "CREATE TABLE t (x)")},
		{"no database", text(t, "乌海日报\n第一版，这不是数据库。这不是数据库。这不是数据库。这不是数据库。")},
		{"a short file", text(t, "x")},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, err := os.ReadFile(c.path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := sqlite.Open(t.Context(), c.path); !errors.Is(err, kg.ErrConflict) {
				t.Errorf("got %v, want %v", err, kg.ErrConflict)
			}
			after, err := os.ReadFile(c.path)
			if err != nil || !cmp.Equal(before, after) {
				t.Errorf("the file changed, %v", err)
			}
			if files, err := os.ReadDir(filepath.Dir(c.path)); err != nil || len(files) != 1 {
				t.Errorf("files beside it: %v, %v", files, err)
			}
		})
	}
}

func TestOpenEmptyFile(t *testing.T) {
	path := text(t, "")
	for range 2 {
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenFolderThatIsAFile(t *testing.T) {
	if _, err := sqlite.Open(t.Context(), filepath.Join(text(t, "x"), "y.db")); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("got %v, want %v", err, kg.ErrUnavailable)
	}
	if _, err := sqlite.Open(t.Context(), t.TempDir()); err == nil {
		t.Error("a folder was opened as a file")
	}
}

// Two stores on one file are two processes to SQLite: they take turns, and each sees what the other did.
func TestTwoStoresOnOneFile(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	path := filepath.Join(t.TempDir(), "store.db")
	docs := storetest.Generate(3, 24)
	var stores [2]*sqlite.Store
	for i := range stores {
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		stores[i] = s
	}
	done := make(chan error)
	for i, s := range stores {
		go func() {
			var err error
			for j := i; j < len(docs) && err == nil; j += 2 {
				_, err = s.Apply(context.Background(), docs[j])
			}
			done <- err
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	for i, s := range stores {
		stats, err := s.Stats(t.Context())
		wrong, err2 := s.Verify(t.Context())
		if err != nil || err2 != nil || len(wrong) > 0 || stats.Documents != len(docs) || stats.Seq != int64(len(docs)) {
			t.Errorf("store %d: %+v, %v, %v, %v", i, stats, err, wrong, err2)
		}
	}
}

// Who opens a store to read waits for no writer, however long its transaction takes.
func TestOpenWhileAnotherWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	first, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if _, err := first.Apply(t.Context(), storetest.Generate(1, 3)...); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	writer, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second) // less than a writer waits for another
	defer cancel()
	second, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if stats, err := second.Stats(ctx); err != nil || stats.Documents != 3 {
		t.Errorf("%d documents, %v", stats.Documents, err)
	}
}

// A kind that the file hasn't yet gets its table, and a field its column, when the file is opened.
func TestOpenAddsWhatIsMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	docs := storetest.Generate(3, 5)
	change := func(fn func(*sqlite.Store) error) {
		t.Helper()
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(fn(s), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	change(func(*sqlite.Store) error { return nil })
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{`DROP TABLE "e_SIGNED_AT"`, `DROP TABLE "n_Agreement"`, `ALTER TABLE "n_Person" DROP COLUMN ethnicity`, `DELETE FROM kind WHERE name = 'SIGNED_AT'`} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	change(func(s *sqlite.Store) error {
		_, err := s.Apply(t.Context(), docs...)
		wrong, err2 := s.Verify(t.Context())
		if len(wrong) > 0 {
			t.Error(wrong)
		}
		return errors.Join(err, err2)
	})
}

// A file that keeps edges in other orders than the schema table has is brought to these, once.
func TestOpenOtherOrders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	docs := storetest.Generate(3, 12)
	within(t, path, func(s *sqlite.Store) {
		if _, err := s.Apply(t.Context(), docs...); err != nil {
			t.Fatal(err)
		}
	})
	alter(t, path, `UPDATE adjacency SET sort = (SELECT lastDate || '~' FROM "e_HOLDS" e WHERE e.id = fact) WHERE slot % 16 < 2 AND fact IN (SELECT id FROM "e_HOLDS")`,
		`DELETE FROM adjacency WHERE slot % 16 > 3 AND fact IN (SELECT id FROM "e_HOLDS")`, "ALTER TABLE kind DROP COLUMN orders", "PRAGMA user_version = 7")
	within(t, path, func(s *sqlite.Store) {
		if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("%v, %v", wrong, err)
		}
	})
	alter(t, path, `DELETE FROM adjacency WHERE fact IN (SELECT id FROM "e_HOLDS")`, "UPDATE kind SET orders = 'lastDate' WHERE name = 'PARTY_TO'")
	within(t, path, func(s *sqlite.Store) {
		if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) == 0 {
			t.Errorf("orders that the file has were made anew: %v", err)
		}
		if _, err := s.Apply(t.Context(), storetest.Generate(4, 1)...); err != nil {
			t.Error(err)
		}
	})
}

// Verify finds what is wrong, wherever it is.
func TestVerifyFinds(t *testing.T) {
	for _, damage := range []string{
		`UPDATE "n_Person" SET articleCount = articleCount + 1`,
		`UPDATE "n_Place" SET refs = refs + 1`,
		`UPDATE "n_Article" SET text = text || '。'`,
		`DELETE FROM "n_Event" WHERE id = (SELECT min(id) FROM "n_Event")`,
		`UPDATE "e_HOLDS" SET status = 'former'`,
		`DELETE FROM "e_MENTIONS" WHERE id = (SELECT min(id) FROM "e_MENTIONS")`,
		`DELETE FROM adjacency WHERE fact = (SELECT min(fact) FROM adjacency)`,
		`UPDATE adjacency SET far = node WHERE fact = (SELECT max(fact) FROM adjacency)`,
		`UPDATE proof SET confidence = 1 WHERE subject = (SELECT min(subject) FROM proof)`,
		`DELETE FROM proof WHERE subject = (SELECT max(subject) FROM proof)`,
		`UPDATE raw SET n = n + 1 WHERE id = (SELECT min(id) FROM raw)`,
		`INSERT INTO merged VALUES ('p-1', 'p-0')`,
		`INSERT INTO link VALUES ('p-1', 'p-2', 1)`,
		`DELETE FROM form WHERE id = (SELECT min(id) FROM form)`,
		`DELETE FROM entry WHERE row = 1`,
		`DELETE FROM words WHERE rowid = 1`,
		`UPDATE counter SET n = n + 1 WHERE name = 'claims'`,
		`UPDATE document SET claimsHash = 'x' WHERE id = (SELECT min(id) FROM document)`,
		`UPDATE document SET text = 'x' WHERE id = (SELECT min(id) FROM document)`,
		`UPDATE document SET source = 'x' WHERE id = (SELECT min(id) FROM document)`,
	} {
		t.Run(damage, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := s.Apply(t.Context(), storetest.Generate(3, 5)...); err != nil {
				t.Fatal(err)
			}
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			_, err = db.Exec(damage)
			if err := errors.Join(err, db.Close()); err != nil {
				t.Fatal(err)
			}
			if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) == 0 {
				t.Errorf("found %v, %v", wrong, err)
			}
		})
	}
}

// A store under other ids is read and never written to; one that holds nothing yet is brought to today's.
func TestOpenOtherIDs(t *testing.T) {
	digests := []string{"PRAGMA user_version = 6"}
	lists := []string{"DROP INDEX document_name", "DROP INDEX document_state", "ALTER TABLE document DROP COLUMN source", "ALTER TABLE given DROP COLUMN source", "ALTER TABLE kind DROP COLUMN orders", "PRAGMA user_version = 3"}
	first := []string{"DROP TABLE given", "DROP TABLE file", "DROP INDEX document_date", "ALTER TABLE document DROP COLUMN page", lists[0], lists[1], lists[2], lists[4], "PRAGMA user_version = 1"}
	for _, c := range []struct {
		documents int
		before    []string
		want      error
	}{{2, first, kg.ErrConflict}, {2, lists, kg.ErrConflict}, {0, lists, nil}, {2, digests, kg.ErrConflict}, {0, digests, nil}} {
		path := filepath.Join(t.TempDir(), "store.db")
		within(t, path, func(s *sqlite.Store) {
			if c.documents == 0 {
				return
			}
			if _, err := s.Apply(t.Context(), storetest.Generate(3, c.documents)...); err != nil {
				t.Fatal(err)
			}
		})
		alter(t, path, c.before...)
		within(t, path, func(s *sqlite.Store) {
			if stats, err := s.Stats(t.Context()); err != nil || stats.Documents != c.documents {
				t.Errorf("%d documents, %v, want %d", stats.Documents, err, c.documents)
			}
			if noted, err := s.Noted(t.Context(), []string{"/a"}); err != nil || noted[0] != "" {
				t.Errorf("noted %q, %v", noted, err)
			}
			if _, err := s.Apply(t.Context(), storetest.Generate(4, 1)...); !errors.Is(err, c.want) {
				t.Errorf("written over %d documents: %v, want %v", c.documents, err, c.want)
			}
		})
	}
}

// Where nobody knows the sources of documents and notes, no file is noted. Read again, it is, and nothing else changes.
func TestOpenWithoutSources(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	docs := storetest.Generate(3, 2)
	file := kg.ReadFile{Name: "/a", Digest: "1", Documents: []kg.Given{{ID: docs[0].ID, Source: docs[0].Source.Digest()}}}
	noted := func(s *sqlite.Store, want string) {
		t.Helper()
		if got, err := s.Noted(t.Context(), []string{"/a"}); err != nil || got[0] != want {
			t.Errorf("noted %q, %v, want %q", got, err, want)
		}
	}
	within(t, path, func(s *sqlite.Store) {
		if _, err := s.Apply(t.Context(), docs...); err != nil {
			t.Fatal(err)
		}
		if err := s.Note(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		noted(s, "1")
	})
	alter(t, path, "UPDATE document SET source = ''", "UPDATE given SET source = ''")
	within(t, path, func(s *sqlite.Store) {
		noted(s, "")
		done, err := s.Apply(t.Context(), docs...)
		if err != nil || done != (kg.Applied{Unchanged: 2}) {
			t.Errorf("read again: %+v, %v", done, err)
		}
		if err := s.Note(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		noted(s, "1")
		stats, err := s.Stats(t.Context())
		wrong, err2 := s.Verify(t.Context())
		if err != nil || err2 != nil || len(wrong) > 0 || stats.Seq != 2 {
			t.Errorf("%d changes, %v, %v, %v", stats.Seq, wrong, err, err2)
		}
	})
}

// within opens a store, and closes it behind fn.
func within(t *testing.T, path string, fn func(*sqlite.Store)) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	fn(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
