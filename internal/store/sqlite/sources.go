package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// Sources calls yield with every document's id, reader version and source, by id. See kg.Auditor.
func (s *Store) Sources(ctx context.Context, yield func(id kg.ID, reader string, s kg.Source) error) error {
	return s.read(ctx, func(r *reader) error {
		return r.s.each(ctx, "SELECT id, reader, name, format, text, publication, place, date FROM document ORDER BY id", nil, func(scan func(...any) error) error {
			var id, version, date string
			var src kg.Source
			if err := scan(&id, &version, &src.Name, &src.Format, &src.Text, &src.Publication, &src.Place, &date); err != nil {
				return err
			}
			src.Date = kg.Date(date)
			return yield(kg.ID(id), version, src)
		})
	})
}
