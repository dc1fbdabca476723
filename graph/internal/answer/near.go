package answer

import (
	"context"

	"github.com/baopu/baopu/internal/alike"
)

// NearReprint is an article that shares much of another one's text, with what was read for it.
type NearReprint struct {
	alike.Near
	Row
}

// NearReprints lists what shares much of the article's text.
func (a *Article) NearReprints(ctx context.Context) ([]*NearReprint, error) {
	return value[[]*NearReprint](ctx, a.Row)
}

// Article is the article that shares it.
func (n *NearReprint) Article(ctx context.Context) (*Article, error) {
	return one[*Article](ctx, n.Row)
}

// Sentences counts the sentences that stand in both.
func (n *NearReprint) Sentences() int { return n.Shared }

// Sentence is one of them.
func (n *NearReprint) Sentence() Verbatim { return Verbatim(n.Near.Sentence) }
