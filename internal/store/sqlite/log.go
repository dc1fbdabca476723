package sqlite

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
	seq     int // of the last judgement that rulings count
	rulings kg.Rulings
}

// currentRulings folds the log, or answers what it added up to when it was as long as it is now.
func (s *Store) currentRulings(ctx context.Context, ses *session) (kg.Rulings, error) {
	var seq int
	if _, err := ses.one(ctx, "SELECT coalesce(max(seq), 0) FROM judgement", nil, &seq); err != nil {
		return kg.Rulings{}, err
	}
	s.rulings.mu.Lock()
	defer s.rulings.mu.Unlock()
	if seq == 0 {
		return kg.Rule(nil), nil
	}
	if s.rulings.seq != seq {
		log, err := readLog(ctx, ses)
		if err != nil {
			return kg.Rulings{}, err
		}
		s.rulings.seq, s.rulings.rulings = seq, kg.Rule(log)
	}
	return s.rulings.rulings, nil
}

func readLog(ctx context.Context, ses *session) ([]kg.Judgement, error) {
	var log []kg.Judgement
	err := ses.each(ctx, "SELECT seq, body, at FROM judgement ORDER BY seq", nil, func(got *row) error {
		var seq int
		var body, at string
		if err := got.scan(&seq, &body, &at); err != nil {
			return err
		}
		var j kg.Judgement
		if err := json.Unmarshal([]byte(body), &j); err != nil {
			return fmt.Errorf("judgement %d: %w", seq, err)
		}
		j.At = at
		log = append(log, j)
		return nil
	})
	return log, err
}
