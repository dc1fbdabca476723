package sqlite

import (
	"context"
	"errors"

	"github.com/baopu/baopu/internal/kg"
)

var errPending = errors.New("sqlite: comes with the next commit")

func (r *reader) Group(context.Context, kg.GroupQuery) ([]kg.Bucket, error) { return nil, errPending }

func (r *reader) Search(context.Context, kg.SearchQuery) (kg.SearchPage, error) {
	return kg.SearchPage{}, errPending
}
func (r *reader) Paths(context.Context, kg.PathQuery) ([]kg.Path, error) { return nil, errPending }
func (r *reader) Neighborhood(context.Context, kg.NeighborhoodQuery) (kg.Subgraph, error) {
	return kg.Subgraph{}, errPending
}

func (s *Store) Judge(context.Context, kg.Judgement) (kg.Judgement, error) {
	return kg.Judgement{}, errPending
}
func (s *Store) Replay(context.Context, []kg.Judgement) error { return errPending }
func (s *Store) Judgements(context.Context) ([]kg.JudgementState, error) {
	return nil, errPending
}
func (s *Store) Dump(context.Context, func(kg.Record) error) error { return errPending }
func (s *Store) Verify(context.Context) ([]string, error)          { return nil, errPending }
