package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

const sourceColumns = "d.id, d.reader, d.name, d.format, d.text, d.publication, d.place, d.date, d.page"

// Sources calls yield with the id, reader version and source of each document that q picks, by id. See kg.Auditor.
func (s *Store) Sources(ctx context.Context, q kg.SourceQuery, yield func(id kg.ID, reader string, s kg.Source) error) error {
	if err := q.Check(); err != nil {
		return err
	}
	from, args := "document d", []any(nil)
	switch {
	case q.Day != "":
		from, args = "document d WHERE d.date = ?", []any{string(q.Day)}
	case q.IDs != nil:
		from, args = "document d WHERE d.id IN (SELECT value FROM json_each(?))", []any{idList(q.IDs)}
	case q.Names != nil:
		from, args = "document d WHERE d.name IN (SELECT value FROM json_each(?))", []any{textList(q.Names)}
	}
	return s.read(ctx, func(r *reader) error {
		return r.s.each(ctx, "SELECT "+sourceColumns+" FROM "+from+" ORDER BY d.id", args, func(got *row) error {
			var id, version, date string
			var src kg.Source
			if err := got.scan(&id, &version, &src.Name, &src.Format, &src.Text, &src.Publication, &src.Place, &date, &src.Page); err != nil {
				return err
			}
			src.Date = kg.Date(date)
			return yield(kg.ID(id), version, src)
		})
	})
}
