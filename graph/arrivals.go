package graph

import (
	"context"
	"errors"
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
	a.read[0] = nil
	a.read = a.read[1:]
	return true
}

func (a *arrivals) stream(ctx context.Context) context.Context {
	return answer.WithStream[*answer.ArticleLoaded](ctx, a.sent)
}

// more reads the articles of some changes, all in one view: fewer where these are too many for the time or the memory of one query.
func (a *arrivals) more(ctx context.Context, end int64) error {
	var read []*answer.ArticleLoaded
	var at kg.LogPlace
	err := a.store.View(ctx, func(r kg.Reader) error {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		bytes := a.opts.Limits.Read
		if a.some > 1 {
			bytes /= a.opts.Limits.Open // they are kept until the last is taken, by each subscription
		}
		w := &weighed{r, bytes, bytes, stop}
		var err error
		if read, at, err = a.readSome(ctx, w, end); w.left < 0 {
			err = w.err()
		}
		return err
	})
	switch {
	case err == nil:
		a.read, a.at, a.some = read, at, min(2*a.some, a.most)
	case a.some > 1 && (errors.Is(err, errAnswer) || errors.Is(err, context.DeadlineExceeded)):
		a.some = max(1, a.some/4)
		return nil
	}
	return err
}

// readSome reads what follows a.at: the articles of some documents, and the place behind them.
func (a *arrivals) readSome(ctx context.Context, r kg.Reader, end int64) (read []*answer.ArticleLoaded, at kg.LogPlace, err error) {
	changes, at := []kg.Change{{Seq: a.at.Seq, Op: kg.OpApply, Subject: a.at.Subject}}, a.at
	if at.Article == "" {
		if changes, at, err = applied(ctx, r, at, end, min(a.docs, a.some)); err != nil || len(changes) == 0 {
			return nil, at, err
		}
	}
	var articles []*kg.Article
	for rest := true; rest; {
		if articles, rest, err = a.plan.List(ctx, r, subjects(changes), a.at, a.some); err != nil {
			return nil, at, err
		}
		n := len(changes)
		if rest && n > 1 { // a page isn't in the order of documents: it must have all of theirs
			changes = changes[:max(1, n/4)]
			at = kg.LogPlace{Seq: changes[len(changes)-1].Seq, Subject: changes[len(changes)-1].Subject}
			continue
		}
		at.Article, at.Published = "", ""
		if rest {
			last := articles[len(articles)-1]
			at = kg.LogPlace{Seq: changes[0].Seq, Subject: changes[0].Subject, Article: last.ID, Published: last.Published}
		}
		if a.docs = n; 2*len(articles) <= a.some {
			a.docs = min(2*n, batch)
		}
		break
	}
	rows, err := a.plan.Read(ctx, r, inOrder(articles, changes))
	if err != nil {
		return nil, at, err
	}
	return numbered(articles, rows, changes, at), at, nil
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
	changes, err := r.Changes(ctx, at.Seq, looked)
	var out []kg.Change
	for _, c := range changes {
		again := slices.ContainsFunc(out, func(o kg.Change) bool { return o.Subject == c.Subject })
		if c.Seq > end || again || len(out) == some {
			break
		}
		if c.Op == kg.OpApply {
			out = append(out, c)
		}
		at = kg.LogPlace{Seq: c.Seq, Subject: c.Subject}
	}
	return out, at, err
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
	if len(changes) > 0 {
		at.Subject = changes[0].Subject
	}
	return at, nil
}
