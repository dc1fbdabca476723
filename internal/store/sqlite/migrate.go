package sqlite

import (
	"context"
	"embed"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrationNames lists the migrations in order; the n-th leads to user_version n.
func migrationNames() []string {
	entries, err := migrations.ReadDir("migrations")
	if err != nil {
		panic(err) // embedded
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	slices.Sort(names)
	return names
}

// oldestVersion is the first whose ids are those of today.
const oldestVersion = 7

// made is what a file is brought to: the numbers of its edge kinds, and its version.
type made struct {
	codes   map[string]int
	version int
}

// migrate brings the file to this version's layout in one transaction.
func migrate(ctx context.Context, s *session) (*made, error) {
	if err := s.wait(ctx, look); err != nil {
		return nil, err
	}
	if err := s.beginWrite(ctx, leaseWait); err != nil {
		return nil, err
	}
	var out *made
	err := s.wait(ctx, leaseWait) // readers of a new file hold up a commit
	if err == nil {
		out, err = migrateInside(ctx, s)
	}
	if err == nil {
		err = s.bracket(ctx, "COMMIT")
	}
	if err != nil {
		_ = s.bracket(context.WithoutCancel(ctx), "ROLLBACK") // the first error tells
		return nil, err
	}
	return out, nil
}

// stamp is the version of the file's layout, and whose file it is.
func stamp(ctx context.Context, s *session) (version, application int, err error) {
	_, err = s.one(ctx, "SELECT v.user_version, a.application_id FROM pragma_user_version v, pragma_application_id a", nil, &version, &application)
	return version, application, err
}

func migrateInside(ctx context.Context, s *session) (*made, error) {
	version, application, err := stamp(ctx, s)
	if err != nil {
		return nil, err
	}
	if version > 0 && application != applicationID {
		return nil, fmt.Errorf("a database of another application (id %#x): %w", application, kg.ErrConflict)
	}
	if err := checkVersion(version); err != nil {
		return nil, err
	}
	last, err := lastMigration(ctx, s, version)
	if err != nil {
		return nil, err
	}
	for i, name := range migrationNames()[:last] {
		if i < version {
			continue
		}
		text, err := migrations.ReadFile("migrations/" + name)
		if err != nil {
			return nil, err
		}
		if err := s.control(ctx, string(text)); err != nil {
			return nil, fmt.Errorf("migration %s: %w", name, err)
		}
		if err := s.control(ctx, fmt.Sprintf("PRAGMA user_version = %d", i+1)); err != nil {
			return nil, err
		}
	}
	if application != applicationID {
		if err := s.control(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return nil, err
		}
	}
	codes, err := kindTables(ctx, s)
	return &made{codes, last}, err
}

// lastMigration is the version to which a file of that version can be brought: one that has documents under other ids than today's to
// the last before these, so that it can be read.
func lastMigration(ctx context.Context, s *session, version int) (int, error) {
	newest := len(migrationNames())
	if version == 0 || version >= oldestVersion {
		return newest, nil
	}
	full, err := s.one(ctx, "SELECT 1 FROM document LIMIT 1", nil, new(int))
	if full {
		return oldestVersion - 1, err
	}
	return newest, err
}

// kindTables makes what the schema table has and the file hasn't: numbers, tables, columns, indexes, orders of edges.
func kindTables(ctx context.Context, s *session) (map[string]int, error) {
	codes := map[string]int{}
	for i := range kg.EdgeKinds {
		name := string(kg.EdgeKinds[i].Kind)
		if _, err := s.exec(ctx, "INSERT INTO kind (name) VALUES (?) ON CONFLICT (name) DO NOTHING", name); err != nil {
			return nil, err
		}
		var code int
		if _, err := s.one(ctx, "SELECT code FROM kind WHERE name = ?", []any{name}, &code); err != nil {
			return nil, err
		}
		codes[name] = code
	}
	l := newLayout(codes)
	for _, t := range l.nodes {
		if err := ensure(ctx, s, t.name, t.columns(), t.long(), t.indexes()); err != nil {
			return nil, err
		}
	}
	for _, t := range l.edges {
		if err := ensure(ctx, s, t.name, t.columns(), false, nil); err != nil {
			return nil, err
		}
	}
	return codes, keepOrders(ctx, s, l)
}

// columnsOf are the names of the columns that the file has of a table.
func columnsOf(ctx context.Context, s *session, table string) (map[string]bool, error) {
	return names(ctx, s, "SELECT name FROM pragma_table_info(?)", table[1:len(table)-1])
}

func names(ctx context.Context, s *session, text string, args ...any) (map[string]bool, error) {
	out := map[string]bool{}
	err := s.each(ctx, text, args, func(got *row) error {
		var name string
		err := got.scan(&name)
		out[name] = true
		return err
	})
	return out, err
}

func ensure(ctx context.Context, s *session, table string, cols []column, long bool, indexes []string) error {
	there, err := columnsOf(ctx, s, table)
	if err != nil {
		return err
	}
	var texts []string
	if len(there) == 0 {
		texts = append(texts, createTable(table, cols, long))
	} else {
		for _, c := range cols {
			if !there[c.name] {
				texts = append(texts, fmt.Sprintf("ALTER TABLE %s ADD COLUMN %s %s", table, quote(c.name), c.decl))
			}
		}
	}
	for _, text := range append(texts, indexes...) {
		if err := s.control(ctx, text); err != nil {
			return err
		}
	}
	return nil
}
