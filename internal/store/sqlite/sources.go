package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// Sources calls yield with every document's id, reader version and source, by id. See kg.Auditor.
func (s *Store) Sources(ctx context.Context, day kg.Date, yield func(id kg.ID, reader string, s kg.Source) error) error {
	return s.read(ctx, func(r *reader) error {
		where, args := "", []any(nil)
		if day != "" {
			where, args = "WHERE date = ? ", []any{string(day)}
		}
		return r.s.each(ctx, "SELECT id, reader, name, format, text, publication, place, date, page FROM document "+where+"ORDER BY id", args, func(got *row) error {
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
