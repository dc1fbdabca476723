package neo4j

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// pageSize is how many documents, nodes or edges are read at once where all are read.
const pageSize = 200

// Sources calls yield with the id, reader version and source of each document that q picks, by id. See kg.Auditor.
func (s *Store) Sources(ctx context.Context, q kg.SourceQuery, yield func(id kg.ID, reader string, s kg.Source) error) error {
	if err := q.Check(); err != nil {
		return err
	}
	statement := "document-list"
	switch {
	case q.Day != "":
		statement = "document-list-day"
	case q.IDs != nil:
		statement = "document-list-ids"
	case q.Names != nil:
		statement = "document-list-names"
	}
	for last := ""; ; {
		var ids []kg.ID
		var readers []string
		var sources []kg.Source
		err := s.read(ctx, func(t *tx) error {
			ids, readers, sources = nil, nil, nil
			return t.each(ctx, cypher(statement), params{"after": last, "day": string(q.Day), "ids": list(q.IDs), "names": list(q.Names), "limit": int64(pageSize)}, func(v []any) error {
				ids, readers = append(ids, kg.ID(textOf(v[0]))), append(readers, textOf(v[1]))
				sources = append(sources, sourceFrom(v[2:]))
				return nil
			})
		})
		if err != nil || len(ids) == 0 {
			return err
		}
		for i, id := range ids {
			if err := yield(id, readers[i], sources[i]); err != nil {
				return err
			}
		}
		last = string(ids[len(ids)-1])
	}
}

// sourceFrom makes a source of its properties: name, format, text, publication, place, date, page.
func sourceFrom(v []any) kg.Source {
	return kg.Source{
		Name: textOf(v[0]), Format: textOf(v[1]), Text: textOf(v[2]), Publication: textOf(v[3]), Place: textOf(v[4]), Date: kg.Date(textOf(v[5])), Page: textOf(v[6]),
	}
}
