package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

var _ kg.Ledger = (*Store)(nil)

// maxNames bounds the files of one statement.
const maxNames = 1000

const notedSQL = `SELECT j.key, f.digest FROM json_each(?) j CROSS JOIN file f ON f.name = j.value
	WHERE f.documents = (SELECT count(*) FROM given g CROSS JOIN document d INDEXED BY document_state ON d.id = g.document
		WHERE g.file = f.name AND g.source <> '' AND d.source = g.source)`

// Noted answers with which digests files were noted, of those whose documents are all there as they gave them. See
// kg.Ledger.
func (s *Store) Noted(ctx context.Context, names []string) ([]string, error) {
	out := make([]string, len(names))
	err := s.read(ctx, func(r *reader) error {
		for from := 0; from < len(names); from += maxNames {
			part := names[from:min(len(names), from+maxNames)]
			list, err := json.Marshal(part)
			if err != nil {
				return fmt.Errorf("sqlite: names of files: %w", err)
			}
			err = r.s.each(ctx, notedSQL, []any{string(list)}, func(got *row) error {
				var at int
				var digest string
				if err := got.scan(&at, &digest); err != nil {
					return err
				}
				out[from+at] = digest
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// Note remembers files that were read. See kg.Ledger.
func (s *Store) Note(ctx context.Context, files ...kg.ReadFile) error {
	if len(files) == 0 {
		return nil
	}
	return s.write(ctx, func(ses *session) error {
		for _, f := range files {
			if err := noteFile(ctx, ses, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func noteFile(ctx context.Context, ses *session, f kg.ReadFile) error {
	sources := map[kg.ID]string{}
	for _, d := range f.Documents {
		sources[d.ID] = d.Source
	}
	if _, err := ses.exec(ctx, "DELETE FROM given WHERE file = ?", f.Name); err != nil {
		return err
	}
	_, err := ses.exec(ctx, "INSERT INTO file (name, digest, documents) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, documents = excluded.documents",
		f.Name, f.Digest, len(sources))
	if err != nil {
		return err
	}
	beside, err := json.Marshal(slices.Concat(f.Beside, []string{f.Name}))
	if err != nil {
		return fmt.Errorf("sqlite: names of files: %w", err)
	}
	for id, source := range sources {
		if _, err := ses.exec(ctx, "DELETE FROM given WHERE document = ? AND file NOT IN (SELECT value FROM json_each(?))", string(id), string(beside)); err != nil {
			return err
		}
		if _, err := ses.exec(ctx, "UPDATE given SET source = ? WHERE document = ?", source, string(id)); err != nil {
			return err
		}
		if _, err := ses.exec(ctx, "INSERT INTO given (file, document, source) VALUES (?, ?, ?)", f.Name, string(id), source); err != nil {
			return err
		}
	}
	return nil
}

// Keep has notes hold on where documents get another source. See kg.Ledger.
func (s *Store) Keep(ctx context.Context, documents ...kg.Resourced) error {
	if len(documents) == 0 {
		return nil
	}
	return s.write(ctx, func(ses *session) error {
		for _, d := range documents {
			if _, err := ses.exec(ctx, "UPDATE given SET source = ? WHERE document = ? AND source = ?", d.To, string(d.ID), d.From); err != nil {
				return err
			}
		}
		return nil
	})
}
