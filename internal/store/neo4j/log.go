package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/baopu/baopu/internal/kg"
)

// ruled keeps what the log adds up to, as long as nobody appends to it.
type ruled struct {
	mu      sync.Mutex
	length  int
	rulings kg.Rulings
}

// currentRulings folds the log, or answers what it added up to when it was as long as it is now: it is only appended to.
func (s *Store) currentRulings(ctx context.Context, t *tx, m *meta) (kg.Rulings, error) {
	if m.judgements == 0 {
		return kg.Rule(nil), nil
	}
	s.rulings.mu.Lock()
	defer s.rulings.mu.Unlock()
	if s.rulings.length != m.judgements {
		log, err := readLog(ctx, t)
		if err != nil {
			return kg.Rulings{}, err
		}
		s.rulings.length, s.rulings.rulings = m.judgements, kg.Rule(log)
	}
	return s.rulings.rulings, nil
}

func readLog(ctx context.Context, t *tx) ([]kg.Judgement, error) {
	var log []kg.Judgement
	err := t.each(ctx, cypher("judgement-list"), nil, func(values []any) error {
		var j kg.Judgement
		if err := json.Unmarshal([]byte(textOf(values[1])), &j); err != nil {
			return fmt.Errorf("neo4j: judgement %v: %w", values[0], err)
		}
		j.At = textOf(values[2])
		log = append(log, j)
		return nil
	})
	return log, err
}
