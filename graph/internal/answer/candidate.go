package answer

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// MergeCandidate is a suggested merge, with what was read for its two entities.
type MergeCandidate struct {
	*kg.Candidate
	Row
}

// A is the entity with the smaller id.
func (c *MergeCandidate) A(ctx context.Context) (Entity, error) { return one[Entity](ctx, c.Row) }

// B is the other entity.
func (c *MergeCandidate) B(ctx context.Context) (Entity, error) { return one[Entity](ctx, c.Row) }

// Reasons lists what speaks for it.
func (c *MergeCandidate) Reasons() []*MergeReason {
	out := make([]*MergeReason, len(c.Candidate.Reasons))
	for i, r := range c.Candidate.Reasons {
		out[i] = &MergeReason{string(r.Kind), r.Note}
	}
	return out
}

// MergeReason is why two entities may be one.
type MergeReason struct{ Kind, Note string }
