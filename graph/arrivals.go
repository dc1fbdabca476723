package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/graph/internal/plan"
	"github.com/baopu/baopu/internal/kg"
)

// batch is how many articles are read at one time at most, looked how many changes.
const (
	batch  = 50
	looked = 1000
)

// arrivals are the articles of documents as these are applied.
type arrivals struct {
	*engine
	plan  *plan.Loaded
	after string
	at    kg.LogPlace // up to which all was read
	most  int         // articles at one time, by what each may cost
	some  int         // articles the next time: fewer after they were too large
	docs  int         // documents the next time, by how many articles the last ones had
	read  []*answer.ArticleLoaded
	taken string // the cursor of the last of them that was sent
	sent  chan *answer.ArticleLoaded
}

func newArrivals(e *engine, p *plan.Subscription) *arrivals {
	most := max(1, min(batch, e.opts.Limits.Cost/max(1, p.Articles.Cost)))
	return &arrivals{engine: e, plan: p.Articles, after: p.After, most: most, some: most, docs: 1, sent: make(chan *answer.ArticleLoaded, 1)}
}

func (a *arrivals) begin(ctx context.Context, r kg.Reader) (err error) {
	a.at, err = placeOf(ctx, r, a.after)
	return err
}

func (a *arrivals) behind() int64 {
	if a.at.Article != "" { // the rest of its document is there
		return a.at.Seq - 1
	}
	return a.at.Seq
}

func (a *arrivals) next() bool {
	if len(a.read) == 0 {
		return false
	}
	a.sent <- a.read[0]
	a.taken, a.read[0] = a.read[0].Cursor, nil
	a.read = a.read[1:]
	return true
}

func (a *arrivals) last() string { return a.taken }

func (a *arrivals) stream(ctx context.Context) context.Context {
	return answer.WithStream[*answer.ArticleLoaded](ctx, a.sent)
}

// more reads the articles of some changes, all in one view: fewer where these are too many for the time or the memory of one query, and none
// where that is so of one.
func (a *arrivals) more(ctx context.Context, end int64) error {
	var l lot
	err := a.store.View(ctx, func(r kg.Reader) error {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		bytes := a.opts.Limits.Read
		if a.some > 1 {
			bytes /= a.opts.Limits.Open // they are kept until the last is taken, by each subscription
		}
		w := &weighed{r, bytes, bytes, stop}
		var err error
		if l, err = a.readSome(ctx, w, end); w.left < 0 {
			err = w.err()
		}
		return err
	})
	large := errors.Is(err, errAnswer)
	switch {
	case err == nil:
		a.read, a.at, a.some = l.read, l.at, min(2*a.some, a.most)
		if n := len(l.changes); n > 0 {
			a.docs = n
			if 2*len(l.articles) <= a.some {
				a.docs = min(2*n, batch)
			}
		}
	case a.some > 1 && (large || errors.Is(err, context.DeadlineExceeded)):
		a.some = max(1, a.some/4)
		return nil
	case large && len(l.articles) == 1:
		a.at = l.at
		return skipped{err, l.at.Encode()}
	}
	return err
}

// lot is what is read at one time.
type lot struct {
	changes  []kg.Change // by which documents were applied
	articles []*kg.Article
	at       kg.LogPlace // behind them
	read     []*answer.ArticleLoaded
}

// readSome reads what follows a.at. Where it fails the lot has what was found by then.
func (a *arrivals) readSome(ctx context.Context, r kg.Reader, end int64) (l lot, err error) {
	if at := a.at; at.Article != "" { // the rest of its document
		l.at, l.changes = at, []kg.Change{{Seq: at.Seq, Op: kg.OpApply, Subject: at.Subject}}
	} else if l.changes, l.at, err = applied(ctx, r, at, end, min(a.docs, a.some)); err != nil {
		return l, err
	}
	if len(l.changes) == 0 {
		return l, nil
	}
	if err = a.list(ctx, r, &l); err != nil {
		return l, err
	}
	rows, err := a.plan.Read(ctx, r, l.articles)
	if err == nil {
		l.read = numbered(l.articles, rows, l.changes, l.at)
	}
	return l, err
}

