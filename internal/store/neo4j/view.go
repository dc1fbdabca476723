package neo4j

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// View calls fn with a reader that sees one state of the store throughout. See kg.Store. No commit of this process falls
// into a view; where another process committed meanwhile, fn is called again.
func (s *Store) View(ctx context.Context, fn func(kg.Reader) error) error {
	for try := 1; ; try++ {
		var begun, ended int64
		err := s.read(ctx, func(t *tx) error {
			m, err := readMeta(ctx, t, "meta-read")
			if err != nil {
				return err
			}
			begun = m.seq
			if err := fn(&reader{t}); err != nil {
				return err
			}
			m, err = readMeta(ctx, t, "meta-read")
			if err != nil {
				return err
			}
			ended = m.seq
			return nil
		})
		if err != nil || begun == ended || try == viewTries {
			return err
		}
	}
}

// viewTries bounds how often a view begins anew: behind a loader that never rests, an answer of two states is better than
// none.
const viewTries = 5
