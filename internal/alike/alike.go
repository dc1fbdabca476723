// Package alike finds the articles that share much of an article's text though they are no prints of it to the letter: wire
// copy that another paper cut, gave a title of its own and paragraphed anew. Which articles are one text is a pure function
// of each (the reprint cluster). What is found here is a suggestion for people: it is made anew whenever it is asked for,
// stands in no graph and changes no count.
package alike

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// The bounds of a search for near reprints.
const (
	Days    = 10 // before and behind the publication day, in which others are looked for
	MaxNear = 10 // articles, the most alike ones
	MaxRead = maxPhrases * maxHits

	maxPhrases = 5
	maxHits    = 20 // articles read for each phrase
)

// What two texts must have in common.
const (
	leastShare  = 500 // per mille of the sentences of the shorter one
	leastShared = 2   // sentences: one may be a quotation that other texts carry too
)

// Near is an article that shares much of another one's text.
type Near struct {
	Article  *kg.Article
	Share    int    // per mille: how many of the sentences of the shorter text stand in the other one
	Shared   int    // how many these are
	Sentence string // the longest of them, as the shorter text has it
}

// To finds the near reprints of a, those that share most first, then by day and id: a few phrases of a are searched for, and
// what is found is compared with it sentence by sentence. knownAt leaves out what was published later, "" nothing. It asks
// r some dozen questions, whatever the store holds, and stores that hold the same give the same answer.
func To(ctx context.Context, r kg.Reader, a *kg.Article, knownAt kg.Date) ([]Near, error) {
	own := textOf(a)
	from, to, ok := around(a.Published)
	if !ok || len(own.sentences) < leastShared {
		return nil, nil
	}
	if knownAt == "" || knownAt > to {
		knownAt = to
	}
	seen := map[kg.ID]bool{a.ID: true}
	var out []Near
	for _, phrase := range own.phrases() {
		page, err := r.Search(ctx, kg.SearchQuery{
			Text: phrase, Kinds: []kg.NodeKind{kg.ArticleKind}, When: kg.When{KnownAt: knownAt}, Page: kg.Page{First: maxHits},
		})
		if err != nil {
			return nil, err
		}
		for _, h := range page.Hits {
			b, ok := h.Node.(*kg.Article)
			if !ok || seen[b.ID] || b.Cluster == a.Cluster || b.Published < from {
				continue
			}
			seen[b.ID] = true
			if n := compare(own, textOf(b)); n.Shared >= leastShared && n.Share >= leastShare {
				n.Article = b
				out = append(out, n)
			}
		}
	}
	slices.SortFunc(out, func(x, y Near) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(y.Shared, x.Shared),
			cmp.Compare(x.Article.Published, y.Article.Published), cmp.Compare(x.Article.ID, y.Article.ID))
	})
	return out[:min(len(out), MaxNear)], nil
}

// around is the days that are near enough to one.
func around(day kg.Date) (from, to kg.Date, ok bool) {
	t, err := time.Parse(time.DateOnly, string(day))
	at := func(days int) kg.Date { return kg.Date(t.AddDate(0, 0, days).Format(time.DateOnly)) }
	return at(-Days), at(Days), err == nil
}

// compare counts the sentences of the shorter text that stand in the other one, wherever its own sentences end.
func compare(a, b text) Near {
	if len(b.letters) < len(a.letters) {
		a, b = b, a
	}
	var n Near
	longest := 0
	for _, s := range a.sentences {
		if !strings.Contains(b.letters, s.Key) {
			continue
		}
		n.Shared++
		if len(s.Key) > longest {
			longest, n.Sentence = len(s.Key), s.Text
		}
	}
	n.Share = n.Shared * 1000 / max(len(a.sentences), 1)
	return n
}