// list finds the articles of l's documents, of fewer documents where they have more than some: a page isn't in the order of documents, so that
// it must have all of theirs. Of one document alone it may be a part.
func (a *arrivals) list(ctx context.Context, r kg.Reader, l *lot) (err error) {
	for {
		var rest bool
		l.articles, rest, err = a.plan.List(ctx, r, subjects(l.changes), a.at, a.some)
		n := len(l.changes)
		if err == nil && rest && n > 1 {
			l.changes = l.changes[:max(1, n/4)]
			last := l.changes[len(l.changes)-1]
			l.at = kg.LogPlace{Seq: last.Seq, Subject: last.Subject}
			continue
		}
		l.at.Article, l.at.Published = "", ""
		if rest && len(l.articles) > 0 {
			last := l.articles[len(l.articles)-1]
			l.at = kg.LogPlace{Seq: l.changes[0].Seq, Subject: l.changes[0].Subject, Article: last.ID, Published: last.Published}
		}
		l.articles = inOrder(l.articles, l.changes)
		return err
	}
}

func subjects(changes []kg.Change) []kg.ID {
	out := make([]kg.ID, len(changes))
	for i, c := range changes {
		out[i] = c.Subject
	}
	return out
}

// inOrder sorts articles in the order of the changes that applied them.
func inOrder(articles []*kg.Article, changes []kg.Change) []*kg.Article {
	nth := map[kg.ID]int{}
	for i, c := range changes {
		nth[c.Subject] = i
	}
	slices.SortStableFunc(articles, func(x, y *kg.Article) int { return nth[x.Document] - nth[y.Document] })
	return articles
}

// numbered gives articles, which are in order, with what was read of them, their places in the log; at is that of the last.
func numbered(articles []*kg.Article, rows []answer.Row, changes []kg.Change, at kg.LogPlace) []*answer.ArticleLoaded {
	out := make([]*answer.ArticleLoaded, len(articles))
	for i, x := range articles {
		for changes[0].Subject != x.Document {
			changes = changes[1:]
		}
		place := kg.LogPlace{Seq: changes[0].Seq, Subject: changes[0].Subject, Article: x.ID, Published: x.Published}
		last := i+1 == len(articles)
		if last && at.Article == "" || !last && articles[i+1].Document != x.Document { // the last of its document
			place.Article, place.Published = "", ""
		}
		out[i] = &answer.ArticleLoaded{Cursor: place.Encode(), Row: rows[i]}
	}
	return out
}

// applied reads the changes behind at, up to end, that applied documents: some at most, each document once; and the place up to which
// there are no others.
func applied(ctx context.Context, r kg.Reader, at kg.LogPlace, end int64, some int) ([]kg.Change, kg.LogPlace, error) {
	changes, err := since(ctx, r, at.Seq, end, looked)
	var out []kg.Change
	for _, c := range changes {
		again := slices.ContainsFunc(out, func(o kg.Change) bool { return o.Subject == c.Subject })
		if again || len(out) == some {
			break
		}
		if c.Op == kg.OpApply {
			out = append(out, c)
		}
		at = kg.LogPlace{Seq: c.Seq, Subject: c.Subject}
	}
	return out, at, err
}

// since reads the changes behind seq up to end, most of them at most: none where one before it can't be seen yet. Where there is none though
// the log is longer, or was, it fails as a store that can't be reached.
func since(ctx context.Context, r kg.Reader, seq, end int64, most int) ([]kg.Change, error) {
	changes, err := r.Changes(ctx, seq, most)
	if err != nil {
		return nil, err
	}
	n := 0
	for n < len(changes) && changes[n].Seq == seq+int64(n)+1 && changes[n].Seq <= end {
		n++
	}
	if n == 0 && seq < end {
		return nil, fmt.Errorf("change %d of %d isn't in the log: %w", seq+1, end, kg.ErrUnavailable)
	}
	return changes[:n], nil
}

// placeOf is the place that the cursor after stands for, which the log must have; without one, the present end of the log.
func placeOf(ctx context.Context, r kg.Reader, after string) (kg.LogPlace, error) {
	var at kg.LogPlace
	if after != "" {
		var err error
		if at, err = kg.DecodeLogPlace(after); err != nil || at.Seq == 0 {
			return at, err
		}
	} else {
		s, err := r.Stats(ctx)
		if at.Seq = s.Seq; err != nil || at.Seq == 0 {
			return at, err
		}
	}
	changes, err := r.Changes(ctx, at.Seq-1, 1)
	if err != nil {
		return at, err
	}
	if after != "" {
		return at, at.In(changes)
	}
	if len(changes) == 0 || changes[0].Seq != at.Seq {
		return at, fmt.Errorf("the change %d isn't in the log yet: %w", at.Seq, kg.ErrUnavailable)
	}
	at.Subject = changes[0].Subject
	return at, nil
}
