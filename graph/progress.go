package graph

import (
	"context"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// progress is how far a load is: what the store holds, and what was done to it.
type progress struct {
	*engine
	after string
	at    kg.LogPlace // up to which all is counted
	done  answer.LoadProgress
	read  *answer.LoadProgress // not sent yet
	begun bool
	sent  chan *answer.LoadProgress
}

func newProgress(e *engine, after string) *progress {
	return &progress{engine: e, after: after, sent: make(chan *answer.LoadProgress, 1)}
}

func (p *progress) begin(ctx context.Context, r kg.Reader) (err error) {
	p.at, err = placeOf(ctx, r, p.after)
	p.at.Article, p.at.Published = "", "" // its document is counted
	return err
}

func (p *progress) behind() int64 {
	if !p.begun {
		return -1
	}
	return p.at.Seq
}

func (p *progress) next() bool {
	if p.read == nil {
		return false
	}
	p.sent <- p.read
	p.read = nil
	return true
}

func (p *progress) last() string { return p.done.Cursor }

func (p *progress) stream(ctx context.Context) context.Context {
	return answer.WithStream[*answer.LoadProgress](ctx, p.sent)
}

// more counts the changes up to end, of very many those that one statement answers.
func (p *progress) more(ctx context.Context, end int64) error {
	at, done := p.at, p.done
	err := p.store.View(ctx, func(r kg.Reader) error {
		at, done = p.at, p.done
		changes, err := since(ctx, r, at.Seq, end, kg.MaxPage)
		if err != nil {
			return err
		}
		for _, c := range changes {
			switch c.Op {
			case kg.OpApply:
				done.Applied++
			case kg.OpRemove:
				done.Removed++
			case kg.OpJudge:
				done.Judged++
			}
			at = kg.LogPlace{Seq: c.Seq, Subject: c.Subject}
		}
		s, err := r.Stats(ctx)
		done.Cursor, done.Documents, done.Articles, done.Claims = at.Encode(), s.Documents, s.Nodes[kg.ArticleKind], s.Claims
		return err
	})
	if err == nil {
		p.at, p.done, p.begun = at, done, true
		p.read = &done
	}
	return err
}
