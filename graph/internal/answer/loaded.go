package answer

import (
	"context"
	"fmt"
)

// ArticleLoaded is an article that was loaded, and what was read for its fields.
type ArticleLoaded struct {
	Cursor string
	Row
}

// Article is the article.
func (a *ArticleLoaded) Article(ctx context.Context) (*Article, error) {
	return one[*Article](ctx, a.Row)
}

// LoadProgress tells how far a load is: what the store holds, and what was done to it since the subscription began.
type LoadProgress struct {
	Cursor                      string
	Documents, Articles, Claims int
	Applied, Removed, Judged    int
}

type streamKey struct{}

// WithStream gives the resolver of a subscription the channel of what is sent.
func WithStream[T any](ctx context.Context, sent <-chan T) context.Context {
	return context.WithValue(ctx, streamKey{}, sent)
}

// Stream resolves the field of a subscription.
func Stream[T any](ctx context.Context) (<-chan T, error) {
	sent, ok := ctx.Value(streamKey{}).(<-chan T)
	if !ok {
		return nil, fmt.Errorf("no stream of %T was begun", *new(T))
	}
	return sent, nil
}
