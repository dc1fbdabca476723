package neo4j

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

var _ kg.Ledger = (*Store)(nil)

// Noted answers with which digests files were noted, of those whose documents are all there as they gave them. See
// kg.Ledger.
func (s *Store) Noted(ctx context.Context, names []string) ([]string, error) {
	out := make([]string, len(names))
	err := s.read(ctx, func(t *tx) error {
		for from := 0; from < len(names); from += maxRows {
			part := list(names[from:min(len(names), from+maxRows)])
			err := t.each(ctx, cypher("ledger-read"), params{"names": part}, func(values []any) error {
				out[from+number(values[0])] = textOf(values[1])
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
	return s.write(ctx, func(t *tx, _ *meta) error {
		n := notesOf(files)
		for _, step := range []struct {
			statement string
			rows      []any
		}{{"ledger-file", n.files}, {"ledger-take", n.take}, {"ledger-keep", n.keep}, {"ledger-give", n.give}} {
			if err := t.execRows(ctx, cypher(step.statement), step.rows); err != nil {
				return err
			}
		}
		return nil
	})
}

// Keep has notes hold on where documents get another source. See kg.Ledger.
func (s *Store) Keep(ctx context.Context, documents ...kg.Resourced) error {
	if len(documents) == 0 {
		return nil
	}
	return s.write(ctx, func(t *tx, _ *meta) error {
		for _, d := range documents { // one by one: what one becomes may be what the next was
			rows := []any{params{"document": string(d.ID), "from": d.From, "source": d.To}}
			if err := t.execRows(ctx, cypher("ledger-keep"), rows); err != nil {
				return err
			}
		}
		return nil
	})
}

// notes are the rows of the statements that note files one after the other.
type notes struct{ files, take, keep, give []any }

// holders are the files that gave a document: of those in the store, the ones that may keep it; of those noted now, all. All
// of them gave it with the source that the last one gave it with.
type holders struct {
	keep, now []string
	source    string
}

// notesOf plays the notes through: each file takes its documents from those before it, but from those beside it.
func notesOf(files []kg.ReadFile) notes {
	var n notes
	last := map[string]params{}
	held := map[kg.ID]*holders{}
	for _, f := range files {
		for _, h := range held {
			h.now = without(h.now, f.Name)
		}
		documents := map[kg.ID]bool{}
		for _, d := range f.Documents {
			h := held[d.ID]
			if h == nil {
				h = &holders{keep: f.Beside}
				held[d.ID] = h
			}
			h.source = d.Source
			if documents[d.ID] {
				continue
			}
			documents[d.ID] = true
			beside := func(name string) bool { return !slices.Contains(f.Beside, name) }
			h.keep = slices.DeleteFunc(slices.Clone(h.keep), beside)
			h.now = append(slices.DeleteFunc(h.now, beside), f.Name)
		}
		last[f.Name] = params{"name": f.Name, "digest": f.Digest, "documents": int64(len(documents))}
	}
	for _, name := range slices.Sorted(maps.Keys(last)) {
		n.files = append(n.files, last[name])
	}
	for _, id := range slices.Sorted(maps.Keys(held)) {
		h := held[id]
		n.take = append(n.take, params{"document": string(id), "keep": list(h.keep)})
		n.keep = append(n.keep, params{"document": string(id), "source": h.source})
		for _, name := range h.now {
			n.give = append(n.give, params{"document": string(id), "file": name, "source": h.source})
		}
	}
	return n
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(names, func(n string) bool { return n == name })
}
